"""The text of a complaint: read-only, every statement knows what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from keepproof.domain.complaint import Complaint, Span, Statement
from keepproof.ui import theme
from keepproof.ui.widgets.text_places import in_units, label_places, number_places, own_word, units
from keepproof.ui.widgets.text_remarks import underline

GUTTER = 18
CARD_LINE = 1.45


class LiveText(QTextEdit):
    """Shows a complaint; pointer and keyboard tell which statement is meant.

    `pointed` carries a statement id ("" for none) and whether the keyboard chose it. Alt+Down and Alt+Up step,
    Enter opens the first evidence, F2 rewrites, Esc lets go.
    """

    pointed = Signal(str, bool)
    opened = Signal(str)
    edit_asked = Signal(str)
    menu_asked = Signal(str, QPoint)
    focused = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty text."""
        super().__init__(parent)
        self._complaint: Complaint | None = None
        self._statements: dict[str, Statement] = {}
        self._spans: list[tuple[int, int, str]] = []
        self._broken: frozenset[int] = frozenset()
        self._current = ""
        self._lit: frozenset[int] = frozenset()
        self.setReadOnly(True)
        self.setProperty("bare", "true")
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(theme.px(GUTTER))
        self.setAccessibleName(self.tr("Text of the complaint"))
        self.verticalScrollBar().valueChanged.connect(lambda _: self.let_go())
        theme.changed().connect(self._redress)

    def set_complaint(self, complaint: Complaint, broken: Iterable[int] = ()) -> None:
        """Show a text; `broken` are evidence numbers whose file is missing or differs."""
        frozen = frozenset(broken)
        if complaint == self._complaint and frozen == self._broken:
            return
        same_place = self._complaint is not None and self._complaint.channel == complaint.channel
        scrolled = self.verticalScrollBar().value() if same_place else 0
        self._complaint, self._broken = complaint, frozen
        self._statements = {one.id: one for one in complaint.statements}
        self._spans = sorted(in_units(complaint.text, span) for span in complaint.spans)
        if self._current not in self._statements:
            self._current = ""
        self.setPlainText(complaint.text)
        self._dress()
        self.verticalScrollBar().setValue(scrolled)
        self._light()

    def statement(self, id: str) -> Statement | None:
        """Give a statement of the text by its id."""
        return self._statements.get(id)

    def current(self) -> str:
        """Say which statement is pointed at; "" is none."""
        return self._current

    def light_numbers(self, numbers: Iterable[int]) -> None:
        """Light up the statements that rest on these pieces of evidence."""
        self._lit = frozenset(numbers)
        self._light()

    def step(self, by: int) -> None:
        """Go to the next or the previous statement."""
        ids = [id for _, _, id in self._spans]
        if not ids:
            return
        here = ids.index(self._current) if self._current in ids else (-1 if by > 0 else len(ids))
        self.choose(ids[max(0, min(len(ids) - 1, here + by))])

    def choose(self, id: str) -> None:
        """Point at a statement with the keyboard, and scroll to it."""
        place = self._place(id)
        if place is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(place[1])
        self.verticalScrollBar().blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.verticalScrollBar().blockSignals(False)  # noqa: FBT003 - Qt's own
        self._point(id, by_keyboard=True)

    def let_go(self) -> None:
        """Point at nothing."""
        self._point("", by_keyboard=False)

    def statement_rect(self, id: str) -> QRect:
        """Give the place of a statement in the viewport, over the whole width."""
        place = self._place(id)
        if place is None:
            return QRect()
        rects = []
        for position in place:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            rects.append(self.cursorRect(cursor))
        top, bottom = rects[0].top(), rects[-1].bottom()
        return QRect(0, top, self.viewport().width(), bottom - top)

    def statement_at(self, point: QPoint) -> str:
        """Find the statement under a point of the viewport; "" between and beside the lines."""
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        hit = layout.hitTest((point + offset).toPointF(), Qt.HitTestAccuracy.ExactHit)
        if hit < 0:
            return ""
        return next((id for start, end, id in self._spans if start <= hit < end), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the statement under the pointer, when it rests on something."""
        super().mouseMoveEvent(event)
        if event.buttons() != Qt.MouseButton.NoButton:
            return
        id = self.statement_at(event.position().toPoint())
        found = self._statements.get(id)
        if found is not None and (found.citations or found.edited or own_word(found)):
            self._point(id, by_keyboard=False)
        else:
            self.left.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer left."""
        super().leaveEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, open, rewrite or let go; scrolling and selecting are Qt's own."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif self._current and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self._current)
        elif self._current and key == Qt.Key.Key_F2:
            self.edit_asked.emit(self._current)
        elif self._current and key == Qt.Key.Key_Escape:
            self.let_go()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the statement under the pointer, or of the one the keyboard chose."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        inside = self.viewport().mapFromGlobal(event.globalPos())
        self.menu_asked.emit(
            self._current if by_key else self.statement_at(inside), event.globalPos()
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003 - a signal has no keywords

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard left."""
        super().focusOutEvent(event)
        self.focused.emit(False)  # noqa: FBT003 - as above

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, with a bar beside what the user has written herself, and what no longer holds."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for _, _, id in self._spans:
            one = self._statements.get(id)
            if one is None or not (one.edited or one.stale):
                continue
            place = self.statement_rect(id)
            tone = "warn_mark" if one.stale else "accent"
            painter.fillRect(
                theme.px(6), place.top(), theme.px(3), place.height(), theme.color(tone)
            )
        painter.end()

    def _point(self, id: str, *, by_keyboard: bool) -> None:
        if id == self._current and not by_keyboard:
            return
        self._current = id
        self._light()
        self.pointed.emit(id, by_keyboard)

    def _place(self, id: str) -> tuple[int, int] | None:
        return next(((start, end) for start, end, one in self._spans if one == id), None)

    def _redress(self) -> None:
        self.document().setDocumentMargin(theme.px(GUTTER))
        self._dress()
        self._light()

    def _dress(self) -> None:
        """Give the lines their height and the numbers their colour."""
        card = self._complaint is not None and self._complaint.size == "call_card"
        plain = QTextCharFormat()
        plain.setFont(theme.font("section" if card else "reading"))
        plain.setForeground(theme.color("text"))
        block = QTextBlockFormat()
        # A fixed height: a proportional one multiplies the tall natural lines of CJK fonts.
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        pixels = plain.font().pixelSize()
        high = round(pixels * CARD_LINE) if card else theme.line_height("reading")
        block.setLineHeight(high, fixed)
        block.setBottomMargin(theme.px(12 if card else 7))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(block)
        cursor.setCharFormat(plain)
        text = self._complaint.text if self._complaint is not None else ""
        if card:
            self._dress_labels(text)
        for span in self._complaint.spans if self._complaint is not None else ():
            found = self._statements.get(span.statement)
            if found is not None and found.citations:
                self._dress_statement(text, span, found, plain)
        if self._complaint is not None:
            underline(self.document(), self._complaint)

    def _dress_labels(self, text: str) -> None:
        """Set what stands before the colon of each line back, so that the values catch the eye."""
        quiet = QTextCharFormat()
        quiet.setFont(theme.font("body"))
        quiet.setForeground(theme.color("text2"))
        for start, end in label_places(text):
            self._format(text, start, end, quiet)

    def _dress_statement(
        self, text: str, span: Span, statement: Statement, plain: QTextCharFormat
    ) -> None:
        if self._broken.intersection(statement.citations):
            dotted = QTextCharFormat(plain)
            dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            dotted.setUnderlineColor(theme.color("warn_mark"))
            plain = dotted
            self._format(text, span.start, span.end, plain)
        bold = QTextCharFormat(plain)
        bold.setFont(QFont(plain.font()))
        bold.setFontWeight(QFont.Weight.Bold)
        bold.setForeground(theme.color("accent"))
        for start, end in number_places(text, span, statement.citations):
            self._format(text, start, end, bold)

    def _format(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        self._cursor(units(text, start), units(text, end)).setCharFormat(look)

    def _light(self) -> None:
        lit = []
        for start, end, id in self._spans:
            one = self._statements.get(id)
            if id == self._current or (one is not None and self._lit.intersection(one.citations)):
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(start, end)
                selection.format.setBackground(theme.color("accent_tint"))
                lit.append(selection)
        self.setExtraSelections(lit)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor
