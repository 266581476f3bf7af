"""Who gets a bundle and what goes into it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.services.bundle_contents import BundleChoice, preset
from keepproof.services.bundle_plan import BundlePlan
from keepproof.ui import labels_bundles, theme
from keepproof.ui.dialogs.bundle_dialog_parts import Tick
from keepproof.ui.labels_bundles import BundleCounts
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.segment import Segment


class BundleTicks(QWidget):
    """The audience sets the ticks, which may then be changed one by one."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the choices as for the platform."""
        super().__init__(parent)
        self.audience = Segment(self)
        self.audience.set_options(labels_bundles.audiences())
        self.audience.setAccessibleName(self.tr("Who gets it"))
        names = self.tr("Files are named E1_order.png, as in the complaint")
        self.evidence = Tick(BundleCounts().items(0), names, self, fixed=True)
        self.redacted = Tick(self.tr("Redacted copies in place of their originals"), "", self)
        self.uploads = Tick(
            self.tr("Pictures for upload, each below 500 KB"),
            self.tr("Copies besides; the originals stay as they are"),
            self,
        )
        self.complaint = Tick(self.tr("The complaint"), "", self)
        self.catalogue = Tick(self.tr("Evidence catalogue for printing (PDF)"), "", self)
        self.messages = Tick(
            self.tr("Chats message by message"),
            self.tr("As text, each with its evidence number and line"),
            self,
        )
        self.guide = Tick(
            self.tr("Hashes, custody record, and how to check"),
            self.tr("Anybody can check it without KeepProof"),
            self,
            fixed=True,
        )
        self._lay_out()
        self._preset("platform")
        self.audience.chosen.connect(self._take)
        for one in self._free():
            one.changed.connect(self.changed)

    def choice(self) -> BundleChoice:
        """Give what is chosen."""
        return BundleChoice(
            self.audience.current(),
            self.redacted.chosen(),
            self.complaint.chosen(),
            self.catalogue.chosen(),
            self.messages.chosen(),
            self.uploads.chosen(),
        )

    def set_plan(self, plan: BundlePlan, channel: str) -> None:
        """Say below each tick what it means for this order."""
        self.evidence.box.setText(BundleCounts().items(plan.items))
        self.redacted.box.setEnabled(plan.copied)
        self.redacted.say(labels_bundles.replaced_line(plan, chosen=self.redacted.chosen()))
        chosen = self.complaint.chosen()
        self.complaint.say(labels_bundles.text_line(plan, channel, chosen=chosen))

    def _take(self, audience: str) -> None:
        self._preset(audience)
        self.changed.emit()

    def _preset(self, audience: str) -> None:
        usual = preset(audience)
        self.redacted.choose(chosen=usual.redacted)
        self.complaint.choose(chosen=usual.complaint)
        self.catalogue.choose(chosen=usual.catalogue)
        self.messages.choose(chosen=usual.messages)
        self.uploads.choose(chosen=usual.uploads)

    def _free(self) -> tuple[Tick, ...]:
        return self.redacted, self.uploads, self.complaint, self.catalogue, self.messages

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        label = Label(self.tr("Who gets it"), "small", "text2", self)
        label.setBuddy(self.audience)
        layout.addWidget(label)
        layout.addWidget(self.audience)
        layout.addSpacing(theme.px(6))
        layout.addWidget(Label(self.tr("What goes in"), "small", "text2", self))
        for one in (self.evidence, *self._free(), self.guide):
            layout.addWidget(one)
        layout.addStretch(1)
