"""Read single cells: names, numbers, amounts, moments and what they say about refunds."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from keepproof.domain.bill import Direction
from keepproof.domain.money import Money
from keepproof.readers.encoding import HIDDEN

CHINA = ZoneInfo("Asia/Shanghai")
LONGEST = 500
FIRST_YEAR, LAST_YEAR = 1995, 2100
BLANKS = frozenset({"", "/", "-", "--", "Not Applicable", "Not Available", "(无)"})

_CUT = re.compile(r"[+-]?[0-9](\.[0-9]+)?[eE]\+?[0-9]+")
_EXCEL_TEXT = re.compile(r'="?(.*?)"?')
_DAY = re.compile(
    r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?"
    r"(?:[ T]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_US_DAY = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{4}|[0-9]{2})(\s.*)?")
_SERIAL = re.compile(r"[0-9]{5}(\.[0-9]+)?")
_ALL_BACK = re.compile(r"已?全额退款")
_SOME_BACK = re.compile(r"已?退款\s*[(（]?\s*[¥￥]?\s*([0-9][0-9,]*(?:\.[0-9]{1,2})?)")
_PARCEL = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Z0-9]*[0-9]{6})[A-Z]{0,6}[0-9][A-Z0-9]{6,28}(?![A-Za-z0-9.])"
)
_COURIER = re.compile(r"[^\W\d_][^\d(（:：;；,，/|]{0,29}")
_AMOUNT = re.compile(r"([^(（]*)(?:[(（].*)?", re.DOTALL)


class CellError(ValueError):
    """Say why a row cannot be used: `code` and the words of the cell."""

    def __init__(self, code: str, words: str) -> None:
        """Keep the code of the reason and the words it is about."""
        super().__init__(code, words)
        self.code = code
        self.words = words[:60]


def tidy(cell: str) -> str:
    """Free a cell from padding, from the way spreadsheets protect a text, and from hidden characters."""
    if not cell.isprintable():
        cell = "".join(" " if one in "\t\r\n" else one for one in cell if _seen(one))
    cell = cell.strip()
    if cell.startswith("="):
        whole = _EXCEL_TEXT.fullmatch(cell)
        cell = whole.group(1).strip() if whole else cell
    return cell[:LONGEST]


def _seen(one: str) -> bool:
    return one in "\t\r\n" or unicodedata.category(one) not in HIDDEN


def name(cell: str) -> str:
    """Write the name of a column in one way, whatever its width and spaces."""
    return "".join(unicodedata.normalize("NFKC", tidy(cell)).split())


def filled(cell: str) -> str:
    """Return the text of a cell, "" where it holds a sign for nothing."""
    text = tidy(cell)
    return "" if text in BLANKS else text


def number(cell: str) -> str:
    """Read an order number as text; CellError where a spreadsheet cut it."""
    text = filled(cell)
    if _CUT.fullmatch(text):
        raise CellError("bills.number_cut", text)
    return text.removeprefix("'").removeprefix("`")


def amount(cell: str, currency: str = "CNY") -> Money:
    """Read an amount, also with a remark about a refund behind it; CellError where it is none."""
    bare = _AMOUNT.fullmatch(tidy(cell))
    try:
        return Money.parse(bare.group(1) if bare else "", currency)
    except ValueError as error:
        raise CellError("bills.amount_unreadable", tidy(cell)) from error


def amount_or_none(cell: str, currency: str = "CNY") -> Money | None:
    """Read an amount that may be missing or unusable."""
    try:
        return amount(cell, currency)
    except CellError:
        return None


def paid_back(cell: str, paid: Money) -> Money | None:
    """Read what a cell says came back: all of it, a part, or nothing."""
    text = tidy(cell)
    part = _SOME_BACK.search(text)
    if part is not None:
        return amount_or_none(part.group(1), paid.currency)
    return paid if _ALL_BACK.search(text) else None


def parcel(cell: str) -> tuple[str, str]:
    """Read the courier and the first tracking number of a cell, "" for what it does not say for sure.

    It may name the courier before the number, as in 圆通速递：YT8812345678901 or UPS(1Z999AA10123456784).
    """
    text = filled(cell).lstrip("'`")
    number = None if _CUT.fullmatch(text) else _PARCEL.search(text)
    if number is None:
        return "", ""
    named = _COURIER.match(text[: number.start()].strip())
    return (named.group(0).strip() if named else ""), number.group(0)


def count(cell: str) -> int:
    """Read a quantity; 1 where nothing usable stands there."""
    text = filled(cell).lstrip("xX×*")
    whole = text.partition(".")[0]
    return max(1, int(whole)) if re.fullmatch(r"[0-9]{1,6}", whole) else 1


def moment(cell: str, zone: tzinfo = CHINA) -> datetime | None:
    """Read a moment; None where the cell is empty, CellError where it cannot be told for sure."""
    text = filled(cell)
    if not text:
        return None
    if _US_DAY.fullmatch(text):
        raise CellError("bills.date_ambiguous", text)
    found = _DAY.fullmatch(text)
    try:
        at = _written(found, zone) if found else _serial(text, zone)
    except (ValueError, OverflowError) as error:
        raise CellError("bills.date_unreadable", text) from error
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise CellError("bills.date_unreadable", text)
    return at


def direction(cell: str) -> Direction:
    """Read whether money went out or came in."""
    text = tidy(cell)
    if text in {"支出", "已支出", "待支出"}:
        return "out"
    return "in" if text in {"收入", "已收入", "待收入"} else "neutral"


def _written(found: re.Match[str], zone: tzinfo) -> datetime:
    year, month, day, hour, minute, second = (int(one or 0) for one in found.groups()[:6])
    offset = found.group(7)
    if offset == "Z":
        zone = UTC
    elif offset:
        hours, minutes = int(offset[1:3]), int(offset[-2:])
        span = timedelta(hours=hours, minutes=minutes)
        zone = timezone(-span if offset[0] == "-" else span)
    return datetime(year, month, day, hour, minute, second, tzinfo=zone)


def _serial(text: str, zone: tzinfo) -> datetime:
    """Read the day number of a spreadsheet: days since 1899-12-30."""
    if not _SERIAL.fullmatch(text):
        raise ValueError(text)
    seconds = round(float(text) * 86_400)
    return datetime(1899, 12, 30, tzinfo=zone) + timedelta(seconds=seconds)
