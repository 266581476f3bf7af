"""Orders are read from the wordings of the platforms, and nothing is guessed."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from keepproof.domain.money import Money
from keepproof.domain.order import OrderDraft
from keepproof.readers.order_text import read_order

FIXTURES = Path(__file__).parents[1] / "fixtures" / "orders"
NAMES = sorted(file.stem for file in FIXTURES.glob("*.txt"))


def text_of(name: str) -> str:
    return (FIXTURES / f"{name}.txt").read_bytes().decode("utf-8")


def plain(draft: OrderDraft) -> dict[str, Any]:
    items = [
        {
            "title": one.title,
            "sku": one.sku,
            "quantity": one.quantity,
            "price": one.price.plain() if one.price else None,
        }
        for one in draft.items
    ]
    return {
        "platform": draft.platform,
        "number": draft.number,
        "shop": draft.shop,
        "items": items,
        "paid": _money(draft.paid),
        "currency": draft.paid.currency if draft.paid else "CNY",
        "discount": _money(draft.discount),
        "freight": _money(draft.freight),
        "moments": draft.moments.known(),
        "courier": draft.courier,
        "tracking_number": draft.tracking_number,
        "problems": sorted(draft.problems),
    }


def _money(money: Money | None) -> str | None:
    return money.plain() if money else None


def expected_of(name: str) -> dict[str, Any]:
    given = json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))
    empty = plain(OrderDraft())
    moments = {key: _moment(value) for key, value in given["moments"].items()}
    return {**empty, **given, "moments": moments, "problems": sorted(given["problems"])}


def _moment(text: str) -> datetime:
    bare = text.removeprefix("local ")
    at = datetime.fromisoformat(bare)
    return at.astimezone() if text != bare else at


@pytest.mark.parametrize("name", NAMES)
def test_each_wording_is_read(name: str) -> None:
    assert plain(read_order(text_of(name))) == expected_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_filled_field_says_where_it_stood(name: str) -> None:
    draft = read_order(text_of(name))
    read = {one.name for one in draft.reads}

    assert read == _filled(draft)


def _filled(draft: OrderDraft) -> set[str]:
    simple = ("number", "shop", "paid", "discount", "freight", "courier", "tracking_number")
    names = {name for name in simple if getattr(draft, name)}
    names |= {"paid_at" if name == "paid" else name for name in draft.moments.known()}
    for index, item in enumerate(draft.items):
        names |= {f"item.{index}.title"}
        names |= {f"item.{index}.sku"} if item.sku else set()
        names |= {f"item.{index}.price"} if item.price else set()
        names |= {one.name for one in draft.reads if one.name == f"item.{index}.quantity"}
    return names


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_a_field_stand_in_its_line(name: str) -> None:
    lines = text_of(name).replace("\r\n", "\n").split("\n")
    marks = dict.fromkeys(map(ord, "\u200e\u200b\u202a\u202c"))
    for one in read_order(text_of(name)).reads:
        line = lines[one.line - 1].translate(marks)
        assert one.words.split(" + ")[0] in line


def test_private_data_is_read_over() -> None:
    draft = read_order(text_of("tmall_app_long"))

    assert "林晓" not in repr(draft)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "label", ["Grand Total:", "实付款", "运费", "付款时间: 2026-11-10", "合计 ¥"]
)
def test_a_long_gap_has_one_reading(label: str) -> None:
    """A gap of 80 marks once took seconds, one of 3,000 would never have ended."""
    draft = read_order(f"订单编号:2690183455720166318\n{label}{chr(0) * 3000}")
    assert draft.number == "2690183455720166318"
