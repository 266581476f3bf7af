"""Which rules are worth trying on a text: each names words without one of which it cannot match."""

from __future__ import annotations

import re
from collections.abc import Sequence


class Signs:
    """Look for the words of all rules in one pass; a rule that names none is always worth trying.

    Rules are told as bits: 1 for the first, 2 for the second, 4 for the third.
    """

    def __init__(self, rules: Sequence[Sequence[str]]) -> None:
        """Take the words of each rule."""
        self._always = sum(1 << at for at, words in enumerate(rules) if not words)
        own: dict[str, int] = {}
        for at, words in enumerate(rules):
            for word in map(_folded, words):
                own[word] = own.get(word, 0) | 1 << at
        self._bits = {word: _with_hidden(word, own) for word in own}
        self._any = re.compile("|".join(map(re.escape, own)) or "(?!)")

    def told(self, text: str) -> int:
        """Return the bits of the rules that may match in a text or in a part of it."""
        bits = self._always
        for word in self._any.findall(_folded(text)):
            bits |= self._bits[word]
        return bits


def _with_hidden(word: str, own: dict[str, int]) -> int:
    """Return the bits of a word and of those that it hides when it is found: they begin inside it."""
    bits = 0
    for at in range(len(word)):
        rest = word[at:]
        for other, bit in own.items():
            if other.startswith(rest) or rest.startswith(other):
                bits |= bit
    return bits


def _folded(text: str) -> str:
    """Take away what patterns that disregard case do: İ and ı are an i to them."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("\u0307", "").replace("ı", "i")
