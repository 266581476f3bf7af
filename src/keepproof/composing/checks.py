"""What to look at before sending: gaps, contradictions, edits that no longer match, limits, rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from keepproof.composing import quoting
from keepproof.composing.answers import Answers
from keepproof.composing.citing import by_kind, usable
from keepproof.composing.contradictions import contradictions
from keepproof.composing.counting import count
from keepproof.composing.demanding import Demanded
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.fit import Fitted
from keepproof.composing.law import event_day
from keepproof.composing.masking import Item
from keepproof.composing.picture_remarks import picture_remarks
from keepproof.composing.remarks import privacy_remarks, tone_remarks
from keepproof.composing.style import Style
from keepproof.composing.warning import warn
from keepproof.composing.wording import kind_text
from keepproof.domain import complaint as domain
from keepproof.domain.complaint import Limits
from keepproof.domain.evidence import number_label
from keepproof.knowledge.channel import Channel


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the way it came about; `drafts` are its statements with the user's words in them."""

    channel: Channel
    style: Style
    wanted: Demanded
    drafts: Sequence[Draft]
    generated: Sequence[Draft]
    fitted: Fitted
    limits: Limits
    pictures: int
    items: tuple[Item, ...] = ()


def check(facts: Facts, written: Written, lang: str) -> tuple[domain.Warning, ...]:
    """List the warnings of a text, missing facts first."""
    return (
        *_missing_facts(facts, written, lang),
        *_missing_evidence(facts, lang),
        *_missing_shots(facts, lang),
        *contradictions(facts, written.wanted, lang),
        *_demand_replaced(written, lang),
        *_stale(written, lang),
        *tone_remarks(facts, written.channel, written.fitted.text, written.style.lang, lang),
        *privacy_remarks(facts, written.items, written.fitted.text, lang),
        *picture_remarks(facts, written.channel, _cited(written), lang),
        *_limits(written, lang),
        *_unverified(facts, written, lang),
    )


def _cited(written: Written) -> frozenset[int]:
    """Give the evidence numbers of what was written."""
    return frozenset(number for one in written.drafts for number in one.citations)


def _missing_facts(facts: Facts, written: Written, lang: str) -> Iterator[domain.Warning]:
    given = Answers.of(facts, lang).given
    if not facts.order.number.strip():
        yield warn("missing_fact", "no_number", lang, "order.number")
    for one in facts.issue.questions:
        if one.required and one.id not in given:
            yield warn("missing_fact", "unanswered", lang, one.id, question=one.label.of(lang))
    wanted = written.wanted
    if wanted.option is None and wanted.instead_of is None and facts.issue.demands:
        yield warn("missing_fact", "no_demand", lang, "demand")
    if wanted.option and wanted.option.amount != "none" and wanted.amount is None:
        label = wanted.option.label.of(lang)
        yield warn("missing_fact", "no_amount", lang, "amount", demand=label)
    if written.channel.real_name and written.style.size == "full":
        yield from _parties(facts, lang)


def _parties(facts: Facts, lang: str) -> Iterator[domain.Warning]:
    person, merchant = facts.person, facts.merchant
    known = {
        "person.name": person.name,
        "person.phone": person.phone,
        "person.address": person.address,
        "merchant.registered_name": merchant.registered_name,
        "merchant.address": merchant.address,
    }
    for place, value in known.items():
        if not value.strip():
            yield warn("missing_fact", place.replace(".", "_"), lang, place)


def _missing_evidence(facts: Facts, lang: str) -> Iterator[domain.Warning]:
    have = by_kind(usable(facts))
    for one in facts.issue.evidence:
        if one.need == "required" and one.kind not in have:
            name, why = kind_text(one.kind).label.of(lang), one.why.of(lang)
            yield warn("missing_evidence", "no_evidence", lang, one.kind.value, name=name, why=why)
    for filed in facts.evidence:
        number, state = filed.number, filed.evidence.fixity
        if number is None or number in facts.dispute.left_out or not filed.evidence.broken:
            continue
        label = number_label(number, lang)
        yield warn(
            "missing_evidence", f"evidence_{state}", lang, f"evidence.{number}", number=label
        )


def _missing_shots(facts: Facts, lang: str) -> Iterator[domain.Warning]:
    """Name neighbouring screenshots of a chat that have no line in common, where both may be cited."""
    numbers = {one.number for one in usable(facts)}
    for gap in facts.gaps:
        if {gap.before, gap.after} <= numbers:
            labels = {
                "before": number_label(gap.before, lang),
                "after": number_label(gap.after, lang),
            }
            yield warn("missing_evidence", "shot_gap", lang, f"evidence.{gap.after}", **labels)


def _demand_replaced(written: Written, lang: str) -> Iterator[domain.Warning]:
    wanted = written.wanted
    if wanted.instead_of is None:
        return
    chosen = wanted.instead_of.label.of(lang)
    usual = wanted.option.label.of(lang) if wanted.option else "–"
    yield warn("contradiction", "demand_replaced", lang, "demand", chosen=chosen, usual=usual)


def _stale(written: Written, lang: str) -> Iterator[domain.Warning]:
    fresh = {one.id: one for one in written.generated}
    for one in written.drafts:
        if one.id.startswith(quoting.PREFIX) and not one.edited:
            if one.stale:
                number = one.citations[0]
                label = number_label(number, lang)
                yield warn("stale", "quote_stale", lang, f"evidence.{number}", number=label)
        elif one.stale:
            words = fresh[one.id].write(written.style)
            yield warn("stale", "stale", lang, one.id, words)


def _limits(written: Written, lang: str) -> Iterator[domain.Warning]:
    limits = written.limits
    if not written.fitted.fits:
        characters, size = count(written.fitted.text, limits.encoding)
        if limits.characters is not None and characters > limits.characters:
            yield warn("limit", "too_long", lang, count=characters, limit=limits.characters)
        elif limits.bytes is not None:
            yield warn("limit", "too_many_bytes", lang, count=size, limit=limits.bytes)
    elif shortened := _shortened(written.fitted):
        yield warn("limit", "shortened", lang, shortened[0], count=len(shortened))
    if limits.pictures is not None and written.pictures > limits.pictures:
        yield warn(
            "limit", "too_many_pictures", lang, count=written.pictures, limit=limits.pictures
        )


def _shortened(fitted: Fitted) -> list[str]:
    """Name the statements in which the user's words were cut, which no list of dropped ones shows."""
    if fitted.style.value_width is None:
        return []
    whole = replace(fitted.style, value_width=None)
    return [draft.id for draft, text in fitted.shown if draft.write(whole) != text]


def _unverified(facts: Facts, written: Written, lang: str) -> Iterator[domain.Warning]:
    """Name the rules that were held back, where this text could have named them."""
    if written.channel.law == "none" or written.style.brief:
        return
    day = event_day(facts)
    for rule in facts.rules:
        if rule.guide or rule.printable(day):
            continue
        title, article = rule.name.of(lang), rule.article.of(lang)
        name = f"《{title}》{article}" if lang == "zh" else f"{title}, {article}"
        code = "rule_unverified" if rule.status != "verified" else "rule_not_in_force"
        yield warn("unverified", code, lang, f"rule.{rule.id}", rule=name)
