from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keepproof.domain.complaint import Span, Statement
from keepproof.ui import theme
from keepproof.ui.widgets.live_text import LiveText
from keepproof.ui.widgets.text_places import number_places, units
from ui.complaint_pieces import CLAIM, GREETING, OWN, a_complaint


@pytest.fixture
def text(qtbot: QtBot, qapp: QApplication) -> LiveText:
    theme.apply(qapp, "light", 100)
    widget = LiveText()
    qtbot.addWidget(widget)
    widget.resize(480, 300)
    widget.set_complaint(a_complaint())
    widget.show()
    return widget


def look(text: LiveText, words: str) -> QTextCharFormat:
    cursor = text.document().find(words)
    assert not cursor.isNull()
    return cursor.charFormat()


def lit(text: LiveText) -> list[str]:
    return [one.cursor.selectedText() for one in text.extraSelections()]


def test_evidence_numbers_are_bold(text: LiveText) -> None:
    assert look(text, "证据2").font().bold()


def test_other_figures_are_not_bold(text: LiveText) -> None:
    assert not look(text, "40 分钟").font().bold()


def test_lines_have_a_fixed_height(text: LiveText) -> None:
    block = text.document().firstBlock().blockFormat()
    assert block.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
    assert block.lineHeight() == theme.line_height("reading")


def test_alt_down_points_at_one_statement_after_the_other(text: LiveText) -> None:
    seen: list[str] = []
    text.pointed.connect(lambda one, _: seen.append(one))
    for _ in range(4):
        QTest.keyClick(text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert seen == ["greeting", "claim", "own", "own"]


def test_alt_up_goes_back(text: LiveText) -> None:
    text.choose("own")
    QTest.keyClick(text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert text.current() == "claim"


def test_enter_opens_the_statement_pointed_at(text: LiveText, qtbot: QtBot) -> None:
    text.choose("claim")
    with qtbot.waitSignal(text.opened, timeout=1000) as opened:
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert opened.args == ["claim"]


def test_escape_lets_go(text: LiveText) -> None:
    text.choose("claim")
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert (text.current(), lit(text)) == ("", [])


def test_the_pointer_finds_the_statement_under_it(text: LiveText) -> None:
    middle = text.statement_rect("claim").center()
    middle.setX(60)
    assert text.statement_at(middle) == "claim"


def test_beside_the_lines_there_is_no_statement(text: LiveText) -> None:
    corner = text.viewport().rect().bottomRight()
    assert text.statement_at(corner) == ""


def test_a_number_lights_up_what_rests_on_it(text: LiveText) -> None:
    text.light_numbers([7])
    assert lit(text) == [CLAIM.text]


def test_characters_beyond_the_basic_plane_do_not_shift_the_statements(text: LiveText) -> None:
    emoji = Statement("greeting", "greeting", "您好😀😀。")
    text.set_complaint(a_complaint((emoji, CLAIM, OWN)))
    text.choose("claim")
    assert lit(text) == [CLAIM.text]


def test_statements_on_broken_evidence_are_underlined(text: LiveText) -> None:
    text.set_complaint(a_complaint(), broken=[7])
    dotted = QTextCharFormat.UnderlineStyle.DotLine
    assert look(text, "页面写明").underlineStyle() == dotted


def test_the_statement_pointed_at_is_let_go_when_it_is_gone(text: LiveText) -> None:
    text.choose("own")
    text.set_complaint(a_complaint((GREETING, CLAIM)))
    assert text.current() == ""


@pytest.mark.parametrize(
    ("words", "citations", "found"),
    [
        ("详情页写明（证据2）", (2,), ["证据2"]),
        ("见证据2、7。", (2, 7), ["证据2", "7"]),
        ("续航 2 分钟（证据2）", (2,), ["证据2"]),
        ("页面称40分钟（E2），实测2次", (2,), ["E2"]),
        ("Listing says so (Evidence 2 and 7)", (2, 7), ["Evidence 2", "7"]),
        ("订单 2690183455720166318", (2,), []),
        ("证据12", (2,), []),
    ],
)
def test_numbers_are_found_only_where_they_are_named(
    words: str, citations: tuple[int, ...], found: list[str]
) -> None:
    places = number_places(words, Span(0, len(words), "x"), citations)
    assert [words[start:end] for start, end in places] == found


@given(st.text(max_size=60), st.integers(0, 60))
def test_places_count_as_qt_does(words: str, place: int) -> None:
    cut = words[:place]
    assert units(words, len(cut)) == len(cut.encode("utf-16-le", "surrogatepass")) // 2
