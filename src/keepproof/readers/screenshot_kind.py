"""Say what a screenshot shows by the words on it: an order, a listing, a refund, a parcel's way, a bill."""

from __future__ import annotations

import re
from dataclasses import dataclass

ENOUGH = 3


@dataclass(frozen=True, slots=True)
class _Kind:
    """Words that stand on such a page; a telling one counts twice."""

    telling: re.Pattern[str]
    usual: re.Pattern[str]


def _words(telling: str, usual: str) -> _Kind:
    return _Kind(re.compile(telling, re.IGNORECASE), re.compile(usual, re.IGNORECASE))


# Where two have the same figure the first wins: what is narrow stands before what is wide.
KINDS: dict[str, _Kind] = {
    "refund": _words(
        r"退款(?:成功|详情|金额|编号|原因|中|关闭|进度|总额)|退货退款|仅退款|钱款去向|撤销申请|申请(?:客服|平台|小二)介入|"
        r"(?:商家|卖家)(?:已)?(?:拒绝|同意)|等待(?:商家|卖家)处理|refund (?:amount|status|requested|details)",
        r"修改申请|协商历史|申请时间|退款|自动(?:退款|确认|处理)|售后|refund",
    ),
    "track": _words(
        r"已签收|派[送件]中|运输中|待取件|已揽[收件]|快件(?:已|到达|离开)|签收人|物流(?:详情|信息|轨迹|单号)|"
        r"out for delivery|in transit|tracking (?:id|number)",
        r"快递单号|运单号|转运中心|分拨|驿站|派件员|快递员|取件码|包裹|送达|delivered|arrived at|courier",
    ),
    "bill": _words(
        r"账单(?:详情|分类)|(?:交易|商户|转账|商家订|支付)单号|商户全称|收单机构|收款方(?:全称)?|当前状态|交易流水|"
        r"transaction id",
        r"(?:支付|付款)方式|(?:支付|付款|转账|交易)时间|交易成功|支付成功|零钱|余额宝|对此订单有疑问|商品说明|payment method",
    ),
    "order": _words(
        r"订单(?:编号|号|详情)|实付款|(?:创建|下单|成交)时间|确认收货|order (?:number|placed|details|id)|order #",
        r"(?:付款|发货)时间|申请售后|再次购买|查看物流|收货地址|待(?:收货|发货|评价)|交易成功|商品总价|共\d+件|order total",
    ),
    "listing": _words(
        r"加入购物车|立即(?:购买|抢购)|领券购买|月销|已售\s*\d|宝贝(?:评价|详情)|商品(?:评价|详情|参数)|add to (?:cart|basket)|buy now",
        r"券后|收藏|店铺|进店|规格|选择|包邮|发货地|好评|问大家|优惠券|参数|客服|free shipping|reviews",
    ),
}


def kind_of(text: str, enough: int = ENOUGH) -> str:
    """Name the kind of page: refund, track, bill, order or listing; "" where fewer words than enough tell."""
    best, chosen = enough - 1, ""
    for name, words in KINDS.items():
        telling = {found[0].casefold() for found in words.telling.finditer(text)}
        usual = {found[0].casefold() for found in words.usual.finditer(text)} - telling
        score = 2 * len(telling) + len(usual) if telling else 0
        if score > best:
            best, chosen = score, name
    return chosen
