from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from keepproof.domain.dispute import Dispute
from keepproof.domain.money import Money
from keepproof.domain.order import Moments, Order
from keepproof.knowledge.book import Book
from keepproof.services.compensation import compensation_of

BOOK = Book.load()
PAID = datetime.fromisoformat("2026-11-10T21:00:00+08:00")
ORDER = Order(
    "o", "1", "taobao", "m", "s", paid=Money(46900), freight=Money(1000), moments=Moments(paid=PAID)
)
DUE = "2026-11-12T21:00:00+08:00"
LATE = Dispute("d", "o", "late_shipment", {"due_at": DUE, "ship_state": "shipped_late"})


def test_459_yuan_promised_within_48_hours_come_to_4_59() -> None:
    (late,) = compensation_of(BOOK, ORDER, LATE)
    assert late.amount == Money(459)
    assert late.fact.rule.zh == "淘宝网发货管理规范第十四条"
    assert (late.fact.source != "", late.fact.as_of) == (True, "2026-04-09")


def test_out_of_stock_comes_on_top_of_late() -> None:
    answers = {**LATE.answers, "ship_state": "out_of_stock"}
    found = compensation_of(BOOK, ORDER, replace(LATE, answers=answers))
    assert [one.amount for one in found] == [Money(459), Money(4590)]


@pytest.mark.parametrize(
    ("order", "dispute"),
    [
        (replace(ORDER, paid=None), LATE),
        (replace(ORDER, freight=Money(50000)), LATE),
        (replace(ORDER, moments=Moments()), LATE),
        (replace(ORDER, platform="jd"), LATE),
        (ORDER, replace(LATE, issue="damaged")),
        (ORDER, replace(LATE, answers={})),
        (ORDER, replace(LATE, answers={"due_at": "soon"})),
        (ORDER, replace(LATE, answers={"due_at": "2026-11-09T21:00:00+08:00"})),
    ],
)
def test_nothing_is_computed_where_a_figure_is_missing(order: Order, dispute: Dispute) -> None:
    assert compensation_of(BOOK, order, dispute) == ()
