"""Above the chat: which file it is, that it is unchanged, and the way to search and narrow it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.chat import Chat
from keepproof.domain.evidence import Evidence, FiledEvidence
from keepproof.ui import labels_evidence, labels_orders, labels_tiles, theme
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.quiet_combo import QuietCombo
from keepproof.ui.widgets.search_field import SearchField
from keepproof.ui.widgets.segment import Segment

NARROW = 460
ALL = 100  # the search takes what room there is, up to its width


class ChatHead(QWidget):
    """File line, search and filter; `file_chosen` carries an evidence id, `searched` the words and the way on."""

    file_chosen = Signal(str)
    original_asked = Signal()
    group_chosen = Signal(str)
    searched = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the head without a file."""
        super().__init__(parent)
        self.files = QuietCombo(self)
        self.files.setAccessibleName(self.tr("Chat file"))
        self.files.currentIndexChanged.connect(self._choose)
        self._name = BoldLabel("", "body", "text", self)
        self._name.setWordWrap(False)
        self._facts = ElidedLabel(Qt.TextElideMode.ElideRight, "", self)
        self._pill = Pill("", "ok", self)
        self.original = Button(self.tr("Compare with the original"), "link", parent=self)
        self.original.clicked.connect(self.original_asked)
        self.search = SearchField(self.tr("Find in the chat"), self)
        self.search.textChanged.connect(lambda words: self.searched.emit(words, 0))
        self.search.installEventFilter(self)
        self._hits = Label("", "caption", "text2", self)
        self._hits.setWordWrap(False)
        self.segment = Segment(self)
        self.segment.setAccessibleName(self.tr("Which messages to show"))
        self.segment.set_options(
            [
                ("all", self.tr("All")),
                ("telling", self.tr("Flagged")),
                ("chosen", self.tr("Ticked")),
            ]
        )
        self.segment.chosen.connect(self.group_chosen)
        self._note = Label(
            self.tr("Roles are guessed; click a face to change"), "caption", "text2", self
        )
        self._note.setWordWrap(False)
        self._guessed = True
        self._lay_out()

    def set_files(self, files: Sequence[FiledEvidence], chosen: str) -> None:
        """Offer the chat files of the order."""
        self.files.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.files.clear()
        for one in files:
            number = labels_tiles.number_words(one.number or 0)
            words = labels_orders.facts_line([number, one.evidence.name])
            self.files.addItem(words, one.evidence.id)
        self.files.setCurrentIndex(max(0, self.files.findData(chosen)))
        self.files.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.files.setVisible(len(files) > 1)
        self._name.setVisible(len(files) == 1)

    def set_file(self, one: FiledEvidence, chat: Chat | None, *, pictured: bool = False) -> None:
        """Show one file: its number, which part of it the messages are, and its print."""
        evidence = one.evidence
        self._name.setText(labels_orders.shortened(evidence.name, 28))
        several = self.files.count() > 1
        parts = [] if several else [labels_tiles.number_words(one.number or 0)]
        if pictured:
            parts.append(self.tr("read from a screenshot"))
        elif chat is not None and chat.messages:
            parts.append(_extent(chat))
        parts.append(labels_evidence.print_words(evidence.sha256))
        self._facts.setText(labels_orders.facts_line([part for part in parts if part]))
        self._set_fixity(evidence)
        # who speaks is told by the side in a picture, and nobody is named there
        self._guessed = not pictured
        self._fit_note()

    def set_searchable(self, searchable: bool) -> None:
        """Offer search and filter where there are messages."""
        self._tools.setVisible(searchable)

    def set_counts(self, every: int, telling: int, chosen: int) -> None:
        """Count what each choice shows."""
        words = {
            "all": self.tr("All {count}").format(count=every),
            "telling": self.tr("Flagged {count}").format(count=telling),
            "chosen": self.tr("Ticked {count}").format(count=chosen),
        }
        for id_, text in words.items():
            self.segment.set_words(id_, text)

    def set_hits(self, at: int, count: int) -> None:
        """Say which of how many places is shown; 0 of 0 says there is none."""
        searching = bool(self.search.text().strip())
        if not searching:
            self._hits.setText("")
        elif not count:
            self._hits.setText(self.tr("Nothing found"))
        else:
            self._hits.setText(f"{at} / {count}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter, back with Shift+Enter."""
        enter = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if (
            watched is self.search
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in enter
        ):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.searched.emit(self.search.text(), -1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the remark out where there is no room for it."""
        super().resizeEvent(event)
        self._fit_note()
        directions = QHBoxLayout.Direction
        wide = event.size().width() >= theme.px(NARROW)
        for line in (self._line, self._find):
            line.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the file line."""
        del event
        painter = QPainter(self)
        bottom = self._tools.geometry().top() if self._tools.isVisible() else self.height() - 1
        painter.fillRect(0, 0, self.width(), bottom, theme.color("surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(0, bottom, self.width(), bottom)
        painter.end()

    def _fit_note(self) -> None:
        self._note.setVisible(self._guessed and self.width() >= theme.px(760))

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.file_chosen.emit(str(self.files.itemData(place)))

    def _set_fixity(self, evidence: Evidence) -> None:
        if evidence.broken:
            self._pill.setText(labels_tiles.broken_words(evidence))
            self._pill.set_tone("bad")
        else:
            self._pill.setText(self.tr("Unchanged since import"))
            self._pill.set_tone("ok")
        self._pill.updateGeometry()

    def _lay_out(self) -> None:
        name = QHBoxLayout()
        name.setSpacing(theme.px(10))
        name.addWidget(self.files, 2)
        name.addWidget(self._name)
        name.addWidget(self._facts, 3)
        state = QHBoxLayout()
        state.setSpacing(theme.px(10))
        state.addWidget(self._pill)
        state.addWidget(self.original)
        state.addStretch(1)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._line.setSpacing(theme.px(10))
        self._line.addLayout(name, 1)
        self._line.addLayout(state)
        self._tools = QWidget(self)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(6))
        tools.setSpacing(theme.px(10))
        self.search.setMaximumWidth(theme.px(240))
        self._find = QHBoxLayout()
        self._find.setSpacing(theme.px(10))
        self._find.addWidget(self.search, ALL)
        self._find.addWidget(self._hits)
        self._find.addWidget(self.segment)
        self._find.addStretch(1)
        tools.addLayout(self._find, 1)
        tools.addWidget(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._line)
        layout.addWidget(self._tools)


def _extent(chat: Chat) -> str:
    """Word which lines of the file the messages stand on."""
    first, last = chat.messages[0].source, chat.messages[-1].source
    return first if first == last else f"{first}–{last.removeprefix('L')}"
