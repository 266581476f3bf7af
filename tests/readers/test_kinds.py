"""What a file is evidence of is guessed from its name and first lines, or left open."""

from __future__ import annotations

import pytest

from keepproof.domain.evidence import EvidenceKind as Kind
from keepproof.readers.kinds import suggest

IMAGE, VIDEO, TEXT = "image/jpeg", "video/mp4", "text/plain"

NAMED = [
    (IMAGE, "订单详情.png", Kind.ORDER_SHOT),
    (IMAGE, "Order 113-123.png", Kind.ORDER_SHOT),
    (IMAGE, "border.png", Kind.OTHER),
    (IMAGE, "付款记录.jpg", Kind.PAY_SHOT),
    (IMAGE, "旺旺聊天 1.png", Kind.CHAT),
    (IMAGE, "与客服的对话.png", Kind.CHAT),
    (IMAGE, "wechat_photo.png", Kind.PHOTO),
    (IMAGE, "快递面单.jpg", Kind.WAYBILL),
    (IMAGE, "物流.png", Kind.TRACK),
    (IMAGE, "商品快照.png", Kind.SNAPSHOT),
    (IMAGE, "发票.pdf", Kind.INVOICE),
    (IMAGE, "退货运费.png", Kind.FREIGHT),
    (IMAGE, "退货面单.png", Kind.RETURN),
    (IMAGE, "商家拒绝.png", Kind.REFUSE),
    (IMAGE, "检测报告.png", Kind.TEST),
    (IMAGE, "批号.jpg", Kind.BATCH),
    (IMAGE, "IMG_20261113_101208.jpg", Kind.PHOTO),
    (IMAGE, "DSC01234.JPG", Kind.PHOTO),
    ("image/heic", "4A7B.HEIC", Kind.PHOTO),
    (IMAGE, "Screenshot_2026-11-10-21-04-12.png", Kind.OTHER),
    (IMAGE, "Screenshot_订单_2026.png", Kind.ORDER_SHOT),
    (IMAGE, "截屏2026-11-10.png", Kind.OTHER),
    (IMAGE, "1.png", Kind.OTHER),
    (VIDEO, "开箱视频.mp4", Kind.UNBOX),
    (VIDEO, "unboxing.mov", Kind.UNBOX),
    (VIDEO, "VID_20261113.mp4", Kind.USE_VIDEO),
    (VIDEO, "吸力演示.mp4", Kind.USE_VIDEO),
    ("audio/amr", "x.amr", Kind.CALL),
    ("application/pdf", "x.pdf", Kind.OTHER),
    ("message/rfc822", "x.eml", Kind.SMS),
    ("application/zip", "C:\\下载\\聊天.zip", Kind.CHAT),
]


@pytest.mark.parametrize(("media_type", "name", "wanted"), NAMED)
def test_names(media_type: str, name: str, wanted: Kind) -> None:
    assert suggest(media_type, name) is wanted


HEADS = [
    ("2026-11-10 21:04:12 店铺客服\n你好\n2026-11-10 21:05:00 我\n在吗\n", Kind.CHAT),
    ("tb买家2026-8-5 9:31:00\n你好\n店铺:客服2026-8-5 9:32:10\n亲\n", Kind.CHAT),
    ("[10.11.26, 21:04:12] 店铺: 你好\n[10.11.26, 21:05:12] 我: 在\n", Kind.CHAT),
    ("2026-11-14 08:21:33 【杭州市】快件已签收\n2026-11-13 20:00:00 【杭州市】派件中\n", Kind.TRACK),
    ("示例速运 773022158841\n已签收，签收人：本人\n", Kind.TRACK),
    ("订单编号：2690183455720166318\n实付款：￥1299.00\n", Kind.ORDER_SHOT),
    ("微信支付账单明细\n交易时间,交易类型,交易对方,商品,收/支\n2026-11-10 21:04:12,商户消费,店铺,x,支出\n", Kind.PAY_SHOT),
    ("发票代码：000\n", Kind.INVOICE),
    ("今天天气不错。\n", Kind.OTHER),
    ("", Kind.OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("head", "wanted"), HEADS)
def test_first_lines(head: str, wanted: Kind) -> None:
    assert suggest(TEXT, "新建文本文档.txt", head) is wanted


def test_the_name_prevails_over_the_first_lines() -> None:
    assert suggest(TEXT, "发票.txt", "订单编号：1") is Kind.INVOICE


@pytest.mark.parametrize(
    ("media_type", "head", "wanted"),
    [
        ("message/rfc822", "From: a\nSubject: 您的电子发票已开具\n\n您好", Kind.INVOICE),
        (
            "message/rfc822",
            "From: a\nSubject: Hello\n\nOrder placed, order number 1",
            Kind.SMS,
        ),
        ("application/vnd.ms-outlook", "From: a\nSubject: Hello\n\nhi", Kind.SMS),
        ("application/pdf", "电子发票（普通发票）\n发票号码：1", Kind.INVOICE),
        ("application/pdf", "××检测中心\n检验报告", Kind.TEST),
        ("application/pdf", "使用说明", Kind.OTHER),
        ("text/html", "X1 无线吸尘器\n￥1299\n立即购买", Kind.SNAPSHOT),
        ("text/plain", "立即购买", Kind.OTHER),
    ],
)
def test_words_of_documents_and_mails(media_type: str, head: str, wanted: Kind) -> None:
    assert suggest(media_type, "x", head) is wanted
