"""The actions for evidence bundles; dialogs are imported when first opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from keepproof.ui import alerts, last_folder
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket
    from keepproof.ui.main_window import MainWindow


class BundleCommands(QObject):
    """Export and import bundles, and write hash lists, for one window."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._session, self._window = session, window

    def begin(self) -> None:
        """Answer the session, now that the window is on the screen."""
        self._session.bundle_requested.connect(self.export)
        self._session.hashes_requested.connect(self.ask_hashes)

    def runs(self) -> dict[str, Callable[[], object]]:
        """Name the functions of the menu's actions."""
        return {"export_bundle": self.export, "import_bundle": self.choose}

    def export(self, order_id: str = "") -> None:
        """Export the evidence of an order, of the one that is shown where none is named."""
        from keepproof.ui.dialogs.bundle_dialog import BundleDialog  # noqa: PLC0415 - see above

        chosen = order_id or self._window.target().order_id
        if chosen:
            BundleDialog(self._session, chosen, self._window).open()
        else:
            self._session.status.emit(self.tr("Open an order first, then export its evidence"))

    def choose(self) -> None:
        """Ask for a bundle and show what is in it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not for the first paint

        settings = self._session.settings
        begin = last_folder.recall(settings, "bundles", settings.value.bundle_folder)
        dialog = QFileDialog(self._window, self.tr("Choose an evidence bundle"), begin)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Evidence bundle (*.zip)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.import_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_from(self, file: str) -> None:
        """Show what is in a bundle."""
        from keepproof.ui.dialogs.import_bundle_dialog import ImportBundleDialog  # noqa: PLC0415 - see above

        last_folder.remember(self._session.settings, "bundles", Path(file).parent)
        ImportBundleDialog(self._session, Path(file), self._window).open()

    def ask_hashes(self, order_id: str) -> None:
        """Ask where the hash list of an order goes."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not for the first paint

        dialog = QFileDialog(self._window, self.tr("Save the hash list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Plain text (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.setDirectory(last_folder.recall(self._session.settings, last_folder.WRITTEN))
        dialog.selectFile("hashes.txt")
        dialog.fileSelected.connect(lambda file: self.write_hashes(order_id, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_hashes(self, order_id: str, path: Path) -> None:
        """Write the hashes of an order's evidence into a file."""
        last_folder.remember(self._session.settings, last_folder.WRITTEN, path.parent)

        def work(library: Library, ticket: Ticket) -> int:
            from keepproof.services.export_bundle import export_hashes  # noqa: PLC0415 - see above

            return export_hashes(library, order_id, path, ticket)

        self._session.operations.read(
            self, work, lambda count: self._written(count, path.name), self._refused
        )

    def _written(self, count: int, name: str) -> None:
        words = self.tr("%n hash(es) written to {name}", "", count)
        self._session.status.emit(words.format(name=name))

    def _refused(self, error: KnownError) -> None:
        alerts.tell(self._window, self._session.explain(error))
