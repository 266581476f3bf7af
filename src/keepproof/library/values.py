"""How values stand in the catalogue: text of any kind, moments, money, mappings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from keepproof.domain.evidence import SourcedTime
from keepproof.domain.money import Money
from keepproof.errors import KnownError

T = TypeVar("T")
Row = tuple[Any, ...]


def stored(text: str) -> str | bytes:
    """Give text the form it is stored in: lone surrogates (odd file names) make it a blob."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def shown(value: str | bytes) -> str:
    """Take back what `stored` gave."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")


@lru_cache(maxsize=8192)
def moment(text: str) -> datetime:
    """Read a stored moment."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise KnownError("library.damaged", detail=text) from error


def moment_or_none(text: str | None) -> datetime | None:
    """Read a stored moment that may be unknown."""
    return None if text is None else moment(text)


def iso(at: datetime | None) -> str | None:
    """Write a moment as ISO 8601 with its offset; one without an offset is taken as local time."""
    if at is None:
        return None
    return (at if at.tzinfo is not None else at.astimezone()).isoformat()


def local_moment(nanoseconds: int) -> datetime | None:
    """Turn a file's time into a local moment; None where it is beyond the calendar."""
    try:
        return datetime.fromtimestamp(nanoseconds / 1e9, tz=UTC).astimezone()
    except (OverflowError, ValueError, OSError):
        return None


def sourced(at: str | None, source: str | None) -> SourcedTime | None:
    """Read a stored moment with its source."""
    return None if at is None else SourcedTime(moment(at), source or "")


def unsourced(time: SourcedTime | None) -> tuple[str | None, str | None]:
    """Write a moment with its source as two columns."""
    return (None, None) if time is None else (iso(time.at), time.source)


def money(cents: int | None, currency: str | None) -> Money | None:
    """Read an amount from its two columns."""
    return None if cents is None else Money(cents, currency or "CNY")


def cents(amount: Money | None) -> tuple[int | None, str | None]:
    """Write an amount as two columns."""
    return (None, None) if amount is None else (amount.cents, amount.currency)


def packed(value: object) -> str:
    """Write a mapping or list as JSON; escaped ASCII, so that even lone surrogates come back."""
    if isinstance(value, Mapping):
        value = dict(value)
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def unpacked(text: str, type: type[T]) -> T:
    """Read JSON of `packed` and make sure of its type."""
    try:
        return msgspec.convert(json.loads(text), type)
    except (ValueError, msgspec.ValidationError) as error:
        raise KnownError("library.damaged", detail=text[:80]) from error
