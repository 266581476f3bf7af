"""What stands on a paper, whatever file it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What acts on the text around it, or that no XML and no font can hold.
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class FactTable:
    """Names and values, one pair a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A text under a heading ("" for none), line by line; an empty line stays one."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a listing; `under` stands below it over the whole width, for long figures."""

    cells: tuple[str, ...]
    under: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table whose head is repeated on every page; `widths` are shares of the width."""

    heading: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Small print."""

    lines: tuple[str, ...]


Part = FactTable | Words | Listing | Notes


@dataclass(frozen=True, slots=True)
class Paper:
    """One document in "zh" or "en". `wide` lays it on its side; `footer` stands on every page.

    The same paper becomes the same bytes: `made_at` is the only time in the file.
    """

    title: str
    lang: str
    made_at: datetime
    footer: str
    parts: tuple[Part, ...]
    wide: bool = False


def printable(untrusted: str) -> str:
    """Take out of a text what cannot be seen and acts on what can; lines stay lines."""
    lines = _BREAKS.sub("\n", untrusted).replace("\t", " ")
    return _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", _HIDDEN.sub("", lines))


def has_han(text: str) -> bool:
    """Say whether there are Chinese characters in a text."""
    return _HAN.search(text) is not None
