"""What users and files are called is shown, never read as markup."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt as Core
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from keepproof import ui
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


def safe(tip: ast.expr) -> bool:
    """Say whether a tool tip is made of the program's own words or was made safe."""
    if isinstance(tip, ast.IfExp):
        return safe(tip.body) and safe(tip.orelse)
    if isinstance(tip, ast.Call):
        return ast.unparse(tip.func) in {"tips.plain", "self.tr", "QCoreApplication.translate"}
    return isinstance(tip, ast.Constant)


def test_every_tool_tip_that_may_hold_the_words_of_others_is_made_safe() -> None:
    found: list[str] = []
    for file in sorted(Path(ui.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr == "setToolTip" and not safe(node.args[0]):
                found.append(f"{file.name}:{node.lineno}")
    assert found == []
