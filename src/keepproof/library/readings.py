"""What was read in the originals, one reading for the same bytes."""

# ruff: noqa: S608  (only the column list of this file goes into statements, every value is bound)

from __future__ import annotations

from dataclasses import astuple
from datetime import UTC, datetime

from keepproof.domain.reading import Reading, ReadLine
from keepproof.library.catalog import Catalog
from keepproof.library.values import TEXTS, Packing, Row, iso, moment, packed, shown

_COLUMNS = "sha256, source, text, lines, kind, engine, version, at, problem, facts"
LINES = Packing(list[tuple[str, tuple[int, int, int, int] | None, int, float]])


class Readings:
    """Keep, find and forget readings; they are derived and may be made again."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def get(self, sha256: str) -> Reading | None:
        """Return what was read in these bytes, None where nobody has looked yet."""
        row = self._catalog.row(f"SELECT {_COLUMNS} FROM readings WHERE sha256 = ?", (sha256,))
        return None if row is None else _reading(row)

    def put(self, reading: Reading) -> None:
        """Keep a reading in place of an earlier one of the same bytes."""
        marks = ", ".join("?" * 10)
        self._catalog.run(
            f"INSERT OR REPLACE INTO readings ({_COLUMNS}) VALUES ({marks})", _values(reading)
        )

    def known(self) -> dict[str, tuple[str, int]]:
        """Map each hash that was read to the engine and version that read it."""
        rows = self._catalog.rows("SELECT sha256, engine, version FROM readings")
        return {sha256: (engine, version) for sha256, engine, version in rows}

    def forget(self, sha256: str) -> None:
        """Forget a reading, so that it is made again."""
        self._catalog.run("DELETE FROM readings WHERE sha256 = ?", (sha256,))


def _values(reading: Reading) -> Row:
    at = reading.at or datetime.now(UTC)
    return (
        reading.sha256,
        reading.source,
        reading.text,
        packed([astuple(one) for one in reading.lines]),
        reading.kind,
        reading.engine,
        reading.version,
        iso(at),
        reading.problem,
        packed(reading.facts),
    )


def _reading(row: Row) -> Reading:
    sha256, source, text, lines, kind, engine, version, at, problem, facts = row
    return Reading(
        sha256,
        source,
        shown(text),
        tuple(ReadLine(*one) for one in LINES.read(lines)),
        kind,
        engine,
        version,
        moment(at),
        problem,
        TEXTS.read(facts),
    )
