"""Beside the picture: what could be covered, what stays open, and what the copy will be."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.domain.evidence import FiledEvidence
from keepproof.ui import icons, labels_evidence, theme
from keepproof.ui.labels_redaction import RedactionCounts
from keepproof.ui.models.suggestions_model import SuggestionsModel
from keepproof.ui.redaction_boxes import RedactionBoxes
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.scroll_pane import ScrollPane
from keepproof.ui.widgets.suggestion_delegate import SuggestionDelegate
from keepproof.ui.widgets.whole_list import WholeList


class RedactSide(QWidget):
    """Suggestions with ticks; choosing one shows it in the picture (`shown`)."""

    shown = Signal()

    def __init__(self, boxes: RedactionBoxes, parent: QWidget | None = None) -> None:
        """Build the column for these boxes."""
        super().__init__(parent)
        self._boxes = boxes
        self._counts = RedactionCounts(self)
        self._head = Label("", "section", "text", self)
        self.all_button = Button(self.tr("Cover all"), "link")
        self.all_button.clicked.connect(boxes.tick_all)
        self.model = SuggestionsModel(boxes, self)
        self.list = WholeList(self)
        self.list.setItemDelegate(SuggestionDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.state = Label("", "small", "text2", self)
        self.by_hand = Label("", "small", "text2", self)
        self._file = Label("", "small", "text", self)
        self._print = Label("", "small", "text", self)
        self._build()
        boxes.changed.connect(self._renew)
        boxes.chosen.connect(self._follow)
        self.list.selectionModel().selectionChanged.connect(self._choose)
        self._renew()

    def sizeHint(self) -> QSize:
        """Ask for the width of the design."""
        return QSize(theme.px(344), theme.px(600))

    def show_item(self, filed: FiledEvidence, copy_name: str) -> None:
        """Say of which original the copy is, and what its file will be called."""
        self._file.setText(copy_name)
        self._print.setText(labels_evidence.print_words(filed.evidence.sha256))

    def say_state(self, words: str) -> None:
        """Say what is known of the words in the picture."""
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.all_button)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.state)
        column.addWidget(self.by_hand)
        column.addSpacing(theme.px(4))
        column.addWidget(self._title(self.tr("Left open")))
        kept = self.tr("Tracking and order numbers, weights, dates, amounts: they are the proof")
        column.addWidget(Label(kept, "small", "text2", self))
        column.addSpacing(theme.px(4))
        column.addWidget(self._title(self.tr("The copy")))
        rows = [
            (self.tr("Fill"), Label(self.tr("Solid black, one layer"), "small", "text", self)),
            (
                self.tr("Metadata"),
                Label(self.tr("Place, device and hidden data removed"), "small", "text", self),
            ),
            (self.tr("File"), self._file),
        ]
        column.addLayout(self._grid(rows))
        column.addSpacing(theme.px(4))
        column.addWidget(self._card())
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(inner, parent=self))

    def _title(self, words: str) -> Label:
        label = Label(words, "small", "text2", self)
        label.setFont(theme.font("small", bold=True))
        return label

    def _card(self) -> Card:
        card = Card(self, "accent_tint", None)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(4))
        head = QHBoxLayout()
        lock = QLabel(card)
        lock.setPixmap(
            icons.pixmap("lock-simple", "accent_text", theme.px(16), self.devicePixelRatioF())
        )
        title = Label(self.tr("Original and copy are kept apart"), "small", "accent_text", card)
        title.setFont(theme.font("small", bold=True))
        head.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        column.addLayout(head)
        copy = Label(self.tr("made when saved"), "small", "text", card)
        column.addLayout(self._grid([(self.tr("Original"), self._print), (self.tr("Copy"), copy)]))
        why = self.tr(
            "Both fingerprints are on record, which shows from which original the copy was made."
        )
        column.addWidget(Label(why, "caption", "text2", card))
        return card

    def _grid(self, rows: list[tuple[str, Label]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(rows):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(name, "small", "text2", self), place, 0, top)
            grid.addWidget(value, place, 1)
        return grid

    def _renew(self) -> None:
        count = len(self._boxes.suggestions)
        self._head.setText(self._counts.suggested(count) if count else self.tr("Suggestions"))
        self.list.setVisible(count > 0)
        open_ = any(not self._boxes.ticked(at) for at in range(count))
        self.all_button.setVisible(count > 0)
        self.all_button.setEnabled(open_)
        drawn = sum(1 for one in self._boxes.marks if one.suggestion is None)
        self.by_hand.setText(self._counts.by_hand(drawn))
        self.by_hand.setVisible(drawn > 0)

    def _choose(self, chosen: QItemSelection) -> None:
        """Show in the picture what was chosen in the list."""
        rows = [one.row() for one in chosen.indexes()]
        if not rows:
            return
        mark = next((one for one in self._boxes.marks if one.suggestion == rows[0]), None)
        if mark is not None and mark.id != self._boxes.current:
            self._boxes.choose(mark.id)
            self.shown.emit()

    def _follow(self) -> None:
        """Choose in the list what was chosen in the picture."""
        mark = self._boxes.mark(self._boxes.current)
        if mark is None or mark.suggestion is None:
            self.list.clearSelection()
        else:
            self.list.setCurrentIndex(self.model.index(mark.suggestion))
