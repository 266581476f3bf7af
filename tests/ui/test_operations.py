from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.operations import Operations

CHANGED = Changes(orders=frozenset({"one"}))


@pytest.fixture
def operations(qtbot: QtBot, tmp_path: Path) -> Iterator[Operations]:
    made = Operations()
    with qtbot.waitSignal(made.opened):
        made.open(tmp_path / "library")
    yield made
    made.close()
    made.deleteLater()


def changing(library: Library, ticket: Ticket) -> Outcome[str]:
    return Outcome("value", CHANGED)


def failing(library: Library, ticket: Ticket) -> Outcome[str]:
    raise KnownError("library.full")


def test_a_result_comes_back_on_the_window_s_thread(qtbot: QtBot, operations: Operations) -> None:
    came: list[tuple[str, threading.Thread]] = []
    operations.read(
        operations,
        lambda library, _: threading.current_thread().name,
        lambda name: came.append((name, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came == [("library_0", threading.main_thread())]


def test_a_change_is_told_once_before_its_result(qtbot: QtBot, operations: Operations) -> None:
    told: list[object] = []
    operations.changed.connect(told.append)
    operations.write(operations, changing, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [CHANGED, "value"]


def test_a_change_is_told_though_its_asker_is_gone(qtbot: QtBot, operations: Operations) -> None:
    asker, answers = QObject(), list[str]()
    hold = threading.Event()

    def work(library: Library, ticket: Ticket) -> Outcome[str]:
        hold.wait(10)
        return Outcome("value", CHANGED)

    with qtbot.waitSignal(operations.changed):
        operations.write(asker, work, answers.append)
        delete(asker)
        hold.set()
    assert answers == []


def test_what_nobody_waits_for_is_not_looked_up(qtbot: QtBot, operations: Operations) -> None:
    asker, looked = QObject(), list[bool]()
    hold, done = threading.Event(), list[bool]()
    operations.read(operations, lambda library, _: hold.wait(10), lambda _: None)
    operations.read(asker, lambda library, _: looked.append(True), lambda _: None)
    operations.read(operations, lambda library, _: True, done.append)
    delete(asker)
    hold.set()
    qtbot.waitUntil(lambda: bool(done))
    assert looked == []


def test_a_known_error_goes_to_the_one_who_asked(qtbot: QtBot, operations: Operations) -> None:
    errors: list[KnownError] = []
    operations.write(operations, failing, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "library.full"


def test_a_known_error_nobody_handles_is_told_to_all(qtbot: QtBot, operations: Operations) -> None:
    with qtbot.waitSignal(operations.failed) as told:
        operations.write(operations, failing)
    assert told.args is not None
    assert told.args[0].code == "library.full"


def test_a_mistake_is_logged_and_told(
    qtbot: QtBot, operations: Operations, caplog: pytest.LogCaptureFixture
) -> None:
    def work(library: Library, ticket: Ticket) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(operations.crashed) as told:
        operations.read(operations, work, lambda _: None)
    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_progress_is_told_in_order(qtbot: QtBot, operations: Operations) -> None:
    steps: list[tuple[int, int, str]] = []

    def work(library: Library, ticket: Ticket) -> Outcome[None]:
        for done in range(3):
            ticket.step(done, 3, f"file{done}")
        return Outcome(None, Changes())

    operations.progressed.connect(lambda _ticket, *step: steps.append(step))
    with qtbot.waitSignal(operations.ended):
        operations.write(operations, work, progress="Importing")
    assert steps == [(0, 3, "file0"), (1, 3, "file1"), (2, 3, "file2")]


def test_cancelled_work_ends_and_gives_nothing(qtbot: QtBot, operations: Operations) -> None:
    answers: list[object] = []

    def work(library: Library, ticket: Ticket) -> Outcome[None]:
        while True:
            ticket.step(0, 1)

    with qtbot.waitSignal(operations.ended):
        ticket = operations.write(operations, work, answers.append, answers.append, progress="Long")
        ticket.cancel()
    assert answers == []


def test_pool_work_runs_beside_the_library(qtbot: QtBot, operations: Operations) -> None:
    hold, names = threading.Event(), list[str]()
    operations.read(operations, lambda library, _: hold.wait(10), lambda _: None)
    operations.pool(operations, lambda _: threading.current_thread().name, names.append)
    qtbot.waitUntil(lambda: bool(names))
    hold.set()
    assert names[0].startswith("pool")


def test_a_library_that_cannot_be_opened_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("something else")
    operations = Operations()
    with qtbot.waitSignal(operations.open_failed) as told:
        operations.open(tmp_path)
    assert told.args is not None
    assert told.args[0].code == "library.folder_in_use"
    operations.close()


def test_without_a_library_questions_come_to_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    operations = Operations()
    answers: list[object] = []
    operations.read(operations, lambda library, _: True, answers.append, answers.append)
    qtbot.waitUntil(operations.idle)
    assert answers == []
    operations.close()


def test_closing_lets_small_changes_be_made(
    qtbot: QtBot, operations: Operations, tmp_path: Path
) -> None:
    hold, made = threading.Event(), list[bool]()
    operations.read(operations, lambda library, _: hold.wait(10), lambda _: None)

    def work(library: Library, ticket: Ticket) -> Outcome[None]:
        made.append(True)
        return Outcome(None, Changes())

    operations.write(operations, work)
    operations.stop()
    hold.set()
    operations.close()
    assert made == [True]


def test_closing_stops_long_work(operations: Operations) -> None:
    started = threading.Event()

    def work(library: Library, ticket: Ticket) -> Outcome[None]:
        started.set()
        while True:
            ticket.check()

    operations.write(operations, work, progress="Long")
    started.wait(10)
    operations.close()
    assert operations.idle()


def test_closing_lets_another_program_open_the_library(
    operations: Operations, tmp_path: Path
) -> None:
    operations.close()
    operations.close()
    Library.open(tmp_path / "library").close()


def test_nothing_is_delivered_after_the_end(qtbot: QtBot, operations: Operations) -> None:
    answers: list[object] = []
    operations.read(operations, lambda library, _: True, answers.append)
    operations.close()
    qtbot.wait(1)
    assert answers == []


def delete(one: QObject) -> None:
    shiboken6.delete(one)


class Knot:
    """A widget's closures refer to it, and it to them: only the collector can free such a knot."""

    def __init__(self, freed_on: list[str]) -> None:
        self.itself = self
        self.freed_on = freed_on

    def __del__(self) -> None:
        self.freed_on.append(threading.current_thread().name)


def test_rubbish_is_never_collected_on_a_worker(qtbot: QtBot, operations: Operations) -> None:
    freed_on: list[str] = []
    Knot(freed_on)
    done: list[int] = []

    def busy(library: Library, ticket: Ticket) -> int:
        return len([[one] for one in range(200_000)])

    operations.read(operations, busy, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert freed_on == []
    qtbot.waitUntil(lambda: freed_on == [threading.main_thread().name])


def test_python_collects_again_after_the_end(operations: Operations) -> None:
    assert not gc.isenabled()
    operations.close()
    operations.close()
    assert gc.isenabled()


class Held:
    """Something that work holds on to; it tells on which thread it goes."""

    def __init__(self, gone: list[int]) -> None:
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())


@pytest.mark.parametrize("way", ["read", "pool"])
@pytest.mark.parametrize("fails", [False, True], ids=["done", "failed"])
def test_what_work_holds_on_to_never_goes_on_a_worker(
    qtbot: QtBot, operations: Operations, way: str, fails: bool
) -> None:
    gone: list[int] = []

    def ask(held: Held) -> None:
        def work(*_: object) -> None:
            assert held is not None
            if fails:
                raise KnownError("keep.empty")

        if way == "read":
            operations.read(operations, work, lambda _: None, lambda _: None)
        else:
            operations.pool(operations, work, lambda _: None, lambda _: None)

    for _ in range(100):
        ask(Held(gone))
        # let the window come round before the worker has put its work away, as often as it may
        qtbot.waitUntil(operations.idle)
    gc.collect()

    assert len(gone) == 100
    assert set(gone) == {threading.get_ident()}
