from __future__ import annotations

from datetime import UTC, datetime

import pytest

from keepproof.domain.claim import ClaimEvent, Countdown
from keepproof.domain.dispute import Dispute
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.library.library import Library

AT = datetime(2026, 11, 18, 12, tzinfo=UTC)
ASKED = ClaimEvent("e1", "d1", "applied", AT, "return", "received", "表单\ud800")


@pytest.fixture(autouse=True)
def dispute(library: Library, order: Order) -> None:
    library.disputes.add(Dispute("d1", order.id, "late_shipment"))


def test_an_event_comes_back_whole(library: Library) -> None:
    library.course.put_event(ASKED)
    assert library.course.event("e1") == ASKED


def test_events_come_in_the_order_they_happened(library: Library) -> None:
    earlier = ClaimEvent("e2", "d1", "refused", AT.replace(day=17))
    library.course.put_event(ASKED)
    library.course.put_event(earlier)
    assert library.course.events("d1") == [earlier, ASKED]


def test_a_removed_event_is_gone_until_it_is_put_back(library: Library) -> None:
    library.course.put_event(ASKED)
    library.course.remove_event("e1")
    assert library.course.events("d1") == []
    library.course.put_event(ASKED)
    assert library.course.events("d1") == [ASKED]


@pytest.mark.parametrize("verb", ["event", "remove_event"])
def test_an_unknown_event_is_a_known_error(library: Library, verb: str) -> None:
    with pytest.raises(KnownError, match=r"library\.not_found"):
        getattr(library.course, verb)("nobody")


def test_a_countdown_takes_the_place_of_the_earlier_one(library: Library) -> None:
    first = Countdown("d1", "seller_answers", AT, AT)
    second = Countdown("d1", "seller_answers", AT.replace(day=20), AT.replace(day=19))
    library.course.put_countdown(first)
    library.course.put_countdown(second)
    assert library.course.countdowns("d1") == {"seller_answers": second}
    library.course.drop_countdown("d1", "seller_answers")
    assert library.course.countdowns("d1") == {}


def test_a_kind_nobody_knows_means_the_catalogue_is_damaged(library: Library) -> None:
    library._catalog.run(
        "INSERT INTO claim_events (id, dispute_id, kind, claim, goods, at, note) "
        "VALUES ('x', 'd1', 'vanished', '', '', '2026-11-18T12:00:00+00:00', '')"
    )
    with pytest.raises(KnownError, match=r"library\.damaged"):
        library.course.events("d1")
