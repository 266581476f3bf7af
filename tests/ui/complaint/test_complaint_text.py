from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from keepproof.domain.dispute import StatementEdit
from keepproof.domain.evidence import EvidenceKind
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.session import Session
from ui.complaint_desk import answer, answer_all, sent, stored, text_of

# Said by Qt's offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


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


def test_an_edit_belongs_to_its_channel_and_language(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer_all(tab)
    tab.text.edit("actual")
    tab.text.editor.words.setPlainText("实测只有八分钟")
    with qtbot.waitSignal(tab.text.edit_kept) as kept:
        tab.text.editor.keep_button.click()
    edit = kept.args[0] if kept.args else None
    assert isinstance(edit, StatementEdit)
    assert (edit.channel, edit.lang, edit.statement) == ("merchant_chat", "zh", "actual")
