from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from keepproof.errors import KnownError
from keepproof.knowledge.reading import convert, table


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...] = ()
    named: dict[str, Leaf] = field(default_factory=dict)
    first: Leaf | None = None


def refused(raw: object) -> KnownError:
    with pytest.raises(KnownError) as caught:
        convert(raw, Tree, "tree.toml")
    return caught.value


def test_values_become_dataclasses() -> None:
    raw = {"leaves": [{"name": "a"}], "named": {"x": {"name": "b"}}, "first": {"name": "c"}}
    assert convert(raw, Tree, "tree.toml") == Tree((Leaf("a"),), {"x": Leaf("b")}, Leaf("c"))


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ({"leafs": []}, "$.leafs"),
        ({"leaves": [{"name": "a"}, {"name": "b", "nmae": "c"}]}, "$.leaves[1].nmae"),
        ({"named": {"x": {"name": "a", "hint": "b"}}}, "$.named.x.hint"),
        ({"first": {"name": "a", "colour": "b"}}, "$.first.colour"),
    ],
)
def test_an_unknown_key_is_refused_with_its_place(raw: object, place: str) -> None:
    assert refused(raw).data["detail"] == f"unknown key {place}"


def test_a_wrong_type_is_refused() -> None:
    assert refused({"leaves": [{"name": 1}]}).code == "knowledge.invalid"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        table(tmp_path / "rules.toml")
    assert (caught.value.code, caught.value.data["name"]) == ("knowledge.missing", "rules.toml")


@pytest.mark.parametrize("content", [b"x = ", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_known_as_invalid(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "rules.toml"
    file.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        table(file)
    assert caught.value.code == "knowledge.invalid"
