"""One editor for each type of question; all of them speak the stored form of an answer."""

from __future__ import annotations

from datetime import datetime
from math import ceil
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from keepproof.domain.dispute import Answer
from keepproof.errors import KnownError
from keepproof.knowledge.issue_type import Question
from keepproof.services.answers import read_answer
from keepproof.ui import theme
from keepproof.ui.widgets.moment_edit import MomentEdit, read_moment
from keepproof.ui.widgets.quiet_combo import QuietCombo

MOST_LINES = 4


class ImpossibleAnswerError(ValueError):
    """What was typed is no answer; `example` shows one."""

    def __init__(self, example: str) -> None:
        """Keep the example."""
        super().__init__(example)
        self.example = example


class _Frame(QWidget):
    """The frame of what holds one answer. `edited` tells of every change, `left` when the user is done with it."""

    edited = Signal()
    left = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        """Build the frame of an editor."""
        super().__init__(parent)
        self.question = question
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(6))

    def target(self) -> QWidget:
        """Give the widget that takes the keyboard and shows what is wrong."""
        return self.focusProxy() or self

    def _hold(self, widget: QWidget, stretch: int = 1) -> None:
        self._row.addWidget(widget, stretch)
        self.setFocusProxy(widget.focusProxy() or widget)


class GrowingEdit(QPlainTextEdit):
    """A field that grows with its text, up to four lines; Enter goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build a field of one line."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        theme.changed().connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Tab: an answer is one sentence."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        """Paste words on one line, for the same reason."""
        self.textCursor().insertText(" ".join(source.text().strip("\r\n").splitlines()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Be as high as the text."""
        return QSize(super().sizeHint().width(), self.height())

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        if self.document().isEmpty():
            lines = self._hint_lines()
        shown = min(lines, MOST_LINES)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        hidden = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar if lines > MOST_LINES else hidden)
        self.setFixedHeight(ceil(shown * self._line_height()) + theme.px(11))

    def _line_height(self) -> float:
        """Measure a line as it is laid out: a fallback font may be higher than the one of the field."""
        first = self.document().firstBlock()
        laid_out = self.blockBoundingRect(first).height() / max(1, first.lineCount())
        return max(laid_out, QFontMetrics(self.font()).lineSpacing())

    def _hint_lines(self) -> int:
        """Count the lines of the example, so that it can be read whole."""
        room = QRect(0, 0, max(1, self.viewport().width() - theme.px(4)), 10_000)
        metrics = QFontMetrics(self.font())
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.placeholderText())
        return max(1, round(needed.height() / metrics.lineSpacing()))


class TextFact(_Frame):
    """An answer in words."""

    def __init__(self, question: Question, lang: str, parent: QWidget | None = None) -> None:
        """Build a field that grows."""
        super().__init__(question, parent)
        self.line = GrowingEdit(self)
        self.line.setPlaceholderText(question.hint.of(lang) if question.hint else "")
        self.line.textChanged.connect(self.edited)
        self._hold(self.line)

    def answer(self) -> Answer:
        """Give the words without line breaks."""
        return " ".join(self.line.toPlainText().split())

    def set_answer(self, answer: Answer) -> None:
        """Show the words, leaving the caret alone when they are there already."""
        if self.answer() != answer:
            self.line.setPlainText(str(answer))


class LineFact(_Frame):
    """A figure, an amount or a date on one line, with its unit."""

    def __init__(
        self, question: Question, lang: str, zone: str, parent: QWidget | None = None
    ) -> None:
        """Build a line."""
        super().__init__(question, parent)
        self._zone = zone
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(question.hint.of(lang) if question.hint else "")
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.left)
        self._hold(self.line)
        if question.unit is not None:
            self._row.addWidget(QLabel(question.unit.of(lang), self))

    def answer(self) -> Answer:
        """Read figure, amount or date."""
        text = self.line.text()
        if self.question.type == "date":
            return self._date(text)
        try:
            return read_answer(self.question, text, self._zone)
        except KnownError as error:
            raise ImpossibleAnswerError(str(error.data.get("expected", ""))) from error

    def set_answer(self, answer: Answer) -> None:
        """Show a stored answer, unless the same stands there in other words."""
        try:
            known = self.answer()
        except ImpossibleAnswerError:
            known = None
        if known != answer:
            self.line.setText(str(answer))

    def _date(self, text: str) -> str:
        now = datetime.now().astimezone()
        try:
            at = read_moment(text, ZoneInfo(self._zone), now)
        except ValueError as error:
            raise ImpossibleAnswerError("2026-11-15") from error
        return at.date().isoformat() if at is not None else ""


class MomentFact(_Frame):
    """A date with its time."""

    def __init__(
        self, question: Question, lang: str, zone: str, parent: QWidget | None = None
    ) -> None:
        """Build a line with a calendar."""
        super().__init__(question, parent)
        self.moment = MomentEdit(question.label.of(lang), ZoneInfo(zone), self)
        if question.hint is not None:
            self.moment.line.setPlaceholderText(question.hint.of(lang))
        self.moment.changed.connect(self.edited)
        self.moment.line.editingFinished.connect(self.left)
        self._hold(self.moment)

    def answer(self) -> Answer:
        """Read the moment."""
        try:
            at = self.moment.moment()
        except ValueError as error:
            raise ImpossibleAnswerError("2026-11-15 18:20") from error
        return at.isoformat() if at is not None else ""

    def set_answer(self, answer: Answer) -> None:
        """Show a stored moment."""
        try:
            known = self.answer()
        except ImpossibleAnswerError:
            known = None
        if known == answer:
            return
        try:
            self.moment.set_moment(datetime.fromisoformat(str(answer)) if answer else None)
        except ValueError:
            self.moment.line.setText(str(answer))


class ChoiceFact(_Frame):
    """One of several answers, or yes and no; the first entry is no answer yet."""

    def __init__(
        self,
        question: Question,
        options: list[tuple[str | bool, str]],
        unanswered: str,
        parent: QWidget | None = None,
    ) -> None:
        """Build a list of options (answer, words)."""
        super().__init__(question, parent)
        self.box = QuietCombo(self)
        self.box.addItem(unanswered, "")
        for answer, words in options:
            self.box.addItem(words, answer)
            self.box.setItemData(self.box.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self.box.activated.connect(lambda _: self.edited.emit())
        self._hold(self.box)

    def answer(self) -> Answer:
        """Give the chosen answer."""
        data = self.box.currentData()
        return data if isinstance(data, bool) else str(data or "")

    def set_answer(self, answer: Answer) -> None:
        """Choose a stored answer."""
        for place in range(self.box.count()):
            data = self.box.itemData(place)
            if data == answer and isinstance(data, bool) == isinstance(answer, bool):
                self.box.setCurrentIndex(place)
                return
        self.box.setCurrentIndex(0)


Fact = TextFact | LineFact | MomentFact | ChoiceFact
