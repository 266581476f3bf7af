from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.settings import Settings, load
from keepproof.ui.dialogs.crash_dialog import CrashDialog
from keepproof.ui.dialogs.settings_dialog import SettingsDialog
from keepproof.ui.start import Start
from keepproof.ui.widgets.search_field import SearchField
from ui import order_library as make

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def two_orders(own_home: Path) -> list[str]:
    with Library.open(user_paths().library) as library:
        return [
            make.log(library, f"2690183455720166{place:03d}", title).value.id
            for place, title in enumerate(("X1 无线吸尘器", "奇异果"))
        ]


@pytest.fixture
def filled(two_orders: list[str], start_window: Callable[[Settings], Start]) -> Start:
    return start_window(Settings(language="en"))


def settled(qtbot: QtBot, start: Start) -> None:
    qtbot.waitUntil(start.session.operations.idle)


def test_an_empty_library_begins_with_three_ways_to_start(window: Start) -> None:
    assert window.window.pages.place() == "welcome"
    assert window.window.sidebar.places["today"].isChecked()


def test_a_filled_library_begins_with_today(filled: Start) -> None:
    assert filled.window.pages.place() == "today"


def test_the_first_page_gives_way_to_today(qtbot: QtBot, window: Start) -> None:
    session = window.session
    session.operations.write(session, lambda library, _: make.log(library))
    qtbot.waitUntil(lambda: window.window.pages.place() == "today")


def test_undoing_everything_brings_the_first_page_back(qtbot: QtBot, window: Start) -> None:
    session = window.session
    session.operations.write(session, lambda library, _: make.log(library))
    qtbot.waitUntil(lambda: window.window.pages.place() == "today")
    window.commands.actions["undo"].trigger()
    qtbot.waitUntil(lambda: window.window.pages.place() == "welcome")


def test_places_are_counted(qtbot: QtBot, filled: Start) -> None:
    settled(qtbot, filled)
    assert filled.window.sidebar.places["orders"].accessibleName() == "Orders 2"


@pytest.mark.parametrize(
    ("key", "place"),
    [(Qt.Key.Key_2, "orders"), (Qt.Key.Key_3, "evidence"), (Qt.Key.Key_1, "today")],
)
def test_keys_go_to_places(qtbot: QtBot, filled: Start, key: Qt.Key, place: str) -> None:
    qtbot.keyClick(filled.window, key, Qt.KeyboardModifier.ControlModifier)
    assert filled.window.pages.place() == place
    settled(qtbot, filled)


@pytest.mark.parametrize("place", ["today", "orders", "evidence"])
def test_find_goes_to_the_search_of_every_place(qtbot: QtBot, filled: Start, place: str) -> None:
    filled.window.show_place(place)
    settled(qtbot, filled)
    qtbot.keyClick(filled.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(focus(), SearchField)


def test_back_goes_the_way_back(qtbot: QtBot, filled: Start, two_orders: list[str]) -> None:
    window = filled.window
    window.show_order(two_orders[0], "overview")
    window.show_place("evidence")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (window.pages.place(), window.pages.orders().detail.order_id) == (
        "orders",
        two_orders[0],
    )
    window.back()
    assert window.pages.place() == "today"
    settled(qtbot, filled)


def test_the_place_is_remembered(
    qtbot: QtBot,
    filled: Start,
    two_orders: list[str],
    start_window: Callable[[Settings], Start],
) -> None:
    filled.window.show_order(two_orders[1], "overview")
    settled(qtbot, filled)
    filled.window.close()
    filled.close()
    again = start_window(load(user_paths().settings))
    assert (again.window.pages.place(), again.window.pages.orders().detail.order_id) == (
        "orders",
        two_orders[1],
    )


def test_a_narrow_window_has_a_rail(qtbot: QtBot, filled: Start) -> None:
    bar = filled.window.sidebar
    wide = bar.width()
    filled.window.resize(980, 700)
    qtbot.waitUntil(lambda: bar.width() < wide / 2)
    assert bar.places["today"].toolTip().startswith("Today")


def test_panes_are_reached_with_f6(qtbot: QtBot, filled: Start) -> None:
    window = filled.window
    window.show_place("orders")
    settled(qtbot, filled)
    window.sidebar.places["orders"].setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.pages.orders().pane.isAncestorOf(focus())
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.pages.orders().stack.isAncestorOf(focus())
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.pages.orders().pane.isAncestorOf(focus())


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_undo_names_what_it_would_do(qtbot: QtBot, filled: Start) -> None:
    undo = filled.commands.actions["undo"]
    assert not undo.isEnabled()
    session = filled.session
    session.operations.write(session, lambda library, _: make.log(library))
    qtbot.waitUntil(undo.isEnabled)
    assert undo.text() == "Undo: add order"


def test_the_status_line_says_what_was_undone(qtbot: QtBot, filled: Start) -> None:
    session = filled.session
    with qtbot.waitSignal(session.events.changed):
        session.operations.write(session, lambda library, _: make.log(library))
    qtbot.keyClick(filled.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: filled.window.status.words() == "Undone: add order")


def test_a_new_language_builds_the_window_anew(qtbot: QtBot, filled: Start) -> None:
    before = filled.window
    filled.session.settings.change(language="zh_CN")
    qtbot.waitUntil(lambda: filled.window is not before and filled.window.pages.place() == "today")
    settled(qtbot, filled)
    assert (filled.session.lang, filled.window.isVisible()) == ("zh", True)


def test_settings_stay_open_when_the_language_changes(qtbot: QtBot, filled: Start) -> None:
    before = filled.window
    filled.commands.settings()
    filled.session.settings.change(text_size=115)
    qtbot.waitUntil(lambda: filled.window is not before)
    dialog = filled.window.findChild(SettingsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
    settled(qtbot, filled)


def test_larger_text_leaves_order_and_tab_in_view(
    qtbot: QtBot, filled: Start, two_orders: list[str]
) -> None:
    before = filled.window
    before.show_order(two_orders[0], "overview")
    settled(qtbot, filled)
    rows = before.pages.orders().pane.list
    rows.setCurrentIndex(rows.rows.index_of(two_orders[1]))
    detail = before.pages.orders().detail
    qtbot.waitUntil(lambda: detail.order_id == two_orders[1])
    before.pages.show_tab("complaint")
    settled(qtbot, filled)
    filled.session.settings.change(text_size=115)
    qtbot.waitUntil(lambda: filled.window.pages.place() == "orders" and filled.window is not before)
    settled(qtbot, filled)
    detail = filled.window.pages.orders().detail
    assert (detail.order_id, detail.tab) == (two_orders[1], "complaint")


def test_larger_text_is_a_key_away(qtbot: QtBot, filled: Start) -> None:
    before = filled.window
    qtbot.keyClick(filled.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: filled.window is not before)
    assert filled.session.settings.value.text_size == 115
    settled(qtbot, filled)


def test_a_library_in_use_is_said_and_can_be_tried_again(
    qtbot: QtBot, own_home: Path, start_window: Callable[[Settings], Start]
) -> None:
    with Library.open(user_paths().library):
        start = start_window(Settings(language="en"))
        page = start.window.pages.closed()
        assert "open in another window" in page.accessibleDescription()
        assert not start.commands.actions["new_order"].isEnabled()
    page.retry.click()
    qtbot.waitUntil(lambda: start.window.pages.place() == "welcome")
    assert start.commands.actions["new_order"].isEnabled()


def test_nothing_is_reached_while_the_library_is_closed(
    qtbot: QtBot, own_home: Path, start_window: Callable[[Settings], Start]
) -> None:
    with Library.open(user_paths().library):
        start = start_window(Settings(language="en"))
        start.window.show_place("orders")
        assert start.window.pages.place() == "closed"


def test_another_library_can_be_opened(qtbot: QtBot, filled: Start, tmp_path: Path) -> None:
    before = filled.window
    filled.session.library_requested.emit(str(tmp_path / "other"))
    qtbot.waitUntil(
        lambda: filled.window is not before and filled.window.pages.place() == "welcome"
    )
    settled(qtbot, filled)
    assert filled.session.folder == tmp_path / "other"


def test_a_mistake_is_shown_once(qtbot: QtBot, filled: Start) -> None:
    for _ in range(3):
        filled.show_bug(ValueError("a mistake"))
    dialogs = filled.window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    assert "a mistake" in dialogs[0].details.toPlainText()
    dialogs[0].close()


@pytest.mark.parametrize("name", ["settings", "shortcuts", "about", "verify", "new_order"])
def test_dialogs_open_from_the_menu(qtbot: QtBot, filled: Start, name: str) -> None:
    filled.commands.actions[name].trigger()
    dialog = next(one for one in filled.window.findChildren(QDialog) if one.isVisible())
    dialog.close()
    settled(qtbot, filled)


def test_closing_the_window_ends_the_program(qtbot: QtBot, filled: Start) -> None:
    with qtbot.waitSignal(filled.finished):
        filled.commands.actions["quit"].trigger()


def test_the_first_window_fills_a_screen_it_would_not_fit(
    monkeypatch: pytest.MonkeyPatch, start_window: Callable[[Settings], Start]
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1280, 800))
    assert start_window(Settings()).window.isMaximized()


def test_the_first_window_keeps_its_size_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, start_window: Callable[[Settings], Start]
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1920, 1040))
    assert not start_window(Settings()).window.isMaximized()
