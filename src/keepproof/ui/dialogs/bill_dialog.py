"""What bills and order exports hold, beside what is known, with a tick for each order to be made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.money import Money
from keepproof.ui import labels_bills, labels_orders, theme
from keepproof.ui.dialogs.bill_dialog_detail import BillDetail
from keepproof.ui.dialogs.bill_dialog_table import BillTable
from keepproof.ui.labels_bills import BillCounts
from keepproof.ui.models.bill_filter import ALL
from keepproof.ui.models.bill_model import BillLine, BillModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.search_field import SearchField
from keepproof.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.library.library import Library
    from keepproof.services.import_orders import Imported, ImportPreview
    from keepproof.services.outcome import Outcome
    from keepproof.services.read_bills import BillFile, ReadBills
    from keepproof.ticket import Ticket


class BillDialog(FormDialog):
    """Reads, shows, and on request adds; nothing of the library is ever overwritten."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty dialog; `read` or `show_bills` fills it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import bills or orders"))
        self._session = session
        self._read: ReadBills | None = None
        self._ticket: Ticket | None = None
        self._writing = False
        self.title = Label(self.tr("Reading"), "title", "text", self)
        self.line = Label("", "small", "text2", self)
        self.model = BillModel(session.say, self)
        self.table = BillTable(self.model, self)
        self.search = SearchField(self.tr("Shop, item, order no."), self)
        self.segment = Segment(self)
        self.segment.setAccessibleName(self.tr("Which orders to show"))
        self.detail = BillDetail(self.model, self)
        self.attach = QCheckBox(
            self.tr("File the bill under these orders as evidence of payment"), self
        )
        self.attach.setChecked(True)
        self.sum = Label("", "small", "text2", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.bar.setRange(0, 0)
        self.all_button = Button(self.tr("All"), "link", parent=self)
        self.none_button = Button(self.tr("None"), "link", parent=self)
        self.new_button = Button(self.tr("Only new"), "link", parent=self)
        self.cancel_button = Button(self.tr("Cancel"), "secondary", parent=self)
        self.add_button = Button("", "primary", parent=self)
        self._notices = QVBoxLayout()
        self._build()
        self._connect()
        self._count()
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Leave room for long titles, and fit a small screen."""
        return room(self, 980, 620)

    def read(self, files: Sequence[BillFile]) -> None:
        """Read chosen files, and show what they hold."""
        session = self._session

        def work(ticket: Ticket) -> ReadBills:
            from keepproof.services import read_bills  # noqa: PLC0415 - not needed for the first paint

            return read_bills.read(files, ticket, session.sandbox)

        self._ticket = session.operations.pool(self, work, self.show_bills, self._fail)

    def show_bills(self, read: ReadBills) -> None:
        """Show what was read, beside what is known."""
        self._read = read
        self._compare()

    def reject(self) -> None:
        """Stop what still runs, and close; an import that is stopped leaves nothing behind."""
        if self._ticket is not None:
            self._ticket.cancel()
        super().reject()

    def _compare(self) -> None:
        read = self._read
        if read is None or self._writing:
            return

        def look(library: Library, ticket: Ticket) -> ImportPreview:
            from keepproof.services import import_orders  # noqa: PLC0415 - not needed for the first paint

            ticket.check()
            return import_orders.compare(library, read)

        self._ticket = self._session.operations.read(self, look, self._take, self._fail)

    def _take(self, preview: ImportPreview) -> None:
        first = not self.model.rowCount()
        self.bar.hide()
        self.model.set_preview(preview)
        self._say_what(preview)
        counts = self.model.counts()
        options = [(ALL, self.tr("All {count}").format(count=self.model.rowCount()))]
        options += [
            (state, f"{labels_bills.state_words(state)} {count}")
            for state, count in counts.items()
            if count
        ]
        self.segment.set_options(options)
        self.table.filter.set_state(self.segment.current())
        if first:
            self.table.choose_first()
            self.table.setFocus()

    def _say_what(self, preview: ImportPreview) -> None:
        read = self._read
        if read is None or not read.bills:
            self.title.setText(self.tr("This is no bill that can be read"))
            self.line.setText("")
            return
        orders = all(row.kind == "order" for _, bill in read.bills for row in bill.rows)
        count = sum(one.likely or bool(one.order_id) for one in preview.entries)
        words = BillCounts().orders(count) if orders else BillCounts().purchases(count)
        self.title.setText(words)
        names = labels_orders.enumerated([name for name, _ in read.bills[:3]])
        rest = preview.left_out - len(preview.others)
        self.line.setText(
            labels_orders.facts_line([names, BillCounts().left_out(rest) if rest > 0 else ""])
        )

    def _count(self) -> None:
        """Say what the button would do now."""
        entries = self.model.ticked()
        new = sum(not one.order_id for one in entries)
        counts = BillCounts()
        self.add_button.setText(
            counts.add(new) if new or not entries else counts.complete(len(entries))
        )
        self.add_button.setEnabled(bool(entries) and not self._writing)
        totals: dict[str, int] = {}
        for one in entries:
            if one.form.paid is not None:
                paid = one.form.paid
                totals[paid.currency] = totals.get(paid.currency, 0) + paid.cents
        sums = [Money(cents, currency).shown() for currency, cents in totals.items()]
        self.sum.setText(labels_orders.facts_line([counts.ticked(len(entries)), *sums]))

    def _add(self) -> None:
        read, entries, attach = self._read, self.model.ticked(), self.attach.isChecked()
        if read is None or not entries:
            return

        def work(library: Library, ticket: Ticket) -> Outcome[Imported]:
            from keepproof.services.import_bills import import_ticked  # noqa: PLC0415 - only now

            return import_ticked(library, entries, read, ticket, attach=attach)

        self._set_writing(writing=True)
        self._ticket = self._session.operations.write(
            self, work, self._done, self._fail, on_progress=self._progress
        )

    def _done(self, done: Imported) -> None:
        counts = BillCounts()
        parts = [counts.added(len(done.added))]
        if done.completed:
            parts.append(counts.completed(len(done.completed)))
        self._session.status.emit(labels_orders.listed(parts))
        self._session.place_requested.emit("orders")
        self.accept()

    def _fail(self, error: KnownError) -> None:
        self._set_writing(writing=False)
        self._notices.addWidget(Notice("bad", self._session.explain(error), "", "", self))

    def _progress(self, done: float, total: int, what: str) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(int(done))
        self.sum.setText(what)

    def _set_writing(self, *, writing: bool) -> None:
        self._writing = writing
        self.bar.setVisible(writing)
        for part in (self.table, self.search, self.segment, self.attach):
            part.setEnabled(not writing)
        for button in (self.all_button, self.none_button, self.new_button):
            button.setEnabled(not writing)
        self.cancel_button.setText(self.tr("Stop") if writing else self.tr("Cancel"))
        self._count()

    def _changed(self, changes: Changes) -> None:
        if changes.orders:
            self._compare()

    def _open(self, line: BillLine | None) -> None:
        if line is not None and line.entry is not None and line.entry.order_id:
            self._session.order_requested.emit(line.entry.order_id, "overview")

    def _connect(self) -> None:
        self.search.textChanged.connect(self.table.filter.set_words)
        self.segment.chosen.connect(self.table.filter.set_state)
        self.all_button.clicked.connect(lambda: self.table.tick_shown(ticked=True))
        self.none_button.clicked.connect(lambda: self.table.tick_shown(ticked=False))
        self.new_button.clicked.connect(self.model.tick_new)
        self.model.ticks_changed.connect(self._count)
        self.table.chosen.connect(self.detail.show_line)
        self.table.opened.connect(self._open)
        self.detail.open_asked.connect(self._open)
        self.add_button.clicked.connect(self._add)
        self.cancel_button.clicked.connect(self.reject)
        self._session.events.changed.connect(self._changed)

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.search, 1)
        tools.addWidget(self.segment)
        ticks = QHBoxLayout()
        ticks.addWidget(self.attach, 1)
        for button in (self.all_button, self.none_button, self.new_button):
            ticks.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.title)
        layout.addWidget(self.line)
        layout.addLayout(self._notices)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addLayout(ticks)
        layout.addWidget(self.bar)
        layout.addLayout(foot)
