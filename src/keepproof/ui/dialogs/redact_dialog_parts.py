"""The frame of the redaction editor: what stands above and below the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.evidence import FiledEvidence
from keepproof.ui import labels_tiles, theme
from keepproof.ui.redaction_boxes import RedactionBoxes
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.help_button import HelpButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.redaction_canvas import RedactionCanvas
from keepproof.ui.widgets.segment import Segment
from keepproof.ui.widgets.zoom_view import STEP

COPY, ORIGINAL = "copy", "original"


class RedactHead(QWidget):
    """Whose copy it is, copy or original, the last steps, drawing and saving."""

    def __init__(
        self, session: Session, boxes: RedactionBoxes, parent: QWidget | None = None
    ) -> None:
        """Build the row."""
        super().__init__(parent)
        self._session, self._boxes = session, boxes
        self._number = Pill("", "solid", self)
        self._number.hide()
        self._name = ElidedLabel(Qt.TextElideMode.ElideMiddle, self.tr("Redacted copy"), self)
        self._name.setFont(theme.font("section"))
        self.look = Segment(self)
        self.look.setAccessibleName(self.tr("What is shown"))
        self.look.set_options([(COPY, self.tr("Copy")), (ORIGINAL, self.tr("Original"))])
        self.undo_button = IconButton("arrow-counter-clockwise", self.tr("Undo"), self)
        self.redo_button = IconButton("arrow-clockwise", self.tr("Redo"), self)
        self.draw_button = Button(self.tr("Draw a box"), "secondary", "rectangle", self)
        self.draw_button.setCheckable(True)
        self.draw_button.setToolTip(
            self.tr("Drag on the picture, or press Enter to put a box in its middle (D)")
        )
        self.save_button = Button(self.tr("Save copy"), "primary", parent=self)
        self._build()
        boxes.changed.connect(self.renew)
        self.renew()

    def show_item(self, filed: FiledEvidence) -> None:
        """Name the original."""
        session = self._session
        name = labels_tiles.name_words(filed.evidence, session.book, session.lang)
        self._name.setText(self.tr("Redacted copy · {name}").format(name=name))
        self._number.setVisible(filed.number is not None)
        if filed.number is not None:
            self._number.setText(labels_tiles.number_words(filed.number))

    def renew(self) -> None:
        """Offer the steps there are."""
        self.undo_button.setEnabled(self._boxes.can_undo)
        self.redo_button.setEnabled(self._boxes.can_redo)

    def _build(self) -> None:
        promise = self.tr("The original stays; covers go into a new copy")
        names = QVBoxLayout()
        names.setSpacing(theme.px(2))
        title = QHBoxLayout()
        title.setSpacing(theme.px(8))
        title.addWidget(self._number)
        title.addWidget(self._name, 1)
        names.addLayout(title)
        names.addWidget(Label(promise, "caption", "text2", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(10))
        row.setSpacing(theme.px(8))
        row.addLayout(names, 1)
        tools = (self.look, self.undo_button, self.redo_button, self.draw_button, self.save_button)
        for one in tools:
            row.addWidget(one)


class RedactFoot(QWidget):
    """Zoom at the left, closing at the right."""

    def __init__(
        self, session: Session, canvas: RedactionCanvas, parent: QWidget | None = None
    ) -> None:
        """Build the row for a canvas."""
        super().__init__(parent)
        farther = IconButton("magnifying-glass-minus", self.tr("Zoom out"), self)
        nearer = IconButton("magnifying-glass-plus", self.tr("Zoom in"), self)
        farther.clicked.connect(lambda: canvas.zoom_by(1 / STEP))
        nearer.clicked.connect(lambda: canvas.zoom_by(STEP))
        self.zoom = Label("", "small", "text2", self)
        self.zoom.setMinimumWidth(theme.px(44))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        canvas.zoomed.connect(self._say)
        fit = Button(self.tr("Fit"), "link", parent=self)
        fit.clicked.connect(canvas.fit)
        own = Button(self.tr("100 %"), "link", parent=self)
        own.clicked.connect(canvas.own_size)
        self.close_button = Button(self.tr("Close"), "secondary", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(10))
        row.setSpacing(theme.px(8))
        for one in (farther, self.zoom, nearer, fit, own):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(HelpButton(session, "redaction", self))
        row.addWidget(self.close_button)

    def _say(self, scale: float) -> None:
        self.zoom.setText(f"{scale:.0%}")


class LeaveBar(Card):
    """Asks what to do with boxes that are not saved."""

    save_asked = Signal()
    discard_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar, hidden."""
        super().__init__(parent, "warn_tint", None)
        words = Label(self.tr("The boxes are not saved yet"), "body", "warn_text", self)
        self.save_button = Button(self.tr("Save copy"), "primary", parent=self)
        self.discard_button = Button(self.tr("Discard"), "secondary", parent=self)
        self.stay_button = Button(self.tr("Go on editing"), "secondary", parent=self)
        self.save_button.clicked.connect(self.save_asked)
        self.discard_button.clicked.connect(self.discard_asked)
        self.stay_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(words, 1)
        for one in (self.stay_button, self.discard_button, self.save_button):
            row.addWidget(one)
        self.hide()

    def ask(self) -> None:
        """Show the question and give it the keyboard."""
        self.show()
        self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)
