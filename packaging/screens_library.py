"""The library the pictures show: the example, what came before it, and something that went wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from keepproof.domain.contact import Contact
from keepproof.domain.dispute import Dispute, Ending, Submission
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.domain.order import Moments, Order, OrderItem
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.example import add_example
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.open_dispute import open_dispute
from keepproof.ticket import Ticket

# How many days ago each began, its problem, how and when it ended, what came back; shop 0 is that of the example.
PAST = (
    (190, "late_shipment", "solved", 6, 459, 0),
    (128, "damaged", "partly", 11, 6000, 0),
    (97, "missing_items", "solved", 4, 3900, 1),
    (63, "refund_delay", "solved", 9, 19900, 2),
    (40, "not_as_described", "unsolved", 21, 0, 1),
    (12, "late_shipment", "", 0, 0, 2),
)
ITEMS = {
    "zh": ("恒温调奶壶 1.2L", "橡木床头柜", "防水徒步鞋 41 码"),
    "en": ("Kettle with thermostat, 1.2 l", "Oak bedside table", "Hiking shoes, size 41"),
}


def fill(home: Path, lang: str) -> None:
    """Lay out a library: the example, a plain order, something unfiled, one item whose file is gone."""
    sandbox = Sandbox()
    with Library.open(home / "data" / "library") as library:
        add_example(library, lang, Ticket(), sandbox)
        plain = OrderForm(number="2690123456780166777", platform="taobao", shop="拾木家居旗舰店")
        order = add_order(library, plain, Ticket()).value
        words = {
            "order_id": order.id,
            "kind": EvidenceKind.CHAT,
            "origin": "pasted",
            "ticket": Ticket(),
        }
        kept = add_content(library, "您好，少了一件".encode(), "chat.txt", **words).value.kept[0]
        words = {"order_id": None, "kind": None, "origin": "pasted", "ticket": Ticket()}
        fill_past(library, lang)
        add_content(library, "备忘".encode(), "note.txt", **words)
        library.evidence.set_fixity(kept.evidence.id, "missing", datetime.now().astimezone())
    sandbox.close()


def fill_past(library: Library, lang: str) -> None:
    """Lay out earlier disputes, most of them closed, some with the shop of the example."""
    book, now = Book.load(), library.now()
    example = next(one for one in library.orders.all() if one.items)
    shops = (example.shop, "拾木家居旗舰店", "北野户外旗舰店")
    for place, (ago, code, outcome, days, cents, shop) in enumerate(PAST):
        opened = now - timedelta(days=ago)
        order = _bought(library, place, example.platform, shops[shop], ITEMS[lang][shop], opened)
        dispute = open_dispute(library, order.id, book.issue(code), Ticket()).value
        dispute = replace(dispute, opened_at=opened)
        if outcome:
            back = Money(cents) if cents else None
            ending = Ending(outcome, opened + timedelta(days=days), back, 3)
            dispute = replace(dispute, state="closed", ending=ending)
        library.disputes.replace(dispute)
        _followed(library, dispute, opened, days)


def _followed(library: Library, dispute: Dispute, opened: datetime, days: int) -> None:
    """Send a text and log the answer, and one call."""
    at = opened + timedelta(hours=2)
    channel = "intervention" if days > 8 else "merchant_chat"
    party = "platform" if days > 8 else "merchant"
    sent = Submission(f"s-{dispute.id}", dispute.id, channel, "zh", "…", at)
    library.disputes.add_submission(sent)
    answer = Contact(
        f"a-{dispute.id}", dispute.order_id, party, channel, at + timedelta(days=days / 5)
    )
    library.contacts.put(answer)
    if days > 8:
        call = Contact(
            f"c-{dispute.id}",
            dispute.order_id,
            "platform",
            "call",
            at + timedelta(days=1),
            number="9510211",
            talked_seconds=190,
            cost=Money(60),
        )
        library.contacts.put(call)


def _bought(
    library: Library, place: int, platform: str, shop: str, title: str, opened: datetime
) -> Order:
    moments = Moments(paid=opened - timedelta(days=3))
    form = OrderForm(
        number=f"26901834557201{place:05d}",
        platform=platform,
        shop=shop,
        items=(OrderItem(title),),
        paid=Money(12900 + 1700 * place),
        moments=moments,
    )
    return add_order(library, form, Ticket()).value
