"""At the smallest window of the design no words are cut, in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.example import add_example
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.pages.chat_tab import ChatTab
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.pages.complaint_tab_text import TextPane
from keepproof.ui.pages.next_tab import NextTab
from keepproof.ui.pages.order_overview_facts import FactsCard
from keepproof.ui.pages.today_page import TodayPage
from keepproof.ui.start import Start
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.pill import Pill
from ui.every_dialog import DIALOGS, Desk

LANGUAGES = {"zh": "zh_CN", "en": "en"}
SLACK = 2  # pixels by which a font may measure differently than it paints


def cut(widget: QWidget) -> Iterator[str]:
    """Name every visible label, button and tab below a widget whose words do not fit."""
    for one in widget.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, ElidedLabel):
            continue
        words = _cut_words(one)
        if words:
            yield f"{type(one).__name__} {words!r} in {one.width()}×{one.height()}"


def _cut_words(one: QWidget) -> str:
    if isinstance(one, QLabel):
        return one.text() if one.text() and _label_is_cut(one) else ""
    if isinstance(one, QPushButton):
        return one.text() if one.text() and one.width() + SLACK < one.sizeHint().width() else ""
    if isinstance(one, QTabBar):
        total = sum(one.tabRect(place).width() for place in range(one.count()))
        return one.tabText(0) if total > one.width() + SLACK else ""
    if isinstance(one, QScrollArea) and one.widgetResizable():
        inner = one.widget()
        sideways = inner is not None and inner.width() > one.viewport().width()
        return "runs out of sight at the right" if sideways else ""
    return ""


def _label_is_cut(label: QLabel) -> bool:
    if isinstance(label, Pill):
        return label.width() + SLACK < label.sizeHint().width()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + SLACK
    metrics = QFontMetrics(label.font())
    widest = max((metrics.horizontalAdvance(line) for line in label.text().splitlines()), default=0)
    return widest > label.width() + SLACK


@pytest.fixture
def filled(own_home: Path) -> Callable[[str], None]:
    """Give a function that lays the example into the user's library."""

    def fill(lang: str) -> None:
        with Library.open(user_paths().library) as library:
            add_example(library, lang, Ticket())

    return fill


@pytest.fixture(params=list(LANGUAGES))
def small(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    filled: Callable[[str], None],
    start_window: Callable[[Settings], Start],
) -> Start:
    """Start the window at 1024 × 700 on the example, in one language."""
    lang = request.param
    filled(lang)
    start = start_window(Settings(language=LANGUAGES[lang], complaint_language=lang))
    start.window.resize(1024, 700)
    settled(qtbot, start)
    return start


def assert_nothing_cut(qtbot: QtBot, widget: QWidget) -> None:
    """Wait for the layouts; what is still cut then is named."""
    try:
        qtbot.waitUntil(lambda: not list(cut(widget)), timeout=1500)
    except qtbot.TimeoutError:
        pytest.fail("\n".join(cut(widget)))


def settled(qtbot: QtBot, start: Start) -> None:
    qtbot.waitUntil(start.session.operations.idle)


@pytest.mark.parametrize("place", ["today", "orders", "evidence", "channels", "overview"])
def test_places_show_all_their_words(qtbot: QtBot, small: Start, place: str) -> None:
    small.window.show_place(place)
    settled(qtbot, small)
    assert_nothing_cut(qtbot, small.window)


def test_an_order_shows_all_its_words(qtbot: QtBot, small: Start) -> None:
    open_order(qtbot, small, "overview")
    assert_nothing_cut(qtbot, small.window)


def test_a_chat_shows_all_its_words(qtbot: QtBot, small: Start) -> None:
    open_order(qtbot, small, "chat")
    qtbot.waitUntil(lambda: small.window.findChild(ChatTab) is not None)
    tab = small.window.findChild(ChatTab)
    assert isinstance(tab, ChatTab)
    qtbot.waitUntil(tab.ready)
    qtbot.waitUntil(tab.list.isVisible)
    assert_nothing_cut(qtbot, small.window)


def test_the_next_steps_show_all_their_words(qtbot: QtBot, small: Start) -> None:
    open_order(qtbot, small, "next")
    qtbot.waitUntil(lambda: small.window.findChild(NextTab) is not None)
    tab = small.window.findChild(NextTab)
    assert isinstance(tab, NextTab)
    qtbot.waitUntil(lambda: tab.view is not None)
    settled(qtbot, small)
    assert_nothing_cut(qtbot, small.window)


def test_every_channel_of_the_complaint_shows_all_its_words(qtbot: QtBot, small: Start) -> None:
    open_order(qtbot, small, "complaint")
    qtbot.waitUntil(lambda: small.window.findChild(ComplaintTab) is not None)
    settled(qtbot, small)
    tab = small.window.findChild(ComplaintTab)
    assert isinstance(tab, ComplaintTab)
    for channel in small.session.book.channels("tmall"):
        tab.text.choose_channel(channel.id)
        settled(qtbot, small)
        assert_nothing_cut(qtbot, small.window)


def open_order(qtbot: QtBot, start: Start, tab: str) -> None:
    ids: list[str] = []
    start.session.operations.read(
        start, lambda library, _: [one.id for one in library.orders.all()], ids.extend
    )
    qtbot.waitUntil(lambda: bool(ids))
    start.window.show_order(ids[0], tab)
    settled(qtbot, start)


@pytest.fixture
def large(
    qtbot: QtBot, filled: Callable[[str], None], start_window: Callable[[Settings], Start]
) -> Start:
    """Start the small window in English, whose words are longer, with the largest text."""
    filled("en")
    start = start_window(Settings(language="en", complaint_language="en", text_size=150))
    start.window.resize(1024, 700)
    settled(qtbot, start)
    return start


@pytest.mark.parametrize("tab", ["overview", "chat", "next", "complaint"])
def test_large_text_is_not_cut_in_an_order(qtbot: QtBot, large: Start, tab: str) -> None:
    open_order(qtbot, large, tab)
    assert_nothing_cut(qtbot, large.window)


def test_large_text_leaves_the_counters_below_the_complaint(qtbot: QtBot, large: Start) -> None:
    large.window.resize(1024, 640)
    open_order(qtbot, large, "complaint")
    pane = large.window.findChild(TextPane)
    assert isinstance(pane, TextPane)
    qtbot.waitUntil(lambda: pane.counts.y() >= pane.card.geometry().bottom())
    assert pane.card.height() >= pane.card.minimumHeight()
    assert not pane.copy_bar.visibleRegion().isEmpty()


def test_large_text_leaves_the_amount_whole(qtbot: QtBot, large: Start) -> None:
    open_order(qtbot, large, "overview")
    facts = large.window.findChild(FactsCard)
    assert isinstance(facts, FactsCard)
    paid = next(one for one in facts.findChildren(ElidedLabel) if "1,299" in one.text())
    assert paid.width() >= QFontMetrics(paid.font()).horizontalAdvance(paid.text())


def test_large_text_leaves_a_channel_the_width_it_needs(qtbot: QtBot, large: Start) -> None:
    large.window.show_place("channels")
    settled(qtbot, large)
    assert_nothing_cut(qtbot, large.window)


def test_large_text_leaves_the_tasks_the_whole_width(qtbot: QtBot, large: Start) -> None:
    large.window.show_place("today")
    settled(qtbot, large)
    page = large.window.findChild(TodayPage)
    assert isinstance(page, TodayPage)
    tasks = next(one for one in page.groups.values() if one.isVisible())
    assert page.drop.mapTo(page, QPoint()).y() > tasks.mapTo(page, QPoint()).y()
    assert_nothing_cut(qtbot, large.window)


@pytest.mark.parametrize("name", list(DIALOGS))
def test_dialogs_show_all_their_words(qtbot: QtBot, small: Start, name: str) -> None:
    dialog = DIALOGS[name](Desk(qtbot, small))
    dialog.open()
    settled(qtbot, small)
    try:
        assert_nothing_cut(qtbot, dialog)
    finally:
        dialog.close()
        settled(qtbot, small)


@pytest.mark.parametrize("lang", list(LANGUAGES))
def test_the_first_page_shows_all_its_words(
    qtbot: QtBot, start_window: Callable[[Settings], Start], lang: str
) -> None:
    start = start_window(Settings(language=LANGUAGES[lang]))
    start.window.resize(1024, 700)
    settled(qtbot, start)
    assert_nothing_cut(qtbot, start.window)
