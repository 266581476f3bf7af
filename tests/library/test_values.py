from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.errors import KnownError
from keepproof.library.values import TEXTS, iso, local_moment, moment, packed, shown, stored

any_text = st.text(st.characters(codec=None, exclude_categories=()))
zones = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(any_text)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert shown(stored(text)) == text


@given(st.dictionaries(any_text, any_text))
def test_any_mapping_comes_back_as_it_was(mapping: dict[str, str]) -> None:
    assert TEXTS.read(packed(mapping)) == mapping


@given(st.datetimes(timezones=zones))
def test_moments_keep_their_offset(at: datetime) -> None:
    back = moment(iso(at) or "")
    assert (back, back.utcoffset()) == (at, at.utcoffset())


def test_a_moment_without_offset_gets_the_local_one() -> None:
    assert moment(iso(datetime(2026, 11, 1, 12, 0)) or "").tzinfo is not None  # noqa: DTZ001


@pytest.mark.parametrize("text", ["{", "[1]", '{"a": 1}', ""])
def test_a_damaged_mapping_is_known(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        TEXTS.read(text)
    assert caught.value.code == "library.damaged"


def test_a_damaged_moment_is_known() -> None:
    with pytest.raises(KnownError) as caught:
        moment("yesterday")
    assert caught.value.code == "library.damaged"


def test_a_file_time_beyond_the_calendar_is_unknown() -> None:
    assert local_moment(10**30) is None


def test_a_file_time_is_read_to_the_second() -> None:
    at = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
    assert local_moment(int(at.timestamp()) * 10**9) == at
