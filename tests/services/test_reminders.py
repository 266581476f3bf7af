from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from keepproof.domain.claim import ClaimEvent
from keepproof.domain.contact import Commitment
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Moments, Order
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.care import care_items, delivery_checklist, tick
from keepproof.services.log_order import OrderForm, add_order, archive_order
from keepproof.services.open_dispute import change_dispute, open_dispute
from keepproof.services.record_claim import record_event
from keepproof.services.reminders import Reminder, reminders
from keepproof.ticket import Ticket

NUMBER = "2690183455720166318"
NOW = datetime.fromisoformat("2026-11-18T14:00:00+08:00")
SIGNED = datetime.fromisoformat("2026-11-16T18:20:00+08:00")
Keep = Callable[[str, EvidenceKind], FiledEvidence]


@pytest.fixture
def parcel(library: Library) -> Order:
    moments = Moments(
        paid=datetime.fromisoformat("2026-11-12T21:06:00+08:00"),
        shipped=datetime.fromisoformat("2026-11-13T10:00:00+08:00"),
        signed=SIGNED,
    )
    form = OrderForm(number=NUMBER, platform="tmall", shop="澄屿", moments=moments)
    return add_order(library, form, Ticket()).value


def found(library: Library, book: Book, now: datetime = NOW) -> dict[str, Reminder]:
    """Name reminders by what they are about."""
    named = {}
    for one in reminders(library, book, now):
        about = one.deadline.id if one.deadline else one.care.prompt.id if one.care else "promise"
        named[about] = one
    return named


def test_a_deadline_within_a_week_is_remembered(
    library: Library, book: Book, parcel: Order
) -> None:
    window = found(library, book)["seven_day_window"]
    assert window.due == datetime.fromisoformat("2026-11-24T00:00:00+08:00")
    assert (window.kind, window.urgency, window.rings) == ("deadline", "soon", True)


def test_a_deadline_further_away_waits(library: Library, book: Book, parcel: Order) -> None:
    early = datetime.fromisoformat("2026-11-16T19:00:00+08:00")
    assert "seven_day_window" not in found(library, book, early)


def test_memory_is_remembered_quietly(library: Library, book: Book, parcel: Order) -> None:
    assert not found(library, book)["auto_confirm"].rings


@pytest.mark.parametrize(
    ("now", "urgency"),
    [("2026-11-23T10:00:00+08:00", "now"), ("2026-11-20T10:00:00+08:00", "soon")],
)
def test_the_last_day_is_now(
    library: Library, book: Book, parcel: Order, now: str, urgency: str
) -> None:
    assert found(library, book, datetime.fromisoformat(now))["seven_day_window"].urgency == urgency


def test_a_seller_who_let_the_time_run_out_is_remembered(
    library: Library, book: Book, parcel: Order
) -> None:
    dispute = open_dispute(library, parcel.id, book.issue("damaged"), Ticket()).value
    asked = ClaimEvent("", dispute.id, "applied", NOW - timedelta(hours=40), "return")
    library.course.put_event(replace(asked, id="e"))
    late = found(library, book)["seller_answers"]
    assert (late.urgency, late.rings) == ("over", False)


def test_a_promise_is_remembered_until_somebody_settles_it(
    library: Library, book: Book, parcel: Order
) -> None:
    promise = Commitment("p", parcel.id, "merchant", "明天退款", NOW, NOW + timedelta(days=1))
    library.commitments.put(promise)
    assert found(library, book)["promise"].rings
    assert found(library, book, NOW + timedelta(days=30))["promise"].urgency == "over"
    library.commitments.put(replace(promise, state="kept"))
    assert "promise" not in found(library, book)


def test_what_vanishes_is_to_be_saved_until_it_is_there(
    library: Library, book: Book, parcel: Order, keep: Keep
) -> None:
    assert found(library, book)["parcel_label"].kind == "save"
    keep("面单", EvidenceKind.WAYBILL)
    assert "parcel_label" not in found(library, book)


def test_the_countdown_page_is_asked_for_after_each_step(
    library: Library, book: Book, parcel: Order
) -> None:
    dispute = open_dispute(library, parcel.id, book.issue("damaged"), Ticket()).value
    at = library.now() - timedelta(hours=1)
    record_event(library, ClaimEvent("", dispute.id, "applied", at, "return"), Ticket())
    assert "countdown_page" in found(library, book, library.now())
    tick(library, parcel.id, "countdown_page", Ticket())
    assert "countdown_page" not in found(library, book, library.now())
    refused = ClaimEvent("", dispute.id, "refused", library.now() + timedelta(minutes=1))
    record_event(library, refused, Ticket())
    assert "countdown_page" in found(library, book, library.now() + timedelta(minutes=2))


def test_the_delivery_checklist_begins_with_the_signing(
    library: Library, book: Book, parcel: Order
) -> None:
    items = delivery_checklist(library, book, parcel, NOW)
    assert [one.prompt.id for one in items] == [
        "look_outside",
        "unboxing",
        "count_items",
        "photograph_item",
        "try_out",
        "keep_packing",
    ]
    assert {one.starts for one in items} == {SIGNED}
    assert items[0].due == SIGNED + timedelta(hours=2)


@pytest.mark.parametrize(
    "moments",
    [Moments(), Moments(signed=SIGNED, confirmed=NOW), Moments(signed=NOW + timedelta(days=1))],
    ids=["not signed", "confirmed", "signed later than now"],
)
def test_there_is_nothing_to_check_before_the_signing_or_after_the_confirmation(
    library: Library, book: Book, parcel: Order, moments: Moments
) -> None:
    order = replace(parcel, moments=moments)
    assert delivery_checklist(library, book, order, NOW) == ()


def test_a_tick_can_be_taken_back(library: Library, book: Book, parcel: Order) -> None:
    def done() -> bool:
        items = care_items(library, book, parcel, None, library.now())
        return next(one.done for one in items if one.prompt.id == "tracking")

    moved = replace(parcel.moments, signed=library.now() - timedelta(days=1))
    parcel = replace(parcel, moments=moved)
    outcome = tick(library, parcel.id, "tracking", Ticket())
    assert done()
    assert outcome.undo is not None
    back = outcome.undo(library)
    assert not done()
    assert back.undo is not None
    back.undo(library)
    assert done()


def test_orders_put_away_and_closed_disputes_are_left_in_peace(
    library: Library, book: Book, parcel: Order
) -> None:
    dispute = open_dispute(library, parcel.id, book.issue("damaged"), Ticket()).value
    answered = replace(dispute, answers={"refused_at": (NOW - timedelta(days=1)).isoformat()})
    change_dispute(library, answered, Ticket())
    assert "buyer_acts" in found(library, book)
    change_dispute(library, replace(answered, state="closed"), Ticket())
    assert "buyer_acts" not in found(library, book)
    archive_order(library, parcel.id, Ticket())
    assert found(library, book) == {}


def test_the_first_due_comes_first(library: Library, book: Book, parcel: Order) -> None:
    dues = [one.due for one in reminders(library, book, NOW)]
    assert dues == sorted(dues)
    assert len(dues) > 5


def test_reminders_keep_their_names(library: Library, book: Book, parcel: Order) -> None:
    first = [one.id for one in reminders(library, book, NOW)]
    second = [one.id for one in reminders(library, book, NOW + timedelta(minutes=1))]
    assert first == second
    assert len(set(first)) == len(first)


def test_packaging_is_kept_as_long_as_the_seven_days_run(
    library: Library, book: Book, parcel: Order
) -> None:
    items = {one.prompt.id: one for one in delivery_checklist(library, book, parcel, NOW)}
    assert items["keep_packing"].due == found(library, book)["seven_day_window"].due
