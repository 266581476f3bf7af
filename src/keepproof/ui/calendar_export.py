"""Take the deadlines of an order along into a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from keepproof.domain.order import Order
from keepproof.ui import alerts
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket


class CalendarExport(QObject):
    """Asks for a file, writes it, and says how many dates there are in it."""

    def __init__(self, session: Session, page: QWidget) -> None:
        """Work for a part of the window."""
        super().__init__(page)
        self._session, self._page = session, page

    def ask(self, order: Order) -> None:
        """Ask for a file and write the dates of an order into it."""
        from keepproof.ui.dialogs.export_calendar_dialog import ExportCalendarDialog  # noqa: PLC0415 - built when first needed

        dialog = ExportCalendarDialog(self._session.settings, order.title, self._page.window())
        dialog.chosen.connect(lambda path: self.write(order, Path(path)))
        dialog.open()

    def write(self, order: Order, path: Path) -> None:
        """Write the dates of an order into a file."""
        book, lang = self._session.book, self._session.lang

        def work(library: Library, ticket: Ticket) -> int:
            from keepproof.services.export_calendar import export_calendar  # noqa: PLC0415 - as above

            return export_calendar(library, book, order.id, path, lang, ticket)

        self._session.operations.read(
            self, work, lambda count: self._written(count, path.name), self._refused
        )

    def _written(self, count: int, name: str) -> None:
        words = self.tr("%n date(s) written to {name}", "", count)
        self._session.status.emit(words.format(name=name))

    def _refused(self, error: KnownError) -> None:
        alerts.tell(self._page.window(), self._session.explain(error))
