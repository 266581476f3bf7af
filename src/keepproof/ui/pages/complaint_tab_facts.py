"""The left column of a complaint: kind of problem, answers, the one demand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from keepproof.domain.dispute import Answer, Dispute
from keepproof.domain.money import Money
from keepproof.knowledge.issue_type import IssueType
from keepproof.knowledge.text import Text
from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.demand_form import DemandForm
from keepproof.ui.widgets.fact_form import FactForm
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.quiet_combo import QuietCombo
from keepproof.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from keepproof.composing.facts import Facts


class FactsPane(QWidget):
    """`edited` carries the changed dispute at once; `issue_chosen` another kind of problem."""

    edited = Signal(object)
    issue_chosen = Signal(object)
    remove_asked = Signal()
    state_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty column."""
        super().__init__(parent)
        self._session = session
        self._dispute: Dispute | None = None
        self._hints: tuple[Text, ...] = ()
        self._meant: str | None = None
        self.issues = QuietCombo(self)
        self.issues.setAccessibleName(self.tr("Kind of problem"))
        self.issues.activated.connect(lambda _: self._choose_issue())
        self.reasons = QuietCombo(self)
        self.reasons.setAccessibleName(self.tr("Reason chosen on the platform"))
        self.reasons.activated.connect(lambda _: self._choose_reason())
        self._reason_label = Label(self.tr("Reason chosen on the platform"), "small", "text2", self)
        self.form = FactForm(session.lang, self)
        self.form.edited.connect(self._answered)
        self.demand = DemandForm(session.lang, self)
        self.demand.edited.connect(self._demanded)
        self._pitfalls = QVBoxLayout()
        self._pitfalls.setSpacing(theme.px(6))
        self.menu_button = IconButton("dots-three", self.tr("More about this problem"))
        self.menu_button.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.state_action = menu.addAction("")
        self.state_action.triggered.connect(self.state_asked)
        self.remove_action = menu.addAction(self.tr("Delete this problem"))
        self.remove_action.triggered.connect(self.remove_asked)
        self.menu_button.setMenu(menu)
        self._lay_out()
        book = session.book
        session.operations.pool(self, lambda _: [*book.issues, *book.inquiries], self._fill_issues)

    def set_facts(self, facts: Facts, zone: str) -> None:
        """Show the dispute of some facts."""
        dispute, issue, lang = facts.dispute, facts.issue, self._session.lang
        self._dispute = dispute
        closed = dispute.state != "open"
        again, solved = self.tr("Open the problem again"), self.tr("Close the dispute…")
        self.state_action.setText(again if closed else solved)
        self._show_issue(issue)
        self._show_reasons(issue, dispute.reason)
        hints = issue.hints(confirmed=facts.order.moments.confirmed is not None)
        if self._hints != hints:
            self._hints = hints
            self._show_pitfalls([one.of(lang) for one in hints])
        self.form.set_questions(issue.questions, dispute.answers, zone)
        self.demand.set_demand(issue.demands, dispute.demand, dispute.amount, facts.order.paid)

    def focus_question(self, question: str) -> None:
        """Put the keyboard into the field of a question, or of the amount."""
        self._meant = question
        self._field(question)[1].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring_into_view)

    def focus_first(self) -> None:
        """Put the keyboard into the first field that is still open."""
        self.focus_question(self.form.first_open())

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to what was asked for out of sight."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._bring_into_view)

    def _field(self, question: str) -> tuple[QWidget, QWidget]:
        """Give what to show of a question, and what takes the keyboard."""
        field = self.form.field(question)
        target = field.editor.target() if field is not None else self.demand.line
        return (field or target, target) if target.isVisibleTo(self) else (self.issues, self.issues)

    def _bring_into_view(self) -> None:
        # Not before it is laid out: until then the first field seems to be below the pane.
        if self._meant is not None and self.isVisible():
            self._pane.ensureWidgetVisible(self._field(self._meant)[0], 0, theme.px(60))
            self._meant = None

    def _lay_out(self) -> None:
        column = QWidget(self)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(theme.px(20), theme.px(14), theme.px(16), theme.px(20))
        inner.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Facts"), "section", "text", self), 1)
        head.addWidget(HelpButton(self._session, "disputes", self))
        head.addWidget(self.menu_button)
        inner.addLayout(head)
        inner.addWidget(Label(self.tr("Kind of problem"), "small", "text2", self))
        inner.addWidget(self.issues)
        inner.addWidget(self._reason_label)
        inner.addWidget(self.reasons)
        inner.addLayout(self._pitfalls)
        inner.addWidget(self.form)
        inner.addSpacing(theme.px(8))
        inner.addWidget(self.demand)
        inner.addStretch(1)
        self._pane = ScrollPane(column, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pane)

    def _fill_issues(self, issues: list[IssueType]) -> None:
        chosen = self.issues.currentData()
        self.issues.clear()
        for place, one in enumerate(issues):
            if one.inquiry and place and not issues[place - 1].inquiry:
                self.issues.insertSeparator(self.issues.count())
            self.issues.addItem(one.label.of(self._session.lang), one.code)
        if chosen is not None:
            self.issues.setCurrentIndex(self.issues.findData(chosen))

    def _show_issue(self, issue: IssueType) -> None:
        place = self.issues.findData(issue.code)
        if place < 0:
            self.issues.addItem(issue.label.of(self._session.lang), issue.code)
            place = self.issues.count() - 1
        self.issues.setCurrentIndex(place)

    def _show_reasons(self, issue: IssueType, reason: str) -> None:
        options = list(issue.platform_reasons)
        if reason and reason not in options:
            options.append(reason)
        shown = [self.reasons.itemData(place) for place in range(self.reasons.count())]
        if shown != ["", *options]:
            self.reasons.clear()
            self.reasons.addItem(self.tr("None"), "")
            for one in options:
                self.reasons.addItem(one, one)
        self.reasons.setCurrentIndex(max(0, self.reasons.findData(reason)))
        self.reasons.setVisible(bool(options))
        self._reason_label.setVisible(bool(options))

    def _show_pitfalls(self, pitfalls: list[str], *, all_shown: bool = False) -> None:
        while self._pitfalls.count():
            item = self._pitfalls.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words in pitfalls if all_shown else pitfalls[:1]:
            self._pitfalls.addWidget(Notice("info", words, parent=self))
        rest = len(pitfalls) - 1
        if rest > 0:
            label = self.tr("Show one") if all_shown else self.tr("%n more hint(s)", "", rest)
            more = Button(label, "link", parent=self)
            more.clicked.connect(lambda: self._show_pitfalls(pitfalls, all_shown=not all_shown))
            self._pitfalls.addWidget(more)

    def _choose_issue(self) -> None:
        code = str(self.issues.currentData())
        if self._dispute is not None and code != self._dispute.issue:
            self.issue_chosen.emit(self._session.book.issue(code))

    def _choose_reason(self) -> None:
        self._change(reason=str(self.reasons.currentData()))

    def _answered(self, answers: Mapping[str, Answer]) -> None:
        self._change(answers=dict(answers))

    def _demanded(self, demand: str, amount: Money | None) -> None:
        self._change(demand=demand, amount=amount)

    def _change(self, **values: object) -> None:
        if self._dispute is None:
            return
        after = replace(self._dispute, **values)  # type: ignore[arg-type]  # callers name real fields
        if after != self._dispute:
            self._dispute = after
            self.edited.emit(after)
