"""Dates, money, numbers and values as each language and size writes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from keepproof.domain.evidence import number_runs
from keepproof.domain.money import Money

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ELLIPSIS = "…"
JOINERS = {"\u200d", "\ufe0e", "\ufe0f"}


def moment(text: str, lang: str, form: str, zone: str) -> str:
    """Write an ISO moment in the platform's zone: full (with time), day, or short (month and day)."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is not None:
        at = at.astimezone(ZoneInfo(zone))
    if form == "full":
        return f"{day(at.date(), lang, form)} {at:%H:%M}"
    return day(at.date(), lang, form)


def day(at: date, lang: str, form: str) -> str:
    """Write a date: 2026-11-01 and 1 Nov 2026, or 11月1日 and 1 Nov when short."""
    if lang == "zh":
        return f"{at.month}月{at.day}日" if form == "short" else at.isoformat()
    month = MONTHS[at.month - 1]
    return f"{at.day} {month}" if form == "short" else f"{at.day} {month} {at.year}"


def money(amount: Money, lang: str) -> str:
    """Write an amount inside a text: 1299.00 元, CNY 1,299.00."""
    if lang == "zh" and amount.currency == "CNY":
        return f"{amount.plain()} 元"
    whole, _, rest = amount.plain().partition(".")
    return f"{amount.currency} {int(whole):,}.{rest}"


def citation(numbers: Iterable[int], lang: str, *, short: bool) -> str:
    """Write evidence numbers with runs folded: 证据3、证据5至8, Evidence 3, 5–8, E3、E5-8."""
    runs = number_runs(numbers)
    if short:
        parts = [f"E{a}" if a == b else f"E{a}-{b}" for a, b in runs]
        return ("、" if lang == "zh" else ", ").join(parts)
    if lang == "zh":
        return "、".join(f"证据{a}" if a == b else f"证据{a}至{b}" for a, b in runs)
    return "Evidence " + ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs) if runs else ""


def value(untrusted_text: str) -> str:
    """Fold what a user typed into one line that joins into a sentence."""
    shown = "".join(one if one.isprintable() or one.isspace() else "" for one in untrusted_text)
    return " ".join(shown.split()).rstrip("。．.;；,，、")


def clip(text: str, limit: int) -> str:
    """Shorten a text to `limit` characters with an ellipsis, never inside a number, word or grapheme."""
    if len(text) <= limit:
        return text
    place = limit - 1
    while place > 0 and not _may_cut(text, place):
        place -= 1
    return text[:place].rstrip() + ELLIPSIS if place > 0 else ELLIPSIS


def _may_cut(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in JOINERS or before in JOINERS or unicodedata.combining(after):
        return False
    if "\U0001f3fb" <= after <= "\U0001f3ff":
        return False
    return not (_glued(before) and _glued(after))


def _glued(one: str) -> bool:
    return one.isdigit() or one in ".,:-/%" or (one.isascii() and one.isalpha())


def compact(text: str) -> str:
    """Drop the spaces between Chinese and Latin words or digits, where every byte counts."""
    made: list[str] = []
    for place, one in enumerate(text):
        if one == " " and 0 < place < len(text) - 1:
            before, after = text[place - 1], text[place + 1]
            if _wide(before) or _wide(after):
                continue
        made.append(one)
    return "".join(made)


def _wide(one: str) -> bool:
    return unicodedata.east_asian_width(one) in {"W", "F"} or one in "“”‘’…"


def groups_of_four(number: str) -> str:
    """Write a long number in groups, so that it can be read aloud."""
    if not number.isdigit():
        return number
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
