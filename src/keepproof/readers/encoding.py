"""Turn the bytes of a text file into text, with a preference for what Chinese programs write."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE = ("utf-16-le", "utf-16-be")
SAMPLE = 64 * 1024
SURE_LEAD = 0.15

# The characters met most often in letters, chats and orders, simplified and traditional: a text decoded
# with the wrong table has hardly any of them.
COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
    "计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔吗吧呢啊"
    "您请买卖店铺家单付款退换货快递物流签收客服质量问题商品订号元时间亲发票维修旗舰官网淘宝天猫京东评价差图"
    "這個們來為國說時會對於過發後裡種樣學沒動還進經從實無與長機關點業將兩間問應戰頭體見產製話給門東聲員論"
    "處義幾認條氣爾別變總電數報結務場計資統區隊決馬書聽達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭"
    "運筆嗎請買賣舖單換貨遞簽質題訂圖維網價評銷優惠免運費超商取貨"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read. `sure` is False where another reading would be as good."""

    text: str
    encoding: str
    sure: bool


def decode(data: bytes) -> Decoded:
    """Decode a text file; never fails, what cannot be read becomes U+FFFD."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, "replace")
            return Decoded(text.removeprefix("\ufeff"), encoding, "\ufffd" not in text)
    wide = _wide(data)
    if wide is not None:
        return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data" or error.start == 0:
            return _by_frequency(data)
        # the bytes were cut off within the last character
        text = data[: error.start].decode("utf-8")
    return of_utf8(data, text)


def of_utf8(data: bytes, text: str) -> Decoded:
    """Take bytes that read as UTF-8 for that, unless this may be a coincidence."""
    if _may_be_two_bytes(text) and _rate(data, "gb18030")[0] >= 1:
        return Decoded(data.decode("gb18030", "replace"), "gb18030", sure=False)
    return Decoded(text, "utf-8", sure=True)


def _may_be_two_bytes(text: str) -> bool:
    """Say whether UTF-8 may be a coincidence: short Chinese words can look like Greek or Cyrillic."""
    foreign = (one for one in text[:SAMPLE] if one > "\x7f")
    # most texts are told by their first letter
    first = next(foreign, "")
    return "\u0250" <= first < "\u0800" and all("\u0250" <= one < "\u0800" for one in foreign)


def shown(text: str) -> str:
    """Make a foreign text safe to show: plain line ends, no control or direction characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return "".join(one for one in text if one == "\n" or unicodedata.category(one) not in HIDDEN)


HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def _wide(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark: its zero bytes all stand on one side."""
    sample = data[: SAMPLE & ~1]
    zeros = sample.count(0)
    if len(sample) < 2 or zeros * 50 < len(sample) or _all_zero(sample):
        return None
    odd = sample[1::2].count(0)
    encoding = WIDE[0] if odd * 2 > zeros else WIDE[1]
    if max(odd, zeros - odd) < 0.9 * zeros:
        return None
    text = data.decode(encoding, "replace")
    if any(unicodedata.category(one) in {"Cn", "Co"} for one in text[:2000]):
        return None
    return Decoded(text, encoding, sure="\ufffd" not in text[:-1])


def _all_zero(sample: bytes) -> bool:
    return not sample.strip(b"\0")


def _by_frequency(data: bytes) -> Decoded:
    """Choose between the two-byte tables by how usual the characters would be."""
    rated = sorted((_rate(data, name) for name in ("gb18030", "big5")), reverse=True)
    (score, name), (second, _other) = rated
    if score <= 0:
        return _by_charset_normalizer(data)
    text = _without_cut(data, name)
    return Decoded(text, name, sure="\ufffd" not in text and score - second >= SURE_LEAD)


def _rate(data: bytes, encoding: str) -> tuple[float, str]:
    """Rate a reading: the share of common characters, less what does not decode."""
    text = data[:SAMPLE].decode(encoding, "replace")
    foreign = [one for one in text if one > "\x7f"]
    if not foreign:
        return 0.0, encoding
    broken = foreign.count("\ufffd") - (1 if text.endswith("\ufffd") else 0)
    usual = sum(one in COMMON for one in foreign)
    known = sum("\u4e00" <= one <= "\u9fff" or "\u3000" <= one <= "\u303f" for one in foreign)
    if broken * 20 > len(foreign) or known * 2 < len(foreign):
        return 0.0, encoding
    return (usual + 0.2 * _first_level(text, encoding) - 2 * broken) / len(foreign), encoding


def _first_level(text: str, encoding: str) -> int:
    """Count the characters of a table's own first, commonest level."""
    low, high = (0xB0, 0xD7) if encoding == "gb18030" else (0xA4, 0xC6)
    pairs = (one.encode(encoding, "replace") for one in text if one > "\x7f")
    return sum(
        low <= pair[0] <= high and (encoding == "big5" or pair[1] >= 0xA1)
        for pair in pairs
        if len(pair) == 2
    )


def _without_cut(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    return text[:-1] if text.endswith("\ufffd") else text


def _by_charset_normalizer(data: bytes) -> Decoded:
    # its tables take a while to load and are needed for rare files only
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:SAMPLE]).best()
    encoding = best.encoding if best is not None else "utf-8"
    return Decoded(data.decode(encoding, "replace"), encoding, sure=False)
