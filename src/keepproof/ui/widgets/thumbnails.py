"""Small pictures, made out of sight and shown when they are ready."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImageReader, QPixmap

from keepproof.domain.evidence import Evidence
from keepproof.ticket import Ticket
from keepproof.ui.widgets import painting

if TYPE_CHECKING:
    from keepproof.ui.session import Session

EDGES = (160, 320, 640)
DRAWN = ("image/", "video/", "application/pdf")
# what has no picture is shown by its first words, as on a page
WRITTEN = (
    *("text/", "message/", "multipart/", "application/json", "application/vnd.ms-"),
    "application/vnd.openxmlformats-officedocument.",
)
Made = tuple[Evidence, Path | None, str | None]
KEPT = 600
BATCH = 16


class Thumbnails(QObject):
    """Give pictures from memory; what is not there is asked for, what is on screen last comes first.

    `seen` maps the ids of the items painted last to a figure that is higher the later that was.
    """

    ready = Signal(str)

    def __init__(self, session: Session) -> None:
        """Serve one session."""
        super().__init__(session)
        self._session = session
        self._paints = 0
        self._pixmaps: OrderedDict[tuple[str, int], QPixmap | None] = OrderedDict()
        self._wanted: OrderedDict[tuple[str, int], Evidence] = OrderedDict()
        self.seen: dict[str, int] = {}
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fetch)

    def pixmap(self, evidence: Evidence, size: QSize, ratio: float) -> QPixmap | None:
        """Give a picture at least as large as `size`, or None until `ready` says it has come."""
        if not evidence.media_type.startswith((*DRAWN, *WRITTEN)):
            return None
        self.seen.pop(evidence.id, None)
        self.seen[evidence.id] = self._paints = self._paints + 1
        if len(self.seen) > KEPT:
            del self.seen[next(iter(self.seen))]
        edge = _edge(max(size.width(), size.height()) * ratio)
        key = (evidence.sha256, edge)
        if key in self._pixmaps:
            self._pixmaps.move_to_end(key)
            return self._pixmaps[key]
        self._wanted[key] = evidence
        self._wanted.move_to_end(key)
        if not self._running and not self._timer.isActive():
            self._timer.start(0)
        return None

    def forget(self) -> None:
        """Drop everything, as when another library is opened."""
        self.seen.clear()
        self._pixmaps.clear()
        self._wanted.clear()

    def _fetch(self) -> None:
        if not self._wanted or self._running:
            return
        edge = next(reversed(self._wanted))[1]
        chosen: list[Evidence] = []
        for key in reversed(list(self._wanted)):
            if key[1] == edge and len(chosen) < BATCH:
                chosen.append(self._wanted.pop(key))
        self._running = True
        folder, session = self._session.folder, self._session

        def work(ticket: Ticket) -> list[Made]:
            drawn = [one for one in chosen if one.media_type.startswith(DRAWN)]
            made = session.previews.thumbnails(folder, drawn, edge, ticket)
            written = [one for one in chosen if one not in drawn]
            return [
                *((one, path, None) for one, path in zip(drawn, made, strict=True)),
                *((one, None, session.previews.first_words(folder, one)) for one in written),
            ]

        self._session.operations.pool(
            self, work, lambda made: self._take(made, edge), lambda _error: self._give_up()
        )

    def _give_up(self) -> None:
        """Go on without: icons stand for pictures that could not be made."""
        self._running = False

    def _take(self, made: list[Made], edge: int) -> None:
        self._running = False
        for evidence, path, words in made:
            picture = QPixmap()
            if words is not None:
                picture = painting.written_page(words, edge)
            elif path is not None:
                picture = QPixmap.fromImage(QImageReader(str(path)).read())
            self._pixmaps[evidence.sha256, edge] = None if picture.isNull() else picture
            self.ready.emit(evidence.id)
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        if self._wanted:
            self._timer.start(0)


def _edge(pixels: float) -> int:
    return next((one for one in EDGES if one >= pixels), EDGES[-1])
