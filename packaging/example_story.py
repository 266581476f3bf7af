"""The invented story behind the example: names, numbers, both chats and the way of the parcel."""

from __future__ import annotations

from dataclasses import dataclass

SHOP = "澄屿家电旗舰店"
TITLE = "X1 无线吸尘器 标准版 手持除螨 轻量长续航"
NUMBER = "2690123456780166318"
PARCEL = "773022158841"
PRICE = "¥1299.00"


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a chat: who, when, what; `picture` stands for a photo sent."""

    who: str
    time: str
    words: str = ""
    picture: bool = False


BEFORE = (
    Said("me", "20:58", "今天下单什么时候发货？"),
    Said("shop", "20:58", "亲，现货 48 小时内发货的"),
    Said("me", "20:58", "页面写标准档续航 40 分钟，实际真的能用这么久吗"),
    Said("shop", "20:59", "是的，标准档续航 40 分钟，放心下单"),
    Said("me", "20:59", "好，那我拍 X1 标准版"),
    Said("shop", "20:59", "感谢支持，有问题随时联系小七"),
)
AFTER = (
    Said("me", "09:12", "标准档只用了 8 分钟就自动停了，页面写的是 40 分钟"),
    Said("me", "09:12", picture=True),
    Said("shop", "09:15", "亲，这属于正常现象，和地面材质有关系呢"),
    Said("me", "09:18", "木地板，按说明书充满电，昨天和今天各测一次，都是 8 分多钟"),
    Said("shop", "09:24", "建议您用节能档使用呢"),
    Said("me", "09:27", "请按页面描述处理，我要退货退款"),
    Said("shop", "09:31", "已使用的商品影响二次销售，不支持退货呢"),
)
STEPS = (
    ("11-15 18:20", "已签收", "您的快件已签收，签收人：本人。感谢使用示例速运。"),
    ("11-15 08:32", "派送中", "快件正在派送，派件员：周师傅，电话 0571-****0018。"),
    ("11-15 06:14", "运输中", "快件到达【杭州余杭示例营业点】。"),
    ("11-14 22:40", "运输中", "快件离开【杭州转运中心】，发往【杭州余杭示例营业点】。"),
    ("11-13 23:05", "运输中", "快件离开【嘉兴转运中心】，发往【杭州转运中心】。"),
    ("11-13 19:26", "已揽收", "【嘉兴示例物流园】已揽收，重量 4.20 kg。"),
    ("11-13 10:12", "已发货", "商家已发货，等待快递揽收。"),
    ("11-10 21:06", "已付款", "订单已付款，等待商家发货。"),
)
