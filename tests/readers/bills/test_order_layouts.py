from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from keepproof.domain.bill import Bill
from keepproof.domain.money import Money
from keepproof.domain.order import OrderItem

Read = Callable[..., Bill]
CHINA = ZoneInfo("Asia/Shanghai")
NUMBER = "2690183455720166318"

EXPORT = f"""订单号,订单提交时间,订单状态,店铺名称,商品名称,型号款式,商品数量,商品金额,实付金额,运费
{NUMBER},2026-07-10 11:02:00,交易成功,澄屿家电旗舰店,吸尘器,标准版,1,￥19.80,￥88.60,￥8.00
,,,,绿色 数显游标卡尺,标准款,2,￥30.40,,
2690183455720166319,2026-07-08 08:20:00,交易关闭,某某百货,抽纸,橙色,1,￥29.90,￥0.00,￥0.00
"""
SCRIPT = f"""订单号,下单日期,商品明细,商品链接,单价,数量,实付款,状态
{NUMBER},2026-07-10,吸尘器,https://item.taobao.com/item.htm?id=1,19.8,1,￥88.60,交易成功
{NUMBER},2026-07-10,绿色 数显游标卡尺,https://item.taobao.com/item.htm?id=2,30.4,2,￥88.60,交易成功
"""
SCRIPT_SHOP = f"""订单号,下单日期,店铺名称,店铺链接,商品明细,商品链接,所选规格,单价,数量,实付款,运费,状态
{NUMBER},2026-07-10,澄屿家电旗舰店,https://s.taobao.com,吸尘器,https://a,标准版,19.8,1,88.60,8.00,交易成功
{NUMBER},2026-07-10,澄屿家电旗舰店,https://s.taobao.com,绿色 数显游标卡尺,https://b,标准款,30.4,2,0,8.00,交易成功
"""
SCRIPT_PARCEL = f"""订单号,下单日期,卖家,商品明细,规格,单价,数量,实付款,快递公司,快递单号,状态
{NUMBER},2026-07-10,澄屿家电旗舰店,吸尘器,标准版,19.8,1,88.60,,,交易成功
{NUMBER},2026-07-10,澄屿家电旗舰店,绿色 数显游标卡尺,标准款,30.4,2,0,圆通速递,YT8812345678901,交易成功
"""
BARS = f"""下单时间|订单状态|商品名|分类前缀|分类|货币类型|单价|数量|补充项目|补充项目数值|实付金额|店铺名|订单号
2026-07-10 11:02:00|交易成功|吸尘器|版本|标准版|￥|19.80|1|(含运费)|8.00|88.60|澄屿家电旗舰店|{NUMBER}
2026-07-10 11:02:00|交易成功|绿色 数显游标卡尺|款式|标准款|￥|30.40|2||||澄屿家电旗舰店|{NUMBER}
"""
TAOBAO = {
    "taobao_export": EXPORT,
    "taobao_script": SCRIPT,
    "taobao_script_shop": SCRIPT_SHOP,
    "taobao_script_shop parcel": SCRIPT_PARCEL,
    "taobao_script_bars": BARS,
}
AMAZON = """Website,Order ID,Order Date,Purchase Order Number,Currency,Unit Price,Unit Price Tax,Total Owed,ASIN,Quantity,Order Status,Product Name
Amazon.com,111-1111111-1111111,2025-08-04T20:39:52Z,Not Applicable,USD,13.99,0,13.99,B01,1,Closed,"Beef, chuck"
Amazon.com,111-1111111-1111111,2025-08-04T20:39:52Z,Not Applicable,USD,0.99,0,1.98,B00,2,Closed,Onion
"""
AMAZON_RENAMED = """ASIN,Currency,Order Date,Order ID,Order Status,Original Quantity,Product Name,Total Amount,Unit Price,Website
B01,USD,2025-08-04T20:39:52Z,111-1111111-1111111,Closed,1,"Beef, chuck",13.99,13.99,Amazon.com
B00,USD,2025-08-04T20:39:52Z,111-1111111-1111111,Closed,2,Onion,1.98,0.99,Amazon.com
"""
AMAZON_SHIPMENT = """ASIN,Carrier Name & Tracking Number,Currency,Order Date,Order ID,Original Quantity,Product Name,Ship Date,Shipment Item Subtotal,Shipment Item Subtotal Tax,Shipping Charge,Total Amount,Total Discounts,Unit Price,Unit Price Tax,Website
B01,UPS(1Z999AA10123456784),USD,2025-08-04T20:39:52Z,111-1111111-1111111,1,Beef,2025-08-05,30.00,2.10,5.00,37.10,0.00,10.00,0.70,Amazon.com
B00,UPS(1Z999AA10123456784),USD,2025-08-04T20:39:52Z,111-1111111-1111111,2,Onion,2025-08-05,30.00,2.10,5.00,37.10,0.00,10.00,0.70,Amazon.com
"""
ALL = {
    **TAOBAO,
    "amazon": AMAZON,
    "amazon renamed": AMAZON_RENAMED,
    "amazon shipment": AMAZON_SHIPMENT,
}


@pytest.mark.parametrize("name", ALL)
def test_the_layout_is_told_by_the_header(read: Read, name: str) -> None:
    assert read(ALL[name]).format == name.partition(" ")[0]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=("lf", "crlf"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ALL)
def test_encoding_and_line_ends_change_nothing(
    read: Read, name: str, encoding: str, end: str
) -> None:
    assert read(ALL[name].replace("\n", end), encoding=encoding) == read(ALL[name])


@pytest.mark.parametrize("name", TAOBAO)
def test_the_rows_of_one_order_are_its_items_and_its_total_counts_once(
    read: Read, name: str
) -> None:
    order = read(TAOBAO[name]).rows[0]
    assert (order.kind, order.order_number, order.amount) == ("order", NUMBER, Money(8860))
    assert [(one.title, one.quantity, one.price) for one in order.items] == [
        ("吸尘器", 1, Money(1980)),
        ("绿色 数显游标卡尺", 2, Money(3040)),
    ]


def test_shop_freight_time_and_status_are_read(read: Read) -> None:
    order = read(EXPORT).rows[0]
    assert (order.merchant, order.platform, order.status) == ("澄屿家电旗舰店", "tmall", "交易成功")
    assert order.freight == Money(800)
    assert order.at == datetime(2026, 7, 10, 11, 2, tzinfo=CHINA)


def test_an_order_nothing_was_paid_for_is_an_order(read: Read) -> None:
    assert read(EXPORT).rows[1].amount == Money(0)


def test_other_names_of_the_columns_are_known(read: Read) -> None:
    text = EXPORT.replace("订单提交时间", "订单创建时间").replace("商品名称", "宝贝标题")
    text = text.replace("实付金额", "买家实际支付金额").replace("订单号", "订单编号", 1)
    assert read(text).rows == read(EXPORT).rows


def test_the_export_as_a_workbook_says_the_same(read: Read, sheet: Callable[..., bytes]) -> None:
    rows = [line.split(",") for line in EXPORT.splitlines()]
    assert read(sheet(rows), "orders.xlsx") == read(EXPORT)


def test_items_below_a_cut_number_do_not_join_the_order_before(read: Read) -> None:
    rows = EXPORT.splitlines()
    bill = read("\n".join([rows[0], rows[3], rows[1].replace(NUMBER, "2.69E+18"), rows[2]]))
    assert [len(one.items) for one in bill.rows] == [1]
    assert [(one.code, one.line) for one in bill.problems] == [("bills.number_cut", 3)]


def test_an_item_without_any_order_is_a_problem(read: Read) -> None:
    rows = EXPORT.splitlines()
    bill = read("\n".join([rows[0], rows[2]]))
    assert [(one.code, one.line) for one in bill.problems] == [("bills.number_missing", 2)]


def test_an_order_with_an_unreadable_total_is_refused_whole(read: Read) -> None:
    bill = read(EXPORT.replace("￥88.60", "？？"))
    assert [one.order_number for one in bill.rows] == ["2690183455720166319"]
    assert [one.code for one in bill.problems] == ["bills.amount_unreadable"]


def test_a_comma_in_an_unquoted_title_does_not_move_the_columns(read: Read) -> None:
    order = read(SCRIPT.replace("吸尘器", "吸尘器,白色,大")).rows[0]
    assert (order.items[0].title, order.amount) == ("吸尘器,白色,大", Money(8860))


def test_a_quotation_mark_in_an_unquoted_title_swallows_nothing(read: Read) -> None:
    order = read(SCRIPT.replace("吸尘器", '"27寸 显示器')).rows[0]
    assert [one.title for one in order.items] == ['"27寸 显示器', "绿色 数显游标卡尺"]


def test_a_script_file_saved_again_by_a_spreadsheet_is_unwrapped(read: Read) -> None:
    order = read(SCRIPT.replace("吸尘器", '"27"" 显示器, 白"')).rows[0]
    assert order.items[0].title == '27" 显示器, 白'


@pytest.mark.parametrize("text", [AMAZON, AMAZON_RENAMED], ids=("now", "renamed"))
def test_every_row_of_an_amazon_order_owes_its_part(read: Read, text: str) -> None:
    (order,) = read(text).rows
    assert order.amount == Money(1597, "USD")
    assert order.at == datetime(2025, 8, 4, 20, 39, 52, tzinfo=UTC)
    assert order.items == (
        OrderItem("Beef, chuck", "", 1, Money(1399, "USD")),
        OrderItem("Onion", "", 2, Money(99, "USD")),
    )


def test_an_amazon_order_in_two_currencies_is_refused(read: Read) -> None:
    head, first, second = AMAZON.splitlines()
    bill = read("\n".join([head, first, second.replace("USD", "EUR")]))
    assert bill.rows == ()
    assert [one.code for one in bill.problems] == ["bills.amount_unreadable"]


def test_the_total_of_a_shipment_that_stands_in_each_of_its_rows_counts_once(read: Read) -> None:
    (order,) = read(AMAZON_SHIPMENT).rows
    assert order.amount == Money(3710, "USD")
    assert len(order.items) == 2


def test_the_totals_of_two_shipments_of_one_order_are_added(read: Read) -> None:
    head, first, second = AMAZON_SHIPMENT.splitlines()
    later = second.replace("2025-08-05", "2025-08-06")
    (order,) = read(f"{head}\n{first}\n{second}\n{later}").rows
    assert order.amount == Money(7420, "USD")


def test_a_discount_is_part_of_the_total_of_a_shipment(read: Read) -> None:
    text = AMAZON_SHIPMENT.replace("37.10,0.00", "35.10,'-2.00")
    assert read(text).rows[0].amount == Money(3510, "USD")


def test_two_equal_items_that_each_owe_their_part_are_added(read: Read) -> None:
    text = AMAZON_SHIPMENT.replace("37.10", "10.70").replace(",2,Onion", ",1,Onion")
    assert read(text).rows[0].amount == Money(2140, "USD")


def test_two_equal_items_sent_one_by_one_on_a_day_are_added(read: Read) -> None:
    text = AMAZON_SHIPMENT.replace("30.00,2.10,5.00,37.10", "10.00,0.70,5.00,15.70")
    assert read(text.replace(",2,Onion", ",1,Onion")).rows[0].amount == Money(3140, "USD")


def test_the_parcel_is_that_of_the_first_row_that_names_one(read: Read) -> None:
    order = read(SCRIPT_PARCEL).rows[0]
    assert (order.courier, order.tracking_number) == ("圆通速递", "YT8812345678901")


def test_an_amazon_cell_names_courier_and_number(read: Read) -> None:
    order = read(AMAZON_SHIPMENT).rows[0]
    assert (order.courier, order.tracking_number) == ("UPS", "1Z999AA10123456784")


def test_a_tracking_number_cut_by_a_spreadsheet_is_left_empty(read: Read) -> None:
    order = read(SCRIPT_PARCEL.replace("YT8812345678901", "7.74E+13")).rows[0]
    assert (order.courier, order.tracking_number, order.amount) == ("", "", Money(8860))
