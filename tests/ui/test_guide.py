from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import keepproof.ui
from keepproof import assets
from keepproof.knowledge.book import Book
from keepproof.knowledge.guide import TOPICS, Block, Guide, Topic
from keepproof.ui import actions, guide_html
from keepproof.ui.dialogs.guide_window import GuideWindow
from keepproof.ui.help_key import PROPERTY, HelpKey, topic_of
from keepproof.ui.help_key import TOPICS as PLACES
from keepproof.ui.models.guide_model import GuideModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.help_button import HelpButton

# Said by Qt's offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
UI = Path(keepproof.ui.__file__).parent
# Small dialogs that say all there is to say.
PLAIN = {"AboutDialog", "Alert", "AskDialog", "CrashDialog", "GuideWindow", "GuidePage"}


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[GuideWindow]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = GuideWindow(session, owner)
    made.show_topic("start")
    made.show()
    yield made
    owner.close()


def classes() -> dict[str, list[str]]:
    """List the classes of pages and dialogs with their bases."""
    found: dict[str, list[str]] = {}
    for folder in ("pages", "dialogs"):
        for file in sorted((UI / folder).glob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef):
                    found[node.name] = [ast.unparse(one) for one in node.bases]
    return found


def test_every_page_and_dialog_leads_to_a_topic() -> None:
    wanted = {
        name
        for name, bases in classes().items()
        if "QDialog" in bases or name.endswith(("Page", "Tab", "Dialog"))
    }
    # A new one takes its topic into ui/help_key.py.
    assert wanted - set(PLACES) - PLAIN == set()


def test_every_topic_named_in_the_program_exists() -> None:
    named = set(PLACES.values())
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "HelpButton":
                named.add(ast.literal_eval(node.args[1]))
    assert named <= set(TOPICS)
    assert len(named) > 5


def test_the_nearest_topic_wins(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QWidget(outer)
    field = QLineEdit(inner)
    assert topic_of(field) == "start"
    outer.setProperty(PROPERTY, "orders")
    assert topic_of(field) == "orders"
    inner.setProperty(PROPERTY, "chats")
    assert topic_of(field) == "chats"


def test_the_contents_are_a_sound_model(qtbot: QtBot, session: Session) -> None:
    model = GuideModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    guide = Guide(session.book, "zh")
    model.set_rows(["一", *guide.topics])
    model.set_rows(guide.search("证据"))
    model.set_rows([])


def test_a_link_leads_to_its_topic_and_back(window: GuideWindow) -> None:
    window.page.anchorClicked.emit(QUrl("topic:evidence"))
    assert window.topic == "evidence"
    window.back()
    assert window.topic == "start"
    window.forward()
    assert window.topic == "evidence"


def test_other_addresses_lead_nowhere(window: GuideWindow) -> None:
    for address in ("https://example.com", "file:///etc/passwd", "evidence"):
        window.page.anchorClicked.emit(QUrl(address))
    assert window.topic == "start"


def test_nothing_is_loaded_for_a_page(window: GuideWindow) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert window.page.loadResource(kind, QUrl("file:///etc/passwd")) is None


def test_a_search_lists_topics_and_marks_the_words(window: GuideWindow) -> None:
    window.search.setText("骗子")
    assert window.model.rowCount() == 1
    index = window.model.index(0)
    assert str(index.data()).startswith("语气与隐私\n")
    window.contents.clicked.emit(index)
    assert window.topic == "wording"
    assert window.marked() == ["骗子"]


def test_a_search_without_result_says_so(window: GuideWindow) -> None:
    window.search.setText("zzzz")
    assert window.model.rowCount() == 0
    assert not window._nothing.isHidden()
    window.search.clear()
    assert window.model.rowCount() > len(TOPICS)


def test_what_stands_in_a_topic_is_never_markup() -> None:
    made = guide_html.rich(Topic("x", "begin", (Block("text", "<img src='x'> & <b>fat</b>"),)))
    assert "<img" not in made
    assert "&lt;b&gt;" in made


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_topic_holds_a_picture_or_an_address(lang: str) -> None:
    for topic in Guide(Book.load(), lang).topics:
        made = guide_html.rich(topic)
        assert "<img" not in made
        assert "http" not in made


def test_a_dialog_opens_its_part_with_f1(qtbot: QtBot, session: Session) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    key = HelpKey(session, owner)
    dialog = QDialog(owner)
    dialog.setProperty(PROPERTY, "integrity")
    field = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(field)
    owner.show()
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_F1)
    assert key.guide is not None
    assert key.guide.topic == "integrity"
    assert key.guide.parentWidget() is dialog
    dialog.close()


def test_a_question_mark_opens_its_part(qtbot: QtBot, session: Session) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    key = HelpKey(session, owner)
    button = HelpButton(session, "chats", owner)
    button.click()
    assert key.guide is not None
    assert key.guide.topic == "chats"
    button.click()
    assert key.guide.topic == "chats"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_keys_of_the_guide_are_those_of_the_window(lang: str) -> None:
    known = {
        key for menu in actions.menus() for one in menu.actions for key in one.keys.split("; ")
    }
    text = assets.text("help", lang, "keys.md").replace("Alt+左", "Alt+Left")
    named = set(re.findall(r"`([^`]+)`", text))
    assert named - known == set()
    assert len(named) > 10
