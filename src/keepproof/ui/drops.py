"""What is dropped or pasted, and where it will go."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from keepproof.domain.evidence import EvidenceKind


@dataclass(frozen=True, slots=True)
class DropTarget:
    """Where dropped things are filed: an order, or none yet; `next_number` is the number the first will get."""

    order_id: str | None
    title: str
    kind: EvidenceKind | None = None
    next_number: int | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """What came: files to copy, or one piece of content under a name. `foreign` counts what is not on this computer."""

    paths: tuple[Path, ...] = ()
    content: tuple[bytes, str] | None = None
    foreign: int = 0
    names: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.paths) or self.content is not None

    @property
    def count(self) -> int:
        """Count the things that can be taken."""
        return len(self.paths) + (self.content is not None)


def offers(mime: QMimeData) -> bool:
    """Say whether there may be something to take, without reading it."""
    return mime.hasUrls() or mime.hasImage() or mime.hasText()


def read(mime: QMimeData) -> Dropped:
    """Read what was dropped or pasted: local files first, then a picture, then text; nothing is fetched."""
    urls = mime.urls() if mime.hasUrls() else []
    paths = tuple(Path(one.toLocalFile()) for one in urls if one.isLocalFile())
    foreign = sum(1 for one in urls if not one.isLocalFile())
    if paths:
        return Dropped(paths, None, foreign)
    if mime.hasImage():
        data = _png(mime)
        if data:
            return Dropped((), (data, _stamp("png")), 0)
    text = mime.text() if mime.hasText() and not urls else ""
    if text.strip():
        return Dropped((), (text.encode("utf-8", "surrogatepass"), _stamp("txt")), 0)
    return Dropped((), None, foreign)


def _png(mime: QMimeData) -> bytes:
    """Take PNG bytes as they came where there are some, else the picture written as PNG."""
    raw = mime.data("image/png")
    if not raw.isEmpty():
        return bytes(raw.data())
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt wants text
    return bytes(array.data())


def _stamp(suffix: str) -> str:
    now = datetime.now().astimezone()
    return f"pasted_{now:%Y%m%d_%H%M%S}.{suffix}"
