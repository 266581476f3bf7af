"""Check that everything kept is unchanged since import, and that the custody log is whole."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Literal

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import FiledEvidence
from keepproof.library.evidence import Fixity
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

NOTE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a check found; each damaged item stands once, where it is filed first.

    `chain` is "intact" or "broken at N". With `store` unreachable nothing was checked and nothing noted.
    """

    checked: int
    intact: int
    missing: tuple[FiledEvidence, ...]
    changed: tuple[FiledEvidence, ...]
    unreadable: tuple[FiledEvidence, ...]
    store: Literal["reachable", "unreachable"]
    chain: str


@dataclass(slots=True)
class _Run:
    """What a run has found so far, and what of it is not noted yet."""

    items: dict[str, list[FiledEvidence]]
    total: int
    done: int = 0
    found: dict[Fixity, list[FiledEvidence]] = field(default_factory=dict)
    waiting: dict[str, Fixity] = field(default_factory=dict)
    reachable: bool = True


def verify(library: Library, ticket: Ticket) -> Outcome[VerifyReport]:
    """Hash every original again and note what was found; repairs and removes nothing.

    KnownError library.damaged when the catalogue itself is. CancelledError when asked to stop; what was
    checked until then is noted.
    """
    library.check_catalog()
    broken = library.custody.check()
    run = _Run(*_items(library))
    if run.total and not library.reachable():
        run.reachable = False
    else:
        _check(library, run, ticket)
        if run.reachable:
            library.custody.record("library.verified", "library", **_figures(run))
    touched = [one.evidence.id for some in run.found.values() for one in some]
    report = VerifyReport(
        checked=run.done,
        intact=len(run.found.get("intact", ())),
        missing=tuple(run.found.get("missing", ())),
        changed=tuple(run.found.get("changed", ())),
        unreadable=tuple(run.found.get("unreadable", ())),
        store="reachable" if run.reachable else "unreachable",
        chain="intact" if broken is None else f"broken at {broken}",
    )
    return Outcome(report, Changes(evidence=frozenset(touched)), label="library.verify")


def _items(library: Library) -> tuple[dict[str, list[FiledEvidence]], int]:
    items: dict[str, list[FiledEvidence]] = {}
    seen: set[str] = set()
    for one in library.evidence.all():
        if one.evidence.id not in seen:
            seen.add(one.evidence.id)
            items.setdefault(one.evidence.sha256, []).append(one)
    return items, len(seen)


def _check(library: Library, run: _Run, ticket: Ticket) -> None:
    wanted = ((sha256, some[0].evidence.size) for sha256, some in run.items.items())
    noted = time.monotonic()
    try:
        for sha256, state in library.reader(ticket).check(wanted):
            run.waiting[sha256] = state
            if time.monotonic() - noted > NOTE_SECONDS:
                if not _note(library, run):
                    return
                noted = time.monotonic()
            ticket.step(run.done + len(run.waiting), run.total, run.items[sha256][0].evidence.name)
    finally:
        _note(library, run)


def _note(library: Library, run: _Run) -> bool:
    waiting, run.waiting = run.waiting, {}
    if not waiting:
        return run.reachable
    if any(state in {"missing", "unreadable"} for state in waiting.values()):
        # A disk that was pulled out meanwhile makes everything look lost: that is no finding.
        run.reachable = run.reachable and library.reachable()
    if not run.reachable:
        return False
    results = [(one, state) for sha256, state in waiting.items() for one in run.items[sha256]]
    library.evidence.note_checks(
        [(one.evidence.id, state) for one, state in results], library.now()
    )
    for one, state in results:
        run.found.setdefault(state, []).append(one)
    run.done += len(results)
    return True


def _figures(run: _Run) -> dict[str, object]:
    return {"checked": run.done, **{state: len(some) for state, some in run.found.items()}}
