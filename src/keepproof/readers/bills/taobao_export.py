"""The export of orders that Taobao and Tmall offer themselves, as CSV and XLSX."""

from __future__ import annotations

from keepproof.readers.bills.cells import CHINA
from keepproof.readers.bills.layout import taobao_or_tmall
from keepproof.readers.bills.orders import Orders

_NUMBER = ("订单号", "订单编号", "主订单编号")
_TIME = ("订单提交时间", "下单时间", "订单创建时间", "成交时间", "付款时间", "订单付款时间")
_TITLE = ("商品名称", "宝贝标题", "商品标题")
_TOTAL = ("实付金额", "实付款", "买家实际支付金额", "买家实付金额")

TAOBAO_EXPORT = Orders(
    format="taobao_export",
    needs=(_NUMBER, _TIME, _TITLE, _TOTAL),
    number=_NUMBER,
    time=_TIME,
    total=_TOTAL,
    shop=("店铺名称", "店铺", "卖家昵称", "卖家"),
    title=_TITLE,
    sku=("型号款式", "商品属性", "颜色分类", "SKU", "规格"),
    quantity=("商品数量", "数量", "购买数量"),
    price=("商品金额", "单价", "商品单价"),
    status=("订单状态", "交易状态"),
    freight=("运费", "邮费"),
    courier=("物流公司", "快递公司"),
    tracking=("物流单号", "快递单号", "运单号"),
    platform_of=taobao_or_tmall,
    zone=CHINA,
)
