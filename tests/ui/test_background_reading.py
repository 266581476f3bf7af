from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import FiledEvidence
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.readers import reading
from keepproof.readers.reading import Found, Reader
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import AddReport, add_content
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui import background_reading
from keepproof.ui.background_reading import BackgroundReading
from keepproof.ui.session import Session
from keepproof.ui.widgets.reading_status import ReadingStatus

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


class Here(Sandbox):
    """Reads in this very process, one file for each time it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Semaphore(0)
        self.read: list[str] = []
        self.error: KnownError | None = None

    def run(self, function: Callable[..., Any], *args: object, timeout_s: float = 0.0) -> Any:
        self.gate.acquire(timeout=10)
        if self.error is not None:
            raise self.error
        self.read.append(str(args[1]))
        return Found("picture", f"words in {args[1]}")

    def go(self, count: int) -> None:
        for _ in range(count):
            self.gate.release()


@pytest.fixture
def slow(session: Session, monkeypatch: pytest.MonkeyPatch) -> Here:
    """Take texts for what is slow to read, and read them here."""
    row = Reader(
        "slow", 1, lambda kind: kind.startswith("text/"), lambda *_: Found("none"), quick=False
    )
    monkeypatch.setattr(reading, "READERS", (row,))
    monkeypatch.setattr(background_reading, "FIRST_LOOK_MS", 0)
    monkeypatch.setattr(background_reading, "LOOK_MS", 0)
    made = Here()
    session._slow_sandbox = made
    return made


@pytest.fixture
def background(session: Session, slow: Here) -> BackgroundReading:
    session.reading.begin()
    return session.reading


def add(do: Do, *names: str) -> list[FiledEvidence]:
    def work(library: Library) -> Outcome[AddReport]:
        for name in names[:-1]:
            one(library, name)
        return one(library, names[-1])

    def one(library: Library, name: str) -> Outcome[AddReport]:
        return add_content(
            library, name.encode(), name, order_id=None, kind=None, origin="pasted", ticket=Ticket()
        )

    do(work)
    found: list[FiledEvidence] = do(lambda library: Outcome(library.evidence.all(), _nothing()))
    return found


def _nothing() -> Any:
    from keepproof.domain.changes import Changes

    return Changes()


def texts(do: Do) -> set[str]:
    def work(library: Library) -> Outcome[set[str]]:
        found = (library.readings.get(one.evidence.sha256) for one in library.evidence.all())
        return Outcome({one.text for one in found if one is not None}, _nothing())

    found: set[str] = do(work)
    return found


def test_what_is_kept_is_read_one_by_one(
    background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    add(do, "a.txt", "b.txt")
    qtbot.waitUntil(lambda: background.waiting == 2)
    slow.go(1)
    qtbot.waitUntil(lambda: background.waiting == 1)
    slow.go(1)
    qtbot.waitUntil(lambda: background.waiting == 0)
    assert texts(do) == {"words in a.txt", "words in b.txt"}


def test_what_was_read_is_told_as_such(
    session: Session, background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    told: list[Any] = []
    (one,) = add(do, "a.txt")
    session.events.changed.connect(told.append)
    slow.go(1)
    qtbot.waitUntil(lambda: bool(told))
    assert (told[0].readings, told[0].evidence) == ({one.evidence.id}, frozenset())


def test_nothing_more_is_begun_while_paused(
    background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    add(do, "a.txt", "b.txt", "c.txt")
    qtbot.waitUntil(lambda: background.waiting == 3)
    background.pause(paused=True)
    slow.go(3)
    qtbot.waitUntil(lambda: background.waiting == 2)
    assert len(slow.read) == 1
    background.pause(paused=False)
    qtbot.waitUntil(lambda: background.waiting == 0)


def test_what_is_on_screen_is_read_first(
    session: Session, background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    filed = add(do, "a.txt", "b.txt", "c.txt")
    qtbot.waitUntil(lambda: background.waiting == 3)
    ids = {one.evidence.original_name: one.evidence.id for one in filed}
    # c is being read; then the user looks at a
    session.thumbnails.seen = {ids["b.txt"]: 1, ids["a.txt"]: 2}
    slow.go(3)
    qtbot.waitUntil(lambda: background.waiting == 0)
    assert slow.read == ["c.txt", "a.txt", "b.txt"]


def test_switched_off_no_picture_is_read(
    session: Session, background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    session.settings.change(read_pictures=False)
    with qtbot.waitSignal(background.changed):
        add(do, "a.txt")
    assert background.waiting == 0
    slow.go(1)
    session.settings.change(read_pictures=True)
    qtbot.waitUntil(lambda: slow.read == ["a.txt"])


def test_after_a_restart_the_rest_is_read(
    session: Session, background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    add(do, "a.txt", "b.txt")
    slow.go(1)
    qtbot.waitUntil(lambda: background.waiting == 1)
    slow.go(1)
    with qtbot.waitSignal(session.operations.opened):
        session.open()
    qtbot.waitUntil(lambda: len(texts(do)) == 2)


def test_when_the_child_ends_the_rest_waits(
    background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    slow.error = KnownError("readers.closed")
    add(do, "a.txt")
    qtbot.waitUntil(lambda: background.waiting == 1)
    slow.go(1)
    qtbot.waitUntil(lambda: background.waiting == 0)
    assert texts(do) == set()


def test_nobody_waits_for_it(
    session: Session, background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    add(do, "a.txt")
    qtbot.waitUntil(lambda: background.waiting == 1)
    qtbot.waitUntil(session.operations.idle)
    slow.go(1)
    qtbot.waitUntil(lambda: background.waiting == 0)


def test_the_status_counts_and_pauses(
    background: BackgroundReading, slow: Here, do: Do, qtbot: QtBot
) -> None:
    status = ReadingStatus(background)
    qtbot.addWidget(status)
    assert status.isHidden()
    add(do, "a.txt", "b.txt")
    qtbot.waitUntil(lambda: not status.isHidden())
    assert "2" in status.words.text()
    status.button.click()
    assert background.paused
    slow.go(2)
    qtbot.waitUntil(lambda: "1" in status.words.text())
    status.button.click()
    qtbot.waitUntil(status.isHidden)


def test_a_real_text_is_read_in_the_sandbox(
    session: Session, do: Do, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_reading, "LOOK_MS", 0)
    session.reading.begin()
    add(do, "卖家说明天发货.txt")
    qtbot.waitUntil(lambda: bool(texts(do)), timeout=20_000)
    assert texts(do) == {"卖家说明天发货.txt"}


def test_an_original_that_is_gone_does_not_stop_the_rest(
    background: BackgroundReading, slow: Here, do: Do, session: Session, qtbot: QtBot
) -> None:
    def vanish(function: Callable[..., Any], *args: object, timeout_s: float = 0.0) -> Any:
        if Path(str(args[1])).name == "b.txt":
            raise FileNotFoundError(str(args[0]))
        return Found("picture", "there")

    slow.run = vanish  # type: ignore[method-assign]
    add(do, "a.txt", "b.txt")
    qtbot.waitUntil(lambda: texts(do) == {"there"})
    qtbot.waitUntil(lambda: background.waiting == 0)
