"""Every bill and export of the corpus gives the rows and sums its manifest states."""

from __future__ import annotations

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from keepproof.domain.bill import Bill
from keepproof.readers.bills.reader import read_bill

pytestmark = pytest.mark.corpus
NEUTRAL = {"其他", "不计收支", "/", "(blank)"}
WAYS = {"支出": "out", "收入": "in"}


def stated(corpus: Path, folder: str) -> list[tuple[Path, str]]:
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [(corpus / one["file"], one["expected"]) for one in rows]
    return [one for one in found if one[0].parent.name == folder]


def bill(path: Path) -> Bill:
    read = read_bill(path, path.name)
    assert read is not None, path.name
    assert read.problems == (), path.name
    return read


def cents(text: str) -> int:
    return int(Decimal(text) * 100)


def test_bills_have_the_stated_rows_and_sums(corpus: Path) -> None:
    for path, expected in stated(corpus, "bills"):
        counts: Counter[str] = Counter()
        sums: Counter[str] = Counter()
        for word, count, money in re.findall(r"(\S+) (\d+) = ([\d.]+)[,;]", expected):
            way = "neutral" if word in NEUTRAL else WAYS[word]
            counts[way] += int(count)
            sums[way] += cents(money)
        rows = bill(path).rows
        assert counts, path.name
        assert Counter(one.direction for one in rows) == counts, path.name
        for way in counts:
            total = sum(one.amount.cents for one in rows if one.direction == way)
            assert total == sums[way], (path.name, way)


def test_bills_span_the_stated_time(corpus: Path) -> None:
    for path, expected in stated(corpus, "bills"):
        found = re.search(r"; ([\d-]+ [\d:]+) \.\. ([\d-]+ [\d:]+);", expected)
        assert found is not None, path.name
        # the manifest compares the columns as they stand; the web export has two of them
        moments = [f"{one.at:%Y-%m-%d %H:%M:%S}" for one in bill(path).rows if one.at]
        first, last = min(moments), max(moments)
        assert (first[:16], last[:16]) == (found.group(1)[:16], found.group(2)[:16]), path.name


def test_exports_have_the_stated_orders_items_and_sums(corpus: Path) -> None:
    for path, expected in stated(corpus, "orders"):
        rows = bill(path).rows
        items, orders = re.search(r"; (\d+) rows;", expected), re.search(r"(\d+) orders;", expected)
        total = re.search(r"sum \D+ = ([\d.]+);", expected)
        assert items is not None
        assert orders is not None
        assert total is not None
        assert sum(len(one.items) for one in rows) == int(items.group(1)), path.name
        assert len(rows) == int(orders.group(1)), path.name
        assert sum(one.amount.cents for one in rows) == cents(total.group(1)), path.name


def test_nothing_else_in_the_corpus_is_taken_for_a_bill(corpus: Path) -> None:
    ours = {"bills", "orders"}
    others = [
        one for one in sorted(corpus.rglob("*")) if one.is_file() and one.parent.name not in ours
    ]
    assert others
    taken = [one.name for one in others if read_bill(one, one.name) is not None]
    assert taken == []
