"""Guess the platform of an order page from its wording."""

from __future__ import annotations

import re

CHINESE = frozenset({"tmall", "taobao", "jd", "pdd", "douyin", "weixin"})

# The first that matches wins.
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("amazon", re.compile(r"amazon|亚马逊|(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)", re.IGNORECASE)),
    ("ebay", re.compile(r"\bebay\b|(?<!\d)\d{2}-\d{5}-\d{5}(?!\d)", re.IGNORECASE)),
    ("aliexpress", re.compile(r"aliexpress|速卖通", re.IGNORECASE)),
    ("pdd", re.compile(r"拼多多|拼单|免拼|(?<!\d)2\d{5}-\d{12,18}(?!\d)|多多果园|多多支付")),
    ("douyin", re.compile(r"抖音|抖店|抖币|DOU分期")),
    ("weixin", re.compile(r"微信小店|视频号小店|微信小商店")),
    (
        "jd",
        re.compile(r"京东|京豆|京准达|京喜|JDV[A-Z]\d|\bjd\.com|应付总额|货款金额", re.IGNORECASE),
    ),
    ("tmall", re.compile(r"天猫|tmall|(?:旗舰店|专卖店|专营店)", re.IGNORECASE)),
    (
        "taobao",
        re.compile(
            r"淘宝|旺旺|taobao|支付宝交易号|卖家已发货|宝贝|淘金币|掌柜|成交时间|交易快照",
            re.IGNORECASE,
        ),
    ),
)
SEARCHED = 100_000


def guess(text: str) -> str | None:
    """Return the id of the platform a text is likely to come from, None when nothing tells."""
    head = text[:SEARCHED]
    return next((platform for platform, sign in _SIGNS if sign.search(head)), None)


def is_chinese(platform: str | None, text: str) -> bool:
    """Say whether the times of a page are those of China: by platform, else by its script."""
    if platform is not None:
        return platform in CHINESE
    return re.search(r"[\u4e00-\u9fff]", text[:SEARCHED]) is not None
