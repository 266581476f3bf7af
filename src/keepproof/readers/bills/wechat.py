"""WeChat Pay: one layout, as CSV and since 2025 as XLSX."""

from __future__ import annotations

from keepproof.readers.bills.payments import Payments, Said


def _is_refund(said: Said) -> bool:
    return said.category.endswith("退款")


WECHAT = Payments(
    format="wechat",
    needs=(("交易时间",), ("交易类型",), ("收/支",), ("当前状态",), ("金额(元)", "金额")),
    time=("交易时间",),
    amount=("金额(元)", "金额"),
    order=("商户单号",),
    transaction=("交易单号",),
    merchant=("交易对方",),
    title=("商品",),
    status=("当前状态",),
    category=("交易类型",),
    is_refund=_is_refund,
)
