"""A complaint as a paper: the text as composed, the order, the evidence it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exporting.documents.reading_back import bare, pdf_pages, word_text
from keepproof.composing.facts import Facts, Person
from keepproof.domain.complaint import Complaint
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.errors import CancelledError
from keepproof.knowledge.book import Book
from keepproof.knowledge.channel import Channel
from keepproof.library.library import Library
from keepproof.services import compose_complaint
from keepproof.services.export_complaint import complaint_sheet, export_complaint
from keepproof.services.open_dispute import open_dispute
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]


@pytest.fixture
def channel(book: Book) -> Channel:
    return next(one for one in book.channels("tmall") if one.id == "12315")


@pytest.fixture
def facts(library: Library, book: Book, order: Order, keep: Keep) -> Facts:
    keep("订单", EvidenceKind.ORDER_SHOT)
    keep("客服：48 小时内发货", EvidenceKind.CHAT)
    dispute = open_dispute(library, order.id, book.issue("not_as_described"), Ticket()).value
    person = Person("王小明", "13812345678", "")
    return compose_complaint.gather(library, dispute.id, book, person, date(2026, 11, 22))


@pytest.fixture
def complaint(facts: Facts, channel: Channel) -> Complaint:
    return compose_complaint.write(facts, channel, "zh", "full")


def written(path: Path) -> str:
    data = path.read_bytes()
    return word_text(data) if path.suffix == ".docx" else "".join(pdf_pages(data))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_text_stands_in_it_as_composed(
    library: Library,
    book: Book,
    facts: Facts,
    channel: Channel,
    complaint: Complaint,
    out: Path,
    kind: str,
) -> None:
    path = out / f"a.{kind}"
    outcome = export_complaint(library, book, facts, channel, complaint, path, kind, Ticket())
    text = written(path)
    for line in complaint.text.split("\n"):
        assert bare(line) in text
    assert facts.order.number in text
    for one in facts.evidence:
        assert one.evidence.sha256 in text
    assert "自导入以来未改动" in text
    assert outcome.value.count == len(complaint.numbers) == 2


def test_what_is_not_cited_is_not_in_the_appendix(
    library: Library, book: Book, facts: Facts, channel: Channel, complaint: Complaint
) -> None:
    fewer = replace(complaint, numbers=(2,))
    sheet = complaint_sheet(book, facts, channel, fewer, facts.evidence, library.now())
    assert [one.number for one in sheet.lines] == [2]


def test_the_numbers_are_fixed_and_the_export_is_logged(
    library: Library,
    book: Book,
    facts: Facts,
    channel: Channel,
    complaint: Complaint,
    out: Path,
) -> None:
    export_complaint(library, book, facts, channel, complaint, out / "a.pdf", "pdf", Ticket())
    assert all(one.frozen for one in library.evidence.of_order(facts.order.id))
    event = library.custody.events(facts.dispute.id)[-1]
    assert (event.action, event.data["channel"]) == ("export.complaint", "12315")
    assert event.data["numbers"] == [1, 2]


def test_a_cancelled_export_leaves_nothing(
    library: Library,
    book: Book,
    facts: Facts,
    channel: Channel,
    complaint: Complaint,
    out: Path,
) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        export_complaint(library, book, facts, channel, complaint, out / "a.pdf", "pdf", ticket)
    assert list(out.iterdir()) == []
    assert not any(one.frozen for one in library.evidence.of_order(facts.order.id))


def test_private_names_are_hidden_in_the_list_as_in_the_text(
    library: Library, book: Book, facts: Facts, channel: Channel, complaint: Complaint
) -> None:
    public = replace(channel, public=True, real_name=False)
    named = [
        replace(
            one, evidence=replace(one.evidence, title="与 13912345678 的聊天", note="13912345678")
        )
        for one in facts.evidence
    ]
    shown = complaint_sheet(book, facts, public, complaint, named, library.now())
    assert "13912345678" not in repr(shown.lines)
    assert "139" in shown.lines[0].name


def test_a_piece_without_a_title_is_named_by_its_kind(
    library: Library, book: Book, facts: Facts, channel: Channel, complaint: Complaint
) -> None:
    sheet = complaint_sheet(book, facts, channel, complaint, facts.evidence, library.now())
    assert [one.name for one in sheet.lines] == ["订单详情", "与商家的聊天"]
