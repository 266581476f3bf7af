"""Search the whole library: read what was typed, find it, and keep the index behind it up to date."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from keepproof import messages
from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.search import TYPES, Hits, Term, Wanted
from keepproof.errors import KnownError
from keepproof.services.outcome import Outcome

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library

LIMIT = 50
LONGEST = 1000
MOST_TERMS = 32
# How long one look may read what changed before it answers from what is read already.
PATIENCE = 0.05

_ALIKE = str.maketrans("“”„「」『』＂：－\u2212", '"""""""":--')
_PARTS = re.compile(
    r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?'
    r'|(?P<name>[^\s":]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s"]*))'
    r'|(?P<word>[^\s"]+))'
)
_BARE = {"-", '"', '""', '-"', '-""'}  # what a query begins with
_FILTERS = {
    "kind": "kind",
    "类型": "kind",
    "類型": "kind",
    "order": "order",
    "订单": "order",
    "訂單": "order",
    "after": "after",
    "之后": "after",
    "之後": "after",
    "before": "before",
    "之前": "before",
    "date": "date",
    "日期": "date",
}
_DAY = re.compile(r"(\d{4})(?:[-/.年]?(\d{1,2})(?:[-/.月]?(\d{1,2}))?)?[日月年]?")


def parse(text: str, book: Book) -> Wanted:
    """Read a query: words, "phrases", -without, kind: order: after: before: date: and their Chinese names.

    Text of any kind is read; what looks like no filter is a word. KnownErrors: search.empty, only_marks, only_excluded, too_long,
    bad_date, bad_kind, filter_minus.
    """
    if len(text) > LONGEST:
        raise KnownError("search.too_long", most=LONGEST)
    wanted = Wanted()
    parts = list(_PARTS.finditer(text.translate(_ALIKE)))
    for part in parts:
        wanted = _with(wanted, part, book)
    if len(wanted.terms) + len(wanted.excluded) > MOST_TERMS:
        raise KnownError("search.too_many", most=MOST_TERMS)
    if not wanted.terms and wanted.excluded:
        raise KnownError("search.only_excluded")
    if not wanted.terms and not wanted.filtered:
        # A filter that is still being typed is no word yet.
        marks = any(part["name"] is None and part[0] not in _BARE for part in parts)
        raise KnownError("search.only_marks" if marks else "search.empty")
    return wanted


def search(
    library: Library,
    text: str,
    book: Book,
    *,
    limit: int = LIMIT,
    patience: float | None = PATIENCE,
) -> Hits:
    """Find what a query asks for; what changed since is indexed first, for so many seconds (None: all of it)."""
    wanted = parse(text, book)
    library.search.refresh(patience)
    return library.search.find(wanted, limit)


def index(library: Library, seconds: float = PATIENCE) -> Outcome[int]:
    """Index what changed, or tidy the index, for about so many seconds; gives how many things still wait."""
    waiting = library.search.refresh(seconds)
    if not waiting and library.search.tidy(seconds):
        waiting = 1
    return Outcome(waiting, Changes())


def _with(wanted: Wanted, part: re.Match[str], book: Book) -> Wanted:
    name = _FILTERS.get((part["name"] or "").casefold())
    if name is None:
        exact = part["phrase"] is not None
        words = part["phrase"] if exact else part[0].removeprefix(part["minus"])
        return _with_term(wanted, Term(words, exact=exact), excluded=bool(part["minus"]))
    if part["minus"]:
        raise KnownError("search.filter_minus", name=part["name"])
    value = (part["quoted"] if part["quoted"] is not None else part["value"]).strip()
    if not value:
        return wanted  # it is still being typed
    if name == "order":
        return replace(wanted, order=value)
    if name == "kind":
        types, kinds = _kinds(value, book)
        return replace(wanted, types=wanted.types | types, kinds=wanted.kinds | kinds)
    first, last = _days(value)
    if name == "after":
        return replace(wanted, since=first)
    if name == "before":
        return replace(wanted, until=date.fromordinal(max(first.toordinal() - 1, 1)))
    return replace(wanted, since=first, until=last)


def _with_term(wanted: Wanted, term: Term, *, excluded: bool) -> Wanted:
    from keepproof.library.search_words import searchable  # noqa: PLC0415 - the folding tables, not for the first paint

    if not searchable(term):
        return wanted
    if excluded:
        return replace(wanted, excluded=(*wanted.excluded, term))
    return replace(wanted, terms=(*wanted.terms, term))


def _kinds(value: str, book: Book) -> tuple[frozenset[str], frozenset[str]]:
    """Find the types and kinds of evidence whose name, or a part of it, this is; KnownError search.bad_kind."""
    asked = value.casefold()
    types = frozenset(one for one in TYPES if _names(asked, one, *_words(one)))
    kinds = frozenset(
        one.value
        for one in EvidenceKind
        if _names(asked, one.value, book.kind(one).label.zh, book.kind(one).label.en)
    )
    # 类型:订单 asks for orders, not for pictures of an order page.
    exact = frozenset(one for one in types if asked in {one, *map(str.casefold, _words(one))})
    if exact:
        return exact, frozenset({asked} & set(kinds))
    if not types and not kinds:
        raise KnownError("search.bad_kind", value=value)
    return types, kinds


def _words(type: str) -> tuple[str, str]:
    entry = messages.sentences()[f"search.type.{type}"]
    return entry["zh"], entry["en"]


def _names(asked: str, id: str, *labels: str) -> bool:
    return asked == id or any(asked in one.casefold() for one in labels)


def _days(value: str) -> tuple[date, date]:
    """Read a day, month, year or a span of them as its first and last day; KnownError search.bad_date."""
    first, parted, last = value.partition("..")
    try:
        begin, end = _period(first)
        if parted:
            end = _period(last)[1]
    except ValueError as error:
        raise KnownError("search.bad_date", value=value) from error
    return begin, end


def _period(value: str) -> tuple[date, date]:
    found = _DAY.fullmatch(value.strip())
    if found is None:
        raise ValueError(value)
    year, month, day = (int(one) if one else 0 for one in found.groups())
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    last = month or 12
    return first, date(year, last, calendar.monthrange(year, last)[1])
