"""Deadlines as an iCalendar file (RFC 5545), for the calendar on a phone or computer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//KeepProof//KeepProof//EN"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One moment; `id` stays the same from one export to the next, so that it is replaced and not doubled.

    `alarms` are times before it; without any it is a plain entry.
    """

    id: str
    at: datetime
    title: str
    notes: str
    alarms: tuple[timedelta, ...] = ()


def calendar(entries: Sequence[CalendarEntry], name: str, made_at: datetime) -> bytes:
    """Write entries as one calendar; moments stand in UTC, which every program shows in its own zone."""
    from icalendar import Calendar  # noqa: PLC0415 -- only where a calendar is exported

    book = Calendar()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", name)
    for entry in entries:
        book.add_component(_event(entry, made_at))
    return bytes(book.to_ical())


def _event(entry: CalendarEntry, made_at: datetime) -> Event:
    from icalendar import Alarm, Event  # noqa: PLC0415 -- see calendar

    event = Event()
    event.add("uid", f"{entry.id}@keepproof")
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("dtstart", entry.at.astimezone(UTC))
    event.add("summary", entry.title)
    event.add("description", entry.notes)
    event.add("transp", "TRANSPARENT")
    for before in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", -before)
        event.add_component(alarm)
    return event
