"""A bundle dropped on the window is looked at first and imported when that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bundles import NUMBER, make, rewritten
from keepproof.library.library import Library
from keepproof.services.check_bundle import check_bundle
from keepproof.services.import_bundle import compare
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.import_bundle_dialog import ImportBundleDialog
from keepproof.ui.drops import DropTarget
from keepproof.ui.importing import Importing
from keepproof.ui.models.bundle_model import ENTRY_ROLE, BundleModel
from keepproof.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def count(qtbot: QtBot, session: Session) -> Callable[[], tuple[int, int]]:
    """Count orders and evidence of the session's library."""

    def look() -> tuple[int, int]:
        found: list[tuple[int, int]] = []

        def work(library: Library, ticket: Ticket) -> tuple[int, int]:
            return len(library.orders.all()), library.evidence.count()

        session.operations.read(session, work, found.append)
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    return look


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Stand behind a dialog, which deletes itself when it closes."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def opened(qtbot: QtBot, session: Session, window: QWidget, path: Path) -> ImportBundleDialog:
    dialog = ImportBundleDialog(session, path, window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.preview is not None or bool(dialog.notices.words()))
    return dialog


def test_it_shows_first_and_imports_when_asked(
    qtbot: QtBot,
    session: Session,
    window: QWidget,
    tmp_path: Path,
    count: Callable[[], tuple[int, int]],
) -> None:
    dialog = opened(qtbot, session, window, make(tmp_path))
    assert dialog.model.rowCount() == 2
    assert NUMBER in dialog.about.text()
    assert count() == (0, 0)
    with qtbot.waitSignal(session.order_requested):
        dialog.import_button.click()
    assert count() == (1, 2)
    assert session.undo_stack.label(redo=False) == "bundle.import"
    assert session.step_name("bundle.import") == "导入证据包"


def test_a_changed_bundle_says_so_and_brings_what_is_whole(
    qtbot: QtBot,
    session: Session,
    window: QWidget,
    tmp_path: Path,
    count: Callable[[], tuple[int, int]],
) -> None:
    path = rewritten(
        make(tmp_path), tmp_path / "x.zip", lambda one, data: b"x" if "E2" in one else data
    )
    dialog = opened(qtbot, session, window, path)
    assert "This bundle is not as it was exported" in dialog.notices.words()
    dialog.import_button.click()
    qtbot.waitUntil(lambda: dialog.cancel_button.text() == "Close")
    assert "E2_chat.txt" in dialog.notices.words()
    assert count() == (1, 1)


def test_a_dangerous_zip_is_refused_in_words(
    qtbot: QtBot, session: Session, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "x.zip").write_bytes(b"no zip")
    dialog = opened(qtbot, session, window, tmp_path / "x.zip")
    assert "x.zip" in dialog.notices.words()
    assert not dialog.import_button.isEnabled()


def test_what_is_all_here_cannot_be_imported_again(
    qtbot: QtBot, session: Session, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(qtbot, session, window, make(tmp_path))
    with qtbot.waitSignal(session.order_requested):
        dialog.import_button.click()
    again = opened(qtbot, session, window, tmp_path / "bundle.zip")
    assert not again.import_button.isEnabled()


def drop(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    return mime


def test_a_dropped_bundle_opens_and_other_files_are_kept(
    qtbot: QtBot,
    session: Session,
    window: QWidget,
    tmp_path: Path,
    count: Callable[[], tuple[int, int]],
) -> None:
    importing = Importing(session, window)
    (tmp_path / "plain.zip").write_bytes(b"PK no bundle")
    (tmp_path / "a.txt").write_text("退款", "utf-8")
    paths = (make(tmp_path), tmp_path / "plain.zip", tmp_path / "a.txt")
    importing.take(drop(*paths), DropTarget(None, ""), "dropped")
    qtbot.waitUntil(lambda: window.findChild(ImportBundleDialog) is not None)
    qtbot.waitUntil(session.operations.idle)
    dialog = window.findChild(ImportBundleDialog)
    assert isinstance(dialog, ImportBundleDialog)
    assert count() == (0, 2)
    assert dialog.keep_button.isVisible()
    dialog.keep_button.click()
    qtbot.waitUntil(session.operations.idle)
    assert count() == (0, 3)


def test_the_list_is_a_proper_model(
    qtmodeltester: ModelTester, session: Session, tmp_path: Path
) -> None:
    path = make(tmp_path)
    with Library.open(tmp_path / "another") as library:
        found = compare(library, check_bundle(path, Ticket()), path.name)
    model = BundleModel()
    model.set_entries(found.entries)
    qtmodeltester.check(model)
    assert model.index(0, 0).data(ENTRY_ROLE) == found.entries[0]
    assert model.index(1, 1).data() == "E2_chat.txt"


def test_names_that_act_on_a_screen_are_shown_harmless(tmp_path: Path, session: Session) -> None:
    from dataclasses import replace

    def wild(record: Any) -> Any:
        item = replace(record.items[0], title="<b>a</b>\n\u202egnp")
        return replace(record, items=(item, record.items[1]))

    path = make(tmp_path, change=wild)
    with Library.open(tmp_path / "another") as library:
        found = compare(library, check_bundle(path, Ticket()), path.name)
    model = BundleModel()
    model.set_entries(found.entries)
    assert model.index(0, 1).data() == "<b>a</b>\ufffd\ufffdgnp"
