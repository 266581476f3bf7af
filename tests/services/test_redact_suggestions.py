from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading, ReadLine
from keepproof.library.library import Library
from keepproof.readers import reading as readers_reading
from keepproof.services.add_evidence import add_content
from keepproof.services.redact_suggestions import suggestions
from keepproof.ticket import Ticket

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.fixture
def shot(library: Library, order: Order) -> FiledEvidence:
    """Keep what looks like a picture under the order."""
    outcome = add_content(
        library, PNG, "a.png", order_id=order.id, kind=None, origin="pasted", ticket=Ticket()
    )
    filed = outcome.value.kept[0]
    facts = {"width": "1080", "height": "2400"}
    library.evidence.replace(replace(filed.evidence, facts=facts))
    return replace(filed, evidence=library.evidence.get(filed.evidence.id))


def read(library: Library, filed: FiledEvidence, *lines: ReadLine, **more: object) -> None:
    facts = {"width": "1080", "height": "2400"}
    one = Reading(filed.evidence.sha256, "picture", "", lines, facts=facts)
    library.readings.put(replace(one, **more))  # type: ignore[arg-type]


def line(text: str, top: int, page: int = 0) -> ReadLine:
    return ReadLine(text, (40, top, 40 + 30 * len(text), top + 40), page)


def test_private_words_are_offered_with_their_place(library: Library, shot: FiledEvidence) -> None:
    read(library, shot, line("林小满 13800000042", 100), line("重量 4.20 kg", 200))
    found = suggestions(library, shot)
    assert found.state == "read"
    assert [(one.kind, one.veiled) for one in found.items] == [
        ("name", "林**"),
        ("phone", "138****0042"),
    ]
    assert all(one.box.top < 100 and one.box.bottom > 140 for one in found.items)


def test_the_numbers_of_the_order_are_not_offered(
    library: Library, order: Order, shot: FiledEvidence
) -> None:
    library.orders.replace(replace(order, tracking_number="13812345678"))
    read(library, shot, line("13812345678", 100))
    assert suggestions(library, shot).items == ()


def test_before_anybody_has_read_it_nothing_is_offered(
    library: Library, shot: FiledEvidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "rapidocr", raising=False)
    monkeypatch.setattr(readers_reading, "find_spec", lambda name: object())
    assert suggestions(library, shot).state == "unread"
    monkeypatch.setattr(readers_reading, "find_spec", lambda name: None)
    assert suggestions(library, shot).state == "no_reader"
    assert "rapidocr" not in sys.modules


def test_what_could_not_be_read_is_told(library: Library, shot: FiledEvidence) -> None:
    read(library, shot, source="none", problem="readers.image_broken")
    assert suggestions(library, shot).state == "problem"


def test_boxes_of_another_size_are_not_used(library: Library, shot: FiledEvidence) -> None:
    read(library, shot, line("13800000042", 100), facts={"width": "540", "height": "1200"})
    assert suggestions(library, shot).items == ()


def test_only_the_page_that_is_copied_counts(library: Library, shot: FiledEvidence) -> None:
    read(library, shot, line("13800000042", 100, page=1))
    assert suggestions(library, shot).items == ()


def test_in_no_order_every_number_is_offered(library: Library, shot: FiledEvidence) -> None:
    read(library, shot, line("13800000042", 100))
    loose = replace(shot, order_id=None, number=None)
    assert [one.kind for one in suggestions(library, loose).items] == ["phone"]
