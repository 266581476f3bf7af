"""Everything known of one channel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.knowledge.channel import Channel
from keepproof.ui import labels_channels, labels_complaint, theme
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.pill import Pill


class ChannelDetail(Card):
    """Name and cost, the way there step by step, what it takes, where all of that is from."""

    edit_asked = Signal()
    reset_asked = Signal()

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        """Build an empty card."""
        super().__init__(parent)
        self._lang = lang
        self.edit_button = Button(self.tr("The page says otherwise…"), "secondary", parent=self)
        self.edit_button.clicked.connect(self.edit_asked)
        self.reset_button = Button(self.tr("Bring the program's values back"), "link", parent=self)
        self.reset_button.clicked.connect(self.reset_asked)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        foot = QHBoxLayout()
        foot.addWidget(self.edit_button)
        foot.addWidget(self.reset_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        edge = theme.px(18)
        layout.setContentsMargins(edge, theme.px(14), edge, theme.px(14))
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._column)
        layout.addLayout(foot)

    def set_channel(self, channel: Channel, why: str, *, own: bool, old: bool) -> None:
        """Show a channel; `why` says why it is advised, `own` that the user's values are shown, `old` to check."""
        self._empty()
        self._column.addWidget(self._head(channel))
        if why:
            self._column.addWidget(Notice("info", why, parent=self))
        if old:
            words = self.tr("Looked at on {day}, which is a while ago. Check it on the page.")
            notice = Notice("warn", words.format(day=channel.as_of), parent=self)
            self._column.addWidget(notice)
        self._column.addWidget(Label(self.tr("Way there"), "small", "text2", self))
        self._column.addWidget(self._steps(channel))
        self._column.addWidget(self._facts(channel))
        if channel.note is not None:
            self._column.addWidget(Label(channel.note.of(self._lang), "small", "text", self))
        self._column.addWidget(self._source(channel))
        self.reset_button.setVisible(own)

    def _empty(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _head(self, channel: Channel) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Label(channel.label.of(self._lang), "title", "text", head))
        words, tone = labels_complaint.cost(channel.cost_class)
        row.addWidget(Pill(words, tone, head))
        row.addStretch(1)
        return head

    def _steps(self, channel: Channel) -> QWidget:
        steps = QWidget(self)
        grid = QGridLayout(steps)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        top = Qt.AlignmentFlag.AlignTop
        for place, words in enumerate(channel.steps(self._lang)):
            grid.addWidget(Pill(str(place + 1), "mute", steps), place, 0, top)
            grid.addWidget(Label(words, "body", "text", steps), place, 1)
        grid.setColumnStretch(1, 1)
        return steps

    def _facts(self, channel: Channel) -> QWidget:
        rows = [
            (self.tr("Hours"), channel.hours.of(self._lang)),
            *labels_channels.limits(channel),
        ]
        if not labels_channels.limits(channel) and channel.takes_text:
            rows.append((self.tr("Text"), self.tr("No known limit")))
        if channel.real_name:
            rows.append((self.tr("Name"), self.tr("Needs your true name")))
        if channel.public:
            rows.append((self.tr("Visible"), self.tr("Public; private data is masked")))
        facts = QWidget(self)
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(4))
        for place, (name, words) in enumerate(rows):
            grid.addWidget(Label(name, "small", "text2", facts), place, 0)
            grid.addWidget(BoldLabel(words, "small", "text", facts), place, 1)
        grid.setColumnStretch(1, 1)
        return facts

    def _source(self, channel: Channel) -> QWidget:
        line = QWidget(self)
        row = QVBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        words, tone = labels_channels.known(channel.status)
        row.addWidget(Pill(words, tone, line), 0, Qt.AlignmentFlag.AlignLeft)
        source = self.tr("{source}, as of {day}").format(source=channel.source, day=channel.as_of)
        if channel.status == "memory":
            source = self.tr("No source was found; noted {day}").format(day=channel.as_of)
        row.addWidget(Label(source, "caption", "text2", line))
        return line
