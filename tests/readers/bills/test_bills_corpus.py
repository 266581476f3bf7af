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
# the manifest adds up a column that gives the total of one shipment in two rows
REPEATED = {"amazon_2024_oldheader.csv": 3771}
PAID_LATER = {"alipay_web_2019-10.csv", "alipay_web_synth.csv"}


def stated(corpus: Path, folder: str) -> list[tuple[Path, str]]:
    """List every file of a folder with what its manifest expects; a file without is a failure."""
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    expected = {corpus / one["file"]: one["expected"] for one in rows}
    files = sorted((corpus / folder).iterdir())
    assert files
    assert set(files) == {one for one in expected if one.parent.name == folder}
    return [(one, expected[one]) for one in files]


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


def span(expected: str) -> tuple[str, str]:
    found = re.search(r"; (\d[\d:TZ -]+) \.\. (\d[\d:TZ -]+);", expected)
    assert found is not None, expected
    return found.group(1), found.group(2)


def test_every_row_of_a_bill_is_read(corpus: Path) -> None:
    for path, expected in stated(corpus, "bills"):
        found = re.search(r"; (\d+) rows;", expected)
        assert found is not None, path.name
        assert len(bill(path).rows) == int(found.group(1)), path.name


def test_bills_span_the_stated_time(corpus: Path) -> None:
    for path, expected in stated(corpus, "bills"):
        first, last = span(expected)
        moments = sorted(f"{one.at:%Y-%m-%d %H:%M:%S}" for one in bill(path).rows if one.at)
        if path.name in PAID_LATER:
            # the manifest takes the time a deal was made, we the time it was paid where that is told
            first, last = first[:16], last[:16]
            moments = [one[:16] for one in moments]
        assert (moments[0], moments[-1]) == (first, last), path.name


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
        owed = cents(total.group(1)) - REPEATED.get(path.name, 0)
        assert sum(one.amount.cents for one in rows) == owed, path.name


def test_exports_span_the_stated_time(corpus: Path) -> None:
    for path, expected in stated(corpus, "orders"):
        moments = sorted(one.at for one in bill(path).rows if one.at)
        words = span(expected)
        shape = "%Y-%m-%dT%H:%M:%SZ" if "Z" in words[0] else "%Y-%m-%d %H:%M:%S"
        shape = "%Y-%m-%d" if len(words[0]) == 10 else shape
        assert (f"{moments[0]:{shape}}", f"{moments[-1]:{shape}}") == words, path.name


def test_nothing_else_in_the_corpus_is_taken_for_a_bill(corpus: Path) -> None:
    ours = {"bills", "orders"}
    others = [
        one for one in sorted(corpus.rglob("*")) if one.is_file() and one.parent.name not in ours
    ]
    assert others
    taken = [one.name for one in others if read_bill(one, one.name) is not None]
    assert taken == []
