from __future__ import annotations

from datetime import UTC, datetime

import pytest

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


def shot(library: Library, name: str, order: Order, *texts: str) -> None:
    lines = [line(text, 200 + 200 * at, 40 if at % 2 else 700) for at, text in enumerate(texts)]
    read(library, keep(library, name, order), *lines, kind="chat")


@pytest.mark.parametrize("again", ["明天一定给您发货", "明天一定给您发货。"])
def test_neighbours_with_a_common_line_have_no_gap(
    library: Library, order: Order, again: str
) -> None:
    shot(library, "a", order, "什么时候发货", "明天一定给您发货")
    shot(library, "b", order, again, "好的")
    assert suggest.shot_gaps(library, order.id) == ()


def test_neighbours_without_a_common_line_have_a_gap(library: Library, order: Order) -> None:
    shot(library, "a", order, "什么时候发货", "明天一定给您发货")
    shot(library, "b", order, "怎么还没有发", "仓库忙，请您再等等")
    shot(library, "c", order, "仓库忙，请您再等等", "我要退款了")
    keep(library, "other", order)
    assert suggest.shot_gaps(library, order.id) == (suggest.ShotGap(1, 2),)
