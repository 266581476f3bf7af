"""Lay the bundled example into a library: one order with its evidence and its dispute."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keepproof import assets
from keepproof.domain.changes import Changes
from keepproof.domain.dispute import Dispute
from keepproof.domain.evidence import EvidenceKind, EvidenceTimes, FiledEvidence, SourcedTime
from keepproof.domain.money import Money
from keepproof.domain.order import Moments, Order, OrderItem
from keepproof.services.add_evidence import add_paths
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.readers.sandbox import Sandbox


def add_example(
    library: Library, lang: str, ticket: Ticket, sandbox: Sandbox | None = None
) -> Outcome[Order]:
    """Add the example order; where some of it is there already, add the rest."""
    folder = assets.path("example")
    told = tomllib.loads(assets.text("example", "example.toml"))
    known = library.orders.find(told["order"]["number"])
    order = known or add_order(library, _form(told["order"], folder), ticket).value
    merchant = library.merchants.get(order.merchant_id)
    library.merchants.replace(replace(merchant, **told["merchant"]))
    evidence: set[str] = set()
    for done, file in enumerate(told["files"], 1):
        filed = _keep(library, folder, file, order.id, lang, sandbox)
        evidence |= {one.evidence.id for one in filed}
        ticket.step(done, len(told["files"]), file["name"])
    disputes = library.disputes.of_order(order.id)
    if not disputes:
        disputes = [_dispute(told["dispute"], order, lang)]
        library.disputes.add(disputes[0])
    changes = Changes(
        orders=frozenset({order.id}),
        evidence=frozenset(evidence),
        disputes=frozenset(one.id for one in disputes),
        merchants=frozenset({merchant.id}),
    )
    return Outcome(order, changes)


def _form(told: Mapping[str, Any], folder: Path) -> OrderForm:
    currency = told["currency"]
    items = tuple(
        OrderItem(one["title"], one["sku"], one["quantity"], Money.parse(one["price"], currency))
        for one in told["items"]
    )
    source = (folder / told["text"]).name
    names = ("number", "shop", "paid", "freight", "courier", "tracking_number")
    return OrderForm(
        number=told["number"],
        platform=told["platform"],
        shop=told["shop"],
        items=items,
        paid=Money.parse(told["paid"], currency),
        freight=Money.parse(told["freight"], currency),
        moments=Moments(**told["moments"]),
        courier=told["courier"],
        tracking_number=told["tracking_number"],
        sources=dict.fromkeys(names, source),
    )


def _keep(
    library: Library,
    folder: Path,
    file: Mapping[str, Any],
    order_id: str,
    lang: str,
    sandbox: Sandbox | None,
) -> tuple[FiledEvidence, ...]:
    kind = EvidenceKind(file["kind"])
    path = folder / file["name"]
    report = add_paths(
        library,
        [path],
        order_id=order_id,
        kind=kind,
        origin="example",
        ticket=Ticket(),
        sandbox=sandbox,
    ).value
    for one in report.kept:
        item = library.evidence.get(one.evidence.id)
        times = _times(item.times, file)
        described = replace(item, title=file["title"][lang], note=file["note"][lang], times=times)
        library.evidence.replace(described)
    return report.kept


def _times(known: EvidenceTimes, file: Mapping[str, Any]) -> EvidenceTimes:
    content = SourcedTime(file["content_at"], file["content_source"])
    happened: datetime | None = file.get("event_at")
    event = SourcedTime(happened, "stated") if happened else None
    return replace(known, content=known.content or content, event=event)


def _dispute(told: Mapping[str, Any], order: Order, lang: str) -> Dispute:
    return Dispute(
        uuid.uuid4().hex,
        order.id,
        told["issue"],
        answers={**told["answers"], **told[f"answers_{lang}"]},
        demand=told["demand"],
        amount=Money.parse(told["amount"]),
        reason=told["reason"],
        opened_at=told["opened_at"],
    )
