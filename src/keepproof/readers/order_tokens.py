"""Say what each line of an order page is that bears no label: price, quantity, variant, shop, title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from keepproof.readers.order_labels import BUTTONS, PERSONAL
from keepproof.readers.order_lines import Line

LONGEST_TITLE = 300

_PRICE = r"(?:CNY|RMB|US\s?\$|HK\s?\$|[¥$£€])\s?\d[\d,]{0,14}(?:\s?\.\s?\d{1,2})?(?:\s?元)?"
_PIECES = r"(?:(?:[xX*]|(?:数量|qty|quantity)\s*:?\s*[xX*]?)\s?(?P<count>\d{1,6}))?\s*(?:件|个)?\s*"
_PRICED = re.compile(
    r"\s*(?:(?P<label>单价|价格|商品单价|到手价|券后价|京东价|成交价|unit price|price)(?P<colon>\s*:)?\s*)?"
    rf"(?P<price>{_PRICE}|(?(colon)\d{{1,8}}(?:\.\d{{1,2}})?|(?!)))(?:\s+{_PRICE})*\s*(?:/件|/个|起|元)?\s*{_PIECES}",
    re.IGNORECASE,
)
_TITLE_PRICED = re.compile(
    rf"\s*(?P<title>\S[^¥$£€]{{1,280}}?)\s+(?P<price>{_PRICE})(?:\s+{_PRICE})*\s*{_PIECES}",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"\s*(?:商品|宝贝|商品名称|商品标题|宝贝名称|宝贝标题|品名|item|product)\s*:\s*", re.IGNORECASE
)
_COUNT = re.compile(
    r"\s*(?:[xX*]\s?(?P<a>\d{1,6})|(?:商品数量|购买数量|数量|件数|quantity|qty)\s*:?\s*[xX*]?\s*(?P<b>\d{1,6})|"
    r"共?\s?(?P<c>\d{1,6})\s?件)\s*(?:件|个)?\s*",
    re.IGNORECASE,
)
_LEADING_COUNT = re.compile(r"\s*(?P<count>\d{1,3})\s?(?:of:|x\s)\s*(?P<title>\S.{2,280})")
_PLAIN_PRICE = re.compile(r"\s*\d{1,8}\.\d{2}\s*")
_PLAIN_COUNT = re.compile(r"\s*\d{1,5}\s*")
_SKU_KEY = (
    r"颜色分类|主要颜色|颜色|机身颜色|尺码|尺寸|鞋码|规格|商品规格|规格型号|型号|型号款式|款式|套餐类型|套餐|版本|版本类型|容量|存储容量|内存|"
    r"净含量|口味|适用床尺寸|参考身高|长度|宽度|重量|包装|数量规格|材质|度数|香味|类型|功率|选择|已选|属性|商品属性|"
    r"colour|color|size|style|variation|pattern name|flavou?r|option|edition|capacity"
)
_SKU = re.compile(rf"\s*\[?(?:{_SKU_KEY})(?:\s?name)?\]?\s*:\s*\S.*", re.IGNORECASE)
_SHOP = re.compile(
    r"\s*(?P<name>[^:¥$\[\]]{1,28}?(?:旗舰店|专卖店|专营店|企业店|工厂店|自营店|自营|直营店|品牌店|超市|百货|商城|小店|网店|店铺|店))\s*"
    r"(?P<button>>|进店.*|联系(?:卖家|商家|客服)|和我联系|客服|订单详情)?\s*"
)
_SHOP_BADGE = re.compile(r"(?:天猫|淘宝|企业|金牌卖家|皇冠|自营|品牌|官方)\s+")
_NO_SHOP = re.compile(
    r"^(?:抖音|京东|淘宝)商城$|(?:进入|逛逛?|联系|收藏|关注|去|查看).{0,6}店|到店|门店|实体店|同店"
)
_SERVICE = re.compile(
    r"(?:\d{0,3}天)?(?:大促|全程)?(?:价保|保价)|(?:不支持|支持)?[七7]天(?:无理由)?(?:退货|退换|退款)?|假一赔[一二三四五六七八九十\d]+|"
    r"(?:极速|急速|闪电|仅)退款|退货宝|运费险|正品保[障证]|先用后付|(?:消费者|品质|交易)保障|破损包退|公益宝贝|包邮|送运费险|"
    r"\d{1,3}小时(?:内)?发货|晚发必赔|坏单包赔|大额立减|开箱验货|保修\S{0,6}|全国联保|免举证退换|上门取退|只换不修|赠?送?运费险?|"
    r"\d{2,3}天(?:只换不修|质保)|放心购|京准达|可开?发票|信用卡支付|花呗分期|[·|]"
)
_NOISE = re.compile(
    r"[\W_]*|(?:卖家|商家)?(?:已|待|未)(?:发货|付款|收货|签收|确认收货|评价|出库|揽件|揽收|完成|取消|成团)|等待.{2,8}|交易(?:成功|关闭|完成|快照)|"
    r"(?:订单)?(?:已完成|完成|已取消|已关闭|已签收|运输中|派送中|待收货|待评价|待发货|待付款)|买家已付款|物流运输中|包裹?.{0,6}(?:已签收|派送中|运输中)|"
    r"还剩.{1,20}|剩余.{1,20}|您的包裹.{0,10}|感谢您.{0,20}|(?:订单|宝贝|商品|卖家|商家|物流|收货|支付|价格|配送|发票)(?:信息|详情|明细|清单)|"
    r"宝贝(?:属性)?|商品(?:名称|属性|数量|编号|单价|金额|小计|总价)?(?:\s*:\s*\d+)?|服务(?:保障|承诺)?|单价(?:\(元\))?|数量|小计(?:\(元\))?|状态|操作|价格|京东价|京豆数量|金额(?:\(元\))?|"
    r"货号\s*:.*|申请(?:售后|退款|开票|开发票|换货|退换)|退款(?:/退货|成功|中)?|退换|退换/售后|退货/?退款|加入购物车|加购|再次购买|再买一单|再来一单|确认收货|延长收货|"
    r"评价(?:晒单)?|追加评价|晒单|投诉(?:卖家|商家)?|催(?:发货|物流|促发货)|修改(?:地址|订单)|取消订单|删除订单|更多(?:操作)?|分享|首页|我的(?:淘宝|京东|订单)|"
    r"手机订单|查看.{0,8}|复制.{0,4}|展开.{0,4}|收起|联系.{1,4}|打电话|在线客服|官方客服|闲鱼转卖|转卖|去使用|已优惠|未确认收货|常买常逛|猜你喜欢.*|看了又看.*|"
    r"赠品|无理由退货|信用购|先试后买|支付宝.{0,12}|"
    r"(?:buy|order) (?:it )?again|view (?:your item|order details|invoice|or edit order|related transactions|return/refund status)|"
    r"track package|archive order|write a product review|leave (?:seller|delivery|product) feedback|get (?:product support|help)|"
    r"return or replace items|return items?|share gift receipt|ask product question|problem with order|return window.*|condition:.*|"
    r"your package was.*|package was.*|arriving .*|auto-delivered.*|items? ordered|price|item details|order (?:info|summary|details|information)|"
    r"delivery info|payment info(?:rmation)?|your orders?|your account|print|invoice|supplied by.*|seller profile",
    re.IGNORECASE,
)
SOLD = re.compile(r"\s*(?:buy it again|view your item|write a product review)\s*", re.IGNORECASE)


class Kind(Enum):
    """What a line without a label is."""

    TITLE = auto()
    PRICE = auto()
    COUNT = auto()
    SKU = auto()
    SHOP = auto()
    NOISE = auto()
    PRIVATE = auto()
    SOLD = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One line and what it is; spans (from, to) of title, price and count within it."""

    kind: Kind
    line: Line
    title: tuple[int, int] | None = None
    price: tuple[int, int] | None = None
    count: tuple[int, int] | None = None


def token_of(line: Line, *, table: bool) -> Token:
    """Say what a line is; in a `table` bare figures are prices and quantities."""
    plain = line.plain
    if len(plain) > LONGEST_TITLE or SOLD.fullmatch(plain):
        return Token(Kind.SOLD if len(plain) <= LONGEST_TITLE else Kind.NOISE, line)
    priced = _PRICED.fullmatch(plain)
    if priced is not None:
        return Token(Kind.PRICE, line, None, priced.span("price"), _span(priced, "count"))
    if table and _PLAIN_PRICE.fullmatch(plain):
        return Token(Kind.PRICE, line, None, _bare(plain))
    counted = _COUNT.fullmatch(plain)
    if counted is not None:
        group = next(name for name in "abc" if counted[name])
        return Token(Kind.COUNT, line, count=counted.span(group))
    if table and _PLAIN_COUNT.fullmatch(plain):
        return Token(Kind.COUNT, line, count=_bare(plain))
    return _words(line)


def _words(line: Line) -> Token:
    plain = line.plain
    bare = plain.strip()
    if _NOISE.fullmatch(bare) or all(_SERVICE.fullmatch(one) for one in bare.split()):
        return Token(Kind.NOISE, line)
    if _SKU.fullmatch(bare):
        return Token(Kind.SKU, line, _bare(plain))
    shop = _SHOP.fullmatch(plain)
    if shop is not None and not _NO_SHOP.search(bare):
        start, end = shop.span("name")
        badge = _SHOP_BADGE.match(plain, start)
        return Token(Kind.SHOP, line, (badge.end() if badge else start, end))
    if PERSONAL.search(bare):
        return Token(Kind.PRIVATE, line)
    both = _TITLE_PRICED.fullmatch(plain)
    if both is not None:
        title = _trimmed(plain, *both.span("title"))
        return Token(Kind.PRICE, line, title, both.span("price"), _span(both, "count"))
    led = _LEADING_COUNT.fullmatch(plain)
    if led is not None:
        return Token(Kind.TITLE, line, _trimmed(plain, *led.span("title")), count=led.span("count"))
    start, end = _bare(plain)
    label = _TITLE_LABEL.match(plain)
    start = label.end() if label else start
    title = start, start + len(BUTTONS.sub("", plain[start:end]))
    return Token(Kind.TITLE if title[1] - title[0] > 1 else Kind.NOISE, line, title)


def _span(match: re.Match[str], name: str) -> tuple[int, int] | None:
    return match.span(name) if match[name] else None


def _bare(plain: str) -> tuple[int, int]:
    return len(plain) - len(plain.lstrip()), len(plain.rstrip())


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the buttons and services that stand behind a title."""
    rest = BUTTONS.sub("", plain[start:end])
    words = rest.split(" ")
    while len(words) > 1 and (_NOISE.fullmatch(words[-1]) or _SERVICE.fullmatch(words[-1])):
        words.pop()
    return start, start + len(" ".join(words).rstrip())
