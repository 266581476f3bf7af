from __future__ import annotations

import pytest

from keepproof.domain.chat import Role
from keepproof.readers.chats.roles import guess


@pytest.mark.parametrize(
    ("sender", "text", "role"),
    [
        ("我", "", Role.ME),
        ("买家", "", Role.ME),
        ("You", "", Role.ME),
        ("某某旗舰店", "", Role.MERCHANT),
        ("某某旗舰店:小美", "", Role.MERCHANT),
        ("售后客服", "", Role.MERCHANT),
        ("【群主】某某店(10001)", "", Role.MERCHANT),
        ("店小蜜", "", Role.ROBOT),
        ("某某店智能客服", "", Role.ROBOT),
        ("淘宝客服", "", Role.PLATFORM),
        ("平台客服", "", Role.PLATFORM),
        ("天猫小二", "", Role.PLATFORM),
        ("顺丰速运", "", Role.COURIER),
        ("菜鸟驿站", "", Role.COURIER),
        ("系统消息", "", Role.SYSTEM),
        ("张三", "你好", Role.UNKNOWN),
        ("", "", Role.UNKNOWN),
        ("某某店", "[自动回复] 亲，稍后回复您", Role.ROBOT),
        ("95338", "【顺丰速运】您的快件已签收", Role.COURIER),
        ("我", "[自动回复] 我抄来的话", Role.ME),
        ("Bob Robot Lee", "", Role.UNKNOWN),
    ],
)
def test_roles_by_name_and_wording(sender: str, text: str, role: Role) -> None:
    assert guess(sender, text) == role


def test_what_the_program_says_about_the_side_wins() -> None:
    assert guess("某某店", "", own=True) == Role.ME
    assert guess("我", "", own=False) == Role.UNKNOWN
