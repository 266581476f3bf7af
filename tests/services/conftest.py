"""Orders and evidence to work with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.money import Money
from keepproof.domain.order import Moments, Order, OrderItem
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.log_order import OrderForm, add_order
from keepproof.ticket import Ticket

NUMBER = "2690183455720166318"


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Give one sandbox to all tests, since starting children takes a while."""
    with Sandbox() as one:
        yield one


@pytest.fixture
def form() -> OrderForm:
    paid = datetime(2026, 11, 10, 13, 6, tzinfo=UTC)
    return OrderForm(
        number=NUMBER,
        platform="tmall",
        shop="澄屿家电旗舰店",
        items=(OrderItem("X1 无线吸尘器", "标准版", 1, Money(129900)),),
        paid=Money(129900),
        moments=Moments(paid=paid, signed=datetime(2026, 11, 15, 10, 20, tzinfo=UTC)),
        sources={"number": "stated"},
    )


@pytest.fixture
def order(library: Library, form: OrderForm) -> Order:
    return add_order(library, form, Ticket()).value


@pytest.fixture
def keep(library: Library) -> Callable[[str, EvidenceKind], FiledEvidence]:
    """Keep a small text of a kind under the only order."""

    def keep_one(content: str, kind: EvidenceKind) -> FiledEvidence:
        only = library.orders.all()[0].id
        outcome = add_content(
            library,
            content.encode(),
            f"{kind}.txt",
            order_id=only,
            kind=kind,
            origin="pasted",
            ticket=Ticket(),
        )
        return outcome.value.kept[0]

    return keep_one


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder
