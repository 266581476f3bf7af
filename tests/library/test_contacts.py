from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.library.library import Library

AT = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)
BARE = Contact("c1", "o1", "merchant", "merchant_chat", AT)
FULL = Contact(
    "c2",
    "o1",
    "platform",
    "call",
    AT + timedelta(days=1),
    "先提交售后申请",
    "promised",
    who="客服 37",
    number="0571-88158198",
    ticket="T-87122",
    waited_seconds=95,
    talked_seconds=190,
    cost=Money(45),
)
PROMISE = Commitment(
    "p1", "o1", "merchant", "48 小时内答复", AT, AT + timedelta(hours=48), contact_id="c1"
)


@pytest.fixture
def logged(library: Library, order: Order) -> Contact:
    library.contacts.put(BARE)
    return BARE


@pytest.mark.parametrize("contact", [BARE, FULL])
def test_a_contact_comes_back_whole(library: Library, order: Order, contact: Contact) -> None:
    library.contacts.put(contact)
    assert library.contacts.get(contact.id) == contact


def test_contacts_of_an_order_come_in_the_order_they_happened(
    library: Library, order: Order, logged: Contact
) -> None:
    earlier = replace(FULL, at=AT - timedelta(days=1))
    library.contacts.put(earlier)
    assert library.contacts.of_order("o1") == [earlier, logged]


def test_contacts_of_another_order_are_not_listed(
    library: Library, other_order: Order, logged: Contact
) -> None:
    assert library.contacts.of_order(other_order.id) == []


def test_a_changed_contact_is_kept(library: Library, logged: Contact) -> None:
    changed = replace(logged, summary="属于正常现象", outcome="unsatisfied")
    library.contacts.put(changed)
    assert library.contacts.all() == [changed]


def test_a_removed_contact_is_gone(library: Library, logged: Contact) -> None:
    library.contacts.remove(logged.id)
    with pytest.raises(KnownError) as caught:
        library.contacts.get(logged.id)
    assert caught.value.code == "library.not_found"


def test_a_removed_contact_cannot_be_removed_again(library: Library, logged: Contact) -> None:
    library.contacts.remove(logged.id)
    with pytest.raises(KnownError) as caught:
        library.contacts.remove(logged.id)
    assert caught.value.code == "library.not_found"


def test_a_removed_contact_comes_back(library: Library, logged: Contact) -> None:
    library.contacts.remove(logged.id)
    library.contacts.put(logged)
    assert library.contacts.all() == [logged]


def test_contacts_of_a_removed_order_are_not_listed(library: Library, logged: Contact) -> None:
    library.orders.remove("o1")
    assert library.contacts.all() == []


def test_lone_surrogates_come_back(library: Library, order: Order) -> None:
    odd = replace(BARE, summary="a\udcffb")
    library.contacts.put(odd)
    assert library.contacts.get("c1") == odd


def test_a_commitment_comes_back_whole(library: Library, logged: Contact) -> None:
    library.commitments.put(PROMISE)
    assert library.commitments.get("p1") == PROMISE


def test_commitments_are_found_by_contact_and_order(library: Library, logged: Contact) -> None:
    library.commitments.put(PROMISE)
    found = (library.commitments.of_contact("c1"), library.commitments.of_order("o1"))
    assert found == ([PROMISE], [PROMISE])


def test_a_settled_commitment_is_kept(library: Library, logged: Contact) -> None:
    library.commitments.put(PROMISE)
    settled = replace(PROMISE, state="broken", settled_at=AT + timedelta(days=3))
    library.commitments.put(settled)
    assert library.commitments.all() == [settled]


def test_a_removed_commitment_comes_back(library: Library, logged: Contact) -> None:
    library.commitments.put(PROMISE)
    library.commitments.remove("p1")
    gone = library.commitments.all()
    library.commitments.put(PROMISE)
    assert (gone, library.commitments.all()) == ([], [PROMISE])


def test_an_unknown_commitment_is_told(library: Library, order: Order) -> None:
    with pytest.raises(KnownError) as caught:
        library.commitments.get("nobody")
    assert caught.value.code == "library.not_found"
