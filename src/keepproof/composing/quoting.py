"""Messages of a chat in a complaint: word for word, with their time and the place they stand at."""

from __future__ import annotations

import re
from collections.abc import Mapping

from keepproof.composing.citing import usable, word_numbers
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.style import Style
from keepproof.composing.wording import capital, common, voiced
from keepproof.domain.chat import Role
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.quote import Quote

PREFIX = "quote."
RANK = 2
_NOT_THEIRS = frozenset({Role.ME, Role.SYSTEM})
_BREAKS = re.compile(r"\s*\n\s*")
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def quote_drafts(facts: Facts) -> list[tuple[str, Draft]]:
    """Write what is quoted, each with its time as the file shows it; what may not be cited is left out."""
    known = {one.evidence.id: one for one in usable(facts)}
    return [
        (one.said_at, _draft(one, filed.number, pictured=_pictured(filed)))
        for one in facts.quotes
        for filed in (known.get(one.evidence_id),)
        if filed is not None and filed.number is not None
    ]


def said_in(facts: Facts, words: str) -> frozenset[int]:
    """Give the numbers of the evidence from which a message of the other side with these words is quoted."""
    wanted = "".join(words.split())
    numbers = {one.evidence.id: one.number for one in usable(facts)}
    found = {
        numbers.get(one.evidence_id)
        for one in facts.quotes
        if one.role not in _NOT_THEIRS and not one.stale and wanted in "".join(one.text.split())
    }
    return frozenset(number for number in found if number is not None) if wanted else frozenset()


def _pictured(filed: FiledEvidence) -> bool:
    return filed.evidence.media_type.startswith("image/")


def _draft(quote: Quote, number: int, *, pictured: bool) -> Draft:
    def write(style: Style) -> str:
        return _worded(quote, number, style, pictured=pictured)

    id = f"{PREFIX}{number}.{quote.place}"
    fields = (id,)
    return Draft(id, "tried", write, "fact", RANK, (number,), fields, stale=quote.stale)


def _worded(quote: Quote, number: int, style: Style, *, pictured: bool) -> str:
    """Word a quotation: only line breaks become spaces, nothing in the words is changed or cut.

    Of words that were read in a picture it says so, and nobody counts lines there.
    """
    at = quote.said_at
    if style.brief and _TIME.fullmatch(at):
        at = at[5:16]
    key = "quote_brief" if style.brief else "quote"
    key = f"picture_{key}" if pictured else key
    text = common(
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
    return capital(text) if pictured and style.lang == "en" else text


def _speaker(quote: Quote, style: Style) -> str:
    """Name who spoke as the reader knows her: 贵店 in a text to the shop itself."""
    words = common(style.lang, "chat", quote.role.value)
    return voiced(words, style.lang, style.voice)


def _place(place: str, lang: str) -> str:
    """Word where a message stands: a line of the file, or its number among the messages."""
    known: Mapping[str, str] = {"L": "line", "#": "entry"}
    key = known.get(place[:1])
    return common(lang, "chat", key, number=place[1:]) if key else place
