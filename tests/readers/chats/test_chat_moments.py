from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.readers.chats.moments import local_time, moment

WRITTEN = "2026-08-05 09:31:07"


@pytest.mark.parametrize(
    "written",
    [
        WRITTEN,
        "2026-8-5 9:31:07",
        "2026/8/5 9:31:07",
        "2026-8-5  9:31:07",
        "2026-8-5T9:31:07",
        "2026-08-05T09:31:07",
        "2026-8-5 9:31:07 AM",
        " 2026-8-5 9:31:07 ",
    ],
)
def test_all_ways_of_writing_come_to_the_same(written: str) -> None:
    assert local_time(written) == WRITTEN


@pytest.mark.parametrize("written", ["2026-8-5 9:31", "2026-08-05 09:31", "2026.8.5 9:31"])
def test_seconds_may_be_left_out(written: str) -> None:
    assert local_time(written) == "2026-08-05 09:31:00"


@pytest.mark.parametrize(
    "written",
    ["", "2026-02-30 10:00:00", "2026-8-5 24:00:00", "2026-08-05 10:00+01", "9:31:07", "2026-8-5"],
)
def test_what_is_no_local_moment_is_none(written: str) -> None:
    assert local_time(written) == ""


@given(st.text("0123456789-/.: TAPM+\u3000", max_size=24))
def test_the_short_way_reads_what_the_rule_reads(written: str) -> None:
    found = moment(written)

    assert local_time(written) == (found.isoformat(" ", "seconds") if found is not None else "")


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001
def test_a_moment_without_zeros_is_read_back(at: datetime) -> None:
    written = f"{at.year}-{at.month}-{at.day} {at.hour}:{at:%M:%S}"

    assert local_time(written) == at.isoformat(" ", "seconds")[:19]
