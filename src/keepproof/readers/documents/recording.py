"""Videos and sound: what their tags say."""

from __future__ import annotations

from pathlib import Path

from keepproof.readers import video
from keepproof.readers.documents import limits
from keepproof.readers.reading import Found


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the tags of a recording: title, artist, album, comment."""
    del untrusted_name, media_type
    tags = video.tags(path)
    return limits.found("recording", "\n".join(tags.values()), tags)
