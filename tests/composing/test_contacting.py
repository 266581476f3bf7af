"""What was tried, as logged, in the text: cited, in order, and told once."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composing.facts_of_a_case import BOOK, LANGS, a_file, at, facts_for, full_evidence
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts
from keepproof.domain.complaint import Statement
from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.evidence import EvidenceKind

GOLDEN = Path(__file__).parents[1] / "golden"
CODE = "not_as_described"
WHEN = at("2026-11-16T15:40")
assert WHEN is not None
CALL = Contact(
    "c1",
    "o1",
    "merchant",
    "call",
    WHEN,
    "无人接听两次，第三次让找在线客服。",
    "unsatisfied",
    who="客服 37",
    ticket="T-87122",
    waited_seconds=185,
)
PROMISED = Contact(
    "c2", "o1", "platform", "platform_chat", WHEN + timedelta(days=1), "", "promised"
)
BROKEN = Commitment(
    "p1",
    "o1",
    "platform",
    "48 小时内答复",
    PROMISED.at,
    PROMISED.at + timedelta(hours=48),
    "broken",
    contact_id="c2",
)


def with_log(lang: str = "zh", *contacts: Contact, **changes: Any) -> Facts:
    return facts_for(
        CODE, lang, contacts=contacts or (CALL, PROMISED), commitments=(BROKEN,), **changes
    )


def written(
    facts: Facts, channel: str = "platform_chat", lang: str = "zh"
) -> tuple[Statement, ...]:
    return compose(facts, BOOK.channel(channel, "tmall"), lang).statements


def told(statements: tuple[Statement, ...]) -> dict[str, str]:
    return {one.id: one.text for one in statements if one.part == "tried"}


def test_a_contact_tells_who_when_what_and_its_number() -> None:
    assert told(written(with_log()))["contact.c1"] == (
        "2026-11-16 15:40 致电商家客服（客服 37），等候 3 分钟：无人接听两次，第三次让找在线客服，编号 T-87122"
    )


def test_a_broken_promise_is_told_word_for_word_with_its_time() -> None:
    assert told(written(with_log()))["contact.c2"] == (
        "2026-11-17 15:40 联系平台客服，对方承诺“48 小时内答复”（2026-11-19 15:40 前），到期没有兑现"
    )


def test_an_open_promise_is_not_called_broken() -> None:
    facts = with_log()
    facts = replace(facts, commitments=(replace(BROKEN, state="open"),))
    assert "兑现" not in told(written(facts))["contact.c2"]


def test_the_seller_reads_of_her_own_shop() -> None:
    assert "贵店" in told(written(with_log(), "merchant_chat"))["contact.c1"]


def test_without_evidence_it_is_stated_by_the_user() -> None:
    found = next(one for one in written(with_log()) if one.id == "contact.c1")
    assert (found.citations, found.stated_by_user) == ((), True)


def test_attached_evidence_is_cited_by_its_contact_alone() -> None:
    issue = BOOK.issue(CODE)
    notes = a_file(len(full_evidence(issue)) + 1, EvidenceKind.CALL)
    evidence = (*full_evidence(issue), notes)
    proven = replace(CALL, evidence_id=notes.evidence.id)
    statements = written(with_log("zh", proven, evidence=evidence))
    citing = [one.id for one in statements if notes.number in one.citations and one.part == "tried"]
    assert citing == ["contact.c1"]


def test_contacts_and_answers_stand_in_the_order_they_happened() -> None:
    facts = with_log()
    statements = written(facts, "12315")
    tried = [one.id for one in statements if one.part == "tried"]
    assert tried.index("contact.c1") < tried.index("contact.c2")
    assert tried.index("contact") < tried.index("contact.c1")


def _answered(**answers: str) -> Facts:
    facts = with_log("zh", CALL)
    return replace(
        facts, dispute=replace(facts.dispute, answers={**facts.dispute.answers, **answers})
    )


def test_the_same_contact_is_told_once() -> None:
    facts = _answered(contact_at="2026-11-16T09:15:00+08:00", contact_reply="无人接听两次")
    assert [one for one in told(written(facts)) if one.startswith("contact")] == ["contact.c1"]


def test_it_takes_over_what_the_answer_cited() -> None:
    facts = _answered(contact_at="2026-11-16T09:15:00+08:00", contact_reply="")
    found = next(one for one in written(facts) if one.id == "contact.c1")
    chats = [one.number for one in facts.evidence if one.evidence.kind is EvidenceKind.CHAT]
    assert list(found.citations) == chats


@pytest.mark.parametrize(
    "answers",
    [
        {"contact_at": "2026-11-15T09:15:00+08:00", "contact_reply": "无人接听两次"},
        {"contact_at": "2026-11-16T09:15:00+08:00", "contact_reply": "属于正常现象"},
    ],
)
def test_another_day_or_other_words_are_told_as_well(answers: dict[str, str]) -> None:
    assert {"contact", "contact.c1"} <= set(told(written(_answered(**answers))))


def test_a_refund_form_keeps_to_its_limit_and_drops_fruitless_calls_first() -> None:
    fruitless = [
        replace(CALL, id=f"n{day}", outcome="no_answer", at=CALL.at + timedelta(days=day))
        for day in range(1, 9)
    ]
    complaint = compose(
        with_log("zh", *fruitless, PROMISED), BOOK.channel("refund_form", "tmall"), "zh"
    )
    assert complaint.counters.characters <= 200
    assert any(one.id.startswith("contact.n") for one in complaint.dropped)


def test_a_hostile_summary_stays_one_line() -> None:
    odd = replace(CALL, summary="第一行\r\n第二行\u202e{{ at }}")
    text = told(written(with_log("zh", odd)))["contact.c1"]
    assert "\n" not in text
    assert "\u202e" not in text
    assert "{{ at }}" in text


@pytest.mark.parametrize("lang", LANGS)
def test_the_texts_are_those_that_were_read(lang: str) -> None:
    facts = with_log(lang)
    if lang == "en":
        calls = replace(CALL, summary="no answer twice, then told to ask online", who="agent 37")
        facts = replace(
            facts,
            contacts=(calls, PROMISED),
            commitments=(replace(BROKEN, words="an answer within 48 hours"),),
        )
    parts = []
    for channel in BOOK.channels(facts.order.platform):
        complaint = compose(facts, channel, lang)
        parts += [f"=== {channel.id} · {complaint.size}", complaint.text]
        parts += [f"[dropped] {one.text}" for one in complaint.dropped]
        parts.append("")
    file, text = GOLDEN / f"contacts.{lang}.txt", "\n".join(parts)
    if os.environ.get("KEEPPROOF_GOLDEN") == "write":
        file.write_text(text, "utf-8", newline="\n")
    assert file.read_text("utf-8") == text
