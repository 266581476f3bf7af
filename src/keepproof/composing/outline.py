"""Facts become statements: each with its citations, its fields and its rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from keepproof.composing.answers import Answers
from keepproof.composing.citing import bracketed, by_kind, cited, usable
from keepproof.composing.cleaning import squeeze
from keepproof.composing.contacting import apart, contact_drafts, told
from keepproof.composing.demanding import Demanded, demand_drafts, demanded
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.figures import read_moment
from keepproof.composing.framing import frame_drafts
from keepproof.composing.law import law_drafts
from keepproof.composing.letter import letter_drafts
from keepproof.composing.quoting import quote_drafts, said_in
from keepproof.composing.style import Style
from keepproof.composing.wording import capital, render, voiced
from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.issue_type import StatementRule

Have = Mapping[EvidenceKind, tuple[int, ...]]
Timed = tuple[float | None, Draft]


def outline(facts: Facts, channel: Channel, style: Style) -> tuple[list[Draft], Demanded]:
    """List the statements of a text in the order they are read, and what is demanded."""
    answers = Answers.of(facts, style.lang)
    have = by_kind(usable(facts))
    wanted = demanded(facts, channel)
    drafts = frame_drafts(facts, channel, have, style)
    drafts += _fact_drafts(facts, answers, have, wanted, style)
    drafts += demand_drafts(facts, answers, wanted)
    if not style.brief:
        drafts += law_drafts(facts, channel, wanted, style)
    if style.size == "full":
        drafts += letter_drafts(facts, channel, have)
    return drafts, wanted


def _fact_drafts(
    facts: Facts, answers: Answers, have: Have, wanted: Demanded, style: Style
) -> list[Draft]:
    demand = wanted.option.id if wanted.option else ""
    rules = [
        one
        for one in facts.issue.statements
        if one.part != "demand" and one.applies(answers.given, demand)
    ]
    have = apart(have, facts)
    logged = contact_drafts(facts, answers, rules, have, style.lang)
    tried: list[Timed] = [(_instant(at), draft) for at, draft in logged]
    drafts: list[Draft] = []
    for one in rules:
        if one.part != "tried":
            drafts.append(_fact_draft(one, answers, have, _said(facts, one, answers)))
        elif not told(one, facts, answers, style.lang):
            draft = _fact_draft(one, answers, have, _said(facts, one, answers))
            tried.append((_when(one, answers), draft))
    quotes = _quoted(facts) if style.size != "call_card" else []
    return [*drafts, *_by_time([*tried, *quotes])]


def _quoted(facts: Facts) -> list[Timed]:
    return [
        (None if at is None else _instant(at), draft)
        for words, draft in quote_drafts(facts)
        for at in (read_moment(words),)
    ]


def _by_time(drafts: Sequence[Timed]) -> list[Draft]:
    """Put what happened in the order it happened; what has no time comes last."""
    ordered = sorted(drafts, key=lambda one: (one[0] is None, one[0] or 0.0))
    return [draft for _, draft in ordered]


def _when(rule: StatementRule, answers: Answers) -> float | None:
    at = answers.moment((*rule.uses, *rule.also))
    return None if at is None else _instant(at)


def _instant(at: datetime | date) -> float:
    """Place a moment by its wall clock: answers and order may or may not carry a zone."""
    whole = at if isinstance(at, datetime) else datetime(at.year, at.month, at.day)  # noqa: DTZ001
    return whole.replace(tzinfo=None).toordinal() + (whole.hour * 60 + whole.minute) / 1440


def _said(facts: Facts, rule: StatementRule, answers: Answers) -> frozenset[int]:
    """Give the chats that are quoted with what a statement says was promised, word for word."""
    if EvidenceKind.PROMISE not in rule.cites:
        return frozenset()
    told = [answers.given.get(one) for one in rule.uses]
    every = [said_in(facts, one) for one in told if isinstance(one, str)]
    return frozenset[int]().union(*every)


def _fact_draft(rule: StatementRule, answers: Answers, have: Have, said: frozenset[int]) -> Draft:
    numbers = tuple(sorted({*cited(rule.cites, have), *said}))
    names = (*rule.uses, *rule.also)

    def write(style: Style) -> str:
        source = rule.template(style.lang, short=style.brief)
        # A Chinese letter calls the trader 被投诉人 only where it demands something.
        if style.lang == "en" or style.voice == "you":
            source = voiced(source, style.lang, style.voice)
        text = render(source, answers.values(names, source, style)).strip()
        if style.lang == "en" and source.startswith("{"):
            text = capital(text)  # it starts with what the user typed
        if style.size != "call_card":
            text += bracketed(numbers, style)
        return squeeze(text) if style.squeezed else text

    core = rule.rank == 0 and rule.part == "problem"
    fields = tuple(f"answer.{one}" for one in dict.fromkeys((*names, *rule.when)))
    return Draft(rule.id, rule.part, write, "core" if core else "fact", rule.rank, numbers, fields)
