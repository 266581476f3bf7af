"""The dialogs by which evidence goes out and the whole library is kept, for the pictures of every page and dialog."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog
from screens_studio import LONGEST_S, Studio

from keepproof.composing.facts import Person
from keepproof.services.back_up import back_up
from keepproof.services.bundle_contents import BundleChoice
from keepproof.services.export_bundle import BundleOrder, export_bundle
from keepproof.services.plan_pictures import names_of
from keepproof.services.redact_picture import can_redact
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.backup_dialog import BackupDialog
from keepproof.ui.dialogs.bundle_dialog import BundleDialog
from keepproof.ui.dialogs.import_bundle_dialog import ImportBundleDialog
from keepproof.ui.dialogs.libraries_dialog import LibrariesDialog
from keepproof.ui.dialogs.new_files_dialog import NewFilesDialog
from keepproof.ui.dialogs.pictures_dialog import PicturesDialog
from keepproof.ui.dialogs.pictures_dialog_rows import PicturesWanted
from keepproof.ui.dialogs.redact_dialog import RedactDialog
from keepproof.ui.dialogs.restore_dialog import RestoreDialog

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.views import OrderView


def outgoing(studio: Studio, view: OrderView) -> None:
    """Take a picture of each of them."""
    session, window = studio.start.session, studio.window
    studio.dialog("dialog-redact", lambda: _redact(studio, view))
    studio.dialog("dialog-pictures", lambda: _pictures(studio, view))
    studio.dialog("dialog-bundle", lambda: _bundle(studio, view))
    studio.dialog("dialog-import-bundle", lambda: _import_bundle(studio, view))
    studio.dialog("dialog-backup", lambda: _backup(studio))
    studio.dialog("dialog-restore", lambda: _restore(studio))
    session.settings.libraries = [str(session.folder), str(session.folder.parent / "2025")]
    studio.dialog("dialog-libraries", lambda: LibrariesDialog(session, window))
    names = [f"Screenshot_2026-11-22_18{minute}.png" for minute in (20, 21, 25)]
    session.watching.waiting = tuple(session.folder / one for one in names)
    studio.dialog("dialog-new-files", lambda: NewFilesDialog(session, window))


def _until(studio: Studio, done: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST_S
    while not done() and time.monotonic() < end:
        studio.settle()


def _redact(studio: Studio, view: OrderView) -> QDialog:
    filed = next(one for one in view.filed if can_redact(one.evidence))
    dialog = RedactDialog(studio.start.session, filed, studio.window)
    _until(studio, lambda: dialog.ready)
    return dialog


def _pictures(studio: Studio, view: OrderView) -> QDialog:
    session = studio.start.session
    channel = session.book.channel("refund_form", view.order.platform)
    names = names_of(session.book, view.filed, session.lang)
    cited = frozenset(one.number for one in view.filed if one.number is not None)
    wanted = PicturesWanted(view.order, view.filed, names, cited, session.lang, channel)
    return PicturesDialog(session, wanted, studio.window)


def _bundle(studio: Studio, view: OrderView) -> QDialog:
    dialog = BundleDialog(studio.start.session, view.order.id, studio.window)
    _until(studio, lambda: dialog.plan is not None)
    return dialog


def _import_bundle(studio: Studio, view: OrderView) -> QDialog:
    session = studio.start.session
    path = session.paths.data / "bundle.zip"
    choice = BundleChoice(catalogue=False)
    wanted = BundleOrder(view.order.id, choice, session.lang, Person("", ""))
    _read(
        studio,
        lambda library: export_bundle(library, session.book, wanted, path, None, Ticket()),
    )
    dialog = ImportBundleDialog(session, path, studio.window, dropped=True)
    _until(studio, lambda: dialog.preview is not None)
    return dialog


def _backup(studio: Studio) -> QDialog:
    dialog = BackupDialog(studio.start.session, studio.window)
    dialog.encrypt.setChecked(True)
    return dialog


def _restore(studio: Studio) -> QDialog:
    session = studio.start.session
    path: Path = session.paths.data / "backup.zip"
    _read(studio, lambda library: back_up(library, path, {}, Ticket()))
    dialog = RestoreDialog(session, path, studio.window)
    _until(studio, lambda: not dialog.card.isHidden())
    return dialog


def _read(studio: Studio, work: Callable[[Library], object]) -> None:
    done: list[object] = []
    studio.start.session.operations.read(
        studio.start, lambda library, _: work(library), done.append
    )
    _until(studio, lambda: bool(done))
