from __future__ import annotations

from datetime import UTC, datetime

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading, ReadLine
from keepproof.library.library import Library
from keepproof.readers.rows import text_of
from keepproof.services import suggest
from keepproof.services.add_evidence import add_content
from keepproof.ticket import Ticket

AT = datetime(2026, 11, 22, tzinfo=UTC)


def keep(library: Library, name: str, order: Order | None) -> FiledEvidence:
    outcome = add_content(
        library,
        name.encode(),
        name,
        order_id=None if order is None else order.id,
        kind=None,
        origin="pasted",
        ticket=Ticket(),
    )
    return outcome.value.kept[0]


def read(library: Library, filed: FiledEvidence, *lines: ReadLine, kind: str = "") -> None:
    reading = Reading(
        filed.evidence.sha256,
        "picture",
        text_of(lines),
        lines,
        kind,
        at=AT,
        facts={"width": "1080"},
    )
    library.readings.put(reading)


def line(text: str, top: int, left: int = 40) -> ReadLine:
    return ReadLine(text, (left, top, left + 40 * len(text), top + 44))


def offered(library: Library, filed: FiledEvidence) -> dict[str, suggest.Offer]:
    return {one.suggestion.field: one for one in suggest.offers(library, filed)}


def test_the_order_whose_number_was_read_is_offered(library: Library, order: Order) -> None:
    loose = keep(library, "a", None)
    read(library, loose, line(f"订单编号：{order.number}", 100), kind="order")
    found = offered(library, loose)
    assert found["number"].order == order
    assert not found["number"].known
    assert found["kind"].suggestion.value == EvidenceKind.ORDER_SHOT


def test_what_the_order_says_already_is_marked_as_known(library: Library, order: Order) -> None:
    filed = keep(library, "a", order)
    read(
        library,
        filed,
        line(f"订单编号：{order.number}", 100),
        line("实付款：¥1299.00", 200),
        line("运费：¥8.00", 300),
    )
    found = offered(library, filed)
    assert (found["number"].known, found["number"].order) == (True, None)
    assert found["paid"].known
    assert not found["freight"].known


def test_nothing_is_offered_before_it_was_read(library: Library, order: Order) -> None:
    assert suggest.offers(library, keep(library, "a", order)) == ()
