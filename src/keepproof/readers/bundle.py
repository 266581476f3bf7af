"""Read an evidence bundle: what it claims to hold, and whether every byte is as it was written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from keepproof.domain import bundle as form
from keepproof.domain.bundle import BundleRecord, ChainHead
from keepproof.domain.bundle_report import BundleReport, CheckedFile, FileState, HistoryState
from keepproof.domain.custody import CustodyEvent, seal
from keepproof.errors import KnownError
from keepproof.readers.bundle_zip import BundleZip, MemberError, opened_zip
from keepproof.ticket import Ticket

_LINE = re.compile(r"([0-9A-Fa-f]{64})[ \t]+\*?(?:\./)?(.+)")
_ESCAPES = {"%0a": "\n", "%0d": "\r", "%25": "%"}
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RECORD = msgspec.json.Decoder(BundleRecord)


class _Head(msgspec.Struct, forbid_unknown_fields=True):
    head: str
    sequence: int


_HEAD = msgspec.json.Decoder(_Head)


@dataclass(frozen=True, slots=True)
class Bundle:
    """An open bundle: its zip, what its manifests promise (path -> SHA-256), and its record."""

    zip: BundleZip
    payload: Mapping[str, str]
    tags: Mapping[str, str]
    seal: str
    record: BundleRecord | None

    def proven(self, path: str) -> Iterator[bytes]:
        """Read one file piece by piece and compare it with the manifest; KnownError bundle.changed at its end."""
        expected = self.payload.get(path, "")
        digest = hashlib.sha256()
        try:
            for piece in self.zip.pieces(path):
                digest.update(piece)
                yield piece
        except (MemberError, KeyError) as error:
            raise KnownError("bundle.changed", path=path) from error
        if digest.hexdigest() != expected:
            raise KnownError("bundle.changed", path=path)


@contextmanager
def opened(untrusted: Path) -> Iterator[Bundle]:
    """Open a bundle; KnownErrors as in `opened_zip`, and bundle.newer for one of a later format."""
    with opened_zip(untrusted) as found:
        tag_manifest = found.content(form.TAG_MANIFEST)
        yield Bundle(
            found,
            _manifest(found.content(form.MANIFEST)),
            _manifest(tag_manifest),
            hashlib.sha256(tag_manifest).hexdigest() if tag_manifest is not None else "",
            _record(found.content(form.RECORD), untrusted.name),
        )


def check(bundle: Bundle, ticket: Ticket) -> BundleReport:
    """Hash every file of a bundle and compare it with what the manifests say; CancelledError.

    Progress is told in bytes.
    """
    expected = {**bundle.tags, **bundle.payload}
    numbers = {one.file: one.number for one in bundle.record.items} if bundle.record else {}
    here = bundle.zip.members
    total = max(1, sum(here[path].file_size for path in expected if path in here))
    files, done = [], 0
    for path, sha256 in expected.items():
        state, size = _state(bundle.zip, path, sha256, ticket, (done, total))
        files.append(CheckedFile(path, state, numbers.get(path)))
        done += size
    files += _lost_seal(bundle)
    extra = (path for path in here if path not in expected and _counts(bundle, path))
    files += [CheckedFile(path, "extra") for path in sorted(extra)]
    report = BundleReport(
        bundle.zip.folder,
        bundle.seal,
        tuple(files),
        disagreements=_disagreements(bundle),
        record=bundle.record,
    )
    state_of_log, line = _history(bundle)
    return replace(report, history=state_of_log, history_line=line)


def _state(
    found: BundleZip, path: str, sha256: str, ticket: Ticket, place: tuple[int, int]
) -> tuple[FileState, int]:
    if path not in found.members:
        return "missing", 0
    digest, done = hashlib.sha256(), 0
    try:
        for piece in found.pieces(path):
            digest.update(piece)
            done += len(piece)
            ticket.step(place[0] + done, place[1], path)
    except MemberError:
        return "changed", found.members[path].file_size
    ticket.step(place[0] + done, place[1], path)
    return ("intact" if digest.hexdigest() == sha256.lower() else "changed"), done


def _lost_seal(bundle: Bundle) -> list[CheckedFile]:
    """Say that the tag manifest is damaged, or gone where KeepProof always writes one."""
    here = bundle.zip.members
    if bundle.seal or not {form.TAG_MANIFEST, form.RECORD, form.HISTORY} & here.keys():
        return []
    return [CheckedFile(form.TAG_MANIFEST, "changed" if form.TAG_MANIFEST in here else "missing")]


def _counts(bundle: Bundle, path: str) -> bool:
    """Say whether a file that no manifest names is one too many; a bag need not list its tag files."""
    return path != form.TAG_MANIFEST and (path.startswith("data/") or bool(bundle.tags))


def _manifest(data: bytes | None) -> dict[str, str]:
    """Read the lines of a manifest; what is no such line is passed over, so its file counts as extra."""
    found: dict[str, str] = {}
    for line in (data or b"").decode("utf-8", "replace").splitlines():
        match = _LINE.fullmatch(line)
        if match:
            path = re.sub("%0[AaDd]|%25", lambda one: _ESCAPES[one[0].lower()], match[2])
            found[path] = match[1].lower()
    return found


def _record(data: bytes | None, name: str) -> BundleRecord | None:
    if data is None:
        return None
    try:
        version = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).get("format")
        number = msgspec.json.decode(version, type=int) if version is not None else 0
        if number > form.FORMAT:
            raise KnownError("bundle.newer", name=name, format=number)
        record = _RECORD.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return record if _sensible(record) else None


def _sensible(record: BundleRecord) -> bool:
    """Say whether a record can be what KeepProof writes."""
    numbers = [one.number for one in record.items]
    return (
        record.format > 0
        and len(set(numbers)) == len(numbers) <= form.MOST_FILES
        and all(
            0 < one.number < 10**9 and 0 <= one.size < 2**63 and _SHA256.fullmatch(one.sha256)
            for one in record.items
        )
    )


def _disagreements(bundle: Bundle) -> tuple[int, ...]:
    if bundle.record is None:
        return ()
    found = []
    for one in bundle.record.items:
        promised = bundle.payload.get(one.file)
        member = bundle.zip.members.get(one.file)
        size = one.size if member is None else member.file_size
        if one.file and (promised != one.sha256 or size != one.size):
            found.append(one.number)
    return tuple(found)


def _history(bundle: Bundle) -> tuple[HistoryState, int | None]:
    """Check that each entry fits its own seal, that neighbours follow, and that none comes after the head."""
    data = bundle.zip.content(form.HISTORY)
    if data is None:
        return "absent", None
    before = CustodyEvent(0, "", "", "")
    lines = data.rstrip(b"\n").split(b"\n")
    head = _head(lines[-1])
    entries = lines if head is None else lines[:-1]
    for number, line in enumerate(entries, 1):
        event = _event(line)
        if event is None or not _follows(event, before):
            return "broken", number
        before = event
    known = [one for one in (head, bundle.record.custody if bundle.record else None) if one]
    if len(set(known)) > 1 or not all(_reaches(one, before) for one in known):
        return "broken", len(lines)
    return "intact", None


def _follows(event: CustodyEvent, before: CustodyEvent) -> bool:
    try:
        sealed = event.hash == seal(event)
    except (ValueError, RecursionError, UnicodeError):
        return False
    if not sealed or event.sequence <= before.sequence:
        return False
    return event.sequence > before.sequence + 1 or not before.hash or event.previous == before.hash


def _reaches(head: ChainHead, last: CustodyEvent) -> bool:
    if last.sequence == head.sequence and last.hash:
        return last.hash == head.hash
    return last.sequence < head.sequence or not last.hash


def _head(line: bytes) -> ChainHead | None:
    try:
        found = _HEAD.decode(line)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return ChainHead(found.head, found.sequence)


def _event(line: bytes) -> CustodyEvent | None:
    try:
        values = json.loads(line)
        data, numbers = values["data"], values["sequence"]
        words = [values[name] for name in ("at", "action", "subject", "previous", "hash")]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(data, dict) or type(numbers) is not int:
        return None
    if not all(isinstance(one, str) for one in words):
        return None
    at, action, subject, previous, own = words
    return CustodyEvent(numbers, at, action, subject, data, previous, own)
