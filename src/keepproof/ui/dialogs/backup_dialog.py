"""Back the library up into one file: where to, with a passphrase or without, how far, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from keepproof.services import back_up
from keepproof.services.back_up import BackupReport
from keepproof.ui import labels_backups, theme
from keepproof.ui.backing_up import BackingUp, Wanted
from keepproof.ui.labels_backups import BackupWords
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.field import Field
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice_list import NoticeList
from keepproof.ui.widgets.passphrase_fields import PassphraseFields
from keepproof.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from keepproof.errors import KnownError

FINE = 1000


class BackupDialog(FormDialog):
    """Closing it while a backup is written stops that one; nothing half stays."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Build the dialog and look up the last backup."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.setWindowTitle(self.tr("Back up"))
        self.work = BackingUp(session, self)
        self.last = Label("", "small", "text2", self)
        self.file = QLineEdit(str(self._suggested()), self)
        self.choose_button = Button(self.tr("Choose…"), "secondary", parent=self)
        self.encrypt = QCheckBox(self.tr("Encrypt with a passphrase"), self)
        self.passphrase = PassphraseFields(self, twice=True)
        self.words = Label("", "small", "text2", self)
        self.bar = QProgressBar(self)
        self.start_button = Button(self.tr("Back up now"), "primary", parent=self)
        self.close_button = Button(self.tr("Close"), "secondary", parent=self)
        self.results = NoticeList(self)
        self._build()
        self._connect()
        self._encrypt(on=False)
        session.operations.read(self, lambda library, _: back_up.last_backup(library), self._last)

    def reject(self) -> None:
        """Stop what still runs, and close."""
        self.work.stop()
        super().reject()

    def begin(self) -> None:
        """Write the backup, or say what is missing."""
        passphrase = self.passphrase.value()
        if self.encrypt.isChecked() and not passphrase:
            self.passphrase.explain()
            return
        text = self.file.text().strip()
        if not text or not Path(text).name or Path(text).is_dir():
            self.file_field.set_error(self.tr("Name a file to write to."))
            return
        self.file_field.set_error("")
        self.results.clear()
        self._busy(on=True)
        self.bar.setRange(0, 0)
        self.work.start(Wanted(Path(text), passphrase if self.encrypt.isChecked() else ""))

    def _suggested(self) -> Path:
        """Name a file of today in the folder of the last time, never over one that is there."""
        session = self._session
        known = session.settings.value.backup_folder
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        places = (known, QStandardPaths.writableLocation(documents))
        folder = next((Path(one) for one in places if one and Path(one).is_dir()), Path.home())
        first = folder / back_up.file_name(session.lang, session.now())
        tries = [first, *(first.with_stem(f"{first.stem}-{number}") for number in range(2, 100))]
        return next((one for one in tries if not one.exists()), first)

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        edge = theme.px(20)
        column.setContentsMargins(edge, edge, edge, theme.px(8))
        column.setSpacing(theme.px(10))
        self.file.setAccessibleName(self.tr("File of the backup"))
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file, 1)
        row.addWidget(self.choose_button)
        line.setFocusProxy(self.file)
        self.file_field = Field(self.tr("Write to"), line, parent=self)
        what = self.tr(
            "Everything in one file: orders, disputes, all originals, the trash, your own rules and your data for signed texts. Best kept on another disk."
        )
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the backup"))
        self.bar.hide()
        column.addWidget(Label(what, "body", "text", self))
        column.addWidget(self.last)
        for one in (self.file_field, self.encrypt, self.passphrase, self.words, self.bar):
            column.addWidget(one)
        column.addWidget(self.results)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, theme.px(6), edge, theme.px(12))
        foot.addWidget(HelpButton(self._session, "backup", self))
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.start_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(inner, self), 1)
        layout.addLayout(foot)
        self.resize(room(self, 560, 470))

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._choose)
        self.encrypt.toggled.connect(lambda on: self._encrypt(on=on))
        self.start_button.clicked.connect(self.begin)
        self.close_button.clicked.connect(self.reject)
        self.work.progressed.connect(self._progress)
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)

    def _encrypt(self, *, on: bool) -> None:
        self.passphrase.setVisible(on)
        if on:
            words = self.tr(
                "Nobody can recover a forgotten passphrase, and nobody can open the backup without it. Write it down and keep it apart from the backup."
            )
        else:
            words = self.tr("Not encrypted: whoever gets the file can read everything in it.")
        self.words.setText(words)
        self.words.set_color("warn_text" if on else "text2")

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to write the backup"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Backup (*.zip)"))
        dialog.setDefaultSuffix("zip")
        dialog.setDirectory(str(Path(self.file.text()).parent))
        dialog.selectFile(Path(self.file.text()).name)
        dialog.fileSelected.connect(self.file.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _busy(self, *, on: bool) -> None:
        self.bar.setVisible(on)
        for one in (self.file_field, self.encrypt, self.passphrase, self.start_button):
            one.setEnabled(not on)
        self.close_button.setText(self.tr("Stop") if on else self.tr("Close"))

    def _progress(self, part: float) -> None:
        self.bar.setRange(0, FINE)
        self.bar.setValue(int(part * FINE))

    def _done(self, report: BackupReport) -> None:
        self._busy(on=False)
        self._session.settings.change(backup_folder=str(report.path.parent))
        self.file.setText(str(report.path))
        what = BackupWords().contents(report.manifest.contents)
        words = self.tr("Backed up, read again and compared: {name} ({size})")
        done = words.format(name=report.path.name, size=labels_backups.size(report.size))
        self.results.say("ok", done, what)
        if report.manifest.faults:
            words = BackupWords().faults(report.manifest.faults)
            detail = self.tr("All the rest is backed up. “Check integrity” tells more.")
            self.results.say("warn", words, detail)
        self.close_button.setFocus()
        session = self._session
        session.operations.read(self, lambda library, _: back_up.last_backup(library), self._last)

    def _failed(self, error: KnownError) -> None:
        self._busy(on=False)
        self.results.say("bad", self._session.explain(error))

    def _last(self, last: back_up.LastBackup) -> None:
        self.last.setText(BackupWords().last(last))
