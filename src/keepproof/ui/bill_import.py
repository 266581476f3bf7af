"""Bring bills and order exports in: chosen in a menu, or noticed among what was dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from keepproof.ui import last_folder
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.add_evidence import AddReport
    from keepproof.services.read_bills import BillFile, ReadBills
    from keepproof.ticket import Ticket
    from keepproof.ui.dialogs.bill_dialog import BillDialog

NAME = "bills"


class BillImport(QObject):
    """Opens the preview beside the window, which stays usable; services and dialog are loaded when needed."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Serve one window."""
        super().__init__(window)
        self._session = session
        self._window = window

    def choose(self) -> None:
        """Ask for bills with the system's dialog."""
        begin = last_folder.recall(self._session.settings, NAME)
        dialog = QFileDialog(self._window, self.tr("Import bills or orders"), begin)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Bills and order lists (*.csv *.xlsx *.txt)"), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self.show_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_chosen(self, names: Sequence[str]) -> None:
        """Read these files and show what they hold; they are kept when orders are made of them."""
        from keepproof.services.read_bills import BillFile  # noqa: PLC0415 - see the class

        paths = [Path(one) for one in names]
        if paths:
            last_folder.remember(self._session.settings, NAME, paths[0].parent)
            self._dialog().read([BillFile(one, one.name) for one in paths])

    def notice(self, report: AddReport) -> None:
        """Look for bills in what was just kept, without disturbing anybody where there is none."""
        from keepproof.services.read_bills import BillFile, may_be_bill  # noqa: PLC0415 - see the class

        filed = [*report.kept, *(one.of for one in report.duplicates)]
        items = {one.evidence.id: one.evidence for one in filed if may_be_bill(one.evidence)}
        if not items:
            return

        def places(library: Library, ticket: Ticket) -> list[BillFile]:
            ticket.check()
            return [
                BillFile(library.original_path(one.sha256), one.original_name, one.id)
                for one in items.values()
            ]

        self._session.operations.read(self, places, self._find)

    def close(self) -> None:
        """Close what is open, with the window."""
        for one in self._window.findChildren(QDialog, NAME):
            one.reject()

    def _find(self, files: list[BillFile]) -> None:
        session = self._session

        def work(ticket: Ticket) -> ReadBills:
            from keepproof.services import read_bills  # noqa: PLC0415 - see the class

            return read_bills.find(files, ticket, session.sandbox)

        session.operations.pool(self, work, self._found)

    def _found(self, read: ReadBills) -> None:
        if any(bill.rows or bill.problems for _, bill in read.bills):
            self._dialog().show_bills(read)

    def _dialog(self) -> BillDialog:
        from keepproof.ui.dialogs.bill_dialog import BillDialog  # noqa: PLC0415 - see the class

        dialog = BillDialog(self._session, self._window)
        dialog.setObjectName(NAME)
        dialog.show()
        return dialog
