"""Small pictures of files that are not kept yet; nothing of them stays anywhere."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.readers import sniff, thumbnails
from keepproof.readers.sandbox import Sandbox
from keepproof.readers.thumbnails import Thumbnail
from keepproof.ticket import Ticket

MOST = 60


def small_pictures(
    files: Sequence[Path], edge: int, sandbox: Sandbox, ticket: Ticket
) -> dict[Path, bytes]:
    """Make small pictures of files, of the first 60, as WebP; what cannot be shown has none."""
    found: dict[Path, bytes] = {}
    with tempfile.TemporaryDirectory(prefix="keepproof-") as place:
        wanted = [
            Thumbnail(path, media_type, Path(place) / f"{number}.webp", edge)
            for number, path in enumerate(files[:MOST])
            if (media_type := _media_type(path))
        ]
        for one, problem in zip(wanted, sandbox.map(thumbnails.make, wanted), strict=True):
            ticket.check()
            with suppress(OSError):
                if problem == "":
                    found[one.path] = one.out.read_bytes()
    return found


def _media_type(path: Path) -> str:
    """Name the type of a file that can be shown, "" for others and for one that is gone."""
    try:
        media_type = sniff.media_type(path, path.name)
    except (OSError, KnownError):
        return ""
    return media_type if thumbnails.can_show(media_type) else ""
