"""Remarks on the user's own words: tone, with a neutral wording for each, and what is private in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from keepproof.composing.facts import Facts
from keepproof.composing.masking import Item
from keepproof.composing.tone import listen, reason
from keepproof.composing.warning import warn
from keepproof.composing.wording import quoted_names
from keepproof.domain import complaint as domain
from keepproof.domain.evidence import number_label
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.issue_type import IssueType

LONGEST = 24  # what is quoted in a remark is cut here


def tone_remarks(
    facts: Facts, channel: Channel, text: str, text_lang: str, lang: str
) -> Iterator[domain.Warning]:
    """Point out words that a text does better without; only what this text shows."""
    shown = squashed(text)
    for place, words, base in _own_words(facts, channel, text_lang):
        for one in listen(words):
            found = words[one.start : one.end]
            if squashed(found) not in shown or (base and squashed(found) in base):
                continue
            made = warn(
                "tone",
                "tone",
                lang,
                place,
                one.neutral or "",
                found=_cut(found),
                where=_where(facts, place, lang),
                reason=reason(one.kind).of(lang),
            )
            # A contact is a record: its words are changed in the log, or for this text alone.
            taken = one.neutral is not None and not place.startswith("contact.")
            after = one.rewritten(words) if taken else ""
            yield domain.Warning(
                made.kind,
                made.text,
                made.suggestion,
                place,
                found,
                (one.start, one.end),
                after or None,
            )


def privacy_remarks(
    facts: Facts, items: Sequence[Item], text: str, lang: str
) -> Iterator[domain.Warning]:
    """Say what private data this text hides, and what it shows although the channel does not need it."""
    shown, told = squashed(text), set[str]()
    for item in items:
        if item.key in told or squashed(item.shown) not in shown:
            continue
        if not item.masked and not item.usual:
            continue
        told.add(item.key)
        made = warn(
            "privacy",
            "private_masked" if item.masked else "private_shown",
            lang,
            item.place,
            "" if item.masked else item.veiled,
            what=warn("", f"private_{item.private.kind}", lang).text,
            words=_cut(item.shown),
            where=_where(facts, item.place, lang),
        )
        yield domain.Warning(
            made.kind,
            made.text,
            made.suggestion,
            item.place,
            item.shown,
            (item.private.start, item.private.end),
            item=item.key,
            masked=item.masked,
        )


def squashed(text: str) -> str:
    """Take spaces and capitals out, which wording may change."""
    return re.sub(r"\s+", "", text).casefold()


def _own_words(facts: Facts, channel: Channel, lang: str) -> Iterator[tuple[str, str, str]]:
    """Give place, words and the generated words they replace (squashed) of what the user wrote herself."""
    quoted = _quoted(facts.issue)
    texts = {one.id for one in facts.issue.questions if one.type == "text"} - quoted
    for id, answer in facts.dispute.answers.items():
        if id in texts and isinstance(answer, str):
            yield f"answer.{id}", answer, ""
    for contact in facts.contacts:
        yield f"contact.{contact.id}", contact.summary, ""
    for edit in facts.edits:
        if (edit.channel, edit.lang) == (channel.id, lang):
            yield edit.statement, edit.text, squashed(edit.base)


def _quoted(issue: IssueType) -> frozenset[str]:
    """List the answers that stand between quotation marks: the words of others."""
    inside: set[str] = set()
    outside: set[str] = set()
    for rule in issue.statements:
        for source in (rule.zh, rule.en):
            names = quoted_names(source)
            inside |= names
            outside |= {*rule.uses, *rule.also} - names
    return frozenset(inside - outside)


def _where(facts: Facts, place: str, lang: str) -> str:
    if place.startswith("answer."):
        labels = {one.id: one.label.of(lang) for one in facts.issue.questions}
        label = labels.get(place.removeprefix("answer."), "")
        return f"“{label}”"
    if place.startswith("evidence."):
        return number_label(int(place.removeprefix("evidence.")), lang)
    known = place.startswith(("order.", "merchant.", "person."))
    return warn("", "private_in_facts" if known else "private_in_sentence", lang).text


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
