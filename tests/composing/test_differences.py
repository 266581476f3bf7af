from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from keepproof.composing.differences import bare, differences, sentence, value_of
from keepproof.domain.contradiction import FIELDS, Contradiction, Sighting, Value
from keepproof.domain.money import Money
from keepproof.domain.order import Moments, Order

NUMBER = "2690183455720166318"
CHINA = timezone(timedelta(hours=8))
PAID_AT = datetime(2026, 11, 10, 21, 6, 31, tzinfo=CHINA)
ORDER = Order(
    "o1",
    NUMBER,
    "tmall",
    "m1",
    "澄屿家电旗舰店",
    paid=Money(129900),
    moments=Moments(paid=PAID_AT),
    sources={"paid": "stated"},
)
MOMENTS = some.integers(0, 10**9).map(lambda seconds: PAID_AT + timedelta(seconds=seconds))


def sighting(field: str, value: Value, number: int = 3, *, day_only: bool = False) -> Sighting:
    return Sighting(field, value, f"e{number}", number, 5, day_only=day_only)


def found(*sightings: Sighting, order: Order = ORDER) -> tuple[Contradiction, ...]:
    return differences(order, sightings)


def wide(text: str) -> str:
    return "".join(
        chr(ord(one) + 0xFEE0) if one.isascii() and one.isalnum() else one for one in text
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", NUMBER),
        ("number", wide(NUMBER)),
        ("number", "2690 1834 5572 0166 318"),
        ("shop", "澄屿家电 旗舰店 >"),
        ("shop", "澄屿家电…"),
        ("paid", Money(129900)),
        ("paid", Money(129900, "USD")),
        ("paid_at", PAID_AT.astimezone(UTC)),
        ("paid_at", PAID_AT.replace(second=0)),
        ("paid_at", datetime(2026, 11, 10, tzinfo=CHINA)),
        ("signed", PAID_AT),
        ("freight", Money(500)),
    ],
)
def test_the_same_written_otherwise_is_no_difference(field: str, value: Value) -> None:
    assert found(sighting(field, value)) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "2690183455720166319"),
        ("shop", "别家旗舰店"),
        ("paid", Money(119900)),
        ("paid_at", PAID_AT + timedelta(minutes=2)),
        ("paid_at", datetime(2026, 11, 11, tzinfo=CHINA)),
    ],
)
def test_another_value_is_a_difference_with_both_sources(field: str, value: Value) -> None:
    said = sighting(field, value)
    (one,) = found(said)
    assert (one.field, one.here, one.sightings) == (field, value_of(ORDER, field), (said,))
    assert one.source == ORDER.sources.get(field, "")


def test_a_value_the_order_lacks_is_no_difference_unless_files_disagree() -> None:
    first, second = sighting("freight", Money(500)), sighting("freight", Money(800), 4)
    assert found(first) == ()
    assert found(first, sighting("freight", Money(500), 4)) == ()
    (one,) = found(first, second)
    assert (one.here, one.sightings) == (None, (first, second))


def test_a_value_that_stands_twice_in_a_file_is_told_once() -> None:
    (one,) = found(
        sighting("paid", Money(1)), sighting("paid", Money(1)), sighting("paid", Money(1), 4)
    )
    assert [each.number for each in one.sightings] == [3, 4]


def test_what_was_dismissed_is_not_told_again_until_a_value_changes() -> None:
    said = sighting("paid", Money(119900))
    (one,) = found(said)
    dismissed = {one.dismissal(said)}
    assert differences(ORDER, [said], dismissed) == ()
    assert len(differences(ORDER, [sighting("paid", Money(1))], dismissed)) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("field", FIELDS)
def test_a_sentence_names_both_values_and_the_place(lang: str, field: str) -> None:
    said = sighting(field, "那里")
    words = sentence(Contradiction(field, "这里", "", (said,)), said, lang)
    assert "这里" in words
    assert "那里" in words
    assert "5" in words
    assert "contradiction." not in words


def test_both_moments_are_shown_in_one_zone() -> None:
    said = sighting("paid_at", (PAID_AT + timedelta(hours=1)).astimezone(UTC))
    words = sentence(Contradiction("paid_at", PAID_AT, "", (said,)), said, "zh")
    assert "13:06" in words
    assert "14:06" in words


@given(some.text(max_size=40))
def test_width_case_and_spaces_do_not_matter(text: str) -> None:
    assert bare(wide(text)) == bare(text)
    assert bare(f" {text}\u3000") == bare(text)
    assert bare(unicodedata.normalize("NFKC", text)) == bare(text)


@given(some.integers(0, 10**9), some.integers(0, 10**9))
def test_amounts_differ_exactly_when_their_cents_do(here: int, there: int) -> None:
    order = Order("o", NUMBER, "tmall", "m", "s", paid=Money(here))
    assert bool(found(sighting("paid", Money(there)), order=order)) == (here != there)


@given(MOMENTS, MOMENTS, some.booleans())
def test_moments_are_compared_whichever_way_round(
    one: datetime, other: datetime, day: bool
) -> None:
    def differ(here: datetime, there: datetime) -> bool:
        order = Order("o", NUMBER, "tmall", "m", "s", moments=Moments(signed=here))
        return bool(found(sighting("signed", there, day_only=day), order=order))

    assert differ(one, other) == differ(other, one)
    assert not differ(one, one)


@given(
    some.lists(some.builds(sighting, some.sampled_from(FIELDS), some.text(max_size=20)), max_size=8)
)
def test_dismissing_all_leaves_nothing(sightings: list[Sighting]) -> None:
    every = differences(ORDER, sightings)
    dismissed = {one.dismissal(each) for one in every for each in one.sightings}
    assert differences(ORDER, sightings, dismissed) == ()
