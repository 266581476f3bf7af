"""Bundles that earlier releases wrote can still be checked and imported."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from keepproof.domain.bundle import FORMAT
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.domain.redaction import copies
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.check_bundle import check_bundle
from keepproof.services.import_bundle import import_bundle
from keepproof.ticket import Ticket

FOLDER = Path(__file__).parents[1] / "fixtures" / "bundles"
STORED = sorted(FOLDER.glob("v*.zip"))


def test_there_is_a_bundle_of_every_format() -> None:
    assert [one.stem for one in STORED] == [f"v{number}" for number in range(1, FORMAT + 1)]


@pytest.mark.parametrize("path", STORED, ids=lambda one: one.stem)
def test_it_checks_as_sound(path: Path) -> None:
    report = check_bundle(path, Ticket())
    assert (report.sound, report.history, len(report.of("intact"))) == (True, "intact", 12)


@pytest.mark.parametrize("path", STORED, ids=lambda one: one.stem)
def test_it_comes_in_with_all_it_says(library: Library, book: Book, path: Path) -> None:
    done = import_bundle(library, book, path, None, Ticket()).value
    order = done.order
    assert (order.number, order.shop, order.paid) == (
        "2690183455720166318",
        "示例店铺",
        Money(259800),
    )
    assert (order.items[0].quantity, order.tracking_number, order.note) == (
        2,
        "SF1234567890123",
        "备注",
    )
    assert order.moments.signed == datetime.fromisoformat("2026-11-01T18:20:00+08:00")
    filed = library.evidence.of_order(order.id)
    first = filed[0].evidence
    assert [one.number for one in filed] == [1, 2, 3]
    assert (first.title, first.note, first.kind) == (
        "订单详情",
        "我的备注",
        EvidenceKind.ORDER_SHOT,
    )
    assert library.original_path(first.sha256).read_bytes() == b"\x89PNG original"
    assert set(copies(filed)) == {first.id}
