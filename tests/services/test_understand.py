from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.errors import CancelledError, KnownError
from keepproof.library.library import Library
from keepproof.readers import reading
from keepproof.readers.reading import Found, Reader
from keepproof.readers.sandbox import Sandbox
from keepproof.services import understand
from keepproof.services.add_evidence import add_content
from keepproof.ticket import Ticket

R = TypeVar("R")
Keep = Callable[[str, EvidenceKind], FiledEvidence]


class Here(Sandbox):
    """Run in this very process, where a test may put a reader of its own into the table."""

    def run(self, function: Callable[..., R], *args: object, timeout_s: float = 0.0) -> R:
        return function(*args)


@pytest.fixture
def here() -> Here:
    return Here()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(workers=1) as opened:
        yield opened


def refuses(path: Path, untrusted_name: str, media_type: str) -> Found:
    raise KnownError("readers.image_too_large")


def crashes(path: Path, untrusted_name: str, media_type: str) -> Found:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def lingers(path: Path, untrusted_name: str, media_type: str) -> Found:
    time.sleep(60)
    raise AssertionError


def table(monkeypatch: pytest.MonkeyPatch, *rows: Reader) -> None:
    monkeypatch.setattr(reading, "READERS", rows)


def any_text(media_type: str) -> bool:
    return media_type.startswith("text/")


def test_what_is_kept_is_read_once(
    library: Library, order: Order, keep: Keep, sandbox: Sandbox
) -> None:
    one = keep("卖家：明天发货\n", EvidenceKind.CHAT)
    outcome = understand.understand(library, sandbox, Ticket())
    found = library.readings.get(one.evidence.sha256)
    assert found is not None
    assert (found.text, found.source, found.engine) == ("卖家：明天发货\n", "text", "text")
    assert outcome.changes.readings == {one.evidence.id}
    assert outcome.value.read == 1
    assert understand.understand(library, sandbox, Ticket()).value.read == 0


def test_what_is_missing_is_known_after_a_restart(
    tmp_path: Path, keep: Keep, library: Library, order: Order
) -> None:
    one = keep("甲", EvidenceKind.CHAT)
    folder = library.folder
    library.close()
    with Library.open(folder) as again:
        assert [todo.items for todo in understand.unread(again)] == [(one.evidence.id,)]


def test_a_better_reader_reads_again(
    library: Library, order: Order, keep: Keep, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = keep("甲", EvidenceKind.CHAT)
    understand.understand(library, here, Ticket())
    better = Reader("text", 99, any_text, lambda *_: Found("text", "更好"))
    table(monkeypatch, better)
    assert understand.understand(library, here, Ticket()).value.read == 1
    found = library.readings.get(one.evidence.sha256)
    assert found is not None
    assert (found.text, found.version) == ("更好", 99)


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        (refuses, "readers.image_too_large"),
        (crashes, "readers.crashed"),
        (lingers, "readers.timeout"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_harmful_file_gets_a_problem_and_is_not_tried_again(
    library: Library,
    order: Order,
    keep: Keep,
    sandbox: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    harm: reading.Read,
    problem: str,
) -> None:
    one = keep("甲", EvidenceKind.CHAT)
    table(monkeypatch, Reader("harm", 1, any_text, harm, timeout_s=1.0))
    # the child has a table of its own: the harmful function itself is sent there
    monkeypatch.setattr(understand, "read", harm)
    report = understand.understand(library, sandbox, Ticket()).value
    assert [(todo.items, code) for todo, code in report.odd] == [((one.evidence.id,), problem)]
    assert understand.unread(library) == []


def test_a_file_after_a_harmful_one_is_read(
    library: Library, order: Order, keep: Keep, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("甲", EvidenceKind.CHAT)
    monkeypatch.setattr(understand, "read", crashes)
    understand.understand(library, sandbox, Ticket())
    monkeypatch.undo()
    two = keep("乙", EvidenceKind.TRACK)
    understand.understand(library, sandbox, Ticket())
    found = library.readings.get(two.evidence.sha256)
    assert found is not None
    assert found.text == "乙"


def test_what_was_given_up_can_be_asked_for_again(
    library: Library, order: Order, keep: Keep, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = keep("甲", EvidenceKind.CHAT)
    monkeypatch.setattr(understand, "read", refuses)
    understand.understand(library, here, Ticket())
    monkeypatch.undo()
    understand.forget(library, [one.evidence.id])
    assert understand.understand(library, here, Ticket()).value.odd == ()


def test_files_wait_for_a_missing_package(
    library: Library, order: Order, keep: Keep, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("甲", EvidenceKind.CHAT)
    table(monkeypatch, Reader("far", 1, any_text, refuses, needs=("no_such_package_here",)))
    report = understand.understand(library, here, Ticket()).value
    assert (report.read, len(report.waiting)) == (0, 1)
    assert library.readings.known() == {}


def test_the_same_bytes_in_two_items_are_read_once(library: Library, order: Order) -> None:
    for name in ("a.txt", "b.txt"):
        add_content(
            library,
            "甲".encode(),
            name,
            order_id=order.id,
            kind=None,
            origin="pasted",
            ticket=Ticket(),
        )
    todo = understand.unread(library)
    assert len(todo) == 1
    assert set(todo[0].items) == {one.evidence.id for one in library.evidence.all()}


def test_an_original_that_is_gone_is_left_for_later(
    library: Library, order: Order, keep: Keep, here: Here
) -> None:
    one = keep("甲", EvidenceKind.CHAT)
    library.original_path(one.evidence.sha256).unlink()
    assert understand.understand(library, here, Ticket()).value.read == 0
    assert len(understand.unread(library)) == 1


def test_a_deleted_item_is_not_read(library: Library, order: Order, keep: Keep, here: Here) -> None:
    one = keep("甲", EvidenceKind.CHAT)
    library.evidence.trash(one.evidence.id, "twice")
    assert understand.unread(library) == []


def test_what_is_on_screen_comes_first_then_the_newest(
    library: Library, order: Order, keep: Keep
) -> None:
    old, middle, new = (
        keep(text, kind)
        for text, kind in (
            ("甲", EvidenceKind.CHAT),
            ("乙", EvidenceKind.TRACK),
            ("丙", EvidenceKind.SMS),
        )
    )
    todo = understand.unread(library, first=[old.evidence.id])
    ids = [one.items[0] for one in todo]
    assert ids == [old.evidence.id, new.evidence.id, middle.evidence.id]


def test_what_takes_long_waits_for_what_is_quick(
    library: Library, order: Order, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Reader("slow", 1, lambda media_type: media_type == "text/csv", refuses, quick=False)
    quick = Reader("quick", 1, any_text, refuses)
    table(monkeypatch, slow, quick)
    keep("甲", EvidenceKind.CHAT)
    add_content(
        library,
        b"a,b,c,d\n1,2,3,4\n5,6,7,8\n",
        "b.csv",
        order_id=None,
        kind=None,
        origin="pasted",
        ticket=Ticket(),
    )
    assert [one.engine for one in understand.unread(library)] == ["quick", "slow"]
    assert [one.engine for one in understand.unread(library, quick_only=True)] == ["quick"]


def test_only_the_evidence_of_an_order_is_asked_for(
    library: Library, order: Order, keep: Keep
) -> None:
    keep("甲", EvidenceKind.CHAT)
    add_content(
        library, b"loose", "b.txt", order_id=None, kind=None, origin="pasted", ticket=Ticket()
    )
    assert len(understand.unread(library)) == 2
    assert len(understand.unread(library, order_id=order.id)) == 1


def test_a_stopped_run_keeps_what_it_has_read(
    library: Library, order: Order, keep: Keep, here: Here
) -> None:
    keep("甲", EvidenceKind.CHAT)
    keep("乙", EvidenceKind.TRACK)

    def stop_at_the_second(done: float, total: int, what: str) -> None:
        if done == 1:
            ticket.cancel()
            ticket.check()

    ticket = Ticket(stop_at_the_second)
    with pytest.raises(CancelledError):
        understand.understand(library, here, ticket)
    assert len(library.readings.known()) == 1
