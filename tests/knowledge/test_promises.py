"""Sentences sellers write, and what each of them promises, refuses or admits."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.chat import Role
from keepproof.domain.promise import Saying, SayingKind, When
from keepproof.knowledge.book import Book
from keepproof.knowledge.promise_due import due

RULES = Book.load().promises
CHINA = ZoneInfo("Asia/Shanghai")
# a Tuesday
SAID = datetime(2026, 11, 10, 20, 58, 41, tzinfo=CHINA)


def after(day: date, number: int) -> date:
    """Count every day but Saturday and Sunday."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


def read(text: str, kind: SayingKind, role: Role = Role.MERCHANT) -> list[Saying]:
    return [one for one in RULES.read(text, role) if one.kind is kind]


PROMISES: dict[str, tuple[str, str, str]] = {
    "亲，48 小时内发货，超时赔付的": ("ship", "48 小时内发货", "11-12 20:58"),
    "亲，现货 48 小时内发货的": ("ship", "48 小时内发货", "11-12 20:58"),
    "四十八小时之内给您发出": ("ship", "四十八小时之内给您发出", "11-12 20:58"),
    "两个小时内发货": ("ship", "两个小时内发货", "11-10 22:58"),
    "30分钟内回复您": ("reply", "30分钟内回复", "11-10 21:28"),
    "今天一定发货": ("ship", "今天一定发货", "11-11 00:00"),
    "今晚8点前一定发出": ("ship", "", ""),
    "今晚11点前一定发出": ("ship", "今晚11点前一定发出", "11-10 23:00"),
    "明天上午给您安排发货": ("ship", "明天上午给您安排发货", "11-11 12:00"),
    "明早发出": ("ship", "明早发出", "11-11 12:00"),
    "明天下午3点半前发走": ("ship", "明天下午3点半前发走", "11-11 15:30"),
    "预计后天送到": ("deliver", "后天送到", "11-13 00:00"),
    "我们会在11月12日前给您补发": ("resend", "11月12日前给您补发", "11-13 00:00"),
    "2026-11-15 前退款": ("refund", "2026-11-15 前退款", "11-16 00:00"),
    "15号前发货": ("ship", "15号前发货", "11-16 00:00"),
    "周五前给您退款": ("refund", "周五前给您退款", "11-14 00:00"),
    "下周一发货": ("ship", "下周一发货", "11-17 00:00"),
    "本周内发货": ("ship", "本周内发货", "11-16 00:00"),
    "月底前发货": ("ship", "月底前发货", "12-01 00:00"),
    "一周内给您换新": ("resend", "一周内给您换新", "11-18 00:00"),
    "退款预计三天内到账": ("refund", "退款预计三天内", "11-14 00:00"),
    "给您退款，预计3天内": ("refund", "退款，预计3天内", "11-14 00:00"),
    "3-5个工作日内退款到账": ("refund", "3-5个工作日内退款", "11-18 00:00"),
    "亲，两天之内会联系您": ("reply", "两天之内会联系您", "11-13 00:00"),
    "我们24小时内给您答复": ("reply", "24小时内给您答复", "11-11 20:58"),
    "商家 48 小时内会答复": ("reply", "48 小时内会答复", "11-12 20:58"),
    "三日内赔付您 20 元": ("compensate", "三日内赔付", "11-14 00:00"),
    "We will ship within 24 hours.": ("ship", "ship within 24 hours", "11-11 20:58"),
    "Your order will be shipped tomorrow.": ("ship", "shipped tomorrow", "11-12 00:00"),
    "I will get back to you by 5 pm tomorrow": (
        "reply",
        "get back to you by 5 pm tomorrow",
        "11-11 17:00",
    ),
    "You will get your refund in 3-5 business days": (
        "refund",
        "refund in 3-5 business days",
        "11-18 00:00",
    ),
    "We will refund $12.00 by Nov 15": ("refund", "refund $12.00 by Nov 15", "11-16 00:00"),
    "It will be delivered by Friday": ("deliver", "delivered by Friday", "11-14 00:00"),
    "A replacement will be sent out within two weeks": (
        "resend",
        "replacement will be sent out within two weeks",
        "11-25 00:00",
    ),
}
WITHOUT_TIME = {
    "马上为您处理": "reply",
    "会尽快给您退款的": "refund",
    "保证正品，假一赔十": "quality",
    "是的，标准档续航 40 分钟，放心下单": "quality",
    "We will refund you as soon as possible": "refund",
}
NO_PROMISE = [
    "亲，您好，在的",
    "今天下单什么时候发货？",
    "这款明天可以发货吗",
    "48小时内能不能退款",
    "已为您发货，请注意查收",
    "昨天已经发货了",
    "包裹已经发出，单号 SF1234567890",
    "还没发货",
    "明天不发货",
    "今天没有办法发货了",
    "48小时内未发货",
    "48小时内没有发货可以赔付",
    "如果三天内没收到我们给您补发",
    "发货时间是48小时内",
    "退款已到账",
    "退款申请 24 小时后失效",
    "请您24小时内回复",
    "麻烦您三天内退回",
    "您可以在7天内申请退款",
    "已经超过48小时了",
    "不支持7天无理由退货",
    "给您造成不便，敬请谅解",
    "续航 40 分钟",
    "Will you ship today?",
    "It has already been shipped yesterday",
    "We cannot ship within 24 hours",
    "Please reply within 24 hours",
    "If it is not shipped in 3 days, tell us",
    "The refund policy covers 7 days",
]


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_is_found_with_its_words_and_its_due_time(text: str) -> None:
    topic, words, until = PROMISES[text]

    found = read(text, SayingKind.PROMISE)

    one = next(one for one in found if one.topic == topic)
    assert one.when is not None
    at = due(one.when, SAID, CHINA, after)
    if not until:
        # the hour named has passed already: nothing is concluded from it
        assert at is None
        return
    assert text[one.start : one.end] == words
    assert at is not None
    assert f"{at:%m-%d %H:%M}" == until


@pytest.mark.parametrize("text", WITHOUT_TIME)
def test_a_promise_without_a_time_is_found_when_it_is_assured(text: str) -> None:
    found = read(text, SayingKind.PROMISE)

    assert [one.topic for one in found] == [WITHOUT_TIME[text]]
    assert found[0].when is None


@pytest.mark.parametrize("text", NO_PROMISE)
def test_what_is_asked_denied_done_or_conditional_promises_nothing(text: str) -> None:
    assert read(text, SayingKind.PROMISE) == []


@pytest.mark.parametrize("role", [Role.ME, Role.SYSTEM])
def test_the_buyer_and_the_system_promise_nothing(role: Role) -> None:
    assert read("我明天退货，48 小时内发货", SayingKind.PROMISE, role) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("已使用的商品影响二次销售，不支持退货呢", "不支持退货"),
        ("这个不能退款的", "不能退款"),
        ("我们不予赔付", "不予赔付"),
        ("拆封了就退不了", "退不了"),
        ("不是我们的责任", "不是我们的责任"),
        ("We do not accept returns.", "do not accept returns"),
        ("Sorry, we cannot refund you", "cannot refund"),
        ("No refunds after opening", "No refunds"),
    ],
)
def test_a_refusal_is_found(text: str, words: str) -> None:
    found = read(text, SayingKind.REFUSAL)

    assert [text[one.start : one.end] for one in found] == [words]


@pytest.mark.parametrize(
    "text",
    ["可以退货吗，不能退货吗？", "我们支持七天无理由退货", "Do you not accept returns?", "好的"],
)
def test_no_refusal_is_made_up(text: str) -> None:
    assert read(text, SayingKind.REFUSAL) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("确实是我们发错了，非常抱歉", "我们发错"),
        ("不好意思，仓库漏发了", "仓库漏发"),
        ("这是我们的失误", "是我们的失误"),
        ("确实有质量问题", "确实有质量问题"),
        ("It was our fault", "our fault"),
        ("Sorry, we sent the wrong item", "we sent the wrong"),
    ],
)
def test_an_admission_is_found(text: str, words: str) -> None:
    found = read(text, SayingKind.ADMISSION)

    assert words in [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    "text", ["不是我们的问题", "如果是我们的责任我们会承担", "是我们发错了吗？", "质量没有问题的"]
)
def test_no_admission_is_made_up(text: str) -> None:
    assert read(text, SayingKind.ADMISSION) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("券后 ¥1,299.00", SayingKind.PRICE, "¥1,299.00"),
        ("补您 20 元", SayingKind.PRICE, "20 元"),
        ("that is $12.50", SayingKind.PRICE, "$12.50"),
        ("活动到 2026年11月11日 为止", SayingKind.DATE, "2026年11月11日"),
        ("11月12日发的", SayingKind.DATE, "11月12日"),
    ],
)
def test_prices_and_dates_are_found_also_in_the_buyers_words(
    text: str, kind: SayingKind, words: str
) -> None:
    found = read(text, kind, Role.ME)

    assert [text[one.start : one.end].strip() for one in found] == [words]


def test_a_named_party_is_who_has_to_do_it() -> None:
    (one,) = read("商家 48 小时内会答复", SayingKind.PROMISE, Role.PLATFORM)

    assert one.party is Role.MERCHANT


def test_working_days_have_no_due_time_without_a_calendar() -> None:
    assert due(When("working_days", 3), SAID, CHINA) is None


def test_days_end_at_midnight_of_the_platform() -> None:
    said = datetime(2026, 11, 10, 17, 30, tzinfo=ZoneInfo("UTC"))  # 01:30 of the 11th in China

    assert due(When("today"), said, CHINA) == datetime(2026, 11, 12, tzinfo=CHINA)


def test_a_date_in_january_said_in_december_is_one_of_the_next_year() -> None:
    said = datetime(2026, 12, 30, 9, 0, tzinfo=CHINA)

    assert due(When("date", month=1, day=3), said, CHINA) == datetime(2027, 1, 4, tzinfo=CHINA)


def test_a_date_that_does_not_exist_is_no_due_time() -> None:
    assert due(When("date", month=2, day=30), SAID, CHINA) is None


@given(st.integers(0, 15 * 366 * 86_400), st.integers(1, 99))
def test_a_due_time_lies_behind_the_promise(seconds: int, number: int) -> None:
    said = datetime(2015, 1, 1, tzinfo=CHINA) + timedelta(seconds=seconds)
    for unit in ("minutes", "hours", "days", "weeks", "today", "week_end", "month_end"):
        until = due(When(unit, number), said, CHINA)
        assert until is not None
        assert until > said


@given(st.text(alphabet="今明后天48小时内发货退款不没已请？。，给您 abwithinshdy.!", max_size=60))
def test_any_text_is_read_and_the_words_stand_in_it(text: str) -> None:
    for one in RULES.read(text, Role.MERCHANT):
        assert 0 <= one.start < one.end <= len(text)
