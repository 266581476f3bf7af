"""What a page takes: how many pictures, how large, filled in from the channel where that is known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from keepproof.exporting.picture_set.plan import PictureLimits
from keepproof.knowledge.channel import Channel
from keepproof.ui import theme
from keepproof.ui.labels_orders import facts_line
from keepproof.ui.widgets.field import Field
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.number_edit import NumberEdit

KB, TYPED_KB = 1024, 1000  # what is typed keeps the limit in either way of counting
MOST, SMALLEST_KB, LARGEST_KB, STEP_KB = 99, 20, 20_000, 50


class PictureLimitsForm(QWidget):
    """Two figures and a tick; `changed` tells that they are others now."""

    changed = Signal()

    def __init__(self, channel: Channel | None, lang: str, parent: QWidget | None = None) -> None:
        """Fill in what a channel takes."""
        super().__init__(parent)
        limits = channel.limits if channel is not None else None
        self._known = PictureLimits(
            limits.pictures if limits else None,
            limits.picture_bytes if limits else None,
            limits.formats if limits else (),
        )
        self._shown_kb = self._known.most_bytes // KB
        self.count = NumberEdit(self)
        self.count.setRange(0, MOST)
        self.count.setSpecialValueText(self.tr("no limit known"))
        self.count.setValue(self._known.count or 0)
        self.kilobytes = NumberEdit(self)
        self.kilobytes.setRange(SMALLEST_KB, LARGEST_KB)
        self.kilobytes.setSingleStep(STEP_KB)
        self.kilobytes.setSuffix(" KB")
        self.kilobytes.setValue(self._shown_kb)
        self.captions = QCheckBox(self.tr("Write number and name above each picture"), self)
        self.captions.setChecked(True)
        self._lay_out(self._source(channel, lang))
        self.count.valueChanged.connect(self.changed)
        self.kilobytes.valueChanged.connect(self.changed)

    def limits(self) -> PictureLimits:
        """Give what stands in the form."""
        typed = self.kilobytes.value()
        size = self._known.most_bytes if typed == self._shown_kb else typed * TYPED_KB
        return PictureLimits(self.count.value() or None, size, self._known.formats)

    def _source(self, channel: Channel | None, lang: str) -> str:
        """Say where the figures come from, and that the page decides."""
        known = channel is not None and (self._known.bytes or self._known.count)
        if channel is None or not known:
            return self.tr(
                "No published limit is known here. Enter what the page says; the size is a cautious guess"
            )
        formats = " / ".join(one.upper() for one in self._known.formats)
        if channel.note is not None:
            return facts_line([formats, channel.note.of(lang)])
        return facts_line([formats, f"{channel.source} ({channel.as_of})"])

    def _lay_out(self, source: str) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.addWidget(Field(self.tr("Pictures at most"), self.count, parent=self), 0, 0)
        grid.addWidget(Field(self.tr("Size of each at most"), self.kilobytes, parent=self), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(grid)
        layout.addWidget(Label(source, "small", "text2", self))
        layout.addWidget(self.captions)
