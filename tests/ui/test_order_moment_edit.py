from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from keepproof.ui.widgets.moment_edit import MomentEdit, read_moment

CHINA = timezone(timedelta(hours=8))
TODAY = datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-11-15 18:20", (2026, 11, 15, 18, 20)),
        ("2026/11/15 18:20:31", (2026, 11, 15, 18, 20)),
        ("２０２６－１１－１５　１８：２０", (2026, 11, 15, 18, 20)),
        ("2026年11月15日 18时20分", (2026, 11, 15, 18, 20)),
        ("2026-11-15T18:20", (2026, 11, 15, 18, 20)),
        ("11月15日", (2026, 11, 15, 0, 0)),
        ("11-15 18:20", (2026, 11, 15, 18, 20)),
        ("12-03", (2025, 12, 3, 0, 0)),
    ],
)
def test_what_people_type_is_read(typed: str, expected: tuple[int, int, int, int, int]) -> None:
    at = read_moment(typed, CHINA, TODAY)
    assert at is not None
    assert (at.year, at.month, at.day, at.hour, at.minute) == expected
    assert at.tzinfo is CHINA


@pytest.mark.parametrize(
    "typed",
    [
        "昨天",
        "2026-13-40",
        "15",
        "2026-11-15 25:00",
        "2690183455",
        "0001-01-01",
        "9999-12-31 23:59",
    ],
)
def test_what_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_moment(typed, CHINA, TODAY)


def test_nothing_typed_is_no_moment() -> None:
    assert read_moment("  ", CHINA, TODAY) is None


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        at = read_moment(typed, CHINA, TODAY)
    except ValueError:
        return
    assert at is None or at.tzinfo is not None


def test_a_moment_keeps_its_seconds_and_zone_while_it_is_not_edited(qtbot: QtBot) -> None:
    edit = MomentEdit("Signed")
    qtbot.addWidget(edit)
    at = datetime(2026, 11, 15, 18, 20, 31, tzinfo=UTC)
    edit.set_moment(at)
    assert edit.moment() == at


def test_typing_replaces_the_moment(qtbot: QtBot) -> None:
    edit = MomentEdit("Signed", CHINA)
    qtbot.addWidget(edit)
    edit.set_moment(datetime(2026, 11, 15, 18, 20, 31, tzinfo=UTC))
    edit.line.clear()
    qtbot.keyClicks(edit.line, "2026-11-16 8:05")
    assert edit.moment() == datetime(2026, 11, 16, 8, 5, tzinfo=CHINA)


def test_a_cleared_field_is_unknown(qtbot: QtBot) -> None:
    edit = MomentEdit("Signed")
    qtbot.addWidget(edit)
    edit.set_moment(datetime(2026, 11, 15, tzinfo=UTC))
    edit.line.selectAll()
    qtbot.keyClicks(edit.line, "\b")
    assert edit.moment() is None
