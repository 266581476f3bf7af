from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from keepproof.exporting.calendar import CalendarEntry, calendar

AT = datetime(2026, 11, 23, tzinfo=ZoneInfo("Asia/Shanghai"))
MADE = datetime(2026, 11, 18, 6, tzinfo=UTC)
RINGING = CalendarEntry(
    "o1.seven_day_window", AT, "退货截止；含,;\\ 和换行", "第一行\n第二行", (timedelta(days=1),)
)
QUIET = CalendarEntry("o1.auto_confirm", AT, "【参考】自动确认", "")


def test_an_entry_comes_back_from_another_reader() -> None:
    book = Calendar.from_ical(calendar([RINGING, QUIET], "留证", MADE))
    first, second = book.walk("VEVENT")
    assert first.decoded("dtstart") == AT
    assert first.decoded("dtstart").utcoffset() == timedelta(0)
    assert str(first["summary"]) == RINGING.title
    assert str(first["description"]) == RINGING.notes
    assert (str(first["uid"]), str(second["uid"])) == (
        "o1.seven_day_window@keepproof",
        "o1.auto_confirm@keepproof",
    )


def test_only_what_rings_has_an_alarm() -> None:
    book = Calendar.from_ical(calendar([RINGING, QUIET], "留证", MADE))
    first, second = book.walk("VEVENT")
    (alarm,) = first.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-1)
    assert second.walk("VALARM") == []


def test_lines_are_folded_at_75_bytes_and_end_as_the_standard_says() -> None:
    data = calendar([QUIET, CalendarEntry("x", AT, "长" * 200, "")], "留证", MADE)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_same_entries_give_the_same_bytes() -> None:
    assert calendar([RINGING], "留证", MADE) == calendar([RINGING], "留证", MADE)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_no_title_breaks_out_of_its_line(title: str) -> None:
    entry = CalendarEntry("x", AT, title, title)
    (event,) = Calendar.from_ical(calendar([entry], "n", MADE)).walk("VEVENT")
    assert str(event["summary"]) == title
