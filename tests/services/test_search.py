from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keepproof.domain.order import Order
from keepproof.domain.search import Term, Wanted
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.messages import explain
from keepproof.services.search import LONGEST, index, parse, search

BOOK = Book.load()


def refusal(text: str) -> str:
    """Say with which code a query is refused."""
    with pytest.raises(KnownError) as caught:
        parse(text, BOOK)
    assert explain(caught.value, "zh") != explain(caught.value, "en")
    return caught.value.code


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("退款 签收", Wanted((Term("退款"), Term("签收")))),
        ('"七天 无理由"', Wanted((Term("七天 无理由", exact=True),))),
        ("“七天 无理由”退货", Wanted((Term("七天 无理由", exact=True), Term("退货")))),
        ('"没有结束', Wanted((Term("没有结束", exact=True),))),
        ("退款 -运费", Wanted((Term("退款"),), (Term("运费"),))),
        ('退款 －"运费 险"', Wanted((Term("退款"),), (Term("运费 险", exact=True),))),
        ("退款 - ，", Wanted((Term("退款"),))),
        ("18:20", Wanted((Term("18:20"),))),
        ("https://a.b/c", Wanted((Term("https://a.b/c"),))),
        ("类型:聊天", Wanted(kinds=frozenset({"chat"}))),
        ("kind:chat 退", Wanted((Term("退"),), kinds=frozenset({"chat"}))),
        ("类型：订单", Wanted(types=frozenset({"order"}))),
        ("订单:6318", Wanted(order="6318")),
        ('order:"63 18"', Wanted(order="63 18")),
        ("退 kind:", Wanted((Term("退"),))),
        ("after:2026-11-01", Wanted(since=date(2026, 11, 1))),
        ("before:2026-11", Wanted(until=date(2026, 10, 31))),
        ("日期:2026年2月", Wanted(since=date(2026, 2, 1), until=date(2026, 2, 28))),
        ("date:20261101", Wanted(since=date(2026, 11, 1), until=date(2026, 11, 1))),
        ("date:2026-11-01..2027", Wanted(since=date(2026, 11, 1), until=date(2027, 12, 31))),
        ("之前:0001-01-01", Wanted(until=date(1, 1, 1))),
    ],
)
def test_a_query_is_read(text: str, wanted: Wanted) -> None:
    assert parse(text, BOOK) == wanted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "search.empty"),
        (" \t ", "search.empty"),
        ('"', "search.empty"),
        ("“”", "search.empty"),
        ("－", "search.empty"),
        ("kind:", "search.empty"),
        (" ，。 ", "search.only_marks"),
        ("😀👍🏽", "search.only_marks"),
        ('"++"', "search.only_marks"),
        ("\0\udcff", "search.only_marks"),
        ("-退款", "search.only_excluded"),
        ("-退款 kind:chat", "search.only_excluded"),
        ("退 date:2026-13", "search.bad_date"),
        ("退 date:..", "search.bad_date"),
        ("退 after:昨天", "search.bad_date"),
        ("退 kind:恐龙", "search.bad_kind"),
        ("退 -kind:chat", "search.filter_minus"),
        ("一 " * 33, "search.too_many"),
        ("一" * (LONGEST + 1), "search.too_long"),
    ],
)
def test_what_makes_no_sense_is_said(text: str, code: str) -> None:
    assert refusal(text) == code


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with suppress(KnownError):
        parse(text, BOOK)


@settings(max_examples=150, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            [
                "退款",
                '"',
                "'",
                "-",
                "(",
                ")",
                "*",
                "^",
                ":",
                "NEAR",
                "OR",
                "NOT",
                "AND",
                " ",
                "{title}",
                "--",
                ";",
                "\0",
                "\udcff",
                "😀",
                "kind:order",
                "order:'",
                "1",
                "x",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_no_query_harms_the_search(shared: Library, text: str) -> None:
    with suppress(KnownError):
        assert search(shared, text, BOOK).pending == 0


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("search") / "library") as library:
        yield library


def test_what_was_just_logged_is_found(library: Library, order: Order) -> None:
    (hit,) = search(library, "无线 166318", BOOK).hits
    assert (hit.type, hit.order_id) == ("order", order.id)


def test_indexing_tells_what_still_waits_and_changes_nothing(
    library: Library, order: Order
) -> None:
    outcome = index(library)
    assert (outcome.value, bool(outcome.changes), outcome.undo) == (0, False, None)


def test_indexing_goes_on_until_the_index_is_tidy(library: Library, order: Order) -> None:
    for number in range(20):
        library.orders.replace(replace(order, note=f"第{number}次"))
        library.search.refresh(0.0)
    turns = 0
    while index(library, 0.0).value:
        turns += 1
    assert turns > 0
    assert index(library, 0.0).value == 0
    assert [one.order_id for one in search(library, "第19次", BOOK).hits] == [order.id]
