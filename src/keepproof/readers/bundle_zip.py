"""Open a zip that claims to be an evidence bundle: nothing is unpacked by its own names, everything is bounded."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from keepproof.domain.bundle import MANIFEST, MOST_FILES
from keepproof.domain.file_names import folded, path_problem
from keepproof.errors import KnownError

PIECE = 512 * 1024
MOST_DIRECTORY = 16 * 1024 * 1024
MOST_TOLD = 64 * 1024 * 1024
FREELY_UNPACKED = 1024**3
MOST_RATIO = 200
ENCRYPTED = 0x1
# whatever a damaged archive makes the standard library say
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
)


class MemberError(Exception):
    """A file in the zip cannot be read as it was written."""


@dataclass(frozen=True, slots=True)
class BundleZip:
    """An open zip with one bag in it; `members` are the files by their path inside the bag."""

    archive: zipfile.ZipFile
    folder: str
    members: dict[str, zipfile.ZipInfo]

    def pieces(self, path: str) -> Iterator[bytes]:
        """Read one file piece by piece; MemberError where it is damaged."""
        try:
            with self.archive.open(self.members[path]) as member:
                while piece := member.read(PIECE):
                    yield piece
        except BROKEN as error:
            raise MemberError(path) from error

    def content(self, path: str) -> bytes | None:
        """Read one small file whole; None where it is not there, damaged or not small."""
        member = self.members.get(path)
        if member is None or member.file_size > MOST_TOLD:
            return None
        try:
            return b"".join(self.pieces(path))
        except MemberError:
            return None


@contextmanager
def opened_zip(untrusted: Path) -> Iterator[BundleZip]:
    """Open a bundle for reading.

    KnownErrors: bundle.unreadable (not there, no zip, damaged), bundle.not_one (a zip without a bag), bundle.too_large
    (too many files, or a bomb), bundle.unsafe (data: path, problem) where it holds what must never be unpacked:
    absolute, outside, backslash, control, reserved, trailing, long, link, special, encrypted, method, collision.
    """
    with ExitStack() as stack:
        try:
            if not untrusted.is_file():
                raise KnownError("bundle.unreadable", name=untrusted.name)
            file = stack.enter_context(_Bounded(untrusted))
            archive = stack.enter_context(zipfile.ZipFile(file))
            found = _bundle(archive, untrusted)
        except BROKEN as error:
            raise KnownError("bundle.unreadable", name=untrusted.name) from error
        yield found


def _bundle(archive: zipfile.ZipFile, untrusted: Path) -> BundleZip:
    if len(archive.filelist) > 2 * MOST_FILES:
        raise KnownError("bundle.too_large", name=untrusted.name)
    _expect_safe(archive.filelist, untrusted.name)
    files = [one for one in archive.filelist if not _is_folder(one)]
    if (
        sum(one.file_size for one in files)
        > FREELY_UNPACKED + MOST_RATIO * untrusted.stat().st_size
    ):
        raise KnownError("bundle.too_large", name=untrusted.name)
    roots = {one.filename.partition("/")[0] for one in files}
    folder = roots.pop() if len(roots) == 1 else ""
    start = len(folder) + 1
    members = {one.filename[start:]: one for one in files if one.filename[start:]}
    if not folder or MANIFEST not in members:
        raise KnownError("bundle.not_one", name=untrusted.name)
    return BundleZip(archive, folder, members)


def _expect_safe(entries: list[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    folders: set[str] = set()
    for one in entries:
        # What ZipInfo cleans up (a NUL, a backslash) is looked at as it stood in the archive.
        bare = one.orig_filename.removesuffix("/")
        problem = path_problem(bare) or _kind_problem(one)
        path = folded(bare)
        if not problem and not _is_folder(one):
            problem = "collision" if path in seen else ""
            seen.add(path)
        if problem:
            raise KnownError("bundle.unsafe", name=name, path=bare[:200], problem=problem)
        folders.update(path[:at] for at, sign in enumerate(path) if sign == "/")
    if both := seen & folders:
        raise KnownError("bundle.unsafe", name=name, path=min(both)[:200], problem="collision")


def _is_folder(one: zipfile.ZipInfo) -> bool:
    return one.orig_filename.endswith("/")


def _kind_problem(one: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(one.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "link"
    if kind not in {0, stat.S_IFDIR if _is_folder(one) else stat.S_IFREG}:
        return "special"
    if one.flag_bits & ENCRYPTED:
        return "encrypted"
    # The other methods unpack without bounds.
    return "" if one.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} else "method"


class _Bounded(FileIO):
    """A file of which nothing reads more at once than a list of files may take."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read so much; KnownError bundle.too_large where that is more than any bundle needs."""
        wanted = MOST_DIRECTORY + 1 if size is None or size < 0 else size
        found = super().read(min(wanted, MOST_DIRECTORY + 1)) or b""
        if len(found) > MOST_DIRECTORY:
            raise KnownError("bundle.too_large", name=Path(str(self.name)).name)
        return found
