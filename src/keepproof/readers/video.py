"""Decode videos and sound. Runs only in the child processes of the sandbox."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import av
from PIL import Image

from keepproof.domain.evidence import SourcedTime
from keepproof.errors import KnownError
from keepproof.readers import image
from keepproof.readers.documents.limits import one_line
from keepproof.readers.facts import DEFAULT, FileFacts, Limits

BROKEN = (
    av.FFmpegError,
    OSError,
    ValueError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    AttributeError,
    TypeError,
)
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
MOST_CHUNKS = 1000
MICROSECONDS = 1_000_000
# A playlist names other files and addresses, so only containers that hold everything are opened.
CONTAINERS = (
    "mov,mp4,matroska,webm,avi,flv,mpeg,mpegts,asf,mp3,wav,aac,ogg,flac,amr,amrnb,amrwb,caf"
)
TAGS = ("title", "artist", "album", "comment")
SIDEWAYS = frozenset({90, 270})
TURNS = {90: 8, 180: 3, 270: 6}

av.logging.set_level(av.logging.PANIC)


def facts(path: Path, limits: Limits = DEFAULT) -> FileFacts:
    """Return size, seconds, time of recording and what is odd; decodes the first frame."""
    try:
        with _opened(path) as container:
            found = FileFacts(
                duration_s=_duration(container),
                taken_at=_created(container.metadata),
                said=_tags(container),
            )
            if not container.streams.video:
                return found
            stream = container.streams.video[0]
            found = replace(found, width=stream.width, height=stream.height, frames=stream.frames)
            if found.width * found.height > limits.pixels:
                return replace(found, odd="readers.image_too_large")
            frame = _first(container)
            if frame is None:
                return replace(found, odd="readers.video_broken")
            if frame.rotation % 360 in SIDEWAYS:
                found = replace(found, width=frame.height, height=frame.width)
            return found
    except BROKEN:
        return FileFacts(odd="readers.video_broken")


def tags(path: Path) -> dict[str, str]:
    """Return what a recording says of itself; nothing where it cannot be opened."""
    try:
        with _opened(path) as container:
            return _tags(container)
    except BROKEN:
        return {}


def thumbnail(path: Path, out: Path, edge: int, limits: Limits = DEFAULT) -> None:
    """Write the first frame as a small WebP; raises KnownError readers.video_broken."""
    try:
        with _opened(path) as container:
            stream = container.streams.video[0]
            if stream.width * stream.height > limits.pixels:
                raise KnownError(
                    "readers.image_too_large", width=stream.width, height=stream.height
                )
            frame = _first(container)
            if frame is None:
                raise KnownError("readers.video_broken")
            small = _small(frame, edge)
    except BROKEN as error:
        raise KnownError("readers.video_broken") from error
    image.save_webp(small, out)


@contextmanager
def _opened(path: Path) -> Iterator[av.container.InputContainer]:
    _check_tags(path)
    with (
        path.open("rb") as file,
        av.open(
            file,
            options={"format_whitelist": CONTAINERS, "protocol_whitelist": "none"},
            mode="r",
            metadata_errors="replace",
        ) as container,
    ):
        yield container


def _check_tags(path: Path) -> None:
    """Raise ValueError where a tag in a WAV file claims more than the file holds: FFmpeg makes room for all of it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] != b"RIFF" or head[8:] != b"WAVE":
            return
        at = len(head)
        for _ in range(MOST_CHUNKS):
            file.seek(at)
            chunk = file.read(12)
            if len(chunk) < 8:
                return
            name, length = struct.unpack("<4sI", chunk[:8])
            if name != b"data" and length > size - at - 8:
                raise ValueError(length)
            # a list is looked into, everything else passed over
            at += 12 if name == b"LIST" and chunk[8:] == b"INFO" else 8 + length + length % 2


def _first(container: av.container.InputContainer) -> av.VideoFrame | None:
    try:
        return next(container.decode(video=0), None)
    except BROKEN:
        return None


def _small(frame: av.VideoFrame, edge: int) -> Image.Image:
    turn = frame.rotation % 360
    width, height = frame.width, frame.height
    if turn in SIDEWAYS:
        height, width = image.fit(height, width, edge)
    else:
        width, height = image.fit(width, height, edge)
    picture = frame.reformat(width=width, height=height, format="rgb24").to_image()  # type: ignore[no-untyped-call]
    return image.upright(picture, TURNS.get(turn, 1))


def _tags(container: av.container.InputContainer) -> dict[str, str]:
    streams = (one.metadata for one in container.streams)
    said = {
        name.lower(): value for one in (*streams, container.metadata) for name, value in one.items()
    }
    return {name: one_line(said[name]) for name in TAGS if one_line(said.get(name, ""))}


def _duration(container: av.container.InputContainer) -> float | None:
    if container.duration is not None and container.duration > 0:
        return round(container.duration / MICROSECONDS, 3)
    lengths = [
        float(stream.duration * stream.time_base)
        for stream in container.streams
        if stream.duration and stream.time_base
    ]
    return round(max(lengths), 3) if lengths else None


def _created(metadata: dict[str, str]) -> SourcedTime | None:
    """Read the time of recording; a zero of 1904 or 1970, as many programs write, is none."""
    stated = metadata.get("com.apple.quicktime.creationdate") or metadata.get("creation_time", "")
    try:
        at = datetime.fromisoformat(stated)
    except ValueError:
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return SourcedTime(at, "video") if at >= EARLIEST else None
