"""A bundle is a valid bag in a zip, the same bytes each time, and nothing goes into it that is not as it was kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import bagit
import pytest

from bundles import AT, FOLDER, make, packed
from keepproof.domain import bundle as form
from keepproof.errors import CancelledError
from keepproof.exporting.bundle import Bag, estimated_size, pack
from keepproof.ticket import Ticket

CONTENTS = {
    "data/originals/E1_a.png": b"\x89PNG" * 1000,
    "data/originals/E2_聊天.txt": "退款\n".encode() * 1000,
    "data/share/E1_a.png": b"covered",
}


def unpacked(path: Path, folder: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder / FOLDER


def test_the_bag_is_valid_for_another_program(tmp_path: Path) -> None:
    bag = bagit.Bag(str(unpacked(make(tmp_path), tmp_path / "out")))
    bag.validate()
    assert bag.info["Payload-Oxum"] == "630.2"


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum")
def test_sha256sum_reads_the_manifests(tmp_path: Path) -> None:
    folder = unpacked(make(tmp_path), tmp_path / "out")
    for name in (form.MANIFEST, form.TAG_MANIFEST):
        done = subprocess.run(
            ["sha256sum", "--strict", "-c", name], cwd=folder, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_originals_stand_in_it_byte_for_byte_and_pictures_are_stored(tmp_path: Path) -> None:
    path = make(tmp_path, contents=CONTENTS)
    with zipfile.ZipFile(path) as archive:
        assert {name: archive.read(f"{FOLDER}/{name}") for name in CONTENTS} == CONTENTS
        method = {one.filename.rpartition(".")[2]: one.compress_type for one in archive.infolist()}
    assert (method["png"], method["txt"]) == (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def test_the_same_bag_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = make(tmp_path, "a.zip"), make(tmp_path, "b.zip")
    assert first.read_bytes() == second.read_bytes()


def test_the_seal_is_the_hash_of_the_tag_manifest(tmp_path: Path) -> None:
    files = packed(tmp_path, CONTENTS)
    done = pack(tmp_path / "x.zip", Bag(FOLDER, files, {}, AT), Ticket())
    manifest = unpacked(tmp_path / "x.zip", tmp_path / "out") / form.TAG_MANIFEST
    assert done.seal == hashlib.sha256(manifest.read_bytes()).hexdigest()


def test_the_estimate_is_never_too_small(tmp_path: Path) -> None:
    bag = Bag(FOLDER, packed(tmp_path, CONTENTS), {"index.html": b"x" * 999}, AT)
    done = pack(tmp_path / "x.zip", bag, Ticket())
    assert done.size == (tmp_path / "x.zip").stat().st_size <= estimated_size(bag)


def piped(source: Path) -> None:
    source.unlink()
    os.mkfifo(source)


@pytest.mark.parametrize(
    ("spoil", "state"),
    [
        (lambda source: source.write_bytes(b"\x89PNG" * 999 + b"\x89PNH"), "changed"),
        (lambda source: source.write_bytes(b"\x89PNG"), "changed"),
        (lambda source: source.unlink(), "missing"),
        (lambda source: (source.unlink(), source.symlink_to("/etc/passwd")), "changed"),
        (piped, "changed"),
        (lambda source: (source.unlink(), source.mkdir()), "changed"),
    ],
    ids=["other bytes", "shorter", "gone", "a link", "a pipe", "a folder"],
)
def test_an_original_that_is_not_as_it_was_kept_is_named(
    tmp_path: Path, spoil: object, state: str
) -> None:
    files = packed(tmp_path, CONTENTS)
    assert callable(spoil)
    spoil(files[0].source)
    done = pack(tmp_path / "x.zip", Bag(FOLDER, files, {}, AT), Ticket())
    assert [(one.name, found) for one, found in done.broken] == [(files[0].name, state)]


def test_all_broken_originals_are_named_at_once(tmp_path: Path) -> None:
    files = packed(tmp_path, CONTENTS)
    files[0].source.unlink()
    files[2].source.write_bytes(b"c0vered")
    done = pack(tmp_path / "x.zip", Bag(FOLDER, files, {}, AT), Ticket())
    assert [found for _, found in done.broken] == ["missing", "changed"]


def test_each_file_has_its_moment_in_its_own_zone_and_in_utc(tmp_path: Path) -> None:
    at = datetime(2026, 11, 10, 21, 6, 4, tzinfo=timezone(timedelta(hours=8)))
    files = [replace(one, at=at) for one in packed(tmp_path, CONTENTS)]
    pack(tmp_path / "x.zip", Bag(FOLDER, files, {}, AT), Ticket())
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        entry = archive.getinfo(f"{FOLDER}/{files[0].name}")
    assert entry.date_time == (2026, 11, 10, 21, 6, 4)
    assert int.from_bytes(entry.extra[5:9], "little") == int(at.timestamp())


@pytest.mark.parametrize("year", [1970, 1979, 2108, 9999])
def test_a_moment_no_zip_can_say_does_not_stop_the_export(tmp_path: Path, year: int) -> None:
    at = datetime(year, 1, 1, tzinfo=UTC)
    files = [replace(one, at=at) for one in packed(tmp_path, CONTENTS)]
    pack(tmp_path / "x.zip", Bag(FOLDER, files, {}, AT), Ticket())
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.testzip() is None


def test_more_than_four_gigabytes_are_told_in_64_bits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The real border needs 4 GiB on the disk; the same code runs with a nearer one.
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 2000)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 3)
    files = packed(tmp_path, CONTENTS)
    pack(tmp_path / "x.zip", Bag(FOLDER, files, {}, AT), Ticket())
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.testzip() is None
    if shutil.which("unzip"):
        listed = subprocess.run(
            ["unzip", "-t", tmp_path / "x.zip"], capture_output=True, text=True, check=False
        )
        assert listed.returncode == 0, listed.stdout


def test_entries_are_plain_files_for_their_owner_to_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(make(tmp_path)) as archive:
        modes = {one.external_attr >> 16 for one in archive.infolist()}
    assert modes == {stat.S_IFREG | 0o644}


def test_what_stands_at_the_place_already_is_never_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", "utf-8")
    (tmp_path / "x.zip").symlink_to(victim)
    with pytest.raises(FileExistsError):
        pack(tmp_path / "x.zip", Bag(FOLDER, packed(tmp_path, CONTENTS), {}, AT), Ticket())
    assert victim.read_text("utf-8") == "mine"


def test_it_stops_in_the_middle_of_a_file(tmp_path: Path) -> None:
    files = packed(tmp_path, {"data/originals/E1_a.png": b"x" * 3_000_000})
    told: list[float] = []

    def tell(done: float, total: int, what: str) -> None:
        told.append(done / total)
        if done:
            ticket.cancel()

    ticket = Ticket(tell)
    with pytest.raises(CancelledError):
        pack(tmp_path / "x.zip", Bag(FOLDER, files, {}, AT), ticket)
    assert 0 < told[-1] < 1
