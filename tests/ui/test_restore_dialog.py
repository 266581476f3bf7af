from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from keepproof.library.backups.manifest import SETTINGS
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services import back_up
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.alerts import Alert
from keepproof.ui.dialogs.backup_dialog import BackupDialog
from keepproof.ui.dialogs.restore_dialog import RestoreDialog
from keepproof.ui.start import Start
from library.backups.backup_pieces import fill

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Back up a library of three things that is somewhere else."""
    with Library.open(tmp_path / "before") as library:
        fill(library)
        extras = {SETTINGS: '{"person_name": "示例"}'.encode()}
        back_up.back_up(library, tmp_path / "b.zip", extras, Ticket())
    return tmp_path / "b.zip"


@pytest.fixture
def start(own_home: Path, start_window: Callable[[Settings], Start]) -> Start:
    with Library.open(user_paths().library) as library:
        fill(library, 1)
    return start_window(Settings(language="en"))


def shown(qtbot: QtBot, start: Start, backup: Path) -> RestoreDialog:
    start.commands.library.restore_from(str(backup))
    (dialog,) = start.window.findChildren(RestoreDialog)
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=20_000)
    return dialog


def evidence(qtbot: QtBot, start: Start) -> int:
    found: list[int] = []
    session = start.session
    session.operations.read(session, lambda library, _: library.evidence.count(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def reopened(qtbot: QtBot, start: Start, count: int) -> None:
    qtbot.waitUntil(lambda: start.window.pages.opened and start.window.pages.place() != "")
    qtbot.waitUntil(start.session.operations.idle)
    assert evidence(qtbot, start) == count


def test_what_is_in_a_backup_is_shown_first(qtbot: QtBot, start: Start, backup: Path) -> None:
    dialog = shown(qtbot, start, backup)
    assert "3 pieces of evidence" in dialog.card.accessibleName()
    assert "1 piece of evidence" in dialog.place.here.text()
    assert not Path(dialog.place.folder.text()).exists()
    dialog.reject()


def test_a_library_is_restored_beside_and_opened(
    qtbot: QtBot, start: Start, backup: Path, tmp_path: Path
) -> None:
    dialog = shown(qtbot, start, backup)
    before = start.window
    dialog.place.folder.setText(str(tmp_path / "new"))
    dialog.start_button.click()
    qtbot.waitUntil(lambda: start.window is not before)
    reopened(qtbot, start, 3)
    assert start.session.folder == tmp_path / "new"
    assert start.session.settings.value.person_name == "示例"
    with Library.open(user_paths().library, create=False) as library:
        assert library.evidence.count() == 1


def test_settings_stay_when_they_are_not_wanted(
    qtbot: QtBot, start: Start, backup: Path, tmp_path: Path
) -> None:
    dialog = shown(qtbot, start, backup)
    before = start.window
    dialog.place.folder.setText(str(tmp_path / "new"))
    dialog.place.settings_box.setChecked(False)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: start.window is not before)
    reopened(qtbot, start, 3)
    assert start.session.settings.value.person_name == ""


def test_a_library_takes_the_place_of_the_open_one_which_is_kept(
    qtbot: QtBot, start: Start, backup: Path
) -> None:
    dialog = shown(qtbot, start, backup)
    before = start.window
    dialog.place.instead.setChecked(True)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: start.window is not before)
    qtbot.waitUntil(lambda: bool(start.window.findChildren(Alert)))
    reopened(qtbot, start, 3)
    (aside,) = user_paths().library.parent.glob("library-before-restore-*")
    assert str(aside) in start.window.findChildren(Alert)[0].words.text()
    start.window.findChildren(Alert)[0].close()
    with Library.open(aside, create=False) as library:
        assert library.evidence.count() == 1
    assert start.session.settings.value.person_name == "示例"


def test_when_the_place_cannot_be_taken_the_library_before_is_opened_again(
    qtbot: QtBot, start: Start, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(qtbot, start, backup)
    before, rename = start.window, Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self == user_paths().library:
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    dialog.place.instead.setChecked(True)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: start.window is not before)
    qtbot.waitUntil(lambda: bool(start.window.findChildren(Alert)))
    reopened(qtbot, start, 1)
    start.window.findChildren(Alert)[0].close()
    assert [one.name for one in user_paths().data.iterdir()] == ["library"]


def test_a_folder_that_is_not_empty_is_refused(
    qtbot: QtBot, start: Start, backup: Path, tmp_path: Path
) -> None:
    dialog = shown(qtbot, start, backup)
    dialog.place.folder.setText(str(tmp_path))
    dialog.start_button.click()
    qtbot.waitUntil(lambda: bool(dialog.results.notices))
    assert "not empty" in dialog.results.words()
    dialog.place.folder.setText("")
    dialog.start_button.click()
    assert "Name a folder" in dialog.results.words()
    dialog.reject()


def test_a_backup_can_only_be_checked(qtbot: QtBot, start: Start, backup: Path) -> None:
    dialog = shown(qtbot, start, backup)
    dialog.check_button.click()
    qtbot.waitUntil(lambda: bool(dialog.results.notices))
    assert dialog.results.words() == "Every byte is as it was backed up."
    dialog.reject()


@pytest.mark.parametrize("data", [b"", b"PK\3\4 half", b"rubbish"])
def test_what_is_no_backup_is_told_and_cannot_be_restored(
    qtbot: QtBot, start: Start, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "b.zip").write_bytes(data)
    dialog = shown(qtbot, start, tmp_path / "b.zip")
    assert dialog.results.words()
    assert dialog.start_button.isHidden()
    dialog.reject()


def test_a_damaged_backup_is_told_by_name(qtbot: QtBot, start: Start, backup: Path) -> None:
    data = bytearray(backup.read_bytes())
    data[data.index(b"content 1")] ^= 1
    backup.write_bytes(data)
    dialog = shown(qtbot, start, backup)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: bool(dialog.results.notices))
    assert "library/originals/" in dialog.results.words()
    assert not Path(dialog.place.folder.text()).exists()
    dialog.reject()


def test_a_passphrase_is_asked_for_until_it_fits(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "before") as library:
        fill(library)
        back_up.back_up(library, tmp_path / "b.zip", {}, Ticket(), "open sesame")
    dialog = shown(qtbot, start, tmp_path / "b.zip")
    assert dialog.card.isHidden()
    assert not dialog.unlock_button.isEnabled()
    dialog.passphrase.first.setText("open sesam")
    dialog.unlock_button.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=20_000)
    assert dialog.passphrase.first.property("state") == "bad"
    dialog.passphrase.first.setText("open sesame")
    dialog.unlock_button.click()
    qtbot.waitUntil(lambda: not dialog.card.isHidden(), timeout=20_000)
    assert "Encrypted" in dialog.card.accessibleName()
    dialog.reject()


def test_closing_stops_a_restore_and_leaves_nothing(
    qtbot: QtBot, start: Start, backup: Path, tmp_path: Path
) -> None:
    dialog = shown(qtbot, start, backup)
    dialog.place.folder.setText(str(tmp_path / "new"))
    dialog.begin()
    dialog.reject()
    qtbot.waitUntil(start.session.operations.idle)
    assert {one.name for one in tmp_path.iterdir()} == {"before", "b.zip"}


def test_restoring_works_while_no_library_is_open(
    qtbot: QtBot,
    own_home: Path,
    start_window: Callable[[Settings], Start],
    backup: Path,
    tmp_path: Path,
) -> None:
    start = start_window(Settings(language="en", library=str(tmp_path / "not connected")))
    assert not start.window.pages.opened
    assert start.commands.actions["restore"].isEnabled()
    dialog = shown(qtbot, start, backup)
    assert not dialog.place.instead.isEnabled()
    before = start.window
    dialog.place.folder.setText(str(tmp_path / "new"))
    dialog.start_button.click()
    qtbot.waitUntil(lambda: start.window is not before)
    reopened(qtbot, start, 3)


def file_dialog(owner: QWidget) -> QFileDialog:
    (found,) = owner.findChildren(QFileDialog)
    return found


def test_the_menu_asks_for_a_backup_and_shows_what_is_in_it(
    qtbot: QtBot, start: Start, backup: Path
) -> None:
    start.commands.actions["restore"].trigger()
    asked = file_dialog(start.window)
    asked.fileSelected.emit(str(backup))
    asked.reject()
    (dialog,) = start.window.findChildren(RestoreDialog)
    qtbot.waitUntil(lambda: not dialog.card.isHidden())
    dialog.place.folder_button.click()
    asked = file_dialog(dialog)
    asked.fileSelected.emit(str(backup.parent / "chosen"))
    asked.reject()
    assert dialog.place.chosen() == backup.parent / "chosen"
    dialog.reject()


def test_the_place_of_a_backup_can_be_chosen(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    start.commands.actions["back_up"].trigger()
    (dialog,) = start.window.findChildren(BackupDialog)
    dialog.choose_button.click()
    asked = file_dialog(dialog)
    assert asked.selectedFiles() == [dialog.file.text()]
    asked.fileSelected.emit(str(tmp_path / "chosen.zip"))
    asked.reject()
    assert dialog.file.text() == str(tmp_path / "chosen.zip")
    qtbot.waitUntil(start.session.operations.idle)
    dialog.reject()


def test_words_that_are_being_typed_are_stored_before_a_backup(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[bool] = []
    monkeypatch.setattr(start.window.pages, "flush", lambda: flushed.append(True))
    start.commands.actions["back_up"].trigger()
    assert flushed == [True]
    start.window.findChildren(BackupDialog)[0].reject()
