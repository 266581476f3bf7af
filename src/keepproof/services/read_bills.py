"""Read bills and order exports in the sandbox, and tell by content which of many files are such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.errors import KnownError
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.bill import Bill
    from keepproof.domain.evidence import Evidence
    from keepproof.readers.sandbox import Sandbox

TIMEOUT_S = 30.0
MOST_LOOKED_AT = 500
_TABLES = ("text/csv", "text/plain", "text/tab-separated-values")
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class BillFile:
    """A file that may be a bill, under the name it came with; `evidence_id` where it is kept already."""

    path: Path
    name: str
    evidence_id: str = ""


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """A file or a row that could not be used; line 0 is the whole file."""

    file: str
    code: str
    line: int
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadBills:
    """The bills among some files, each with a name of its own, and what could not be used."""

    files: tuple[BillFile, ...]
    bills: tuple[tuple[str, Bill], ...]
    problems: tuple[ImportProblem, ...] = ()


def may_be_bill(item: Evidence) -> bool:
    """Say whether a kept file is of a type a bill can have; its content decides."""
    return item.media_type in {*_TABLES, _WORKBOOK}


def read(files: Sequence[BillFile], ticket: Ticket, sandbox: Sandbox) -> ReadBills:
    """Read files that are said to be bills; one that is none, or cannot be read, is a problem."""
    return _read(files, ticket, sandbox, said_to_be=True)


def find(files: Sequence[BillFile], ticket: Ticket, sandbox: Sandbox) -> ReadBills:
    """Read the bills among some files and pass over all others."""
    return _read(files[:MOST_LOOKED_AT], ticket, sandbox, said_to_be=False)


def _read(
    files: Sequence[BillFile], ticket: Ticket, sandbox: Sandbox, *, said_to_be: bool
) -> ReadBills:
    used: list[BillFile] = []
    bills: list[tuple[str, Bill]] = []
    problems: list[ImportProblem] = []
    results = sandbox.map(_look, [(one.path, one.name) for one in files], timeout_s=TIMEOUT_S)
    for done, (file, found) in enumerate(zip(files, results, strict=True)):
        ticket.step(done, len(files), file.name)
        if isinstance(found, KnownError) or found is None:
            if said_to_be:
                problems.append(_whole(file, found))
            continue
        name = _own_name(file.name, {one for one, _ in bills})
        used.append(BillFile(file.path, name, file.evidence_id))
        bills.append((name, found))
        problems += (
            ImportProblem(name, one.code, one.line, {**one.data, "line": one.line})
            for one in found.problems
        )
    return ReadBills(tuple(used), tuple(bills), tuple(problems))


def _whole(file: BillFile, error: KnownError | None) -> ImportProblem:
    if error is None:
        return ImportProblem(file.name, "bills.not_a_bill", 0, {"name": file.name})
    return ImportProblem(file.name, error.code, 0, error.data)


def _look(file: tuple[Path, str]) -> Bill | None:
    # the readers of tables are needed only in the child
    from keepproof.readers.bills.reader import read_bill  # noqa: PLC0415

    return read_bill(*file)


def _own_name(name: str, taken: set[str]) -> str:
    """Tell two files of one name apart: bill.csv, bill (2).csv."""
    stem, dot, suffix = name.rpartition(".")
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{stem} ({count}).{suffix}" if dot and stem else f"{name} ({count})"
    return found
