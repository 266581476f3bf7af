from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from keepproof.errors import KnownError
from keepproof.knowledge.calendar import Calendar

# The State Council's notices: first and last day off, and the weekend days worked instead.
HOLIDAYS = {
    2024: "01-01/01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10/06-10 09-15/09-17 10-01/10-07",
    2025: "01-01/01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08",
    2026: "01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07",
}
MAKE_UP = {
    2024: ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
    2025: ["01-26", "02-08", "04-27", "09-28", "10-11"],
    2026: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
}


def _days(year: int) -> dict[date, bool]:
    """Say of every day of a year whether people work, by the notice alone."""
    days = [date(year, 1, 1) + timedelta(days=one) for one in range(366)]
    working = {one: one.weekday() < 5 for one in days if one.year == year}
    for span in HOLIDAYS[year].split():
        first, last = (date.fromisoformat(f"{year}-{one}") for one in span.split("/"))
        while first <= last:
            working[first] = False
            first += timedelta(days=1)
    working.update(
        dict.fromkeys((date.fromisoformat(f"{year}-{one}") for one in MAKE_UP[year]), True)
    )
    return working


@pytest.mark.parametrize("year", HOLIDAYS)
def test_every_day_of_the_year_is_as_the_state_council_says(year: int) -> None:
    calendar = Calendar.load()
    wrong = [str(day) for day, works in _days(year).items() if calendar.working(day) is not works]
    assert wrong == []
    assert all(calendar.known(day) for day in _days(year))


def test_a_year_that_is_not_there_is_weekends_only_and_said_to_be_unknown() -> None:
    calendar = Calendar.load()
    assert [calendar.working(date(2027, 1, one)) for one in (1, 2, 4)] == [True, False, True]
    assert not calendar.known(date(2027, 1, 1))


def test_holidays_abroad_are_never_known() -> None:
    calendar = Calendar("US")
    assert (calendar.working(date(2026, 10, 1)), calendar.known(date(2026, 10, 1))) == (True, False)


def _file(folder: Path, text: str) -> Path:
    file = folder / "calendar.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_dated_file_makes_a_year_known(tmp_path: Path) -> None:
    text = (
        "whole_years = [2027]\n[[days]]\ndate = 2027-01-01\nworking = false\n"
        'source = "a notice"\nas_of = "2026-12-01"\n'
    )
    calendar = Calendar.load(file=_file(tmp_path, text))
    assert [calendar.working(date(2027, 1, one)) for one in (1, 4)] == [False, True]
    assert calendar.known(date(2027, 1, 1))


def test_a_day_without_its_source_is_refused_with_its_line(tmp_path: Path) -> None:
    file = _file(tmp_path, "[[days]]\ndate = 2027-01-01\nworking = 3\n")
    with pytest.raises(KnownError) as caught:
        Calendar.load(file=file)
    assert "calendar.toml" in str(caught.value.data["name"])
    assert "line" in str(caught.value.data["detail"])
