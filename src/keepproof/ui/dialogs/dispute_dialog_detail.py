"""What one kind of problem takes: proof, first contact, and what to beware of."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.knowledge.issue_type import IssueType
from keepproof.ui import labels_issues, labels_orders, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.scroll_pane import ScrollPane


class IssueDetail(QWidget):
    """A quiet page beside the list; it says what to do while nothing is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page without a kind."""
        super().__init__(parent)
        self._session = session
        self._title = Label("", "section", "text", self)
        self._contact = Label("", "small", "text2", self)
        heads = (
            self.tr("Needed"),
            self.tr("Beware"),
            self.tr("Helpful"),
            self.tr("You can ask for"),
        )
        self._heads = [BoldLabel(words, "small", "text2", self) for words in heads]
        self._bodies = [Label("", "body", "text", self) for _ in heads]
        content = Card()
        inner = QVBoxLayout(content)
        edge = theme.px(16)
        inner.setContentsMargins(edge, edge, edge, edge)
        inner.setSpacing(theme.px(2))
        inner.addWidget(self._title)
        inner.addWidget(self._contact)
        for head, body in zip(self._heads, self._bodies, strict=True):
            inner.addSpacing(theme.px(8))
            inner.addWidget(head)
            inner.addWidget(body)
        inner.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(content, parent=self))
        self.set_issue(None)

    def set_issue(self, issue: IssueType | None) -> None:
        """Describe one kind, or say how to begin."""
        texts = ["", "", "", ""]
        if issue is None:
            self._title.setText(self.tr("Choose a kind on the left"))
            self._contact.setText(
                self.tr("Point at a kind to see which evidence it needs and why; a click begins.")
            )
        else:
            self._title.setText(issue.label.of(self._session.lang))
            party = labels_issues.party(issue.first_contact)
            self._contact.setText(self.tr("First contact: {party}").format(party=party))
            texts = self._texts(issue)
        for head, body, words in zip(self._heads, self._bodies, texts, strict=True):
            body.setText(words)
            head.setVisible(bool(words))
            body.setVisible(bool(words))

    def _texts(self, issue: IssueType) -> list[str]:
        lang, book = self._session.lang, self._session.book
        required = [one for one in issue.evidence if one.need == "required"]
        helpful = [one for one in issue.evidence if one.need != "required"]
        needs = [f"{book.kind(one.kind).label.of(lang)} – {one.why.of(lang)}" for one in required]
        return [
            "\n".join(needs),
            "\n".join(one.of(lang) for one in issue.hints(confirmed=False)),
            labels_orders.enumerated([book.kind(one.kind).label.of(lang) for one in helpful]),
            labels_orders.enumerated([one.label.of(lang) for one in issue.demands]),
        ]
