"""Find the pictures that tell where they were taken, before they go out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.readers.picture_place import has_place
from keepproof.services.previews import original

if TYPE_CHECKING:
    from keepproof.domain.evidence import Evidence
    from keepproof.readers.sandbox import Sandbox
    from keepproof.ticket import Ticket

TIMEOUT_S = 10.0
CAMERAS = frozenset({"image/jpeg", "image/heic", "image/heif", "image/tiff", "image/webp"})
"""What cameras write; a screenshot is a PNG and was taken nowhere."""


def may_name_a_place(item: Evidence) -> bool:
    """Say whether it is worth looking into an item."""
    return item.media_type in CAMERAS


def placed(
    library_folder: Path, items: Sequence[Evidence], sandbox: Sandbox, ticket: Ticket
) -> dict[str, bool]:
    """Say of each of these pictures, by id, whether it names the place where it was taken.

    Needs no open library. CancelledError.
    """
    paths = [original(library_folder, one.sha256) for one in items]
    found: dict[str, bool] = {}
    results = sandbox.map(has_place, paths, timeout_s=TIMEOUT_S)
    for done, (item, result) in enumerate(zip(items, results, strict=True), 1):
        found[item.id] = result is True
        ticket.step(done, len(items), item.name)
    return found
