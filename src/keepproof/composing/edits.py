"""The user's own words in place of a statement, and whether the facts have changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from keepproof.composing.citing import named_in, usable
from keepproof.composing.cleaning import shorten, visible
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.masking import numbers_of, veil
from keepproof.composing.style import Style, style_of, tightened
from keepproof.domain.dispute import StatementEdit
from keepproof.knowledge.channel import Channel, Size

SIZES: tuple[Size, ...] = ("tiny", "short", "standard", "full", "call_card")


def edited(
    drafts: Sequence[Draft], facts: Facts, channel: Channel, style: Style
) -> tuple[Draft, ...]:
    """Put the user's words in place of the statements she has rewritten for this channel."""
    own = {
        one.statement: one
        for one in facts.edits
        if (one.channel, one.lang) == (channel.id, style.lang)
    }
    if not own:
        return tuple(drafts)
    known = frozenset(one.number for one in usable(facts) if one.number is not None)
    numbers = numbers_of(facts)
    return tuple(
        _rewritten(one, own[one.id], channel, style, known, numbers) if one.id in own else one
        for one in drafts
    )


def _rewritten(
    draft: Draft,
    edit: StatementEdit,
    channel: Channel,
    style: Style,
    known: frozenset[int],
    numbers: frozenset[str],
) -> Draft:
    words = "".join(one for one in edit.text if visible(one)).strip()
    if draft.role == "core" and not words:
        return draft  # a complaint never loses its order, its problem or its demand

    def write(tight: Style) -> str:
        # Only when nothing else is left: her words are whole until then.
        return words if tight.value_width is None else shorten(words, 2 * tight.value_width + 6)

    # What was hidden then may be shown now, and the other way round: that alone makes nothing stale.
    base = veil(edit.base, numbers)
    stale = draft.stale or all(
        base != veil(text, numbers) for text in _variants(draft, channel, style)
    )
    named = named_in(words) & known
    return replace(
        draft,
        write=write,
        citations=tuple(sorted({*draft.citations, *named})),
        edited=True,
        stale=stale,
    )


def _variants(draft: Draft, channel: Channel, style: Style) -> Iterator[str]:
    """Give what the facts could have said in any size and at any tightness."""
    yield draft.write(style)
    sizes = (style.size, *(one for one in SIZES if one != style.size))
    for size in sizes:
        if (size == "full") != (style.size == "full") or size == "call_card":
            continue  # a letter has statements of its own
        first = style_of(channel, style.lang, size, 0)
        yield draft.write(first)
        yield from (draft.write(one) for one in tightened(first))
