"""What only a letter has: the parties, the list of evidence line by line, the declarations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from keepproof.composing.citing import bracketed, cited, usable, word_numbers
from keepproof.composing.cleaning import one_line
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.figures import word_moment
from keepproof.composing.framing import declared, issue_words, kind_name, name_of
from keepproof.composing.ordering import seller
from keepproof.composing.style import Style
from keepproof.composing.wording import frame, frames
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.knowledge.book import GENERIC
from keepproof.knowledge.channel import Channel

Have = Mapping[EvidenceKind, tuple[int, ...]]
DECLARATIONS = ("daily_life", "true_name", "no_parallel", "truth")
ONE_BY_ONE = 24  # more evidence than this is listed in groups of the same kind


def letter_drafts(facts: Facts, channel: Channel, have: Have) -> list[Draft]:
    """Write parties, evidence lines and declarations."""
    drafts = _party_drafts(facts, have)
    drafts += _evidence_drafts(facts)
    if channel.real_name:
        inquiry = facts.issue.inquiry
        told = ("true_name", "truth") if inquiry else DECLARATIONS
        drafts += [declared(one, 6, inquiry=inquiry) for one in told]
    return drafts


def _party_drafts(facts: Facts, have: Have) -> list[Draft]:
    """Write who complains about whom; what nobody has filled in leaves its line out."""
    person, merchant = facts.person, facts.merchant
    licence = cited([EvidenceKind.LICENCE], have)
    inquiry = facts.issue.inquiry
    drafts = _parties(
        [
            ("person_name", person.name),
            ("person_phone", person.phone),
            ("person_address", person.address),
        ],
        (),
        inquiry=inquiry,
    )
    registered = bool(merchant.registered_name.strip())
    if registered or facts.order.shop.strip():
        drafts.append(_respondent(facts, licence if registered else ()))
    drafts += _parties(
        [("credit_code", merchant.credit_code), ("merchant_address", merchant.address)],
        licence,
        told=registered,
    )
    drafts += _parties([("merchant_phone", merchant.phone)], ())
    if facts.platform.id != GENERIC:
        drafts.append(_platform(facts))
    return [*drafts, _issue(facts)]


def _parties(
    rows: Sequence[tuple[str, str]],
    numbers: tuple[int, ...],
    *,
    told: bool = False,
    inquiry: bool = False,
) -> list[Draft]:
    """Write one statement a row; the licence they rest on is printed once, `told` means before."""
    drafts: list[Draft] = []
    for key, value in rows:
        if value.strip():
            drafts.append(_party(key, value, () if told else numbers, numbers, inquiry=inquiry))
            told = True
    return drafts


def _party(
    key: str, value: str, printed: tuple[int, ...], numbers: tuple[int, ...], *, inquiry: bool
) -> Draft:
    def write(style: Style) -> str:
        words = one_line(value, style.lang)
        text = frame(style.lang, "full", key, value=words, inquiry=inquiry)
        return text + bracketed(printed, style)

    field = key if key.startswith("person") else f"merchant_{key.removeprefix('merchant_')}"
    return Draft(key, "parties", write, "core", 0, numbers, (field.replace("_", ".", 1),))


def _respondent(facts: Facts, licence: tuple[int, ...]) -> Draft:
    name, inquiry = facts.merchant.registered_name, facts.issue.inquiry

    def write(style: Style) -> str:
        shop = seller(facts, style.lang) if facts.order.shop else ""
        registered = one_line(name, style.lang)
        text = frame(
            style.lang, "full", "respondent", registered=registered, shop=shop, inquiry=inquiry
        )
        return text + bracketed(licence, style)

    fields = ("merchant.registered_name", "order.shop")
    known = tuple(one for one, value in zip(fields, (name, facts.order.shop), strict=True) if value)
    return Draft("respondent", "parties", write, "core", 0, licence, known)


def _platform(facts: Facts) -> Draft:
    def write(style: Style) -> str:
        return frame(style.lang, "full", "platform", value=facts.platform.name.of(style.lang))

    return Draft("platform", "parties", write, "core", 0, (), ("order.platform",))


def _issue(facts: Facts) -> Draft:
    def write(style: Style) -> str:
        words, inquiry = issue_words(facts, style.lang), facts.issue.inquiry
        return frame(style.lang, "full", "issue", issue=words, inquiry=inquiry)

    return Draft("issue", "parties", write, "core", 0, (), ("issue",))


def _evidence_drafts(facts: Facts) -> list[Draft]:
    every = usable(facts)
    groups = _grouped(every) if len(every) > ONE_BY_ONE else [[one] for one in every]
    return [
        Draft(
            f"evidence.{group[0].number}",
            "evidence",
            _evidence_line(group, facts),
            "core",
            0,
            tuple(one.number or 0 for one in group),
            tuple(f"evidence.{one.number}" for one in group),
        )
        for group in groups
    ]


def _grouped(every: Sequence[FiledEvidence]) -> list[list[FiledEvidence]]:
    groups: list[list[FiledEvidence]] = []
    for one in every:
        if groups and groups[-1][-1].evidence.kind == one.evidence.kind:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _evidence_line(group: Sequence[FiledEvidence], facts: Facts) -> Callable[[Style], str]:
    def write(style: Style) -> str:
        lang, first = style.lang, group[0].evidence
        said = ""
        if len(group) > 1:
            said = frame(lang, "full", "evidence_count", count=len(group))
        elif (at := first.times.event or first.times.content) is not None:
            said = word_moment(at.at, lang, "day", facts.today.year)
        name = name_of(group[0], lang) if len(group) == 1 else kind_name(first.kind, lang)
        numbers = word_numbers([one.number or 0 for one in group], style)
        return _line_of(lang, numbers, name, said, first.kind.value)

    return write


@lru_cache(maxsize=4096)
def _line_of(lang: str, numbers: str, name: str, said: str, kind: str) -> str:
    """Word a line of the list; hundreds of them stay the same from one keystroke to the next."""
    proves = frames(lang, "common")["proves"].get(kind, "")
    return frame(
        lang, "full", "evidence_line", numbers=numbers, name=name, facts=said, proves=proves
    )
