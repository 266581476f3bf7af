"""The facts the tests of the composer are made from: one invented case per issue type."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from keepproof.composing.facts import Facts, Person
from keepproof.domain.dispute import Answer, Dispute
from keepproof.domain.evidence import (
    Evidence,
    EvidenceKind,
    EvidenceTimes,
    FiledEvidence,
    SourcedTime,
)
from keepproof.domain.money import Money
from keepproof.domain.order import Merchant, Moments, Order, OrderItem
from keepproof.knowledge.book import Book
from keepproof.knowledge.issue_type import IssueType

BOOK = Book.load()
CODES = [one.code for one in (*BOOK.issues, *BOOK.inquiries)]
LANGS = ("zh", "en")
TODAY = date(2026, 11, 22)
PERSON = {
    "zh": Person("林晓", "13800000000", "浙江省杭州市示例区示例路 1 号"),
    "en": Person("Lin Xiao", "+86 138 0000 0000", "1 Example Road, Hangzhou, Zhejiang"),
}


@cache
def cases() -> Mapping[str, Any]:
    """Read the invented answers."""
    return tomllib.loads((Path(__file__).parent / "answers.toml").read_text("utf-8"))


def at(text: str | None) -> datetime | None:
    return datetime.fromisoformat(f"{text}+08:00") if text else None


def a_file(
    number: int, kind: EvidenceKind, title: str = "", when: str | None = None, **changes: Any
) -> FiledEvidence:
    """File a piece of evidence."""
    media = "video/mp4" if kind in {EvidenceKind.UNBOX, EvidenceKind.USE_VIDEO} else "image/png"
    moment = at(when)
    times = EvidenceTimes(event=SourcedTime(moment, "stated") if moment else None)
    known = Evidence(
        f"e{number}", f"{number:064x}", 1000, media, f"IMG_{number:04}.png", kind=kind, title=title
    )
    return FiledEvidence(replace(known, times=times, **changes), "o1", number)


def full_evidence(issue: IssueType) -> tuple[FiledEvidence, ...]:
    """File one piece of each kind the issue asks for, in the order of its checklist, and the licence."""
    kinds = [one.kind for one in issue.evidence]
    if not issue.inquiry and EvidenceKind.LICENCE not in kinds:
        kinds.append(EvidenceKind.LICENCE)
    return tuple(a_file(at, kind, when="2026-11-16T09:15") for at, kind in enumerate(kinds, 1))


def facts_for(code: str, lang: str, **changes: Any) -> Facts:
    """Fill a whole case of an issue type."""
    case = cases()[code]
    issue = BOOK.issue(code)
    order = _order(case, lang)
    answers = _answers(case, lang)
    reply = answers.get("reply_by")
    amount = case.get("amount")
    dispute = Dispute(
        "d1",
        "o1",
        code,
        answers=answers,
        demand=case.get("demand", issue.demands[0].id),
        amount=Money.parse(amount) if amount else None,
    )
    return replace(
        Facts(
            order=order,
            merchant=_merchant(case, lang),
            dispute=dispute,
            issue=issue,
            evidence=full_evidence(issue),
            person=PERSON[lang],
            platform=BOOK.platform(order.platform),
            rules=BOOK.rules_for(issue, order.platform, answers),
            today=TODAY,
            reply_by=datetime.fromisoformat(reply) if isinstance(reply, str) else None,
        ),
        **changes,
    )


def _answers(case: Mapping[str, Any], lang: str) -> dict[str, Answer]:
    """Take what is the same in both languages, then what is written in this one."""
    found: dict[str, Answer] = {}
    for table in (case.get("both", {}), case.get(lang, {})):
        for id, value in table.items():
            if id in {"item", "sku", "shop", "courier"}:
                continue
            found[id] = value if isinstance(value, bool) else str(value)
    return found


def _order(case: Mapping[str, Any], lang: str) -> Order:
    own = case[lang]
    times = case.get("times", {})
    paid = case.get("paid")
    return Order(
        "o1",
        case["number"],
        case.get("platform", "tmall"),
        "m1",
        {"zh": "澄屿家电旗舰店", "en": "Chengyu Appliances"}[lang]
        if "shop" not in own
        else own["shop"],
        items=(OrderItem(own["item"], own.get("sku", ""), case.get("quantity", 1)),),
        paid=Money.parse(paid) if paid else None,
        moments=Moments(**{name: at(value) for name, value in times.items()}),
        courier=own.get("courier", ""),
        tracking_number=case.get("tracking", ""),
    )


def _merchant(case: Mapping[str, Any], lang: str) -> Merchant:
    if lang == "zh":
        return Merchant(
            "m1",
            case.get("platform", "tmall"),
            "",
            "杭州示例商贸有限公司",
            "91330100MA00000X00",
            "浙江省杭州市示例区示例街 8 号",
            "0571-00000000",
        )
    return Merchant(
        "m1",
        case.get("platform", "tmall"),
        "",
        "Hangzhou Example Trading Co., Ltd.",
        "91330100MA00000X00",
        "8 Example Street, Hangzhou, Zhejiang",
        "+86 571 0000 0000",
    )


def with_answers(facts: Facts, **answers: Answer) -> Facts:
    """Answer some questions otherwise."""
    dispute = replace(facts.dispute, answers={**facts.dispute.answers, **answers})
    return replace(facts, dispute=dispute)


def with_evidence(facts: Facts, evidence: Iterable[FiledEvidence]) -> Facts:
    """File other evidence."""
    return replace(facts, evidence=tuple(evidence))
