from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Moments, Order
from keepproof.library.library import Library
from keepproof.services import edit_evidence, log_order
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.dialogs.order_dialog_pick import PickOrderDialog
from keepproof.ui.models.evidence_model import MissingTile
from keepproof.ui.pages.order_page import OrderPage
from keepproof.ui.session import Session
from ui import order_library as make

# The offscreen platform says so of every dialog and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def page(session: Session, order: Order, qtbot: QtBot) -> OrderPage:
    made = OrderPage(session)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    with qtbot.waitSignal(made.shown):
        made.set_order(order.id)
    return made


def tiles(page: OrderPage) -> list[str]:
    strip = page.overview.evidence.strip
    return [
        f"missing {one.kind}"
        if isinstance(one, MissingTile)
        else f"{one.number} {one.evidence.kind}"
        for one in (strip.tiles().tile_at(strip.tiles().index(row)) for row in range(20))
        if one is not None
    ]


def stages(page: OrderPage) -> dict[str, str]:
    return {one.id: one.state for one in page.overview.facts.stages.stages()}


def dialog_of(page: OrderPage, kind: type[Any]) -> Any:
    found = [one for one in page.window().findChildren(kind) if one.isVisible()]
    return found[-1]


def test_stages_tell_done_from_open(page: OrderPage) -> None:
    assert stages(page) == {
        "ordered": "done",
        "paid": "done",
        "shipped": "current",
        "signed": "future",
        "confirmed": "future",
        "complaint": "future",
    }


def test_without_a_problem_the_two_first_kinds_are_offered(page: OrderPage) -> None:
    assert tiles(page) == ["missing order_shot", "missing snapshot"]


def test_new_evidence_of_this_order_appears(
    page: OrderPage, order: Order, do: Do, qtbot: QtBot
) -> None:
    do(lambda library: make.keep(library, order.id, EvidenceKind.ORDER_SHOT))
    qtbot.waitUntil(lambda: tiles(page) == ["1 order_shot", "missing snapshot"])


def test_another_order_s_changes_are_left_alone(
    page: OrderPage, session: Session, do: Do, qtbot: QtBot
) -> None:
    shown: list[bool] = []
    page.shown.connect(lambda: shown.append(True))
    do(lambda library: make.log(library, "2690183455720160000", shop="别家"))
    qtbot.waitUntil(session.operations.idle)
    assert shown == []


def test_a_dispute_shows_its_checklist_as_missing_tiles(
    page: OrderPage, order: Order, do: Do, qtbot: QtBot
) -> None:
    do(lambda library: make.dispute(library, order.id))
    qtbot.waitUntil(lambda: "missing photo" in tiles(page))
    assert stages(page)["complaint"] == "current"


def test_a_missing_tile_asks_for_files_of_its_kind(
    page: OrderPage, session: Session, order: Order, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.add_requested) as asked:
        page.overview.evidence.strip.add_asked.emit(EvidenceKind.ORDER_SHOT)
    assert asked.args == [order.id, EvidenceKind.ORDER_SHOT]


@pytest.mark.parametrize(("answered", "tab"), [(False, "complaint"), (True, "")])
def test_the_next_step_leads_where_it_is_taken(
    page: OrderPage, session: Session, order: Order, do: Do, qtbot: QtBot, answered: bool, tab: str
) -> None:
    asked: list[tuple[object, object]] = []
    session.add_requested.connect(lambda *what: asked.append(what))
    with qtbot.waitSignal(page.shown):
        do(lambda library: make.dispute(library, order.id, answered=answered))
    page.overview.banner.button.click()
    assert (page.head.tabs.current() == "complaint") is bool(tab)
    assert bool(asked) is not bool(tab)


def test_a_stage_opens_its_field(page: OrderPage, qtbot: QtBot) -> None:
    page.overview.facts.stages.chosen.emit("signed")
    dialog = dialog_of(page, OrderDialog)
    assert dialog.focusWidget() is dialog.fields.moments["signed"].line
    dialog.close()


def test_the_complaint_takes_the_whole_window(page: OrderPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wide) as wide:
        page.show_tab("complaint")
    assert wide.args == [True]


def test_the_number_is_copied(page: OrderPage, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.status):
        page.head.copy_button.click()
    assert QGuiApplication.clipboard().text() == make.NUMBER


def test_a_deleted_order_leaves_the_page(page: OrderPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.gone):
        page.remove()


def test_a_deleted_order_raises_no_alarm(page: OrderPage, session: Session, qtbot: QtBot) -> None:
    said: list[str] = []
    session.status.connect(said.append)
    page.show_tab("complaint")
    with qtbot.waitSignal(page.gone):
        page.remove()
    qtbot.waitUntil(session.operations.idle)
    assert not [one for one in said if one == session.say("library.not_found")]


def test_undo_brings_a_deleted_order_back(
    page: OrderPage, session: Session, order: Order, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.gone):
        page.remove()
    with qtbot.waitSignal(session.undo_changed):
        session.undo()
    with qtbot.waitSignal(page.shown):
        page.set_order(order.id)


def test_archiving_goes_both_ways(page: OrderPage, qtbot: QtBot) -> None:
    page.archive()
    qtbot.waitUntil(lambda: page.head._pill.text() == "Archived")
    page.archive()
    qtbot.waitUntil(lambda: page.head._pill.text() == "Paid for")


def test_the_timeline_filters_by_group(page: OrderPage, order: Order, do: Do, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.shown):
        do(lambda library: make.keep(library, order.id, EvidenceKind.CHAT))
    model = page.overview.timeline.model
    assert model.rowCount() == 3
    page.overview.timeline.segment.chosen.emit("evidence")
    assert model.rowCount() == 1


def test_drops_go_to_this_order_with_the_next_number(
    page: OrderPage, order: Order, do: Do, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.shown):
        do(lambda library: make.keep(library, order.id, EvidenceKind.CHAT))
    target = page.drop_target()
    assert target is not None
    assert (target.order_id, target.next_number) == (order.id, 2)


def test_broken_evidence_is_shown_and_chosen(
    page: OrderPage, order: Order, do: Do, qtbot: QtBot
) -> None:
    def work(library: Library) -> Outcome[FiledEvidence]:
        done = make.keep(library, order.id, EvidenceKind.CHAT)
        library.evidence.set_fixity(done.value.evidence.id, "missing", make.PAID)
        return done

    with qtbot.waitSignal(page.shown):
        do(work)
    page.take_step("check_changed")
    assert [one.number for one in page.overview.evidence.strip.chosen()] == [1]


def test_moments_in_the_wrong_order_are_said(
    page: OrderPage, order: Order, do: Do, qtbot: QtBot
) -> None:
    form = log_order.form_from(order)
    moments = Moments(paid=make.PAID, shipped=make.PAID.replace(day=9))
    changed = replace(form, moments=moments)
    with qtbot.waitSignal(page.shown):
        do(lambda library: log_order.change_order(library, order.id, changed, Ticket()))
    shipped = page.overview.facts.stages.stages()[2]
    assert (shipped.tone, "before" in shipped.detail) == ("warn", True)


def test_the_menu_of_evidence_changes_its_kind(
    page: OrderPage, order: Order, do: Do, qtbot: QtBot
) -> None:
    filed = do(lambda library: make.keep(library, order.id, EvidenceKind.CHAT))
    actions = page.overview.evidence.tile_actions
    actions.change_kind([filed], EvidenceKind.REFUSE)
    # Filing refreshes the page too: one signal does not say which change is on show.
    qtbot.waitUntil(lambda: "1 refuse" in tiles(page))


def test_evidence_moves_to_another_order(
    page: OrderPage, session: Session, order: Order, do: Do, qtbot: QtBot
) -> None:
    other = do(lambda library: make.log(library, "2690183455720160000", "台灯"))
    filed = do(lambda library: make.keep(library, order.id, EvidenceKind.CHAT))
    page.overview.evidence.tile_actions.move([filed])
    dialog = dialog_of(page, PickOrderDialog)
    dialog.picked.emit(other.id)
    dialog.close()
    where: list[list[FiledEvidence]] = []
    qtbot.waitUntil(session.operations.idle)
    session.operations.read(
        session, lambda library, _: library.evidence.filings(filed.evidence.id), where.append
    )
    qtbot.waitUntil(lambda: bool(where))
    assert [one.order_id for one in where[0]] == [other.id]


def test_removed_evidence_comes_back_with_undo(
    page: OrderPage, session: Session, order: Order, do: Do, qtbot: QtBot
) -> None:
    filed = do(lambda library: make.keep(library, order.id, EvidenceKind.CHAT))
    qtbot.waitUntil(lambda: "1 chat" in tiles(page))
    do(lambda library: edit_evidence.remove(library, filed.evidence.id, "误加入", Ticket()))
    qtbot.waitUntil(lambda: "1 chat" not in tiles(page))
    session.undo()
    qtbot.waitUntil(lambda: "1 chat" in tiles(page))
