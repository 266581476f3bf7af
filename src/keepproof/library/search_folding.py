"""Fold text, so that what a reader takes for the same word is the same word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from keepproof import assets

HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
# 1,299 is one number; the comma is taken for a character that is not seen, so that nothing changes its place.
_GROUPED = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_UNSEEN = "\u200b"
_DROPPED = {"Mn", "Me", "Cf"}


class _Folding(dict[int, str]):
    """Folds one character at a time and remembers it, in the shape `str.translate` wants."""

    def __init__(self, simplified: Mapping[str, str]) -> None:
        super().__init__()
        self._simplified = simplified
        self.moving: set[str] = (
            set()
        )  # characters that become none or several, once they have been seen

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        kept = (one for one in unicodedata.normalize("NFKD", plain) if not _dropped(one))
        folded = "".join(self._simplified.get(one, one) if _in_word(one) else " " for one in kept)
        self[code] = folded
        if len(folded) != 1:
            self.moving.add(chr(code))
        return folded


def fold(text: str) -> str:
    """Fold width, case, accents and traditional characters; what is no part of a word becomes a space."""
    return _GROUPED.sub(_UNSEEN, text).translate(_folding())


def fold_places(text: str) -> tuple[str, Sequence[int]]:
    """Fold text and say for each folded character which character of the text it comes from."""
    table = _folding()
    seen = _GROUPED.sub(_UNSEEN, text)
    folded = seen.translate(table)
    if table.moving.isdisjoint(seen):
        return folded, range(len(seen))
    places: list[int] = []
    for place, one in enumerate(seen):
        places.extend([place] * len(table[ord(one)]))
    return folded, places


@cache
def letters() -> Mapping[str, str]:
    """Map a character to the letters its readings begin with."""
    found: dict[str, str] = {}
    for line in assets.text("search", "initials.txt").splitlines():
        for one in line[1:]:
            found[one] = found.get(one, "") + line[0]
    return found


@cache
def _folding() -> _Folding:
    first, second = assets.text("search", "simplified.txt").splitlines()
    return _Folding(dict(zip(first, second, strict=True)))


def _dropped(one: str) -> bool:
    return unicodedata.category(one) in _DROPPED


def _in_word(one: str) -> bool:
    return one.isalnum() or unicodedata.category(one) == "Mc"
