"""What became of files that were added, when something needs to be said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.services.add_evidence import AddReport
from keepproof.ui import labels_tiles, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.scroll_pane import ScrollPane


class ReportDialog(QDialog):
    """Names each file that was not kept, was there already, or could not be read inside, with the reason."""

    def __init__(self, session: Session, report: AddReport, parent: QWidget) -> None:
        """Build the list."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.setWindowTitle(self.tr("What was added"))
        self.resize(theme.px(560), theme.px(460))
        inner = QWidget(self)
        rows = QVBoxLayout(inner)
        rows.setSpacing(theme.px(6))
        for tone, name, reason in self._rows(report):
            rows.addWidget(Notice(tone, name, reason, "", inner))
        rows.addStretch(1)
        close = Button(self.tr("Close"), "primary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(14))
        layout.addWidget(Label(self._head(report), "section", "text", self))
        layout.addWidget(ScrollPane(inner, self), 1)
        layout.addLayout(foot)
        close.setFocus()

    def _head(self, report: AddReport) -> str:
        kept = self.tr("%n item(s) kept", "", len(report.kept))
        same = self.tr("%n already here", "", len(report.duplicates))
        refused = self.tr("%n not kept; the others are fine", "", len(report.refused))
        parts = [kept]
        parts += [same] if report.duplicates else []
        parts += [refused] if report.refused else []
        return " · ".join(parts)

    def _rows(self, report: AddReport) -> list[tuple[str, str, str]]:
        say = self._session.say
        rows = [("bad", one.path.name, say(one.reason, one.data)) for one in report.refused]
        for same in report.duplicates:
            of = same.of
            name = of.evidence.name if of.number is None else labels_tiles.number_words(of.number)
            words = self.tr("Same content as {name}; kept once").format(name=name)
            rows.append(("info", same.path.name, words))
        rows += [("warn", odd.path.name, say(odd.reason)) for odd in report.odd]
        return rows
