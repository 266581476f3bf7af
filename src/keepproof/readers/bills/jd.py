"""JD finance: columns have changed places over the years, names have not."""

from __future__ import annotations

from keepproof.readers.bills.payments import Payments, Said


def _is_refund(said: Said) -> bool:
    return said.title.startswith(("退款-", "退款—")) or said.status == "退款成功"


JD = Payments(
    format="jd",
    needs=(("交易时间",), ("商户名称",), ("交易说明",), ("收/支",), ("金额", "金额(元)")),
    time=("交易时间",),
    amount=("金额", "金额(元)"),
    # here it is the number of the transaction that names the order: refunds share it with the payment
    order=("交易订单号",),
    transaction=("商家订单号",),
    merchant=("商户名称",),
    title=("交易说明",),
    status=("交易状态",),
    category=("交易分类",),
    is_refund=_is_refund,
)
