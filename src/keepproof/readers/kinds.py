"""Guess what kind of evidence a file is, from its type, its name and its first lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keepproof.domain.evidence import EvidenceKind

Kind = EvidenceKind

# The first match wins: what is narrow stands before what is wide (退货面单 before 面单 before 物流).
_NAME_WORDS: tuple[tuple[EvidenceKind, str, str], ...] = (
    (Kind.UNBOX, r"开箱|拆箱|拆包", r"unbox"),
    (Kind.FREIGHT, r"运费险|退货运费|退运费|垫付运费", r"return[ _-]?(?:freight|shipping|postage)"),
    (Kind.RETURN, r"退货|寄回|退换货", r"return"),
    (Kind.REFUSE, r"拒绝|驳回|拒收", r"refus|reject|declin"),
    (Kind.PROMISE, r"承诺|保证书|质保|保修", r"promise|warrant|guarantee"),
    (Kind.TEST, r"检测|鉴定|检验|质检", r"test[ _-]?report|inspection|lab[ _-]?report"),
    (Kind.MEDICAL, r"病历|诊断|医院|就诊|体检", r"medical|hospital|diagnos"),
    (Kind.BATCH, r"批号|批次|生产日期|保质期|防伪", r"batch|expiry|lot[ _-]?n"),
    (Kind.LICENCE, r"营业执照|资质|执照", r"licen[cs]e"),
    (Kind.INVOICE, r"发票|收据", r"invoice|receipt|fapiao"),
    (Kind.CALL, r"录音|通话|电话记录", r"call[ _-]?(?:log|record)|recording"),
    (Kind.SMS, r"短信", r"sms|text[ _-]?message"),
    (Kind.CHAT, r"聊天|旺旺|客服|对话|消息记录", r"chat|wangwang|whatsapp|conversation"),
    (Kind.WAYBILL, r"面单|快递单|运单|包裹标签", r"waybill|(?:shipping[ _-]?)?label"),
    (Kind.TRACK, r"物流|快递|签收|派送", r"track|logistic|deliver"),
    (Kind.PAY_SHOT, r"付款|支付|账单|交易记录", r"alipay|payment|paid|bill"),
    (Kind.SNAPSHOT, r"快照|详情页|商品页|宣传页", r"snapshot|product[ _-]?page|listing|advert"),
    (Kind.ORDER_SHOT, r"订单", r"order"),
    (Kind.MEASURE, r"测量|称重|尺寸|量尺|重量", r"measur|weigh|ruler"),
    (Kind.PHOTO, r"实物|照片|瑕疵|破损|损坏", r"photo|defect|damage"),
)
# An English word counts from its beginning only: "chat" is not in "wechat", "order" not in "border".
_NAMES = tuple(
    (kind, re.compile(rf"{chinese}|(?<![a-z])(?:{english})", re.IGNORECASE))
    for kind, chinese, english in _NAME_WORDS
)

SCREENSHOT = re.compile(
    r"screen[ _-]?shot|screen[ _-]?cap|截屏|截图|屏幕快照|^screen[_-]|^scr[_-]?\d|lv_0_",
    re.IGNORECASE,
)
CAMERA = re.compile(
    r"^(img[_-]?e?\d|dsc[_fn]?\d|dsc_|dcim|pxl_\d|p\d{7,8}\b|mvimg|cimg|gopr|wp_\d|imag\d|\d{8}_\d{6}|"
    r"c360_|mtxx|photo[_-]?\d)",
    re.IGNORECASE,
)
CAMERA_TYPES = frozenset({"image/heic", "image/heif", "image/x-adobe-dng"})

_CHAT_LINE = re.compile(
    r"^(?:\[?\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?,? .{0,20}\d{1,2}:\d\d(:\d\d)?.{0,80}$"
    r"|.{1,40}\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d\d:\d\d$)"
)
_TRACK_LINE = re.compile(
    r"快件|包裹|揽收|派件|派送|签收|转运中心|分拨|驿站|out for delivery|in transit|delivered|arrived at",
    re.IGNORECASE,
)
_BILL = re.compile(
    r"支付宝.{0,12}(?:账单|明细|回单)|微信支付账单|支付宝交易记录|收/支|收/付款方式", re.IGNORECASE
)
_TEXT_WORDS = (
    (
        Kind.CHAT,
        r"消息记录|聊天记录|端到端加密|end-to-end encrypted|Tencent IM Message|StrContent|\"(?:isSend|sender|from_id|wxid)\"",
    ),
    (Kind.INVOICE, r"发票代码|发票号码|电子(?:普通)?发票|invoice (?:no|number)"),
    (Kind.TEST, r"检[测验]报告|质检报告|鉴定证书|test report"),
    (Kind.MEDICAL, r"门诊病历|诊断证明|出院小结|medical certificate"),
    (Kind.LICENCE, r"营业执照"),
    (Kind.ORDER_SHOT, r"订单编号|订单号|order ?(?:#|placed|number|id)"),
    (Kind.TRACK, r"已签收|签收人|派件|揽收|运输中|out for delivery|tracking (?:id|number)"),
)
_TEXTS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _TEXT_WORDS)
HEAD_LINES = 60
MAILS = frozenset({"message/rfc822", "application/vnd.ms-outlook"})
PAGES = frozenset({"text/html", "multipart/related"})
_SUBJECT = re.compile(r"^Subject: (.*)$", re.MULTILINE)
_OFFER = re.compile(
    r"加入购物车|立即购买|宝贝详情|商品详情|add to (?:cart|basket)|buy it now", re.IGNORECASE
)


def suggest(media_type: str, untrusted_name: str, head_text: str | None = None) -> EvidenceKind:
    """Guess the kind of evidence; what is not plain stays `other` for the user to say."""
    name = untrusted_name.strip().rpartition("/")[2].rpartition("\\")[2]
    group = media_type.partition("/")[0]
    if group == "video":
        return _video(name)
    kind = _by_name(name, _NAMES)
    if kind is not None:
        return kind
    if group == "image":
        return _picture(media_type, name)
    if group == "audio":
        return Kind.CALL
    if media_type in MAILS:
        return _mail(head_text or "")
    if not head_text:
        return Kind.OTHER
    kind = _by_text(head_text)
    if kind is Kind.OTHER and media_type in PAGES and _OFFER.search(head_text):
        return Kind.SNAPSHOT
    return kind


def _by_name(
    text: str, table: Iterable[tuple[EvidenceKind, re.Pattern[str]]]
) -> EvidenceKind | None:
    return next((kind for kind, words in table if words.search(text)), None)


def _video(name: str) -> EvidenceKind:
    """Take a video for the thing in use, unless its name says otherwise."""
    kind = _by_name(name, _NAMES)
    return kind if kind in {Kind.UNBOX, Kind.CHAT, Kind.CALL, Kind.TEST} else Kind.USE_VIDEO


def _mail(head: str) -> EvidenceKind:
    """Take a mail for a notice, unless its subject or its words say more."""
    subject = _SUBJECT.search(head)
    kind = _by_name(subject[1], _NAMES) if subject is not None else None
    kind = kind or _by_text(head)
    # a mail about an order tells of it and is no picture of its page
    return Kind.SMS if kind in {Kind.OTHER, Kind.ORDER_SHOT} else kind


def _picture(media_type: str, name: str) -> EvidenceKind:
    if SCREENSHOT.search(name):
        return Kind.OTHER
    if media_type in CAMERA_TYPES or CAMERA.search(name):
        return Kind.PHOTO
    return Kind.OTHER


def _by_text(head: str) -> EvidenceKind:
    lines = [line.strip() for line in head.splitlines()[:HEAD_LINES] if line.strip()]
    if _BILL.search("\n".join(lines)):
        return Kind.PAY_SHOT
    spoken = [line for line in lines if _is_spoken(line)]
    moved = sum(_TRACK_LINE.search(line) is not None for line in spoken)
    if len(spoken) >= 2:
        return Kind.TRACK if moved * 2 >= len(spoken) else Kind.CHAT
    return _by_name("\n".join(lines), _TEXTS) or Kind.OTHER


def _is_spoken(line: str) -> bool:
    """Say whether a line begins a message: a name and a moment, and no row of a table."""
    return len(line) < 200 and line.count(",") < 4 and _CHAT_LINE.match(line) is not None
