"""Check that everything is unchanged since import, with progress, and say plainly what is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.services.verify_library import VerifyReport, verify
from keepproof.ticket import Ticket
from keepproof.ui import theme
from keepproof.ui.models.verify_model import Finding, VerifyModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice


@dataclass(frozen=True, slots=True)
class _Checked:
    report: VerifyReport
    titles: dict[str, str]


def _check(library: Library, ticket: Ticket) -> Outcome[_Checked]:
    outcome = verify(library, ticket)
    titles = {one.id: one.title for one in library.orders.all()}
    return Outcome(_Checked(outcome.value, titles), outcome.changes, label=outcome.label)


class VerifyDialog(QDialog):
    """Starts the check at once; closing it while it runs stops the check, what is done is noted."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Build the dialog and begin."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check integrity"))
        self._session = session
        self._started = datetime.now().astimezone()
        self._title = Label(self.tr("Checking"), "title", "text", self)
        self._line = Label("", "small", "text2", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the check"))
        self._figures = QHBoxLayout()
        self._figures.setSpacing(theme.px(10))
        self._notices = QVBoxLayout()
        self.model = VerifyModel(self)
        self.table = self._make_table()
        self.close_button = Button(self.tr("Stop"), "secondary")
        self.close_button.clicked.connect(self.reject)
        self._build()
        self.resize(self.sizeHint())
        self.ticket = session.operations.write(
            self, _check, self._take, self._fail, on_progress=self._progress
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        edge = theme.px(24)
        layout.setContentsMargins(edge, edge, edge, theme.px(18))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self._title)
        layout.addWidget(self._line)
        layout.addWidget(self.bar)
        layout.addLayout(self._figures)
        layout.addLayout(self._notices)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        limits = self.tr(
            "“Unchanged” means byte for byte as imported. It does not say whether the content is true, and it "
            "does not replace a notary or a trusted timestamp"
        )
        layout.addWidget(Label(limits, "small", "text2", self))
        foot = QHBoxLayout()
        foot.addWidget(HelpButton(self._session, "integrity", self))
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("What differs"))
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.hide()
        return table

    def sizeHint(self) -> QSize:
        """Be as wide as the design."""
        return room(self, 780, 460)

    def reject(self) -> None:
        """Stop what still runs, and close."""
        self.ticket.cancel()
        super().reject()

    def _progress(self, done: float, total: int, what: str) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(int(done))
        self._line.setText(
            self.tr("{done} of {total} · {what}").format(done=int(done), total=total, what=what)
        )

    def _take(self, checked: _Checked) -> None:
        report = checked.report
        seconds = max(1, round((datetime.now().astimezone() - self._started).total_seconds()))
        self.bar.hide()
        self._title.setText(self.tr("Result of the check"))
        at = self._started.strftime("%Y-%m-%d %H:%M")
        self._line.setText(
            self.tr("{at} · {count} item(s) · {seconds} s").format(
                at=at, count=report.checked, seconds=seconds
            )
        )
        self.close_button.setText(self.tr("Close"))
        self._show_figures(report)
        self._say_findings(report)
        groups = {
            "missing": report.missing,
            "changed": report.changed,
            "unreadable": report.unreadable,
        }
        findings = [Finding(one, state) for state, some in groups.items() for one in some]
        self.model.set_findings(findings, checked.titles)
        self.table.setVisible(bool(findings))
        self.close_button.setFocus()

    def _show_figures(self, report: VerifyReport) -> None:
        figures = (
            (report.intact, self.tr("unchanged since import"), "accent"),
            (
                len(report.changed),
                self.tr("content differs"),
                "bad_text" if report.changed else "text",
            ),
            (
                len(report.missing),
                self.tr("file not found"),
                "bad_text" if report.missing else "text",
            ),
            (
                len(report.unreadable),
                self.tr("could not be read"),
                "bad_text" if report.unreadable else "text",
            ),
        )
        for count, words, color in figures:
            self._figures.addWidget(self._figure(count, words, color), 1)

    def _figure(self, count: int, words: str, color: str) -> Card:
        card = Card(self)
        inner = QVBoxLayout(card)
        inner.setSpacing(0)
        inner.addWidget(Label(str(count), "title", color, card))
        inner.addWidget(Label(words, "small", "text2", card))
        card.setAccessibleName(f"{count} {words}")
        return card

    def _say_findings(self, report: VerifyReport) -> None:
        if report.store == "unreachable":
            self._notice(
                "bad",
                self.tr("The folder with the originals cannot be reached"),
                self.tr(
                    "Nothing was marked as missing. Connect the disk or make the folder available, then check again"
                ),
            )
            return
        if report.missing or report.changed or report.unreadable:
            self._notice(
                "bad",
                self.tr(
                    "%n item(s) are not as they were imported",
                    "",
                    len(report.missing + report.changed + report.unreadable),
                ),
                self.tr(
                    "The records stay and nothing was removed. A backup may still hold the file; import it again and it is recognised by its fingerprint"
                ),
            )
        if report.chain == "intact":
            self._notice(
                "info",
                self.tr("The custody log is unbroken: every entry follows from the one before"),
            )
        else:
            place = report.chain.rsplit(" ", 1)[-1]
            self._notice(
                "bad",
                self.tr("The custody log does not follow from entry {place} on").format(
                    place=place
                ),
                self.tr(
                    "Somebody or something changed the database outside KeepProof. Keep a copy of it as it is now"
                ),
            )

    def _notice(self, tone: str, words: str, detail: str = "") -> None:
        self._notices.addWidget(Notice(tone, words, detail, "", self))

    def _fail(self, error: KnownError) -> None:
        self.bar.hide()
        self.close_button.setText(self.tr("Close"))
        self._title.setText(self.tr("The check could not be finished"))
        self._notice("bad", self._session.explain(error))
