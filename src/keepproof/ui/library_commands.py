"""The actions for the library as a whole; dialogs are imported when first opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from keepproof.ui import last_folder
from keepproof.ui.main_window import MainWindow
from keepproof.ui.session import Session


class LibraryCommands(QObject):
    """Back up, restore and go to another library, for one window."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._session, self._window = session, window

    def begin(self) -> None:
        """Answer the session, now that the window is on the screen."""
        self._session.backup_requested.connect(self.back_up)
        self._session.restore_requested.connect(self.restore)
        self._session.library_choice_requested.connect(self.libraries)

    def runs(self) -> dict[str, Callable[[], object]]:
        """Name the functions of the menu's actions."""
        return {"back_up": self.back_up, "restore": self.restore, "libraries": self.libraries}

    def libraries(self) -> None:
        """Show the libraries opened before, and the ways to others."""
        from keepproof.ui.dialogs.libraries_dialog import LibrariesDialog  # noqa: PLC0415 - see the class

        LibrariesDialog(self._session, self._window).open()

    def back_up(self) -> None:
        """Put the library into one file, with what is being typed."""
        from keepproof.ui.dialogs.backup_dialog import BackupDialog  # noqa: PLC0415 - see the class

        self._window.pages.flush()
        BackupDialog(self._session, self._window).open()

    def restore(self) -> None:
        """Ask for a backup and show what is in it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not for the first paint

        settings = self._session.settings
        begin = last_folder.recall(settings, "backups", settings.value.backup_folder)
        dialog = QFileDialog(self._window, self.tr("Choose a backup"), begin)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backup (*.zip)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.restore_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore_from(self, file: str) -> None:
        """Show what is in a backup, and where it could go."""
        from keepproof.ui.dialogs.restore_dialog import RestoreDialog  # noqa: PLC0415 - see the class

        last_folder.remember(self._session.settings, "backups", Path(file).parent)
        RestoreDialog(self._session, Path(file), self._window).open()
