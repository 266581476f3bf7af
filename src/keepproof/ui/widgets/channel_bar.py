"""Where the text goes, how long it is, and in which language it is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from keepproof.knowledge.channel import Channel
from keepproof.ui import labels_complaint, theme, tips
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.quiet_combo import QuietCombo
from keepproof.ui.widgets.segment import Segment

LANGUAGES = ("zh", "en")


class ChannelBar(QWidget):
    """Channels side by side, or as a list where they do not fit; below them the way there and what it costs."""

    channel_chosen = Signal(str)
    size_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        """Build an empty bar in the language of the window."""
        super().__init__(parent)
        self._lang = lang
        self._channels: tuple[Channel, ...] = ()
        self.segment = Segment(self)
        self.segment.setAccessibleName(self.tr("Channel"))
        self.segment.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.list = QuietCombo(self)
        self.list.setAccessibleName(self.tr("Channel"))
        self.list.hide()
        self.sizes = QuietCombo(self)
        self.sizes.setAccessibleName(self.tr("Length of the text"))
        self.sizes.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        self.language = Button("", "ghost")
        self.cost = Pill("", "ok", self)
        self.path = ElidedLabel(Qt.TextElideMode.ElideMiddle, "", self)
        self.path.setFont(theme.font("small"))
        self._lay_out()
        self.segment.chosen.connect(self.channel_chosen)
        self.list.activated.connect(lambda _: self.channel_chosen.emit(self.list.currentData()))
        self.sizes.activated.connect(lambda _: self.size_chosen.emit(self.sizes.currentData()))
        self._languages = self._menu()
        self.language.setMenu(self._languages)

    def set_channels(self, channels: Sequence[Channel]) -> None:
        """Offer the channels of a platform."""
        if tuple(channels) == self._channels:
            return
        self._channels = tuple(channels)
        options = [(one.id, one.label.of(self._lang)) for one in channels]
        self.segment.set_options(options)
        self.list.clear()
        for id, words in options:
            self.list.addItem(words, id)
        self._fit()

    def set_state(self, channel: Channel, size: str, language: str) -> None:
        """Show what is chosen."""
        self.segment.set_current(channel.id)
        self.list.setCurrentIndex(self.list.findData(channel.id))
        self.sizes.clear()
        for one in channel.sizes:
            self.sizes.addItem(labels_complaint.size(one), one)
        self.sizes.setCurrentIndex(max(0, self.sizes.findData(size)))
        self.sizes.setVisible(len(channel.sizes) > 1)
        name = labels_complaint.text_language(language)
        self.language.setText(self.tr("Text: {language}").format(language=name))
        for action in self._languages.actions():
            action.setChecked(action.data() == language)
        words, tone = labels_complaint.cost(channel.cost_class)
        self.cost.setText(words)
        self.cost.set_tone(tone)
        self.cost.updateGeometry()
        self.path.setText(channel.path.of(self._lang))
        tip = [channel.path.of(self._lang), channel.hours.of(self._lang)]
        tip += [channel.note.of(self._lang)] if channel.note is not None else []
        self.path.setAccessibleDescription("\n".join(tip))
        self.cost.setToolTip(tips.plain("\n".join(tip[1:])))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Need no more room than the list of channels."""
        return QSize(theme.px(320), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the channels side by side where they fit."""
        super().resizeEvent(event)
        self._fit()

    def step(self, by: int) -> None:
        """Choose the next or the previous channel."""
        ids = [one.id for one in self._channels]
        if not ids:
            return
        place = ids.index(self.segment.current()) if self.segment.current() in ids else 0
        self.channel_chosen.emit(ids[(place + by) % len(ids)])

    def _fit(self) -> None:
        """Give the channels the whole first row where they need it, or make a list of them."""
        wide = self.segment.sizeHint().width()
        beside = wide <= self.width() - self.language.sizeHint().width() - theme.px(12)
        fits = wide <= self.width()
        row = self._first if beside or not fits else self._second
        other = self._second if row is self._first else self._first
        if other.indexOf(self.language) >= 0:
            other.removeWidget(self.language)
            row.addWidget(self.language, 0, Qt.AlignmentFlag.AlignRight)
        self.segment.setVisible(fits)
        self.list.setVisible(not fits)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for lang in LANGUAGES:
            action = menu.addAction(labels_complaint.text_language(lang))
            action.setCheckable(True)
            action.setData(lang)
            group.addAction(action)
        menu.triggered.connect(lambda action: self.language_chosen.emit(action.data()))
        return menu

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(theme.px(8))
        first.addWidget(self.segment)
        first.addWidget(self.list, 1)
        first.addStretch(0)
        first.addWidget(self.language, 0, Qt.AlignmentFlag.AlignRight)
        second.setSpacing(theme.px(8))
        second.addWidget(self.cost)
        second.addWidget(self.path, 1)
        second.addWidget(self.sizes)
        self._first, self._second = first, second
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(first)
        layout.addLayout(second)
