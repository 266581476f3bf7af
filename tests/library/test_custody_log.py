from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from keepproof.domain.custody import GENESIS
from keepproof.library.catalog import FILE
from keepproof.library.library import Library

CHANGES = {
    "edited": ("UPDATE custody SET data = '{\"n\":9}' WHERE sequence = 3", 3),
    "renamed": ("UPDATE custody SET action = 'other' WHERE sequence = 2", 2),
    "redated": ("UPDATE custody SET at = '2020-01-01T00:00:00+00:00' WHERE sequence = 5", 5),
    "unreadable": ("UPDATE custody SET data = '{' WHERE sequence = 4", 4),
    "another shape": ("UPDATE custody SET data = '[]' WHERE sequence = 4", 4),
    "first removed": ("DELETE FROM custody WHERE sequence = 1", 1),
    "middle removed": ("DELETE FROM custody WHERE sequence = 3", 3),
    "last removed": ("DELETE FROM custody WHERE sequence = 6", 6),
    "all removed": ("DELETE FROM custody", 1),
    "closed up after removal": (
        (
            "DELETE FROM custody WHERE sequence = 3; "
            "UPDATE custody SET sequence = sequence - 1 WHERE sequence > 3"
        ),
        3,
    ),
    "reordered": (
        (
            "UPDATE custody SET sequence = 100 WHERE sequence = 2; "
            "UPDATE custody SET sequence = 2 WHERE sequence = 3; "
            "UPDATE custody SET sequence = 3 WHERE sequence = 100"
        ),
        2,
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a library with six events in its log and close it."""
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        for n in range(6):
            library.custody.record("test", f"subject {n % 2}", n=n)
    return folder


def tamper(folder: Path, sql: str) -> None:
    """Change the database as somebody could who owns the file."""
    connection = apsw.Connection(str(folder / FILE))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(sql)
    connection.close()


def test_the_log_of_an_untouched_library_is_whole(folder: Path) -> None:
    with Library.open(folder) as library:
        assert library.custody.check() is None


@pytest.mark.parametrize("name", CHANGES)
def test_tampering_is_found_at_its_first_place(folder: Path, name: str) -> None:
    sql, place = CHANGES[name]
    tamper(folder, sql)
    with Library.open(folder) as library:
        assert library.custody.check() == place


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE custody SET data = '{}' WHERE sequence = 1",
        "DELETE FROM custody WHERE sequence = 6",
        "INSERT OR REPLACE INTO custody SELECT * FROM custody WHERE sequence = 6",
        (
            "INSERT INTO custody SELECT 9, at, action, subject, data, previous, hash FROM custody "
            "WHERE sequence = 1"
        ),
        "DELETE FROM custody_head",
    ],
)
def test_the_database_itself_refuses_to_change_the_log(folder: Path, sql: str) -> None:
    connection = apsw.Connection(str(folder / FILE))
    connection.execute("PRAGMA recursive_triggers = ON")
    try:
        with pytest.raises(apsw.ConstraintError):
            connection.execute(sql)
    finally:
        connection.close()


def test_a_new_library_has_the_head_of_no_event(library: Library) -> None:
    assert (library.custody.head(), library.custody.check()) == (GENESIS, None)


def test_the_head_is_the_hash_of_the_last_event(library: Library) -> None:
    library.custody.record("one", "s")
    last = library.custody.record("two", "s")
    assert library.custody.head() == last.hash


def test_events_come_back_as_they_were_recorded(library: Library) -> None:
    event = library.custody.record(
        "a", "s", name="\ud800 \x00 中", numbers=(1, 2), none=None, x=1.5
    )
    assert library.custody.events() == [event]


def test_events_of_one_subject_are_listed_alone(folder: Path) -> None:
    with Library.open(folder) as library:
        assert [one.data["n"] for one in library.custody.events("subject 1")] == [1, 3, 5]


def test_an_undone_step_leaves_no_event(library: Library) -> None:
    def fail() -> None:
        with library.transaction():
            library.custody.record("a", "s")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert library.custody.head() == GENESIS


def test_events_of_one_kind_are_found_and_counted(library: Library) -> None:
    log = library.custody
    assert log.last("library", "library.verified") is None
    assert log.first("evidence.kept") is None
    log.record("evidence.kept", "e1")
    middle = log.record("library.verified", "library", checked=1)
    log.record("library.verified", "other")
    log.record("evidence.kept", "e2")
    assert log.last("library", "library.verified") == middle
    first = log.first("evidence.kept")
    assert first is not None
    assert first.subject == "e1"
    assert log.count("evidence.kept", 0) == 2
    assert log.count("evidence.kept", middle.sequence) == 1
