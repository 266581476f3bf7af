"""Several libraries in one window: gone to, made, remembered, and never made silently."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof import settings
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.known_libraries import KnownLibrary
from keepproof.settings import Settings
from keepproof.ui.alerts import Alert
from keepproof.ui.dialogs.libraries_dialog import LibrariesDialog
from keepproof.ui.dialogs.settings_dialog import SettingsDialog
from keepproof.ui.models.libraries_model import LibrariesModel
from keepproof.ui.pages.closed_page import ClosedPage
from keepproof.ui.start import Start
from library.backups.backup_pieces import fill
from ui import order_library as make

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "工作") as library:
        fill(library, 2)
    return tmp_path / "工作"


def shown(qtbot: QtBot, start: Start) -> LibrariesDialog:
    start.commands.actions["libraries"].trigger()
    (dialog,) = start.window.findChildren(LibrariesDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0 or dialog.folder_button.hasFocus())
    return dialog


def opened(qtbot: QtBot, start: Start, folder: Path) -> None:
    qtbot.waitUntil(lambda: start.session.folder == folder and start.window.pages.opened)
    qtbot.waitUntil(start.session.operations.idle)


def go(qtbot: QtBot, start: Start, folder: Path) -> None:
    before = start.window
    shown(qtbot, start).take(folder)
    qtbot.waitUntil(lambda: start.window is not before)
    opened(qtbot, start, folder)


def test_another_library_is_opened_and_named(qtbot: QtBot, window: Start, other: Path) -> None:
    assert window.window.windowTitle() == "KeepProof"
    assert window.window.sidebar.library.isHidden()
    go(qtbot, window, other)
    assert window.window.windowTitle() == "工作 – KeepProof"
    assert window.window.sidebar.library.text() == "工作"


def test_both_are_in_the_list_and_one_click_goes_back(
    qtbot: QtBot, window: Start, other: Path
) -> None:
    go(qtbot, window, other)
    dialog = shown(qtbot, window)
    rows = [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]
    assert "open now" in rows[0]
    assert rows[1].startswith("My library\n")
    before = window.window
    dialog.open_button.click()
    qtbot.waitUntil(lambda: window.window is not before)
    opened(qtbot, window, user_paths().library)


def test_the_library_is_remembered_for_the_next_start(
    qtbot: QtBot, window: Start, other: Path, start_window: Callable[[Settings], Start]
) -> None:
    go(qtbot, window, other)
    window.window.close()
    window.close()
    again = start_window(settings.load(user_paths().settings))
    opened(qtbot, again, other)


def test_a_new_library_is_made_only_after_a_question(
    qtbot: QtBot, window: Start, tmp_path: Path
) -> None:
    dialog = shown(qtbot, window)
    dialog.take(tmp_path / "new")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Alert)))
    assert not (tmp_path / "new").exists()
    dialog.findChildren(Alert)[0].reject()
    assert not (tmp_path / "new").exists()
    qtbot.waitUntil(lambda: not dialog.findChildren(Alert))
    dialog.take(tmp_path / "new")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Alert)))
    before = window.window
    dialog.findChildren(Alert)[0].accept()
    qtbot.waitUntil(lambda: window.window is not before)
    opened(qtbot, window, tmp_path / "new")
    assert window.window.pages.place() == "welcome"


def test_a_folder_with_other_things_is_refused_and_the_library_stays(
    qtbot: QtBot, window: Start, tmp_path: Path
) -> None:
    (tmp_path / "diary.txt").touch()
    dialog = shown(qtbot, window)
    dialog.take(tmp_path)
    qtbot.waitUntil(lambda: bool(dialog.results.notices))
    assert "other files" in dialog.results.words()
    assert window.window.pages.opened
    dialog.reject()


def test_one_that_is_not_there_says_so_and_can_be_forgotten(
    qtbot: QtBot, own_home: Path, start_window: Callable[[Settings], Start], tmp_path: Path
) -> None:
    start = start_window(Settings(language="en", libraries=[str(tmp_path / "stick")]))
    dialog = shown(qtbot, start)
    assert "not there now" in str(dialog.model.index(1).data())
    dialog.open_button.click()
    assert "connect" in dialog.results.words()
    dialog.forget_button.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert not dialog.open_button.isEnabled()
    dialog.reject()


def test_a_library_that_is_open_elsewhere_says_so_and_the_way_back_is_near(
    qtbot: QtBot, window: Start, other: Path
) -> None:
    with Library.open(other):
        dialog = shown(qtbot, window)
        before = window.window
        dialog.take(other)
        qtbot.waitUntil(lambda: window.window is not before)
        qtbot.waitUntil(lambda: bool(window.window.findChildren(ClosedPage)))
    page = window.window.findChildren(ClosedPage)[0]
    assert page.make.isHidden()
    page.other.click()
    (dialog,) = window.window.findChildren(LibrariesDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog.list.setCurrentIndex(dialog.model.index(0))
    before = window.window
    dialog.open_button.click()
    qtbot.waitUntil(lambda: window.window is not before)
    opened(qtbot, window, user_paths().library)


@pytest.mark.parametrize("chosen", [True, False])
def test_a_folder_that_is_gone_at_start_is_told_and_nothing_is_made(
    qtbot: QtBot,
    own_home: Path,
    start_window: Callable[[Settings], Start],
    tmp_path: Path,
    chosen: bool,
) -> None:
    """The usual place counts too, once there was a library in it."""
    folder = tmp_path / "stick" if chosen else user_paths().library
    known = Settings(language="en", library=str(folder) if chosen else "", libraries=[str(folder)])
    start = start_window(known)
    assert not start.window.pages.opened
    page = start.window.findChildren(ClosedPage)[0]
    assert not page.make.isHidden()
    assert not folder.exists()
    before = start.window
    page.make.click()
    qtbot.waitUntil(lambda: start.window is not before)
    opened(qtbot, start, folder)


def test_a_disk_connected_later_is_found_with_another_try(
    qtbot: QtBot, start_window: Callable[[Settings], Start], other: Path, tmp_path: Path
) -> None:
    away = other.rename(tmp_path / "away")
    start = start_window(Settings(language="en", library=str(other)))
    page = start.window.findChildren(ClosedPage)[0]
    away.rename(other)
    page.retry.click()
    opened(qtbot, start, other)


def test_an_order_of_one_library_is_not_looked_for_in_another(
    qtbot: QtBot, window: Start, other: Path
) -> None:
    found: list[str] = []
    session = window.session
    session.operations.write(
        session, lambda library, _: make.log(library), lambda order: found.append(order.id)
    )
    qtbot.waitUntil(lambda: bool(found))
    window.window.show_order(found[0], "overview")
    qtbot.waitUntil(session.operations.idle)
    go(qtbot, window, other)
    assert window.window.pages.place() == "today"
    assert window.window.findChildren(Alert) == []


def test_the_settings_lead_to_the_libraries(qtbot: QtBot, window: Start) -> None:
    window.commands.settings()
    (dialog,) = window.window.findChildren(SettingsDialog)
    dialog.libraries_button.click()
    qtbot.waitUntil(lambda: bool(window.window.findChildren(LibrariesDialog)))
    window.window.findChildren(LibrariesDialog)[0].reject()


def test_return_opens_the_chosen_library(qtbot: QtBot, window: Start, other: Path) -> None:
    go(qtbot, window, other)
    dialog = shown(qtbot, window)
    before = window.window
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.window is not before)
    opened(qtbot, window, user_paths().library)


def test_the_model_keeps_qt_s_rules(
    qapp: QApplication, qtmodeltester: ModelTester, tmp_path: Path
) -> None:
    model = LibrariesModel(user_paths())
    qtmodeltester.check(model)
    model.set_libraries([KnownLibrary(tmp_path, missing=True)], Path())
    qtmodeltester.check(model)
    assert model.library_at(model.index(1)) is None


def test_a_library_removed_while_it_is_listed_is_not_made_again(
    qtbot: QtBot, window: Start, other: Path
) -> None:
    window.session.settings.change(libraries=[*window.session.settings.value.libraries, str(other)])
    dialog = shown(qtbot, window)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    shutil.rmtree(other)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Alert)))
    dialog.findChildren(Alert)[0].reject()
    assert not other.exists()
    dialog.reject()


def test_without_a_library_there_is_nothing_to_back_up(
    qtbot: QtBot, start_window: Callable[[Settings], Start], tmp_path: Path
) -> None:
    start = start_window(Settings(language="en", library=str(tmp_path / "stick")))
    start.commands.settings()
    (dialog,) = start.window.findChildren(SettingsDialog)
    assert not dialog.back_up_button.isEnabled()
    assert dialog.restore_button.isEnabled()
    assert not start.commands.actions["back_up"].isEnabled()
    dialog.reject()


def test_folders_are_asked_for_with_the_systems_dialog(
    qtbot: QtBot, window: Start, other: Path
) -> None:
    dialog = shown(qtbot, window)
    for button in (dialog.new_button, dialog.folder_button):
        button.click()
        (asked,) = dialog.findChildren(QFileDialog)
        assert asked.fileMode() == QFileDialog.FileMode.Directory
        asked.reject()
        qtbot.waitUntil(lambda: not dialog.findChildren(QFileDialog))
    dialog.folder_button.click()
    (asked,) = dialog.findChildren(QFileDialog)
    before = window.window
    asked.fileSelected.emit(str(other))
    asked.reject()
    qtbot.waitUntil(lambda: window.window is not before)
    opened(qtbot, window, other)
