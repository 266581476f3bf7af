from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from keepproof.domain import complaint as domain
from keepproof.domain.complaint import Counters, Limits
from keepproof.domain.dispute import Submission
from keepproof.knowledge.book import Book
from keepproof.services.compose_complaint import freeze
from keepproof.ticket import Ticket
from keepproof.ui import labels_complaint
from keepproof.ui.dialogs.export_text_dialog import file_stem
from keepproof.ui.dialogs.submission_dialog import SubmissionDialog
from keepproof.ui.session import Session
from keepproof.ui.widgets.attachment_strip import AttachedPicture, AttachmentStrip
from keepproof.ui.widgets.channel_bar import ChannelBar
from keepproof.ui.widgets.citation_view import CitationView, CitedItem
from keepproof.ui.widgets.statement_editor import StatementEditor
from keepproof.ui.widgets.text_counts import TextCounts
from keepproof.ui.widgets.text_places import label_places
from keepproof.ui.widgets.warning_list import WarningList
from ui.complaint_desk import Do, stored
from ui.complaint_pieces import CLAIM, GREETING, OWN, a_complaint
from ui.order_pieces import a_filing

# Said by Qt's offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def a_warning(kind: str, place: str = "x") -> domain.Warning:
    return domain.Warning(kind, f"about {kind}", place=place)


@pytest.fixture
def warnings(qtbot: QtBot) -> WarningList:
    made = WarningList()
    qtbot.addWidget(made)
    return made


def test_three_warnings_are_shown_and_the_rest_is_counted(warnings: WarningList) -> None:
    warnings.set_warnings([a_warning("tone", str(place)) for place in range(5)])
    assert warnings.shown() == 3


def test_all_warnings_can_be_shown(warnings: WarningList) -> None:
    warnings.set_warnings([a_warning("tone", str(place)) for place in range(5)])
    warnings.toggle()
    assert warnings.shown() == 5


def test_in_a_low_window_warnings_are_one_row(warnings: WarningList) -> None:
    warnings.set_tight(tight=True)
    warnings.set_warnings([a_warning("tone", "a"), a_warning("tone", "b")])
    assert warnings.shown() == 0


def test_missing_facts_come_before_rules_that_were_held_back(warnings: WarningList) -> None:
    warnings.set_warnings([a_warning("unverified"), a_warning("missing_fact")])
    assert [one.kind for one in warnings._warnings] == ["missing_fact", "unverified"]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Hold a bar: alone, Qt would not let it become narrow."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window: QWidget, book: Book) -> ChannelBar:
    made = ChannelBar("en", window)
    channels = book.channels("tmall")
    made.set_channels(channels)
    made.set_state(channels[0], "standard", "zh")
    made.resize(900, 80)
    window.show()
    return made


def test_channels_that_do_not_fit_become_a_list(bar: ChannelBar) -> None:
    wide = bar.list.isHidden()
    bar.resize(380, 80)
    assert (wide, bar.list.isHidden()) == (True, False)


def test_the_next_channel_follows_the_last_with_the_first(bar: ChannelBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.channel_chosen) as chosen:
        bar.step(-1)
    assert chosen.args == ["association"]


def test_each_message_can_be_copied_alone(qtbot: QtBot) -> None:
    counts = TextCounts()
    qtbot.addWidget(counts)
    counts.set_complaint(a_complaint(messages=("one", "two")))
    with qtbot.waitSignal(counts.message_asked) as asked:
        counts._messages[1].click()
    assert asked.args == [1]


def test_what_was_left_out_can_be_read(qtbot: QtBot) -> None:
    counts = TextCounts()
    qtbot.addWidget(counts)
    counts.set_complaint(a_complaint(dropped=(OWN,)))
    counts._left_out.click()
    assert OWN.text in counts._dropped_words.text()
    assert not counts._list.isHidden()


@pytest.mark.parametrize(
    ("limits", "over"),
    [
        (Limits(), None),
        (Limits(bytes=969), "31"),
        (Limits(characters=480), "11"),
        (Limits(characters=491, bytes=1000), None),
    ],
)
def test_the_copy_button_says_by_how_much_a_text_is_too_long(
    limits: Limits, over: str | None
) -> None:
    text = a_complaint(limits=limits, counters=Counters(491, 1000, 1, 0))
    label = labels_complaint.copy_label(text)
    assert (over is None and label == "Copy text") or (over is not None and over in label)


def test_the_view_of_a_statement_opens_its_evidence(qtbot: QtBot, session: Session) -> None:
    view = CitationView(session)
    qtbot.addWidget(view)
    view.set_statement(CLAIM, [a_filing(2), a_filing(5), a_filing(7)], [])
    items = view.findChildren(CitedItem)
    with qtbot.waitSignal(view.opened) as opened:
        items[1].click()
    assert (len(items), opened.args) == (2, [7])


def test_a_view_that_shows_nothing_keeps_no_evidence(qtbot: QtBot, session: Session) -> None:
    view = CitationView(session, large=True)
    qtbot.addWidget(view)
    view.set_statement(CLAIM, [a_filing(2)], [])
    view.show()
    view.set_nothing()
    assert [one for one in view.findChildren(CitedItem) if one.isVisible()] == []


@pytest.mark.parametrize(
    ("statement", "words"), [(OWN, "Your own statement"), (GREETING, "part of every text")]
)
def test_a_statement_without_evidence_says_what_it_is(
    qtbot: QtBot, session: Session, statement: domain.Statement, words: str
) -> None:
    view = CitationView(session)
    qtbot.addWidget(view)
    view.set_statement(statement, [], [])
    assert words in view._title.text()


def test_broken_evidence_is_said_under_the_statement(qtbot: QtBot, session: Session) -> None:
    view = CitationView(session)
    qtbot.addWidget(view)
    view.set_statement(CLAIM, [a_filing(2), a_filing(7, fixity="missing")], [])
    assert "not found" in view._state.text()


def test_pictures_stand_in_the_order_of_their_numbers(qtbot: QtBot, session: Session) -> None:
    strip = AttachmentStrip(session)
    qtbot.addWidget(strip)
    strip.set_pictures([a_filing(2), a_filing(7)], Limits(pictures=5))
    pressed: list[int] = []
    strip.opened.connect(pressed.append)
    for one in strip.findChildren(AttachedPicture):
        one.click()
    assert pressed == [2, 7]


def test_words_that_are_the_generated_ones_are_no_edit(qtbot: QtBot) -> None:
    editor = StatementEditor()
    qtbot.addWidget(editor)
    editor.open_for(OWN, OWN.text)
    with qtbot.waitSignal(editor.restored, timeout=1000):
        editor.keep_button.click()


def test_escape_leaves_the_words_as_they_are(qtbot: QtBot) -> None:
    editor = StatementEditor()
    qtbot.addWidget(editor)
    editor.open_for(OWN, OWN.text)
    kept: list[object] = []
    editor.kept.connect(lambda *_: kept.append(1))
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert (editor.isHidden(), kept) == (True, [])


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("X1 无线吸尘器", "X1 无线吸尘器"),
        ("a/b\\c:d*e?", "a b c d e"),
        ("  .hidden.  ", "hidden"),
        ("\x00\x1f", "complaint"),
        ("长" * 200, "长" * 60),
    ],
)
def test_a_title_becomes_a_name_every_disk_takes(title: str, stem: str) -> None:
    assert file_stem(title) == stem


def test_labels_of_a_card_end_at_the_first_colon() -> None:
    text = "您好\n订单号：2690\n问题：写“1:1”"
    assert [text[start:end] for start, end in label_places(text)] == ["订单号：", "问题："]


def test_a_ticket_number_is_kept_with_its_copy(
    qtbot: QtBot, session: Session, order: str, do: Do
) -> None:
    dispute = stored(qtbot, session, order)
    now = datetime(2026, 11, 20, 10, 2, tzinfo=UTC)
    text = a_complaint(numbers=())
    submission: Submission = do(lambda library: freeze(library, text, dispute.id, now, Ticket()))
    dialog = SubmissionDialog(session, [submission], {"platform_chat": "平台在线客服"})
    qtbot.addWidget(dialog)
    dialog.number.setText("TK-1")
    dialog.save()
    qtbot.waitUntil(lambda: dialog._sent[0].ticket == "TK-1")
    item = dialog.list.item(0)
    assert item is not None
    assert "TK-1" in item.text()
