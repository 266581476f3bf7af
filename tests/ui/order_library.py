"""A library with one order, for the tests of pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from keepproof.domain.dispute import Dispute
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.money import Money
from keepproof.domain.order import Moments, Order, OrderItem
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.open_dispute import open_dispute
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

NUMBER = "2690183455720166318"
PAID = datetime(2026, 11, 10, 13, 6, tzinfo=UTC)


def log(
    library: Library,
    number: str = NUMBER,
    title: str = "X1 无线吸尘器",
    shop: str = "澄屿家电旗舰店",
) -> Outcome[Order]:
    """Log an order that was paid."""
    items = (OrderItem(title, "标准版", 1, Money(129900)),)
    moments = Moments(ordered=PAID, paid=PAID)
    form = OrderForm(number, "tmall", shop, items, Money(129900), moments=moments)
    return add_order(library, form, Ticket())


def keep(library: Library, order_id: str | None, kind: EvidenceKind) -> Outcome[FiledEvidence]:
    """Keep a small text of a kind."""
    done = add_content(
        library,
        f"{kind} {order_id}".encode(),
        f"{kind}.txt",
        order_id=order_id,
        kind=kind,
        origin="pasted",
        ticket=Ticket(),
    )
    return Outcome(done.value.kept[0], done.changes, done.undo, done.label)


def dispute(library: Library, order_id: str, *, answered: bool = False) -> Outcome[Dispute]:
    """Open a dispute; `answered` fills its required questions."""
    issue = Book.load().issue("not_as_described")
    done = open_dispute(library, order_id, issue, Ticket())
    if answered:
        answers = {one.id: "40 分钟" for one in issue.questions if one.required}
        library.disputes.replace(replace(done.value, answers=answers))
    return done
