"""Nothing a backup says is believed: what is damaged, foreign or hostile is refused, by name."""

from __future__ import annotations

import random
import stat
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.errors import KnownError
from keepproof.library.backups import manifest as form
from keepproof.library.backups import reading, sealing
from keepproof.library.backups.manifest import DATABASE, MANIFEST, is_ours
from keepproof.library.library import Library
from library.backups.backup_pieces import (
    AT,
    DATA,
    archive,
    back_up,
    check,
    entry,
    fill,
    honest,
    manifest,
    plan,
    seal,
)

HASH = "ab" * 32


def refused(call: Callable[[], object]) -> tuple[str, object]:
    """Give the code of the refusal and the name it names."""
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value.code, caught.value.data.get("name")


def linked(name: str) -> zipfile.ZipInfo:
    one = zipfile.ZipInfo(name)
    one.external_attr = (stat.S_IFLNK | 0o777) << 16
    return one


def packed(name: str) -> zipfile.ZipInfo:
    one = zipfile.ZipInfo(name)
    one.compress_type = zipfile.ZIP_DEFLATED
    return one


def test_the_smallest_backup_is_read(tmp_path: Path) -> None:
    assert check(archive(tmp_path / "b.zip", honest())).files == (entry(DATABASE, DATA),)


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "library/../../evil",
        "/etc/passwd",
        "C:/Windows/evil",
        "C:evil",
        "library\\..\\evil",
        "library/originals/ab/ab/../../../evil",
        "library/",
        "library/library.lock",
        "library/originals/ab/ac/" + HASH,
        "library/originals/AB/AB/" + HASH.upper(),
        "library/trash/" + HASH + " ",
        "library/trash/" + HASH + "\n",
        "settings/knowledge/con.toml",
        "settings/knowledge/nul/a.toml",
        "settings/knowledge/a/b/c.toml",
        "settings/knowledge/../settings.json",
        "Library/keepproof.sqlite3",
        "manifest.JSON",
        "data/0.age",
        "\N{FULLWIDTH SOLIDUS}etc",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    code, said = refused(lambda: check(archive(tmp_path / "b.zip", honest([(name, b"x")]))))
    assert (code, said) == ("restore.unsafe", name)


@pytest.mark.parametrize("make", [linked, packed])
def test_links_and_packed_entries_are_refused(
    tmp_path: Path, make: Callable[[str], zipfile.ZipInfo]
) -> None:
    name = f"library/trash/{HASH}"
    bomb = archive(tmp_path / "b.zip", honest([(make(name), b"\0" * 100_000)]))
    assert refused(lambda: check(bomb)) == ("restore.unsafe", name)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_used_twice_is_refused(tmp_path: Path) -> None:
    twice = archive(tmp_path / "b.zip", honest([(DATABASE, b"other")]))
    assert refused(lambda: check(twice)) == ("restore.unsafe", DATABASE)


def test_a_name_hidden_behind_a_nul_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "b.zip", honest([("library/trash/" + "c" * 64, b"x")]))
    raw = path.read_bytes().replace(b"c" * 64, b"\0" + b"c" * 63)
    path.write_bytes(raw)
    assert refused(lambda: check(path))[0] == "restore.unsafe"


def test_an_entry_nobody_listed_is_refused(tmp_path: Path) -> None:
    name = f"library/trash/{HASH}"
    path = archive(tmp_path / "b.zip", honest([(name, b"x")]))
    assert refused(lambda: check(path)) == ("restore.unsafe", name)


def test_a_listed_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    name = f"library/trash/{HASH}"
    listed = manifest([entry(DATABASE, DATA), entry(name, b"x")])
    path = archive(tmp_path / "b.zip", [(DATABASE, DATA), (MANIFEST, form.written(listed))])
    assert refused(lambda: check(path)) == ("restore.damaged", name)


def test_other_bytes_than_listed_are_named(tmp_path: Path) -> None:
    listed = form.written(manifest([entry(DATABASE, DATA)]))
    path = archive(tmp_path / "b.zip", [(DATABASE, b"databasf"), (MANIFEST, listed)])
    assert refused(lambda: check(path)) == ("restore.damaged", DATABASE)


@pytest.mark.parametrize("size", [-1, 1, 7, 9, 10**12])
def test_another_size_than_listed_is_named(tmp_path: Path, size: int) -> None:
    listed = form.written(manifest([replace(entry(DATABASE, DATA), size=size)]))
    path = archive(tmp_path / "b.zip", [(DATABASE, DATA), (MANIFEST, listed)])
    assert refused(lambda: check(path)) == ("restore.damaged", DATABASE)


@pytest.mark.parametrize(
    "listed",
    [
        replace(entry(DATABASE, DATA), path="../evil"),
        replace(entry(DATABASE, DATA), path="/etc/passwd"),
        replace(entry(DATABASE, DATA), entry=MANIFEST),
    ],
)
def test_a_path_of_the_manifest_that_leads_elsewhere_is_refused(
    tmp_path: Path, listed: form.BackedUpFile
) -> None:
    text = form.written(manifest([entry(DATABASE, DATA), listed]))
    path = archive(tmp_path / "b.zip", [(DATABASE, DATA), (MANIFEST, text)])
    assert refused(lambda: check(path))[0] == "restore.unsafe"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "restore.damaged"),
        (b"{", "restore.damaged"),
        (b"[" * 100_000, "restore.damaged"),
        (b'{"format": 1}', "restore.damaged"),
        (b'{"format": "other", "version": 1}', "restore.not_a_backup"),
        (b'{"format": "keepproof-backup", "version": 2}', "restore.newer_format"),
        (b'{"format": "keepproof-backup", "version": 1}', "restore.damaged"),
        (b'\xff{"format": "keepproof-backup"}', "restore.damaged"),
    ],
)
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, text: bytes, code: str) -> None:
    path = archive(tmp_path / "b.zip", [(DATABASE, DATA), (MANIFEST, text)])
    assert refused(lambda: check(path))[0] == code


def test_a_backup_without_a_catalogue_is_damaged(tmp_path: Path) -> None:
    path = archive(tmp_path / "b.zip", [(MANIFEST, form.written(manifest([])))])
    assert refused(lambda: check(path)) == ("restore.damaged", DATABASE)


@pytest.mark.parametrize("data", [b"", b"x", b"%PDF-1.7", b"\x89PNG\r\n", b"SQLite format 3\0"])
def test_another_file_is_no_backup(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(data)
    assert refused(lambda: check(tmp_path / "b.zip"))[0] == "restore.not_a_backup"


@pytest.mark.parametrize("name", ["README.txt", "X1_20261122/index.html", "../evil"])
def test_another_archive_is_no_backup(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / "b.zip", [(name, b"x")])
    assert refused(lambda: check(path))[0] == "restore.not_a_backup"


def test_a_folder_is_no_backup(tmp_path: Path) -> None:
    assert refused(lambda: check(tmp_path))[0] == "restore.not_a_backup"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(lambda: check(tmp_path / "b.zip")) == ("restore.not_there", "b.zip")


def test_entries_that_lie_upon_one_another_are_refused(tmp_path: Path) -> None:
    """Many entries that share their bytes claim to hold more than the file has."""
    names = [f"library/trash/{n:064x}" for n in range(50)]
    data = b"y" * 5000
    path = archive(
        tmp_path / "b.zip", honest([(one, data if one == names[0] else b"") for one in names])
    )
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\1\2")
    while at >= 0:
        struct.pack_into("<II", raw, at + 20, len(data), len(data))
        at = raw.find(b"PK\1\2", at + 4)
    path.write_bytes(raw)
    assert refused(lambda: check(path))[0] == "restore.too_much"


def test_a_table_of_entries_made_to_use_up_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_DIRECTORY_BYTES", 10_000)
    path = archive(
        tmp_path / "b.zip", honest([(f"library/trash/{n:064x}", b"") for n in range(200)])
    )
    assert refused(lambda: check(path))[0] == "restore.too_much"


def test_more_entries_than_any_library_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_SCAN", 0)
    monkeypatch.setattr(reading, "_MOST_ENTRIES", 100)
    path = archive(
        tmp_path / "b.zip", honest([(f"library/trash/{n:064x}", b"") for n in range(200)])
    )
    assert refused(lambda: check(path))[0] == "restore.too_much"


@pytest.fixture
def whole(library: Library, tmp_path: Path) -> bytes:
    fill(library)
    back_up(library, tmp_path / "whole.zip")
    return (tmp_path / "whole.zip").read_bytes()


def test_a_backup_cut_anywhere_is_refused(whole: bytes, tmp_path: Path) -> None:
    chance = random.Random(1)
    codes = set()
    for cut in (4, len(whole) - 1, *(chance.randrange(30, len(whole)) for _ in range(40))):
        (tmp_path / "b.zip").write_bytes(whole[:cut])
        codes.add(refused(lambda: check(tmp_path / "b.zip"))[0])
    assert codes == {"restore.cut_off"}


def test_one_flipped_bit_anywhere_is_found_or_means_nothing(whole: bytes, tmp_path: Path) -> None:
    """What is not found stands in times and flags of the archive: every file still comes out the same."""
    (tmp_path / "b.zip").write_bytes(whole)
    before = check(tmp_path / "b.zip")
    chance = random.Random(2)
    named = 0
    tail = len(whole) - 4000  # the manifest and the table of entries
    places = [chance.randrange(tail) for _ in range(60)]
    places += [chance.randrange(tail, len(whole)) for _ in range(200)]
    wanted = {(one.path, one.sha256) for one in before.files}
    for place in places:
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << chance.randrange(8)
        (tmp_path / "b.zip").write_bytes(spoilt)
        try:
            after = check(tmp_path / "b.zip")
        except KnownError:
            named += 1
        else:
            assert {(one.path, one.sha256) for one in after.files} == wanted
    assert named > 100


def test_one_flipped_bit_in_an_original_is_named(whole: bytes, tmp_path: Path) -> None:
    spoilt = bytearray(whole)
    spoilt[whole.index(b"content 1")] ^= 1
    (tmp_path / "b.zip").write_bytes(spoilt)
    code, name = refused(lambda: check(tmp_path / "b.zip"))
    assert code == "restore.damaged"
    assert str(name).startswith("library/originals/")


@pytest.fixture
def sealed(library: Library, tmp_path: Path) -> tuple[Path, str]:
    fill(library)
    how = seal()
    back_up(library, tmp_path / "sealed.zip", plan(how))
    return tmp_path / "sealed.zip", how.identity


def test_an_encrypted_backup_is_read_with_its_identity(sealed: tuple[Path, str]) -> None:
    manifest = check(*sealed)
    assert manifest.made_at == AT.isoformat()


def test_another_identity_reads_nothing(sealed: tuple[Path, str]) -> None:
    path, _ = sealed
    assert refused(lambda: check(path, sealing.new_identity())) == (
        "restore.damaged",
        form.SEALED_MANIFEST,
    )


def test_one_flipped_bit_in_an_encrypted_backup_is_found(
    sealed: tuple[Path, str], tmp_path: Path
) -> None:
    path, identity = sealed
    raw = path.read_bytes()
    chance = random.Random(3)
    for _ in range(40):
        spoilt = bytearray(raw)
        # between the first entry and the table at the end, away from headers whose times mean nothing
        spoilt[chance.randrange(2000, len(raw) - 9000)] ^= 1 << chance.randrange(8)
        (tmp_path / "b.zip").write_bytes(spoilt)
        assert refused(lambda: check(tmp_path / "b.zip", identity))[0] == "restore.damaged"


def test_encrypted_files_that_change_places_are_found(
    sealed: tuple[Path, str], tmp_path: Path
) -> None:
    path, identity = sealed
    with zipfile.ZipFile(path) as before:
        things = {name: before.read(name) for name in before.namelist()}
    things["data/2.age"], things["data/3.age"] = things["data/3.age"], things["data/2.age"]
    archive(tmp_path / "b.zip", list(things.items()))
    assert refused(lambda: check(tmp_path / "b.zip", identity))[0] == "restore.damaged"


@pytest.mark.parametrize("error", [OSError(28, "full"), KnownError("restore.full"), MemoryError()])
@pytest.mark.parametrize("kind", ["plain", "sealed"])
def test_what_the_receiving_side_raises_comes_through(
    whole: bytes, sealed: tuple[Path, str], kind: str, error: BaseException, tmp_path: Path
) -> None:
    from keepproof.library.backups.meter import Meter
    from keepproof.ticket import Ticket

    class Failing:
        def write(self, data: bytes, /) -> int:
            raise error

        def flush(self) -> None: ...

    path, identity = sealed if kind == "sealed" else (tmp_path / "whole.zip", "")
    with reading.BackupFile(path) as backup:
        first = backup.manifest(identity).files[0]
        with pytest.raises(type(error)) as caught:
            backup.copy(first, Failing(), identity, Meter(Ticket(), 1))
    assert caught.value is error


@given(st.text(max_size=90))
def test_no_path_that_is_ours_leads_out_of_its_folder(name: str) -> None:
    if is_ours(name):
        assert not name.startswith("/")
        assert ".." not in name
        assert ":" not in name
        assert "\\" not in name


@given(st.binary(max_size=300))
def test_bytes_that_are_no_manifest_are_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match=r"restore\."):
        form.read(data, sealed=False)
