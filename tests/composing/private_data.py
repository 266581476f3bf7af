"""Invented private data in the spellings people use."""

from __future__ import annotations

import re

from hypothesis import strategies as st

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_GAPS = st.sampled_from(["", " ", "-", "\u00a0", "\u3000", "–"])


def with_id_check(first: str) -> str:
    """Add the check digit of an ID number."""
    total = sum(int(one) * weight for one, weight in zip(first, _WEIGHTS, strict=True))
    return first + "10X98765432"[total % 11]


def with_card_check(first: str) -> str:
    """Add the check digit of a card number."""
    total = 0
    for at, one in enumerate(reversed(first)):
        digit = int(one) * (2 - at % 2)
        total += digit - 9 if digit > 9 else digit
    return first + str(-total % 10)


ID_NUMBERS = [
    with_id_check(one) for one in ("33010619900101001", "11010519491231002", "44030519991230021")
]

digits = st.text("0123456789", min_size=8, max_size=8)
mobiles = st.builds(lambda second, rest: f"1{second}{rest}0", st.sampled_from("3456789"), digits)
ids = st.builds(
    lambda place, year, month, day, last: with_id_check(
        f"{place}{year}{month:02}{day:02}{last:03}"
    ),
    st.sampled_from(["330106", "110105", "440305", "810000"]),
    st.integers(1930, 2020),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 999),
)
cards = st.builds(
    lambda start, rest: with_card_check(start + rest[: 18 - len(start)]),
    st.sampled_from(["622202", "621700"]),
    st.text("0123456789", min_size=12, max_size=12),
) | st.builds(
    lambda start, rest: with_card_check(start + rest[: 15 - len(start)]),
    st.sampled_from(["4111", "5500", "356600"]),
    st.text("0123456789", min_size=12, max_size=12),
)
spelled = st.sampled_from(["", chr(0x200B)])


def grouped(number: str, gap: str) -> str:
    """Write a number as people group it: a phone 3-4-4, an ID 6-8-4, a card by four."""
    sizes = {11: (3, 4, 4), 18: (6, 8, 4)}.get(len(number), (4,) * 5)
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return gap.join(one for one in parts if one)


def wide(number: str) -> str:
    """Write the digits as full-width ones."""
    return "".join(chr(ord(one) + 0xFEE0) if one.isdigit() else one for one in number)


written = st.builds(
    lambda number, gap, full: wide(grouped(number, gap)) if full else grouped(number, gap),
    mobiles | ids | cards,
    _GAPS,
    st.booleans(),
)

_GAP = r"[\s\-–]?"
_NUMBERS = (
    re.compile(rf"(?<!\d)1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)"),
    re.compile(rf"(?<!\d)\d{{6}}{_GAP}(?:19|20)\d{{6}}{_GAP}\d{{3}}[\dXx](?!\d)"),
    re.compile(rf"(?<!\d)(?:62|[45])\d{{2}}(?:{_GAP}\d{{4}}){{3}}{_GAP}(?:\d{{3}})?(?!\d)"),
)


def numbers_in(text: str) -> list[str]:
    """Look for phone, ID and card numbers by their shape alone, not by the rules of the program."""
    plain = text.translate({0xFF10 + at: str(at) for at in range(10)})
    return [match.group() for pattern in _NUMBERS for match in pattern.finditer(plain)]
