"""Reading a bundle finds every change, and a zip made to do harm is refused before anything of it is used."""

from __future__ import annotations

import json
import stat
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundles import FOLDER, events, hostile, make, rewritten
from keepproof.domain import bundle as form
from keepproof.domain.bundle_report import BundleReport
from keepproof.errors import CancelledError, KnownError
from keepproof.messages import say
from keepproof.readers import bundle, bundle_zip
from keepproof.ticket import Ticket

E1 = "data/originals/E1_订单.png"
E2 = "data/originals/E2_chat.txt"


def check(path: Path) -> BundleReport:
    with bundle.opened(path) as found:
        return bundle.check(found, Ticket())


def refusal(path: Path) -> tuple[str, object]:
    """Open something that must be refused, in words in both languages; give code and problem."""
    with pytest.raises(KnownError) as caught, bundle.opened(path):
        pass
    assert say(caught.value.code, "zh", caught.value.data) != caught.value.code
    return caught.value.code, caught.value.data.get("problem")


def states(report: BundleReport) -> dict[str, str]:
    return {one.path: one.state for one in report.files if one.state != "intact"}


def test_a_whole_bundle_is_sound(tmp_path: Path) -> None:
    report = check(make(tmp_path))
    assert (report.sound, report.history, report.folder, states(report)) == (
        True,
        "intact",
        FOLDER,
        {},
    )
    assert [one.number for one in report.files if one.number] == [1, 2]


def test_a_repacked_bundle_is_sound_and_has_the_same_seal(tmp_path: Path) -> None:
    path = make(tmp_path)
    other = rewritten(path, tmp_path / "again.zip", lambda _name, data: data)
    assert (check(other).sound, check(other).seal) == (True, check(path).seal)


@pytest.mark.parametrize(
    ("name", "data", "state"),
    [(E1, b"other", "changed"), (E1, None, "missing"), (form.HISTORY, None, "missing")],
)
def test_what_was_done_to_a_file_is_named(
    tmp_path: Path, name: str, data: bytes | None, state: str
) -> None:
    path = rewritten(
        make(tmp_path), tmp_path / "x.zip", lambda one, old: data if one == name else old
    )
    assert (states(check(path)), check(path).sound) == ({name: state}, False)


def test_a_file_nobody_listed_is_extra(tmp_path: Path) -> None:
    path = make(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"{FOLDER}/data/originals/E3_new.png", b"new")
        archive.writestr(f"{FOLDER}/note.txt", b"new")
    assert states(check(path)) == {"data/originals/E3_new.png": "extra", "note.txt": "extra"}


def test_every_flipped_bit_of_a_stored_original_is_found(tmp_path: Path) -> None:
    path = make(tmp_path)
    whole = path.read_bytes()
    start = whole.index(b"picture" * 50)
    for place in range(start, start + 350, 5):
        spoiled = bytearray(whole)
        spoiled[place] ^= 1 << (place % 8)
        path.write_bytes(spoiled)
        assert states(check(path)) == {E1: "changed"}


def test_a_flipped_bit_anywhere_changes_no_file_unseen(tmp_path: Path) -> None:
    """In the zip's own lists and in the last byte of packed text some bits mean nothing: there all files read the same."""
    path = make(tmp_path)
    whole, before = path.read_bytes(), contents(path)
    found = 0
    for place in range(0, len(whole), 3):
        spoiled = bytearray(whole)
        spoiled[place] ^= 1 << (place % 8)
        path.write_bytes(spoiled)
        try:
            sound = check(path).sound
        except KnownError:
            sound = False
        found += not sound
        assert not sound or contents(path) == before, place
    assert found > len(whole) // 3 * 0.7


def contents(path: Path) -> dict[str, bytes | None]:
    with bundle.opened(path) as found:
        return {name: found.zip.content(name) for name in found.zip.members}


@pytest.mark.parametrize("cut", [0, 1, 21, 100, 700, -1, -22, -30])
def test_a_truncated_bundle_is_found(tmp_path: Path, cut: int) -> None:
    path = make(tmp_path)
    path.write_bytes(path.read_bytes()[:cut])
    assert refusal(path)[0] == "bundle.unreadable"


def test_a_custody_entry_cannot_be_changed_or_moved(tmp_path: Path) -> None:
    """Also where somebody fixed the manifests: an entry has a seal of its own."""
    chain = events(3)
    for spoiled, line in (
        ([chain[0], replace(chain[1], data={"n": "x"}), chain[2]], 2),
        ([chain[1], chain[0], chain[2]], 2),
        ([chain[0], replace(chain[1], previous="1" * 64), chain[2]], 2),
        ([*chain, *events(4)[3:]], 4),
    ):
        data = "".join(
            json.dumps(
                {name: getattr(one, name) for name in CUSTODY}, sort_keys=True, ensure_ascii=False
            )
            + "\n"
            for one in spoiled
        ).encode()
        path = with_history(tmp_path, data)
        assert (check(path).history, check(path).history_line) == ("broken", line)


def with_history(folder: Path, data: bytes) -> Path:
    (folder / "bundle.zip").unlink(missing_ok=True)
    whole = make(folder)
    return rewritten(whole, folder / "x.zip", lambda one, old: data if one == form.HISTORY else old)


CUSTODY = ("sequence", "at", "action", "subject", "data", "previous", "hash")


def test_entries_of_other_orders_may_be_left_out(tmp_path: Path) -> None:
    chain = events(5)
    kept = [chain[0], chain[3]]
    data = "".join(
        json.dumps({name: getattr(one, name) for name in CUSTODY}) + "\n" for one in kept
    ).encode()
    path = rewritten(
        make(tmp_path, change=lambda one: replace(one, custody=form.ChainHead(chain[4].hash, 5))),
        tmp_path / "x.zip",
        lambda one, old: data if one == form.HISTORY else old,
    )
    assert check(path).history == "intact"


def test_record_and_manifest_must_say_the_same(tmp_path: Path) -> None:
    path = make(
        tmp_path,
        change=lambda one: replace(
            one, items=(replace(one.items[0], sha256="0" * 64), one.items[1])
        ),
    )
    assert (check(path).disagreements, check(path).sound) == ((1,), False)


def test_a_bag_of_another_program_can_be_checked(tmp_path: Path) -> None:
    names = {form.RECORD, form.HISTORY, form.TAG_MANIFEST}  # what a bag need not have
    path = rewritten(
        make(tmp_path), tmp_path / "x.zip", lambda one, old: None if one in names else old
    )
    report = check(path)
    assert (report.sound, report.record, report.history, report.seal) == (True, None, "absent", "")


def test_a_later_format_is_not_guessed_at(tmp_path: Path) -> None:
    path = make(tmp_path, change=lambda one: replace(one, format=form.FORMAT + 1))
    assert refusal(path)[0] == "bundle.newer"


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'{"format":"1"}', b"[" * 100_000, b'{"format":1,"items":null}', b"\xff"],
)
def test_a_damaged_record_leaves_a_bag_that_can_be_checked(tmp_path: Path, data: bytes) -> None:
    path = rewritten(
        make(tmp_path), tmp_path / "x.zip", lambda one, old: data if one == form.RECORD else old
    )
    assert check(path).record is None


def test_checking_stops_when_asked(tmp_path: Path) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError), bundle.opened(make(tmp_path)) as found:
        bundle.check(found, ticket)


def test_progress_ends_at_the_whole(tmp_path: Path) -> None:
    told: list[tuple[float, int]] = []
    with bundle.opened(make(tmp_path)) as found:
        bundle.check(found, Ticket(lambda done, total, _: told.append((done, total))))
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)


def linked(name: str, mode: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = mode << 16
    return entry


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("bag/../../evil.txt", "outside"),
        ("../evil.txt", "outside"),
        ("bag/data/./x", "outside"),
        ("/etc/passwd", "absolute"),
        ("C:/Windows/x", "absolute"),
        ("bag/data\\..\\..\\x", "backslash"),
        ("bag/data/CON", "reserved"),
        ("bag/data/aux.txt", "reserved"),
        ("bag/data/LPT1.png", "reserved"),
        ("bag/data/a.txt.", "trailing"),
        ("bag/data/a ", "trailing"),
        ("bag/data/a\u202egnp.exe", "control"),
        ("bag/data/a\nb", "control"),
        ("bag/data/a:b", "control"),
        ("bag//x", "empty"),
        ("bag/" + "x" * 300, "long"),
        (linked("bag/data/link", stat.S_IFLNK | 0o777), "link"),
        (linked("bag/data/pipe", stat.S_IFIFO | 0o644), "special"),
        (linked("bag/data/device", stat.S_IFBLK | 0o644), "special"),
        (linked("bag/data/folder", stat.S_IFDIR | 0o755), "special"),
    ],
    ids=str,
)
def test_paths_and_kinds_that_must_not_be_unpacked_are_refused(
    tmp_path: Path, entry: str | zipfile.ZipInfo, problem: str
) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(hostile([(entry, b"x")]))
    assert refusal(path) == ("bundle.unsafe", problem)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("bag/data/E1.png", "bag/data/e1.PNG"),
        ("bag/data/é.png", "bag/data/e\u0301.png"),
        ("bag/data/ß", "bag/data/SS"),
        ("bag/data/x", "bag/data/x/y"),
    ],
)
def test_paths_that_would_be_one_file_are_refused(tmp_path: Path, first: str, second: str) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(hostile([(first, b"1"), (second, b"2")]))
    assert refusal(path) == ("bundle.unsafe", "collision")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(hostile([("bag/data/a", b"1"), ("bag/data/a", b"2")]))
    assert refusal(path) == ("bundle.unsafe", "collision")


def test_a_name_cut_by_a_nul_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(hostile([("bag/data/a.png#", b"1")]).replace(b"a.png#", b"a.png\0"))
    assert refusal(path) == ("bundle.unsafe", "control")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_unpack_without_bounds_are_refused(tmp_path: Path, method: int) -> None:
    entry = zipfile.ZipInfo("bag/data/a")
    entry.compress_type = method
    path = tmp_path / "x.zip"
    path.write_bytes(hostile([(entry, b"1" * 100)]))
    assert refusal(path) == ("bundle.unsafe", "method")


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    data = bytearray(hostile([("bag/data/a", b"1")]))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    assert refusal(tmp_path / "x.zip") == ("bundle.unsafe", "encrypted")


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    data = bytearray(hostile([("bag/data/a", b"1")]))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 0xFFFFFFFE)
    (tmp_path / "x.zip").write_bytes(data)
    assert refusal(tmp_path / "x.zip")[0] == "bundle.too_large"


def test_a_file_longer_than_it_claims_is_not_read_on(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("bag/data/a")
    entry.compress_type = zipfile.ZIP_DEFLATED
    data = bytearray(hostile([(entry, b"\0" * 50_000_000)]))
    for mark, field in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<L", data, data.rfind(mark) + field, 10)
    (tmp_path / "x.zip").write_bytes(data)
    with bundle.opened(tmp_path / "x.zip") as found:
        read: list[bytes] = []
        with pytest.raises(bundle_zip.MemberError):
            read.extend(found.zip.pieces("data/a"))
        assert sum(map(len, read)) <= 10


def test_a_hundred_thousand_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_zip, "MOST_FILES", 100)
    path = tmp_path / "x.zip"
    path.write_bytes(hostile([(f"bag/data/{one}", b"") for one in range(201)]))
    assert refusal(path)[0] == "bundle.too_large"


def test_a_list_of_files_too_long_for_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_zip, "MOST_DIRECTORY", 70_000)
    path = tmp_path / "x.zip"
    path.write_bytes(hostile([(f"bag/data/{one}", b"") for one in range(2000)]))
    assert refusal(path)[0] == "bundle.too_large"


def test_a_zip_inside_is_a_file_like_any_other(tmp_path: Path) -> None:
    inner = hostile([("../evil.txt", b"x")])
    report = check(make(tmp_path, contents={"data/originals/E1_inner.zip": inner}))
    assert report.sound


@pytest.mark.parametrize("data", [b"", b"PK", b"\x89PNG\r\n", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_is_said_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    assert refusal(path)[0] == "bundle.unreadable"


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.zip")[0] == "bundle.unreadable"


def test_a_zip_without_a_bag_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.png", b"x")
    assert refusal(path)[0] == "bundle.not_one"


@given(st.binary(max_size=400), st.integers(0, 3000))
def test_bytes_written_over_a_bundle_give_a_report_or_a_known_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, place: int
) -> None:
    folder = tmp_path_factory.mktemp("spoiled")
    path = make(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:place] + data + whole[place + len(data) :])
    codes = []
    try:
        check(path)
    except KnownError as error:
        codes.append(error.code)
    assert all(one.startswith("bundle.") for one in codes)
