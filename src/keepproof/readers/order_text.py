"""Read an order from the text of its page, as copied from an app or a web site."""

from __future__ import annotations

from keepproof.domain.order import OrderDraft


def read_order(text: str, *, platform: str | None = None) -> OrderDraft:
    """Read what a pasted order page says; `platform` overrides the guess from its wording."""
    del text
    return OrderDraft(platform=platform, problems=("readers.nothing_found",))
