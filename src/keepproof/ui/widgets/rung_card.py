"""One rung of the ladder: its number on a rail, and a card with the way, the cost and what to do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.pill import Pill

GUTTER = 38
RADIUS = 13


class RungCard(QWidget):
    """Tells with `pressed` that its text is wanted."""

    pressed = Signal()

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        """Build the card of a rung; the first one is 1."""
        super().__init__(parent)
        self._place, self._state, self._last = place, "next", False
        self.card = Card(self)
        self.name = BoldLabel("", "body", "text", self.card)
        self.name.setWordWrap(False)
        self.cost = Pill("", "ok", self.card)
        self.hours = Label("", "small", "text2", self.card)
        self.state = Pill("", "mute", self.card)
        self.path = Label("", "small", "text2", self.card)
        self.detail = Label("", "small", "text2", self.card)
        self.hint = Label("", "small", "text3", self.card)
        self.primary = Button("", "primary", parent=self.card)
        self.quiet = Button("", "link", parent=self.card)
        for button in (self.primary, self.quiet):
            button.clicked.connect(self.pressed)
        self._lay_out()
        theme.changed().connect(self.update)

    @property
    def button(self) -> Button:
        """Give the button that is shown."""
        return self.quiet if self.primary.isHidden() else self.primary

    def set_state(self, state: str, words: tuple[str, str], verb: str, *, last: bool) -> None:
        """Show how far one is; `words` are those of the pill with its tone, `verb` those of the button."""
        self._state, self._last = state, last
        self.state.setText(words[0])
        self.state.set_tone(words[1])
        self.state.setVisible(bool(words[0]))
        self.state.updateGeometry()
        now = state == "now"
        self.card.set_look("accent_tint" if now else "surface", "accent" if now else "border")
        self.primary.setVisible(now)
        self.quiet.setVisible(not now)
        for button in (self.primary, self.quiet):
            button.setText(verb)
        self.name.set_color("text3" if state == "locked" else "text")
        self.update()

    def set_words(self, lines: dict[str, str]) -> None:
        """Fill in name, hours, path, detail and hint; empty lines take no room."""
        for id_, words in lines.items():
            label = getattr(self, id_)
            label.setText(words)
            label.setVisible(bool(words))

    def set_cost(self, words: tuple[str, str]) -> None:
        """Show what it costs, in a tone that stands out from the ground."""
        self.cost.setText(words[0])
        tinted = self._state == "now" and words[1] == "ok"
        self.cost.set_tone("okS" if tinted else words[1])
        self.cost.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number and the rail down to the next one."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = float(theme.px(RADIUS))
        middle = QPointF(theme.px(RADIUS) + 1.0, theme.px(22))
        done = self._state == "done"
        reached = done or self._state == "now"
        if not self._last:
            painter.setPen(QPen(theme.color("accent" if done else "border_strong"), 2))
            below = QPointF(middle.x(), middle.y() + radius + theme.px(4))
            painter.drawLine(below, QPointF(middle.x(), float(self.height())))
        painter.setPen(QPen(theme.color("accent" if reached else "border_strong"), 2))
        painter.setBrush(theme.color("accent" if done else "surface"))
        painter.drawEllipse(middle, radius - 1, radius - 1)
        painter.setFont(theme.font("small", bold=reached))
        ink = "on_accent" if done else "accent_text" if reached else "text2"
        painter.setPen(theme.color(ink))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._place))
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.name)
        head.addWidget(self.cost)
        head.addWidget(self.hours, 1)
        head.addWidget(self.state)
        head.addWidget(self.primary)
        head.addWidget(self.quiet)
        inner = QVBoxLayout(self.card)
        inner.setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(10))
        inner.setSpacing(theme.px(3))
        inner.addLayout(head)
        for line in (self.path, self.detail, self.hint):
            inner.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(GUTTER), 0, 0, theme.px(8))
        row.addWidget(self.card)
