"""Open a kept picture for redaction: what it starts from, and its tiles, which are gone when it is closed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.redaction import Box
from keepproof.library.disk import disk_errors
from keepproof.readers.sandbox import Sandbox
from keepproof.services.redact_evidence import TIMEOUT_S, check_original, former_boxes, original_of
from keepproof.services.redact_picture import OpenedPicture, open_picture
from keepproof.services.redact_suggestions import Suggestions, suggestions
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library


@dataclass(frozen=True, slots=True)
class RedactionStart:
    """What an edit begins with: the original, the boxes of its newest copy, and what may be covered."""

    filed: FiledEvidence
    boxes: tuple[Box, ...]
    suggestions: Suggestions


def start(library: Library, filed: FiledEvidence, ticket: Ticket) -> RedactionStart:
    """Gather what an edit begins with; KnownErrors as of `redact_evidence.check_original`."""
    original = original_of(library, filed)
    check_original(library, original, ticket)
    return RedactionStart(original, former_boxes(library, filed), suggestions(library, original))


def open_tiles(library_folder: Path, original: Path, sandbox: Sandbox) -> OpenedPicture:
    """Cut a picture into tiles; what an earlier edit left behind in a crash is swept. Needs no open library.

    KnownErrors: library.full and its like, and as `open_picture` and the sandbox do.
    """
    root = library_folder / "derived" / "redaction"
    shutil.rmtree(root, ignore_errors=True)
    folder = root / uuid4().hex
    with disk_errors(library_folder):
        return sandbox.run(open_picture, original, folder, timeout_s=TIMEOUT_S)


def close_tiles(picture: OpenedPicture) -> None:
    """Remove the tiles."""
    shutil.rmtree(picture.folder, ignore_errors=True)
