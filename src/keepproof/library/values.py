"""How values stand in the catalogue: text of any kind, moments, money, mappings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

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


def damaged(detail: object) -> KnownError:
    """Say that a stored value cannot be what was stored."""
    return KnownError("library.damaged", folder="", detail=str(detail)[:80])


def moment(text: str) -> datetime:
    """Read a stored moment; KnownError library.damaged."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise damaged(text) from error


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


class Packing(Generic[T]):
    """Read the JSON of `packed` and make sure of its type."""

    def __init__(self, type: type[T]) -> None:
        """Read values of this type."""
        self._type = type
        self._decoder = msgspec.json.Decoder(type)

    def read(self, text: str) -> T:
        """Read one value; KnownError library.damaged."""
        try:
            return self._decoder.decode(text)
        except msgspec.DecodeError:
            return self._slowly(text)

    def _slowly(self, text: str) -> T:
        # Either damaged, or with lone surrogates, which msgspec refuses and json reads.
        try:
            return msgspec.convert(json.loads(text), self._type)
        except (ValueError, TypeError) as error:
            raise damaged(text) from error


TEXTS = Packing(dict[str, str])
NUMBERS = Packing(list[int])
ANYTHING = Packing(dict[str, object])
