"""Bring a library back: what is in the backup, where it goes, how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from keepproof.errors import KnownError
from keepproof.ui import restoring, theme
from keepproof.ui.dialogs.restore_dialog_place import RestorePlace
from keepproof.ui.dialogs.restore_dialog_preview import PreviewCard
from keepproof.ui.library_swap import LibrarySwap
from keepproof.ui.restoring import Preview, Restoring
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice_list import NoticeList
from keepproof.ui.widgets.passphrase_fields import PassphraseFields
from keepproof.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from keepproof.services.restore import Restored

FINE = 1000


class RestoreDialog(FormDialog):
    """Nothing is written before it was shown; closing it while it works stops the work and leaves nothing."""

    def __init__(self, session: Session, path: Path, parent: QWidget) -> None:
        """Build the dialog and look into the backup."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._path = session, path
        self._preview: Preview | None = None
        self.setWindowTitle(self.tr("Restore from a backup"))
        self.work = Restoring(session, self)
        self.state = Label("", "small", "text2", self)
        self.passphrase = PassphraseFields(self, twice=False)
        self.unlock_button = Button(self.tr("Open"), "primary", parent=self)
        self.card = PreviewCard(self)
        self.place = RestorePlace(session, self)
        self.bar = QProgressBar(self)
        self.check_button = Button(self.tr("Only check it"), "secondary", parent=self)
        self.start_button = Button(self.tr("Restore"), "primary", parent=self)
        self.close_button = Button(self.tr("Close"), "secondary", parent=self)
        self.results = NoticeList(self)
        self._build()
        self._connect()
        self._open("")

    def reject(self) -> None:
        """Stop what still runs, and close."""
        self.work.stop()
        super().reject()

    def begin(self) -> None:
        """Restore to the chosen place."""
        preview = self._preview
        if preview is None:
            return
        self.results.clear()
        folder = self.place.chosen()
        if folder is None and not self.place.instead.isChecked():
            self.results.say("warn", self.tr("Name a folder to restore to."))
            return
        self._busy(on=True)
        if folder is not None:
            self.work.into(preview.opened, folder)
        else:
            self.work.instead(preview)

    def _open(self, passphrase: str) -> None:
        self.results.clear()
        self.state.setText(self.tr("Looking into {name}…").format(name=self._path.name))
        self.unlock_button.setEnabled(False)
        self.work.open(self._path, passphrase)

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        edge = theme.px(20)
        column.setContentsMargins(edge, edge, edge, theme.px(8))
        column.setSpacing(theme.px(10))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the restore"))
        unlock = QHBoxLayout()
        unlock.addStretch(1)
        unlock.addWidget(self.unlock_button)
        column.addWidget(self.state)
        column.addWidget(self.passphrase)
        column.addLayout(unlock)
        column.addWidget(self.card)
        column.addWidget(self.place)
        column.addWidget(self.bar)
        column.addWidget(self.results)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, theme.px(6), edge, theme.px(12))
        foot.addWidget(HelpButton(self._session, "backup", self))
        foot.addStretch(1)
        for button in (self.close_button, self.check_button, self.start_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(inner, self), 1)
        layout.addLayout(foot)
        hidden = (self.passphrase, self.unlock_button, self.card, self.place, self.bar)
        for part in (*hidden, self.check_button, self.start_button):
            part.hide()
        self.resize(room(self, 580, 520))

    def _connect(self) -> None:
        self.passphrase.changed.connect(self._typed)
        self.passphrase.first.returnPressed.connect(self.unlock_button.click)
        self.unlock_button.clicked.connect(lambda: self._open(self.passphrase.value()))
        self.check_button.clicked.connect(self._check)
        self.start_button.clicked.connect(self.begin)
        self.close_button.clicked.connect(self.reject)
        work = self.work
        work.locked.connect(self._locked)
        work.previewed.connect(self._show)
        work.checked.connect(self._checked)
        work.restored.connect(self._restored)
        work.unpacked.connect(self._unpacked)
        work.failed.connect(self._failed)
        work.progressed.connect(self._progress)

    def _locked(self) -> None:
        self.state.setText(self._session.explain(KnownError("restore.passphrase_needed")))
        self.passphrase.show()
        self.unlock_button.show()
        self.passphrase.first.setFocus()

    def _typed(self) -> None:
        self.unlock_button.setEnabled(bool(self.passphrase.value()))

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self.passphrase.hide()
        self.unlock_button.hide()
        self.state.setText(self._path.name)
        self.card.show_backup(preview.opened)
        self.place.show_here(preview.here)
        for one in (self.card, self.place, self.check_button, self.start_button):
            one.show()
        self.start_button.setFocus()

    def _check(self) -> None:
        if self._preview is not None:
            self.results.clear()
            self._busy(on=True)
            self.work.check(self._preview.opened)

    def _busy(self, *, on: bool) -> None:
        self.bar.setVisible(on)
        self.bar.setRange(0, 0)
        for one in (self.place, self.check_button, self.start_button):
            one.setEnabled(not on)
        self.close_button.setText(self.tr("Stop") if on else self.tr("Close"))

    def _progress(self, part: float) -> None:
        self.bar.setRange(0, FINE)
        self.bar.setValue(int(part * FINE))

    def _checked(self) -> None:
        self._busy(on=False)
        self.results.say("ok", self.tr("Every byte is as it was backed up."))

    def _restored(self, restored: Restored) -> None:
        self.accept()
        session = self._session
        try:
            if self.place.settings_box.isChecked():
                restoring.take_settings(session, restored.extras)
        except KnownError as error:
            session.status.emit(session.explain(error))
        session.library_requested.emit(str(restored.folder))

    def _unpacked(self, swap: LibrarySwap) -> None:
        if not self.place.settings_box.isChecked():
            swap.unpacked.extras.clear()
        self.accept()
        self._session.swap_requested.emit(swap)

    def _failed(self, error: KnownError) -> None:
        self._busy(on=False)
        self.state.setText(self._path.name)
        if self._preview is None:
            self._typed()
        if error.code == "restore.wrong_passphrase":
            self.passphrase.first_field.set_error(self._session.explain(error))
            self.passphrase.first.setFocus()
            return
        self.results.say("bad", self._session.explain(error))
