from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog(tmp_path)
    opened.configure()
    opened.rows("CREATE TABLE things (word ANY)")
    yield opened
    opened.close()


def words(catalog: Catalog) -> list[object]:
    return [row[0] for row in catalog.rows("SELECT word FROM things ORDER BY rowid")]


def put(catalog: Catalog, word: str) -> None:
    catalog.run("INSERT INTO things VALUES (?)", (word,))


def put_and_fail(catalog: Catalog, word: str) -> None:
    with catalog.transaction():
        put(catalog, word)
        raise ZeroDivisionError


def test_a_failed_transaction_leaves_nothing(catalog: Catalog) -> None:
    with pytest.raises(ZeroDivisionError):
        put_and_fail(catalog, "a")
    assert words(catalog) == []


def test_a_failed_inner_transaction_leaves_the_outer_one(catalog: Catalog) -> None:
    with catalog.transaction():
        put(catalog, "a")
        with pytest.raises(ZeroDivisionError):
            put_and_fail(catalog, "b")
        put(catalog, "c")
    assert words(catalog) == ["a", "c"]


def test_a_failed_outer_transaction_takes_the_inner_one_along(catalog: Catalog) -> None:
    def fail_late() -> None:
        with catalog.transaction():
            with catalog.transaction():
                put(catalog, "a")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_late()
    assert words(catalog) == []


def test_callbacks_wait_for_the_outermost_commit(catalog: Catalog) -> None:
    calls: list[str] = []
    with catalog.transaction():
        with catalog.transaction():
            catalog.after_commit(lambda: calls.append("done"))
        assert calls == []
    assert calls == ["done"]


def test_callbacks_of_what_was_undone_are_dropped(catalog: Catalog) -> None:
    calls: list[str] = []

    def fail() -> None:
        with catalog.transaction():
            catalog.after_commit(lambda: calls.append("done"))
            raise ZeroDivisionError

    with catalog.transaction(), pytest.raises(ZeroDivisionError):
        fail()
    assert calls == []


def test_a_full_disk_is_known_and_leaves_nothing(catalog: Catalog) -> None:
    row = catalog.row("PRAGMA page_count")
    assert row is not None
    catalog.rows(f"PRAGMA max_page_count = {row[0]}")
    with pytest.raises(KnownError) as caught:
        put(catalog, "x" * 100_000)
    assert caught.value.code == "library.full"
    assert words(catalog) == []


def test_a_mistake_in_a_statement_is_a_bug(catalog: Catalog) -> None:
    with pytest.raises(apsw.SQLError):
        catalog.rows("SELECT nothing FROM nowhere")


def test_values_are_bound_never_read_as_sql(catalog: Catalog) -> None:
    hostile = "'); DROP TABLE things; --"
    put(catalog, hostile)
    assert words(catalog) == [hostile]
