"""Quoted messages: in the order of time, whole or not at all, never on the call card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from composing.facts_of_a_case import BOOK, LANGS, facts_for
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts
from keepproof.domain.chat import Role
from keepproof.domain.dispute import StatementEdit
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.quote import Quote

EARLY = Quote("", "L3", "小七", Role.MERCHANT, "2026-11-10 20:58:41", "48 小时内发货的")
LATE = Quote("", "#25", "专员", Role.PLATFORM, "2027-01-02 09:31:20", "已经 处理。 谢谢")


def quoting(
    lang: str, *quotes: Quote, number: int | None = None, media_type: str = "text/plain"
) -> Facts:
    facts = facts_for("seven_day_refused", lang)
    chat = next(
        one
        for one in facts.evidence
        if one.evidence.kind is EvidenceKind.CHAT and number in {None, one.number}
    )
    written = replace(chat, evidence=replace(chat.evidence, media_type=media_type))
    return replace(
        facts,
        evidence=tuple(written if one == chat else one for one in facts.evidence),
        quotes=tuple(replace(one, evidence_id=chat.evidence.id) for one in quotes),
    )


@pytest.mark.parametrize("lang", LANGS)
def test_quotes_stand_among_what_happened_in_the_order_of_time(lang: str) -> None:
    complaint = compose(quoting(lang, LATE, EARLY), BOOK.channel("12315", "tmall"), lang, "full")

    tried = [one.id for one in complaint.statements if one.part == "tried"]
    first, last = (
        next(at for at, one in enumerate(tried) if one.endswith(place)) for place in (".L3", ".#25")
    )
    assert first == 0
    assert last > first


@pytest.mark.parametrize(("place", "words"), [("L3", "第 3 行"), ("#25", "第 25 条"), ("x", "x")])
def test_the_place_is_named(place: str, words: str) -> None:
    facts = quoting("zh", replace(EARLY, place=place))

    complaint = compose(facts, BOOK.channel("12315", "tmall"), "zh", "full")

    (one,) = [one for one in complaint.statements if one.id.startswith("quote.")]
    assert one.text.endswith(f"，{words}）")


@pytest.mark.parametrize("lang", LANGS)
def test_the_call_card_quotes_nothing(lang: str) -> None:
    plain = facts_for("seven_day_refused", lang)
    channel = BOOK.channel("call", "tmall")

    card = compose(quoting(lang, EARLY), channel, lang, "call_card")

    assert card.text == compose(plain, channel, lang, "call_card").text


def test_words_with_spaces_and_marks_are_not_touched() -> None:
    facts = quoting("zh", LATE)

    for size in ("standard", "full"):
        complaint = compose(facts, BOOK.channel("12315", "tmall"), "zh", size)

        assert "“已经 处理。 谢谢”" in complaint.text


def test_a_quotation_too_long_for_the_channel_is_dropped_whole() -> None:
    facts = quoting("zh", replace(EARLY, text="很长" * 400))

    complaint = compose(facts, BOOK.channel("refund_form", "tmall"), "zh")

    assert [one.id for one in complaint.dropped if one.id.startswith("quote.")]
    assert "很长" not in complaint.text


@pytest.mark.parametrize(
    ("channel", "size", "who"),
    [("merchant_chat", "standard", "贵店（小七）"), ("12315", "full", "被投诉人（小七）")],
)
def test_the_seller_is_named_as_the_reader_knows_her(channel: str, size: str, who: str) -> None:
    complaint = compose(quoting("zh", EARLY), BOOK.channel(channel, "tmall"), "zh", size)

    assert f"{who}：“48 小时内发货的”" in complaint.text


ENGLISH = (
    "Other side: “48 小时内发货的” (Evidence {number}, a screenshot that shows the time “昨天 20:58”; "
    "words copied from the picture)"
)
SHOT = Quote("", "L12", "", Role.UNKNOWN, "昨天 20:58", "48 小时内发货的")


@pytest.mark.parametrize(
    ("lang", "size", "text"),
    [
        (
            "zh",
            "full",
            "对方：“48 小时内发货的”（见证据{number}的截图，显示时间“昨天 20:58”；文字按截图抄录）",
        ),
        ("zh", "short", "对方称“48 小时内发货的”（E{number}截图，显示“昨天 20:58”）"),
        (
            "en",
            "full",
            ENGLISH,
        ),
    ],
)
def test_words_read_in_a_picture_are_told_as_such(lang: str, size: str, text: str) -> None:
    facts = quoting(lang, SHOT, media_type="image/png")
    channel = BOOK.channel("12315" if size == "full" else "refund_form", "tmall")

    complaint = compose(facts, channel, lang, size)

    every = (*complaint.statements, *complaint.dropped)
    (one,) = [one for one in every if one.id.startswith("quote.")]
    assert one.text == text.format(number=one.citations[0])


def test_a_picture_without_a_time_names_none() -> None:
    facts = quoting("zh", replace(SHOT, said_at=""), media_type="image/png")

    complaint = compose(facts, BOOK.channel("12315", "tmall"), "zh", "full")

    (one,) = [one for one in complaint.statements if one.id.startswith("quote.")]
    assert one.text.endswith(f"（见证据{one.citations[0]}的截图；文字按截图抄录）")


@pytest.mark.parametrize("edited", [False, True])
def test_a_stale_quote_is_warned_about_once(edited: bool) -> None:
    facts = quoting("zh", replace(SHOT, stale=True), media_type="image/png")
    channel = BOOK.channel("12315", "tmall")
    first = compose(facts, channel, "zh", "full")
    (one,) = [one for one in first.statements if one.id.startswith("quote.")]
    if edited:
        own = StatementEdit(facts.dispute.id, channel.id, "zh", one.id, "对方答应发货", one.text)
        facts = replace(facts, edits=(own,))

    complaint = compose(facts, channel, "zh", "full")

    stale = [one for one in complaint.warnings if one.kind == "stale"]
    place = one.id if edited else f"evidence.{one.citations[0]}"
    assert [warning.place for warning in stale] == [place]


@pytest.mark.parametrize(
    ("code", "question", "statement"),
    [("not_as_described", "chat_claim", "chat_claim"), ("false_ad", "ad_text", "ad")],
)
@pytest.mark.parametrize(
    ("role", "text", "cited"),
    [
        (Role.MERCHANT, "是的，标准档续航 40分钟，放心下单", True),
        (Role.ROBOT, "标准档续航 40 分钟", True),
        (Role.ME, "标准档续航 40 分钟吗", False),
        (Role.MERCHANT, "标准档续航 30 分钟", False),
    ],
)
def test_what_the_seller_said_of_the_goods_rests_on_the_message_that_is_quoted(
    code: str, question: str, statement: str, role: Role, text: str, cited: bool
) -> None:
    facts = facts_for(code, "zh")
    dispute = facts.dispute
    answers = {**dispute.answers, question: "标准档续航 40 分钟"}
    chat = next(one for one in facts.evidence if one.evidence.kind is EvidenceKind.CHAT)
    quote = Quote(chat.evidence.id, "L4", "小七", role, "2026-11-10 20:59:10", text)
    facts = replace(facts, dispute=replace(dispute, answers=answers), quotes=(quote,))

    complaint = compose(facts, BOOK.channel("12315", "tmall"), "zh", "full")

    (one,) = [one for one in complaint.statements if one.id == statement]
    assert (chat.number in one.citations) is cited
