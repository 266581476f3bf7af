"""Alipay: the web export, the app export to 2022 and the one since 2023."""

from __future__ import annotations

import re

from keepproof.readers.bills.layout import taobao_or_tmall
from keepproof.readers.bills.payments import Payments, Said

# Alipay writes a Taobao order as T200P and the order number
_TAOBAO = re.compile(r"T[0-9]{1,5}P([0-9]{12,20})")


def _is_refund(said: Said) -> bool:
    return (
        said.status == "退款成功"
        or said.category == "退款"
        or said.title.startswith(("退款-", "退款—"))
    )


def _number(order: str, merchant: str) -> tuple[str, str]:
    taobao = _TAOBAO.fullmatch(order)
    return (taobao.group(1), taobao_or_tmall(merchant)) if taobao else (order, "")


WEB = Payments(
    format="alipay_web",
    needs=(("交易创建时间",), ("商品名称",), ("金额(元)", "金额"), ("收/支",), ("交易状态",)),
    time=("付款时间", "交易创建时间"),
    amount=("金额(元)", "金额"),
    order=("商家订单号", "商户订单号"),
    transaction=("交易号", "交易订单号"),
    merchant=("交易对方",),
    title=("商品名称",),
    status=("交易状态",),
    category=("类型",),
    back=("成功退款(元)", "成功退款"),
    is_refund=_is_refund,
    number_of=_number,
)

_APP_NEEDS = (
    ("交易时间",),
    ("商品说明",),
    ("金额", "金额(元)"),
    ("收/支",),
    ("交易状态",),
    ("收/付款方式", "交易分类"),
)


def _app(format: str, first: str, not_first: str) -> Payments:
    return Payments(
        format=format,
        needs=_APP_NEEDS,
        time=("交易时间",),
        amount=("金额", "金额(元)"),
        order=("商家订单号", "商户订单号"),
        transaction=("交易订单号", "交易号"),
        merchant=("交易对方",),
        title=("商品说明",),
        status=("交易状态",),
        category=("交易分类",),
        is_refund=_is_refund,
        number_of=_number,
        first=first,
        not_first=not_first,
    )


# the two differ in what stands first, and in where the notes are
APP_2022 = _app("alipay_app_2022", "收/支", "")
APP_2023 = _app("alipay_app_2023", "", "收/支")
