from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from keepproof.ui.call_timer import CallDraft, CallTimer
from keepproof.ui.settings_store import SettingsStore

START = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def go(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def timer(store: SettingsStore, clock: Clock) -> CallTimer:
    return CallTimer(store, clock)


def again(store: SettingsStore, clock: Clock, tmp_path: Path) -> CallTimer:
    """Read what was stored, as the next start does."""
    return CallTimer(SettingsStore(tmp_path / "settings.json"), clock)


def test_waiting_and_talking_are_measured_apart(timer: CallTimer, clock: Clock) -> None:
    timer.start("o")
    clock.go(65)
    timer.answer("o")
    clock.go(190)
    draft = timer.stop("o")
    clock.go(999)
    assert (draft.waited(clock()), draft.talked(clock()), draft.running) == (65, 190, False)


def test_a_call_nobody_answers_has_only_waiting(timer: CallTimer, clock: Clock) -> None:
    timer.start("o")
    clock.go(30)
    draft = timer.stop("o")
    assert (draft.waited(clock()), draft.talked(clock())) == (30, None)


def test_a_running_clock_shows_the_time_so_far(timer: CallTimer, clock: Clock) -> None:
    timer.start("o")
    clock.go(7)
    assert (timer.running, timer.draft("o").waited(clock())) == ("o", 7)


def test_a_second_call_ends_the_first(timer: CallTimer, clock: Clock) -> None:
    timer.start("o")
    clock.go(10)
    timer.start("p")
    clock.go(10)
    assert (timer.running, timer.draft("o").waited(clock())) == ("p", 10)


def test_a_clock_set_back_gives_no_negative_time(timer: CallTimer, clock: Clock) -> None:
    timer.start("o")
    clock.go(-50)
    assert timer.stop("o").waited(clock()) == 0


def test_notes_without_a_call_are_kept(
    timer: CallTimer, store: SettingsStore, clock: Clock, tmp_path: Path
) -> None:
    timer.note("o", "对方说\n24 小时", ("ticket",))
    timer.save()
    assert again(store, clock, tmp_path).draft("o") == CallDraft("对方说\n24 小时", ("ticket",))


def test_a_call_that_was_going_at_the_end_keeps_its_time(
    timer: CallTimer, store: SettingsStore, clock: Clock, tmp_path: Path
) -> None:
    timer.start("o")
    clock.go(20)
    timer.answer("o")
    clock.go(100)
    timer.keep()
    clock.go(5000)
    draft = again(store, clock, tmp_path).draft("o")
    assert (draft.waited(clock()), draft.talked(clock()), draft.running) == (20, 100, False)


def test_what_is_written_is_stored_a_moment_later(
    timer: CallTimer, store: SettingsStore, qtbot: QtBot
) -> None:
    timer.note("o", "x", ())
    qtbot.waitUntil(lambda: "o" in store.value.calls)


def test_a_logged_call_is_forgotten(timer: CallTimer, store: SettingsStore, qtbot: QtBot) -> None:
    timer.note("o", "x", ())
    timer.save()
    with qtbot.waitSignal(timer.changed):
        timer.forget("o")
    assert (store.value.calls, timer.draft("o").blank) == ({}, True)


def test_every_second_is_told_while_a_call_is_going(timer: CallTimer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timer.ticked, timeout=3000):
        timer.start("o")
    timer.stop("o")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"started": "soon"}', '{"started": 7}', "null"])
def test_a_damaged_draft_is_let_go(store: SettingsStore, clock: Clock, text: str) -> None:
    store.change(calls={"o": text})
    assert CallTimer(store, clock).draft("o").blank
