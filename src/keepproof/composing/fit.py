"""Make a text fit: drop whole statements in a stated order, then shorten words, never a figure.

What goes first: rules, the greeting, then facts by falling rank. If that is not enough, times become dates,
the product name is cut, the evidence list shrinks to its numbers, and at last what the user typed is cut
between words. Order number, core problem, demand with its amount and the citations of what is kept stay.
From MINIMUM_CHARACTERS and MINIMUM_BYTES on a text always fits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from keepproof.composing.counting import count
from keepproof.composing.draft import Draft
from keepproof.composing.layout import Page, Shown
from keepproof.composing.style import Style, tightened
from keepproof.domain.complaint import Limits, Span

MINIMUM_CHARACTERS = {"zh": 130, "en": 200}
MINIMUM_BYTES = {"zh": 260, "en": 210}

Lay = Callable[[Sequence[Shown], Style], Page]
Listing = Callable[[Sequence[int]], Draft]


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was written: the text, the statements in it, and the drafts that had to go."""

    text: str
    spans: tuple[Span, ...]
    shown: tuple[Shown, ...]
    dropped: tuple[Draft, ...]
    style: Style
    fits: bool


class Press:
    """Writes a choice of statements in a style; each statement is worded once per style."""

    def __init__(self, limits: Limits, lay: Lay, listing: Listing | None) -> None:
        """Take the limits, the layout, and what lists the evidence cited (None: nothing does)."""
        self._limits = limits
        self._lay = lay
        self._listing = listing
        self._texts: dict[tuple[str, tuple[int, ...], Style], str] = {}

    def write(self, kept: Sequence[Draft], style: Style) -> Fitted:
        """Write these statements and see whether they fit."""
        every = list(kept)
        if self._listing is not None:
            numbers = sorted({one for draft in kept for one in draft.citations})
            every.append(self._listing(numbers))
        shown = [(one, text) for one in every if (text := self._word(one, style))]
        page = self._lay(shown, style)
        text = page.text()
        return Fitted(text, tuple(page.spans), tuple(shown), (), style, self.fits(text))

    def fits(self, text: str) -> bool:
        """Say whether a text is within the limits."""
        characters, size = count(text, self._limits.encoding)
        most, bytes_ = self._limits.characters, self._limits.bytes
        return (most is None or characters <= most) and (bytes_ is None or size <= bytes_)

    def _word(self, draft: Draft, style: Style) -> str:
        key = (draft.id, draft.citations, style)
        if key not in self._texts:
            self._texts[key] = draft.write(style)
        return self._texts[key]


def fit(drafts: Sequence[Draft], style: Style, press: Press) -> Fitted:
    """Write as much as fits, giving way in the stated order; `fits` is False when nothing helps."""
    written = press.write(drafts, style)
    if written.fits:
        return written
    giving = _giving_way(drafts)
    gone: set[str] = set()
    for draft in giving:
        gone.add(draft.id)
        written = press.write(_without(drafts, gone), style)
        if written.fits:
            break
    for tighter in () if written.fits else tightened(style):
        written = press.write(_without(drafts, gone), tighter)
        if written.fits:
            break
    if written.fits:
        written = _refilled(drafts, giving, gone, written, press)
    return _finished(written, drafts, gone)


def _refilled(
    drafts: Sequence[Draft], giving: Sequence[Draft], gone: set[str], written: Fitted, press: Press
) -> Fitted:
    """Use the room that is left: take back what fits, the weightiest facts first."""
    for draft in reversed([one for one in giving if one.id in gone]):
        if draft.role != "fact" and any(one.role == "fact" for one in giving if one.id in gone):
            break  # no rule and no greeting while a fact is left out
        wider = press.write(_without(drafts, gone - {draft.id}), written.style)
        if wider.fits:
            gone.discard(draft.id)
            written = wider
    return written


def _giving_way(drafts: Sequence[Draft]) -> list[Draft]:
    """List what may be dropped in the order it goes; of equal weight the later one goes first."""
    loose = [one for one in reversed(drafts) if one.role != "core"]
    return sorted(loose, key=lambda one: one.sacrifice)


def _without(drafts: Sequence[Draft], gone: set[str]) -> list[Draft]:
    return [one for one in drafts if one.id not in gone]


def _finished(written: Fitted, drafts: Sequence[Draft], gone: set[str]) -> Fitted:
    return replace(written, dropped=tuple(one for one in drafts if one.id in gone))
