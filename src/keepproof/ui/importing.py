"""Bring things in: dropped, pasted or chosen, with progress, and a report when something is to be said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from keepproof.domain.evidence import EvidenceKind
from keepproof.services.add_evidence import AddReport, add_content, add_paths
from keepproof.ui import drops
from keepproof.ui.dialogs.report_dialog import ReportDialog
from keepproof.ui.drops import Dropped, DropTarget
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


class Importing(QObject):
    """Add evidence to a target; `added` tells the report."""

    added = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        """Serve one window."""
        super().__init__(window)
        self._session = session
        self._window = window
        self._folder = ""

    def take(self, mime: QMimeData, target: DropTarget, origin: str) -> bool:
        """Take what was dropped or pasted; False when there is nothing to take."""
        dropped = drops.read(mime)
        if not dropped:
            self._session.status.emit(self.refusal(dropped))
            return False
        if dropped.content is not None:
            self._add_content(dropped.content, target, origin)
        else:
            self.add(dropped.paths, target.order_id, target.kind, origin)
        return True

    def refusal(self, dropped: Dropped) -> str:
        """Say why nothing can be taken."""
        if dropped.foreign:
            return self.tr("This is only a link. Save the file or picture first, then drop it here")
        return self.tr("There is no file, picture or text to take")

    def choose_files(self, order_id: str | None, kind: EvidenceKind | None) -> None:
        """Ask for files with the system's dialog."""
        dialog = QFileDialog(self._window, self.tr("Add files"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self._chosen(names, order_id, kind))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_folder(self, order_id: str | None) -> None:
        """Ask for a folder; all files in it are added."""
        dialog = QFileDialog(self._window, self.tr("Add folder"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self._chosen(names, order_id, None))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(
        self, paths: Sequence[Path], order_id: str | None, kind: EvidenceKind | None, origin: str
    ) -> None:
        """Add files and folders; the sources are only read."""
        session = self._session

        def work(library: Library, ticket: Ticket) -> Outcome[AddReport]:
            return add_paths(
                library,
                paths,
                order_id=order_id,
                kind=kind,
                origin=origin,
                ticket=ticket,
                sandbox=session.sandbox,
            )

        session.operations.write(self, work, self._report, progress=self.tr("Adding"))

    def _add_content(self, content: tuple[bytes, str], target: DropTarget, origin: str) -> None:
        data, name = content
        session = self._session

        def work(library: Library, ticket: Ticket) -> Outcome[AddReport]:
            return add_content(
                library,
                data,
                name,
                order_id=target.order_id,
                kind=target.kind,
                origin=origin,
                ticket=ticket,
                sandbox=session.sandbox,
            )

        session.operations.write(self, work, self._report)

    def _chosen(self, names: list[str], order_id: str | None, kind: EvidenceKind | None) -> None:
        paths = [Path(one) for one in names]
        if paths:
            self._folder = str(paths[0].parent)
            self.add(paths, order_id, kind, "chosen")

    def _report(self, report: AddReport) -> None:
        words = self.tr("%n item(s) added", "", len(report.kept))
        if report.cancelled:
            words = self.tr("Stopped; %n item(s) added", "", len(report.kept))
        self._session.status.emit(words)
        self.added.emit(report)
        if report.refused or report.odd or report.duplicates:
            ReportDialog(self._session, report, self._window).open()
