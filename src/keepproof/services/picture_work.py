"""What the sandbox does for a picture that goes out: decode foreign files, cut, lay on a sheet, write it small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from keepproof.errors import KnownError
from keepproof.exporting.documents.fonts import FontFile
from keepproof.exporting.picture_set.plan import Upload

if TYPE_CHECKING:
    from keepproof.exporting.picture_set.sheet import Captioned


@dataclass(frozen=True, slots=True)
class PictureWork:
    """One picture to make: of what, with which ending, how large, with captions in which words and face."""

    upload: Upload
    suffix: str
    most_bytes: int
    captions: tuple[str, ...] = ()
    font: FontFile | None = None


@dataclass(frozen=True, slots=True)
class MadePicture:
    """A finished picture, b"" where none could be made small enough; `lost` are numbers with the code of why."""

    data: bytes
    width: int = 0
    height: int = 0
    lost: tuple[tuple[int, str], ...] = ()


def make_picture(work: PictureWork) -> MadePicture:
    """Make one picture; meant to run in the sandbox. What cannot be decoded is named, the rest goes out."""
    # Pillow is imported in the child only
    from keepproof.exporting.picture_set.fitting import READABLE, fit  # noqa: PLC0415
    from keepproof.exporting.picture_set.sheet import LEAST_CELL, captioned, lay  # noqa: PLC0415

    shown, lost = _decoded(work)
    if not shown:
        return MadePicture(b"", lost=lost)
    readable = READABLE
    if len(work.upload.tiles) > 1:
        sheet = lay(shown, work.font)
        image, readable = sheet.image, sheet.columns * LEAST_CELL
    else:
        image = captioned(shown[0], work.font) if work.captions else shown[0].image
    fitted = fit(image, work.suffix, work.most_bytes, readable)
    if fitted is None:
        broken = {number for number, _ in lost}
        large = [one for one in work.upload.numbers if one not in broken]
        return MadePicture(b"", lost=(*lost, *((one, "pictures.bytes") for one in large)))
    return MadePicture(fitted.data, fitted.width, fitted.height, lost)


def _decoded(work: PictureWork) -> tuple[list[Captioned], tuple[tuple[int, str], ...]]:
    from keepproof.exporting.picture_set.cutting import part_of  # noqa: PLC0415 - see make_picture
    from keepproof.exporting.picture_set.fitting import as_srgb  # noqa: PLC0415 - as above
    from keepproof.exporting.picture_set.sheet import Captioned  # noqa: PLC0415 - as above
    from keepproof.readers.whole_picture import whole_picture  # noqa: PLC0415 - as above

    shown: list[Captioned] = []
    lost: dict[int, str] = {}
    captions = work.captions or ("",) * len(work.upload.tiles)
    for tile, words in zip(work.upload.tiles, captions, strict=True):
        number = tile.source.number
        part = f"{tile.part}/{tile.parts}" if tile.parts > 1 else ""
        try:
            whole = whole_picture(tile.source.path)
        except KnownError as error:
            lost[number] = error.code
            continue
        image = part_of(as_srgb(whole.image, whole.profile), tile.part, tile.parts)
        shown.append(Captioned(image, words, f"E{number} {part}".strip()))
    return shown, tuple(lost.items())
