"""Where things stand in a text, as Python counts and as Qt does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from keepproof.domain import complaint as domain
from keepproof.domain.complaint import Complaint, Span, Statement

# 证据3, 证据3、6, Evidence 3, Evidence 3 and 6, E3: the words before a number belong to it.
NUMBERS = re.compile(r"证据\s?\d+|(?:Evidence|Ev\.|Items?)\s\d+|(?<![A-Za-z0-9])E\d+|\d+")
LABELLED = re.compile(r"\D")
LABEL = re.compile(r"^[^：:\n]{1,24}[：:]", re.MULTILINE)
# What every text has; it says nothing that could be proved.
FRAME = {"greeting", "reply", "closing", "declaration", "basis", "evidence", "parties"}


def own_word(statement: Statement) -> bool:
    """Say whether a statement about the matter rests on the user's word alone."""
    return statement.stated_by_user and statement.part not in FRAME


def label_places(text: str) -> list[tuple[int, int]]:
    """Find the label at the beginning of each line of a card: 订单号：, Order number:."""
    return [match.span() for match in LABEL.finditer(text)]


def number_places(text: str, span: Span, citations: Iterable[int]) -> list[tuple[int, int]]:
    """Find where a statement names its evidence: 证据3, and bare figures that follow one (证据3、5)."""
    known = set(citations)
    found = list(NUMBERS.finditer(text, span.start, span.end))
    places: list[tuple[int, int]] = []
    for before, match in pairwise([None, *found]):
        if match is None or int(re.sub(r"\D", "", match.group())) not in known:
            continue
        labelled = LABELLED.match(match.group()) is not None
        follows = bool(
            before is not None
            and places
            and places[-1][1] == before.end()
            and re.fullmatch(r"\s*(?:[、,，]|and|至|–|-|—)\s*", text[before.end() : match.start()])
        )
        if labelled or follows:
            places.append((match.start(), match.end()))
    return places


def found_places(complaint: Complaint, warning: domain.Warning) -> list[tuple[int, int]]:
    """Find where the words a warning is about stand in the text; wording may have changed their spaces."""
    letters = [re.escape(one) for one in warning.found if not one.isspace()]
    if not letters:
        return []
    words = re.compile(r"\s*".join(letters), re.IGNORECASE)
    about = {
        one.id
        for one in complaint.statements
        if one.id == warning.place or (warning.place in one.fields and not one.edited)
    }
    return [
        match.span()
        for span in complaint.spans
        if span.statement in about
        for match in words.finditer(complaint.text, span.start, span.end)
    ]


def units(text: str, place: int) -> int:
    """Count as Qt does: characters beyond the basic plane are two."""
    return place + sum(1 for one in text[:place] if ord(one) > 0xFFFF)


def in_units(text: str, span: Span) -> tuple[int, int, str]:
    """Give start, end and statement of a span as Qt counts them."""
    return units(text, span.start), units(text, span.end), span.statement
