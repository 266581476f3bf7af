"""Pictures for upload: what goes out as what, under which limits, and where it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from keepproof.errors import KnownError
from keepproof.services.export_pictures import free_folder
from keepproof.services.plan_pictures import PictureRequest, preview_pictures
from keepproof.ticket import Ticket
from keepproof.ui import labels_orders, labels_uploads, theme
from keepproof.ui.dialogs.export_text_dialog import file_stem
from keepproof.ui.dialogs.pictures_dialog_limits import PictureLimitsForm
from keepproof.ui.dialogs.pictures_dialog_rows import PicturesWanted, rows_of
from keepproof.ui.models.upload_model import UploadModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.upload_list import UploadList

if TYPE_CHECKING:
    from keepproof.exporting.picture_set.plan import PicturePlan
    from keepproof.library.library import Library
    from keepproof.services.export_pictures import PictureReport
    from keepproof.services.outcome import Outcome


class PicturesDialog(FormDialog):
    """Shows the plan as it is chosen, writes it on request; closing it meanwhile leaves nothing half."""

    _stepped = Signal(float, int, str)

    def __init__(self, session: Session, wanted: PicturesWanted, parent: QWidget) -> None:
        """Build the dialog and plan at once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pictures for upload"))
        self._session, self._wanted = session, wanted
        self._ticket: Ticket | None = None
        self._folder: Path | None = None
        self._plan: PicturePlan | None = None
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._parent_folder = Path(QStandardPaths.writableLocation(documents))
        self.title = Label(self.tr("Pictures for upload"), "title", "text", self)
        channel = wanted.channel.label.of(session.lang) if wanted.channel is not None else ""
        self._line = ElidedLabel(Qt.TextElideMode.ElideRight, "", self)
        self._line.setText(labels_orders.facts_line([wanted.order.title, channel]))
        self._line.set_look("small", "text2")
        self.form = PictureLimitsForm(wanted.channel, session.lang, self)
        self.model = UploadModel(session.lang, self)
        self.list = UploadList(session, self.model, self)
        self.sum = Label("", "small", "text", self)
        self.place = ElidedLabel(Qt.TextElideMode.ElideMiddle, "", self)
        self.change_button = Button(self.tr("Change folder…"), "link", parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the pictures"))
        self.bar.hide()
        self.cancel_button = Button(self.tr("Cancel"), "secondary", parent=self)
        self.write_button = Button("", "primary", "export", parent=self)
        self.open_button = Button(self.tr("Open folder"), "primary", "folder-open", parent=self)
        self.open_button.hide()
        self._notices = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._shown = rows_of(wanted)
        self.model.set_rows(self._shown, wanted.cited)
        self._show_place()
        self.list.setFocus()
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Leave room for a few rows, and fit a small screen."""
        return room(self, 760, 640)

    def reject(self) -> None:
        """Stop what still runs, and close; nothing half is left in the folder."""
        if self._ticket is not None:
            self._ticket.cancel()
        super().reject()

    def set_parent_folder(self, folder: str) -> None:
        """Write into another place."""
        self._parent_folder = Path(folder)
        self._show_place()

    def target(self) -> Path:
        """Give the folder that would be made now."""
        words = self.tr("{title} pictures for upload")
        name = file_stem(words.format(title=file_stem(self._wanted.order.title)[:40]))
        return free_folder(self._parent_folder, name)

    def replan(self) -> None:
        """Plan anew with what is ticked and typed."""
        self._clear_notices()
        try:
            plan = preview_pictures(self._session.folder, self._wanted.filed, self._request())
        except KnownError as error:
            self._plan = None
            self._notice("bad", self._session.explain(error))
            self.write_button.setEnabled(False)
            return
        self._plan = plan
        chosen = self.model.ticked()
        fates = {
            row.number: labels_uploads.no_picture(self._session.say)
            for row in self._shown
            if not row.picture
        }
        fates |= labels_uploads.planned(plan, self._session.say)
        self.model.set_fates(fates)
        self.sum.setText(labels_uploads.summary(plan, len(chosen)))
        self.write_button.setText(labels_uploads.UploadCounts().write(len(plan.uploads)))
        self.write_button.setEnabled(bool(plan.uploads))

    def write(self) -> None:
        """Check the originals, then make the pictures out of sight."""
        request = self._request()
        self._folder = self.target()
        self._set_busy(busy=True)

        def check(library: Library, ticket: Ticket) -> Outcome[PicturePlan]:
            from keepproof.services.plan_pictures import prepare_pictures  # noqa: PLC0415 - only now

            return prepare_pictures(library, request, ticket)

        self._ticket = self._session.operations.write(
            self, check, self._make, self._fail, on_progress=self._progress
        )

    def _make(self, plan: PicturePlan) -> None:
        folder, captions, session = self._folder, self.form.captions.isChecked(), self._session
        if folder is None:
            return

        def work(ticket: Ticket) -> PictureReport:
            from keepproof.services.export_pictures import make_pictures  # noqa: PLC0415 - only now

            def step(done: float, total: int, what: str) -> None:
                ticket.check()
                self._stepped.emit(done, total, what)

            return make_pictures(plan, folder, session.sandbox, Ticket(step), captions=captions)

        self._ticket = session.operations.pool(self, work, self._record, self._fail)

    def _record(self, report: PictureReport) -> None:
        order = self._wanted.order.id
        channel = self._wanted.channel.id if self._wanted.channel is not None else ""

        def work(library: Library, ticket: Ticket) -> Outcome[PictureReport]:
            from keepproof.services.export_pictures import record_pictures  # noqa: PLC0415 - only now

            return record_pictures(library, order, channel, report, ticket)

        self._ticket = self._session.operations.write(self, work, self._done, self._fail)

    def _done(self, report: PictureReport) -> None:
        self._set_busy(busy=False)
        counts = labels_uploads.UploadCounts()
        said = counts.written(len(report.pictures))
        self.title.setText(said)
        size = labels_uploads.bytes_words(sum(one.size for one in report.pictures))
        self.sum.setText(
            labels_orders.facts_line([size, self.tr("The originals are as they were")])
        )
        self.model.set_fates(labels_uploads.written(report, self._session.say), fixed=True)
        self.place.setText(str(report.folder))
        for part in (self.form, self.change_button, self.write_button):
            part.hide()
        self.open_button.show()
        self.cancel_button.setText(self.tr("Close"))
        self.open_button.setFocus()
        self._session.status.emit(said)

    def _fail(self, error: KnownError) -> None:
        self._set_busy(busy=False)
        self._notice("bad", self._session.explain(error))

    def _progress(self, done: float, total: int, what: str) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(int(done))
        self.sum.setText(what)

    def _set_busy(self, *, busy: bool) -> None:
        self._clear_notices()
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        for part in (self.form, self.list, self.change_button, self.write_button):
            part.setEnabled(not busy)
        self.cancel_button.setText(self.tr("Stop") if busy else self.tr("Cancel"))

    def _request(self) -> PictureRequest:
        wanted, ticked = self._wanted, self.model.ticked()
        limits = self.form.limits()
        return PictureRequest(wanted.order.id, ticked, wanted.names, limits, wanted.lang)

    def _show_place(self) -> None:
        self.place.setText(str(self.target()))

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to write the pictures"), str(self._parent_folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.set_parent_folder(names[0]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _notice(self, tone: str, words: str) -> None:
        self._notices.addWidget(Notice(tone, words, "", "", self))

    def _clear_notices(self) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _connect(self) -> None:
        self.model.ticks_changed.connect(self.replan)
        self.form.changed.connect(self.replan)
        self.change_button.clicked.connect(self._ask_folder)
        self.write_button.clicked.connect(self.write)
        self.open_button.clicked.connect(self._open_folder)
        self.cancel_button.clicked.connect(self.reject)
        self._stepped.connect(self._progress)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(theme.px(8))
        place.addWidget(Label(self.tr("Folder"), "small", "text2", self))
        place.addWidget(self.place, 1)
        place.addWidget(self.change_button)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(HelpButton(self._session, "exports", self))
        foot.addStretch(1)
        for button in (self.cancel_button, self.write_button, self.open_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(14))
        layout.setSpacing(theme.px(8))
        for part in (self.title, self._line, self.form):
            layout.addWidget(part)
        layout.addLayout(self._notices)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.sum)
        layout.addWidget(self.bar)
        layout.addLayout(place)
        layout.addLayout(foot)
