"""What is dropped or pasted, and where it will go."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from keepproof.domain.evidence import EvidenceKind

PNG = "image/png"
# What a thing is called while it is dragged. Only names are looked at: its content is read when it is kept.
GROUPS = {
    "picture": "png jpg jpeg webp gif bmp heic heif avif tif tiff",
    "video": "mp4 mov mkv avi webm m4v 3gp",
    "audio": "mp3 m4a wav amr ogg aac opus flac",
    "text": "txt md csv html htm mht mhtml json log eml",
    "document": "pdf doc docx xls xlsx ofd ppt pptx",
}
_GROUP_OF = {suffix: group for group, names in GROUPS.items() for suffix in names.split()}


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

    def __bool__(self) -> bool:
        return bool(self.paths) or self.content is not None


@dataclass(frozen=True, slots=True)
class Offer:
    """What is being dragged, as far as can be said without reading it.

    `counts` are numbers by group: picture, video, audio, text, document, folder, other. `refusal` is "" or why nothing
    can be taken: link, empty_folder, nothing.
    """

    counts: tuple[tuple[str, int], ...] = ()
    refusal: str = ""

    @property
    def files(self) -> int | None:
        """Count what will be kept; None when folders make that unknown."""
        return None if dict(self.counts).get("folder") else sum(count for _, count in self.counts)


def offers(mime: QMimeData) -> bool:
    """Say whether there may be something to take, without reading it."""
    return mime.hasUrls() or _has_picture(mime) or mime.hasText()


def offer(mime: QMimeData) -> Offer:
    """Look at what is being dragged."""
    paths, foreign = _local(mime)
    if paths:
        counts = Counter(_group(one) for one in paths)
        empty = set(counts) == {"folder"} and not any(_holds_something(one) for one in paths)
        return Offer(tuple(counts.most_common()), "empty_folder" if empty else "")
    if _has_picture(mime):
        return Offer((("picture", 1),))
    if foreign:
        return Offer((), "link")
    return Offer((("text", 1),)) if mime.hasText() else Offer((), "nothing")


def read(mime: QMimeData) -> Dropped:
    """Read what was dropped or pasted: local files first, then a picture, then text; nothing is fetched."""
    paths, foreign = _local(mime)
    if paths:
        return Dropped(paths, None, foreign)
    if _has_picture(mime):
        data = _png(mime)
        if data:
            return Dropped((), (data, _stamp("png")), 0)
    text = mime.text() if mime.hasText() and not foreign else ""
    if text.strip():
        return Dropped((), (text.encode("utf-8", "surrogatepass"), _stamp("txt")), 0)
    return Dropped((), None, foreign)


def is_plain_text(mime: QMimeData) -> bool:
    """Say whether this is text alone, which a text field may take itself."""
    return mime.hasText() and not mime.hasUrls() and not _has_picture(mime)


def for_a_field(mime: QMimeData) -> bool:
    """Say whether a text field should take what is pasted: words, perhaps with their picture, but no files."""
    return (mime.hasText() or not offers(mime)) and not _local(mime)[0]


def _local(mime: QMimeData) -> tuple[tuple[Path, ...], int]:
    urls = mime.urls() if mime.hasUrls() else []
    paths = tuple(Path(one.toLocalFile()) for one in urls if one.isLocalFile())
    return paths, len(urls) - len(paths)


def _group(path: Path) -> str:
    group = _GROUP_OF.get(path.suffix.lstrip(".").lower())
    if group is None:
        return "folder" if path.is_dir() else "other"
    return group


def _holds_something(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(True for _ in entries)
    except OSError:
        return True  # adding it will say what is wrong


def _has_picture(mime: QMimeData) -> bool:
    return mime.hasImage() or mime.hasFormat(PNG)


def _png(mime: QMimeData) -> bytes:
    """Take PNG bytes as they came where there are some, else the picture written as PNG."""
    raw = mime.data(PNG)
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
