from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from keepproof.domain import complaint as domain
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.session import Session
from keepproof.ui.widgets.notice import Notice
from ui.complaint_desk import answer, answer_all, stored, text_of

# Said by Qt's offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PHONE = "13812345678"


def remark(tab: ComplaintTab, kind: str) -> domain.Warning:
    assert tab.text.complaint is not None
    return next(one for one in tab.text.complaint.warnings if one.kind == kind)


def press(tab: ComplaintTab, kind: str) -> None:
    """Press the link of the first remark of a kind, as a user would."""
    if not tab.text.warnings._open:
        tab.text.warnings.toggle()
    words = remark(tab, kind).text
    notices = tab.text.warnings.findChildren(Notice)
    link = next(one.link for one in notices if one.text.text() == words and not one.isHidden())
    assert link is not None
    link.click()


def look_at(tab: ComplaintTab, words: str) -> QTextCharFormat:
    document = tab.text.card.text.document()
    place = document.toPlainText().index(words)
    cursor = QTextCursor(document)
    cursor.setPosition(place + 1)
    return cursor.charFormat()


def test_a_neutral_wording_is_taken_into_the_answer_and_can_be_undone(
    tab: ComplaintTab, qtbot: QtBot, session: Session, order: str
) -> None:
    answer_all(tab)
    answer(tab, "use_note", "只用过两次，这家店就是骗子")
    with qtbot.waitSignal(tab.draft.saved):
        tab.flush()
    press(tab, "tone")
    assert "这家店就是骗子" not in text_of(tab)
    field = tab.facts.form.field("use_note")
    assert field is not None
    assert field.editor.answer() == "只用过两次，商家的说法与实际不符"
    with qtbot.waitSignal(tab.draft.saved):
        tab.flush()
    assert stored(qtbot, session, order).answers["use_note"] == "只用过两次，商家的说法与实际不符"
    session.undo()
    qtbot.waitUntil(lambda: "这家店就是骗子" in text_of(tab))


def test_a_neutral_wording_is_taken_into_a_rewritten_sentence(
    tab: ComplaintTab, qtbot: QtBot
) -> None:
    answer_all(tab)
    tab.text.edit("actual")
    tab.text.editor.words.setPlainText("实测只有八分钟，客服装死")
    tab.text.editor.keep_button.click()
    qtbot.waitUntil(lambda: "客服装死" in text_of(tab))
    press(tab, "tone")
    qtbot.waitUntil(lambda: "实测只有八分钟，客服没有回复" in text_of(tab))


def test_words_to_look_at_are_underlined_with_waves(tab: ComplaintTab) -> None:
    answer_all(tab)
    answer(tab, "use_note", "只用过两次，这家店就是骗子")
    look = look_at(tab, "这家店就是骗子")
    assert look.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert look.toolTip() == remark(tab, "tone").text
    plain = look_at(tab, "只用过两次")
    assert plain.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline


def test_a_masked_item_can_be_shown_and_masked_again(tab: ComplaintTab, qtbot: QtBot) -> None:
    answer_all(tab)
    answer(tab, "use_note", f"只用过两次，快递员电话{PHONE}")
    assert PHONE not in text_of(tab)
    look = look_at(tab, "138****5678")
    assert look.underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline
    press(tab, "privacy")
    qtbot.waitUntil(lambda: PHONE in text_of(tab))
    press(tab, "privacy")
    qtbot.waitUntil(lambda: PHONE not in text_of(tab))


def test_a_choice_of_masking_can_be_undone(
    tab: ComplaintTab, qtbot: QtBot, session: Session
) -> None:
    answer_all(tab)
    answer(tab, "use_note", f"只用过两次，快递员电话{PHONE}")
    press(tab, "privacy")
    qtbot.waitUntil(lambda: PHONE in text_of(tab))
    session.undo()
    qtbot.waitUntil(lambda: PHONE not in text_of(tab))


def test_remarks_do_not_block_copying(tab: ComplaintTab) -> None:
    answer_all(tab)
    answer(tab, "use_note", "这家店就是骗子")
    assert tab.text.copy_bar.isEnabled()
