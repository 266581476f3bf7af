"""Which pictures of an order show private data and have no redacted copy."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from keepproof.domain.exposed import Exposed
from keepproof.domain.reading import ReadLine
from keepproof.domain.redaction import copies, without_copies
from keepproof.services.redact_picture import can_redact

if TYPE_CHECKING:
    from keepproof.library.library import Library


def exposed(library: Library, order_id: str) -> tuple[Exposed, ...]:
    """List them by number; a picture nobody has read yet is not among them."""
    # the rules of private data are loaded with the first text, not with the window
    from keepproof.services.redact_suggestions import known_numbers, lines_of  # noqa: PLC0415

    filed = library.evidence.of_order(order_id)
    covered, numbers = copies(filed), known_numbers(library, order_id)
    found = []
    for one in without_copies(filed):
        item = one.evidence
        if one.number is None or item.id in covered or not can_redact(item):
            continue
        reading = library.readings.get(item.sha256)
        kinds = _kinds(lines_of(reading), numbers) if reading is not None else ()
        if kinds:
            found.append(Exposed(one.number, kinds))
    return tuple(found)


@lru_cache(maxsize=256)
def _kinds(lines: tuple[ReadLine, ...], numbers: frozenset[str]) -> tuple[str, ...]:
    """Name what is private in lines, once each; the same lines are asked about with every keystroke's saving."""
    from keepproof.composing.private_lines import find  # noqa: PLC0415 - see above

    return tuple(dict.fromkeys(spot.kind for spot in find(lines, numbers)))
