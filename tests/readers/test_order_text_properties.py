"""Whatever an order says, each wording gives it back; whatever a text says, reading it ends well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keepproof.domain.money import Money
from keepproof.domain.order import Moments, OrderDraft, OrderItem
from keepproof.readers.order_text import read_order
from keepproof.readers.order_values import CHINA

HAN = "无线吸尘器标准版手持除螨电热水壶橡木床头羊毛混纺大衣驼色原味坚果礼盒蓝牙耳机充电宝"
BIG = 200_000


@dataclass(frozen=True)
class Page:
    number: str
    shop: str
    items: tuple[OrderItem, ...]
    paid: Money
    freight: Money
    moments: Moments
    courier: str
    tracking: str


def money(biggest: int = 9_999_999) -> st.SearchStrategy[Money]:
    return st.integers(1, biggest).map(Money)


titles = st.tuples(
    st.text(HAN, min_size=6, max_size=20),
    st.text("ABCDEFGHKLMNPRSTUVWYZ", min_size=1, max_size=3),
    st.text(HAN, min_size=4, max_size=12),
).map(" ".join)
items = st.builds(
    OrderItem,
    titles,
    st.text(HAN, min_size=1, max_size=6).map(lambda value: f"颜色分类：{value}；"),
    st.integers(1, 99),
    money(),
)
moments = st.lists(
    st.datetimes(timezones=st.just(CHINA)).map(
        lambda at: at.replace(year=2019 + at.year % 12, day=min(at.day, 28), microsecond=0)
    ),
    min_size=4,
    max_size=4,
).map(lambda four: Moments(four[0], four[1], four[2], None, four[3]))
pages = st.builds(
    Page,
    st.integers(10**15, 10**19 - 1).map(str),
    st.text(HAN, min_size=2, max_size=8).map(lambda name: f"{name}旗舰店"),
    st.lists(items, min_size=1, max_size=4).map(tuple),
    money(),
    money(9999),
    moments,
    st.sampled_from(["示例速运", "中通快递", "顺丰速运", "邮政EMS"]),
    st.integers(10**9, 10**14).map(str) | st.integers(10**12, 10**13 - 1).map("SF{}".format),
)


def stamp(at: datetime | None) -> str:
    assert at is not None
    return f"{at:%Y-%m-%d %H:%M:%S}"


def price(item: OrderItem) -> str:
    assert item.price is not None
    return item.price.plain()


def app(page: Page) -> str:
    rows = "\n".join(
        f"{one.title}\n{one.sku}\n￥{price(one)}\n×{one.quantity}\n申请售后" for one in page.items
    )
    at = page.moments
    return (
        f"卖家已发货\n{page.courier} 运单号：{page.tracking} 复制\n{page.shop} >\n{rows}\n"
        f"运费\n￥{page.freight.plain()}\n实付款\n￥{page.paid.cents // 100:,}.{page.paid.cents % 100:02d}\n"
        f"订单编号：{page.number}复制\n创建时间：{stamp(at.ordered)}\n付款时间：{stamp(at.paid)}\n"
        f"发货时间：{stamp(at.shipped)}\n成交时间：{stamp(at.confirmed)}\n"
    )


def compact_app(page: Page) -> str:
    rows = "\r\n".join(
        f"{one.title}\r\n{one.sku}\r\n￥{price(one)} x{one.quantity}" for one in page.items
    )
    at = page.moments
    return (
        f"{page.shop}\r\n{rows}\r\n实付款 ￥{page.paid.plain()}\r\n运费 ￥{page.freight.plain()}\r\n"
        f"订单编号 {page.number} 复制\r\n创建时间 {stamp(at.ordered)}\r\n付款时间 {stamp(at.paid)}\r\n"
        f"发货时间 {stamp(at.shipped)}\r\n成交时间 {stamp(at.confirmed)}\r\n快递 {page.courier} {page.tracking}"
    )


def web_table(page: Page) -> str:
    rows = "\n".join(
        f"{one.title}\t{one.sku}\t未确认收货\t \t{price(one)}\t{one.quantity}\t \t{price(one)}"
        for one in page.items
    )
    at = page.moments
    return (
        f"订单信息\n订单编号：\t{page.number}\n支付宝交易号：\t2026000000000000000000000001\n"
        f"创建时间：\t{stamp(at.ordered)}\n发货时间：\t{stamp(at.shipped)}\n付款时间：\t{stamp(at.paid)}\n"
        f"成交时间：\t{stamp(at.confirmed)}\n昵称：\t{page.shop}\n物流公司：\t{page.courier}\n运单号码：\t{page.tracking}\n"
        f"宝贝\t宝贝属性\t状态\t服务\t单价\t数量\t优惠\t商品总价\n{rows}\n"
        f"运费(快递)：\t{page.freight.plain()}元\n实付款：\t{page.paid.plain()}元\n"
    )


def web_cells(page: Page) -> str:
    rows = "\n".join(
        f"{one.title}\n{one.sku}\n未确认收货\n退换/售后\n{price(one)}\n{one.quantity}\n0.00"
        for one in page.items
    )
    at = page.moments
    return (
        f"订单编号:\n{page.number}\n创建时间:\n{stamp(at.ordered)}\n付款时间:\n{stamp(at.paid)}\n"
        f"发货时间:\n{stamp(at.shipped)}\n成交时间:\n{stamp(at.confirmed)}\n"
        f"物流公司:\n{page.courier}\n运单号码:\n{page.tracking}\n卖家昵称:\n{page.shop}\n"
        f"宝贝\n宝贝属性\n状态\n服务\n单价\n数量\n优惠\n商品总价\n{rows}\n"
        f"运费：￥{page.freight.plain()}\n实付款：￥{page.paid.plain()}元\n"
    )


def jd_web(page: Page) -> str:
    rows = "\n".join(
        f"{one.title}\t100012043978\t￥{price(one)}\t0\t{one.quantity}\t申请售后\n{one.sku}"
        for one in page.items
    )
    at = page.moments
    return (
        f"京东\n订单号：{page.number}\n下单时间：{stamp(at.ordered)}\n付款时间：{stamp(at.paid)}\n"
        f"发货时间：{stamp(at.shipped)}\n完成时间：{stamp(at.confirmed)}\n物流公司：{page.courier}\n运单号：{page.tracking}\n"
        f"商品名称\t商品编号\t京东价\t京豆数量\t商品数量\t操作\n{rows}\n"
        f"店铺名称：{page.shop}\n商品总额：￥1.00\n运费：￥{page.freight.plain()}\n应付总额：￥{page.paid.plain()}\n"
    )


def jd_app(page: Page) -> str:
    rows = "\n".join(
        f"{one.title}\n{one.sku}\n¥{price(one)}\n数量：{one.quantity}" for one in page.items
    )
    at = page.moments
    return (
        f"感谢您在京东购物\n{page.courier}：{page.tracking}\n{page.shop} >\n{rows}\n"
        f"商品总额\n¥1.00\n运费\n¥{page.freight.plain()}\n实付款\n¥{page.paid.plain()}\n订单编号\n{page.number}\n复制\n"
        f"下单时间 {stamp(at.ordered)}\n支付时间 {stamp(at.paid)}\n发货时间 {stamp(at.shipped)}\n完成时间 {stamp(at.confirmed)}\n"
    )


WORDINGS = [app, compact_app, web_table, web_cells, jd_web, jd_app]


def told(page: Page) -> tuple[object, ...]:
    return (
        page.number,
        page.shop,
        page.items,
        page.paid,
        page.freight,
        page.moments,
        page.courier,
        page.tracking,
        (),
    )


def read(draft: OrderDraft) -> tuple[object, ...]:
    return (
        draft.number,
        draft.shop,
        draft.items,
        draft.paid,
        draft.freight,
        draft.moments,
        draft.courier,
        draft.tracking_number,
        draft.problems,
    )


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda one: one.__name__)
@given(page=pages)
@settings(max_examples=120, deadline=None)
def test_a_rendered_order_is_read_back(wording: Callable[[Page], str], page: Page) -> None:
    assert read(read_order(wording(page))) == told(page)


@given(
    page=pages,
    marks=st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from("\u200b\u200e\u202a\ufeff\u00ad"))
    ),
)
@settings(max_examples=100, deadline=None)
def test_marks_without_width_change_nothing(page: Page, marks: list[tuple[int, str]]) -> None:
    text = app(page)
    for at, mark in marks:
        text = text[:at] + mark + text[at:]

    assert read(read_order(text)) == told(page)


@given(page=pages, shift=st.integers(1, 30))
@settings(max_examples=50, deadline=None)
def test_a_second_order_is_left_out(page: Page, shift: int) -> None:
    at = page.moments
    assert at.ordered is not None
    other = Page(
        str(int(page.number) - shift),
        "另一家旗舰店",
        (OrderItem("另一件商品 完全不同的东西", "", 1, Money(100)),),
        Money(100),
        Money(0),
        Moments(*[at.ordered + timedelta(days=shift)] * 5),
        "圆通快递",
        "99999999999",
    )
    assert read(read_order(app(page) + "\n" + app(other)))[:8] == told(page)[:8]


@given(text=st.text(max_size=2000))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_without_failing(text: str) -> None:
    assert isinstance(read_order(text), OrderDraft)


pieces = st.sampled_from(
    ["订单编号", "实付款", "￥", "1299.00", "x1", "\n", "\t", "：", "创建时间", "2026-11-", "10 21:04", "旗舰店", "Sold by", "$",
     "快递", "单价", "数量", "Order #", "113-1234567-1234567", "优惠", "-", "颜色分类：", "复制", " ", "99999999999999999999"]
)  # fmt: skip


@given(words=st.lists(pieces, max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_order_of_known_words_is_read_without_failing(words: list[str]) -> None:
    draft = read_order("".join(words))

    assert {one.name for one in draft.reads} >= ({"number"} if draft.number else set())


REPEATED = ["订单编号", "运费 ", "运费:1 ", "运费\n", "1", "订单号:1111111111\n", " ", "\t", "¥1\n", "商品 abc\n¥1.00\n", "¥1,111,",
            "实付款(", "【市", "省市路 ", "查看", "创建时间 2026-11-1", "a\t1\n", "Ship to\nabc\n\n", "order ", "店", "某店\n", "快递 ",
            "中通快递 7777777\n", "复制 a", "订单编号 复制\n", "7天无理由退货 "]  # fmt: skip


@pytest.mark.parametrize("unit", REPEATED)
def test_a_huge_text_is_read_in_a_second(unit: str) -> None:
    text = (unit * (BIG // len(unit) + 1))[:BIG]
    before = process_time()
    read_order(text)

    assert process_time() - before < 1.0
