"""File dialogs begin where the user was last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from keepproof.ui import last_folder
from keepproof.ui.settings_store import SettingsStore


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


def documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def test_the_first_dialog_begins_in_the_documents(settings: SettingsStore) -> None:
    assert last_folder.recall(settings, "files") == documents()


def test_a_folder_that_fits_better_comes_before_the_documents(
    settings: SettingsStore, tmp_path: Path
) -> None:
    assert last_folder.recall(settings, "files", str(tmp_path)) == str(tmp_path)


def test_each_purpose_remembers_its_own_folder(settings: SettingsStore, tmp_path: Path) -> None:
    last_folder.remember(settings, "files", tmp_path)
    assert last_folder.recall(settings, "files") == str(tmp_path)
    assert last_folder.recall(settings, "written") == documents()


def test_a_folder_is_remembered_over_a_restart(settings: SettingsStore, tmp_path: Path) -> None:
    last_folder.remember(settings, "files", tmp_path)
    again = SettingsStore(tmp_path / "settings.json")
    assert last_folder.recall(again, "files") == str(tmp_path)


def test_a_folder_that_is_gone_is_not_offered(settings: SettingsStore, tmp_path: Path) -> None:
    last_folder.remember(settings, "files", tmp_path / "gone")
    assert last_folder.recall(settings, "files") == documents()
