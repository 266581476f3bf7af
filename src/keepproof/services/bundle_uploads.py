"""Put small copies of the pictures into a bundle, ready to be uploaded one by one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.domain import bundle as form
from keepproof.errors import KnownError
from keepproof.exporting.bundle import PackedFile
from keepproof.exporting.picture_set.plan import PictureLimits, PicturePlan
from keepproof.services.export_pictures import make_pictures
from keepproof.services.plan_pictures import PictureRequest, names_of, preview_pictures

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library
    from keepproof.readers.sandbox import Sandbox
    from keepproof.services.bundle_contents import Contents
    from keepproof.ticket import Ticket

LIMITS = PictureLimits(None, 500 * 1024, ("jpg",))
NOTHING = frozenset({"pictures.none", "pictures.none_fits"})
FOLDER = f"{form.SHARE}/upload"


def plan_uploads(library: Library, book: Book, contents: Contents, lang: str) -> PicturePlan:
    """Decide which pictures are made; a redacted copy always goes before its original, and what is left out stays out."""
    record = contents.record
    numbers = frozenset(
        one.number for one in record.items if one.file or one.left_out == "redacted"
    )
    filed = library.evidence.of_order(contents.order.id)
    names = names_of(book, filed, lang)
    request = PictureRequest(contents.order.id, numbers, names, LIMITS, lang)
    return preview_pictures(library.folder, filed, request)


def likely_bytes(chosen: PicturePlan, contents: Contents) -> int:
    """Guess how large the pictures become in all, rather too large: a small screenshot may grow as JPEG."""
    sizes = {one.number: one.size for one in contents.record.items}
    each = (sum(sizes.get(number, 0) for number in one.numbers) for one in chosen.uploads)
    return sum(min(LIMITS.most_bytes, 3 * size + 50_000) for size in each)


@contextmanager
def uploads(
    chosen: PicturePlan, at: datetime, sandbox: Sandbox, ticket: Ticket
) -> Iterator[tuple[PackedFile, ...]]:
    """Make the pictures in a temporary folder, which is there as long as they are packed; none where there are none."""
    with tempfile.TemporaryDirectory(prefix="keepproof-") as folder:
        try:
            made = make_pictures(chosen, Path(folder) / "upload", sandbox, ticket)
        except KnownError as error:
            if error.code not in NOTHING:
                raise
            yield ()
            return
        yield tuple(
            PackedFile(
                made.folder / one.upload.file_name,
                f"{FOLDER}/{one.upload.file_name}",
                one.sha256,
                one.size,
                at,
            )
            for one in made.pictures
        )
