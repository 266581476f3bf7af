"""The numbered steps from one shape of the catalogue to the next."""

from __future__ import annotations

from dataclasses import dataclass

from keepproof.library.migrations import v0001, v0002


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: the version it leads to and the statements that lead there."""

    version: int
    sql: str


MIGRATIONS: tuple[Migration, ...] = (Migration(1, v0001.SQL), Migration(2, v0002.SQL))
