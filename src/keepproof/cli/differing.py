"""Where an order and its evidence differ, for `dispute show`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from keepproof.cli import output
from keepproof.domain.money import Money
from keepproof.services import contradictions

if TYPE_CHECKING:
    from keepproof.domain.contradiction import Contradiction, Value
    from keepproof.domain.order import Order


def as_json(order: Order, found: Sequence[Contradiction]) -> list[dict[str, Any]]:
    """Write each field with the values that differ and their sources, then moments in the wrong order."""
    reversed_moments = [
        {"field": f"{first} > {second}", "values": [_moment(order, one) for one in (first, second)]}
        for first, second in order.moments.contradictions()
    ]
    return [*map(_difference, found), *reversed_moments]


def put(found: Sequence[Contradiction], lang: str) -> None:
    """Print one line for each value that differs."""
    for one in found:
        for sighting in one.sightings:
            output.put(f"  ! {output.clean(contradictions.sentence(one, sighting, lang))}")


def _difference(one: Contradiction) -> dict[str, Any]:
    here = [] if one.here is None else [{"value": _value(one.here), "source": one.source or None}]
    there = [
        {
            "value": _value(sighting.value),
            "source": contradictions.source_words(sighting),
            "words": sighting.words or None,
        }
        for sighting in one.sightings
    ]
    return {"field": one.field, "values": [*here, *there]}


def _moment(order: Order, name: str) -> dict[str, str | None]:
    at = output.moment(getattr(order.moments, name))
    return {"value": at, "source": order.sources.get(name)}


def _value(value: Value) -> str | int | None:
    if isinstance(value, Money):
        return value.cents
    return output.moment(value) if isinstance(value, datetime) else value
