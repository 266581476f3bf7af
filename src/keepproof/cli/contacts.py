"""`keepproof contact`: log whom one has reached, list it, note whether promises were kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from keepproof.cli import output, promises
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.contact import OTHER_CHANNEL, OUTCOMES, PARTIES, Commitment, Contact
from keepproof.errors import KnownError
from keepproof.services import call_cost, log_contact, take_promise
from keepproof.services.log_contact import ContactForm
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.knowledge.channel import Channel
    from keepproof.library.library import Library


@click.group()
def contact() -> None:
    """Log whom you reached about an order, and what was promised."""


@contact.command()
@click.argument("number", metavar="ORDER")
@click.option("--party", default="merchant", show_default=True, help=" | ".join(PARTIES))
@click.option("--channel", default="", help="merchant_chat, platform_chat, call … or other.")
@click.option("--at", help="When: 2026-11-16 09:15; now if not given.")
@click.option("--summary", default="", help="What was said.")
@click.option("--outcome", help=" | ".join(OUTCOMES))
@click.option("--who", default="", help="Name or staff number of the other side.")
@click.option("--phone", default="", help="Number that was called.")
@click.option("--ticket", default="", help="Reference number they gave.")
@click.option("--promise", default="", help="What they promised, in their words.")
@click.option("--due", help="By when: 2026-11-18 18:00.")
@click.option("--minutes", type=click.FloatRange(0, 1440), help="How long you talked.")
@click.option("--waited", type=click.FloatRange(0, 1440), help="How many minutes you waited.")
@click.option("--notes", default="", help="Notes taken meanwhile; they become evidence.")
@AS_JSON
@pass_desk
def add(desk: Desk, /, number: str, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - click hands options over like this
    """Log one contact about an order."""
    with desk.library() as library:
        order = find_order(library, number)
        form = _form(desk, library, order, given)
        made = log_contact.add_contact(library, order.id, form, Ticket(), output.language()).value
        contacts = library.contacts.of_order(order.id)
        position = [one.id for one in contacts].index(made.id) + 1
        _show(library, order, [(position, made)], as_json=as_json)


@contact.command(name="list")
@click.argument("number", metavar="ORDER")
@AS_JSON
@pass_desk
def list_command(desk: Desk, number: str, as_json: bool) -> None:
    """List the contacts of an order, the first one first."""
    with desk.library() as library:
        order = find_order(library, number)
        found = list(enumerate(library.contacts.of_order(order.id), 1))
        _show(library, order, found, as_json=as_json)


@contact.command()
@click.argument("number", metavar="ORDER")
@click.argument("position")
@click.argument("state", type=click.Choice(["kept", "broken", "open"]))
@pass_desk
def promise(desk: Desk, number: str, position: str, state: Any) -> None:  # noqa: ANN401 - click gives the choice
    """Note whether a promise was kept.

    POSITION is the number of the contact in `contact list`, or E3:L12 for one taken over from a chat.
    """
    with desk.library() as library:
        order = find_order(library, number)
        noted = promises.at_place(library, order, position)
        if not noted:
            found = _at(library, order, position)
            noted = library.commitments.of_contact(found.id)
        if not noted:
            raise KnownError("contact.no_commitment", position=position)
        for one in noted:
            log_contact.settle(library, one.id, state, library.now(), Ticket())


@contact.command()
@click.argument("number", metavar="ORDER")
@click.argument("position")
@pass_desk
def remove(desk: Desk, number: str, position: str) -> None:
    """Remove a contact, or a promise taken over from a chat.

    POSITION is the number of the contact in `contact list`, or E3:L12 for a promise. Evidence made of notes stays.
    """
    with desk.library() as library:
        order = find_order(library, number)
        taken = promises.at_place(library, order, position)
        for one in taken:
            take_promise.remove_promise(library, one.id, Ticket())
        if taken:
            return
        log_contact.remove_contact(library, _at(library, order, position).id, Ticket())


def _at(library: Library, order: Order, position: str) -> Contact:
    contacts = library.contacts.of_order(order.id)
    if not position.isdecimal() or not 1 <= int(position) <= len(contacts):
        raise KnownError("contact.unknown", number=order.number, position=position)
    return contacts[int(position) - 1]


def _form(desk: Desk, library: Library, order: Order, given: dict[str, Any]) -> ContactForm:
    zone = ZoneInfo(desk.book.platform(order.platform).time_zone)
    now = library.now()
    known = {one.id: one for one in desk.book.every_channel(order.platform)}
    party, channel_id = given["party"], given["channel"] or _usual(given["party"])
    if party not in PARTIES:
        raise KnownError("contact.unknown_party", party=party, known=", ".join(PARTIES))
    if channel_id != OTHER_CHANNEL and channel_id not in known:
        names = ", ".join([*known, OTHER_CHANNEL])
        raise KnownError("contact.unknown_channel", channel=channel_id, known=names)
    outcome = given["outcome"] or ("promised" if given["promise"].strip() else "answered")
    if outcome not in OUTCOMES:
        raise KnownError("contact.unknown_outcome", outcome=outcome, known=", ".join(OUTCOMES))
    form = ContactForm(
        _moment(given["at"], zone) or now,
        party,
        channel_id,
        given["summary"],
        outcome,
        given["who"],
        given["phone"],
        given["ticket"],
        _seconds(given["waited"]),
        _seconds(given["minutes"]),
        promise=given["promise"],
        due=_moment(given["due"], zone),
        notes=given["notes"],
    )
    return _costed(desk, library, form, known.get(channel_id))


def _costed(
    desk: Desk, library: Library, form: ContactForm, channel: Channel | None
) -> ContactForm:
    """Estimate what the call cost, where its length is known."""
    known = [one for one in (form.waited_seconds, form.talked_seconds) if one is not None]
    if not known:
        return form
    used = call_cost.minutes_used(library.contacts.all(), form.at)
    cost = call_cost.call_cost(
        sum(known), number=form.number, channel=channel, settings=desk.settings, used=used
    )
    return replace(form, cost=cost.money)


def _usual(party: str) -> str:
    return {"merchant": "merchant_chat", "platform": "platform_chat"}.get(party, OTHER_CHANNEL)


def _moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text.strip().replace("/", "-"))
    except ValueError as error:
        raise KnownError("order.date_impossible", text=text) from error
    return at if at.tzinfo else at.replace(tzinfo=zone)


def _seconds(minutes: float | None) -> int | None:
    return None if minutes is None else round(minutes * 60)


def _show(
    library: Library, order: Order, found: list[tuple[int, Contact]], *, as_json: bool
) -> None:
    noted: dict[str | None, list[Commitment]] = {}
    for one in library.commitments.of_order(order.id):
        noted.setdefault(one.contact_id, []).append(one)
    numbers = {one.evidence.id: one.number for one in library.evidence.of_order(order.id)}
    rows = [
        {
            "position": position,
            "order": order.number,
            "party": one.party,
            "channel": one.channel,
            "at": output.moment(one.at),
            "who": one.who or None,
            "phone": one.number or None,
            "ticket": one.ticket or None,
            "summary": one.summary,
            "outcome": one.outcome,
            "waited_seconds": one.waited_seconds,
            "talked_seconds": one.talked_seconds,
            "cost": output.cents(one.cost),
            "evidence": numbers.get(one.evidence_id or ""),
            "promises": [promises.promise_json(each) for each in noted.get(one.id, [])],
        }
        for position, one in found
    ]
    if as_json:
        output.put_json(rows)
        return
    for row in rows:
        words = [f"{row['position']}", f"{row['at']}", f"{row['party']}/{row['channel']}"]
        words += [f"[{row['outcome']}]", str(row["summary"])]
        words += [str(row["ticket"])] if row["ticket"] else []
        output.put(output.clean("  ".join(words)))


contact.add_command(promises.list_command)
contact.add_command(promises.take)
