"""The complaint of one order: answer on the left, see the proof, and read the text as it is written."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from keepproof.domain import complaint as domain
from keepproof.domain.changes import Changes
from keepproof.domain.dispute import Dispute
from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.knowledge.issue_type import IssueType
from keepproof.services.reword import reworded_answer
from keepproof.ui.pages.complaint_tab_actions import ComplaintActions
from keepproof.ui.pages.complaint_tab_checklist import ChecklistPane
from keepproof.ui.pages.complaint_tab_columns import ComplaintColumns
from keepproof.ui.pages.complaint_tab_draft import ComplaintDraft
from keepproof.ui.pages.complaint_tab_facts import FactsPane
from keepproof.ui.pages.complaint_tab_start import StartPane
from keepproof.ui.pages.complaint_tab_text import TextPane
from keepproof.ui.session import Session


class ComplaintTab(QWidget):
    """Everything one writes a complaint with; without a problem yet it asks which one it is."""

    ready = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the tab without an order."""
        super().__init__(parent)
        self._session = session
        self._stale = False
        self._focus_asked = False
        self._channel_asked = ""
        settings = session.settings.value
        self._person = (settings.person_name, settings.person_phone, settings.person_address)
        self.draft = ComplaintDraft(session, self)
        self.doing = ComplaintActions(session, self.draft, self)
        self.start = StartPane(session, self)
        self.facts = FactsPane(session, self)
        self.checklist = ChecklistPane(session, self)
        self.text = TextPane(session, self)
        self.columns = ComplaintColumns(self.facts, self.checklist, self.text, self)
        self.columns.restore(session.settings.value.window.get(self.columns.objectName(), ""))
        self._stack = QStackedLayout(self)
        self._blank = QWidget(self)
        for pane in (self._blank, self.start, self.columns):
            self._stack.addWidget(pane)
        self._connect()

    def set_order(self, order_id: str) -> None:
        """Show the complaint of another order."""
        if order_id == self.draft.order_id and not self._stale:
            return
        if order_id != self.draft.order_id:
            self._stack.setCurrentWidget(self._blank)
            self.text.editor.close_now()
        self._stale = False
        self.draft.set_order(order_id)

    def refresh(self) -> None:
        """Read the order again."""
        self._stale = False
        self.draft.load()

    def changed(self, changes: Changes) -> None:
        """Look again when something of this order changed, now or when it is shown."""
        if not self.draft.order_id or not (changes.platforms or self._touches(changes)):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def focus_first(self) -> None:
        """Put the keyboard into the first open question, or the search for the kind of problem."""
        current = self._stack.currentWidget()
        if current is self.start:
            self.start.focus_first()
        elif current is self.columns:
            self.facts.focus_first()
        else:
            self._focus_asked = True

    def choose_channel(self, channel: str) -> None:
        """Write for a channel, now or once the order is read."""
        self._channel_asked = channel
        if self.draft.facts is not None and self._stack.currentWidget() is self.columns:
            self._take_channel()

    def flush(self) -> None:
        """Store now what is still on its way."""
        self.draft.flush()

    def copy_text(self, message: int = -1) -> None:
        """Put the text, or one of its messages, on the clipboard and keep a frozen copy."""
        complaint = self.text.complaint
        if complaint is None or not complaint.text or not self.columns.isVisible():
            return
        self.doing.copy(complaint, message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the columns where the window is narrow."""
        super().resizeEvent(event)
        self.columns.fit(self.window().width())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        self.columns.fit(self.window().width())
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is not saved yet."""
        super().hideEvent(event)
        self.flush()

    def _show(self) -> None:
        facts = self.draft.facts
        if facts is None:
            self.start.setEnabled(True)
            self.start.prepare()
            self._stack.setCurrentWidget(self.start)
        else:
            zone = self._session.book.platform(facts.order.platform).time_zone
            self.facts.set_facts(facts, zone)
            self._stack.setCurrentWidget(self.columns)
            self._show_result()
            self._take_channel()
        if self._focus_asked:
            self._focus_asked = False
            self.focus_first()
        self.ready.emit()

    def _show_result(self) -> None:
        facts = self.draft.facts
        if facts is not None:
            self.checklist.set_facts(facts)
            self.text.set_facts(facts, self.draft.sent)
            self.columns.set_counts(self.facts.form.open_count(), self.checklist.missing())
            self._say_saved()

    def _take_channel(self) -> None:
        if self._channel_asked:
            self.text.choose_channel(self._channel_asked)
            self._channel_asked = ""

    def _edited(self, dispute: Dispute) -> None:
        self.draft.change(dispute)
        self._show_result()

    def _leave_out(self, numbers: frozenset[int]) -> None:
        if self.draft.facts is not None:
            dispute = replace(self.draft.facts.dispute, left_out=numbers)
            self._edited(dispute)
            self.facts.set_facts(self.draft.facts, self._zone())

    def _zone(self) -> str:
        facts = self.draft.facts
        platform = facts.order.platform if facts is not None else ""
        return self._session.book.platform(platform).time_zone

    def _open_issue(self, issue: IssueType) -> None:
        self._focus_asked = True
        self.doing.open_issue(issue)

    def _act(self, warning: domain.Warning) -> None:
        """Take over the wording of a warning, mask or show what it is about, or go where it can be answered."""
        place = warning.place
        facts, text = self.draft.facts, self.text.complaint
        if facts is None or text is None:
            return
        if warning.kind == "privacy":
            self.doing.mask(text.channel, warning.item, masked=not warning.masked)
        elif warning.kind == "picture":
            self.doing.redact(place)
        elif dispute := reworded_answer(facts.dispute, warning):
            self._edited(dispute)
            self.facts.set_facts(facts=self.draft.facts or facts, zone=self._zone())
        elif place in {one.value for one in EvidenceKind}:
            self.doing.add(EvidenceKind(place))
        elif not self.doing.go_to(place):
            self.columns.show_side("facts")
            self.facts.focus_question(place.removeprefix("answer."))

    def _say_saved(self) -> None:
        words = self.tr("Saving") if self.draft.pending() else self.tr("Saved on this computer")
        self.text.copy_bar.set_saved(words)

    def _touches(self, changes: Changes) -> bool:
        facts = self.draft.facts
        if self.draft.order_id in changes.orders or facts is None:
            return self.draft.order_id in changes.orders
        evidence = {one.evidence.id for one in facts.evidence}
        return bool(
            evidence & (changes.evidence | changes.readings)
            or facts.dispute.id in changes.disputes
            or facts.merchant.id in changes.merchants
        )

    def _lost(self, error: KnownError) -> None:
        """Show nothing of an order that is no longer there; its page says why."""
        self._stack.setCurrentWidget(self._blank)
        if error.code != "library.not_found":
            self.doing.explain(error)

    def _connect(self) -> None:
        draft, doing, text = self.draft, self.doing, self.text
        draft.loaded.connect(self._show)
        draft.saved.connect(self._say_saved)
        draft.lost.connect(self._lost)
        draft.failed.connect(doing.explain)
        self.start.chosen.connect(self._open_issue)
        self.facts.edited.connect(self._edited)
        self.facts.issue_chosen.connect(doing.change_issue)
        self.facts.remove_asked.connect(doing.remove)
        self.facts.state_asked.connect(doing.close_or_reopen)
        self.checklist.left_out.connect(self._leave_out)
        self.checklist.view.opened.connect(doing.open_number)
        self.checklist.view.add_asked.connect(doing.add)
        self.checklist.view.pointed.connect(text.card.text.light_numbers)
        text.card.pointed.connect(self.checklist.view.light)
        text.card.opened.connect(doing.open_number)
        text.edit_kept.connect(doing.keep_edit)
        text.edit_dropped.connect(doing.drop_edit)
        text.warning_acted.connect(self._act)
        text.copy_asked.connect(self.copy_text)
        text.export_asked.connect(self._export)
        text.history_asked.connect(doing.show_history)
        self._session.events.changed.connect(self.changed)
        self._session.settings.changed.connect(self._look_again)

    def _export(self, form: str) -> None:
        if self.text.complaint is not None:
            self.doing.export(self.text.complaint, form)

    def _look_again(self) -> None:
        """Take a changed name or address of the user into the text."""
        settings = self._session.settings.value
        person = (settings.person_name, settings.person_phone, settings.person_address)
        if person != self._person:
            self._person = person
            self.refresh()
