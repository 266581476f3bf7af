"""Read what stands in kept files, one after the other, so that it can be found and offered.

What is still to be read is computed from the catalogue: nothing is queued, so nothing is lost when the program ends.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence
from keepproof.domain.reading import Reading
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.readers.reading import SLOW_MEMORY, Found, Reader, read, reader_of
from keepproof.readers.sandbox import Sandbox
from keepproof.services.outcome import Outcome
from keepproof.services.previews import original
from keepproof.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Unread:
    """A kept file nobody has read yet, or an older reader did. `items` are the ids of the evidence it is.

    `ready` says whether everything its reader needs is installed; a `quick` one takes no time worth speaking of.
    """

    sha256: str
    name: str
    media_type: str
    items: tuple[str, ...]
    engine: str
    version: int
    timeout_s: float
    quick: bool
    ready: bool


def unread(
    library: Library,
    *,
    order_id: str | None = None,
    first: Sequence[str] = (),
    quick_only: bool = False,
) -> list[Unread]:
    """List what is still to be read, in this order: the items named `first`, what is quick, the newest.

    With an order only what is filed in it. Items are named by id.
    """
    shelf = library.evidence
    filed = shelf.all() if order_id is None else shelf.of_order(order_id)
    found = _unread({one.evidence.id: one.evidence for one in filed}.values(), library)
    wanted = {id: place for place, id in enumerate(first)}
    newest = {one.sha256: -place for place, one in enumerate(found)}

    def rank(one: Unread) -> tuple[int, bool, int]:
        place = min((wanted.get(id, len(wanted)) for id in one.items), default=len(wanted))
        return place, not one.quick, newest[one.sha256]

    return sorted((one for one in found if one.quick or not quick_only), key=rank)


def look(one: Unread, original: Path, sandbox: Sandbox) -> Reading:
    """Read one file in the sandbox; needs no open library.

    Where a file cannot be read, or harms its reader, the reading says so, and nobody tries again by himself.
    Raises OSError where the original cannot be reached, and KnownError readers.closed when the sandbox ends.
    """
    try:
        found = sandbox.run(read, original, one.name, one.media_type, timeout_s=one.timeout_s)
    except KnownError as error:
        if error.code == "readers.closed":
            raise
        found = Found("none", problem=error.code)
    return Reading(
        one.sha256,
        found.source,
        found.text,
        found.lines,
        found.kind,
        one.engine,
        one.version,
        datetime.now(UTC),
        found.problem,
        found.facts,
    )


def slow_sandbox() -> Sandbox:
    """Give a sandbox for what takes long: one child that keeps its models; nothing starts before its first use."""
    return Sandbox(workers=1, memory=SLOW_MEMORY)


def look_at(
    some: Iterable[Unread], folder: Path, ticket: Ticket, *, quick: Sandbox, slow: Sandbox
) -> list[tuple[Unread, Reading]]:
    """Read several files of the library in this folder, which need not be open.

    What cannot be reached is left out. Raises CancelledError, and KnownError readers.closed.
    """
    found = []
    for one in some:
        ticket.check()
        with suppress(OSError):
            path = original(folder, one.sha256)
            found.append((one, look(one, path, quick if one.quick else slow)))
    return found


def keep_readings(library: Library, read: Iterable[tuple[Unread, Reading]]) -> Outcome[None]:
    """Keep what was read; it is derived work and cannot be undone."""
    items: set[str] = set()
    with library.transaction():
        for one, reading in read:
            library.readings.put(reading)
            items.update(one.items)
    return Outcome(None, Changes(readings=frozenset(items)), label="evidence.read")


def forget(library: Library, ids: Collection[str]) -> Outcome[None]:
    """Forget what was read in these items, so that it is read again."""
    with library.transaction():
        for id in ids:
            library.readings.forget(library.evidence.get(id).sha256)
    return Outcome(None, Changes(readings=frozenset(ids)), label="evidence.read")


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What became of a run: read, read with a problem (item, code), and what waits for a missing package."""

    read: int = 0
    odd: tuple[tuple[Unread, str], ...] = ()
    waiting: tuple[Unread, ...] = ()


def understand(
    library: Library,
    sandbox: Sandbox,
    ticket: Ticket,
    *,
    slow: Sandbox | None = None,
    order_id: str | None = None,
    quick_only: bool = False,
) -> Outcome[ReadReport]:
    """Read all that is still to be read; a cancelled run keeps what it has read. Raises CancelledError.

    What takes long is read in the sandbox `slow` (see `slow_sandbox`), which others need not wait for.
    """
    todo = unread(library, order_id=order_id, quick_only=quick_only)
    ready = [one for one in todo if one.ready]
    odd: list[tuple[Unread, str]] = []
    changes = Changes()
    count = 0
    for done, one in enumerate(ready):
        ticket.step(done, len(ready), one.name)
        try:
            room = sandbox if one.quick or slow is None else slow
            reading = look(one, library.original_path(one.sha256), room)
        except OSError:
            # the original is gone or its disk is not there: checking the library says so
            continue
        changes |= keep_readings(library, [(one, reading)]).changes
        count += 1
        if reading.problem:
            odd.append((one, reading.problem))
    waiting = tuple(one for one in todo if not one.ready)
    return Outcome(ReadReport(count, tuple(odd), waiting), changes, label="evidence.read")


def _unread(items: Iterable[Evidence], library: Library) -> list[Unread]:
    known = library.readings.known()
    ready: dict[str, bool] = {}
    found: dict[str, Unread] = {}
    for item in items:
        reader = reader_of(item.media_type)
        if reader is None or known.get(item.sha256) == (reader.engine, reader.version):
            continue
        if reader.engine not in ready:
            ready[reader.engine] = reader.ready
        same = found.get(item.sha256)
        ids = (item.id,) if same is None else (*same.items, item.id)
        found[item.sha256] = _one(item, ids, reader, ready=ready[reader.engine])
    return list(found.values())


def _one(item: Evidence, ids: tuple[str, ...], reader: Reader, *, ready: bool) -> Unread:
    return Unread(
        item.sha256,
        item.original_name,
        item.media_type,
        ids,
        reader.engine,
        reader.version,
        reader.timeout_s,
        reader.quick,
        ready,
    )
