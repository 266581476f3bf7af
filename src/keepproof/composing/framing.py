"""The frame of a message: greeting, order, evidence list, when an answer is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from keepproof.composing.citing import word_numbers
from keepproof.composing.cleaning import clean, shorten
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.figures import word_deadline
from keepproof.composing.ordering import order_draft
from keepproof.composing.style import Style
from keepproof.composing.wording import frame, kind_text, small
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.knowledge.channel import Channel

Have = Mapping[EvidenceKind, tuple[int, ...]]
TITLE_WIDTH = 24
REPLY_RANK = 3
THANKS_RANK = 9


def frame_drafts(facts: Facts, channel: Channel, have: Have, style: Style) -> list[Draft]:
    """Write what every size has (the order) and what a chat message has around the facts."""
    drafts = [order_draft(facts, have)]
    if style.size != "standard":
        return drafts
    if channel.type == "chat":
        drafts.insert(0, _greeting(facts, channel))
        drafts.append(_reply(facts))
    elif facts.reply_by is not None and channel.party != "authority":
        drafts.append(_reply(facts))
    if channel.real_name and not facts.issue.inquiry:
        drafts.append(declared("daily_life", 6))
    return drafts


def issue_words(facts: Facts, lang: str) -> str:
    """Name the problem in a few words inside a sentence."""
    words = facts.issue.short.of(lang)
    return words if lang == "zh" else small(words)


def declared(id: str, rank: int, *, inquiry: bool = False) -> Draft:
    """Write a declaration the user makes."""

    def write(style: Style) -> str:
        return frame(style.lang, style.size, id, inquiry=inquiry)

    return Draft(id, "declaration", write, "fact", rank, (), ("dispute",))


def _greeting(facts: Facts, channel: Channel) -> Draft:
    key = "greeting"
    if facts.issue.inquiry:
        key = "greeting_inquiry"
    elif channel.party == "merchant":
        key = "greeting_merchant"

    def write(style: Style) -> str:
        return frame(style.lang, style.size, key, issue=issue_words(facts, style.lang))

    return Draft("greeting", "greeting", write, "courtesy", 0, (), ("issue",))


def _reply(facts: Facts) -> Draft:
    at = facts.reply_by
    kind = "_inquiry" if facts.issue.inquiry else ""

    def write(style: Style) -> str:
        if at is None:
            return frame(style.lang, style.size, f"thanks{kind}")
        words = word_deadline(at, style.lang, style.moments, facts.today.year)
        return frame(style.lang, style.size, f"reply{kind}", at=words)

    if at is None:
        return Draft("reply", "reply", write, "fact", THANKS_RANK)
    return Draft("reply", "reply", write, "fact", REPLY_RANK, (), ("answer.reply_by",))


def evidence_draft(evidence: Sequence[FiledEvidence], numbers: Sequence[int]) -> Draft:
    """Write the list of the evidence a message cites, out of all that could be."""

    def write(style: Style) -> str:
        if style.listing == "none" or not numbers:
            return ""
        if style.listing == "names":
            cited = frozenset(numbers)
            listed = [one for one in evidence if one.number in cited]
            items = [
                {
                    "numbers": word_numbers([one.number or 0], style),
                    "name": name_of(one, style.lang),
                }
                for one in listed
            ]
            return frame(style.lang, style.size, "evidence_names", items=items)
        words = word_numbers(numbers, style, style.runs)
        return frame(style.lang, style.size, "evidence_numbers", count=len(numbers), numbers=words)

    fields = tuple(f"evidence.{one}" for one in numbers)
    return Draft("evidence", "evidence", write, "core", 0, tuple(numbers), fields)


def name_of(one: FiledEvidence, lang: str) -> str:
    """Name a piece of evidence: by its title, or by its kind; a file name says nothing to a reader."""
    title = clean(one.evidence.title, lang)
    if title:
        return shorten(title, TITLE_WIDTH if lang == "zh" else TITLE_WIDTH * 2)
    return kind_name(one.evidence.kind, lang)


def kind_name(kind: EvidenceKind, lang: str) -> str:
    """Name a kind of evidence inside a sentence."""
    label = kind_text(kind).label.of(lang)
    return label if lang == "zh" else small(label) if label[1:2].islower() else label
