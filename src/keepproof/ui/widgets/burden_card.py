"""Who has to prove what, in plain words under the checklist; folds to the buyer's part where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.services.burden import BurdenView
from keepproof.ui import icons, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label

LOW = 760


class BurdenCard(Card):
    """Three short answers and the rule they rest on; where nothing is known it is not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the empty card, opened."""
        super().__init__(parent, "sunken", None)
        self.open = True
        self._by_hand = False
        self.head = Button(self.tr("Who proves what"), "ghost", parent=self)
        self.head.clicked.connect(self._turn)
        self.buyer, self.seller, self.after, self.rule = (
            Label("", "small", color, self) for color in ("text", "text", "text", "text2")
        )
        self._rest = QWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(6), theme.px(4), theme.px(6), theme.px(8))
        layout.setSpacing(theme.px(2))
        layout.addWidget(self.head)
        layout.addLayout(self._part(self.tr("You bring"), self.buyer))
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, theme.px(4), 0, 0)
        rest.setSpacing(theme.px(4))
        rest.addLayout(self._part(self.tr("The seller then has to show"), self.seller))
        rest.addLayout(self._part(self.tr("If you confirm receipt"), self.after))
        rest.addLayout(self._part("", self.rule))
        layout.addWidget(self._rest)
        self.hide()
        self._dress()
        theme.changed().connect(self._dress)

    def set_burden(self, view: BurdenView | None, lang: str) -> None:
        """Show who proves what, or nothing."""
        self.setVisible(view is not None)
        if view is None:
            return
        self.buyer.setText(view.burden.buyer.of(lang))
        self.seller.setText(view.burden.seller.of(lang))
        self.after.setText(view.burden.confirmed.of(lang))
        self.rule.setText(self._basis(view, lang))

    def make_room(self, height: int) -> None:
        """Fold in a low column, unless the user has said what she wants."""
        if not self._by_hand:
            self._set_open(height >= theme.px(LOW))

    def _part(self, caption: str, words: Label) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        part.setSpacing(theme.px(1))
        if caption:
            part.addWidget(Label(caption, "small", "text2", self))
        part.addWidget(words)
        return part

    def _basis(self, view: BurdenView, lang: str) -> str:
        if not view.binding:
            return self.tr("From Taobao's rules, as a guide; this platform may see it differently")
        first = view.rules[0]
        return self.tr("By {name}, {article} ({version})").format(
            name=first.name.of(lang), article=first.article.of(lang), version=first.version
        )

    def _turn(self) -> None:
        self._by_hand = True
        self._set_open(not self.open)

    def _set_open(self, opened: bool) -> None:
        self.open = opened
        self._dress()

    def _dress(self) -> None:
        self._rest.setVisible(self.open)
        name = "caret-down" if self.open else "caret-right"
        self.head.setIcon(icons.icon(name, "text2", theme.px(16)))
        self.head.setIconSize(QSize(theme.px(16), theme.px(16)))
        state = self.tr("opened") if self.open else self.tr("folded")
        self.head.setAccessibleDescription(state)
