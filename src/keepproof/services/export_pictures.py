"""Write pictures for upload: copies that fit a channel, redacted where there is a redacted copy."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof import messages
from keepproof.domain.changes import Changes
from keepproof.domain.evidence import number_label
from keepproof.errors import KnownError
from keepproof.exporting.documents.fonts import caption_font
from keepproof.exporting.picture_set.plan import (
    LeftOut,
    PicturePlan,
    Upload,
)
from keepproof.exporting.writing import expect_outside, export_whole, problem
from keepproof.services.outcome import Outcome
from keepproof.services.picture_work import MadePicture, PictureWork, make_picture

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.readers.sandbox import Sandbox
    from keepproof.ticket import Ticket

TIMEOUT_S = 90.0
PART = ".keepproof-"


@dataclass(frozen=True, slots=True)
class WrittenPicture:
    """One finished file: its name, what is on it, how large it became."""

    upload: Upload
    size: int
    width: int
    height: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PictureReport:
    """The folder that was written, what is in it, and what is not and why."""

    folder: Path
    pictures: tuple[WrittenPicture, ...]
    left_out: tuple[LeftOut, ...]


def make_pictures(
    chosen: PicturePlan,
    folder: Path,
    sandbox: Sandbox,
    ticket: Ticket,
    *,
    captions: bool = True,
) -> PictureReport:
    """Write the pictures of a plan into a new folder; needs no library, callable from any thread.

    The folder appears when all is done, or not at all. KnownErrors pictures.none, pictures.none_fits,
    pictures.folder_in_use, export.inside_library, export.full, export.failed; CancelledError leaves nothing.
    """
    if not chosen.uploads:
        raise KnownError("pictures.none")
    font = caption_font()
    suffix, most = chosen.limits.suffix, chosen.limits.most_bytes
    works = [
        PictureWork(one, suffix, most, _captions(one, chosen.lang, wanted=captions), font)
        for one in chosen.uploads
    ]
    with _new_folder(folder) as unfinished:
        written, lost = _write(works, unfinished, sandbox, ticket)
        if not written:
            raise KnownError("pictures.none_fits", reason=_reason(lost, chosen.lang))
    return PictureReport(folder, tuple(written), (*chosen.left_out, *lost))


def record_pictures(
    library: Library, order_id: str, channel: str, report: PictureReport, ticket: Ticket
) -> Outcome[PictureReport]:
    """Note in the custody log what went out; the numbers on the pictures are fixed from now on."""
    ticket.check()
    numbers = sorted({one for made in report.pictures for one in made.upload.numbers})
    files = [
        {
            "name": one.upload.file_name,
            "sha256": one.sha256,
            "numbers": list(one.upload.numbers),
            "redacted": list(one.upload.redacted),
        }
        for one in report.pictures
    ]
    with library.transaction():
        library.evidence.freeze(order_id, numbers)
        library.custody.record("export.pictures", order_id, channel=channel, files=files)
    return Outcome(report, Changes(orders=frozenset({order_id})), label="export.pictures")


def free_folder(parent: Path, name: str) -> Path:
    """Give a place for a new folder: the name, or the name with a figure where that is taken."""
    place, count = parent / name, 2
    while place.exists():
        place = parent / f"{name} ({count})"
        count += 1
    return place


def _write(
    works: Sequence[PictureWork], folder: Path, sandbox: Sandbox, ticket: Ticket
) -> tuple[list[WrittenPicture], list[LeftOut]]:
    written: list[WrittenPicture] = []
    lost: list[LeftOut] = []
    ticket.step(0, len(works))
    made = sandbox.map(make_picture, works, timeout_s=TIMEOUT_S, chunk=1)
    for done, (work, result) in enumerate(zip(works, made, strict=True), 1):
        upload = work.upload
        if isinstance(result, KnownError):
            lost += _lost(upload, dict.fromkeys(upload.numbers, result.code))
        else:
            lost += _lost(upload, dict(result.lost))
            if result.data:
                upload = _shown(upload, result)
                export_whole(folder / upload.file_name, result.data)
                written.append(_written(upload, result))
        ticket.step(done, len(works), upload.file_name)
    return written, list(dict.fromkeys(lost))


def _reason(lost: Sequence[LeftOut], lang: str) -> str:
    """Word why nothing could be written: each reason once."""
    joint = "；" if lang == "zh" else "; "
    return joint.join(messages.say(one, lang) for one in dict.fromkeys(one.code for one in lost))


def _shown(upload: Upload, made: MadePicture) -> Upload:
    """Take off a sheet what could not be put on it, so that nobody says it went out."""
    lost = {number for number, _ in made.lost}
    tiles = tuple(one for one in upload.tiles if one.source.number not in lost)
    return replace(upload, tiles=tiles)


def _written(upload: Upload, made: MadePicture) -> WrittenPicture:
    fingerprint = hashlib.sha256(made.data).hexdigest()
    return WrittenPicture(upload, len(made.data), made.width, made.height, fingerprint)


def _lost(upload: Upload, codes: Mapping[int, str]) -> list[LeftOut]:
    names = {one.source.number: one.source.name for one in upload.tiles}
    return [LeftOut(number, names.get(number, ""), code) for number, code in codes.items()]


def _captions(upload: Upload, lang: str, *, wanted: bool) -> tuple[str, ...]:
    """Word the strip over each picture; on a sheet there must be one."""
    if not wanted and len(upload.tiles) == 1:
        return ()
    lines = []
    for one in upload.tiles:
        number = number_label(one.source.number, lang)
        data = {"number": number, "name": one.source.name, "part": one.part, "parts": one.parts}
        code = "pictures.caption_part" if one.parts > 1 else "pictures.caption"
        lines.append(messages.say(code, lang, data).strip())
    return tuple(lines)


@contextmanager
def _new_folder(folder: Path) -> Iterator[Path]:
    """Give a folder beside the place to fill; it takes its place once it is whole, else it is gone."""
    try:
        expect_outside(folder)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise KnownError("pictures.folder_in_use", folder=folder.name)
        unfinished = Path(tempfile.mkdtemp(dir=folder.parent, prefix=PART))
    except OSError as error:
        raise problem(error, folder) from error
    try:
        yield unfinished
        _settle(unfinished, folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _settle(unfinished: Path, folder: Path) -> None:
    try:
        if folder.exists():
            folder.rmdir()
        unfinished.chmod(0o755)
        unfinished.rename(folder)
    except OSError as error:
        raise problem(error, folder) from error
