from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from keepproof.errors import KnownError
from keepproof.knowledge.channel import ChannelFile
from keepproof.knowledge.reading import convert, read, table


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


@pytest.mark.parametrize("wrong", ['status = "sure"', "colour = 3", 'party = "nobody"'])
def test_an_error_in_a_file_of_ours_names_its_line(tmp_path: Path, wrong: str) -> None:
    key = wrong.split(maxsplit=1)[0]
    good = (
        '[[channels]]\nid = "a"\nlabel = { zh = "甲", en = "A" }\nparty = "merchant"\n'
        'type = "chat"\npath = { zh = "甲", en = "A" }\ncost_class = "free"\n'
        'hours = { zh = "甲", en = "A" }\nsource = "s"\nas_of = "2026"\nstatus = "memory"\n'
    )
    kept = [one for one in good.splitlines()[1:] if not one.startswith(f"{key} =")]
    file = tmp_path / "channels.toml"
    file.write_text("\n".join([good + "[[channels]]", wrong, *kept]), "utf-8")
    with pytest.raises(KnownError) as caught:
        read(file, ChannelFile)
    detail = str(caught.value.data["detail"])
    assert "line 13" in detail
    assert key in detail
