"""The words that let most messages be passed over: no rule may find anything without one of its own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.chat import Role
from keepproof.knowledge.book import Book
from keepproof.knowledge.promise import PromiseRules
from keepproof.knowledge.promise_signs import Signs

RULES = Book.load().promises
FILE = RULES.rules
SLOW = PromiseRules(
    replace(
        FILE,
        topics=tuple(replace(one, signs=()) for one in FILE.topics),
        says=tuple(replace(one, signs=()) for one in FILE.says),
        times=tuple(replace(one, signs=()) for one in FILE.times),
    )
)
# what rules look for, cut small, so that texts put together of it often mean something
PIECES = [
    *"不没已再会将的了吗请您我你们，。？！ \n,.1234567890月日号天前后周点元错批",
    *(
        "48小时内",
        "明天下午",
        "3个工作日",
        "11月12日前",
        "2026-11-15",
        "by Nov 15",
        "within 24 hours",
    ),
    *(
        "发货",
        "退款",
        "补发",
        "赔付",
        "送达",
        "答复",
        "处理",
        "保证",
        "正品",
        "放心下单",
        "假一赔十",
    ),
    *("拒绝", "不支持", "责任", "确实", "商家", "平台", "¥12.50", "20元", "尽快", "一定", "如果"),
    *("ship", "refund", "reply", "tomorrow", " will ", "not ", "next monday", "our fault", "if "),
]


@pytest.mark.parametrize(("pattern", "signs"), FILE.patterns, ids=range(len(FILE.patterns)))
@given(data=st.data())
def test_whatever_a_rule_matches_has_one_of_its_signs(
    pattern: str, signs: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE)))

    assert Signs([signs]).told(text) == 1


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.sampled_from([Role.MERCHANT, Role.ME, Role.PLATFORM]),
)
def test_with_signs_the_same_is_found_as_without(text: str, role: Role) -> None:
    assert RULES.read(text, role) == SLOW.read(text, role)


def test_a_rule_without_signs_is_always_tried() -> None:
    assert Signs([(), ("发货",)]).told("你好") == 0b01


def test_a_word_that_hides_another_speaks_for_it() -> None:
    signs = Signs([("退款",), ("款到",), ("款",), ("到账",)])

    assert signs.told("退款到账") == 0b1111


@pytest.mark.parametrize("text", ["SHIP", "Ship", "ſhip", "sh\u0131p", "SH\u0130P"])
def test_case_is_disregarded_as_patterns_do(text: str) -> None:
    assert re.search("ship", text, re.IGNORECASE)
    assert Signs([("ship",)]).told(text) == 1


def test_another_text_tells_nothing() -> None:
    assert Signs([("发货",), ("ship",)]).told("在的") == 0
