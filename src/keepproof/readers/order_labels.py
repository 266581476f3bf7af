"""The words before the values of an order page, and where they stand in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What a label announces. Fields of OrderDraft by their names, then what is read over:
PRIVATE = "private"  # with the lines that follow it: addresses, names, telephone numbers
OTHER = "other"  # a value we have no use for
TOTAL, SUM, PART = "total", "discount_sum", "discount_part"  # weaker than `paid`; added up

LABELS: dict[str, str] = {
    "number": (
        "订单编号|订单号|主订单编号|主订单号|订单号码|order number|order #|order no.|order id|order no|"
        "order reference"
    ),
    "ordered": (
        "创建时间|下单时间|订单创建时间|订单提交时间|订单时间|拍下时间|提交时间|下单日期|order placed|order date|ordered on|"
        "order placed on|time placed|date placed|placed on|order created|creation time|created time"
    ),
    "paid_at": (
        "付款时间|支付时间|付款日期|payment date|payment time|payment completed on|paid on|date paid"
    ),
    "shipped": (
        "发货时间|发货日期|出库时间|揽收时间|shipped on|date shipped|ship date|dispatched on|dispatched|"
        "shipped|posted on|shipment completed on|shipping time"
    ),
    "signed": ("签收时间|送达时间|妥投时间|收货时间|送货时间|delivered on|delivery date|delivered"),
    "confirmed": (
        "成交时间|确认收货时间|确认时间|完成时间|交易成功时间|交易完成时间|订单完成时间|completed on|order completed on"
    ),
    "paid": (
        "实付款|实付金额|实付总额|实付|实际支付|实际付款|买家实付|已付款|合计实付|支付金额|付款金额|amount paid|actual payment|you paid|grand total|"
        "order total"
    ),
    TOTAL: (
        "应付总额|订单总额|订单总价|订单金额|应付金额|实收款|总价|合计|总计|total|total paid|total charged"
    ),
    "freight": (
        "运费|邮费|快递费|配送费|快递运费|含运费|shipping & handling|shipping and handling|postage & packing|"
        "postage and packing|delivery fee|shipping fee|shipping|postage|delivery"
    ),
    SUM: (
        "优惠|共优惠|优惠合计|优惠金额|优惠总额|总优惠|已优惠|共减|total savings|discount|discounts"
    ),
    PART: (
        "店铺优惠|店铺优惠券|店铺券|平台优惠|平台优惠券|平台券|商品优惠|促销优惠|满减优惠|活动优惠|限时优惠|跨店满减|店铺满减|满减|立减|优惠券|红包|购物金|"
        "购物券|消费券|淘金币|淘金币抵扣|京豆抵扣|官方立减|支付优惠|promotion applied|promotion|coupon|coupon savings|"
        "your coupon savings|voucher|gift card"
    ),
    "tracking_number": (
        "快递单号|运单号|运单号码|运单编号|物流单号|物流编号|货运单号|快件单号|配送单号|包裹单号|tracking id|tracking number|"
        "tracking no.|tracking no|tracking #"
    ),
    "courier": (
        "物流公司|快递公司|承运公司|承运人|承运商|配送公司|配送方式|运送方式|快递|物流|carrier|courier|shipped with|"
        "shipped via|delivered by|delivery by"
    ),
    "shop": (
        "店铺名称|店铺名|商家名称|卖家昵称|卖家旺旺|店铺|商家|卖家|昵称|掌柜|销售商家|sold by|seller|store"
    ),
    PRIVATE: (
        "收货地址|收货信息|收货人|收货人信息|收件人|收货电话|收件地址|配送地址|联系电话|联系人|手机号码|手机号|手机|电话|地址|所在地区|真实姓名|会员名|"
        "买家昵称|买家|邮编|邮箱|发票抬头|发票信息|ship to|shipping address|delivery address|billing address|"
        "deliver to|dispatch to|phone number|phone|email"
    ),
    OTHER: (
        "支付宝交易号|微信支付单号|微信交易号|交易单号|交易号|交易流水号|交易快照|支付方式|付款方式|商品总价|商品总额|商品金额|商品合计|货款金额|货款|发票类型|"
        "发票内容|发票|城市|买家留言|卖家留言|订单备注|备注|留言|订单状态|交易状态|状态|期望配送日期|期望送货时间|付款截止时间|自动确认收货时间|预计送达时间|"
        "预计发货时间|进口税|税费|item(s) subtotal|items subtotal|item subtotal|subtotal|"
        "total before tax|total before vat|estimated tax to be collected|tax|vat|"
        "import fees deposit|payment method|payment methods|payment information|payment info|"
        "refund total|return window closed on|return eligible through"
    ),
}
FIELD_OF = {label: field for field, labels in LABELS.items() for label in labels.split("|")}
# Words that also stand in plain sentences announce something only with a colon after them.
_WITH_COLON = (
    "店铺|商家|卖家|昵称|掌柜|合计|总计|总价|优惠|手机|电话|地址|买家|邮编|城市|货款|状态|备注|留言|发票|"
    "红包|满减|立减|优惠券|store|seller|phone|email|carrier|courier"
)
WITH_COLON = frozenset(_WITH_COLON.split("|"))

_NAMES = "|".join(
    re.escape(label).replace(r"\ ", r"\s+") for label in sorted(FIELD_OF, key=len, reverse=True)
)
_LABEL = re.compile(
    r"(?:(?<![\u4e00-\u9fffA-Za-z0-9])|(?<=复制)|(?<=元)|(?<=查看))"
    rf"(?P<label>{_NAMES})(?![A-Za-z])(?P<note>\s?\([^()]{{0,16}}\))?"
    r"(?P<colon>\s*:)?(?=[\s¥$£€\d#+-]|$|(?<=:)|[A-Z])",
    re.IGNORECASE,
)


# What stands behind a value and is no part of it.
BUTTONS = re.compile(
    r"(?:[\s|·>]|复制(?:单号|订单号)?|查看(?:物流|详情|更多|地图)?|订单详情|详情|修改|更多|展开|收起|进店(?:逛逛)?|进入店铺|"
    r"逛店铺|联系(?:卖家|商家|客服)|和我联系|客服|旺旺|交易快照|\[交易快照\]|\(seller profile\)|copy|details|view)+$",
    re.IGNORECASE,
)
# Lines of addresses, telephone numbers and of a parcel's way.
PERSONAL = re.compile(
    r"(?<!\d)1[3-9]\d[\d*]{4}\d{4}(?!\d)|86-1\d{2}|(?:省|自治区|北京|上海|天津|重庆).{0,12}(?:市|区|县).{0,40}"
    r"(?:路|街|道|巷|弄|号|室|栋|幢|单元|小区|村|镇|乡|苑|园)|"
    r"【[^】]{1,12}(?:市|省|区|县|中心|营业部|分拨|驿站)[^】]{0,8}】|快件(?:已|到达|在)|签收人|派件员|快递员|驿站"
)


_SUM_BELOW = re.compile(r"\s*+-?\s*+[¥$£€]|\s*+-\s*+\d")


@dataclass(frozen=True, slots=True)
class Hit:
    """A label in a line: what it announces, where it begins and where its value may begin."""

    field: str
    start: int
    end: int
    colon: bool


def hits(plain: str) -> Iterator[Hit]:
    """Find the labels of a line, from left to right."""
    bare = plain.strip()
    for match in _LABEL.finditer(plain):
        label = re.sub(r"\s+", " ", match["label"]).lower()
        colon = match["colon"] is not None
        alone = match.end() - match.start() == len(bare)
        if colon or alone or label not in WITH_COLON or _SUM_BELOW.match(plain, match.end()):
            yield Hit(FIELD_OF[label], match.start(), match.end(), colon)
