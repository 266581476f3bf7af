"""What users and files are called is shown, never read as markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt as Core
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from keepproof.ui import tips
from keepproof.ui.widgets.elided_label import ElidedLabel

HOSTILE = '<img src="//elsewhere/picture.png"> A & B.png'


@pytest.mark.parametrize("words", [HOSTILE, "<b>发票</b>.pdf", "一行\n<i>两行</i>", "a < b & c"])
def test_a_tool_tip_shows_exactly_the_words(words: str) -> None:
    tip = tips.plain(words)
    document = QTextDocument()
    # As a tool tip decides it.
    (document.setHtml if Qt.mightBeRichText(tip) else document.setPlainText)(tip)
    assert document.toPlainText() == words


def test_a_tool_tip_without_markup_stays_as_it_is() -> None:
    assert tips.plain("发票.pdf") == "发票.pdf"


def test_a_cut_label_does_not_follow_what_its_words_point_to(qtbot: QtBot) -> None:
    label = ElidedLabel(Core.TextElideMode.ElideRight, HOSTILE)
    qtbot.addWidget(label)
    label.resize(20, 20)
    label.grab()
    assert label.toolTip() == tips.plain(HOSTILE)
