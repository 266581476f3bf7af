"""What became of files that were added, when something needs to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import labels_documents, labels_orders, labels_tiles, theme
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from keepproof.services.add_evidence import AddReport, Duplicate
    from keepproof.services.attachments import Attached

SHOWN = 100


class ReportDialog(QDialog):
    """Names each file that was not kept, was there already, or could not be read inside, with the reason."""

    def __init__(self, session: Session, report: AddReport, parent: QWidget) -> None:
        """Build the list: what was refused first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.setWindowTitle(self.tr("What was added"))
        self.resize(room(self, 600, 480))
        self.rows = self._rows(report)
        self.head = Label(self._head(report), "section", "text", self)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(6))
        for tone, name, reason in self.rows[:SHOWN]:
            column.addWidget(Notice(tone, name, reason, "", inner))
        if len(self.rows) > SHOWN:
            more = self.tr("%n more; copy the list to see them all", "", len(self.rows) - SHOWN)
            column.addWidget(Label(more, "small", "text2", inner))
        column.addStretch(1)
        self.copy = Button(self.tr("Copy list"), "secondary", "copy", self)
        self.copy.clicked.connect(self._copy)
        close = Button(self.tr("Close"), "primary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(14))
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.head)
        layout.addWidget(ScrollPane(inner, self), 1)
        layout.addLayout(foot)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(
            "\n".join(f"{name}\t{reason}" for _, name, reason in self.rows)
        )
        self.copy.setText(self.tr("Copied"))

    def _head(self, report: AddReport) -> str:
        parts = [self.tr("%n item(s) added", "", len(report.kept))]
        if report.duplicates:
            parts.append(self.tr("%n here already", "", len(report.duplicates)))
        if report.refused:
            parts.append(self.tr("%n not added; the others are fine", "", len(report.refused)))
        return labels_orders.facts_line(parts)

    def _rows(self, report: AddReport) -> list[tuple[str, str, str]]:
        say = self._session.say
        rows = [("bad", one.path.name, say(one.reason, one.data)) for one in report.refused]
        rows += [("warn", odd.path.name, say(odd.reason)) for odd in report.odd]
        rows += [
            ("info", one.mail.evidence.original_name, self._attached(one))
            for one in report.attached
        ]
        rows += [("info", same.path.name, self._same(same)) for same in report.duplicates]
        return rows

    def _attached(self, one: Attached) -> str:
        words = self.tr("%n attachment(s) kept beside the mail: {names}", "", len(one.items))
        return words.format(names=labels_documents.attached_names(one))

    def _same(self, same: Duplicate) -> str:
        of = same.of
        name = of.evidence.name if of.number is None else labels_tiles.number_words(of.number)
        if same.order:
            words = self.tr("Same content as {name} of “{order}”; kept once")
            return words.format(name=name, order=labels_orders.shortened(same.order, 24))
        if same.newly_filed:
            words = self.tr("Its content was here already and is kept once; filed here as {name}")
        else:
            words = self.tr("Same content as {name}; kept once")
        return words.format(name=name)
