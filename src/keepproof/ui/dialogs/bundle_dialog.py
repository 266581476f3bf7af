"""Export the evidence of an order as a bundle: for whom, what goes in, where it goes, and how it went."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from keepproof.composing.facts import Person
from keepproof.domain.changes import Changes
from keepproof.domain.evidence import FiledEvidence
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services.bundle_contents import BundleChoice
from keepproof.services.bundle_places import placed
from keepproof.services.bundle_plan import BundlePlan, plan_bundle
from keepproof.services.bundle_texts import Helpers
from keepproof.services.export_bundle import (
    BundleOrder,
    Exported,
    broken_ids,
    export_bundle,
    free_path,
)
from keepproof.services.outcome import Outcome
from keepproof.services.redact_picture import can_redact
from keepproof.ticket import Ticket
from keepproof.ui import labels_bundles, labels_orders, theme
from keepproof.ui.dialogs.bundle_dialog_parts import (
    ContentsCard,
    Notices,
    PlaceRow,
    ProgressRow,
    ResultPane,
)
from keepproof.ui.dialogs.bundle_dialog_ticks import BundleTicks
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label


class BundleDialog(FormDialog):
    """Chooses at the left, shows what comes of it at the right; closing it while it works stops the work."""

    def __init__(self, session: Session, order_id: str, parent: QWidget | None = None) -> None:
        """Build the dialog for an order and plan its bundle."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export evidence bundle"))
        self._session, self._order_id = session, order_id
        self._plan: BundlePlan | None = None
        self._left_out: frozenset[str] = frozenset()
        self._placed = False
        self._places: dict[str, bool] = {}
        self._ticket: Ticket | None = None
        self.title = Label(self.tr("Export evidence bundle"), "title", "text", self)
        self.about = Label("", "small", "text2", self)
        self.ticks = BundleTicks(self)
        self.contents = ContentsCard(self)
        self.place = PlaceRow(self)
        self.progress = ProgressRow(self)
        self.outcome = ResultPane(self)
        self.notices = Notices(self)
        self.note = Label(
            self.tr("It is read back and checked after writing"), "small", "text2", self
        )
        self.cancel_button = Button(self.tr("Cancel"), "secondary", parent=self)
        self.export_button = Button(self.tr("Export"), "primary", "export", self)
        self.export_button.setDefault(True)
        self._stack = QStackedWidget(self)
        self._build()
        self.cancel_button.clicked.connect(self.reject)
        self.export_button.clicked.connect(self.go_on)
        self.ticks.changed.connect(self.refresh)
        session.events.changed.connect(self.changed)
        self.resize(self.sizeHint())
        self.ticks.audience.setFocus()
        self.refresh()

    @property
    def plan(self) -> BundlePlan | None:
        """Give what the bundle would hold; None until it is known."""
        return self._plan

    @property
    def working(self) -> bool:
        """Say whether a bundle is being written."""
        return self._ticket is not None

    def sizeHint(self) -> QSize:
        """Be as wide as the design."""
        return room(self, 780, 560)

    def refresh(self) -> None:
        """Plan the bundle as it is chosen now."""
        book, wanted = self._session.book, self._wanted()

        def look(library: Library, ticket: Ticket) -> BundlePlan:
            return plan_bundle(library, book, wanted, ticket)

        self.export_button.setEnabled(False)
        self._session.operations.read(self, look, partial(self._show, wanted.choice), self._fail)

    def changed(self, changes: Changes) -> None:
        """Look again when evidence changed, as when a redacted copy was made."""
        touched = self._order_id in changes.orders or changes.evidence or changes.readings
        if touched and not self.working and self._stack.currentIndex() == 0:
            self.refresh()

    def go_on(self) -> None:
        """Export, or show the folder of what was exported."""
        if self._stack.currentIndex():
            self.outcome.open_folder()
        elif self._plan is not None and not self.working:
            self.export()

    def export(self) -> None:
        """Write the bundle where the row says."""
        session, wanted, path = self._session, self._wanted(), self.place.path

        def work(library: Library, ticket: Ticket) -> Outcome[Exported]:
            helpers = Helpers(session.sandbox, session.previews)
            return export_bundle(
                library, session.book, wanted, path, helpers, ticket, make_folder=True
            )

        self.notices.clear()
        self.progress.begin()
        self._ticket = session.operations.write(
            self, work, self._written, self._refused, on_progress=self.progress.report
        )
        self._lay_state()

    def reject(self) -> None:
        """Stop what runs and stay; else close."""
        if self._ticket is None:
            super().reject()
            return
        self._ticket.cancel()
        self._ticket = None
        self._lay_state()
        self.notices.tell("info", self.tr("Stopped. Nothing was written"))

    def show_private(self, filed: FiledEvidence) -> None:
        """Open a piece of evidence that may show something private, to be covered where that can be done."""
        if can_redact(filed.evidence):
            from keepproof.ui.dialogs.redact_dialog import RedactDialog  # noqa: PLC0415 - rarely needed

            RedactDialog(self._session, filed, self).open()
        else:
            from keepproof.ui.dialogs.viewer_dialog import ViewerDialog  # noqa: PLC0415 - as above

            ViewerDialog(self._session, [filed], filed, self).open()

    def _wanted(self) -> BundleOrder:
        own = self._session.settings.value
        person = Person(own.person_name, own.person_phone, own.person_address)
        choice = replace(self.ticks.choice(), left_out=self._left_out)
        return BundleOrder(self._order_id, choice, own.complaint_language, person)

    def _show(self, choice: BundleChoice, plan: BundlePlan) -> None:
        if replace(self.ticks.choice(), left_out=self._left_out) != choice:
            return  # ticked again meanwhile
        self._plan = plan
        order = plan.order
        self.about.setText(labels_orders.facts_line([order.title, order.shop]))
        if not self._placed:
            self._placed = True
            self.place.set_path(free_path(self._folder(), plan.stem))
        channel = ""
        if plan.text is not None:
            known = self._session.book.channel(plan.text.channel, order.platform)
            channel = known.label.of(self._session.lang)
        self.ticks.set_plan(plan, channel)
        self.contents.set_plan(plan, self.place.path.name)
        self.notices.clear()
        if plan.private:
            notice = self.notices.tell(
                "warn", labels_bundles.private_line(plan.private), "", self.tr("Look")
            )
            notice.link_clicked.connect(partial(self.show_private, plan.private[0].filed))
        self._say_places(plan)
        if plan.unread:
            self.notices.tell("info", labels_bundles.BundleCounts().unread(len(plan.unread)))
        self._lay_state()

    def _say_places(self, plan: BundlePlan) -> None:
        """Warn of photos that name a place; what was not looked into yet is, and then all is shown again."""
        session, folder = self._session, self._session.folder
        unknown = [one.evidence for one in plan.photos if one.evidence.id not in self._places]

        def look(ticket: Ticket) -> dict[str, bool]:
            return placed(folder, unknown, session.sandbox, ticket)

        if unknown:
            session.operations.pool(self, look, self._take_places)
        named = [one for one in plan.photos if self._places.get(one.evidence.id)]
        if named:
            words = labels_bundles.place_line([one.number or 0 for one in named])
            notice = self.notices.tell("warn", words, "", self.tr("Look"))
            notice.link_clicked.connect(partial(self.show_private, named[0]))

    def _take_places(self, found: dict[str, bool]) -> None:
        self._places |= found
        if any(found.values()) and not self.working and not self._stack.currentIndex():
            self.refresh()

    def _folder(self) -> Path:
        known = self._session.settings.value.bundle_folder
        if known and Path(known).is_dir():
            return Path(known)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents)) / self.tr("KeepProof exports")

    def _written(self, done: Exported) -> None:
        self._ticket = None
        self._session.settings.change(bundle_folder=str(done.path.parent))
        self.outcome.set_result(done)
        self.title.setText(self.tr("Bundle exported"))
        self._stack.setCurrentIndex(1)
        self._lay_state()
        self.export_button.setFocus()

    def _refused(self, error: KnownError) -> None:
        broken = broken_ids(error)
        if broken:  # what was found out is shown everywhere; this dialog says it itself
            self._session.events.changed.emit(Changes(evidence=broken))
        self._ticket = None
        self._lay_state()
        link = self.tr("Export without them") if broken else ""
        notice = self.notices.tell("bad", self._session.explain(error), "", link)
        notice.link_clicked.connect(partial(self._without, broken))

    def _without(self, broken: frozenset[str]) -> None:
        """Go on without originals that are not as they were imported, by the user's own word."""
        self._left_out |= broken
        self.export()

    def _fail(self, error: KnownError) -> None:
        self._plan = None
        self.notices.clear()
        self.notices.tell("bad", self._session.explain(error))
        self._lay_state()

    def _lay_state(self) -> None:
        """Show what belongs to choosing, to working, or to the result."""
        done = self._stack.currentIndex() == 1
        self.ticks.setEnabled(not self.working)
        self.place.setEnabled(not self.working)
        self.progress.setVisible(self.working)
        self.note.setVisible(not self.working and not done)
        self.export_button.setEnabled(done or (self._plan is not None and not self.working))
        self.export_button.setText(self.tr("Open folder") if done else self.tr("Export"))
        stop = self.tr("Stop") if self.working else self.tr("Cancel")
        self.cancel_button.setText(self.tr("Close") if done else stop)

    def _build(self) -> None:
        choose = QWidget(self)
        sides = QHBoxLayout()
        sides.setSpacing(theme.px(20))
        sides.addWidget(self.ticks, 1)
        sides.addWidget(self.contents)
        left = QVBoxLayout(choose)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(12))
        left.addLayout(sides, 1)
        left.addWidget(self.notices)
        left.addWidget(self.place)
        self._stack.addWidget(choose)
        self._stack.addWidget(self.outcome)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(HelpButton(self._session, "bundle", self))
        foot.addWidget(self.note, 1)
        foot.addWidget(self.progress, 1)
        foot.addStretch(0)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(16))
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self._stack, 1)
        layout.addSpacing(theme.px(8))
        layout.addLayout(foot)
