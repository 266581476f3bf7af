"""The library of evidence: models, filters, inspector, viewer and integrity check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence
from keepproof.domain.order import Order, OrderItem
from keepproof.library.library import Library
from keepproof.services import edit_evidence
from keepproof.services.add_evidence import AddReport, add_content
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.order_dialog_pick import PickOrderDialog
from keepproof.ui.dialogs.verify_dialog import VerifyDialog
from keepproof.ui.dialogs.viewer_dialog import ViewerDialog
from keepproof.ui.models.evidence_filter import EvidenceFilter, counted, group_of, passed
from keepproof.ui.models.evidence_model import SORT_ROLE
from keepproof.ui.models.evidence_table_model import IMPORTED, NAME, NUMBER, EvidenceTableModel
from keepproof.ui.models.verify_model import Finding, VerifyModel
from keepproof.ui.pages.evidence_page import EvidencePage
from keepproof.ui.session import Session
from keepproof.ui.widgets.evidence_delegate import EvidenceDelegate
from keepproof.ui.widgets.segment import Segment
from ui import order_library as make

ORDER = Order(
    "o1", "2690183455720166318", "tmall", "m", "澄屿家电旗舰店", items=(OrderItem("X1 无线吸尘器"),)
)
Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


def item(
    id_: str, kind: EvidenceKind, media: str, number: int | None = None, **more: Any
) -> FiledEvidence:
    evidence = Evidence(id_, id_.ljust(64, "0"), 10, media, f"{id_}.bin", kind, **more)
    return FiledEvidence(evidence, "o1" if number else None, number)


ITEMS = [
    item("a1", EvidenceKind.ORDER_SHOT, "image/png", 1, title="订单详情"),
    item("b2", EvidenceKind.CHAT, "text/plain", 2, note="续航实测 8:06"),
    item("c3", EvidenceKind.PHOTO, "image/jpeg", 3),
    item("d4", EvidenceKind.USE_VIDEO, "video/mp4", 12),
    item("e5", EvidenceKind.OTHER, "application/zip"),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("订单详情", ["a1"]),
        ("续航", ["b2"]),
        ("Ｘ１", ["a1", "b2", "c3", "d4"]),
        ("166318 实测", ["b2"]),
        ("证据12", ["d4"]),
        ("e5.BIN", ["e5"]),
        ("没有", []),
    ],
)
def test_words_are_looked_for_in_names_notes_orders_and_numbers(
    words: str, found: list[str]
) -> None:
    shown = passed(ITEMS, EvidenceFilter(words), {"o1": ORDER})
    assert [one.evidence.id for one in shown] == found


def test_unfiled_and_order_filters_narrow_what_is_found() -> None:
    assert [one.evidence.id for one in passed(ITEMS, EvidenceFilter(unfiled=True), {})] == ["e5"]
    assert len(passed(ITEMS, EvidenceFilter(order_id="o1"), {"o1": ORDER})) == 4


def test_every_item_is_counted_in_one_group() -> None:
    counts = counted(ITEMS)
    assert (
        counts["all"]
        == len(ITEMS)
        == sum(count for group, count in counts.items() if group != "all")
    )
    assert [group_of(one) for one in ITEMS] == ["shots", "chats", "photos", "videos", "others"]


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester, session: Session) -> None:
    model = EvidenceTableModel(session)
    model.set_rows(ITEMS, {"o1": ORDER})
    qtmodeltester.check(model)
    assert model.rowCount() == len(ITEMS)
    assert model.data(model.index(0, NAME)) == "订单详情"
    values = [model.data(model.index(row, NUMBER), SORT_ROLE) for row in range(len(ITEMS))]
    assert values == [1, 2, 3, 12, 0]
    assert model.data(model.index(0, IMPORTED), SORT_ROLE) == 0.0
    spoken = model.data(model.index(0, NAME), Qt.ItemDataRole.AccessibleTextRole)
    assert "订单详情" in str(spoken)


def test_the_findings_are_a_sound_model(qtmodeltester: ModelTester, session: Session) -> None:
    model = VerifyModel()
    model.set_findings([Finding(ITEMS[0], "missing"), Finding(ITEMS[1], "changed")], {"o1": "X1"})
    qtmodeltester.check(model)
    assert "X1" in str(model.data(model.index(0, 1)))


def keep(content: bytes, name: str) -> Callable[[Library], Outcome[AddReport]]:
    return lambda library: add_content(
        library, content, name, order_id=None, kind=None, origin="pasted", ticket=Ticket()
    )


@pytest.fixture
def page(qtbot: QtBot, session: Session, do: Do) -> EvidencePage:
    do(keep("您好，续航只有 8 分钟".encode(), "chat.txt"))
    do(keep(b"second", "note.txt"))
    made = EvidencePage(session)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.refresh()
    qtbot.waitUntil(lambda: made.grid.tiles().rowCount() == 2)
    return made


def test_a_chosen_item_is_shown_with_its_four_times(qtbot: QtBot, page: EvidencePage) -> None:
    page.grid.setCurrentIndex(page.grid.tiles().index(0))
    qtbot.waitUntil(page.inspector.open_button.isEnabled)
    named = [one.accessibleName() for one in page.inspector.findChildren(QWidget)]
    assert sum("2026" in one or "未知" in one or "unknown" in one for one in named) >= 2


def test_a_search_narrows_the_grid_and_an_empty_result_says_so(
    qtbot: QtBot, page: EvidencePage
) -> None:
    page.filters.search.setText("note")
    assert [one.evidence.original_name for one in page.grid.tiles().filed()] == ["note.txt"]
    page.filters.search.setText("nothing like this")
    assert page.grid.tiles().filed() == []
    page.filters.clear()
    assert len(page.grid.tiles().filed()) == 2


def test_new_evidence_appears_by_itself(
    qtbot: QtBot, page: EvidencePage, session: Session, do: Do
) -> None:
    session.events.changed.connect(page.changed)
    do(keep(b"third", "third.txt"))
    qtbot.waitUntil(lambda: page.grid.tiles().rowCount() == 3)


def test_the_viewer_shows_a_text_and_walks_on(
    qtbot: QtBot, page: EvidencePage, session: Session
) -> None:
    items = page.grid.tiles().filed()
    chat = next(one for one in items if one.evidence.original_name == "chat.txt")
    dialog = ViewerDialog(session, items, chat, page)
    dialog.open()
    qtbot.waitUntil(lambda: "8 分钟" in dialog.text.toPlainText())
    step = 1 if items.index(chat) == 0 else -1
    dialog.walk(step)
    qtbot.waitUntil(lambda: dialog.text.toPlainText() == "second")
    dialog.close()
    qtbot.waitUntil(session.operations.idle)


def test_a_check_names_what_differs(qtbot: QtBot, page: EvidencePage, session: Session) -> None:
    spoilt = page.grid.tiles().filed()[0].evidence
    original = session.folder / "originals" / spoilt.sha256[:2] / spoilt.sha256[2:4] / spoilt.sha256
    original.chmod(0o644)
    original.write_bytes(b"x" * spoilt.size)
    dialog = VerifyDialog(session, page)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert spoilt.original_name in str(dialog.model.data(dialog.model.index(0, 1)))
    assert dialog.table.isVisible()
    dialog.close()
    qtbot.waitUntil(session.operations.idle)


def test_a_check_without_the_originals_marks_nothing(
    qtbot: QtBot, page: EvidencePage, session: Session, tmp_path: Path
) -> None:
    originals = session.folder / "originals"
    originals.rename(tmp_path / "unplugged")
    dialog = VerifyDialog(session, page)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.bar.isVisible())
    assert dialog.model.rowCount() == 0
    (tmp_path / "unplugged").rename(originals)
    dialog.close()
    qtbot.waitUntil(session.operations.idle)


def test_what_is_in_no_order_can_be_filed_from_beside_and_from_the_menu(page: EvidencePage) -> None:
    page.show()
    page.grid.choose([page.grid.tiles().filed()[0].evidence.id])
    assert page.inspector.file_button.isVisible()
    said = [one.text() for one in page._actions.menu(page.grid.chosen()).actions()]
    assert "File under an order…" in said
    page.inspector.file_button.click()
    dialog = page.window().findChild(PickOrderDialog)
    assert dialog is not None
    dialog.reject()


def test_several_chosen_items_are_counted_and_filed_together(page: EvidencePage) -> None:
    page.show()
    page.grid.selectAll()
    assert "2 item(s) chosen" in [one.text() for one in page.inspector.findChildren(QLabel)]
    assert (page.inspector.file_button.isVisible(), page.inspector.open_button.isVisible()) == (
        True,
        False,
    )


def test_a_change_leaves_the_choice_in_the_table(qtbot: QtBot, page: EvidencePage, do: Do) -> None:
    page.show_mode("table")
    page.table.choose(page.grid.tiles().filed()[1].evidence.id)
    before = page.table.chosen()
    do(keep(b"third", "third.txt"))
    page.refresh()
    qtbot.waitUntil(lambda: page.grid.tiles().rowCount() == 3)
    assert page.table.chosen() == before
    assert page.inspector.open_button.isEnabled()


def test_the_chosen_view_is_there_again_when_the_page_is_built_anew(
    qtbot: QtBot, page: EvidencePage, session: Session
) -> None:
    segment = page.findChild(Segment)
    assert segment is not None
    segment.chosen.emit("table")
    again = EvidencePage(session)
    qtbot.addWidget(again)
    kept = again.findChild(Segment)
    assert kept is not None
    assert kept.current() == "table"


def test_tiles_of_one_kind_are_told_apart_by_their_files(page: EvidencePage) -> None:
    delegate = page.grid.itemDelegate()
    assert isinstance(delegate, EvidenceDelegate)
    said = {
        one.evidence.original_name: delegate.words(one).meta for one in page.grid.tiles().filed()
    }
    assert said["chat.txt"].endswith("chat.txt")
    assert "note.txt" not in said["note.txt"]  # of no kind yet, it stands under its name already


def test_a_name_is_changed_in_the_table(qtbot: QtBot, page: EvidencePage) -> None:
    page.show()
    page.show_mode("table")
    page.table.choose(page.grid.tiles().filed()[0].evidence.id)
    menu = page._table_actions.menu(page.table.chosen())
    next(one for one in menu.actions() if one.text() == "Rename").trigger()
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("商家的回复")
    with qtbot.waitSignal(page._session.events.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    page.refresh()
    qtbot.waitUntil(lambda: "商家的回复" in [one.evidence.name for one in page.table.chosen()])


@pytest.mark.parametrize("mode", ["grid", "table"])
def test_what_comes_back_after_a_removal_is_chosen_again(
    qtbot: QtBot, page: EvidencePage, session: Session, do: Do, mode: str
) -> None:
    page.show_mode(mode)
    wanted = page.grid.tiles().filed()[1].evidence.id
    do(lambda library: edit_evidence.remove(library, wanted, "by mistake", Ticket()))
    page.refresh()
    qtbot.waitUntil(lambda: page.grid.tiles().rowCount() == 1)
    session.undo()
    qtbot.waitUntil(session.operations.idle)
    page.refresh()
    qtbot.waitUntil(lambda: page.grid.tiles().rowCount() == 2)
    view = page.table if mode == "table" else page.grid
    assert [one.evidence.id for one in view.chosen()] == [wanted]


def test_what_is_added_anew_is_not_chosen(qtbot: QtBot, page: EvidencePage, do: Do) -> None:
    do(keep(b"third", "third.txt"))
    page.refresh()
    qtbot.waitUntil(lambda: page.grid.tiles().rowCount() == 3)
    assert page.grid.chosen() == []


def test_filing_says_how_many_and_that_nothing_is_left(
    qtbot: QtBot, session: Session, page: EvidencePage, do: Do
) -> None:
    order = do(make.log)
    page.show_unfiled()
    page.grid.selectAll()
    page.inspector.file_button.click()
    dialog = page.window().findChild(PickOrderDialog)
    assert dialog is not None
    with qtbot.waitSignal(session.status) as status:
        dialog.picked.emit(order.id)
    assert status.args == ["2 item(s) filed under the order"]
    numbered = do(lambda library: Outcome(library.evidence.of_order(order.id), Changes()))
    names = {one.number: one.evidence.original_name for one in numbered}
    assert names == {1: "chat.txt", 2: "note.txt"}
    dialog.reject()
    page.refresh()
    words = "Every item is filed under an order"
    qtbot.waitUntil(lambda: words in [one.text() for one in page.findChildren(QLabel)])
