from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing.facts_of_a_case import (
    BOOK,
    CODES,
    LANGS,
    a_file,
    at,
    facts_for,
    with_answers,
    with_evidence,
)
from composing.private_data import numbers_in, written
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts
from keepproof.domain import complaint as domain
from keepproof.domain.chat import Role
from keepproof.domain.complaint import Complaint
from keepproof.domain.contact import Contact
from keepproof.domain.dispute import MaskChoice, StatementEdit
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.quote import Quote
from keepproof.knowledge.channel import Channel

FACTS = facts_for("not_as_described", "zh")
CHAT = BOOK.channel("platform_chat", "tmall")
AUTHORITY = BOOK.channel("12315", "tmall")
PHONE = "13812345678"
NOW = datetime(2026, 11, 19, 10, tzinfo=UTC)
# Every channel may become a public one: each writes in its own way.
EVERY = {one.id: one for platform in BOOK.platforms for one in BOOK.channels(platform.id)}
# What is written there is the number of a parcel, a ticket or a batch.
PARCELS = {"return_number", "courier_ticket", "batch_no", "carrier"}
PUBLIC = [replace(one, public=True) for one in EVERY.values()]


def private_of(made: Complaint) -> list[domain.Warning]:
    return [one for one in made.warnings if one.kind == "privacy"]


def with_note(words: str, facts: Facts = FACTS) -> Facts:
    return with_answers(facts, use_note=words)


def test_a_phone_number_is_masked_in_a_chat_and_said() -> None:
    made = compose(with_note(f"快递员电话{PHONE}"), CHAT, "zh")
    assert "快递员电话138****5678" in made.text
    (said,) = private_of(made)
    assert said.place == "answer.use_note"
    assert said.span == (5, 16)
    assert said.masked
    assert PHONE not in said.text


def test_an_authority_is_told_the_phone_number_but_no_id_number() -> None:
    made = compose(with_note(f"联系电话{PHONE}，身份证330106199001010017"), AUTHORITY, "zh")
    assert PHONE in made.text
    assert [one.item.split(":")[0] for one in private_of(made)] in ([], ["id"])


def test_the_user_may_show_a_masked_item_in_one_channel() -> None:
    choice = MaskChoice("d1", CHAT.id, f"phone:{PHONE}", masked=False)
    facts = replace(with_note(f"快递员电话{PHONE}"), masks=(choice,))
    made = compose(facts, CHAT, "zh")
    assert PHONE in made.text
    (said,) = private_of(made)
    assert (said.masked, said.suggestion) == (False, "138****5678")
    assert PHONE not in compose(facts, BOOK.channel("merchant_chat", "tmall"), "zh").text


def test_the_user_may_hide_what_a_channel_would_show() -> None:
    choice = MaskChoice("d1", AUTHORITY.id, f"phone:{PHONE}", masked=True)
    made = compose(replace(with_note(f"快递员电话{PHONE}"), masks=(choice,)), AUTHORITY, "zh")
    assert PHONE not in made.text


def test_an_answer_that_is_about_a_number_keeps_it_outside_public() -> None:
    facts = with_answers(facts_for("harassment", "zh"), from_account=PHONE)
    assert PHONE in compose(facts, CHAT, "zh").text
    assert PHONE not in compose(facts, replace(CHAT, public=True), "zh").text


def test_a_tracking_number_in_an_answer_is_never_masked() -> None:
    number = "4111111111111111"
    facts = with_answers(facts_for("refund_delay", "zh"), return_number=number)
    assert number in compose(facts, CHAT, "zh").text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("channel", PUBLIC, ids=lambda one: one.id)
def test_who_complains_is_hidden_in_public(channel: Channel, lang: str) -> None:
    facts = facts_for("not_as_described", lang)
    made = compose(facts, channel, lang)
    for words in (facts.person.name, facts.person.phone, facts.person.address):
        assert words not in made.text
    assert facts.order.number in made.text.replace(" ", "")


def test_a_title_of_evidence_is_masked_too() -> None:
    titled = a_file(40, EvidenceKind.PHOTO, title=f"和{PHONE}的通话")
    made = compose(with_evidence(FACTS, [*FACTS.evidence, titled]), AUTHORITY, "zh")
    assert PHONE in made.text
    made = compose(
        with_evidence(FACTS, [*FACTS.evidence, titled]), replace(AUTHORITY, public=True), "zh"
    )
    assert PHONE not in made.text
    assert "138****5678" in made.text


def test_what_others_said_and_what_was_logged_is_masked_too() -> None:
    contact = Contact(
        "c1", "o1", "courier", "call", at("2026-11-19T10:00") or NOW, summary=f"让我打{PHONE}"
    )
    quote = Quote("e4", "L3", "小店", Role.MERCHANT, "2026-11-19 09:00:00", f"加微信{PHONE}")
    facts = replace(FACTS, contacts=(contact,), quotes=(quote,))
    made = compose(facts, replace(AUTHORITY, public=True), "zh")
    assert PHONE not in made.text
    assert made.text.count("138****5678") == 2
    (said,) = [one for one in private_of(made) if one.item == f"phone:{PHONE}"]
    assert said.place in {one.id for one in made.statements}


def test_a_ticket_number_is_never_masked() -> None:
    contact = Contact(
        "c1",
        "o1",
        "platform",
        "call",
        at("2026-11-19T10:00") or NOW,
        summary="已登记",
        ticket=PHONE,
    )
    assert PHONE in compose(replace(FACTS, contacts=(contact,)), CHAT, "zh").text


def test_showing_a_masked_item_does_not_make_an_edit_stale() -> None:
    facts = with_note(f"快递员电话{PHONE}")
    base = next(one.text for one in compose(facts, CHAT, "zh").statements if one.id == "use_note")
    edit = StatementEdit("d1", CHAT.id, "zh", "use_note", "我打过电话", base)
    choice = MaskChoice("d1", CHAT.id, f"phone:{PHONE}", masked=False)
    made = compose(replace(facts, edits=(edit,), masks=(choice,)), CHAT, "zh")
    assert [one.kind for one in made.warnings if one.kind == "stale"] == []


def test_without_anything_private_the_facts_stay_what_they_are() -> None:
    made = compose(FACTS, CHAT, "zh")
    assert private_of(made) == []


def _poisoned(facts: Facts, numbers: list[str], lang: str, channel: Channel) -> Facts:
    """Put numbers into every free text there is."""
    take = chain.from_iterable(iter(lambda: numbers, None))
    texts = [
        one.id for one in facts.issue.questions if one.type == "text" and one.id not in PARCELS
    ]
    answers = {id: f"{facts.dispute.answers.get(id, '')}; {next(take)}好的" for id in texts}
    evidence = [a_file(60, EvidenceKind.PHOTO, title=f"{next(take)}的照片")]
    edit = StatementEdit("d1", channel.id, lang, "demand", f"请退款，打{next(take)}", "x")
    order = replace(facts.order, shop=f"{facts.order.shop}{next(take)}")
    made = with_answers(facts, **answers)
    return replace(with_evidence(made, [*facts.evidence, *evidence]), order=order, edits=(edit,))


@settings(max_examples=150, deadline=None)
@given(
    code=st.sampled_from(CODES),
    lang=st.sampled_from(LANGS),
    channel=st.sampled_from(PUBLIC),
    numbers=st.lists(written, min_size=1, max_size=5),
    data=st.data(),
)
def test_no_public_text_shows_a_phone_id_or_card_number(
    code: str, lang: str, channel: Channel, numbers: list[str], data: st.DataObject
) -> None:
    facts = _poisoned(facts_for(code, lang), numbers, lang, channel)
    made = compose(facts, channel, lang, data.draw(st.sampled_from(channel.sizes)))
    text = made.text
    for known in (facts.order.number, facts.order.tracking_number):
        text = text.replace(known, "") if known else text
    assert [one for one in numbers_in(text) if one.strip() not in grouped_order(facts)] == []


def grouped_order(facts: Facts) -> str:
    """The call card reads the order number in groups of four."""
    number = facts.order.number
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
