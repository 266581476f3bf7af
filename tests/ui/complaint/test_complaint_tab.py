from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.book import Book
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.session import Session
from keepproof.ui.widgets.citation_view import CitedItem
from ui.complaint_desk import Do, answer, answer_all, stored, text_of, with_order

# Said by Qt's offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_without_a_problem_it_asks_for_one(qtbot: QtBot, session: Session, do: Do) -> None:
    made = ComplaintTab(session)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.set_order(with_order(do))
    assert made.start.isVisible()


def test_one_click_on_a_kind_opens_the_problem(qtbot: QtBot, session: Session, do: Do) -> None:
    made = ComplaintTab(session)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.set_order(with_order(do))
    qtbot.waitUntil(lambda: made.start.model.rowCount() > 0)
    place = made.start.list.visualRect(made.start.model.index_of("quality_visible")).center()
    with qtbot.waitSignal(made.ready):
        QTest.mouseClick(made.start.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.columns.isVisible()


def test_an_answer_is_in_the_text_at_once(tab: ComplaintTab) -> None:
    answer(tab, "claim_text", "标准档续航 40 分钟")
    assert "标准档续航 40 分钟" in text_of(tab)


def test_an_answer_is_saved_a_moment_later(
    tab: ComplaintTab, qtbot: QtBot, session: Session, order: str
) -> None:
    with qtbot.waitSignal(tab.draft.saved):
        answer(tab, "claim_text", "标准档续航 40 分钟")
    assert stored(qtbot, session, order).answers["claim_text"] == "标准档续航 40 分钟"


def test_hiding_the_page_saves_at_once(
    tab: ComplaintTab, qtbot: QtBot, session: Session, order: str
) -> None:
    answer(tab, "actual", "8 分钟")
    tab.hide()
    assert stored(qtbot, session, order).answers["actual"] == "8 分钟"


def test_what_is_typed_while_an_answer_is_saved_stays(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer(tab, "claim_text", "第一句")
    tab.flush()
    answer(tab, "claim_text", "第一句，第二句")
    with qtbot.waitSignal(tab.draft.loaded):
        tab.refresh()
    field = tab.facts.form.field("claim_text")
    assert field is not None
    assert field.editor.answer() == "第一句，第二句"
    tab.flush()


def test_undo_brings_the_form_back(tab: ComplaintTab, qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(tab.draft.saved):
        answer(tab, "claim_text", "写错了")
    with qtbot.waitSignal(tab.draft.loaded):
        session.undo()
    field = tab.facts.form.field("claim_text")
    assert field is not None
    qtbot.waitUntil(lambda: field.editor.answer() == "")


def test_required_questions_are_counted_until_answered(tab: ComplaintTab) -> None:
    before = tab.facts.form.open_count()
    answer_all(tab)
    assert (before, tab.facts.form.open_count()) == (2, 0)


def test_leaving_a_piece_out_takes_it_out_of_the_text(tab: ComplaintTab) -> None:
    answer_all(tab)
    assert tab.text.complaint is not None
    assert 1 in tab.text.complaint.numbers
    tab.checklist.view.leave_out_asked.emit(1, True)
    assert 1 not in tab.text.complaint.numbers


def test_a_missing_fact_leads_to_its_question(tab: ComplaintTab) -> None:
    complaint = tab.text.complaint
    assert complaint is not None
    missing = next(one for one in complaint.warnings if one.kind == "missing_fact")
    tab.text.warnings.acted.emit(missing)
    field = tab.facts.form.field(missing.place)
    assert field is not None
    assert field.editor.target().hasFocus()


def test_missing_proof_asks_for_that_kind(
    tab: ComplaintTab, qtbot: QtBot, session: Session, order: str
) -> None:
    complaint = tab.text.complaint
    assert complaint is not None
    missing = next(one for one in complaint.warnings if one.kind == "missing_evidence")
    with qtbot.waitSignal(session.add_requested) as asked:
        tab.text.warnings.acted.emit(missing)
    assert asked.args == [order, EvidenceKind(missing.place)]


def test_a_narrow_window_shows_one_side(tab: ComplaintTab, qtbot: QtBot) -> None:
    tab.resize(1000, 620)
    qtbot.waitUntil(tab.columns.switch.isVisible)
    assert (tab.facts.isVisible(), tab.checklist.isVisible()) == (True, False)


def test_the_switch_brings_the_other_side(tab: ComplaintTab, qtbot: QtBot) -> None:
    tab.resize(1000, 620)
    qtbot.waitUntil(tab.columns.switch.isVisible)
    tab.columns.show_side("checklist")
    assert (tab.facts.isVisible(), tab.checklist.isVisible()) == (False, True)


def test_deleting_the_problem_asks_for_one_again(tab: ComplaintTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.ready):
        tab.facts.remove_asked.emit()
    qtbot.waitUntil(tab.start.isVisible)


def test_another_kind_keeps_the_answers_both_ask(
    tab: ComplaintTab, qtbot: QtBot, session: Session, order: str, book: Book
) -> None:
    field = tab.facts.form.field("contact_reply")
    assert field is not None
    field.editor.target().setPlainText("属于正常现象")  # type: ignore[attr-defined]  # a text question
    tab.facts.issue_chosen.emit(book.issue("quality_hidden"))
    qtbot.waitUntil(
        lambda: tab.draft.facts is not None and tab.draft.facts.issue.code == "quality_hidden"
    )
    assert stored(qtbot, session, order).answers == {"contact_reply": "属于正常现象"}


def test_writing_is_quick_enough_to_do_while_typing(tab: ComplaintTab) -> None:
    answer_all(tab)
    begin = datetime.now(UTC)
    for count in range(20):
        answer(tab, "actual", f"{count} 分钟")
    assert (datetime.now(UTC) - begin).total_seconds() / 20 < 0.15
    tab.flush()


def test_opening_leaves_the_head_of_the_facts_in_view(
    qtbot: QtBot, session: Session, order: str
) -> None:
    made = ComplaintTab(session)
    qtbot.addWidget(made)
    made.resize(1240, 720)
    with qtbot.waitSignal(made.ready):
        made.set_order(order)
    made.focus_first()
    made.show()
    qtbot.waitUntil(lambda: made.facts._meant is None)
    assert made.facts._pane.verticalScrollBar().value() == 0


def test_where_the_window_is_wide_the_evidence_stands_beside_the_text(
    tab: ComplaintTab, qtbot: QtBot
) -> None:
    answer(tab, "claim_text", "标准档续航 40 分钟")
    tab.resize(1700, 900)
    tab.text.card.text.choose("claim")
    qtbot.waitUntil(lambda: len(tab.text.dock.findChildren(CitedItem)) == 1)
    assert tab.text.side.isVisible()


def test_another_channel_lets_go_of_the_sentence_pointed_at(
    tab: ComplaintTab, qtbot: QtBot
) -> None:
    answer(tab, "claim_text", "标准档续航 40 分钟")
    tab.resize(1700, 900)
    tab.text.card.text.choose("claim")
    qtbot.waitUntil(lambda: len(tab.text.dock.findChildren(CitedItem)) == 1)
    tab.text.choose_channel("refund_form")
    shown = [one for one in tab.text.dock.findChildren(CitedItem) if one.isVisible()]
    assert (tab.text.card.text.current(), shown) == ("", [])
