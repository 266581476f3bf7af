"""How a text is written: its size, and how far it has been tightened to fit a limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from keepproof.knowledge.channel import Channel

Moments = Literal["minute", "day", "brief", "tight"]
Order = Literal["whole", "lean", "bare"]
Listing = Literal["names", "numbers", "none"]

NOMINAL = {
    "zh": {"tiny": 130, "short": 200, "standard": 600},
    # The same sentence takes twice the letters in English, and more.
    "en": {"tiny": 200, "short": 400, "standard": 1500},
}
NAMED_AT_MOST = 6  # so many pieces of evidence are listed by name in a chat, more by number
_NAME_WIDTHS = {"tiny": 12, "short": 18, "standard": 40, "full": None, "call_card": 40}
# How far what the user typed is cut, between the steps that cost less and more.
_LONG = (120, 80, 60)
_MIDDLE = (44, 36, 30, 25, 21)
_SMALL = (18, 15, 12, 10, 8, 6, 5, 4, 3, 2)
_RUNS = {"tiny": 3, "short": 4, "standard": 8, "full": None, "call_card": 4}


@dataclass(frozen=True, slots=True)
class Style:
    """One way of wording: every tightening step gives another style.

    `moments` is how times are written, `name_width` and `value_width` cap the product name and what the user
    typed, `runs` how many citations one sentence prints before “etc.”, `voice` who the seller is to the
    reader: seller, you (the text goes to the shop) or respondent (a letter to an authority).
    """

    lang: str
    size: str
    numbers: Literal["long", "short"]
    moments: Moments
    voice: str = "seller"
    listing: Listing = "none"
    order: Order = "whole"
    order_cited: bool = True
    demand: Literal["text", "label"] = "text"
    name_width: int | None = None
    value_width: int | None = None
    runs: int | None = None

    @property
    def paragraph(self) -> bool:
        """Say whether the text is one paragraph of short forms."""
        return self.size in {"tiny", "short"}

    @property
    def brief(self) -> bool:
        """Say whether statements come in their short form."""
        return self.paragraph or self.size == "call_card"

    @property
    def squeezed(self) -> bool:
        """Say whether spaces between Chinese and Latin are dropped."""
        return self.brief and self.lang == "zh"


def style_of(channel: Channel, lang: str, size: str, evidence_count: int) -> Style:
    """Give the style a text starts from, before anything is shortened."""
    moments: Moments = "minute"
    if size in {"short", "call_card"}:
        moments = "brief"
    elif size == "tiny":
        moments = "tight"
    listing: Listing = "none"
    if size == "full":
        listing = "names"
    elif size == "standard":
        listing = "names" if evidence_count <= NAMED_AT_MOST else "numbers"
    voice = {"merchant": "you", "authority": "respondent"}.get(channel.party, "seller")
    return Style(
        lang,
        size,
        "short" if size in {"tiny", "short"} else channel.numbers,
        moments,
        voice=voice if size == "full" or voice == "you" else "seller",
        listing=listing,
        name_width=_wide(_NAME_WIDTHS[size], lang),
        runs=_RUNS[size],
    )


def tightened(style: Style) -> Iterator[Style]:
    """Give ever tighter styles: dates without times, shorter name, bare list, shorter values."""
    if style.moments == "minute":
        yield (style := replace(style, moments="day"))
    if style.moments != "tight":
        yield (style := replace(style, moments="tight"))
    for width in (12, 8):
        if style.name_width is None or _wide(width, style.lang) < style.name_width:
            yield (style := replace(style, name_width=_wide(width, style.lang)))
    if style.listing == "names":
        yield (style := replace(style, listing="numbers"))
    yield (style := replace(style, order_cited=False, runs=3))
    for width in _LONG:
        yield (style := replace(style, value_width=_wide(width, style.lang)))
    yield (style := replace(style, order="lean", runs=2))
    yield (style := replace(style, order="bare", runs=1))
    yield (style := replace(style, demand="label"))
    for width in _MIDDLE:
        yield (style := replace(style, value_width=_wide(width, style.lang)))
    yield (style := replace(style, listing="none"))
    for width in _SMALL:
        yield (style := replace(style, value_width=_wide(width, style.lang)))


def _wide(width: int | None, lang: str) -> int:
    """Latin letters are half as wide as Chinese ones, so the same words take more of them."""
    return 10_000 if width is None else width * (2 if lang == "en" else 1)
