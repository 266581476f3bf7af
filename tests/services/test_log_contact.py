from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services.log_contact import (
    ContactForm,
    add_contact,
    attach_evidence,
    change_contact,
    form_of,
    remove_contact,
    settle,
)
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket


@pytest.fixture
def filled(library: Library) -> ContactForm:
    at = library.now() - timedelta(hours=2)
    return ContactForm(
        at,
        "merchant",
        "merchant_chat",
        " 属于正常现象 ",
        "promised",
        who="小七",
        ticket="T-1",
        promise="48 小时内答复",
        due=at + timedelta(hours=48),
    )


@pytest.fixture
def logged(library: Library, order: Order, filled: ContactForm) -> Outcome[Contact]:
    return add_contact(library, order.id, filled, Ticket())


def test_what_was_filled_in_is_kept(
    library: Library, order: Order, filled: ContactForm, logged: Outcome[Contact]
) -> None:
    (contact,) = library.contacts.of_order(order.id)
    assert (contact.who, contact.summary, contact.at) == ("小七", "属于正常现象", filled.at)


def test_a_promise_becomes_a_commitment_of_the_contact(
    library: Library, filled: ContactForm, logged: Outcome[Contact]
) -> None:
    (promise,) = library.commitments.of_contact(logged.value.id)
    assert (promise.words, promise.due, promise.state) == ("48 小时内答复", filled.due, "open")


def test_the_order_is_told_to_look_again(order: Order, logged: Outcome[Contact]) -> None:
    assert logged.changes.orders == {order.id}


def test_undo_takes_contact_and_promise_away(
    library: Library, order: Order, logged: Outcome[Contact]
) -> None:
    assert logged.undo is not None
    logged.undo(library)
    assert (library.contacts.of_order(order.id), library.commitments.all()) == ([], [])


def test_redo_brings_both_back(library: Library, order: Order, logged: Outcome[Contact]) -> None:
    before = (library.contacts.all(), library.commitments.all())
    assert logged.undo is not None
    undone = logged.undo(library)
    assert undone.undo is not None
    undone.undo(library)
    assert (library.contacts.all(), library.commitments.all()) == before


def test_a_change_writes_over_the_promise_instead_of_adding_one(
    library: Library, filled: ContactForm, logged: Outcome[Contact]
) -> None:
    change_contact(library, logged.value.id, replace(filled, promise="24 小时内退款"), Ticket())
    assert [one.words for one in library.commitments.all()] == ["24 小时内退款"]


def test_a_promise_that_is_cleared_goes_and_undo_brings_it_back(
    library: Library, filled: ContactForm, logged: Outcome[Contact]
) -> None:
    changed = replace(filled, promise="", due=None, outcome="answered")
    outcome = change_contact(library, logged.value.id, changed, Ticket())
    gone = library.commitments.all()
    assert outcome.undo is not None
    outcome.undo(library)
    assert (gone, [one.words for one in library.commitments.all()]) == ([], ["48 小时内答复"])


def test_a_contact_laid_out_as_a_form_and_stored_is_the_same(
    library: Library, logged: Outcome[Contact]
) -> None:
    contact = logged.value
    promises = tuple(library.commitments.of_contact(contact.id))
    change_contact(library, contact.id, form_of(contact, promises), Ticket())
    assert library.contacts.get(contact.id) == contact
    assert tuple(library.commitments.of_contact(contact.id)) == promises


def test_a_removed_contact_comes_back_with_its_promise(
    library: Library, order: Order, logged: Outcome[Contact]
) -> None:
    outcome = remove_contact(library, logged.value.id, Ticket())
    gone = library.contacts.all(), library.commitments.all()
    assert outcome.undo is not None
    outcome.undo(library)
    assert gone == ([], [])
    assert len(library.contacts.all()) == len(library.commitments.all()) == 1


def test_notes_become_evidence_of_kind_call(
    library: Library, order: Order, filled: ContactForm
) -> None:
    noted = replace(filled, notes="对方说：\n24 小时内回电", number="0571-88158198")
    contact = add_contact(library, order.id, noted, Ticket()).value
    (filed,) = library.evidence.of_order(order.id)
    text = library.original_path(filed.evidence.sha256).read_text("utf-8")
    assert contact.evidence_id == filed.evidence.id
    assert filed.evidence.kind is EvidenceKind.CALL
    assert "对方说：\n24 小时内回电" in text
    assert order.number in text


def test_undo_takes_the_notes_away_and_redo_brings_them_back(
    library: Library, order: Order, filled: ContactForm
) -> None:
    outcome = add_contact(library, order.id, replace(filled, notes="记下"), Ticket())
    assert outcome.undo is not None
    undone = outcome.undo(library)
    gone = len(library.evidence.of_order(order.id)), len(library.contacts.all())
    assert undone.undo is not None
    again = undone.undo(library)
    back = len(library.evidence.of_order(order.id)), len(library.contacts.all())
    assert again.undo is not None
    assert (gone, back) == ((0, 0), (1, 1))


def test_notes_hold_even_half_a_character(
    library: Library, order: Order, filled: ContactForm
) -> None:
    add_contact(library, order.id, replace(filled, notes="a\udcffb"), Ticket())
    assert len(library.evidence.of_order(order.id)) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"at": timedelta(hours=3)}, "contact.in_future"),
        ({"promise": ""}, "contact.due_without_promise"),
        ({"promise": " ", "due": None}, "contact.promise_missing"),
        ({"due": timedelta(hours=-1)}, "contact.due_before"),
    ],
)
def test_what_cannot_be_is_refused(
    library: Library, order: Order, filled: ContactForm, change: dict[str, object], code: str
) -> None:
    values = {
        key: filled.at + value if isinstance(value, timedelta) else value
        for key, value in change.items()
    }
    with pytest.raises(KnownError) as caught:
        add_contact(library, order.id, replace(filled, **values), Ticket())  # type: ignore[arg-type]  # fields by name
    assert caught.value.code == code


def test_nothing_is_kept_of_a_refused_contact(
    library: Library, order: Order, filled: ContactForm
) -> None:
    wrong = replace(filled, promise="", notes="记下")
    with pytest.raises(KnownError):
        add_contact(library, order.id, wrong, Ticket())
    assert library.evidence.of_order(order.id) == []


def test_a_contact_of_an_unknown_order_is_refused(library: Library, filled: ContactForm) -> None:
    with pytest.raises(KnownError) as caught:
        add_contact(library, "nobody", filled, Ticket())
    assert caught.value.code == "library.not_found"


def _promise(library: Library) -> Commitment:
    return library.commitments.all()[0]


def test_a_broken_promise_is_noted_and_can_be_opened_again(
    library: Library, logged: Outcome[Contact]
) -> None:
    now = library.now()
    outcome = settle(library, _promise(library).id, "broken", now, Ticket())
    broken = _promise(library)
    assert outcome.undo is not None
    outcome.undo(library)
    assert (broken.state, broken.settled_at, _promise(library).state) == ("broken", now, "open")


def test_a_settled_promise_keeps_its_state_when_the_contact_changes(
    library: Library, filled: ContactForm, logged: Outcome[Contact]
) -> None:
    settle(library, _promise(library).id, "broken", library.now(), Ticket())
    change_contact(library, logged.value.id, replace(filled, who="小八"), Ticket())
    assert (_promise(library).state, _promise(library).who) == ("broken", "小八")


def test_evidence_is_named_and_taken_back(
    library: Library, order: Order, filled: ContactForm
) -> None:
    noted = add_contact(library, order.id, replace(filled, notes="记下"), Ticket()).value
    outcome = attach_evidence(library, noted.id, None, Ticket())
    assert outcome.undo is not None
    outcome.undo(library)
    assert (outcome.value.evidence_id, library.contacts.get(noted.id)) == (None, noted)
