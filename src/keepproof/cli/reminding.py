"""`keepproof reminders` and `order checklist`: what is due soon, and what to save and check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.errors import KnownError
from keepproof.services import views
from keepproof.services.care import CareItem, care_items, tick
from keepproof.services.reminders import Reminder, reminders
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book


@click.command(name="reminders")
@AS_JSON
@pass_desk
def reminders_command(desk: Desk, as_json: bool) -> None:
    """List what is due soon.

    Deadlines, promises, and what to save or check in time; `!` marks what an alarm may rest on.
    """
    with desk.library() as library:
        rows = [
            reminder_json(desk.book, one) for one in reminders(library, desk.book, library.now())
        ]
    if as_json:
        output.put_json(rows)
        return
    for row in rows:
        mark = "!" if row["rings"] else " "
        output.put(f"{mark} {row['due']}  {row['order']}  {output.clean(row['text'])}")


@click.command()
@click.argument("number", metavar="ORDER")
@click.option("--done", help="Tick this one off.")
@click.option("--undone", help="Take the tick of this one back.")
@AS_JSON
@pass_desk
def checklist(desk: Desk, number: str, done: str | None, undone: str | None, as_json: bool) -> None:
    """List what to save and check for an order.

    Done or not, by when, and why. The ids stand before the lines.
    """
    known = [one.id for one in desk.book.care]
    with desk.library() as library:
        order = find_order(library, number)
        for id in filter(None, (done, undone)):
            if id not in known:
                raise KnownError("care.unknown", prompt=id, known=", ".join(known))
            tick(library, order.id, id, Ticket(), done=id == done)
        dispute = views.current_dispute(library, order.id)
        items = care_items(library, desk.book, order, dispute, library.now())
    rows = [_item_json(desk.book, order.platform, one) for one in items]
    if as_json:
        output.put_json(rows)
        return
    for row in rows:
        mark = "x" if row["done"] else " "
        output.put(f"[{mark}] {row['id']}  {row['due']}  {row['text']}  {row['why']}")


def _item_json(book: Book, platform: str, one: CareItem) -> dict[str, Any]:
    lang = output.language()
    zone = ZoneInfo(book.platform(platform).time_zone)
    return {
        "id": one.prompt.id,
        "group": one.prompt.group,
        "due": output.moment(one.due.astimezone(zone)),
        "done": one.done,
        "text": one.prompt.label.of(lang),
        "why": one.prompt.why.of(lang),
        "kind": one.prompt.kind.value if one.prompt.kind else None,
        "source": one.prompt.source,
        "as_of": one.prompt.as_of,
        "status": one.prompt.status,
    }


def reminder_json(book: Book, one: Reminder) -> dict[str, Any]:
    """Write a reminder in its stable shape."""
    lang = output.language()
    zone = ZoneInfo(book.platform(one.order.platform).time_zone)
    text, why, status = "", "", "user"
    if one.deadline is not None:
        text, status = one.deadline.label.of(lang), one.deadline.status
        why = one.deadline.rule.of(lang)
    elif one.commitment is not None:
        text = output.worded("calendar.promise", {"shop": one.order.shop, "order": ""}).strip()
        why = one.commitment.words
    elif one.care is not None:
        prompt = one.care.prompt
        text, why, status = prompt.label.of(lang), prompt.why.of(lang), prompt.status
    return {
        "id": one.id,
        "kind": one.kind,
        "order": one.order.number,
        "due": output.moment(one.due.astimezone(zone)),
        "urgency": one.urgency,
        "rings": one.rings,
        "text": text,
        "why": why,
        "status": status,
    }
