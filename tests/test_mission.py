from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent
STATEMENTS = [f"A{at}" for at in range(1, 38)] + [f"B{at}" for at in range(1, 31)]


@cache
def mission() -> dict[str, Any]:
    """Read statement -> own words and the tests that prove it."""
    return tomllib.loads((TESTS / "mission.toml").read_text("utf-8"))


@cache
def defined_in(file: str) -> frozenset[str]:
    """List the tests a file defines that run everywhere."""
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    functions = [one for one in tree.body if isinstance(one, ast.FunctionDef)]
    return frozenset(
        one.name
        for one in functions
        if one.name.startswith("test_")
        and not any("skip" in ast.unparse(mark) for mark in one.decorator_list)
    )


def test_all_67_statements_are_there_and_no_other() -> None:
    assert list(mission()) == STATEMENTS


@pytest.mark.parametrize("statement", STATEMENTS)
def test_each_statement_is_proved_by_tests_that_exist(statement: str) -> None:
    entry = mission()[statement]
    assert set(entry) == {"says", "tests"}
    assert entry["says"]
    assert entry["tests"]
    for test in entry["tests"]:
        file, _, name = test.partition("::")
        assert (TESTS / file).is_file(), f"{statement}: {file} is not there"
        assert name in defined_in(file), f"{statement}: {file} has no {name}"
