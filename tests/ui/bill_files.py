"""A bill and an order list of a shopper, and a preview of them."""

from __future__ import annotations

from pathlib import Path

from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services import read_bills
from keepproof.services.read_bills import BillFile, ReadBills
from keepproof.ticket import Ticket

NUMBERS = (
    "2690183455720166318",
    "2690183455720166319",
    "2690183455720166320",
    "2690183455720166321",
)
ITEMS = ("X1 无线吸尘器", "滤网两片", "抽纸", "数据线")
SHOP = "澄屿家电旗舰店"
HEAD = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"
BILL = HEAD + "".join(
    f"2026-11-1{place} 21:06:00,数码电器,{SHOP},/,{item},支出,{place + 1}299.00,花呗,交易成功,2026111{place},T200P{number},\n"
    for place, (number, item) in enumerate(zip(NUMBERS, ITEMS, strict=True))
)
BACK = f"2026-11-18 10:00:00,退款,{SHOP},/,退款-抽纸,不计收支,100.00,花呗,退款成功,20261112_1,T200P{NUMBERS[2]},\n"
MEAL = "2026-11-10 12:00:00,餐饮美食,某某面馆,/,午饭,支出,18.00,花呗,交易成功,91,92,\n"
CUT = "2026-11-19 12:00:00,数码电器,某某店,/,键盘,支出,99.00,花呗,交易成功,95,5.19E+18,\n"
US_DATE = "11/9/2026 12:00,数码电器,某某店,/,鼠标,支出,49.00,花呗,交易成功,96,97,\n"
FULL = BILL + BACK + MEAL + CUT + US_DATE


def write(folder: Path, text: str = FULL, name: str = "alipay.csv") -> Path:
    """Write a bill as the app exports it."""
    path = folder / name
    path.write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    return path


def read(path: Path) -> ReadBills:
    """Read a bill in a child of its own."""
    with Sandbox(1) as sandbox:
        return read_bills.read([BillFile(path, path.name)], Ticket(), sandbox)


def known(library: Library) -> list[str]:
    """List the numbers of the orders there are."""
    return sorted(one.number for one in library.orders.all())
