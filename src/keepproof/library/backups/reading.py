"""Read a backup: nothing it says is believed before it was checked."""

from __future__ import annotations

import hashlib
import io
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from keepproof.errors import KnownError
from keepproof.library.backups import manifest as form
from keepproof.library.backups import sealing
from keepproof.library.backups.manifest import BackedUpFile, Manifest
from keepproof.library.backups.meter import Meter
from keepproof.library.backups.sealing import Sink

CHUNK = 512 * 1024
_SCAN = 1024**2
_DIRECTORY_BYTES = 160 * 1024**2
_MOST_ENTRIES = form.MOST_FILES + 10
_BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, RuntimeError)
_ENCRYPTED = 1
_FILE_MARK, _DIRECTORY_MARK = b"PK\3\4", b"PK\1\2"


class BackupFile:
    """An open backup whose table of entries was checked; one thread at a time.

    KnownErrors: restore.not_there, not_a_backup, cut_off, damaged, unsafe, too_much, unreadable.
    """

    def __init__(self, path: Path) -> None:
        """Open a backup and refuse what no backup of ours can be."""
        self._path = path
        with self._errors(""):
            self._file = _open(path)
            try:
                self._archive = zipfile.ZipFile(self._file)
                self._entries = _entries(self._archive, self._file.size)
            except BaseException:
                self._file.close()
                raise

    @property
    def sealed(self) -> bool:
        """Say whether a passphrase is needed."""
        return form.KEY in self._entries

    def locked_key(self) -> bytes:
        """Give the identity as it is locked with the passphrase."""
        return self._small(form.KEY, sealing.KEY_BYTES)

    def manifest(self, identity: str = "") -> Manifest:
        """Read and check the table of contents; all it names is there, and nothing else."""
        if self.sealed:
            sink = _Limited(form.MANIFEST_BYTES)
            with self._entry(form.SEALED_MANIFEST) as source:
                sealing.unseal(source, sink, identity, form.SEALED_MANIFEST)
            data = sink.data.getvalue()
        else:
            data = self._small(form.MANIFEST, form.MANIFEST_BYTES)
        found = form.read(data, sealed=self.sealed)
        self._compare(found)
        return found

    def copy(self, one: BackedUpFile, sink: Sink, identity: str, meter: Meter) -> None:
        """Give the bytes of a file to a sink and make sure of them; what the sink raises comes through."""
        checked = _Checked(one, sink, meter)
        with self._entry(one.entry, one.path) as source:
            if identity:
                sealing.unseal(source, checked, identity, one.path)
            else:
                while piece := source.read(CHUNK):
                    checked.write(piece)
        checked.finish()

    def check(self, one: BackedUpFile, identity: str, meter: Meter) -> None:
        """Make sure that a file of the backup is what the manifest says."""
        self.copy(one, _Nowhere(), identity, meter)

    def close(self) -> None:
        """Close the file."""
        self._archive.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _small(self, name: str, most: int) -> bytes:
        entry = self._entries.get(name)
        if entry is None:
            raise KnownError("restore.not_a_backup")
        if entry.file_size > most:
            raise KnownError("restore.too_much")
        with self._entry(name) as source:
            return source.read()

    def _compare(self, manifest: Manifest) -> None:
        named = {one.entry: one for one in manifest.files}
        own = {form.README, form.MANIFEST, form.SEALED_MANIFEST, form.KEY}
        for name in self._entries:
            if name not in named and name not in own:
                raise KnownError("restore.unsafe", name=name[:200])
        for name, one in named.items():
            entry = self._entries.get(name)
            if entry is None or entry.file_size < one.size:
                raise KnownError("restore.damaged", name=one.path)

    @contextmanager
    def _entry(self, name: str, shown: str = "") -> Iterator[IO[bytes]]:
        if name not in self._entries:
            raise KnownError("restore.damaged", name=shown or name)
        with self._errors(shown or name):
            source = self._archive.open(self._entries[name])
        try:
            yield _Source(source, shown or name)  # type: ignore[misc]
        finally:
            source.close()

    @contextmanager
    def _errors(self, name: str) -> Iterator[None]:
        try:
            yield
        except _BROKEN as error:
            raise _broken(self._path, name) from error
        except OSError as error:
            raise KnownError("restore.unreadable", detail=error.strerror or "") from error


class _Bounded(io.BufferedReader):
    """A file that refuses to give a table of entries of a size only made to use up memory."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self.size = self.seek(0, io.SEEK_END)
        self.seek(0)

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = self.size - self.tell() if size is None or size < 0 else size
        if min(wanted, self.size) > _DIRECTORY_BYTES:
            raise KnownError("restore.too_much")
        data = super().read(wanted)
        if len(data) > _SCAN and data.count(_DIRECTORY_MARK) > _MOST_ENTRIES:
            raise KnownError("restore.too_much")
        return data


class _Source(io.RawIOBase):
    """An entry that tells of damage by a known error."""

    def __init__(self, entry: IO[bytes], name: str) -> None:
        super().__init__()
        self._entry = entry
        self._name = name

    def read(self, size: int = -1, /) -> bytes:
        try:
            return self._entry.read(size)
        except (*_BROKEN, OSError) as error:
            raise KnownError("restore.damaged", name=self._name) from error


class _Limited:
    """A sink for something small."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.data = io.BytesIO()

    def write(self, data: bytes, /) -> int:
        if self.data.tell() + len(data) > self._most:
            raise KnownError("restore.too_much")
        return self.data.write(data)

    def flush(self) -> None:
        """Nothing is held back."""


class _Nowhere:
    """A sink for what is only checked."""

    def write(self, data: bytes, /) -> int:
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


class _Checked:
    """Hands bytes on as long as they can be those of the file, and knows at the end whether they were."""

    def __init__(self, one: BackedUpFile, sink: Sink, meter: Meter) -> None:
        self._one = one
        self._sink = sink
        self._meter = meter
        self._digest = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes, /) -> int:
        self._size += len(data)
        if self._size > self._one.size:
            raise KnownError("restore.damaged", name=self._one.path)
        self._digest.update(data)
        self._meter.add(len(data), self._one.path.rsplit("/", 1)[-1][:12])
        self._sink.write(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def finish(self) -> None:
        if self._size != self._one.size or self._digest.hexdigest() != self._one.sha256:
            raise KnownError("restore.damaged", name=self._one.path)


def _open(path: Path) -> _Bounded:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise KnownError("restore.not_a_backup")
        return _Bounded(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise KnownError("restore.not_there", name=path.name) from error


def _entries(archive: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    """Check the table of entries: plain names, each once, stored as they are, no links, no more than the file holds."""
    found: dict[str, zipfile.ZipInfo] = {}
    folded: set[str] = set()
    total = 0
    if len(archive.filelist) > _MOST_ENTRIES:
        raise KnownError("restore.too_much")
    names = {one.filename for one in archive.filelist}
    if form.MANIFEST not in names and not {form.SEALED_MANIFEST, form.KEY} <= names:
        raise KnownError("restore.not_a_backup")
    for one in archive.filelist:
        mode = one.external_attr >> 16
        link = mode and stat.S_IFMT(mode) not in {0, stat.S_IFREG}
        packed = one.compress_type != zipfile.ZIP_STORED or one.compress_size != one.file_size
        if link or packed or one.flag_bits & _ENCRYPTED or not _plain(one.orig_filename):
            raise KnownError("restore.unsafe", name=one.orig_filename[:200])
        if one.filename.casefold() in folded:
            raise KnownError("restore.unsafe", name=one.orig_filename[:200])
        folded.add(one.filename.casefold())
        found[one.filename] = one
        total += one.file_size
    if total > size:  # entries that lie upon one another
        raise KnownError("restore.too_much")
    return found


def _plain(name: str) -> bool:
    own = {form.README, form.MANIFEST, form.SEALED_MANIFEST, form.KEY}
    return name in own or form.is_entry(name)


def _broken(path: Path, name: str) -> KnownError:
    if name:
        return KnownError("restore.damaged", name=name)
    try:
        with path.open("rb") as file:
            ours = file.read(4) == _FILE_MARK
    except OSError as error:
        return KnownError("restore.unreadable", detail=error.strerror or "")
    return KnownError("restore.cut_off" if ours else "restore.not_a_backup")
