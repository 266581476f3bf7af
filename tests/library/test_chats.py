"""Roles per merchant and quotes per dispute come back as they were put."""

from __future__ import annotations

from keepproof.domain.chat import Role
from keepproof.domain.dispute import Dispute
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Merchant, Order
from keepproof.domain.quote import Quote
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.ticket import Ticket

ODD = "小七\ud800"


def quoted(library: Library) -> Quote:
    library.merchants.add(Merchant("m1", "tmall", "店"))
    library.orders.add(Order("o1", "1", "tmall", "m1", "店"))
    library.disputes.add(Dispute("d1", "o1", "late_shipment"))
    outcome = add_content(
        library,
        b"x",
        "x.txt",
        order_id="o1",
        kind=EvidenceKind.CHAT,
        origin="pasted",
        ticket=Ticket(),
    )
    id = outcome.value.kept[0].evidence.id
    return Quote(id, "L45", ODD, Role.MERCHANT, "2026-11-10 20:58:41", "48 小时\n内\ud800")


def test_roles_are_kept_per_merchant(library: Library) -> None:
    for id in ("m1", "m2"):
        library.merchants.add(Merchant(id, "tmall", id))

    library.chats.set_role("m1", ODD, Role.ROBOT)
    library.chats.set_role("m1", ODD, Role.MERCHANT)
    library.chats.set_role("m2", ODD, Role.ME)
    library.chats.set_role("m2", ODD, None)

    assert library.chats.roles("m1") == {ODD: Role.MERCHANT}
    assert library.chats.roles("m2") == {}


def test_quotes_come_back_in_the_order_they_were_chosen(library: Library) -> None:
    one = quoted(library)
    other = Quote(one.evidence_id, "L3", "b", Role.ME, "", "")

    library.chats.put_quotes("d1", [one, other])

    assert library.chats.quotes("d1") == [one, other]


def test_new_quotes_take_the_place_of_the_old(library: Library) -> None:
    one = quoted(library)
    library.chats.put_quotes("d1", [one])

    library.chats.put_quotes("d1", [])

    assert library.chats.quotes("d1") == []
