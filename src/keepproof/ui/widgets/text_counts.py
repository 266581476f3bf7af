"""What the channel counts, the messages it is split into, and what was left out to fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.domain.complaint import Complaint, Statement
from keepproof.ui import theme, tips
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.counter import Counter
from keepproof.ui.widgets.flow_layout import FlowLayout
from keepproof.ui.widgets.label import Label


class TextCounts(QWidget):
    """Counters in one row that wraps; `message_asked` carries the place of a message to copy."""

    message_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build empty counters."""
        super().__init__(parent)
        self._dropped: tuple[Statement, ...] = ()
        self.characters = Counter(self)
        self.bytes = Counter(self)
        self.pictures = Counter(self)
        self._split = Label("", "small", "text2", self)
        self._split.setWordWrap(False)
        # As high as the buttons beside it, so that they stand on one line.
        self._split.setFixedHeight(Button("", "link").sizeHint().height())
        self._messages: list[Button] = []
        self._left_out = Button("", "link", parent=self)
        self._left_out.setCheckable(True)
        self._left_out.toggled.connect(self._show_dropped)
        self._cited = Label("", "small", "text2", self)
        self._cited.setWordWrap(False)
        self._row = FlowLayout(None, theme.px(14))
        for one in (self.characters, self.bytes, self.pictures, self._cited):
            self._row.addWidget(one)
        self._message_row = FlowLayout(None, theme.px(2))
        self._message_row.addWidget(self._left_out)
        self._message_row.addWidget(self._split)
        self._list = Card(self, "sunken", None)
        self._dropped_words = Label("", "small", "text2", self._list)
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        inner.addWidget(self._dropped_words)
        self._list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(self._row)
        layout.addLayout(self._message_row)
        layout.addWidget(self._list)

    def set_complaint(self, complaint: Complaint) -> None:
        """Count a text."""
        counted, limits = complaint.counters, complaint.limits
        self.characters.set(counted.characters, limits.characters, self.tr("characters"))
        encoding = limits.encoding.upper()
        self.bytes.set(
            counted.bytes, limits.bytes, self.tr("bytes {encoding}").format(encoding=encoding)
        )
        self.bytes.setVisible(limits.bytes is not None)
        self.pictures.set(counted.pictures, limits.pictures, self.tr("pictures"))
        self.pictures.setVisible(limits.pictures is not None)
        cited = len(complaint.numbers)
        self._cited.setText(self.tr("%n piece(s) of evidence cited", "", cited))
        self._show_messages(complaint)
        self._set_dropped(complaint.dropped)

    def _show_messages(self, complaint: Complaint) -> None:
        count = len(complaint.messages)
        split = count > 1
        if split:
            each = complaint.limits.message_characters
            words = self.tr("Sent as {count} messages of at most {each} characters:")
            if each is None:
                words = self.tr("Sent as {count} messages:")
            self._split.setText(words.format(count=count, each=each))
        self._split.setVisible(split)
        wanted = count if split else 0
        while len(self._messages) > wanted:
            old = self._messages.pop()
            self._message_row.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self._messages) < wanted:
            place = len(self._messages)
            button = Button(self.tr("Copy {place}").format(place=place + 1), "link", parent=self)
            button.clicked.connect(lambda _=False, one=place: self.message_asked.emit(one))
            self._message_row.addWidget(button)
            button.show()
            self._messages.append(button)
        for button, message in zip(self._messages, complaint.messages, strict=False):
            button.setToolTip(tips.plain(message))

    def _set_dropped(self, dropped: Sequence[Statement]) -> None:
        self._dropped = tuple(dropped)
        self._left_out.setText(self.tr("%n sentence(s) left out", "", len(dropped)))
        self._left_out.setVisible(bool(dropped))
        self._dropped_words.setText("\n".join(f"· {one.text}" for one in dropped))
        if not dropped:
            self._left_out.setChecked(False)
        self._show_dropped(self._left_out.isChecked())

    def _show_dropped(self, shown: bool) -> None:
        self._list.setVisible(shown and bool(self._dropped))
