"""Values of foreign tables and JSON, taken only when they are what they should be."""

from __future__ import annotations

from collections.abc import Mapping

from keepproof.readers.chats.decoding import clean

Entry = Mapping[str, object]


def entry(data: object) -> Entry:
    """Return a mapping, an empty one for anything else."""
    return data if isinstance(data, dict) else {}


def entries(data: object) -> list[Entry]:
    """Return the mappings of a list; other items count as empty so that places stay right."""
    return [entry(one) for one in data] if isinstance(data, list) else []


def words(data: object) -> str:
    """Return a text made safe to show; numbers as they are written, anything else empty."""
    if isinstance(data, str):
        return clean(data)
    return str(data) if isinstance(data, int) and not isinstance(data, bool) else ""


def first(data: Entry, *names: str) -> str:
    """Return the first of several texts that is not empty."""
    return next((text for name in names if (text := words(data.get(name)))), "")


def yes(data: object) -> bool | None:
    """Read a yes or no in the ways programs write it; None where it is neither."""
    if isinstance(data, bool):
        return data
    return {"1": True, "0": False}.get(words(data))
