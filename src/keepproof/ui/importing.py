"""Bring things in: dropped, pasted or chosen, with progress, and a report when something is to be said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from keepproof.domain.evidence import EvidenceKind
from keepproof.ui import drops, last_folder
from keepproof.ui.bill_import import BillImport
from keepproof.ui.drops import DropTarget
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.add_evidence import AddReport
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

    Work = Callable[[Library, Ticket], Outcome[AddReport]]


class Importing(QObject):
    """Adds evidence to a target; the readers of files are loaded with the first one, in the worker."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Serve one window."""
        super().__init__(window)
        self._session = session
        self._window = window
        self.bills = BillImport(session, window)

    def take(self, mime: QMimeData, target: DropTarget, origin: str) -> None:
        """Take what was dropped or pasted, or say why nothing can be taken."""
        dropped = drops.read(mime)
        if dropped.content is not None:
            self.add_content(dropped.content, target, origin)
        elif dropped.paths:
            self._sort_out(dropped.paths, target, origin)
        elif dropped.foreign:
            self._session.status.emit(
                self.tr("This is only a link. Save the picture or page as a file first")
            )
        else:
            self._session.status.emit(self.tr("There is no file, picture or text to take"))

    def _sort_out(self, paths: Sequence[Path], target: DropTarget, origin: str) -> None:
        """Add files as evidence, but show first what is in an evidence bundle."""
        zips = [one for one in paths if one.suffix.lower() == ".zip"]
        if not zips:
            self.add(paths, target.order_id, target.kind, origin)
            return

        def look(ticket: Ticket) -> list[Path]:
            from keepproof.services.check_bundle import is_bundle  # noqa: PLC0415 - rarely needed

            ticket.check()
            return [one for one in zips if is_bundle(one)]

        offer = partial(self._offer, paths, target, origin)
        self._session.operations.pool(self, look, offer)

    def _offer(
        self, paths: Sequence[Path], target: DropTarget, origin: str, bundles: list[Path]
    ) -> None:
        rest = [one for one in paths if one not in bundles]
        if rest:
            self.add(rest, target.order_id, target.kind, origin)
        for one in bundles:
            from keepproof.ui.dialogs.import_bundle_dialog import ImportBundleDialog  # noqa: PLC0415 - as above

            dialog = ImportBundleDialog(self._session, one, self._window, dropped=True)
            dialog.keep_asked.connect(
                partial(self.add, [one], target.order_id, target.kind, origin)
            )
            dialog.open()

    def choose_files(self, order_id: str | None, kind: EvidenceKind | None) -> None:
        """Ask for files with the system's dialog."""
        dialog = QFileDialog(self._window, self.tr("Add files"), self._begin())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._open(dialog, order_id, kind)

    def choose_folder(self, order_id: str | None) -> None:
        """Ask for a folder; all files in it are added."""
        dialog = QFileDialog(self._window, self.tr("Add folder"), self._begin())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog, order_id, None)

    def add(
        self, paths: Sequence[Path], order_id: str | None, kind: EvidenceKind | None, origin: str
    ) -> None:
        """Add files and folders; the sources are only read."""
        session = self._session

        def work(library: Library, ticket: Ticket) -> Outcome[AddReport]:
            from keepproof.services.add_evidence import add_paths  # noqa: PLC0415 - see the class

            return add_paths(
                library,
                paths,
                order_id=order_id,
                kind=kind,
                origin=origin,
                ticket=ticket,
                sandbox=session.sandbox,
            )

        self._run(work)

    def add_content(self, content: tuple[bytes, str], target: DropTarget, origin: str) -> None:
        """Add what is no file yet, such as a pasted picture."""
        data, name = content
        session = self._session

        def work(library: Library, ticket: Ticket) -> Outcome[AddReport]:
            from keepproof.services.add_evidence import add_content  # noqa: PLC0415 - see the class

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

        self._run(work)

    def _begin(self) -> str:
        return last_folder.recall(self._session.settings, "files")

    def _run(self, work: Work) -> None:
        self._session.operations.write(self, work, self._report, progress=self.tr("Importing"))

    def _open(self, dialog: QFileDialog, order_id: str | None, kind: EvidenceKind | None) -> None:
        dialog.filesSelected.connect(lambda names: self._chosen(names, order_id, kind))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, names: list[str], order_id: str | None, kind: EvidenceKind | None) -> None:
        paths = [Path(one) for one in names]
        if paths:
            last_folder.remember(self._session.settings, "files", paths[0].parent)
            self.add(paths, order_id, kind, "chosen")

    def _report(self, report: AddReport) -> None:
        from keepproof.ui.dialogs.report_dialog import ReportDialog  # noqa: PLC0415 - rarely needed

        count = len(report.kept)
        if report.cancelled:
            words = self.tr("Stopped; %n item(s) added before that stay", "", count)
        elif count or not report.duplicates:
            words = self.tr("%n item(s) added as evidence", "", count)
        else:
            words = self.tr("%n item(s) were here already; kept once", "", len(report.duplicates))
        self._session.status.emit(words)
        self.bills.notice(report)
        if report.refused or report.odd or report.duplicates or report.attached:
            ReportDialog(self._session, report, self._window).open()
