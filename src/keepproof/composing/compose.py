"""Write the complaint of a dispute for one channel: the same facts give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from keepproof.composing.call_card import card_drafts
from keepproof.composing.checks import Written, check
from keepproof.composing.citing import usable
from keepproof.composing.counting import counters
from keepproof.composing.draft import Draft
from keepproof.composing.edits import edited
from keepproof.composing.facts import Facts
from keepproof.composing.figures import word_day
from keepproof.composing.fit import Fitted, Press, fit
from keepproof.composing.framing import evidence_draft
from keepproof.composing.layout import Page, Shown, letter, lines, numbered, paragraph
from keepproof.composing.masking import hide
from keepproof.composing.messages import split
from keepproof.composing.outline import outline
from keepproof.composing.style import NOMINAL, Style, style_of
from keepproof.domain.complaint import Complaint, Limits, Statement
from keepproof.knowledge.channel import Channel


def compose(
    known: Facts, channel: Channel, lang: str, size: str | None = None, *, ui_lang: str = ""
) -> Complaint:
    """Write the text for a channel in "zh" or "en"; warnings are worded in `ui_lang` (default: lang).

    The text keeps the limits of the channel and of the size. A limit so small that order number, problem
    and demand do not fit gives a warning of kind limit. Private data the channel does not need are masked.
    """
    hidden = hide(known, channel)
    facts = hidden.facts
    chosen = size or channel.size
    limits = _limits(channel, chosen, lang)
    style = style_of(channel, lang, chosen, len(usable(facts)))
    drafts, wanted = outline(facts, channel, style)
    if chosen == "call_card":
        drafts = card_drafts(facts, drafts, wanted)
    made = edited(drafts, facts, channel, style)
    fitted = _fitted(facts, channel, made, style, limits)
    shown = tuple(_statement(draft, text) for draft, text in fitted.shown)
    numbers = tuple(sorted({number for one in shown for number in one.citations}))
    messages = split(fitted.text, fitted.spans, limits.message_characters)
    pictures = _pictures(facts, numbers)
    written = Written(channel, style, wanted, made, drafts, fitted, limits, pictures, hidden.items)
    return Complaint(
        channel.id,
        lang,
        chosen,
        fitted.text,
        messages,
        shown,
        fitted.spans,
        counters(fitted.text, limits.encoding, len(messages), pictures),
        limits,
        tuple(_statement(one, one.write(style)) for one in fitted.dropped),
        check(known, written, ui_lang or lang),
        numbers,
    )


def _fitted(
    facts: Facts, channel: Channel, drafts: Sequence[Draft], style: Style, limits: Limits
) -> Fitted:
    """Fit the text; where a size cannot be made to fit at all, one paragraph still may."""
    fitted = fit(drafts, style, _press(facts, style, limits))
    if fitted.fits or style.paragraph or style.size == "call_card":
        return fitted
    tiny = style_of(channel, style.lang, "tiny", 0)
    smaller, _ = outline(facts, channel, tiny)
    again = fit(edited(smaller, facts, channel, tiny), tiny, _press(facts, tiny, limits))
    gone = {one.id for one in again.dropped} | {draft.id for draft, _ in again.shown}
    left = [one for one in drafts if one.id not in gone and one.part != "parties"]
    return replace(again, dropped=(*again.dropped, *left)) if again.fits else fitted


def _press(facts: Facts, style: Style, limits: Limits) -> Press:
    inquiry = facts.issue.inquiry

    def lay(shown: Sequence[Shown], tight: Style) -> Page:
        if tight.paragraph:
            return paragraph(shown, tight)
        if tight.size == "standard":
            return numbered(shown, tight, inquiry=inquiry)
        if tight.size == "full":
            dated = word_day(facts.today, tight.lang)
            return letter(shown, tight, inquiry=inquiry, dated=dated)
        return lines(shown, tight)

    evidence = usable(facts)

    def listing(numbers: Sequence[int]) -> Draft:
        return evidence_draft(evidence, numbers)

    return Press(limits, lay, listing if style.size == "standard" else None)


def _limits(channel: Channel, size: str, lang: str) -> Limits:
    """Give the limits that hold: those of the channel, and how long a text of this size may be."""
    nominal = NOMINAL[lang].get(size)
    known = channel.limits.characters
    both = [one for one in (nominal, known) if one is not None]
    return replace(channel.limits, characters=min(both) if both else None)


def _statement(draft: Draft, text: str) -> Statement:
    return Statement(
        draft.id,
        draft.part,
        text,
        draft.citations,
        draft.fields,
        stated_by_user=not draft.citations,
        edited=draft.edited,
        stale=draft.stale,
    )


def _pictures(facts: Facts, numbers: Sequence[int]) -> int:
    """Count the pictures to send along: those among the evidence cited."""
    wanted = frozenset(numbers)
    return sum(
        one.number in wanted and one.evidence.media_type.startswith("image/")
        for one in usable(facts)
    )
