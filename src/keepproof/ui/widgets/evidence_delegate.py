"""How one piece of evidence, or a missing one, looks as a tile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence
from keepproof.ui import labels_tiles, theme
from keepproof.ui.labels_orders import facts_line
from keepproof.ui.models.evidence_model import TILE_ROLE, MissingTile
from keepproof.ui.session import Session
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.timeline_delegate import media_icon

Index = QModelIndex | QPersistentModelIndex

# Sizes of the design, at a 13 px font: the strip of an order, and the library.
FRAME, NATURAL = 91, 101
LARGE_FRAME, LARGE = 167, 164
TALL = 1.6  # from here on a picture is taken for that of a phone's screen
_SHOTS = frozenset(EvidenceKind) - {
    EvidenceKind.PHOTO,
    EvidenceKind.UNBOX,
    EvidenceKind.USE_VIDEO,
    EvidenceKind.MEASURE,
    EvidenceKind.WAYBILL,
    EvidenceKind.BATCH,
    EvidenceKind.OTHER,
}


@dataclass(frozen=True, slots=True)
class TileWords:
    """The line under the name of a tile, and its tone."""

    meta: str
    tone: str = "mute"


class EvidenceDelegate(QStyledItemDelegate):
    """Paint a tile: thumbnail with its number, name, and time or what is wrong with it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take the session for the pictures."""
        super().__init__(parent)
        self._session = session
        self._width = 0
        self._frame_height = FRAME
        self._place: Callable[[FiledEvidence], str] | None = None

    def set_tile_width(self, width: int) -> None:
        """Make tiles this wide; 0 gives them their natural width."""
        self._width = width

    def set_large(self) -> None:
        """Make the pictures as large as a library of evidence wants them."""
        self._frame_height = LARGE_FRAME

    def set_place(self, place: Callable[[FiledEvidence], str]) -> None:
        """Take the function that says where an item belongs; it stands behind the time."""
        self._place = place

    def natural_width(self) -> int:
        """Give the width of a tile that is not stretched."""
        return theme.px(NATURAL if self._frame_height == FRAME else LARGE)

    def tile_size(self) -> QSize:
        """Give the size of a tile in the present font."""
        wide = max(self._width, self.natural_width())
        high = theme.px(self._frame_height) + round(2.15 * _line()) + theme.px(13)
        return QSize(wide, high)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every tile the same size."""
        del option, index
        return self.tile_size()

    def words(self, filed: FiledEvidence) -> TileWords:
        """Word the line under the name."""
        broken = labels_tiles.broken_words(filed.evidence)
        if broken:
            return TileWords(broken, "bad")
        if filed.evidence.odd:
            return TileWords(labels_tiles.odd_words(), "warn")
        place = self._place(filed) if self._place is not None else ""
        return TileWords(facts_line([labels_tiles.tile_time(filed), place]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one tile."""
        tile = index.data(TILE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        rect = whole.adjusted(theme.px(2), theme.px(2), -theme.px(2), -theme.px(2))
        frame = self._frame(rect)
        painting.row_ground(painter, option, rect)
        if isinstance(tile, FiledEvidence):
            self._paint_filed(painter, option, frame, tile)
        elif isinstance(tile, MissingTile):
            self._paint_missing(painter, option, frame, tile)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Offer a line to rename the evidence in place; its file keeps its name."""
        del option
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("New name"))
        tile = index.data(TILE_ROLE)
        if isinstance(tile, FiledEvidence):
            editor.setPlaceholderText(tile.evidence.original_name)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line over the name."""
        del index
        whole: QRect = option.rect
        frame = self._frame(whole)
        high = round(1.6 * _line())
        editor.setGeometry(whole.left(), frame.bottom() + 1, whole.width(), high)

    def _frame(self, rect: QRect) -> QRect:
        pad = theme.px(3)
        return QRect(
            rect.left() + pad,
            rect.top() + pad,
            rect.width() - 2 * pad,
            theme.px(self._frame_height),
        )

    def _paint_filed(
        self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect, filed: FiledEvidence
    ) -> None:
        evidence = filed.evidence
        if evidence.broken:
            painting.picture(painter, frame, None, "file-x")
        else:
            ratio = painter.device().devicePixelRatio()
            shot = evidence.kind in _SHOTS
            # A tall screenshot is shown by its upper part: ask for one that is wide enough.
            wanted = QSize(frame.width(), frame.width() * 2) if shot else frame.size()
            pixmap = self._session.thumbnails.pixmap(evidence, wanted, ratio)
            # Of a page, too, the upper part says what it is.
            top = shot or not evidence.media_type.startswith(("image/", "video/"))
            top = top or (pixmap is not None and pixmap.height() > TALL * pixmap.width())
            painting.picture(painter, frame, pixmap, media_icon(evidence.media_type), top=top)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painting.edge(painter, frame, theme.px(6), QPen(theme.color("accent"), 2))
        if filed.number is not None:
            _badge(painter, frame, labels_tiles.number_words(filed.number))
        length = duration(evidence)
        if length:
            _length(painter, frame, length)
        words = self.words(filed)
        tone = painting.tone_text(words.tone)
        session = self._session
        name = labels_tiles.name_words(evidence, session.book, session.lang)
        _lines(painter, frame, name, words.meta, theme.color("text"), tone)

    def _paint_missing(
        self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect, tile: MissingTile
    ) -> None:
        state = option.state
        painting.rounded(painter, frame, theme.px(8), theme.color("warn_tint"))
        pen = QPen(theme.color("warn_mark"), 1.4, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2.4])
        if state & QStyle.StateFlag.State_MouseOver:
            pen = QPen(theme.color("warn_mark"), 2)
        painting.edge(painter, frame, theme.px(8), pen)
        centre = frame.center()
        centre.setY(centre.y() - round(0.55 * _line()))
        painting.icon(painter, centre, "plus", "warn_text", 20)
        below = QRect(frame.left(), centre.y() + theme.px(12), frame.width(), _line())
        ink = theme.color("warn_text")
        missing = labels_tiles.missing_word()
        painting.text(painter, below, missing, theme.font("small"), ink, painting.CENTRE)
        need = labels_tiles.need_word(tile.need)
        _lines(painter, frame, tile.label, need, ink, theme.color("text2"))


def duration(evidence: Evidence) -> str:
    """Write how long a recording is, when that is known: 08:42."""
    try:
        seconds = int(float(evidence.facts.get("duration_s", "")))
    except ValueError:
        return ""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes:02d}:{rest:02d}"


def _lines(
    painter: QPainter, frame: QRect, name: str, meta: str, ink: QColor, meta_ink: QColor
) -> None:
    line = QRect(
        frame.left() + theme.px(2),
        frame.bottom() + theme.px(4),
        frame.width() - theme.px(4),
        _line(),
    )
    middle = Qt.TextElideMode.ElideMiddle if "." in name[-5:] else Qt.TextElideMode.ElideRight
    painting.text(painter, line, name, theme.font("small"), ink, elide=middle)
    line.translate(0, round(0.97 * _line()))
    painting.text(painter, line, meta, theme.font("caption"), meta_ink)


def _badge(painter: QPainter, frame: QRect, words: str) -> None:
    font = theme.font("badge", bold=True)
    wide = painting.width(words, font) + theme.px(10)
    high = QFontMetrics(font).lineSpacing() + theme.px(4)
    place = QRect(frame.left() + theme.px(5), frame.top() + theme.px(5), wide, high)
    painting.rounded(painter, place, theme.px(5), theme.color("accent"))
    painting.text(painter, place, words, font, theme.color("on_accent"), painting.CENTRE)


def _length(painter: QPainter, frame: QRect, words: str) -> None:
    """Mark a recording with its length; the ground is dark in both themes, so that it reads on any frame."""
    font = theme.font("badge", bold=True)
    wide = painting.width(words, font) + theme.px(10)
    high = QFontMetrics(font).lineSpacing() + theme.px(4)
    place = QRect(0, 0, wide, high)
    place.moveBottomRight(frame.bottomRight())
    place.translate(-theme.px(5), -theme.px(5))
    painting.rounded(painter, place, theme.px(5), QColor(20, 22, 21, 215))
    painting.text(painter, place, words, font, QColor(255, 255, 255), painting.CENTRE)


def _line() -> int:
    return QFontMetrics(theme.font("body")).lineSpacing()
