from __future__ import annotations

import pytest

from keepproof.knowledge.book import Book
from keepproof.services.burden import burden_of

BOOK = Book.load()
ISSUES = [one.code for one in BOOK.issues]


@pytest.mark.parametrize("code", ISSUES)
def test_every_issue_type_says_who_proves_what_and_by_which_rule(code: str) -> None:
    view = burden_of(BOOK, code, "tmall")
    assert view is not None
    assert view.binding
    words = (view.burden.buyer, view.burden.seller, view.burden.confirmed)
    assert all(one.zh and one.en for one in words)


@pytest.mark.parametrize("code", [one.code for one in BOOK.inquiries])
def test_a_question_has_nothing_to_prove(code: str) -> None:
    assert burden_of(BOOK, code, "tmall") is None


def test_rules_of_taobao_are_not_named_elsewhere() -> None:
    view = burden_of(BOOK, "not_received", "jd")
    assert view is not None
    assert not view.binding


def test_nothing_is_said_about_orders_abroad() -> None:
    assert burden_of(BOOK, "not_received", "amazon") is None


@pytest.mark.parametrize("code", ["damaged", "missing_items"])
def test_confirming_turns_the_burden_where_the_rules_say_so(code: str) -> None:
    view = burden_of(BOOK, code, "taobao")
    assert view is not None
    assert "由您证明" in view.burden.confirmed.zh
    assert "TB-75" in {one.id for one in view.rules}


def test_the_buyer_need_not_prove_that_nothing_came() -> None:
    view = burden_of(BOOK, "not_received", "tmall")
    assert view is not None
    assert view.rules[0].id == "TB-38"
    assert view.burden.seller.zh.startswith("证明已送到")
