"""Promises of an order on the command line: those noted in contacts, and those taken over from chats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from keepproof.cli import chats, output
from keepproof.cli.desk import Desk, find_evidence, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.contact import Commitment
from keepproof.errors import KnownError
from keepproof.services import take_promise
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.domain.promise import Promise
    from keepproof.library.library import Library


@click.command(name="promises")
@click.argument("number", metavar="ORDER")
@AS_JSON
@pass_desk
def list_command(desk: Desk, number: str, *, as_json: bool) -> None:
    """List what was promised about an order, the first noted first."""
    with desk.library() as library:
        order = find_order(library, number)
        _show(library, order, library.commitments.of_order(order.id), as_json=as_json)


@click.command()
@click.argument("name", metavar="EVIDENCE")
@click.argument("places", nargs=-1, required=True)
@click.option("--order", "number", help="Order the number belongs to.")
@AS_JSON
@pass_desk
def take(
    desk: Desk, name: str, places: tuple[str, ...], number: str | None, *, as_json: bool
) -> None:
    """Take promises of a chat over into the contact log.

    PLACES are the sources of messages that promise something, such as L45 or #12, as `evidence show` lists them;
    they are then reminded of.
    EVIDENCE is its number in the order (E3) or the beginning of its SHA-256.
    """
    with desk.library() as library:
        one = find_evidence(library, name, number)
        if one.order_id is None:
            raise KnownError("contact.chat_unfiled", name=name)
        order = library.orders.get(one.order_id)
        known = chats.promises_of(desk, library, one)
        wanted = [promise for place in dict.fromkeys(places) for promise in _said_at(known, place)]
        with library.transaction():
            made = [
                take_promise.take_promise(library, order.id, one.evidence.id, each, Ticket()).value
                for each in wanted
            ]
        _show(library, order, made, as_json=as_json)


def promise_json(one: Commitment) -> dict[str, Any]:
    """Write the words of a promise, its due time and whether it was kept."""
    return {"words": one.words, "due": output.moment(one.due), "state": one.state}


def at_place(library: Library, order: Order, position: str) -> list[Commitment]:
    """Find the promises taken over from one place of a chat, written E3:L12; none for another position."""
    name, colon, place = position.partition(":")
    if not colon:
        return []
    evidence = find_evidence(library, name, order.number).evidence
    found = [
        one
        for one in library.commitments.of_order(order.id)
        if (one.evidence_id, one.place) == (evidence.id, place)
    ]
    if not found:
        raise KnownError("contact.no_promise_at", place=position)
    return found


def _said_at(promises: Sequence[Promise], place: str) -> list[Promise]:
    found = [one for one in promises if one.place == place]
    if not found:
        raise KnownError("contact.no_promise_at", place=place)
    return found


def _show(library: Library, order: Order, found: Sequence[Commitment], *, as_json: bool) -> None:
    numbers = {one.evidence.id: one.number for one in library.evidence.of_order(order.id)}
    positions = {one.id: at for at, one in enumerate(library.contacts.of_order(order.id), 1)}
    rows = [
        {
            "contact": positions.get(one.contact_id or ""),
            "evidence": numbers.get(one.evidence_id or ""),
            "place": one.place or None,
            "party": one.party,
            "who": one.who or None,
            "made_at": output.moment(one.made_at),
            "settled_at": output.moment(one.settled_at),
            **promise_json(one),
        }
        for one in found
    ]
    if as_json:
        output.put_json(rows)
        return
    for one, row in zip(found, rows, strict=True):
        where = f"E{row['evidence']}:{one.place}" if one.place else f"{row['contact']}"
        due = f"→ {row['due']}" if row["due"] else ""
        words = [where, f"{row['made_at']}", due, f"[{one.state}]", one.words]
        output.put(output.clean("  ".join(part for part in words if part)))
