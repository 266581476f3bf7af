"""A text cut at the lines with which its messages begin, in one go: a long chat has no time for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, repeat

_APART = r"[^\S\n]*\n"


@dataclass(frozen=True, slots=True)
class Blocks:
    """The messages of a text, column by column: the line of each head, its groups, all that stands below.

    `above` is what stands above the first head.
    """

    above: str
    lines: list[int]
    heads: tuple[list[str], ...]
    bodies: list[str]


class Head:
    """The rule for the line with which a message begins."""

    def __init__(self, line: str, *, apart: bool = False) -> None:
        """Take what stands in the line, as a rule that does not cross its end.

        `apart` takes only lines that are the first or stand below a blank one.
        """
        # led by the line end before it: a rule that begins with a letter is found many times faster
        self._rule = re.compile(rf"\n{_APART if apart else ''}{line}", re.MULTILINE)
        self._lead = 2 if apart else 1

    def count(self, text: str) -> int:
        """Count the messages of a text."""
        return len(self.found(text))

    def found(self, text: str) -> list[str]:
        """Return what the rule takes of each head, as it is written, with the line end before it."""
        return [one[0] for one in self._rule.finditer(self._led(text))]

    def blocks(self, text: str) -> Blocks:
        """Cut a text at all its heads. Every group of the rule must take part in it."""
        pieces = self._rule.split(self._led(text))
        width = self._rule.groups + 1
        ends = [count + self._lead for count in map(str.count, pieces[:-1:width], repeat("\n"))]
        lines = list(accumulate(ends, initial=1 - self._lead))[1:]
        heads = tuple(pieces[at::width] for at in range(1, width))
        return Blocks(pieces[0][self._lead :], lines, heads, pieces[width::width])

    def _led(self, text: str) -> str:
        return "\n" * self._lead + text
