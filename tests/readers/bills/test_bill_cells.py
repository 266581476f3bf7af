from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from keepproof.domain.money import Money
from keepproof.readers.bills import cells
from keepproof.readers.bills.cells import CHINA, CellError

PADS = some.sampled_from(["", " ", "\t", "   ", " \t", "\u3000", "\ufeff"])
SYMBOLS = some.sampled_from(["", "¥", "￥"])


@given(some.integers(0, 10**11), SYMBOLS, PADS)
def test_an_amount_survives_being_written(cents: int, symbol: str, pad: str) -> None:
    text = f"{pad}{symbol}{Decimal(cents) / 100:.2f}{pad}"
    assert cells.amount(text) == Money(cents)


@given(some.integers(1, 10**9), some.integers(1, 10**9))
def test_what_came_back_survives_being_written(cents: int, back: int) -> None:
    written = f"{Money(cents).plain()}(已退款{Money(back).plain()})"
    assert cells.amount(written) == Money(cents)
    assert cells.paid_back(written, Money(cents)) == Money(back)


@given(some.from_regex(r"[0-9]{6,32}", fullmatch=True), PADS)
def test_a_long_number_stays_text(number: str, pad: str) -> None:
    assert cells.number(number + pad) == number


@given(
    some.datetimes(datetime(1995, 1, 2), datetime(2100, 12, 30)).map(  # noqa: DTZ001
        lambda at: at.replace(microsecond=0, tzinfo=CHINA)
    ),
    some.sampled_from(
        ["%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y年%m月%d日 %H:%M:%S"]
    ),
    PADS,
)
def test_a_moment_survives_being_written(at: datetime, form: str, pad: str) -> None:
    assert cells.moment(pad + at.strftime(form) + pad) == at


@given(some.integers(10_000, 73_000), some.integers(0, 86_399))
def test_the_day_number_of_a_spreadsheet_is_a_moment(day: int, second: int) -> None:
    at = datetime(1899, 12, 30, tzinfo=UTC) + timedelta(days=day, seconds=second)
    text = f"{day + second / 86_400:.12g}"
    if at.year < cells.FIRST_YEAR:
        with pytest.raises(CellError):
            cells.moment(text, UTC)
    else:
        assert cells.moment(text, UTC) == at


@given(some.text(max_size=60))
def test_any_cell_is_read_or_refused(text: str) -> None:
    for read in (cells.number, cells.amount, cells.moment, cells.count, cells.name, cells.tidy):
        with suppress(CellError):
            read(text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2025-08-04T20:39:52Z", datetime(2025, 8, 4, 20, 39, 52, tzinfo=UTC)),
        ("2025-08-05T03:08:19.087Z", datetime(2025, 8, 5, 3, 8, 19, tzinfo=UTC)),
        ("2025-08-05T03:08:19+08:00", datetime(2025, 8, 4, 19, 8, 19, tzinfo=UTC)),
        ("2025-08-05T03:08:19-0330", datetime(2025, 8, 5, 6, 38, 19, tzinfo=UTC)),
    ],
)
def test_a_zone_that_is_written_counts(text: str, at: datetime) -> None:
    assert cells.moment(text) == at


@pytest.mark.parametrize("text", ["2.69018E+18", "5e17", "5.19e+18"])
def test_a_number_in_scientific_writing_is_cut(text: str) -> None:
    with pytest.raises(CellError) as caught:
        cells.number(text)
    assert caught.value.code == "bills.number_cut"


@pytest.mark.parametrize("text", ['="2690183455720166318"', "'2690183455720166318"])
def test_what_protects_a_number_from_a_spreadsheet_is_taken_off(text: str) -> None:
    assert cells.number(text) == "2690183455720166318"


@pytest.mark.parametrize("text", ["", "/", "abc", "-5.00", "1.234", "一百"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        cells.amount(text)


def test_hidden_characters_do_not_reach_a_title() -> None:
    assert cells.tidy("a\u202eb\x1b[31m\u200bc") == "ab[31mc"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("YT8812345678901", ("", "YT8812345678901")),
        ("圆通速递：YT8812345678901", ("圆通速递", "YT8812345678901")),
        ("UPS(1Z999AA10123456784)", ("UPS", "1Z999AA10123456784")),
        ("AMZN_US(TBA123456789000)", ("AMZN_US", "TBA123456789000")),
        ("中通快递 78912345678901;申通 77712345678901", ("中通快递", "78912345678901")),
        ("'78912345678901", ("", "78912345678901")),
        ("7.89123E+13", ("", "")),
        ("REDACTED", ("", "")),
        ("Not Available", ("", "")),
        ("无需物流", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_parcel_is_read(cell: str, found: tuple[str, str]) -> None:
    assert cells.parcel(cell) == found


@given(some.text(max_size=80))
def test_whatever_stands_there_a_tracking_number_is_part_of_it(cell: str) -> None:
    courier, number = cells.parcel(cell)
    assert number in cells.tidy(cell)
    assert courier in cells.tidy(cell)
    assert number or not courier
