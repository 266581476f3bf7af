"""`keepproof reminders`: what is due soon, in all orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.services.reminders import Reminder, reminders

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book


@click.command(name="reminders")
@AS_JSON
@pass_desk
def reminders_command(desk: Desk, as_json: bool) -> None:
    """List deadlines and promises due soon, and what to save or check in time."""
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
