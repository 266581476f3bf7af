from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester

from keepproof.domain.order import Moments
from keepproof.services.views import OrderRow
from keepproof.ui.models.orders_model import ROW_ROLE, OrdersModel, fold
from ui.order_pieces import a_row, an_order


@pytest.fixture
def model() -> OrdersModel:
    return OrdersModel(lambda row: f"say {row.order.title}")


def numbers(model: OrdersModel) -> list[str]:
    rows = (model.row_at(model.index(place)) for place in range(model.rowCount()))
    return [row.order.id for row in rows if row is not None]


def show(model: OrdersModel, search: str = "", segment: str = "all", order: str = "newest") -> None:
    model.set_view(search=search, segment=segment, order=order)


def done(row: OrderRow) -> OrderRow:
    order = row.order
    return replace(row, order=replace(order, moments=Moments(confirmed=order.moments.paid)))


def test_the_model_keeps_qt_s_rules(model: OrdersModel, qtmodeltester: ModelTester) -> None:
    model.set_rows([a_row(0), a_row(1, issue="not_as_described")])
    qtmodeltester.check(model)


def test_it_keeps_qt_s_rules_while_it_is_searched(
    model: OrdersModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    model.set_rows([a_row(place) for place in range(5)])
    show(model, "00003")
    show(model, "")
    model.set_rows([])


@pytest.mark.parametrize(
    "words", ["吸尘", "澄屿 x1", "20100004", "2690 1834 5572 0100 004", "２６９０", "X1", "sf42"]
)
def test_search_meets_title_shop_and_inner_digits_of_the_numbers(
    model: OrdersModel, words: str
) -> None:
    model.set_rows(
        [a_row(4, tracking_number="SF4200"), a_row(9, shop="别家", items=(), number="7")]
    )
    show(model, words)
    assert numbers(model) == ["order4"]


def test_open_orders_are_those_in_dispute_or_not_confirmed(model: OrdersModel) -> None:
    disputed = done(a_row(2, issue="not_as_described"))
    model.set_rows([a_row(0), done(a_row(1)), disputed, a_row(3, archived=True)])
    show(model, segment="open")
    assert numbers(model) == ["order0", "order2"]


def test_archived_orders_have_a_segment_of_their_own(model: OrdersModel) -> None:
    model.set_rows([a_row(0), a_row(3, archived=True)])
    show(model, segment="archived")
    assert numbers(model) == ["order3"]


def test_counts_do_not_depend_on_what_is_searched_for(model: OrdersModel) -> None:
    model.set_rows([a_row(0), done(a_row(1)), a_row(3, archived=True)])
    show(model, "nothing")
    assert model.counts() == {"open": 1, "all": 3, "archived": 1}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["order1", "order2", "order0"]),
        ("amount", ["order2", "order1", "order0"]),
        ("shop", ["order0", "order1", "order2"]),
    ],
)
def test_sorting(model: OrdersModel, order: str, expected: list[str]) -> None:
    model.set_rows([a_row(1, shop="b"), a_row(2, shop="c"), a_row(0, shop="a")])
    show(model, order=order)
    assert numbers(model) == expected


def test_a_change_of_content_does_not_reset_the_list(model: OrdersModel) -> None:
    model.set_rows([a_row(0), a_row(1)])
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_rows([a_row(0, shop="改名"), a_row(1)])
    row = model.data(model.index(0), ROW_ROLE)
    assert isinstance(row, OrderRow)
    assert (row.order.shop, resets) == ("改名", [])


def test_search_sees_the_words_of_a_changed_order(model: OrdersModel) -> None:
    model.set_rows([a_row(0)])
    show(model, "新店")
    model.set_rows([a_row(0, shop="新店")])
    assert numbers(model) == ["order0"]


def test_an_order_that_is_filtered_out_has_no_index(model: OrdersModel) -> None:
    model.set_rows([a_row(0)])
    show(model, "别的")
    assert not model.index_of("order0").isValid()


def test_folding_drops_only_the_spaces_inside_numbers() -> None:
    assert fold("２６９０ 1834 X1 Pro") == "26901834 x1 pro"


def test_an_order_is_named_by_its_number_when_it_has_no_items(model: OrdersModel) -> None:
    model.set_rows([a_row(0, items=())])
    assert model.data(model.index(0)) == an_order(0).number
