"""Words for pictures that go out: what becomes of each piece, how much it is, what a channel takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from keepproof.domain.evidence import Evidence
from keepproof.ui.labels_evidence import size_words
from keepproof.ui.labels_orders import enumerated, facts_line

if TYPE_CHECKING:
    from keepproof.exporting.picture_set.plan import LeftOut, PicturePlan, Upload
    from keepproof.services.export_pictures import PictureReport

Say = Callable[[str], str]
# The picture goes out all the same.
ONLY_A_WORD = frozenset({"pictures.first_only", "pictures.damaged"})


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a piece: words, their tone, and whether it goes out."""

    words: str
    tone: str
    goes: bool = False


class UploadCounts(QObject):
    """Counted words; an object, because Qt collects plural forms from objects only."""

    def parts(self, count: int) -> str:
        """Say in how many pictures a long one is cut."""
        return self.tr("cut into %n picture(s)", "", count)

    def pictures(self, count: int) -> str:
        """Count pictures."""
        return self.tr("%n picture(s)", "", count)

    def pieces(self, count: int) -> str:
        """Count the pieces of evidence on them."""
        return self.tr("from %n piece(s) of evidence", "", count)

    def sheets(self, count: int) -> str:
        """Count the sheets among them."""
        return self.tr("%n of them sheet(s) with several", "", count)

    def left_out(self, count: int) -> str:
        """Count what does not fit."""
        return self.tr("%n piece(s) do not go out", "", count)

    def redacted(self, count: int) -> str:
        """Count the redacted copies."""
        return self.tr("%n redacted copy(ies)", "", count)

    def written(self, count: int) -> str:
        """Say how many pictures were written."""
        return self.tr("%n picture(s) written", "", count)

    def write(self, count: int) -> str:
        """Word the button that writes them."""
        return self.tr("Write %n picture(s)", "", count)


def planned(plan: PicturePlan, say: Say) -> dict[int, Fate]:
    """Say of each number what would become of it."""
    fates = {one.number: Fate(say(one.code), "warn") for one in _lost(plan.left_out)}
    sheets = [one for one in plan.uploads if len(one.tiles) > 1]
    for one in plan.uploads:
        for number in one.numbers:
            fates[number] = _planned(number, plan.uploads, sheets, fates.get(number))
    return fates


def written(report: PictureReport, say: Say) -> dict[int, Fate]:
    """Say of each number what became of it, with the size of its file."""
    fates = {one.number: Fate(say(one.code), "warn") for one in _lost(report.left_out)}
    uploads = [one.upload for one in report.pictures]
    sheets = [one for one in uploads if len(one.tiles) > 1]
    for number in dict.fromkeys(number for one in uploads for number in one.numbers):
        lost = fates.get(number)
        place = _place(number, uploads, sheets)
        size = sum(one.size for one in report.pictures if number in one.upload.numbers)
        parts = [place, bytes_words(size), lost.words if lost is not None else ""]
        tone = "ok" if lost is None else "warn"
        fates[number] = Fate(facts_line(parts), tone, goes=True)
    return fates


def summary(plan: PicturePlan, chosen: int) -> str:
    """Say in one line what would be written."""
    counts = UploadCounts()
    sheets = sum(len(one.tiles) > 1 for one in plan.uploads)
    pieces = {number for one in plan.uploads for number in one.numbers}
    redacted = {number for one in plan.uploads for number in one.redacted}
    lost = chosen - len(pieces)
    parts = [counts.pictures(len(plan.uploads)), counts.pieces(len(pieces))]
    parts.append(counts.sheets(sheets) if sheets else "")
    parts.append(counts.redacted(len(redacted)) if redacted else "")
    parts.append(counts.left_out(lost) if lost > 0 else "")
    return facts_line(parts)


def details(item: Evidence, notes: Mapping[str, bool]) -> str:
    """Write the size of a picture, and what is to be known of it."""
    words = {
        "redacted": QCoreApplication.translate("UploadWords", "redacted copy"),
        "damaged": QCoreApplication.translate("UploadWords", "damaged, what can be read of it"),
        "first_only": QCoreApplication.translate("UploadWords", "first page only"),
    }
    said = [words[name] for name, on in notes.items() if on]
    return facts_line([*said, size_words(item)])


def stays() -> Fate:
    """Say of a piece that is not ticked that it stays here."""
    return Fate(QCoreApplication.translate("UploadWords", "stays here"), "mute")


def no_picture(say: Say) -> Fate:
    """Say of a piece that it is no picture."""
    return Fate(say("pictures.no_picture"), "mute")


def bytes_words(size: int) -> str:
    """Write a size: 412 KB, 1.3 MB."""
    return f"{max(1, round(size / 1024))} KB" if size < 1024**2 else f"{size / 1024**2:.1f} MB"


def _planned(
    number: int, uploads: Sequence[Upload], sheets: Sequence[Upload], lost: Fate | None
) -> Fate:
    said = _place(number, uploads, sheets)
    if lost is None:
        return Fate(said, "ok", goes=True)
    return Fate(facts_line([said, lost.words]), "warn", goes=True)


def _place(number: int, uploads: Sequence[Upload], sheets: Sequence[Upload]) -> str:
    """Say where a piece stands: on sheets, in parts, or on its own."""
    on = [str(at) for at, one in enumerate(sheets, 1) if number in one.numbers]
    if on:
        words = QCoreApplication.translate("UploadWords", "on sheet {sheets}")
        return words.format(sheets=enumerated(on))
    alone = sum(len(one.tiles) == 1 and number in one.numbers for one in uploads)
    if alone > 1:
        return UploadCounts().parts(alone)
    return QCoreApplication.translate("UploadWords", "on its own")


def _lost(left_out: Sequence[LeftOut]) -> list[LeftOut]:
    return [one for one in left_out if one.code not in ONLY_A_WORD]
