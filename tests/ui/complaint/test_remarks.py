from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from keepproof.domain import complaint as domain
from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.reading import Reading, ReadLine
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.session import Session
from keepproof.ui.widgets.notice import Notice
from ui.complaint_desk import Do, answer, answer_all, stored, text_of

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


def test_a_picture_that_shows_a_phone_leads_to_the_editor(
    tab: ComplaintTab, qtbot: QtBot, session: Session, order: str, do: Do
) -> None:
    answer_all(tab)
    photo = do(lambda library: kept_photo(library, order))
    do(lambda library: read_in(library, photo, f"林小满 {PHONE}"))
    qtbot.waitUntil(lambda: "picture" in {one.kind for one in text_remarks(tab)})
    asked: list[FiledEvidence] = []
    session.redact_requested.connect(asked.append)
    press(tab, "picture")
    assert [one.evidence.id for one in asked] == [photo.evidence.id]


def text_remarks(tab: ComplaintTab) -> tuple[domain.Warning, ...]:
    return tab.text.complaint.warnings if tab.text.complaint is not None else ()


def kept_photo(library: Library, order_id: str) -> Outcome[FiledEvidence]:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "orange").save(out, "PNG")
    kind = EvidenceKind.PHOTO
    outcome = add_content(
        library,
        out.getvalue(),
        "a.png",
        order_id=order_id,
        kind=kind,
        origin="pasted",
        ticket=Ticket(),
    )
    return Outcome(outcome.value.kept[0], outcome.changes)


def read_in(library: Library, filed: FiledEvidence, words: str) -> Outcome[None]:
    line = ReadLine(words, (1, 1, 39, 9))
    library.readings.put(Reading(filed.evidence.sha256, "picture", words, (line,)))
    return Outcome(None, Changes(readings=frozenset({filed.evidence.id})))
