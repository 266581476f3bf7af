"""Find private data in a text: phone, ID and card numbers, e-mail and postal addresses, names of others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from keepproof.composing import private_names, private_places
from keepproof.composing.cleaning import visible

PrivateKind = Literal["phone", "id", "card", "email", "address", "name"]

_GAP = r"[ \t\n\-‐‑–—·]{1,3}"
_ID_PLACES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
# A number that is money, or that goes on behind a point, is no phone and no card.
_NO_MONEY_BEFORE = r"(?<![\d.¥￥$€£])(?<![¥￥$€£] )"
_NO_MONEY_AFTER = r"(?!\d|\.\d|\s?(?:元|块|圆|yuan\b|CNY\b|RMB\b|USD\b|EUR\b|GBP\b))"

_ID = re.compile(rf"(?<!\d)[1-9]\d{{5}}(?:{_GAP})?\d{{8}}(?:{_GAP})?\d{{3}}[\dXx](?![\dA-Za-z])")
_ID_NAMED = re.compile(r"(?:身份证号?码?|证件号码?|\bID (?:card )?(?:number|no\.?)|identity number)\D{0,6}$", re.I)  # fmt: skip
_CARD = re.compile(
    rf"{_NO_MONEY_BEFORE}\d{{4}}(?:(?:{_GAP})?\d{{4}}){{2}}(?:{_GAP})?\d{{3,4}}(?:(?:{_GAP})?\d{{1,3}})?{_NO_MONEY_AFTER}"
    rf"|{_NO_MONEY_BEFORE}3[47]\d{{2}}{_GAP}\d{{6}}{_GAP}\d{{5}}{_NO_MONEY_AFTER}"
)
_CARD_NAMED = re.compile(
    r"(?:银行卡号?|卡号|信用卡号?|储蓄卡号?|借记卡号?|\bcard(?: number| no\.?)?|\bvisa|\bmastercard)\D{0,6}$",
    re.I,
)
_CARD_STARTS = re.compile(r"62\d{14,17}|4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|35\d{14}")
_GROUPS = "|".join(
    _GAP.join(parts)
    for parts in (
        (r"1[3-9]\d", r"\d{4}", r"\d{4}"),
        (r"1[3-9]\d{2}", r"\d{3}", r"\d{4}"),
        (r"1[3-9]\d{2}", r"\d{4}", r"\d{3}"),
        (r"1[3-9]\d", r"\d{3}", r"\d{5}"),
        (r"1[3-9]\d", r"\d{8}"),
        (r"1[3-9]\d{5}", r"\d{4}"),
        (r"1[3-9]\d{4}", r"\d{5}"),
        ("1", "[3-9]", *[r"\d"] * 9),
    )
)
_MOBILE = re.compile(
    rf"{_NO_MONEY_BEFORE}(?:(?:\+|00)?86[ \-‐‑–—·]{{0,3}})?(?:1[3-9]\d{{9}}|{_GROUPS}){_NO_MONEY_AFTER}"
)
_LANDLINE = re.compile(
    r"(?<![\d\-])(?:\(0\d{2,3}\)\s?|（0\d{2,3}）\s?|0\d{2,3}[ \-–—]{1,2})[2-9]\d{2,3}[ \-]?\d{4}(?![\d])"
)
_ABROAD = re.compile(
    r"(?<![\d+])\+[1-9]\d{0,2}[ \-.]?(?:\(\d{1,4}\)[ \-.]?)?\d{1,4}(?:[ \-.]?\d{2,4}){1,4}(?!\d)"
    r"|(?<![\d\-])(?:\(\d{3}\) ?|\d{3}[\-.])\d{3}[\-. ]\d{4}(?![\d\-])"
    r"|(?<![\d\-])07\d{3}[ \-]?\d{3}[ \-]?\d{3}(?!\d)"
)
_CALLED = re.compile(
    r"(?:(?:电话|手机|座机|固话|号码|来电|拨打|致电|联系方式)[^\d，。；\n]{0,6}|\b(?:tel|phone|mobile|call|ring|text|whatsapp|number)\b[^\d\n]{0,8})$",
    re.I,
)
_BARE_CALLED = re.compile(r"(?<!\d)0?[1-9]\d(?:[ \-]?\d){6,9}(?!\d)")
_SERVICE = re.compile(r"(?:400|800)|95|96\d|12\d{3}$|10086|10010|10000")
# A number behind the letters of a courier is the number of a parcel.
_LETTERS = re.compile(r"(?<![A-Za-z])(?:[A-Z]{1,5}|sf|yt|jt|jd|zt|st|yd|ems|dpk)$")
_EMAIL = re.compile(
    r"[A-Za-z0-9][\w.+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}", re.A
)
# What names a thing: the number behind it is never private.
_THING = re.compile(
    r"(?:订单(?:编)?号?|运单号?|快递单号?|物流单号?|退货单号?|退款(?:单|编)号?|单号|交易号|流水号|商户单号|工单号?|工号|编号|批号|序列号|货号|型号|案号|"
    r"发票(?:号码|代码)|信用代码|\border(?: (?:number|no\.?|id))?|\btracking(?: (?:number|no\.?))?|\bparcel(?: (?:number|no\.?))?|"
    r"\b(?:return|reference|transaction|ticket|case|serial|batch|invoice|model) (?:number|no\.?)|\bref\.?|\btransaction|\bticket|\bserial)"
    r"\s*(?:是|为|：|:|#|is|was|，)?\s*$",
    re.I,
)
_RUN = re.compile(
    r"\d{4}(?:[ \-]\d{4}){2,}(?:[ \-]\d{1,3})?(?!\d)|[A-Za-z]{0,6}\d[\dA-Za-z\-]{3,40}"
)


@dataclass(frozen=True, slots=True)
class Private:
    """One private item: characters start (in) to end (out), and the value spelled the same wherever it stands."""

    start: int
    end: int
    kind: PrivateKind
    value: str


@lru_cache(maxsize=4096)
def find(text: str, known: frozenset[str] = frozenset()) -> tuple[Private, ...]:
    """Find the private items of a text, in the order they stand; `known` are numbers that are none."""
    if not text:
        return ()
    plain, places = _plain(text)
    plain = _without(plain, known)
    found: list[Private] = []
    for start, end, kind, value in _candidates(plain):
        if all(end <= one.start or one.end <= start for one in found):
            found.append(Private(start, end, kind, value))
    back = [
        Private(places[one.start], places[one.end - 1] + 1, one.kind, one.value) for one in found
    ]
    return tuple(sorted(back, key=lambda one: one.start))


def _plain(text: str) -> tuple[str, list[int]]:
    """Write digits and Latin letters plainly and drop what cannot be seen; places lead back."""
    made: list[str] = []
    places: list[int] = []
    for at, one in enumerate(text):
        if not visible(one) or one in "\u200c\u200d\ufe0e\ufe0f":
            continue
        folded = unicodedata.normalize("NFKC", one)
        made.append(folded if len(folded) == 1 else one)
        places.append(at)
    return "".join(made), places


def _without(text: str, known: frozenset[str]) -> str:
    """Blank out the numbers that name an order, a parcel or another thing."""
    for number in known:
        spelled = r"[ \-]?".join(map(re.escape, number))
        text = re.sub(rf"(?<![0-9A-Za-z]){spelled}(?![0-9A-Za-z])", _blank, text)
    for run in _RUN.finditer(text):
        if _THING.search(text, max(0, run.start() - 24), run.start()):
            text = text[: run.start()] + _blank(run) + text[run.end() :]
    return text


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match.group())


def _candidates(text: str) -> Iterator[tuple[int, int, PrivateKind, str]]:
    """Give what may be private, the surest first."""
    for match in _EMAIL.finditer(text):
        yield match.start(), match.end(), "email", match.group().lower()
    for match in _checked(_ID, text, _is_id):
        yield match.start(), match.end(), "id", _digits(match.group()).upper()
    for match in _checked(_CARD, text, _is_card):
        yield match.start(), match.end(), "card", _digits(match.group())
    yield from _phones(text)
    for start, end in private_places.find(text):
        yield start, end, "address", text[start:end]
    for start, end in private_names.find(text):
        yield start, end, "name", text[start:end]


def _checked(
    pattern: re.Pattern[str], text: str, good: Callable[[re.Match[str]], bool]
) -> Iterator[re.Match[str]]:
    """Give the matches that pass a check; where one does not, another may begin inside it."""
    at = 0
    while match := pattern.search(text, at):
        passed = good(match)
        at = match.end() if passed else match.start() + 1
        if passed:
            yield match


def _is_id(match: re.Match[str]) -> bool:
    named = _ID_NAMED.search(match.string, max(0, match.start() - 24), match.start())
    return named is not None or is_id_number(_digits(match.group()).upper())


def _is_card(match: re.Match[str]) -> bool:
    number = _digits(match.group())
    if _CARD_NAMED.search(match.string, max(0, match.start() - 24), match.start()):
        return True
    return _CARD_STARTS.fullmatch(number) is not None and is_card_number(number)


def _phones(text: str) -> Iterator[tuple[int, int, PrivateKind, str]]:
    for match in _MOBILE.finditer(text):
        if not _glued(text, match.start()):
            yield match.start(), match.end(), "phone", _digits(match.group())[-11:]
    for pattern in (_LANDLINE, _ABROAD):
        for match in pattern.finditer(text):
            number = _digits(match.group())
            if not _SERVICE.match(number) and 7 <= len(number) <= 15:
                yield match.start(), match.end(), "phone", number
    for match in _BARE_CALLED.finditer(text):
        number = _digits(match.group())
        called = _CALLED.search(text, max(0, match.start() - 24), match.start())
        if called and not _SERVICE.match(number) and not _is_day(match.group()):
            yield match.start(), match.end(), "phone", number


def _glued(text: str, start: int) -> bool:
    return _LETTERS.search(text, max(0, start - 12), start) is not None


def _is_day(words: str) -> bool:
    return (
        re.match(r"(?:19|20)\d{2}[ \-]?(?:0[1-9]|1[0-2])[ \-]?(?:0[1-9]|[12]\d|3[01])", words)
        is not None
    )


def _digits(text: str) -> str:
    return re.sub(r"[^0-9Xx]", "", text)


def names_a_thing(label: str) -> bool:
    """Say whether a label asks for the number of a parcel, a ticket or another thing."""
    return _THING.search(label) is not None


def is_id_number(number: str) -> bool:
    """Check a Chinese ID number of 18 places: place, birthday, check digit (GB 11643)."""
    if not re.fullmatch(r"\d{17}[\dX]", number) or number[:2] not in _ID_PLACES:
        return False
    year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    if not (1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31):
        return False
    total = sum(int(one) * weight for one, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17]


def is_card_number(number: str) -> bool:
    """Check the last digit of a card number (Luhn)."""
    total = 0
    for at, one in enumerate(reversed(number)):
        digit = int(one) * (1 + at % 2)
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0
