"""What browser scripts save from the list of bought things on Taobao: no quotation marks at all."""

from __future__ import annotations

from keepproof.readers.bills.cells import CHINA
from keepproof.readers.bills.layout import Names, taobao_or_tmall
from keepproof.readers.bills.orders import Orders

_NUMBER = ("订单号",)
_TOTAL = ("实付款",)
_COURIER = ("快递公司", "物流公司", "快递名称", "快递")
_TRACKING = ("快递单号", "物流单号", "运单号", "运单号码")


def _script(format: str, *also: Names) -> Orders:
    return Orders(
        format=format,
        needs=(_NUMBER, ("下单日期",), ("商品明细",), _TOTAL, *also),
        number=_NUMBER,
        time=("下单日期",),
        total=_TOTAL,
        shop=("店铺名称", "卖家"),
        title=("商品明细",),
        sku=("所选规格", "规格"),
        quantity=("数量",),
        price=("单价",),
        status=("状态",),
        freight=("运费",),
        courier=_COURIER,
        tracking=_TRACKING,
        platform_of=taobao_or_tmall,
        zone=CHINA,
        quoted=False,
    )


WITH_SHOP = _script("taobao_script_shop", ("店铺名称", "卖家"))
PLAIN = _script("taobao_script")

BARS = Orders(
    format="taobao_script_bars",
    needs=(_NUMBER, ("下单时间",), ("商品名",), ("实付金额",), ("分类前缀", "补充项目")),
    number=_NUMBER,
    time=("下单时间",),
    total=("实付金额",),
    shop=("店铺名",),
    title=("商品名",),
    sku=("分类",),
    quantity=("数量",),
    price=("单价",),
    status=("订单状态",),
    courier=_COURIER,
    tracking=_TRACKING,
    platform_of=taobao_or_tmall,
    zone=CHINA,
    separator="|",
    quoted=False,
)
