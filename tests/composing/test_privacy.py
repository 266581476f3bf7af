from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composing.private_data import ID_NUMBERS, cards, ids, mobiles, spelled
from keepproof.composing import privacy
from keepproof.composing.masking import veil

CARD = "6222020000000000128"


def kinds(text: str, *known: str) -> list[str]:
    return [one.kind for one in privacy.find(text, frozenset(known))]


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "电话138 1234 5678没人接",
        "138-1234-5678",
        "1381234 5678",
        "１３８１２３４５６７８",
        "138\u200b1234\u200b5678",
        "+86 138 1234 5678",
        "8613812345678",
        "tel13812345678",
        "我的手机1 3 8 1 2 3 4 5 6 7 8",
        "0571-88158198",
        "(0571) 8815 8198",
        "电话88158198",
        "+44 20 7946 0018",
        "(415) 555-0132",
    ],
)
def test_phone_numbers_in_every_spelling(text: str) -> None:
    assert kinds(text) == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "订单号13812345678",
        "订单 2345678901234567890",
        "运单号：138123456789",
        "快递单号 SF1382345678901",
        "YT13812345678901",
        "SF13812345678",
        "¥13812345678",
        "13812345678.00 元",
        "13812345678元",
        "2026-11-15 18:20",
        "11-15 18:20 至 11-16 09:15",
        "15 2026-11-20 8:00",
        "95188",
        "400-860-8608",
        "12315",
        "800 810 1234",
        "Amazon order 112-1234567-1234567",
        "1234.56",
        "交易号2026112022001412341234567890",
        "统一社会信用代码91330100MA27X00000",
        "商品编号100012345678",
    ],
)
def test_numbers_that_are_not_private(text: str) -> None:
    assert kinds(text) == []


def test_a_known_number_is_left_alone_in_any_grouping() -> None:
    assert kinds("我的 4111 1111 1111 1111 在哪", "4111111111111111") == []
    assert kinds("我的 4111 1111 1111 1111 在哪") == ["card"]


@pytest.mark.parametrize("number", ID_NUMBERS)
def test_an_id_number_is_known_by_its_check_digit(number: str) -> None:
    assert kinds(f"我是{number}本人") == ["id"]
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    assert "id" not in kinds(f"我是{wrong}本人")
    assert kinds(f"身份证号{wrong}") == ["id"]


def test_a_card_is_known_by_its_last_digit() -> None:
    good = next(
        one for one in (CARD[:-1] + str(last) for last in range(10)) if privacy.is_card_number(one)
    )
    bad = good[:-1] + str((int(good[-1]) + 1) % 10)
    assert kinds(f"退到{good}") == ["card"]
    assert kinds(f"退到{bad}") == []
    assert kinds(f"银行卡号{bad}") == ["card"]


@pytest.mark.parametrize(
    ("text", "veiled"),
    [
        ("电话138-1234-5678", "电话138-****-5678"),
        ("１３８１２３４５６７８", "１３８****５６７８"),
        ("发到lin.xiao@example.com", "发到l***@example.com"),
        ("寄到杭州市西湖区文三路100号5幢301室", "寄到杭州市西湖区***"),
        ("快递员叫李国强", "快递员叫李**"),
        ("my neighbour Emily Stone", "my neighbour E*** S***"),
        ("at 42 Maple Street, Springfield", "at ***, Springfield"),
    ],
)
def test_what_a_masked_item_looks_like(text: str, veiled: str) -> None:
    assert veil(text) == veiled


@pytest.mark.parametrize(
    "text",
    [
        "快递员马上就到",
        "客服方面没有答复",
        "邻居常常代收",
        "老板高兴地答应",
        "放在3号楼快递柜12号格",
        "坐2号线到人民广场站",
        "杭州市西湖区",
        "菜鸟驿站5号柜",
        "signed by Royal Mail",
        "the driver called twice",
        "Street price 42",
        "@商家",
        "3@5元",
    ],
)
def test_words_that_only_look_private(text: str) -> None:
    assert kinds(text) == []


@given(st.text(max_size=200))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    assert veil(veil(text)) == veil(text)


@given(
    number=mobiles | ids | cards,
    spelling=spelled,
    before=st.sampled_from(["", "我", "，", "(", "叫"]),
)
def test_a_number_is_found_in_any_spelling(number: str, spelling: str, before: str) -> None:
    text = f"{before}{spelling.join(number) if spelling == chr(0x200B) else number}。"
    assert len(kinds(text)) == 1


@pytest.mark.parametrize(
    "text", ["市" * 8000, "文三路1号" * 2000, "1 " * 10000, "a@" * 10000, "快递员张" * 3000]
)
def test_no_text_makes_it_hang(text: str) -> None:
    assert all(one.end <= len(text) for one in privacy.find(text))  # what runs away takes minutes
