from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from keepproof.domain.dispute import Dispute, StatementEdit, Submission
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.open_dispute import open_dispute
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.session import Session

# Said by Qt's offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
ANSWERS = {"claim_text": "标准档续航 40 分钟", "actual": "8 分 06 秒自动停机"}


def with_order(do: Do) -> str:
    form = OrderForm(
        number="2690183455720166318", platform="tmall", shop="澄屿家电旗舰店", paid=Money(129900)
    )
    return str(do(lambda library: add_order(library, form, Ticket())).id)


def with_proof(do: Do, order_id: str, name: str, kind: EvidenceKind) -> None:
    data = name.encode()
    do(
        lambda library: add_content(
            library,
            data,
            f"{name}.txt",
            order_id=order_id,
            kind=kind,
            origin="pasted",
            ticket=Ticket(),
        )
    )


def stored(qtbot: QtBot, session: Session, order_id: str) -> Dispute:
    found: list[Dispute] = []

    def look(library: Library, ticket: Ticket) -> Dispute:
        del ticket
        return library.disputes.of_order(order_id)[0]

    session.operations.read(session, look, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def sent(qtbot: QtBot, session: Session, dispute_id: str) -> list[Submission]:
    found: list[list[Submission]] = []
    session.operations.read(
        session, lambda library, _: library.disputes.submissions(dispute_id), found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


@pytest.fixture
def order(do: Do, book: Book) -> str:
    """Make an order with a dispute, a listing page and a chat."""
    order_id = with_order(do)
    with_proof(do, order_id, "listing", EvidenceKind.SNAPSHOT)
    with_proof(do, order_id, "chat", EvidenceKind.CHAT)
    issue = book.issue("not_as_described")
    do(lambda library: open_dispute(library, order_id, issue, Ticket()))
    return order_id


@pytest.fixture
def tab(qtbot: QtBot, session: Session, order: str) -> ComplaintTab:
    made = ComplaintTab(session)
    qtbot.addWidget(made)
    made.resize(1240, 720)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.set_order(order)
    return made


def answer(tab: ComplaintTab, question: str, words: str) -> None:
    field = tab.facts.form.field(question)
    assert field is not None
    field.editor.target().setPlainText(words)  # type: ignore[attr-defined]  # a text question


def answer_all(tab: ComplaintTab) -> None:
    for question, words in ANSWERS.items():
        answer(tab, question, words)


def text_of(tab: ComplaintTab) -> str:
    assert tab.text.complaint is not None
    return tab.text.complaint.text


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


def test_pointing_at_a_statement_lights_up_its_proof(tab: ComplaintTab) -> None:
    answer_all(tab)
    tab.text.card.text.choose("claim")
    model = tab.checklist.view.rows()
    lit = model.index_of(EvidenceKind.SNAPSHOT).data(Qt.ItemDataRole.UserRole + 2)
    assert lit == (1,)


def test_the_popover_shows_what_the_statement_rests_on(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer_all(tab)
    tab.text.card.text.choose("claim")
    qtbot.waitUntil(lambda: tab.text.card.popover().isVisible())
    QTest.keyClick(tab.text.card.text, Qt.Key.Key_Escape)
    assert not tab.text.card.popover().isVisible()


def test_copying_puts_the_text_on_the_clipboard(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer_all(tab)
    with qtbot.waitSignal(tab.draft.loaded):
        tab.copy_text()
    assert QGuiApplication.clipboard().text() == text_of(tab)


def test_copying_keeps_one_frozen_copy_a_day(
    tab: ComplaintTab, qtbot: QtBot, session: Session, order: str
) -> None:
    answer_all(tab)
    with qtbot.waitSignal(tab.draft.saved):
        tab.copy_text()
    qtbot.waitUntil(lambda: len(tab.draft.sent) == 1)
    tab.copy_text()
    copies = sent(qtbot, session, stored(qtbot, session, order).id)
    assert [one.text for one in copies] == [text_of(tab)]


def test_the_user_s_own_words_come_into_the_text(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer_all(tab)
    tab.text.edit("actual")
    tab.text.editor.words.setPlainText("实测只有八分钟")
    with qtbot.waitSignal(tab.draft.saved):
        tab.text.editor.keep_button.click()
    qtbot.waitUntil(lambda: "实测只有八分钟" in text_of(tab))


def test_a_reworded_statement_goes_stale_with_its_facts(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer_all(tab)
    tab.text.edit("actual")
    tab.text.editor.words.setPlainText("实测只有八分钟")
    tab.text.editor.keep_button.click()
    qtbot.waitUntil(lambda: "实测只有八分钟" in text_of(tab))
    answer(tab, "actual", "7 分钟自动停机")
    statement = tab.text.card.text.statement("actual")
    assert statement is not None
    assert statement.stale
    assert "7 分钟" in tab.text.generated("actual")
    tab.flush()


def test_the_generated_words_can_be_taken_back(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer_all(tab)
    tab.text.edit("actual")
    tab.text.editor.words.setPlainText("实测只有八分钟")
    tab.text.editor.keep_button.click()
    qtbot.waitUntil(lambda: "实测只有八分钟" in text_of(tab))
    tab.text.card.restore_asked.emit("actual")
    qtbot.waitUntil(lambda: "8 分 06 秒" in text_of(tab))


def test_each_channel_has_its_own_text(tab: ComplaintTab) -> None:
    answer_all(tab)
    before = text_of(tab)
    tab.text.choose_channel("refund_form")
    assert len(text_of(tab)) < len(before)


def test_the_language_of_the_text_is_its_own(tab: ComplaintTab, session: Session) -> None:
    answer_all(tab)
    tab.text.choose_language("en")
    assert (text_of(tab)[:5], session.lang) == ("Hello", "zh")


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


@pytest.mark.parametrize(("form", "holds"), [("txt", "标准档续航"), ("md", "|---|")])
def test_the_text_is_exported(
    tab: ComplaintTab, qtbot: QtBot, tmp_path: Path, form: str, holds: str
) -> None:
    answer_all(tab)
    assert tab.text.complaint is not None
    file = tmp_path / f"complaint.{form}"
    tab.doing.export_to(tab.text.complaint, file, form, "title")
    qtbot.waitUntil(lambda: len(tab.draft.sent) == 1)
    assert holds in file.read_text("utf-8")


def test_a_folder_that_is_gone_is_explained(
    tab: ComplaintTab, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    assert tab.text.complaint is not None
    file = tmp_path / "gone" / "complaint.txt"
    with qtbot.waitSignal(session.status) as said:
        tab.doing.export_to(tab.text.complaint, file, "txt", "title")
    assert "complaint.txt" in str(said.args)


def test_a_narrow_window_shows_one_side(tab: ComplaintTab, qtbot: QtBot) -> None:
    tab.resize(1000, 620)
    qtbot.waitUntil(lambda: tab.columns.switch.isVisible())
    assert (tab.facts.isVisible(), tab.checklist.isVisible()) == (True, False)


def test_the_switch_brings_the_other_side(tab: ComplaintTab, qtbot: QtBot) -> None:
    tab.resize(1000, 620)
    qtbot.waitUntil(lambda: tab.columns.switch.isVisible())
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


def test_an_edit_belongs_to_its_channel_and_language(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer_all(tab)
    tab.text.edit("actual")
    tab.text.editor.words.setPlainText("实测只有八分钟")
    with qtbot.waitSignal(tab.text.edit_kept) as kept:
        tab.text.editor.keep_button.click()
    edit = kept.args[0] if kept.args else None
    assert isinstance(edit, StatementEdit)
    assert (edit.channel, edit.lang, edit.statement) == ("merchant_chat", "zh", "actual")
