from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.settings import Settings, load
from keepproof.ui.session import Session
from keepproof.ui.settings_store import SettingsStore
from keepproof.ui.undo import DEPTH, UndoStack

CHANGED = Changes(orders=frozenset({"one"}))


def counting(values: list[int], step: int) -> Outcome[None]:
    """Count up; its way back counts down, and so on."""
    values.append(values[-1] + step)

    def back(library: Library) -> Outcome[None]:
        return counting(values, -step)

    return Outcome(None, CHANGED, back, "order.add")


@pytest.fixture
def count(session: Session, qtbot: QtBot) -> tuple[list[int], Callable[[], None]]:
    values = [0]

    def up() -> None:
        with qtbot.waitSignal(session.events.changed):
            session.operations.write(session, lambda library, _: counting(values, 1))

    return values, up


def test_undo_and_redo_walk_through_the_steps(
    qtbot: QtBot, session: Session, count: tuple[list[int], Callable[[], None]]
) -> None:
    values, up = count
    up()
    up()
    for redo in (False, False, True, True, False):
        with qtbot.waitSignal(session.status):
            session.undo(redo=redo)
    assert values == [0, 1, 2, 1, 0, 1, 2, 1]


def test_what_was_undone_is_said(
    qtbot: QtBot, session: Session, count: tuple[list[int], Callable[[], None]]
) -> None:
    count[1]()
    with qtbot.waitSignal(session.status) as said:
        session.undo()
    assert said.args == ["已撤销：添加订单"]


def test_a_new_step_forgets_what_could_be_redone(
    qtbot: QtBot, session: Session, count: tuple[list[int], Callable[[], None]]
) -> None:
    count[1]()
    with qtbot.waitSignal(session.status):
        session.undo()
    count[1]()
    assert session.undo_stack.label(redo=True) is None


def test_there_is_nothing_to_undo_at_first(session: Session) -> None:
    session.undo()
    assert session.operations.idle()


def test_another_library_begins_with_nothing_to_undo(
    qtbot: QtBot, session: Session, count: tuple[list[int], Callable[[], None]]
) -> None:
    count[1]()
    with qtbot.waitSignal(session.operations.opened):
        session.open()
    assert session.undo_stack.label(redo=False) is None


def test_the_stack_keeps_the_newest_steps() -> None:
    stack = UndoStack()
    for place in range(DEPTH + 5):
        stack.push(str(place), lambda library: Outcome(None, Changes()))
    labels = []
    while (step := stack.take(redo=False)) is not None:
        labels.append(step[0])
    assert (labels[0], labels[-1], len(labels)) == (str(DEPTH + 4), "5", DEPTH)


def test_every_step_of_the_services_has_words(session: Session) -> None:
    labels = (
        "order.add order.change order.remove merchant.change dispute.open dispute.change dispute.remove "
        "statement.edit statement.restore submission.ticket evidence.add evidence.kind evidence.rename "
        "evidence.note evidence.event_time evidence.file evidence.unfile evidence.remove evidence.restore"
    )
    assert [one for one in labels.split() if not session.step_name(one)] == []


def test_settings_are_saved_at_once_and_told(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.settings.changed):
        session.settings.change(theme="dark")
    assert load(session.paths.settings).theme == "dark"


def test_settings_that_stay_the_same_are_not_told(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.settings.changed):
        session.settings.change(theme=Settings().theme)


def test_a_folder_that_takes_no_settings_costs_only_the_memory(
    session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    session.paths.settings.parent.parent.mkdir(parents=True, exist_ok=True)
    session.paths.settings.parent.write_text("a file in the way")
    store = SettingsStore(session.paths.settings)
    store.change(text_size=130)
    assert store.value.text_size == 130
    assert "settings not saved" in caplog.text
    caplog.clear()
