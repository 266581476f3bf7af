"""Look at an evidence bundle, and import it when that is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from keepproof.domain.bundle_report import BundleReport
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services.check_bundle import check_bundle
from keepproof.services.import_bundle import BundlePreview, Imported, compare, import_bundle
from keepproof.services.outcome import Outcome
from keepproof.ticket import PartTicket, Ticket
from keepproof.ui import labels_bundles, labels_orders, theme
from keepproof.ui.dialogs.bundle_dialog_parts import ProgressRow
from keepproof.ui.models.bundle_model import BundleModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice_list import NoticeList


class ImportBundleDialog(FormDialog):
    """Checks the bundle at once, lists what is in it, and imports only when asked.

    `keep_asked` is told where the file shall be kept as evidence itself, unopened.
    """

    keep_asked = Signal()

    def __init__(
        self, session: Session, path: Path, parent: QWidget | None = None, *, dropped: bool = False
    ) -> None:
        """Build the dialog and begin to check."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import evidence bundle"))
        self._session, self._path = session, path
        self._preview: BundlePreview | None = None
        self.title = Label(self.tr("Import evidence bundle"), "title", "text", self)
        self.about = Label(path.name, "small", "text2", self)
        self.notices = NoticeList(self)
        self.model = BundleModel(self)
        self.table = self._make_table()
        self.progress = ProgressRow(self)
        self.keep_button = Button(self.tr("Keep as a file"), "ghost", parent=self)
        self.keep_button.setVisible(dropped)
        self.keep_button.clicked.connect(self._keep)
        self.cancel_button = Button(self.tr("Cancel"), "secondary", parent=self)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button = Button(self.tr("Import"), "primary", "tray", self)
        self.import_button.setDefault(True)
        self.import_button.setEnabled(False)
        self.import_button.clicked.connect(self.bring)
        self._build()
        self.resize(self.sizeHint())
        self.progress.begin()
        self._ticket = session.operations.pool(
            self, self._check, self._compare, self._fail, on_progress=self.progress.report
        )

    @property
    def preview(self) -> BundlePreview | None:
        """Give what is in the bundle; None until it is checked."""
        return self._preview

    def sizeHint(self) -> QSize:
        """Be as wide as the design."""
        return room(self, 720, 520)

    def reject(self) -> None:
        """Stop what runs, and close; an import that is stopped is taken back."""
        self._ticket.cancel()
        super().reject()

    def bring(self) -> None:
        """Import what can come in."""
        session, path = self._session, self._path

        def work(library: Library, ticket: Ticket) -> Outcome[Imported]:
            part = PartTicket(ticket, 0, 1)
            return import_bundle(library, session.book, path, session.sandbox, part)

        self.import_button.setEnabled(False)
        self.progress.begin()
        self.progress.show()
        self._ticket = session.operations.write(
            self, work, self._imported, self._fail, on_progress=self.progress.report
        )

    def _check(self, ticket: Ticket) -> BundleReport:
        return check_bundle(self._path, PartTicket(ticket, 0, 1))

    def _compare(self, report: BundleReport) -> None:
        name = self._path.name

        def look(library: Library, ticket: Ticket) -> BundlePreview:
            ticket.check()
            return compare(library, report, name)

        self._ticket = self._session.operations.read(self, look, self._show, self._fail)

    def _show(self, preview: BundlePreview) -> None:
        self._preview = preview
        self.progress.hide()
        order = preview.record.order
        made = preview.record.made_at[:10]
        title = order.items[0].title if order.items else order.number
        exported = self.tr("exported on {day}").format(day=made)
        self.about.setText(labels_orders.facts_line([title, order.shop, order.number, exported]))
        self._say_findings(preview)
        self.model.set_entries(preview.entries)
        count = len(preview.coming)
        if count:
            self.import_button.setText(labels_bundles.BundleCounts().coming(count))
        self.import_button.setEnabled(count > 0)
        (self.import_button if count else self.cancel_button).setFocus()

    def _say_findings(self, preview: BundlePreview) -> None:
        report, say = preview.report, self.notices.say
        history = labels_bundles.history_words(report.history)
        if report.sound:
            words = self.tr("Every file is as it was when the bundle was made")
            hint = self.tr("This does not show that the content is true")
            say("ok", words, labels_orders.facts_line([history, hint]))
        else:
            named = [one.path.rpartition("/")[2] for one in report.files if one.state != "intact"]
            words = self.tr("This bundle is not as it was exported")
            files = labels_orders.enumerated(named[: labels_bundles.MOST_NAMED])
            detail = labels_orders.facts_line([history, files])
            say("bad", words, detail)
        if preview.order is not None:
            words = self.tr("The order is here already: it gets the evidence it lacks")
            if not preview.coming:
                words = self.tr("The order is here already, with all of this evidence")
            detail = self.tr("Nothing that stands there is changed") if preview.coming else ""
            say("info", words, detail)
        else:
            say("info", self.tr("The order is not here yet and is made"))

    def _imported(self, done: Imported) -> None:
        count = len(done.kept) + len(done.filed)
        words = self.tr("%n item(s) came in from the bundle", "", count)
        self._session.status.emit(words)
        self._session.order_requested.emit(done.order.id, "overview")
        if not done.refused:
            self.accept()
            return
        self.progress.hide()
        self.notices.clear()
        self.notices.say("ok", words)
        for one in done.refused[: labels_bundles.MOST_NAMED]:
            self.notices.say("bad", self._session.say(one.reason, one.data))
        self.cancel_button.setText(self.tr("Close"))
        self.cancel_button.setFocus()

    def _fail(self, error: KnownError) -> None:
        self.progress.hide()
        self.notices.clear()
        self.notices.say("bad", self._session.explain(error))
        self.cancel_button.setFocus()

    def _keep(self) -> None:
        self.keep_asked.emit()
        self.reject()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("In the bundle"))
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(HelpButton(self._session, "bundle", self))
        foot.addWidget(self.progress, 1)
        foot.addStretch(0)
        for button in (self.keep_button, self.cancel_button, self.import_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addWidget(self.notices)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
