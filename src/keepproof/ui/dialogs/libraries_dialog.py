"""Several libraries: go to another one, open one from a folder, make a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from keepproof.services import known_libraries
from keepproof.ui import alerts, theme
from keepproof.ui.models.libraries_model import LibrariesModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice_list import NoticeList
from keepproof.ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.services.known_libraries import KnownLibrary


class LibrariesDialog(FormDialog):
    """One library is open at a time; a new one is made only after a question."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Build the dialog and look which libraries are there."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.setWindowTitle(self.tr("Libraries"))
        self.model = LibrariesModel(session.paths, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(self.tr("Libraries opened before"))
        self.results = NoticeList(self)
        self.open_button = Button(self.tr("Open"), "primary", parent=self)
        self.forget_button = Button(self.tr("Remove from this list"), "link", parent=self)
        self.folder_button = Button(self.tr("Open a folder…"), "secondary", parent=self)
        self.new_button = Button(self.tr("New library…"), "secondary", parent=self)
        self.close_button = Button(self.tr("Close"), "secondary", parent=self)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        folders = list(self._session.settings.value.libraries)
        self._session.operations.pool(
            self, lambda _: known_libraries.look(folders), self._show, quiet=True
        )

    def take(self, folder: Path) -> None:
        """Open the library in a folder; where there is none, ask before one is made."""
        self.results.clear()
        self._session.operations.pool(
            self,
            lambda _: known_libraries.expect_place(folder),
            partial(self._found, folder),
            self._failed,
        )

    def _lay_out(self) -> None:
        more = QHBoxLayout()
        more.addWidget(self.folder_button)
        more.addWidget(self.new_button)
        more.addStretch(1)
        more.addWidget(self.forget_button)
        foot = QHBoxLayout()
        foot.addWidget(HelpButton(self._session, "privacy", self))
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(14))
        layout.setSpacing(theme.px(10))
        hint = self.tr(
            "Each library is a folder of its own with its orders and evidence, kept apart from the others."
        )
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.results)
        layout.addLayout(more)
        layout.addLayout(foot)
        self.resize(room(self, 560, 420))

    def _connect(self) -> None:
        self.list.doubleClicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.open_button.clicked.connect(self._open)
        self.forget_button.clicked.connect(self._forget)
        self.folder_button.clicked.connect(self._choose)
        self.new_button.clicked.connect(self._choose_new)
        self.close_button.clicked.connect(self.reject)
        self._session.settings.changed.connect(self.refresh)

    def _show(self, rows: tuple[KnownLibrary, ...]) -> None:
        self.model.set_libraries(rows, self._session.folder)
        self.list.setCurrentIndex(self.model.index(min(1, len(rows) - 1)))
        self._chosen(self.list.currentIndex())
        (self.list if rows else self.folder_button).setFocus()

    def _chosen(self, index: QModelIndex) -> None:
        one = self.model.library_at(index)
        here = one is not None and self.model.is_open(one)
        self.open_button.setEnabled(one is not None and not here)
        self.forget_button.setEnabled(one is not None and not here)

    def _open(self) -> None:
        one = self.model.library_at(self.list.currentIndex())
        if one is None or self.model.is_open(one):
            return
        if one.missing:
            self.results.clear()
            words = self._session.say("library.not_there", {"folder": one.folder})
            self.results.say("warn", words)
            return
        self.take(one.folder)

    def _forget(self) -> None:
        one = self.model.library_at(self.list.currentIndex())
        if one is not None:
            settings = self._session.settings
            settings.change(libraries=known_libraries.forget(settings.value.libraries, one.folder))

    def _choose(self) -> None:
        self._ask_folder(self.tr("Open a library"))

    def _choose_new(self) -> None:
        self._ask_folder(self.tr("Choose or make an empty folder for the new library"))

    def _ask_folder(self, words: str) -> None:
        dialog = QFileDialog(self, words)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(str(self._session.folder.parent))
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _found(self, folder: Path, there: bool) -> None:
        if there:
            self._go(folder)
            return
        words = self.tr("There is no library in {folder} yet. Make a new, empty one there?")
        verb = self.tr("Make a new library")
        alerts.ask(self, words.format(folder=folder), verb, partial(self._go, folder))

    def _go(self, folder: Path) -> None:
        self.accept()
        if folder != self._session.folder or not self._session.opened:
            self._session.library_requested.emit(str(folder))

    def _failed(self, error: KnownError) -> None:
        self.results.say("bad", self._session.explain(error))
