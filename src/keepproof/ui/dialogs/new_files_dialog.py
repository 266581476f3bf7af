"""Decide on new screenshots one by one or together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from keepproof.errors import KnownError
from keepproof.ticket import Ticket
from keepproof.ui import theme
from keepproof.ui.dialogs.order_dialog_pick import PickOrderDialog
from keepproof.ui.models.new_files_model import NewFilesModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.picture_line_delegate import PICTURE_PX, PictureLineDelegate


class NewFilesDialog(FormDialog):
    """All are chosen at first; what was decided on leaves the list, and with the last one the dialog closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Build the dialog with what is new now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._watching = session, session.watching
        self.setWindowTitle(self.tr("New screenshots"))
        self.model = NewFilesModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PictureLineDelegate(self.list))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(self.tr("New screenshots"))
        self.file_button = Button(self.tr("File to an order…"), "primary", parent=self)
        self.keep_button = Button(self.tr("Keep, in no order yet"), "secondary", parent=self)
        self.ignore_button = Button(self.tr("Ignore"), "secondary", parent=self)
        self.close_button = Button(self.tr("Close"), "secondary", parent=self)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what is still to be decided."""
        waiting = self._watching.waiting
        self.model.set_paths(waiting)
        self.list.selectAll()
        self._chosen()
        self._draw()
        if not waiting:
            self.accept()

    def chosen(self) -> list[Path]:
        """Give the files that are selected, in their order."""
        rows = sorted(self.list.selectedIndexes(), key=lambda one: one.row())
        return [path for one in rows if (path := self.model.path_at(one)) is not None]

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(HelpButton(self._session, "evidence", self))
        foot.addStretch(1)
        for button in (self.close_button, self.ignore_button, self.keep_button, self.file_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(14))
        layout.setSpacing(theme.px(10))
        hint = self.tr(
            "Select what belongs together. The files are copied and stay where they are; double-click opens one."
        )
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self.resize(room(self, 600, 440))

    def _connect(self) -> None:
        self.list.doubleClicked.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(self._chosen)
        self.file_button.clicked.connect(self._file)
        self.keep_button.clicked.connect(lambda: self._watching.file(self.chosen(), None))
        self.ignore_button.clicked.connect(lambda: self._watching.ignore(self.chosen()))
        self.close_button.clicked.connect(self.reject)
        self._watching.changed.connect(self.refresh)

    def _draw(self) -> None:
        """Make pictures of what has none yet, in the child processes."""
        lacking, session = self.model.lacking(), self._session
        if not lacking:
            return
        # Screenshots are tall and fill the frame with their width.
        edge = int(3 * theme.px(PICTURE_PX) * self.devicePixelRatioF())

        def work(ticket: Ticket) -> dict[Path, bytes]:
            from keepproof.services.new_file_pictures import small_pictures  # noqa: PLC0415 - brings the readers

            return small_pictures(lacking, edge, session.sandbox, ticket)

        session.operations.pool(self, work, self.model.set_pictures, self._no_pictures, quiet=True)

    def _no_pictures(self, _error: KnownError) -> None:
        """Go on without: icons stand for pictures that could not be made."""

    def _chosen(self) -> None:
        some = bool(self.list.selectedIndexes())
        for button in (self.file_button, self.keep_button, self.ignore_button):
            button.setEnabled(some)

    def _file(self) -> None:
        paths = self.chosen()
        dialog = PickOrderDialog(self._session, self)
        dialog.picked.connect(lambda order_id: self._watching.file(paths, order_id))
        dialog.open()

    def _open(self, index: QModelIndex) -> None:
        path = self.model.path_at(index)
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
