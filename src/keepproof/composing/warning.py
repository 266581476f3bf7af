"""Word a warning."""

from __future__ import annotations

from keepproof import messages
from keepproof.domain import complaint as domain


def warn(
    kind: str, code: str, lang: str, place: str = "", suggestion: str = "", **data: object
) -> domain.Warning:
    """Make a warning; its sentence is composing.<code> of resources/messages."""
    return domain.Warning(kind, messages.say(f"composing.{code}", lang, data), suggestion, place)
