"""The figures we ship: sound in themselves, and where the collection of facts is at hand, the same as there."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.knowledge.fact import STRENGTH, Fact, read_facts, weaker

BOOK = Book.load()
FACTS = BOOK.facts
COLLECTION = os.environ.get("KEEPPROOF_FACTS", "")
UNITS = {
    "hours": "hours",
    "days": "natural_days",
    "natural days": "natural_days",
    "working_days": "working_days",
    "yuan": "yuan",
    "chars": "characters",
    "percent": "percent",
}
PERCENT = "percent of the item price, yuan bounds"


def test_every_figure_a_deadline_uses_is_a_fact_with_a_length_of_time() -> None:
    times = {"hours", "natural_days", "working_days"}
    rules = [rule for platform in BOOK.platforms for rule in platform.deadlines]
    rules += [rule for party in BOOK.parties for rule in party.deadlines]
    assert len(rules) > 70
    assert [rule.id for rule in rules if FACTS[rule.fact].unit not in times] == []


def test_every_fact_is_sourced_and_dated() -> None:
    bare = [one.id for one in FACTS.values() if not one.source or not one.rule.en]
    undated = [
        one.id for one in FACTS.values() if not re.fullmatch(r"\d{4}-\d\d-\d\d|undated", one.as_of)
    ]
    assert (bare, undated) == ([], [])


def test_what_has_no_dependable_date_is_not_called_verified() -> None:
    assert [
        one.id for one in FACTS.values() if one.as_of == "undated" and one.status == "verified"
    ] == []


def test_a_figure_that_rests_on_a_rule_stands_in_its_gist() -> None:
    words = {7: "七日", 168: "168 小时"}
    resting = [one for one in FACTS.values() if one.rests_on]
    assert len(resting) == 3
    for one in resting:
        assert one.value is not None
        assert words[one.value] in BOOK.rule(one.rests_on).gist.zh


def test_the_share_and_bounds_of_late_shipping_are_those_of_the_rule() -> None:
    fact = FACTS["tb.late.le48"]
    gist = BOOK.rule("TBS-14").gist.zh
    assert f"{fact.percent}%" in gist
    assert f"{fact.minimum} 至 {fact.maximum} 元" in gist


@pytest.mark.parametrize("status", STRENGTH)
def test_doubt_only_ever_weakens(status: Any) -> None:
    assert weaker(status, "memory") in {"memory", "open"}
    assert weaker(status, None) == status


@pytest.mark.parametrize(
    ("status", "value"), [("open", "value = 3\n"), ("verified", "")], ids=["open", "verified"]
)
def test_a_figure_and_open_exclude_each_other(tmp_path: Path, status: str, value: str) -> None:
    file = tmp_path / "facts.toml"
    file.write_text(
        '[[facts]]\nid = "a"\nsubject = { zh = "甲", en = "A" }\nrule = { zh = "甲", en = "A" }\n'
        f'{value}unit = "hours"\nsource = "s"\nas_of = "2026-01-01"\nstatus = "{status}"\n',
        "utf-8",
    )
    with pytest.raises(KnownError, match=r"knowledge\.invalid"):
        read_facts(file)


@pytest.mark.skipif(not COLLECTION, reason="KEEPPROOF_FACTS names no collection")
def test_every_figure_is_that_of_the_collection() -> None:
    known = {one["id"]: one for one in json.loads(Path(COLLECTION).read_text("utf-8"))}
    assert [one.id for one in FACTS.values() if not _agrees(one, known)] == []


def _agrees(fact: Fact, known: dict[str, dict[str, Any]]) -> bool:
    if fact.rests_on:
        return fact.id not in known
    read = known[fact.part_of or fact.id]
    if STRENGTH.index(fact.status) > STRENGTH.index(read["status"]):
        return False
    if fact.as_of != "undated" and not read["as_of"].startswith(fact.as_of):
        return False
    if read["unit"] == PERCENT:
        shares = {one for key, one in read["value"].items() if "percent" in key}
        bounds = (read["value"]["min_yuan"], read["value"]["max_yuan"])
        return fact.percent in shares and (fact.minimum, fact.maximum) == bounds
    if fact.part_of:
        return re.search(rf"\b{fact.value}\b", read["condition"]) is not None
    return (fact.value, fact.unit) == (read["value"], UNITS[read["unit"]])
