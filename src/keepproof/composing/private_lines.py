"""Find private data in the lines read in a picture: more than in a running text, since each find is only offered.

Numbers of orders and parcels, weights, dates and amounts are left: they are what a picture is shown for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from keepproof.composing import masking, privacy
from keepproof.domain.reading import ReadLine

SpotKind = Literal["phone", "id", "card", "email", "address", "name", "nick"]

LONGEST_LABEL = 12
_HAN = r"\u4e00-\u9fff"
_AFTER_LABEL = r"\s*(?:[:：]\s*|\s)"
_NAME = rf"(?P<name>[{_HAN}·]{{2,5}}|[A-Z][\w'’.\-]*(?:\s[A-Z][\w'’.\-]*){{0,3}})(?![{_HAN}])"
_NAME_LABELS = (
    "收货人|收件人|收方|寄件人|发件人|寄方|联系人|真实姓名|姓名|户名|持卡人|开户名|签收人|代收人|付款人|收款人|"
    "(?i:recipient|consignee|receiver|sender|full name|name)"
)
_NICK_LABELS = (
    "买家昵称|微信昵称|昵称|会员名|买家|旺旺名?|用户名|登录名|淘宝账号|微信号|微信名|QQ号?码?|支付宝账[户号]|对方账[户号]|账号|账户|"
    "(?i:nickname|user ?name|account|wechat|member)"
)
_ADDRESS_LABELS = (
    "收货地址|收件地址|寄件地址|退货地址|详细地址|家庭住址|住址|地址|(?i:shipping address|address)"
)
_NAMED = re.compile(rf"(?:{_NAME_LABELS}){_AFTER_LABEL}{_NAME}")
_BESIDE_SIGN = re.compile(
    rf"^(?:收|寄|收件|寄件){_AFTER_LABEL}(?P<name>[{_HAN}·]{{2,4}})(?![{_HAN}])"
)
_NICKED = re.compile(rf"(?:{_NICK_LABELS}){_AFTER_LABEL}(?P<name>[^\s:：,，;；]{{2,30}})")
_PHONE_START = r"(?:\+?86[ \-]?)?(?:1[3-9]\d[\d*＊xX]{4,8}|0\d{2,3}[ \-]\d)"
_BEFORE_PHONE = re.compile(
    rf"(?:^|[\s:：,，收寄])(?P<name>[{_HAN}·]{{2,4}}|[A-Z][a-z]+\s[A-Z][a-z]+)[\s,，;；]{{0,3}}(?={_PHONE_START})"
)
_TITLED = re.compile(
    rf"(?:(?<![{_HAN}])|(?<=[收寄致]))(?P<name>(?![收寄致])[{_HAN}]{{1,3}}?(?:先生|女士|小姐))"
)
_NOBODY = re.compile(
    r"^(?:尊敬的|亲爱的|各位|这位|那位|您好|电话|手机|号码|联系|客服|商家|官方|服务|"
    r"本人|家人|他人|前台|门卫|保安|物业|代收|快递|丰巢|菜鸟)"
)
_REGION = (
    rf"[{_HAN}]{{2,8}}?(?:省|自治区|特别行政区|市|自治州)\s?[{_HAN}]{{1,10}}?(?:市|区|县|旗|自治州)"
    rf"(?:\s?[{_HAN}]{{1,10}}?(?:市|区|县|旗))?"
)
_PLACE = re.compile(
    rf"(?:送[至到]|寄[往到至]|发[往到至]|位于|来自|住在)?(?P<name>{_REGION}\s?[^，,;；]*(?:路|街|道|巷|弄|村|镇|乡|号|室|栋|幢|楼|单元|小区|花园|苑|园|城|府|庄)[^，,;；:：]*)"
)
_ADDRESSED = re.compile(rf"(?:{_ADDRESS_LABELS}){_AFTER_LABEL}(?P<name>\S.{{3,}})")
_GOES_ON = re.compile(rf"^[\w{_HAN}\s\-（）()]{{0,30}}?\d+\s?(?:号楼?|室|栋|幢|楼|层|座|单元|户)")
_ON_THE_WAY = re.compile(
    r"转运|分拨|集散|营业[部厅点]|网点|快件|包裹|已到达|已发[往出]|派[送件]|揽[收件]|驿站"
)
_TAIL = re.compile(r"(?:尾号|ending in)\s?[:：为是]?\s?(?P<name>\d{4})(?!\d)")
_CARD_TAIL = re.compile(r"(?:储蓄卡|信用卡|银行卡|借记卡|银行)\s?[（(](?P<name>\d{4})[）)]")
_SHOWN_REGION = re.compile(_REGION)
_LANDLINE = re.compile(r"(?<![\d\-])(?P<name>0\d{2,3}[ \-]\d{3,4}[ \-]?\d{4})(?![\d\-])")
_RULES: tuple[tuple[re.Pattern[str], SpotKind], ...] = (
    (_ADDRESSED, "address"),
    (_PLACE, "address"),
    (_NAMED, "name"),
    (_BESIDE_SIGN, "name"),
    (_BEFORE_PHONE, "name"),
    (_TITLED, "name"),
    (_NICKED, "nick"),
    (_LANDLINE, "phone"),
    (_TAIL, "card"),
    (_CARD_TAIL, "card"),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Private words in a line: which line, characters start (in) to end (out), and the words."""

    line: int
    start: int
    end: int
    kind: SpotKind
    words: str

    @property
    def veiled(self) -> str:
        """Give the words as they may be shown: 138****0042."""
        if self.kind == "address":
            region = _SHOWN_REGION.match(self.words)
            return f"{region.group()} …" if region else masking.STAR * 3
        if self.kind == "nick":
            return self.words[:1] + masking.STAR * 3
        return masking.star(self.words, self.kind)


def find(lines: Sequence[ReadLine], known: frozenset[str] = frozenset()) -> tuple[Spot, ...]:
    """Find what may be private in the lines of one picture, in their order; `known` are numbers that are not.

    A label may stand in a line of its own, left of what it names. An address may go on in the line below.
    """
    found: list[Spot] = []
    for at, line in enumerate(lines):
        label = _label_of(lines, at)
        text = f"{label} {line.text}" if label else line.text
        shift = len(text) - len(line.text)
        for start, end, kind in _in_text(text, known):
            first = max(0, start - shift)
            if end > shift and not _is_label(line.text[first : end - shift]):
                words = line.text[first : end - shift]
                found.append(Spot(at, first, end - shift, kind, words))
    return tuple(sorted([*found, *_continued(lines, found)], key=lambda one: (one.line, one.start)))


def _in_text(text: str, known: frozenset[str]) -> Iterator[tuple[int, int, SpotKind]]:
    """Give the private parts of a text, none of which lies in another: addresses whole, then what is sure."""
    taken: list[tuple[int, int]] = []
    sure = privacy.find(text, known)
    numbers = [one for one in sure if one.kind not in {"address", "name"}]
    for one in numbers:
        taken.append((one.start, one.end))
        yield one.start, one.end, one.kind
    for pattern, kind in _RULES:
        for match in pattern.finditer(text):
            span = _free(match.span("name"), taken)
            if span and _is_one(text[slice(*span)], kind):
                taken.append(span)
                yield *span, kind
    for one in sure:
        span = _free((one.start, one.end), taken)
        if span == (one.start, one.end):
            taken.append(span)
            yield *span, one.kind


def _free(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Give what is left of a part in front of the first that was found before; None where it begins inside one."""
    start, end = span
    for low, high in taken:
        if low <= start < high:
            return None
        if start < low < end:
            end = low
    return (start, end) if end > start else None


def _is_one(words: str, kind: SpotKind) -> bool:
    if masking.STAR * 2 in words.replace("＊", masking.STAR):
        return False  # the page hides it itself
    if kind == "address":
        return len(words.strip()) > 3 and not _ON_THE_WAY.search(words)
    if kind == "name":
        return not _NOBODY.match(words) and not _is_label(words)
    return True


def _is_label(words: str) -> bool:
    labels = f"{_NAME_LABELS}|{_NICK_LABELS}|{_ADDRESS_LABELS}|订单编?号|运单号|手机号?|电话|备注|时间|金额"
    return re.fullmatch(rf"(?:{labels})[:：]?", words.strip()) is not None


def _label_of(lines: Sequence[ReadLine], at: int) -> str:
    """Give the label that stands left of a line in the same row, "" where there is none."""
    box = lines[at].box
    if box is None or at == 0:
        return ""
    before = lines[at - 1]
    if before.box is None or before.page != lines[at].page or len(before.text) > LONGEST_LABEL:
        return ""
    left, top, right, bottom = before.box
    middle = (box[1] + box[3]) / 2
    beside = top <= middle <= bottom and right <= box[0] + (bottom - top)
    named = not any(one.isdigit() for one in before.text) and not before.text.isspace()
    return before.text.rstrip() if beside and named and left < box[0] else ""


def _continued(lines: Sequence[ReadLine], found: Sequence[Spot]) -> Iterator[Spot]:
    """Give the lines in which an address goes on."""
    addressed = {one.line for one in found if one.kind == "address"}
    busy = {one.line for one in found}
    for at in range(1, len(lines)):
        if at - 1 in addressed and at not in busy and _below(lines[at - 1], lines[at]):
            words = lines[at].text
            if _GOES_ON.match(words) and not _ON_THE_WAY.search(words):
                addressed.add(at)
                yield Spot(at, 0, len(words), "address", words)


def _below(above: ReadLine, line: ReadLine) -> bool:
    if above.box is None or line.box is None or above.page != line.page:
        return False
    height = above.box[3] - above.box[1]
    near = -height / 2 <= line.box[1] - above.box[3] <= height * 1.2
    return near and line.box[0] < above.box[2] and line.box[2] > above.box[0]
