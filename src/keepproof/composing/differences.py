"""Compare what files say of an order with the order: numbers, shops, amounts and moments, however written."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, tzinfo

from keepproof import messages
from keepproof.domain.contradiction import FIELDS, Contradiction, Dismissal, Sighting, Value, plain
from keepproof.domain.evidence import number_label
from keepproof.domain.money import Money
from keepproof.domain.order import Order

SAME_MOMENT_S = 60
_MOMENTS = {name: name for name in ("ordered", "shipped", "signed", "confirmed")}
_MOMENTS["paid_at"] = "paid"


def differences(
    order: Order, sightings: Iterable[Sighting], dismissed: Collection[Dismissal] = ()
) -> tuple[Contradiction, ...]:
    """List the fields in which sightings differ from the order, or from each other where it says nothing."""
    by_field: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_field.setdefault(sighting.field, []).append(sighting)
    found = []
    for field in FIELDS:
        one = _difference(order, field, by_field.get(field, []))
        if one is None:
            continue
        left = tuple(
            sighting for sighting in one.sightings if one.dismissal(sighting) not in dismissed
        )
        if left:
            found.append(Contradiction(field, one.here, one.source, left))
    return tuple(found)


def value_of(order: Order, field: str) -> Value | None:
    """Give what an order says of a field, None where it says nothing."""
    if field in _MOMENTS:
        return order.moments.known().get(_MOMENTS[field])
    value: Value | None = getattr(order, field)
    return value or None if isinstance(value, str) else value


def same(here: Value, sighting: Sighting) -> bool:
    """Say whether a sighting says the same as a value; what cannot be compared does not contradict."""
    there = sighting.value
    if isinstance(here, Money) and isinstance(there, Money):
        return here.currency != there.currency or here.cents == there.cents
    if isinstance(here, datetime) and isinstance(there, datetime):
        return _same_moment(here, there, day_only=sighting.day_only)
    if isinstance(here, str) and isinstance(there, str):
        return _same_shop(here, there) if sighting.field == "shop" else bare(here) == bare(there)
    return True


def bare(text: str) -> str:
    """Leave the letters and figures of a text, in one width and case."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())


def sentence(one: Contradiction, sighting: Sighting, lang: str) -> str:
    """Say in one sentence what differs, with both sources."""
    # both moments in one zone, or the same hour would look like another
    zone = sighting.value.tzinfo if isinstance(sighting.value, datetime) else None
    source = number_label(sighting.number, lang)
    if sighting.line:
        place = {"evidence": source, "line": sighting.line}
        source = messages.say("contradiction.source", lang, place)
    return messages.say(
        "contradiction.apart" if one.here is None else "contradiction.differs",
        lang,
        {
            "field": messages.say(f"contradiction.field.{one.field}", lang),
            "here": written(one.here, zone),
            "there": written(sighting.value, zone, day_only=sighting.day_only),
            "source": source,
        },
    )


def written(value: Value | None, zone: tzinfo | None = None, *, day_only: bool = False) -> str:
    """Write a value for people; a moment in a zone, or in its own."""
    if isinstance(value, Money):
        return value.shown()
    if isinstance(value, datetime):
        at = value.astimezone(zone) if zone is not None else value
        return at.strftime("%Y-%m-%d" if day_only else "%Y-%m-%d %H:%M")
    return value or ""


def _difference(order: Order, field: str, sightings: Sequence[Sighting]) -> Contradiction | None:
    here = value_of(order, field)
    source = order.sources.get(field, "")
    if here is not None:
        other = _once(sighting for sighting in sightings if not same(here, sighting))
        return Contradiction(field, here, source, other) if other else None
    apart = _once(sightings)
    alike = all(same(one.value, two) for one in apart for two in apart)
    return None if alike else Contradiction(field, None, "", apart)


def _once(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Leave one sighting of each value and piece of evidence."""
    kept = {
        (sighting.evidence_id, plain(sighting.value)): sighting
        for sighting in reversed(list(sightings))
    }
    return tuple(reversed(kept.values()))


def _same_moment(here: datetime, there: datetime, *, day_only: bool) -> bool:
    for one in (there, here):
        # some files name nothing but the day, and write it as midnight
        if (day_only and one is there) or one.hour == one.minute == one.second == 0:
            return here.astimezone(one.tzinfo).date() == there.astimezone(one.tzinfo).date()
    return abs((here - there).total_seconds()) < SAME_MOMENT_S


def _same_shop(here: str, there: str) -> bool:
    """Take a name that is cut, as in a narrow screenshot, for the whole."""
    one, other = bare(here), bare(there)
    return not one or not other or one in other or other in one
