from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from keepproof.domain.bill import Bill, BillRow, purchases
from keepproof.domain.money import Money

Read = Callable[..., Bill]
CHINA = ZoneInfo("Asia/Shanghai")
NUMBER = "2690183455720166318"
TRADE = "2026111022001412345678901234"

WEB = f"""支付宝交易记录明细查询
账号:[a@example.com]
起始日期:[2026-11-01 00:00:00]    终止日期:[2026-12-01 00:00:00]
---------------------------------交易记录明细列表------------------------------------
交易号                  ,商家订单号               ,交易创建时间              ,付款时间                ,最近修改时间              ,交易来源地     ,类型              ,交易对方            ,商品名称                ,金额（元）   ,收/支     ,交易状态    ,服务费（元）   ,成功退款（元）  ,备注                  ,资金状态     ,
{TRADE}\t,T200P{NUMBER}\t,2026-11-10 21:04:00 ,2026-11-10 21:06:00 ,2026-11-10 21:06:00 ,淘宝 ,即时到账交易 ,澄屿家电旗舰店 ,X1 无线吸尘器 ,1299.00 ,支出 ,交易成功 ,0.00 ,100.00 , ,已支出 ,
------------------------------------------------------------------------------------
共99笔记录
已支出:63笔,9999元
"""
APP_2022 = f"""------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------
收/支 ,交易对方 ,对方账号 ,商品说明 ,收/付款方式 ,金额 ,交易状态 ,交易分类 ,交易订单号 ,商家订单号 ,交易时间 ,
支出 ,澄屿家电旗舰店 ,a***@b.cn ,X1 无线吸尘器 ,花呗 ,1299.00 ,交易成功 ,数码电器 ,{TRADE}\t,T200P{NUMBER}\t,2026-11-10 21:06:00 ,
其他 ,澄屿家电旗舰店 ,a***@b.cn ,退款-X1 无线吸尘器 ,花呗 ,100.00 ,退款成功 ,退款 ,{TRADE}_1\t,T200P{NUMBER}\t,2026-11-12 10:00:00 ,
------------------------------------------------------------------------------------
导出信息：
共99笔记录
支出：63笔,9999.00元
1.本回单内容可表明支付宝受理了相应支付交易申请
"""
APP_2023 = f"""------------------------------------------------------------------------------------
导出信息：
共99笔记录
支出：63笔 9999.00元

------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------
交易时间 ,交易分类 ,交易对方 ,对方账号 ,商品说明 ,收/支 ,金额 ,收/付款方式 ,交易状态 ,交易订单号 ,商家订单号 ,备注 ,
2026-11-12 10:00:00 ,退款 ,澄屿家电旗舰店 ,/ ,退款-X1 无线吸尘器 ,不计收支 ,100.00 ,花呗 ,退款成功 ,{TRADE}_1\t,T200P{NUMBER}\t, ,
2026-11-10 21:06:00 ,数码电器 ,澄屿家电旗舰店 ,/ ,X1 无线吸尘器 ,支出 ,1299.00 ,花呗 ,交易成功 ,{TRADE}\t,T200P{NUMBER}\t, ,
"""
WECHAT = f"""微信支付账单明细,,,,,,,,,,
共99笔记录,,,,,,,,,,
,,,,,,,,,,
----------------------微信支付账单明细列表--------------------,,,,,,,,,,
交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
2026-11-10 21:06:00,商户消费,澄屿家电旗舰店,"X1 无线吸尘器",支出,¥1299.00,零钱,已退款(￥100.00),"{TRADE}"\t,"{NUMBER}\t","/"
2026-11-12 10:00:00,澄屿家电旗舰店-退款,澄屿家电旗舰店,/,收入,￥100.00,/,已退款￥100.00,"{TRADE}"\t,"{NUMBER}\t","/"
"""
JD_2025 = f"""导出信息：
京东账号名：a
共：99笔记录

交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注
2026-11-10 21:06:00\t,澄屿家电旗舰店,X1 无线吸尘器,1299.00(已退款100.00),京东白条,交易成功,支出,数码,{NUMBER}\t,{TRADE}\t,
"""
JD_2024 = f"""电子回单客户
交易时间,交易分类,商户名称,交易说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注
2026-11-12 10:00:00\t,网购,澄屿家电旗舰店,退款-X1 无线吸尘器,收入,100.00,京东白条,交易成功,{NUMBER}\t,9\t,
2026-11-10 21:06:00\t,数码,澄屿家电旗舰店,X1 无线吸尘器,支出,1299.00,京东白条,交易成功,{NUMBER}\t,{TRADE}\t,
"""
MEITUAN = f"""美团交易账单明细
共：99笔记录

交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注
2026-11-10 21:05:00,2026-11-10 21:06:00,支付,X1 无线吸尘器,支出,零钱,¥1399.00,¥1299.00,{TRADE}\t,{NUMBER}\t,/
2026-11-12 10:00:00,2026-11-12 10:00:00,退款,X1 无线吸尘器,收入,零钱,¥100.00,¥100.00,8\t,{NUMBER}\t,/
"""
BILLS = {
    "alipay_web": WEB,
    "alipay_app_2022": APP_2022,
    "alipay_app_2023": APP_2023,
    "wechat": WECHAT,
    "jd": JD_2025,
    "jd 2024": JD_2024,
    "meituan": MEITUAN,
}
ENDS = ("\n", "\r\n")
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")


@pytest.fixture(params=BILLS, ids=lambda one: one.replace(" ", "_"))
def bill(request: pytest.FixtureRequest, read: Read) -> tuple[str, Bill]:
    name: str = request.param
    return name.partition(" ")[0], read(BILLS[name])


def bought(bill: Bill) -> BillRow:
    (one,) = purchases(bill.rows)[0]
    return one


def test_the_layout_is_told_by_the_header(bill: tuple[str, Bill]) -> None:
    assert bill[1].format == bill[0]


def test_the_payment_is_read(bill: tuple[str, Bill]) -> None:
    one = bought(bill[1])
    assert (one.order_number, one.transaction_number) == (NUMBER, TRADE)
    assert (one.amount, one.title) == (Money(129900), "X1 无线吸尘器")
    assert one.at == datetime(2026, 11, 10, 21, 6, tzinfo=CHINA)


def test_what_came_back_belongs_to_the_payment(bill: tuple[str, Bill]) -> None:
    assert bought(bill[1]).refunded == Money(10000)
    assert purchases(bill[1].rows)[1] == []


def test_preamble_footer_and_declared_totals_are_no_rows(bill: tuple[str, Bill]) -> None:
    assert bill[1].problems == ()
    assert len(bill[1].rows) <= 2


@pytest.mark.parametrize("end", ENDS, ids=("lf", "crlf"))
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", BILLS)
def test_encoding_and_line_ends_change_nothing(
    read: Read, name: str, encoding: str, end: str
) -> None:
    assert read(BILLS[name].replace("\n", end), encoding=encoding) == read(BILLS[name])


def test_a_taobao_order_is_named_by_its_own_number(read: Read) -> None:
    assert bought(read(WEB)).platform == "tmall"


@pytest.mark.parametrize(
    ("status", "back"),
    [
        ("已全额退款", 129900),
        ("已退款(￥5.00)", 500),
        ("已退款（¥1200.50）", 120050),
        ("支付成功", None),
    ],
)
def test_the_status_may_say_what_came_back(read: Read, status: str, back: int | None) -> None:
    text = "".join(WECHAT.splitlines(keepends=True)[:-1]).replace("已退款(￥100.00)", status)
    assert bought(read(text)).refunded == (None if back is None else Money(back))


def test_an_amount_may_say_that_all_came_back(read: Read) -> None:
    assert bought(read(JD_2025.replace("已退款100.00", "已全额退款"))).refunded == Money(129900)


def test_a_number_cut_by_a_spreadsheet_is_refused_with_its_line(read: Read) -> None:
    bill = read(JD_2025.replace(NUMBER, "2.69018E+18"))
    assert bill.rows == ()
    (problem,) = bill.problems
    assert (problem.code, problem.line, problem.data["words"]) == (
        "bills.number_cut",
        6,
        "2.69018E+18",
    )


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("11/10/2026 21:06", "bills.date_ambiguous"),
        ("11/10/26", "bills.date_ambiguous"),
        ("2026-13-40 21:06:00", "bills.date_unreadable"),
        ("昨天", "bills.date_unreadable"),
        ("1970-01-01 00:00:00", "bills.date_unreadable"),
    ],
)
def test_a_time_that_cannot_be_told_is_refused(read: Read, written: str, code: str) -> None:
    bill = read(JD_2025.replace("2026-11-10 21:06:00", written))
    assert [one.code for one in bill.problems] == [code]


def test_a_date_a_chinese_spreadsheet_wrote_is_understood(read: Read) -> None:
    one = bought(read(JD_2025.replace("2026-11-10 21:06:00", "2026/11/10 21:06")))
    assert one.at == datetime(2026, 11, 10, 21, 6, tzinfo=CHINA)


def test_a_header_further_down_is_found(read: Read) -> None:
    assert bought(read("提示\n" * 30 + APP_2023)).order_number == NUMBER


def test_an_unpaired_quotation_mark_above_the_header_does_no_harm(read: Read) -> None:
    assert bought(read('微信昵称："x\n' + WECHAT)).order_number == NUMBER


def test_the_same_columns_as_a_workbook_say_the_same(
    read: Read, sheet: Callable[..., bytes]
) -> None:
    rows: list[list[str | float]] = [
        [one.strip('"') for one in line.replace('\t"', '"').replace("\t", "").split(",")]
        for line in WECHAT.splitlines()
    ]
    assert read(sheet(rows), "bill.xlsx").rows == read(WECHAT).rows


def test_serial_days_and_bare_numbers_of_a_workbook_are_understood(
    read: Read, sheet: Callable[..., bytes]
) -> None:
    rows: list[list[str | float]] = [list(line.split(",")) for line in WECHAT.splitlines()[:-1]]
    rows[-1][0], rows[-1][5] = 46336 + (21 * 60 + 6) / 1440, 1299.0
    one = bought(read(sheet(rows), "bill.xlsx"))
    assert (one.at, one.amount) == (datetime(2026, 11, 10, 21, 6, tzinfo=CHINA), Money(129900))


def test_a_number_a_workbook_keeps_as_a_figure_is_refused(
    read: Read, sheet: Callable[..., bytes]
) -> None:
    rows: list[list[str | float]] = [list(line.split(",")) for line in WECHAT.splitlines()[:-1]]
    rows[-1][9] = 2690183455720166400.0
    assert [one.code for one in read(sheet(rows), "bill.xlsx").problems] == ["bills.number_cut"]


@pytest.mark.parametrize("above", [16, 17])
@pytest.mark.parametrize("serial", [False, True], ids=("text", "serial"))
def test_a_workbook_of_wechat_is_read_wherever_its_header_stands(
    read: Read, sheet: Callable[..., bytes], above: int, *, serial: bool
) -> None:
    preamble: list[list[str | float]] = [["微信支付账单明细"]]
    preamble += [[""] for _ in range(above - 1)]
    rows: list[list[str | float]] = [
        [one.strip('"') for one in line.replace('\t"', '"').replace("\t", "").split(",")]
        for line in WECHAT.splitlines()[4:]
    ]
    for row in rows[1:] if serial else ():
        at = datetime.fromisoformat(str(row[0])) - datetime.fromisoformat("1899-12-30")
        row[0], row[5] = at.total_seconds() / 86_400, float(str(row[5]).lstrip("¥￥"))
    bill = read(sheet([*preamble, *rows]), "bill.xlsx")
    one = bought(bill)
    assert (bill.format, one.line) == ("wechat", above + 2)
    assert (one.amount, one.refunded) == (Money(129900), Money(10000))
    assert one.at == datetime(2026, 11, 10, 21, 6, tzinfo=CHINA)
