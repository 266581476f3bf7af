"""Promises of a chat among what was promised about an order: once each, with their words, time and place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from keepproof.domain.chat import Role
from keepproof.domain.contact import Commitment
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.promise import Promise, PromiseState
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.edit_evidence import unfile
from keepproof.services.log_contact import settle
from keepproof.services.outcome import Outcome
from keepproof.services.reminders import reminders
from keepproof.services.take_promise import remove_promise, take_promise, taken
from keepproof.ticket import Ticket

SAID = datetime(2026, 11, 20, 9, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
DUE = SAID + timedelta(hours=48)
PROMISE = Promise(
    3,
    "L7",
    "澄屿家电旗舰店:小七",
    Role.ROBOT,
    Role.MERCHANT,
    "reply",
    "48 小时内给您答复",
    SAID,
    DUE,
    PromiseState.UNJUDGED,
)


@pytest.fixture
def chat(order: Order, keep: Callable[[str, EvidenceKind], FiledEvidence]) -> FiledEvidence:
    assert order.id
    return keep("一段聊天", EvidenceKind.CHAT)


@pytest.fixture
def take(library: Library, order: Order, chat: FiledEvidence) -> Callable[..., Outcome[Commitment]]:
    """Give a function that takes over a promise of the chat."""

    def run(**changes: object) -> Outcome[Commitment]:
        promise = replace(PROMISE, **changes)  # type: ignore[arg-type]
        return take_promise(library, order.id, chat.evidence.id, promise, Ticket())

    return run


Take = Callable[..., Outcome[Commitment]]


def test_words_due_time_and_place_are_kept(
    library: Library, order: Order, chat: FiledEvidence, take: Take
) -> None:
    made = take().value

    (one,) = library.commitments.of_order(order.id)
    assert one == made
    assert (one.words, one.due, one.made_at) == (PROMISE.words, DUE, SAID)
    assert (one.evidence_id, one.place, one.contact_id) == (chat.evidence.id, "L7", None)
    assert (one.party, one.who, one.state) == ("merchant", PROMISE.sender, "open")


def test_it_is_reminded_of_like_any_other(library: Library, take: Take) -> None:
    made = take().value

    found = reminders(library, Book.load(), DUE - timedelta(hours=3))

    assert [one.commitment for one in found if one.kind == "commitment"] == [made]


def test_the_same_promise_is_never_taken_twice(library: Library, take: Take) -> None:
    take()

    with pytest.raises(KnownError) as error:
        take(words="小时内给您答复")

    assert error.value.code == "contact.promise_taken"
    assert len(library.commitments.all()) == 1


@pytest.mark.parametrize("changes", [{"place": "L9"}, {"words": "补发一份", "topic": "resend"}])
def test_another_promise_of_the_chat_is_another_one(
    library: Library, take: Take, changes: dict[str, str]
) -> None:
    take()
    take(**changes)

    assert len(library.commitments.all()) == 2


def test_one_without_a_full_time_is_refused(library: Library, take: Take) -> None:
    with pytest.raises(KnownError) as error:
        take(said=None, due=None)

    assert error.value.code == "contact.promise_undated"
    assert library.commitments.all() == []


def test_what_is_said_of_the_goods_is_quoted_and_not_logged(take: Take) -> None:
    with pytest.raises(KnownError) as error:
        take(claim=True, topic="quality", due=None)

    assert error.value.code == "contact.promise_is_claim"


def test_a_chat_of_another_order_is_refused(
    library: Library, order: Order, chat: FiledEvidence
) -> None:
    unfile(library, chat.evidence.id, order.id, Ticket())

    with pytest.raises(KnownError) as error:
        take_promise(library, order.id, chat.evidence.id, PROMISE, Ticket())

    assert error.value.code == "library.not_found"


@pytest.mark.parametrize(
    ("judged", "state"), [(PromiseState.KEPT, "kept"), (PromiseState.BROKEN, "broken")]
)
def test_what_is_settled_already_is_not_reminded_of(
    take: Take, judged: PromiseState, state: str
) -> None:
    at = DUE + timedelta(hours=1)

    one = take(state=judged, settled=at).value

    assert (one.state, one.settled_at) == (state, at)


def test_one_that_was_not_kept_without_a_moment_is_settled_now(
    library: Library, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "now", lambda: DUE)

    assert take(state=PromiseState.BROKEN).value.settled_at == DUE


def test_who_is_not_known_is_somebody_else(take: Take) -> None:
    assert take(party=Role.UNKNOWN).value.party == "other"


def test_taking_over_can_be_undone_and_done_again(
    library: Library, order: Order, take: Take
) -> None:
    done = take()
    assert done.undo is not None

    undone = done.undo(library)
    assert library.commitments.of_order(order.id) == []
    assert undone.changes.orders == {order.id}
    assert undone.undo is not None
    undone.undo(library)

    assert library.commitments.of_order(order.id) == [done.value]


def test_one_that_was_removed_can_be_taken_again(
    library: Library, order: Order, chat: FiledEvidence, take: Take
) -> None:
    removed = remove_promise(library, take().value.id, Ticket())
    assert taken(library.commitments.of_order(order.id), chat.evidence.id, PROMISE) is None
    take()

    assert len(library.commitments.of_order(order.id)) == 1
    assert removed.label == "commitment.remove"


def test_removing_can_be_undone_with_what_was_noted(
    library: Library, order: Order, take: Take
) -> None:
    made = take().value
    kept = settle(library, made.id, "kept", library.now(), Ticket()).value
    removed = remove_promise(library, made.id, Ticket())
    assert removed.undo is not None

    removed.undo(library)

    assert library.commitments.of_order(order.id) == [kept]
