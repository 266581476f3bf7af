from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof import assets
from keepproof.domain.money import Money
from keepproof.errors import KnownError
from keepproof.knowledge.phone_cost import (
    UNKNOWN,
    CallPlan,
    PhoneClass,
    PhoneCosts,
    estimate,
    phone_costs,
)

COSTS = phone_costs()
IDS = [one.id for one in COSTS.classes]
NUMBERS = {
    "emergency": ["110", "119", "120", "122", " 1 1 0 ", "１１０"],
    "government": ["12315", "12345", "12348", "12366", "12305", "0571-12315", "+86 571 12345"],
    "carrier": ["10086", "10010", "10000", "10099", "1008611"],
    "service_1010": ["10108888", "1010-8888"],
    "toll_free_800": ["8008101234", "800-810-1234", "+86 800 810 1234"],
    "shared_400": [
        "400-860-8608",
        "4008608608",
        "400 8822 528",
        "400.606.5500",
        "+86 400-860-8608",
        "86-400-860-8608",
        "0086 4008608608",
        "４００－８６０－８６０８",
        "(400)8608608",
        "400-860-8608转3",
        "400\u2011860\u20118608",
        "客服热线：400-178-7878",
    ],
    "shared_950": ["9500123456", "95001234567"],
    "service_95": [
        "95188",
        "95118",
        "950618",
        "956025",
        "95 188",
        "+8695188",
        "010-95588",
        "\u202a95188\u202c",
    ],
    "service_95_long": ["9510211", "9510288", "9519668", "951-0222", "95040000"],
    "local_96": [
        "021-96315",
        "96315",
        "962121",
        "0571-962121",
        "+86 21 96315",
        "571-96315",
        "96110",
    ],
    "toll_free_other": ["10800 852 1234", "108001234567"],
    "sms_premium": ["10620000", "10660000"],
    "sms_106": ["106575258", "10690000000", "1069000012345678"],
    "premium_16": ["16812345", "1688888", "16000"],
    "other_16": ["16312345"],
    "public_service": ["114", "11183", "11185", "12121"],
    "carrier_service": ["12580", "116114", "118114"],
    "mobile": [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "+86 13812345678",
        "+86-138-1234-5678",
        "(+86)13812345678",
        "0086 138 1234 5678",
        "8613812345678",
        "013812345678",
        "19912345678",
        "17012345678",
        "tel:+8613812345678",
        "电话：13812345678",
    ],
    "landline": [
        "0571-88158198",
        "(0571)88158198",
        "（0571）88158198",
        "0571 8815 8198 转 8008",
        "0571-88158198 ext. 8008",
        "0571-88158198#8008",
        "+86 571 88158198",
        "+86 (0)571 88158198",
        "86-10-88886666",
        "010-12345678",
        "0755-12345678",
    ],
    "foreign": ["+1 415 555 2671", "001-415-555-2671", "+852 2123 4567", "+44 20 7183 8750"],
    UNKNOWN: [
        *("", " ", "nonsense", "客服", "911"),
        *("95", "9555", "400860860", "40086086081", "800123456", "88158198", "23456789012"),
        "+86",
        "+861",
        "++8613812345678",
        "95188/95118",
        "95188 or 95118",
        "ext 5",
        "转1",
        "1" * 400,
        "½",
        "²³",
    ],
}
TABLE = [(number, id) for id, numbers in NUMBERS.items() for number in numbers]


@pytest.mark.parametrize(("number", "id"), TABLE)
def test_a_number_is_of_its_class(number: str, id: str) -> None:
    assert COSTS.classify(number).kind.id == id


@given(st.text() | st.text("0123456789+-() 转ext#１２٣½²\u202a", max_size=30))
def test_any_text_gets_a_class_with_a_source(text: str) -> None:
    found = COSTS.classify(text)
    assert found.kind.id in IDS
    assert found.source
    assert all(found.payer(lang) and found.note(lang) for lang in ("zh", "en"))


PLAIN = sorted(
    number
    for id, numbers in NUMBERS.items()
    for number in numbers
    if id != UNKNOWN and re.fullmatch(r"(?!86)[0-9]+", number)
)


@given(
    st.sampled_from(PLAIN),
    st.lists(
        st.sampled_from(["", "", " ", "-", "\u2010", "—", ".", "\u200b", "\u00a0"]), min_size=20
    ),
    st.booleans(),
    st.sampled_from(["", "转12", " ext. 12", "分机 12", "x12"]),
)
def test_one_number_is_of_one_class_however_it_is_written(
    number: str, gaps: list[str], wide: bool, extension: str
) -> None:
    shown = "".join(digit + gap for digit, gap in zip(number, gaps, strict=False))
    shown += number[len(gaps) :]
    if wide:
        shown = shown.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert COSTS.classify(shown + extension).kind == COSTS.classify(number).kind


@given(
    st.sampled_from(PLAIN), st.sampled_from(["+86", "0086", "(+86)", "+86 ", "00 86-", "＋８６"])
)
def test_the_country_code_does_not_change_the_class(number: str, code: str) -> None:
    assert COSTS.classify(code + number).kind == COSTS.classify(number).kind


@pytest.mark.parametrize("one", COSTS.classes, ids=IDS)
def test_a_class_is_worded_in_both_languages_and_sourced(one: PhoneClass) -> None:
    for text in (one.label, one.payer, one.note):
        assert re.search(r"[\u3400-\u9fff]", text.zh)
        assert re.search(r"[a-z]", text.en)
        assert not re.search(r"[\u3400-\u9fff]", text.en)
    assert one.source
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", one.as_of)


@pytest.mark.parametrize("one", COSTS.classes, ids=IDS)
def test_every_class_can_be_reached(one: PhoneClass) -> None:
    assert one.id in NUMBERS or one.types or one.id == UNKNOWN


def test_class_names_are_unique() -> None:
    assert len(IDS) == len(set(IDS))


@pytest.mark.parametrize("number", ["95188", "9510211", "400-860-8608", "96315", "10108888"])
def test_a_number_the_caller_pays_for_is_never_called_free(number: str) -> None:
    found = COSTS.classify(number)
    zh = f"{found.payer('zh')}{found.note('zh')}"
    en = f"{found.payer('en')} {found.note('en')}".lower()
    assert "免费" not in zh.replace("并非免费", "")
    assert "free" not in en.replace("not a free call", "")
    assert found.kind.cost_class in {"caller_plan", "shared"}


def test_what_is_from_memory_is_no_fact() -> None:
    found = [
        COSTS.classify(number) for number in ("10086", "021-96315", "114", "12580", "16312345")
    ]
    assert {one.kind.status for one in found} == {"memory"}
    assert all(one.payer("zh").startswith("参考值，以运营商为准") for one in found)
    assert all(one.payer("en").startswith("Reference value") for one in found)


def test_a_sourced_class_is_not_called_a_reference_value() -> None:
    assert "参考值" not in COSTS.classify("400-860-8608").payer("zh")


@pytest.mark.parametrize("number", ["+86 95188", "0086 400 860 8608", "+1 415 555 2671"])
def test_a_number_shown_with_a_country_code_warns_of_impostors(number: str) -> None:
    found = COSTS.classify(number)
    assert "冒充" in found.note("zh")
    assert "impostor" in found.note("en")
    assert COSTS.incoming.source in found.source


@pytest.mark.parametrize("number", ["95188", "0571-88158198", "+99 nonsense"])
def test_other_numbers_do_not(number: str) -> None:
    assert COSTS.classify(number).incoming is None


def test_an_extension_is_kept_apart() -> None:
    found = COSTS.classify("0571-88158198 转 8008")
    assert (found.digits, found.extension) == ("057188158198", "8008")


@pytest.mark.parametrize(
    ("number", "words", "cents"),
    [
        ("95188", ("0.15", "10"), 150),
        ("95188", ("0.15", "10.2", "3"), 120),
        ("4008608608", ("¥0.19", "1", "0"), 19),
        ("13812345678", ("0.15", "30", "100"), 0),
        ("0571-88158198", ("０.２０", "０", "0"), 0),
        ("8008101234", ("0.15", "10"), None),
        ("110", ("0.15", "10"), None),
        ("16812345", ("0.15", "10"), None),
        ("+1 415 555 2671", ("0.15", "10"), None),
        ("nonsense", ("0.15", "10"), None),
    ],
)
def test_a_call_is_estimated_at_the_users_own_rate(
    number: str, words: tuple[str, ...], cents: int | None
) -> None:
    expected = None if cents is None else Money(cents)
    assert estimate(COSTS.classify(number), CallPlan.parse(*words)) == expected


MINUTES = st.integers(0, 100_000)


@given(st.integers(0, 10**6), MINUTES, MINUTES, MINUTES)
def test_a_longer_call_never_costs_less(rate: int, minutes: int, more: int, included: int) -> None:
    cost = COSTS.classify("95188")
    first = estimate(cost, CallPlan(Money(rate), minutes, included))
    second = estimate(cost, CallPlan(Money(rate), minutes + more, included))
    assert first is not None
    assert second is not None
    assert 0 <= first.cents <= second.cents


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("much", "1"), "phone.bad_rate"),
        (("-0.15", "1"), "phone.bad_rate"),
        (("0.15", "-1"), "phone.bad_minutes"),
        (("0.15", "an hour"), "phone.bad_minutes"),
        (("0.15", "1e3"), "phone.bad_minutes"),
        (("0.15", "100001"), "phone.bad_minutes"),
        (("0.15", "1", ""), "phone.bad_minutes"),
    ],
)
def test_a_tariff_that_is_none_is_refused(words: tuple[str, ...], code: str) -> None:
    with pytest.raises(KnownError) as caught:
        CallPlan.parse(*words)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "unknown"', 'id = "other"'),
        ("'106[26]\\d{4}'", "'106[26'"),
        ('cost_class = "shared"', 'cost_class = "cheap"'),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, old: str, new: str) -> None:
    text = assets.text("knowledge", "phone_costs.toml")
    assert old in text
    file = tmp_path / "phone_costs.toml"
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(KnownError) as caught:
        PhoneCosts.read(file)
    assert caught.value.code == "knowledge.invalid"
    assert caught.value.data["name"] == "phone_costs.toml"
