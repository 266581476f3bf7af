"""The first page of an empty library: what this is for, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.ui import icons, theme
from keepproof.ui.drops import DropTarget
from keepproof.ui.session import Session
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.drop_zone import DropZone
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.press_card import PressCard
from keepproof.ui.widgets.scroll_pane import ScrollPane

WIDE = 640


class WelcomePage(QWidget):
    """Drop something, log an order, or look at the example."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(parent)
        self.drop = DropZone(self)
        self.drop.setMinimumHeight(theme.px(140))
        self.new_order = PressCard(
            "plus", self.tr("New order"), self.tr("Enter the number and fill in the rest"), self
        )
        self.paste_order = PressCard(
            "clipboard-text",
            self.tr("Paste order text"),
            self.tr("Copied from the order page, read for you"),
            self,
        )
        self.example = PressCard(
            "book-open",
            self.tr("Open the example"),
            self.tr("An invented dispute you can delete at any time"),
            self,
        )
        self.drop.choose_asked.connect(lambda: session.add_requested.emit(None, None))
        self.drop.paste_asked.connect(session.paste_requested)
        self.new_order.clicked.connect(lambda: session.new_order_requested.emit(""))
        self.paste_order.clicked.connect(session.order_text_requested)
        self.example.clicked.connect(session.example_requested)
        self._build()

    def drop_target(self) -> DropTarget:
        """Files dropped here are kept without an order for now."""
        return DropTarget(None, "")

    def focus_first(self) -> None:
        """Put the keyboard on the first way to begin."""
        self.drop.choose.setFocus()

    def _build(self) -> None:
        column = QWidget(self)
        column.setFixedWidth(theme.px(WIDE))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, theme.px(14), 0, theme.px(14))
        inner.setSpacing(theme.px(10))
        inner.addStretch(1)
        mark = QLabel(column)
        mark.setPixmap(icons.mark(theme.px(40), self.devicePixelRatioF()))
        inner.addWidget(mark)
        promise = self.tr("Keep your proof, and say it clearly when needed")
        inner.addWidget(Label(promise, "page", "text", column))
        for icon, title, text in self._points():
            inner.addLayout(self._point(icon, title, text))
        inner.addWidget(self.drop)
        cards = QHBoxLayout()
        cards.setSpacing(theme.px(12))
        for card in (self.new_order, self.paste_order, self.example):
            cards.addWidget(card, 1)
        inner.addLayout(cards)
        local = self.tr("Everything stays on this computer: no network, no account.")
        inner.addWidget(Label(local, "small", "text2", column))
        inner.addStretch(2)
        outer = QWidget(self)
        row = QHBoxLayout(outer)
        row.addStretch(1)
        row.addWidget(column)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(outer, self))

    def _points(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "lock-simple",
                self.tr("Keep the originals"),
                self.tr("Screenshots, chats, photos and videos by order, each with a fingerprint."),
            ),
            (
                "clipboard-text",
                self.tr("See what is missing"),
                self.tr("Which proof each kind of problem needs, and why; free channels first."),
            ),
            (
                "file-text",
                self.tr("Have a text to paste"),
                self.tr("Every sentence names its evidence and fits the channel."),
            ),
        )

    def _point(self, icon: str, title: str, text: str) -> QHBoxLayout:
        sign = QLabel(self)
        sign.setPixmap(icons.pixmap(icon, "accent", theme.px(20), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(BoldLabel(title, "body", "text", self))
        words.addWidget(Label(text, "small", "text2", self))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        return row
