"""Promises of a chat against what is known of the order, and the holes in a chat."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from keepproof.domain.chat import Chat, ChatMessage, Role
from keepproof.domain.order import Moments
from keepproof.domain.promise import Assessment, Promise, PromiseState
from keepproof.knowledge.book import Book
from keepproof.services.assess_chat import Known, assess
from keepproof.ticket import Ticket

RULES = Book.load().promises
CHINA = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 11, 10, 20, 58, 41, tzinfo=CHINA)
LATER = datetime(2026, 12, 1, 12, 0, tzinfo=CHINA)
SHOP = "澄屿家电旗舰店:小七"


def said(text: str, hours: float = 0, role: Role = Role.MERCHANT, sender: str = "") -> ChatMessage:
    at = START + timedelta(hours=hours)
    name = sender or {Role.ME: "tb林小满", Role.MERCHANT: SHOP}.get(role, role.value)
    return ChatMessage(name, role, at, f"{at:%Y-%m-%d %H:%M:%S}", text, f"L{round(hours * 10) + 1}")


def assessed(*messages: ChatMessage, now: datetime = LATER, **known: object) -> Assessment:
    moments = known.pop("moments", Moments())
    assert isinstance(moments, Moments)
    chat = Chat("wangwang", "", messages)
    facts = Known(moments, CHINA, now, **known)  # type: ignore[arg-type]
    return assess(chat, RULES, facts, Ticket())


def only(found: Assessment) -> Promise:
    (one,) = found.promises
    return one


def shipped(hours: float, paid: float | None = None) -> Moments:
    return Moments(
        shipped=START + timedelta(hours=hours),
        paid=None if paid is None else START + timedelta(hours=paid),
    )


def test_goods_sent_in_time_keep_the_promise() -> None:
    one = only(assessed(said("亲，48 小时内发货的"), moments=shipped(47)))

    assert (one.state, one.late_s) == (PromiseState.KEPT, None)
    assert one.due == START + timedelta(hours=48)


def test_goods_sent_late_break_it_by_so_much() -> None:
    one = only(assessed(said("亲，48 小时内发货的"), moments=shipped(61)))

    assert (one.state, one.late_s) == (PromiseState.BROKEN, 13 * 3600)


def test_hours_count_from_the_payment_that_comes_after_the_promise() -> None:
    one = only(assessed(said("48 小时内发货"), moments=shipped(49, paid=2)))

    assert one.due == START + timedelta(hours=50)
    assert one.state is PromiseState.KEPT


def test_a_promise_whose_time_is_not_over_is_open() -> None:
    one = only(assessed(said("48 小时内发货"), now=START + timedelta(hours=1)))

    assert one.state is PromiseState.OPEN


def test_without_the_moment_nothing_is_judged_though_the_time_is_over() -> None:
    one = only(assessed(said("48 小时内发货")))

    assert one.state is PromiseState.UNJUDGED


def test_goods_the_buyer_says_were_never_sent_break_the_promise_without_a_delay() -> None:
    one = only(assessed(said("48 小时内发货"), unshipped=True))

    assert (one.state, one.late_s) == (PromiseState.BROKEN, None)


def test_what_happened_before_the_promise_does_not_keep_it() -> None:
    one = only(assessed(said("48 小时内发货"), moments=shipped(-5)))

    assert one.state is PromiseState.UNJUDGED


def test_a_promise_without_a_time_is_not_judged() -> None:
    one = only(assessed(said("马上给您安排发货"), moments=shipped(100)))

    assert (one.due, one.state) == (None, PromiseState.UNJUDGED)


def test_a_refund_is_judged_by_the_moment_it_came() -> None:
    at = START + timedelta(hours=80)

    one = only(assessed(said("72小时内给您退款"), refunded=at))

    assert (one.state, one.late_s, one.settled) == (PromiseState.BROKEN, 8 * 3600, at)


def test_the_next_message_of_the_party_is_the_answer() -> None:
    one = only(assessed(said("24小时内给您答复"), said("结果出来了", 20)))

    assert one.state is PromiseState.KEPT


def test_what_is_added_at_once_is_no_answer() -> None:
    one = only(assessed(said("24小时内给您答复"), said("请耐心等待", 0.02), said("在的", 30)))

    assert (one.state, one.late_s) == (PromiseState.BROKEN, 6 * 3600)


def test_an_answer_asked_for_in_vain_after_the_due_time_breaks_the_promise() -> None:
    one = only(assessed(said("24小时内给您答复"), said("在吗？", 30, Role.ME)))

    assert (one.state, one.settled) == (PromiseState.BROKEN, None)


def test_a_log_that_ends_before_the_due_time_says_nothing_about_the_answer() -> None:
    one = only(assessed(said("24小时内给您答复"), said("好的", 0.1, Role.ME)))

    assert one.state is PromiseState.UNJUDGED


def test_what_is_said_of_the_goods_is_a_claim() -> None:
    assert only(assessed(said("是的，标准档续航 40 分钟，放心下单"))).claim
    assert not only(assessed(said("48小时内发货"))).claim


def test_a_robot_promises_for_the_shop() -> None:
    one = only(assessed(said("48小时内发货", role=Role.ROBOT), moments=shipped(1)))

    assert (one.party, one.role) == (Role.MERCHANT, Role.ROBOT)


def test_a_time_without_a_zone_is_one_of_the_platform() -> None:
    message = ChatMessage("店", Role.MERCHANT, None, "2026-11-10 20:58:41", "48小时内发货", "L1")

    one = only(assessed(message, moments=shipped(47)))

    assert one.said == START
    assert one.state is PromiseState.KEPT


def test_an_undated_promise_is_not_judged() -> None:
    message = ChatMessage("店", Role.MERCHANT, None, "", "48小时内发货", "L1")

    assert only(assessed(message, moments=shipped(47))).state is PromiseState.UNJUDGED


def test_a_question_left_for_more_than_half_a_day_is_a_gap() -> None:
    found = assessed(said("什么时候发货？", 0, Role.ME), said("已发", 28))

    assert [(one.index, one.kind, one.seconds) for one in found.gaps] == [
        (1, "unanswered", 28 * 3600)
    ]


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.PLATFORM])
def test_an_answer_to_nothing_after_a_pause_is_a_gap(role: Role) -> None:
    found = assessed(said("在吗", 0, Role.ME), said("在的", 0.1), said("商家会处理的", 30, role))

    assert [one.kind for one in found.gaps] == ["answer_alone"]


def test_a_pause_that_the_buyer_ends_is_none() -> None:
    found = assessed(
        said("在吗", 0, Role.ME), said("在的", 0.1), said("要退货", 60, Role.ME), said("好", 60.1)
    )

    assert found.gaps == ()


def test_a_log_that_begins_with_an_answer_begins_in_the_middle() -> None:
    found = assessed(said("这属于正常现象"), said("不是吧", 0.1, Role.ME))

    assert [(one.index, one.kind) for one in found.gaps] == [(0, "begins")]


def test_a_greeting_of_the_shop_is_a_beginning() -> None:
    assert assessed(said("亲，您好，欢迎光临"), said("你好", 0.1, Role.ME)).gaps == ()


def test_a_log_that_ends_with_a_question_ends_in_the_middle() -> None:
    found = assessed(said("您好"), said("什么时候退款？", 0.1, Role.ME))

    assert [(one.index, one.kind) for one in found.gaps] == [(2, "ends")]


def test_a_chat_without_any_name_of_the_shop_lacks_its_identity() -> None:
    found = assessed(said("您好", sender="客服"), said("你好", 0.1, Role.ME))

    assert found.notices == ("chats.no_identity",)


def test_a_chat_in_which_nobody_is_me_says_so() -> None:
    assert assessed(said("您好")).notices == ("chats.no_me",)


def test_a_chat_without_messages_says_nothing() -> None:
    found = assessed()

    assert (found.promises, found.gaps) == ((), ())
