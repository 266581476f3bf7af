"""What was tried, out of the contact log: one statement a contact, and nothing told twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from keepproof.composing.answers import Answers, free_text
from keepproof.composing.citing import bracketed, cited, usable
from keepproof.composing.cleaning import clean, squeeze
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.figures import word_deadline, word_moment
from keepproof.composing.style import Style
from keepproof.composing.wording import capital, frames, render, voiced
from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.issue_type import StatementRule

Have = Mapping[EvidenceKind, tuple[int, ...]]

TOLD_BY = {
    "contact_at": ("merchant", ""),
    "contact_reply": ("merchant", ""),
    "applied_at": ("platform", "refund_form"),
    "intervened_at": ("platform", "intervention"),
    "platform_reply": ("platform", "intervention"),
}
"""Answers that say what a logged contact says: its party, and its channel where only that one counts."""
OWN_WORDS = frozenset({"refund_form", "intervention"})
WAIT_WORTH_TELLING = 120  # seconds


def contact_drafts(
    facts: Facts, answers: Answers, rules: Sequence[StatementRule], have: Have, lang: str
) -> list[tuple[datetime, Draft]]:
    """Write each logged contact with its moment; it takes over the citations of the answers it replaces."""
    proof = proven(facts)
    made: list[tuple[datetime, Draft]] = []
    for one in facts.contacts:
        numbers = set(proof.get(one.id, ()))
        for rule in rules:
            if _same(rule, one, answers, lang):
                numbers |= set(cited(rule.cites, have))
        made.append((one.at, _draft(facts, one, tuple(sorted(numbers)))))
    return made


def told(rule: StatementRule, facts: Facts, answers: Answers, lang: str) -> bool:
    """Say whether a logged contact says already what this statement would."""
    return any(_same(rule, one, answers, lang) for one in facts.contacts)


def apart(have: Have, facts: Facts) -> Have:
    """Leave out the evidence that belongs to one logged contact: no other statement rests on it."""
    own = {number for numbers in proven(facts).values() for number in numbers}
    return {kind: tuple(one for one in every if one not in own) for kind, every in have.items()}


def proven(facts: Facts) -> Mapping[str, tuple[int, ...]]:
    """Give the number of the evidence attached to each contact."""
    numbers = {one.evidence.id: one.number for one in usable(facts) if one.number is not None}
    return {
        one.id: (numbers[one.evidence_id],)
        for one in facts.contacts
        if one.evidence_id is not None and one.evidence_id in numbers
    }


def _same(rule: StatementRule, contact: Contact, answers: Answers, lang: str) -> bool:
    """Compare an answer with a contact: same party, same day where a day is told, no words of its own."""
    names = [one for one in (*rule.uses, *rule.also) if one in TOLD_BY]
    if not names or len(names) != len(rule.uses) + len(rule.also):
        return False
    party, channel = TOLD_BY[names[0]]
    if contact.party != party or channel not in {"", contact.channel}:
        return False
    at = answers.moment(tuple(names))
    if at is not None and (at.year, at.month, at.day) != _day(contact):
        return False
    reply = next((answers.given.get(one, "") for one in names if one.endswith("_reply")), "")
    words = clean(contact.summary, lang)
    return isinstance(reply, str) and (reply in words if reply else at is not None)


def _day(contact: Contact) -> tuple[int, int, int]:
    return contact.at.year, contact.at.month, contact.at.day


def _draft(facts: Facts, contact: Contact, numbers: tuple[int, ...]) -> Draft:
    promises = [one for one in facts.commitments if one.contact_id == contact.id]
    promise = promises[0] if promises else None

    def write(style: Style) -> str:
        words = frames(style.lang, "contacts")
        source = words["said_short" if style.brief else "said"]
        text = render(source, _values(facts, contact, promise, style)).strip()
        if style.lang == "en":
            text = capital(text)
        if style.size != "call_card":
            text += bracketed(numbers, style)
        return squeeze(text) if style.squeezed else text

    fields = tuple(f"contact.{one}" for one in _told_fields(contact, promise))
    id = f"contact.{contact.id}"
    return Draft(id, "tried", write, "fact", _rank(contact, promise), numbers, fields)


def _values(
    facts: Facts, contact: Contact, promise: Commitment | None, style: Style
) -> dict[str, str]:
    lang, year = style.lang, facts.today.year
    words = frames(lang, "contacts")
    waited = contact.waited_seconds or 0
    due = promise.due if promise else None
    return {
        "at": word_moment(contact.at, lang, style.moments, year),
        "act": _act(contact, style),
        "who": _typed(contact.who, style),
        "waited": str(round(waited / 60)) if waited >= WAIT_WORTH_TELLING else "",
        "summary": _typed(contact.summary, style),
        "result": _voiced(words["results"][contact.outcome], style),
        "promise": _typed(promise.words, style, quoted=True) if promise else "",
        "due": word_deadline(due, lang, style.moments, year) if due else "",
        "settled": words["settled"][promise.state] if promise else "",
        "ticket": _typed(contact.ticket, style),
    }


def _act(contact: Contact, style: Style) -> str:
    words = frames(style.lang, "contacts")
    party = words["parties"].get(contact.party, words["parties"]["other"])
    if contact.channel in OWN_WORDS:
        return str(words["acts"][contact.channel])
    text = render(words["acts"]["call" if contact.called else "contact"], {"party": party})
    return _voiced(text, style)


def _voiced(text: str, style: Style) -> str:
    if style.lang == "en" or style.voice == "you":
        return voiced(text, style.lang, style.voice)
    return text


def _typed(text: str, style: Style, *, quoted: bool = False) -> str:
    return free_text(clean(text, style.lang), style, quoted=quoted)


def _rank(contact: Contact, promise: Commitment | None) -> int:
    """Let refusals and broken promises stay longest, fruitless attempts go first."""
    if promise is not None and promise.state == "broken":
        return 2
    return {"refused": 3, "unsatisfied": 4, "promised": 4, "no_answer": 7}.get(contact.outcome, 6)


def _told_fields(contact: Contact, promise: Commitment | None) -> list[str]:
    names = ["at", "party", "channel", "outcome"]
    names += [one for one in ("who", "summary", "ticket") if getattr(contact, one)]
    return [*names, *(["promise"] if promise else [])]
