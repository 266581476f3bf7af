"""Phone screens of the example order: order, listing, tracking, refusal and two chats. All of it invented."""

from __future__ import annotations

from example_canvas import (
    ACCENT,
    ACCENT_SOFT,
    GREY,
    INK,
    LINK,
    PALE,
    RULE,
    Canvas,
    button,
    home_bar,
    status_bar,
    title_bar,
)
from example_still_life import studio, timed
from example_story import NUMBER, PARCEL, PRICE, SHOP, STEPS, TITLE, Said
from PIL import Image

MINE = "#cdeac6"


def thumbnail() -> Image.Image:
    """Give the small picture of the item."""
    return studio((480, 480))


def _pairs(
    canvas: Canvas, y: float, pairs: tuple[tuple[str, str], ...], *, step: float = 25
) -> float:
    for label, value in pairs:
        canvas.text(24, y, label, 12, GREY)
        canvas.text(336, y, value, 12, INK, align="r")
        y += step
    return y


def _band(canvas: Canvas, clock: str, page: str, title: str, detail: str) -> None:
    canvas.box((0, 0, 360, 168), ACCENT)
    status_bar(canvas, clock, "#ffffff")
    title_bar(canvas, page, "#ffffff")
    canvas.text(22, 88, title, 19, "#ffffff", bold=True)
    canvas.text(22, 118, detail, 12, "#ffe3d6")


def _item(canvas: Canvas, y: float) -> None:
    canvas.place(thumbnail(), (24, y, 76, 76), radius=8)
    canvas.paragraph(112, y + 2, TITLE, 150, 12.5, leading=1.45)
    canvas.text(112, y + 44, "标准版 · 石墨灰", 11, GREY)
    canvas.text(336, y + 2, PRICE, 13, bold=True, align="r")
    canvas.text(336, y + 22, "×1", 12, GREY, align="r")


def order_detail() -> Canvas:
    """Draw the order details after delivery."""
    canvas = Canvas()
    _band(canvas, "20:39", "订单详情", "卖家已发货，待确认收货", "请收到商品、确认无误后再确认收货")
    canvas.box((12, 146, 336, 128), "#ffffff", radius=12)
    canvas.dot(36, 174, 11, ACCENT_SOFT)
    canvas.path((31, 174), (35, 178), (42, 169), color=ACCENT, width=1.8)
    canvas.text(58, 162, "已签收，签收人：本人", 13.5, bold=True)
    canvas.text(58, 183, f"2026-11-15 18:20  示例速运 {PARCEL}", 11, GREY)
    canvas.rule(58, 207, 278)
    canvas.dot(36, 234, 5, "#ffffff", ACCENT)
    canvas.text(58, 219, "林女士  138****0042", 13.5, bold=True)
    canvas.text(58, 240, "浙江省杭州市余杭区示例路 8 号 2 幢 501 室", 11.5, GREY)
    canvas.box((12, 284, 336, 228), "#ffffff", radius=12)
    canvas.text(24, 298, f"{SHOP} ›", 13.5, bold=True)
    _item(canvas, 328)
    for x, words, width in ((112, "7 天无理由退货", 84), (202, "退货运费险", 64)):
        canvas.box((x, 390, width, 18), ACCENT_SOFT, radius=4)
        canvas.text(x + width / 2, 393.5, words, 10, ACCENT, align="m")
    canvas.rule(24, 422, 312)
    _pairs(canvas, 434, (("商品总价", PRICE), ("运费", "¥0.00")))
    canvas.text(24, 486, "实付款", 13, bold=True)
    canvas.text(336, 484, PRICE, 15, ACCENT, bold=True, align="r")
    canvas.box((12, 522, 336, 158), "#ffffff", radius=12)
    canvas.text(24, 536, "订单信息", 13.5, bold=True)
    created = ("创建时间", "2026-11-10 21:04:12")
    paid, sent = ("付款时间", "2026-11-10 21:06:31"), ("发货时间", "2026-11-13 10:12:08")
    _pairs(canvas, 564, (("订单编号", f"{NUMBER}  复制"), created, paid, sent), step=28)
    canvas.box((0, 700, 360, 80), "#ffffff")
    canvas.text(30, 722, "更多", 12, GREY, align="m")
    button(canvas, (60, 712, 86, 34), "查看物流")
    button(canvas, (154, 712, 86, 34), "申请售后")
    button(canvas, (248, 712, 96, 34), "确认收货", strong=True)
    home_bar(canvas)
    return canvas


def _shop_bar(canvas: Canvas) -> None:
    canvas.box((0, 712, 360, 68), "#ffffff")
    canvas.rule(0, 712, 360)
    for x, words in ((32, "店铺"), (76, "客服"), (120, "收藏")):
        canvas.dot(x, 728, 6, "#ffffff", GREY)
        canvas.text(x, 740, words, 10, GREY, align="m")
    canvas.box((150, 720, 98, 36), "#ffb27a", radius=18)
    canvas.text(199, 731, "加入购物车", 13, "#ffffff", bold=True, align="m")
    canvas.box((250, 720, 98, 36), ACCENT, radius=18)
    canvas.text(299, 731, "立即购买", 13, "#ffffff", bold=True, align="m")


def listing() -> Canvas:
    """Draw the listing with its claim about the running time."""
    canvas = Canvas()
    canvas.smooth = True
    canvas.place(studio((1440, 1480)), (0, 0, 360, 370))
    status_bar(canvas, "21:02")
    canvas.dot(30, 58, 15, "#ffffff")
    canvas.path((33, 51), (26, 58), (33, 65), width=1.8)
    canvas.box((306, 338, 40, 20), "#8b8680", radius=10)
    canvas.text(326, 341.5, "1 / 6", 11, "#ffffff", align="m")
    canvas.box((0, 370, 360, 156), "#ffffff")
    canvas.text(18, 386, "¥", 16, ACCENT, bold=True)
    canvas.text(32, 378, "1299", 28, ACCENT, bold=True)
    canvas.text(342, 390, "已售 2000+", 11.5, GREY, align="r")
    canvas.text(18, 416, TITLE, 15, bold=True)
    canvas.text(18, 441, "低噪电机 · 尘杯可拆洗 · 附挂架和二合一扁嘴", 11.5, GREY)
    canvas.box((18, 468, 324, 44), ACCENT_SOFT, radius=10)
    canvas.text(34, 481, "标准档续航 40 分钟", 16, ACCENT, bold=True)
    canvas.text(326, 484, "充满一次", 11.5, "#b9653f", align="r")
    canvas.box((0, 536, 360, 68), "#ffffff")
    specs = (("40 分钟", "标准档续航"), ("1.5 kg", "手持重量"), ("0.5 L", "尘杯容量"))
    for column, (value, label) in enumerate(specs):
        middle = 60 + column * 120
        canvas.text(middle, 548, value, 15, bold=True, align="m")
        canvas.text(middle, 574, label, 11, GREY, align="m")
    canvas.box((0, 614, 360, 98), "#ffffff")
    service = ("服务", "48 小时内发货 · 7 天无理由退货 · 退货运费险")
    parts = ("配件", "二合一扁嘴 · 除尘刷 · 滤网 · 挂架")
    for row, (label, words) in enumerate((("发货", "浙江嘉兴 · 快递包邮"), service, parts)):
        canvas.text(18, 626 + row * 29, label, 12, GREY)
        canvas.text(58, 626 + row * 29, words, 12)
    _shop_bar(canvas)
    home_bar(canvas)
    return canvas


def tracking() -> Canvas:
    """Draw the tracking list, newest first."""
    canvas = Canvas()
    canvas.box((0, 0, 360, 76), "#ffffff")
    status_bar(canvas, "20:41")
    title_bar(canvas, "物流详情")
    canvas.box((12, 86, 336, 76), "#ffffff", radius=12)
    canvas.place(thumbnail(), (24, 98, 52, 52), radius=8)
    canvas.text(88, 102, "已签收", 15, ACCENT, bold=True)
    canvas.text(88, 128, f"示例速运  {PARCEL}", 12.5)
    canvas.text(336, 128, "复制", 12, LINK, align="r")
    canvas.box((12, 172, 336, 552), "#ffffff", radius=12)
    y = 192.0
    for row, (time, state, words) in enumerate(STEPS):
        newest = row == 0
        lines = canvas.wrap(words, 12, 222)
        tall = 26 + len(lines) * 18 + 12
        if row < len(STEPS) - 1:
            canvas.box((95.4, y + 14, 1.2, tall - 6), RULE)
        canvas.text(28, y, time[:5], 11, INK if newest else GREY)
        canvas.text(28, y + 16, time[6:], 11, INK if newest else PALE)
        canvas.dot(96, y + 8, 5 if newest else 3.5, ACCENT if newest else "#cfd1d5")
        canvas.text(112, y, state, 13.5, ACCENT if newest else INK, bold=True)
        canvas.paragraph(112, y + 22, words, 222, 12, INK if newest else GREY, leading=1.5)
        y += tall
    canvas.text(180, 736, "送至  浙江省杭州市余杭区示例路 8 号 2 幢 501 室", 11, GREY, align="m")
    home_bar(canvas)
    return canvas


def refusal() -> Canvas:
    """Draw the after-sales page on which the seller refuses."""
    canvas = Canvas()
    left = "还剩 4 天 23 小时 57 分，可修改申请或申请平台介入"
    _band(canvas, "10:05", "退款详情", "商家拒绝了退款申请", left)
    canvas.box((12, 146, 336, 104), "#ffffff", radius=12)
    canvas.text(24, 160, "拒绝原因", 13.5, bold=True)
    canvas.text(336, 162, "2026-11-20 10:02", 11, GREY, align="r")
    canvas.paragraph(24, 188, "已使用，影响二次销售。请您理解，感谢支持。", 312, 14)
    canvas.text(24, 220, f"{SHOP} · 小七", 11.5, GREY)
    canvas.box((12, 260, 336, 312), "#ffffff", radius=12)
    canvas.text(24, 274, "退款信息", 13.5, bold=True)
    _item(canvas, 302)
    canvas.rule(24, 390, 312)
    kind, reason = ("退款类型", "退货退款"), ("退款原因", "功能与商品描述不符")
    amount, applied = ("退款金额", PRICE), ("申请时间", "2026-11-18 20:40")
    y = _pairs(
        canvas, 402, (kind, reason, amount, applied, ("退款编号", "190012345678016631")), step=24
    )
    canvas.text(24, y, "退款说明", 12, GREY)
    words = "页面写标准档续航 40 分钟，充满后两次实测 8 分 06 秒、8 分 11 秒停机。"
    canvas.paragraph(96, y, words, 240, 12, leading=1.5)
    canvas.box((12, 582, 336, 104), "#ffffff", radius=12)
    canvas.text(24, 596, "协商历史 ›", 13.5, bold=True)
    history = (("11-20 10:02", "商家拒绝了申请"), ("11-18 20:40", "买家发起了退货退款申请"))
    for row, (time, said) in enumerate(history):
        canvas.dot(30, 632 + row * 26, 3.5, ACCENT if row == 0 else "#cfd1d5")
        canvas.text(44, 625.5 + row * 26, said, 12.5)
        canvas.text(336, 626 + row * 26, time, 11.5, GREY, align="r")
    canvas.box((0, 700, 360, 80), "#ffffff")
    button(canvas, (16, 712, 98, 34), "撤销申请")
    button(canvas, (124, 712, 98, 34), "修改申请")
    button(canvas, (232, 712, 112, 34), "申请平台介入", strong=True)
    home_bar(canvas)
    return canvas


def _bubble(canvas: Canvas, y: float, said: Said) -> float:
    mine = said.who == "me"
    face, color = (332, "#7fa3c9") if mine else (28, "#e9a15f")
    canvas.dot(face, y + 17, 16, color)
    canvas.text(face, y + 9.5, "我" if mine else "七", 13, "#ffffff", bold=True, align="m")
    if said.picture:
        canvas.place(timed(), (190, y, 118, 118), radius=10)
        return y + 132
    lines = canvas.wrap(said.words, 14, 214)
    width = max(canvas.measure(line, 14) for line in lines) + 24
    tall = len(lines) * 21 + 14
    x = 308 - width if mine else 52
    canvas.box((x, y, width, tall), MINE if mine else "#ffffff", radius=10)
    for row, line in enumerate(lines):
        canvas.text(x + 12, y + 9.5 + row * 21, line, 14)
    return y + tall + 15


def chat(clock: str, day: str, talk: tuple[Said, ...]) -> Canvas:
    """Draw a chat with the shop."""
    canvas = Canvas(background="#eeeff1")
    canvas.smooth = any(said.picture for said in talk)
    canvas.box((0, 0, 360, 84), "#f7f7f8")
    status_bar(canvas, clock)
    title_bar(canvas, SHOP, detail="客服小七 · 在线")
    y, shown = 98.0, ""
    for said in talk:
        if said.time[:4] != shown:
            stamp = f"{day} {said.time}" if not shown else said.time
            canvas.text(180, y, stamp, 11, PALE, align="m")
            y, shown = y + 25, said.time[:4]
        y = _bubble(canvas, y, said)
    canvas.box((0, 712, 360, 68), "#f7f7f8")
    canvas.rule(0, 712, 360, "#dedfe2")
    canvas.box((48, 720, 226, 34), "#ffffff", radius=17)
    canvas.text(64, 730, "发消息", 13, PALE)
    for x in (28, 296, 334):
        canvas.dot(x, 737, 12, "#f7f7f8", "#5d6269")
    canvas.path((334, 731), (334, 743), color="#5d6269")
    canvas.path((328, 737), (340, 737), color="#5d6269")
    for x in (292, 300):
        canvas.dot(x, 734, 1.3, "#5d6269")
    canvas.path((291, 740), (296, 743), (301, 740), color="#5d6269", width=1.3)
    for x, reach in ((24, 3), (28, 6), (32, 3)):
        canvas.path((x, 737 - reach), (x, 737 + reach), color="#5d6269", width=1.3)
    home_bar(canvas)
    return canvas
