"""Dates, times and amounts as they stand in a complaint."""

from __future__ import annotations

import re
from datetime import date, datetime

from keepproof.composing.style import Moments
from keepproof.domain.money import Money

UNITS = {"CNY": "元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "HKD": "港元", "JPY": "日元"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_moment(text: str) -> datetime | date | None:
    """Read a stored moment; a bare day stays a day, anything else is None."""
    try:
        if _DAY.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None


def word_moment(at: datetime | date, lang: str, form: Moments, year: int) -> str:
    """Write a moment by its own clock; a short form names the year only when it is another one."""
    timed = form == "minute" and isinstance(at, datetime)
    if lang == "zh":
        day = _chinese_day(at, form, same_year=at.year == year)
    else:
        day = f"{at.day} {MONTHS[at.month - 1]}"
        if form in {"minute", "day"} or at.year != year:
            day += f" {at.year}"
    return f"{day} {at.strftime('%H:%M')}" if timed else day


def _chinese_day(at: datetime | date, form: Moments, *, same_year: bool) -> str:
    if form in {"minute", "day"} or (form == "tight" and not same_year):
        return f"{at.year:04}-{at.month:02}-{at.day:02}"
    if form == "tight":
        return f"{at.month:02}-{at.day:02}"
    day = f"{at.month} 月 {at.day} 日"
    return day if same_year else f"{at.year} 年 {day}"


def word_day(at: date, lang: str) -> str:
    """Write a whole day, as at the end of a letter."""
    if lang == "zh":
        return f"{at.year} 年 {at.month} 月 {at.day} 日"
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def word_deadline(at: datetime, lang: str, form: Moments, year: int) -> str:
    """Write the moment an answer is asked for; English readers may be in another time zone."""
    words = word_moment(at, lang, form, year)
    offset = at.utcoffset()
    if lang == "zh" or offset is None or form != "minute":
        return words
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    zone = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return f"{words} (UTC{zone})"


def word_money(money: Money, lang: str, *, brief: bool) -> str:
    """Write an amount: 1299.00 元, CNY 1,299.00; brief forms leave out zero cents."""
    whole, cents = divmod(abs(money.cents), 100)
    rest = "" if brief and not cents else f".{cents:02d}"
    if lang == "zh":
        return f"{whole}{rest} {UNITS.get(money.currency, money.currency)}"
    return f"{money.currency} {whole:,}{rest}"
