"""Read the values of an order page: numbers, moments, amounts. All patterns match at the start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from keepproof.domain.money import Money

CHINA = timezone(timedelta(hours=8))
FIRST_YEAR, LAST_YEAR = 1995, 2099
CURRENCIES = {
    "¥": "CNY",
    "CNY": "CNY",
    "RMB": "CNY",
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "HK$": "HKD",
    "£": "GBP",
    "GBP": "GBP",
    "€": "EUR",
    "EUR": "EUR",
}
MONTHS = {
    name: at
    for at, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}

NUMBER = re.compile(
    r"[#:\s]*("
    r"\d{3}-\d{7}-\d{7}|D\d{2}-\d{7}-\d{7}"  # Amazon
    r"|\d{2}-\d{5}-\d{5}"  # eBay
    r"|\d{6}-\d{9,20}"  # Pinduoduo
    r"|\d{4}(?: \d{4}){2,5}(?: ?\d{1,3})?(?![\d-])"  # shown in groups
    r"|[A-Z]{0,4}\d{8,25}"
    r")(?![\dA-Za-z.-])"
)
TRACKING = re.compile(
    r"[#:\s(]*(\d{4}(?: \d{4}){1,5}(?: \d{1,3})?|[A-Z0-9]{0,6}\d[A-Z0-9]{6,28}(?:-\d{1,3}-\d{1,3})?-?)(?![A-Za-z0-9])"
)
_CURRENCY = r"(?P<currency>CNY|RMB|USD|EUR|GBP|US\s?\$|HK\s?\$|[¥$£€])"
# Gaps between optional marks are possessive: a long gap has one reading, not as many as there are ways to divide it.
AMOUNT = re.compile(
    rf"\s*+:?\s*+(?P<words>(?:共减|已减|省|减|抵扣?)?\s*+(?P<minus>-?)\s*+{_CURRENCY}?\s*+(?P<minus2>-?)\s*+"
    r"(?P<figure>\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?P<cents>\s?\.\s?\d{1,2})?\s*元?)(?![\d.,]{0,9}\d)"
)
FREE = re.compile(r"\s*+:?\s*+(免运费|包邮|免邮|卖家包邮|商家包邮|FREE\b|free\b|Free\b)")
_CLOCK = r"(?P<half>上午|下午|晚上|凌晨|中午)?\s*+(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2}))?(?:\.\d+)?\s*(?P<ampm>[AaPp]\.?[Mm]\.?)?"
_DAY = (
    r"(?:(?P<y>\d{4})[-/.年]\s?(?P<mo>\d{1,2})[-/.月]\s?(?P<d>\d{1,2})日?"
    r"|(?P<mo2>\d{1,2})[-/月](?P<d2>\d{1,2})日?(?![-/\d])"
    r"|(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y3>\d{4})"
    r"|(?P<d4>\d{1,2})(?:st|nd|rd|th)?\s+(?P<mo4>[A-Z][a-z]{2,8})\.?,?(?:\s+(?P<y4>\d{4}))?"
    r"|(?P<mo5>[A-Z][a-z]{2,8})\.?\s+(?P<d5>\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y5>\d{4}))?)"
)
MOMENT = re.compile(
    r"\s*+:?\s*+(?:on\s++)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s++)?"
    rf"(?P<words>{_DAY}(?:(?:\s*+,?\s*+(?:at\s++)?|T)(?:(?:周|星期)[一二三四五六日天]\s*+)?{_CLOCK})?)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stood in the text it was read from; `problem` where it is of no use."""

    value: str | Money | datetime | None
    start: int
    end: int
    problem: str = ""


def number(text: str) -> Found | None:
    """Read an order number at the start of a text; groups are closed up."""
    match = NUMBER.match(text)
    if match is None:
        bad = re.match(r"[#:\s]*(\d[\d.Ee+]*)", text)
        return Found(None, *bad.span(1), "readers.bad_number") if bad else None
    return Found(match[1].replace(" ", ""), *match.span(1))


def tracking(text: str) -> Found | None:
    """Read a tracking number at the start of a text."""
    match = TRACKING.match(text)
    if match is None or sum(one.isdigit() for one in match[1]) < 6:
        return None
    return Found(match[1].replace(" ", "").rstrip("-"), *match.span(1))


def amount(text: str, currency: str, *, signed: bool = False) -> Found | None:
    """Read an amount at the start of a text; `currency` where it names none.

    An amount below zero is a problem unless `signed`, where the sign is dropped (discounts).
    """
    match = AMOUNT.match(text)
    if match is None:
        bad = re.match(rf"\s*+:?\s*+(-?\s*+(?:{_CURRENCY}\s*+)?-?\d[\d.,]*)", text)
        return Found(None, *bad.span(1), "readers.bad_amount") if bad else None
    below = bool(match["minus"] or match["minus2"])
    figure = match["figure"] + (match["cents"] or "").replace(" ", "")
    unit = CURRENCIES.get((match["currency"] or "").replace(" ", ""), currency)
    try:
        money = Money.parse(figure, unit)
    except ValueError:
        return Found(None, *match.span("words"), "readers.bad_amount")
    if below and not signed and money.cents:
        return Found(None, *match.span("words"), "readers.bad_amount")
    start, end = match.span("words")
    return Found(money, start, start + len(text[start:end].rstrip()))


def moment(text: str, zone: timezone | None) -> Found | None:
    """Read a moment at the start of a text. `zone` None is the zone of this computer.

    What has no year, or leaves open which is day and which month, is a problem and not guessed.
    """
    match = MOMENT.match(text)
    if match is None:
        bad = re.match(r"\s*+:?\s*+(\d[\d\-/.: ]*\d|\d|今天|昨天|前天)", text)
        return Found(None, *bad.span(1), "readers.bad_date") if bad else None
    span = match.span("words")
    day = _day(match)
    if isinstance(day, str):
        return Found(None, *span, day)
    try:
        naive = datetime(*day, *_clock(match))  # noqa: DTZ001
        at = naive.replace(tzinfo=zone) if zone is not None else naive.astimezone()
    except (ValueError, OverflowError, OSError):
        return Found(None, *span, "readers.bad_date")
    if not FIRST_YEAR <= day[0] <= LAST_YEAR:
        return Found(None, *span, "readers.bad_date")
    return Found(at, *span, "" if match["h"] else "readers.date_without_time")


def _day(match: re.Match[str]) -> tuple[int, int, int] | str:
    """Return year, month and day, or the code of why they are not known."""
    if match["y"]:
        return int(match["y"]), int(match["mo"]), int(match["d"])
    if match["a"]:
        first, second = int(match["a"]), int(match["b"])
        if first <= 12 and second <= 12 and first != second:
            return "readers.date_ambiguous"
        month, day = (second, first) if first > 12 else (first, second)
        return int(match["y3"]), month, day
    for year, name, day_of in (("y4", "mo4", "d4"), ("y5", "mo5", "d5")):
        if match[name]:
            known = MONTHS.get(match[name][:3].lower())
            if known is None:
                return "readers.bad_date"
            return (int(match[year]), known, int(match[day_of])) if match[year] else _NO_YEAR
    return _NO_YEAR


_NO_YEAR = "readers.date_without_year"


def _clock(match: re.Match[str]) -> tuple[int, int, int]:
    if not match["h"]:
        return 0, 0, 0
    hour = int(match["h"])
    half = (match["ampm"] or match["half"] or "").lower()
    if half.startswith(("p", "下", "晚")) and hour < 12:
        hour += 12
    elif half.startswith(("a", "上", "凌")) and hour == 12:
        hour = 0
    return hour, int(match["m"]), int(match["s"] or 0)
