"""Messages of a chat in a complaint: word for word, with their time and the place they stand at."""

from __future__ import annotations

import re
from collections.abc import Mapping

from keepproof.composing.citing import usable, word_numbers
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.style import Style
from keepproof.composing.wording import common, voiced
from keepproof.domain.quote import Quote

PREFIX = "quote."
RANK = 2
_BREAKS = re.compile(r"\s*\n\s*")
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def quote_drafts(facts: Facts) -> list[tuple[str, Draft]]:
    """Write what is quoted, each with its time as the file shows it; what may not be cited is left out."""
    numbers = {one.evidence.id: one.number for one in usable(facts) if one.number is not None}
    return [
        (one.said_at, _draft(one, numbers[one.evidence_id]))
        for one in facts.quotes
        if one.evidence_id in numbers
    ]


def _draft(quote: Quote, number: int) -> Draft:
    def write(style: Style) -> str:
        return _worded(quote, number, style)

    id = f"{PREFIX}{number}.{quote.place}"
    return Draft(id, "tried", write, "fact", RANK, (number,), (id,))


def _worded(quote: Quote, number: int, style: Style) -> str:
    """Word a quotation: only line breaks become spaces, nothing in the words is changed or cut."""
    at = quote.said_at
    if style.brief and _TIME.fullmatch(at):
        at = at[5:16]
    key = "quote_brief" if style.brief else "quote"
    return common(
        style.lang,
        "chat",
        key,
        at=at,
        who=_speaker(quote, style),
        name=quote.sender,
        words=_BREAKS.sub(" ", quote.text).strip(),
        numbers=word_numbers((number,), style),
        place=_place(quote.place, style.lang),
    )


def _speaker(quote: Quote, style: Style) -> str:
    """Name who spoke as the reader knows her: 贵店 in a text to the shop itself."""
    words = common(style.lang, "chat", quote.role.value)
    return voiced(words, style.lang, style.voice)


def _place(place: str, lang: str) -> str:
    """Word where a message stands: a line of the file, or its number among the messages."""
    known: Mapping[str, str] = {"L": "line", "#": "entry"}
    key = known.get(place[:1])
    return common(lang, "chat", key, number=place[1:]) if key else place
