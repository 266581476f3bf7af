from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Moments, Order, OrderItem
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services import log_order
from keepproof.services.log_order import OrderForm
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


def undo(library: Library, outcome: Outcome[Any]) -> Outcome[Any]:
    assert outcome.undo is not None
    return outcome.undo(library)


def test_a_form_becomes_an_order_and_the_shop_is_remembered(
    library: Library, form: OrderForm
) -> None:
    stored = log_order.add_order(library, form, Ticket()).value
    assert library.orders.get(stored.id) == stored
    assert log_order.form_from(stored) == form
    assert [one.name for one in log_order.shops(library)] == ["澄屿家电旗舰店"]


def test_the_same_shop_is_not_remembered_twice(library: Library, form: OrderForm) -> None:
    log_order.add_order(library, form, Ticket())
    log_order.add_order(library, replace(form, number="2690183455720166319"), Ticket())
    assert len(log_order.shops(library)) == 1


def test_a_known_number_is_not_added_twice(library: Library, form: OrderForm, order: Order) -> None:
    with pytest.raises(KnownError) as caught:
        log_order.add_order(library, replace(form, number=f" {form.number} "), Ticket())
    assert (caught.value.code, caught.value.data["id"]) == ("order.exists", order.id)
    assert len(library.orders.all()) == 1


def test_adding_can_be_undone_and_redone(library: Library, form: OrderForm) -> None:
    outcome = log_order.add_order(library, form, Ticket())
    back = undo(library, outcome)
    assert library.orders.find(form.number) is None
    undo(library, back)
    assert library.orders.get(outcome.value.id) == outcome.value


def test_changing_can_be_undone(library: Library, form: OrderForm, order: Order) -> None:
    outcome = log_order.change_order(
        library, order.id, replace(form, shop="另一家店", note="n"), Ticket()
    )
    assert library.orders.get(order.id).shop == "另一家店"
    undo(library, outcome)
    assert library.orders.get(order.id) == order


def test_what_a_bill_said_survives_an_edit(library: Library, form: OrderForm) -> None:
    told = replace(form, sources={"number": "bill:3", "transaction_number": "2026111022001"})
    stored = log_order.add_order(library, told, Ticket()).value
    edited = replace(form, note="n", sources={"number": "stated"})
    after = log_order.change_order(library, stored.id, edited, Ticket()).value
    assert dict(after.sources) == {"number": "stated", "transaction_number": "2026111022001"}


def test_a_removed_order_leaves_its_evidence_and_comes_back_whole(
    library: Library, order: Order, keep: Callable[[str, EvidenceKind], FiledEvidence]
) -> None:
    kept = keep("聊天", EvidenceKind.CHAT)
    outcome = log_order.remove_order(library, order.id, Ticket())
    assert library.orders.all() == []
    assert [one.evidence.id for one in library.evidence.unfiled()] == [kept.evidence.id]
    undo(library, outcome)
    assert library.orders.get(order.id) == order
    assert [(one.evidence.id, one.number) for one in library.evidence.of_order(order.id)] == [
        (kept.evidence.id, 1)
    ]


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"number": ""}, "number", "order.number_missing"),
        ({"number": "2.69018E+18"}, "number", "order.number_cut"),
        (
            {"moments": Moments(paid=datetime(1980, 1, 1, tzinfo=UTC))},
            "paid",
            "order.moment_impossible",
        ),
        ({"moments": Moments(signed=NOW + timedelta(days=3))}, "signed", "order.moment_to_come"),
        ({"items": (OrderItem("X1", quantity=0),)}, "item.0.quantity", "order.quantity_impossible"),
    ],
)
def test_impossible_values_block(
    form: OrderForm, book: Book, change: dict[str, object], field: str, code: str
) -> None:
    problems = log_order.check_form(replace(form, **change), book, NOW)  # type: ignore[arg-type]
    assert (field, code) in {(one.field, one.code) for one in problems if one.blocks}


def test_odd_values_are_named_but_do_not_block(form: OrderForm, book: Book) -> None:
    reversed_ = Moments(paid=form.moments.signed, signed=form.moments.paid)
    problems = log_order.check_form(replace(form, number="123", moments=reversed_), book, NOW)
    assert {one.code for one in problems} == {"order.number_odd", "order.moments_reversed"}
    assert not any(one.blocks for one in problems)


def test_a_sound_form_has_no_problems(form: OrderForm, book: Book) -> None:
    assert log_order.check_form(form, book, NOW) == []
