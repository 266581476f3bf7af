"""Who speaks, guessed from name and wording. The rules are one table; the first that fits wins."""

from __future__ import annotations

import re
from functools import lru_cache

from keepproof.domain.chat import Role

_NAMES: tuple[tuple[Role, str], ...] = (
    (Role.SYSTEM, r"^(?:系统消息|系统通知|系统|system)$"),
    (Role.ROBOT, r"机器人|智能客服|智能助手|服务助手|小蜜|自动回复|\b(?:chat)?bot\b"),
    (
        Role.PLATFORM,
        r"平台|小二|(?:淘宝|天猫|支付宝|京东|拼多多|微信|12315)(?:官方)?客服|^(?:淘宝|天猫|支付宝)$",
    ),
    (
        Role.COURIER,
        r"快递|快件|物流|驿站|菜鸟|速运|速递|派件|配送员|骑手|顺丰|中通|圆通|申通|韵达|极兔|德邦|courier",
    ),
    (Role.ME, r"^(?:我|本人|买家|买方|顾客|客户|消费者|用户|me|you|buyer|customer)$"),
    (
        Role.MERCHANT,
        r"商家|卖家|卖方|店家|店主|掌柜|客服|售前|售后|旗舰|专营|专卖|店$|店[:：]|^\S+[:：]\S+$|\b(?:shop|store|seller|merchant)\b",
    ),
)
_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.ROBOT, r"^[\[【（(](?:自动回复|机器人回复|智能回复)"),
    (Role.COURIER, r"^[\[【](?:菜鸟\S{0,8}|\S{0,8}(?:快递|速运|速递|物流|驿站))[\]】]"),
)
# QQ's titles in front and numbers or addresses behind a name
_AROUND = re.compile(r"^【[^】]{1,20}】|\(\d{1,20}\)$|<[^<>]{1,60}>$")
_BY_NAME = tuple((role, re.compile(rule, re.IGNORECASE)) for role, rule in _NAMES)
_BY_WORDS = tuple((role, re.compile(rule)) for role, rule in _WORDS)
# a shop is served by hand or by machine: only these speakers may turn out to be a robot
_MAY_BE_ROBOT = frozenset({Role.MERCHANT, Role.PLATFORM, Role.UNKNOWN})
# the marks that an automatic answer begins with
MARKS = frozenset("[【（(")
# an attribute of an enumeration costs a call each time
_ME, _UNKNOWN = Role.ME, Role.UNKNOWN


@lru_cache(maxsize=1024)
def by_name(sender: str) -> Role:
    """Guess a role from a name alone."""
    name = _AROUND.sub("", sender[:80])
    return next((role for role, rule in _BY_NAME if rule.search(name)), Role.UNKNOWN)


@lru_cache(maxsize=1024)
def by_side(sender: str, own: bool | None) -> Role:
    """Guess a role from a name and what the program itself says about the side of the message."""
    if own:
        return _ME
    role = by_name(sender)
    return _UNKNOWN if own is False and role is _ME else role


def guess(sender: str, text: str, own: bool | None = None) -> Role:
    """Guess who speaks from name, side and wording."""
    role = by_side(sender, own)
    if text[:1] in MARKS and role in _MAY_BE_ROBOT:
        head = text[:40]
        return next((told for told, rule in _BY_WORDS if rule.match(head)), role)
    return role
