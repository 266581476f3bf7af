"""Find postal addresses: a street or an estate with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAN = r"\u4e00-\u9fff"
# What comes before a street but is not part of its name: city and district, and words such as 住在.
_NOT_NAME = (
    "省市区县盟旗镇乡在住到是于寄给送从址为了的放把由至去往这那有和与及发来您我你他她它没不收"
)
_STREET = rf"(?:[^\W\d_{_NOT_NAME}]{{1,8}}?(?:大道|路|街|巷|弄|胡同|里|村|小区|花园|家园|苑|公寓|大厦|广场|新村|花苑|名苑|社区|园区))"
_NUMBER = r"(?:\d{1,5}(?:-\d{1,4})*\s?(?:号楼|号院|号|弄|幢|栋|座|单元|室|层|楼|户|期|组))"
_REST = rf"(?:\s?(?:{_NUMBER}|[A-Za-z]\d?(?:座|栋|幢|单元)|\d{{2,4}}(?![\d年月日:：.元件个台天次]))){{0,5}}"
_CHINESE = re.compile(rf"(?P<rest>{_STREET}{{1,2}}\s?(?:[东南西北中]\s?)?{_NUMBER}{_REST})")
_KINDS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Boulevard|Blvd|Way|Place|Pl|"
    "Square|Sq|Terrace|Crescent|Gardens|Parkway|Highway"
)
_UNIT = r"(?:(?:Room|Rm|Unit|Flat|Apt\.?|Apartment|Suite|Building|Bldg|Floor|No\.)\s?#?\d{1,5}[A-Za-z]?,?\s+){0,4}"
_LATIN = re.compile(
    rf"\b{_UNIT}(?:\d{{1,5}}[A-Za-z]?,?\s+)(?:[A-Z][\w'’.\-]*\s+){{1,4}}(?:{_KINDS})\b\.?"
    rf"|\b(?:(?:Room|Rm|Unit|Flat|Apt\.?|Apartment|Suite|Building|Bldg|No\.)\s?#?\d{{1,5}}[A-Za-z]?,?\s+){{1,4}}"
    rf"(?:[A-Z][\w'’.\-]*\s+){{1,4}}(?:{_KINDS})\b\.?"
)
_SENT_BY = re.compile(
    r"(?:快递|菜鸟|驿站|网点|门店|专柜|服务中心|营业部|派出所|法院|市场监督管理局)$"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Give where addresses begin and end; city and district in front of the street stay outside."""
    for match in _CHINESE.finditer(text):
        if not _SENT_BY.search(text, max(0, match.start("rest") - 8), match.start("rest")):
            yield match.span("rest")
    for match in _LATIN.finditer(text):
        yield match.span()
