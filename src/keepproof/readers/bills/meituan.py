"""Meituan: what was paid may be less than what the order came to."""

from __future__ import annotations

from keepproof.readers.bills.payments import Payments, Said


def _is_refund(said: Said) -> bool:
    return said.category.endswith("退款")


MEITUAN = Payments(
    format="meituan",
    needs=(("交易创建时间", "交易成功时间"), ("订单标题",), ("收/支",), ("实付金额",)),
    time=("交易成功时间", "交易创建时间"),
    amount=("实付金额", "实付金额(元)"),
    order=("商家单号",),
    transaction=("交易单号",),
    merchant=("商户名称",),
    merchant_always="美团",
    title=("订单标题",),
    status=("交易状态",),
    category=("交易类型",),
    is_refund=_is_refund,
)
