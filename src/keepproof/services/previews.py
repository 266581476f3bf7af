"""Small pictures and first lines of kept files, made in the sandbox and cached in derived/."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from keepproof.domain.evidence import Evidence
from keepproof.errors import KnownError
from keepproof.readers.documents.reader import read as read_document
from keepproof.readers.documents.table import is_document
from keepproof.readers.sandbox import Sandbox
from keepproof.readers.text_head import text_head
from keepproof.readers.thumbnails import Thumbnail, can_show, enlarge, make
from keepproof.ticket import Ticket

TIMEOUT_S = 20.0
DOCUMENT_TIMEOUT_S = 30.0
CHUNK = 8
FIRST_CHARACTERS = 900
PICTURE_SUFFIXES = (".jpg", ".png", ".webp")

log = logging.getLogger(__name__)


class Previews:
    """Make and find previews; callable from any thread, needs no open library.

    What cannot be shown is tried once in the life of this object.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        """Take the sandbox that decodes."""
        self._sandbox = sandbox
        self._hopeless: set[tuple[str, int]] = set()

    def thumbnail(self, library_folder: Path, evidence: Evidence, edge_px: int) -> Path | None:
        """Return the file of a small picture (WebP), or None where there is nothing to show."""
        return self.thumbnails(library_folder, [evidence], edge_px)[0]

    def thumbnails(
        self,
        library_folder: Path,
        evidence: Sequence[Evidence],
        edge_px: int,
        ticket: Ticket | None = None,
    ) -> list[Path | None]:
        """Make many small pictures at once, cheaper than one by one; in the order of `evidence`."""
        folder = library_folder / "derived" / "thumbs" / str(edge_px)
        wanted = {
            one.sha256: Thumbnail(
                original(library_folder, one.sha256),
                one.media_type,
                folder / f"{one.sha256}.webp",
                edge_px,
            )
            for one in evidence
            if can_show(one.media_type) and (one.sha256, edge_px) not in self._hopeless
        }
        missing = [one for one in wanted.values() if not one.out.is_file()]
        self._make(missing, ticket)
        return [self._ready(wanted.get(one.sha256)) for one in evidence]

    def picture(self, path: Path, evidence: Evidence, max_edge: int, page: int = 0) -> Path | None:
        """Return a large picture for the viewer, re-encoded and upright; None when there is none.

        `path` is the original's, `<library>/originals/ab/cd/<sha256>`; `page` counts from 0.
        """
        name = f"{evidence.sha256}-{page}" if page else evidence.sha256
        stem = path.parents[3] / "derived" / "pictures" / str(max_edge) / name
        if not can_show(evidence.media_type) or (name, -max_edge) in self._hopeless:
            return None
        ready = (stem.with_name(stem.name + suffix) for suffix in PICTURE_SUFFIXES)
        found = next((file for file in ready if file.is_file()), None)
        if found is not None:
            return found
        try:
            return self._sandbox.run(
                enlarge, path, evidence.media_type, stem, max_edge, page, timeout_s=TIMEOUT_S
            )
        except KnownError as error:
            self._give_up(name, -max_edge, error.code)
        except OSError as error:
            log.warning("no room for a preview: %s", error)
        return None

    def first_words(self, library_folder: Path, evidence: Evidence) -> str | None:
        """Return the first words of a text or a document for a small preview; None when it has none."""
        path = original(library_folder, evidence.sha256)
        words = self.text_preview(path, evidence.media_type, FIRST_CHARACTERS)
        return words if words and words.strip() else None

    def text_preview(self, path: Path, media_type: str, limit_chars: int) -> str | None:
        """Return the beginning of a text, a document or a mail as a reader sees it; None when it has no words."""
        try:
            if not is_document(media_type):
                return text_head(path, media_type, limit_chars)
            found = self._sandbox.run(
                read_document, path, "", media_type, timeout_s=DOCUMENT_TIMEOUT_S
            )
        except OSError as error:
            log.info("no text preview: %s", error)
        except KnownError as error:
            log.info("no text preview: %s", error.code)
        else:
            return found.text[:limit_chars] or None
        return None

    def _make(self, missing: Sequence[Thumbnail], ticket: Ticket | None) -> None:
        try:
            made = self._sandbox.map(make, missing, timeout_s=TIMEOUT_S, chunk=_chunk(len(missing)))
            for done, (one, result) in enumerate(zip(missing, made, strict=True), 1):
                code = result.code if isinstance(result, KnownError) else result
                if code:
                    self._give_up(one.path.name, one.edge, code)
                if ticket is not None:
                    ticket.step(done, len(missing))
        except OSError as error:
            log.warning("no room for previews: %s", error)
        except KnownError as error:
            log.info("no more previews: %s", error.code)

    def _give_up(self, sha256: str, edge: int, code: str) -> None:
        log.info("no preview of %s: %s", sha256, code)
        if code != "readers.closed":
            self._hopeless.add((sha256, edge))

    def _ready(self, wanted: Thumbnail | None) -> Path | None:
        return wanted.out if wanted is not None and wanted.out.is_file() else None


def original(library_folder: Path, sha256: str) -> Path:
    """Return where a library keeps the bytes of an item."""
    return library_folder / "originals" / sha256[:2] / sha256[2:4] / sha256


def _chunk(count: int) -> int:
    """Share few pictures among the children, many in chunks that save journeys."""
    return max(1, min(CHUNK, count // 4))
