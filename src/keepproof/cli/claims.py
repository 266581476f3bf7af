"""`keepproof dispute event` and `countdown`: the course of a claim, and the deadlines that follow from it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, get_args
from zoneinfo import ZoneInfo

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.claim import CLAIMS, EVENT_KINDS, ClaimEvent, Goods
from keepproof.errors import KnownError
from keepproof.services import record_claim, views
from keepproof.services.burden import burden_of
from keepproof.services.countdown_text import read_countdown
from keepproof.services.deadlines import deadlines_of, events_of
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.order import Order
    from keepproof.knowledge.deadlines import Deadline
    from keepproof.library.library import Library

GOODS = [one for one in get_args(Goods) if one]


@click.command()
@click.argument("number", metavar="ORDER")
@click.argument("kind", type=click.Choice(EVENT_KINDS), required=False)
@click.option("--claim", type=click.Choice(CLAIMS), help="What the request asks for.")
@click.option("--goods", type=click.Choice(GOODS), help="Where the form says the goods are.")
@click.option("--at", help="When: 2026-11-18 12:00; now if not given.")
@click.option("--note", default="", help="Anything worth keeping.")
@click.option("--remove", type=click.IntRange(1), help="Remove the event with this number instead.")
@AS_JSON
@pass_desk
def event(desk: Desk, /, number: str, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - click hands options over like this
    """Record what happened to a request.

    Deadlines begin with these events: applied, changed, refused, and so on.
    """
    with desk.library() as library:
        order, dispute = _dispute(library, number)
        if given["remove"]:
            found = library.course.events(dispute.id)
            if given["remove"] > len(found):
                raise KnownError("claim.unknown_event", position=given["remove"])
            record_claim.remove_event(library, found[given["remove"] - 1].id, Ticket())
        elif given["kind"] is None:
            raise click.UsageError(f"KIND is one of {', '.join(EVENT_KINDS)}")
        else:
            zone = _zone(desk, order)
            when = _moment(given["at"], zone) if given["at"] else library.now()
            made = ClaimEvent(
                "",
                dispute.id,
                given["kind"],
                when,
                given["claim"] or "",
                given["goods"] or "",
                given["note"],
            )
            record_claim.record_event(library, made, Ticket())
        show_course(desk, library, order, as_json=as_json)


@click.command()
@click.argument("number", metavar="ORDER")
@click.argument("deadline")
@click.option("--due", help="When it is over by the page: 2026-11-20 18:00.")
@click.option("--left", help="What the page counts down: 1d3h20m, 47:12:30, 2天3小时.")
@click.option("--clear", is_flag=True, help="Forget it; the rule counts again.")
@AS_JSON
@pass_desk
def countdown(desk: Desk, /, number: str, deadline: str, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - click hands options over like this
    """Note the countdown the page shows.

    It comes before every rule. DEADLINE is an id of `dispute show --json`.
    """
    if sum(bool(given[name]) for name in ("due", "left", "clear")) != 1:
        raise click.UsageError("one of --due, --left and --clear is needed")
    with desk.library() as library:
        order, dispute = _dispute(library, number)
        known = desk.book.deadline_ids(order.platform)
        if deadline not in known:
            raise KnownError("claim.unknown_deadline", deadline=deadline, known=", ".join(known))
        if given["clear"]:
            record_claim.clear_countdown(library, dispute.id, deadline, Ticket())
        else:
            due = _due(given, _zone(desk, order), library.now())
            record_claim.set_countdown(library, dispute.id, deadline, due, Ticket())
        show_course(desk, library, order, as_json=as_json)


def show_course(desk: Desk, library: Library, order: Order, *, as_json: bool) -> None:
    """Print the events of a claim and the deadlines of its order."""
    shape = course_json(desk, library, order)
    if as_json:
        output.put_json(shape)
    else:
        put_course(shape)


def put_course(shape: dict[str, Any]) -> None:
    """Print a course as lines."""
    for one in shape["events"]:
        output.put(f"  {one['number'] or '-'}  {one['at']}  {one['kind']} {one['claim'] or ''}")
    for one in shape["deadlines"]:
        output.put(_line(one))


def course_json(desk: Desk, library: Library, order: Order) -> dict[str, Any]:
    """Write the course of an order's claim in its stable shape."""
    dispute = views.current_dispute(library, order.id)
    zone = _zone(desk, order)
    recorded = [one.id for one in library.course.events(dispute.id)] if dispute else []
    events = events_of(library, dispute) if dispute else ()
    deadlines = deadlines_of(library, desk.book, order, dispute, library.now())
    return {
        "events": [
            {
                "number": recorded.index(one.id) + 1 if one.id in recorded else None,
                "kind": one.kind,
                "claim": one.claim or None,
                "goods": one.goods or None,
                "at": output.moment(one.at.astimezone(zone)),
                "note": one.note,
            }
            for one in events
        ],
        "deadlines": [deadline_json(one) for one in deadlines],
    }


def deadline_json(one: Deadline) -> dict[str, Any]:
    """Write a deadline in its stable shape."""
    lang = output.language()
    return {
        "id": one.id,
        "label": one.label.of(lang),
        "due": output.moment(one.due),
        "starts": output.moment(one.starts),
        "who": one.who,
        "meaning": one.meaning,
        "state": one.state,
        "rule": one.rule.of(lang),
        "source": one.source,
        "as_of": one.as_of,
        "status": one.status,
        "hint": output.worded(f"deadline.hint.{one.status}"),
        "origin": one.origin,
        "alarms": one.alarms,
        "fact": one.fact,
        "doubts": [
            {"code": code, "text": output.worded(f"deadline.doubt.{code}")} for code in one.doubts
        ],
        "note": one.note.of(lang) if one.note else None,
        "condition": one.condition.of(lang) if one.condition else None,
    }


def burden_json(desk: Desk, issue: str, platform: str) -> dict[str, Any] | None:
    """Write who has to prove what; None where nothing is known."""
    view = burden_of(desk.book, issue, platform)
    if view is None:
        return None
    lang = output.language()
    return {
        "buyer": view.burden.buyer.of(lang),
        "seller": view.burden.seller.of(lang),
        "confirmed": view.burden.confirmed.of(lang),
        "binding": view.binding,
        "rules": [
            {
                "id": one.id,
                "name": one.name.of(lang),
                "article": one.article.of(lang),
                "version": one.version,
                "source": one.source,
                "status": one.status,
            }
            for one in view.rules
        ],
    }


def _line(one: dict[str, Any]) -> str:
    parts = [one["due"] or "-", one["label"], f"[{one['state']}]", one["rule"], one["hint"]]
    parts += [each["text"] for each in one["doubts"]]
    return "  " + "  ".join(parts)


def _dispute(library: Library, number: str) -> tuple[Order, Dispute]:
    order = find_order(library, number)
    dispute = views.current_dispute(library, order.id)
    if dispute is None:
        raise KnownError("dispute.none", number=number)
    return order, dispute


def _zone(desk: Desk, order: Order) -> ZoneInfo:
    return ZoneInfo(desk.book.platform(order.platform).time_zone)


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        at = datetime.fromisoformat(text.strip().replace("/", "-"))
    except ValueError as error:
        raise KnownError("claim.moment_impossible", text=text) from error
    return at if at.tzinfo else at.replace(tzinfo=zone)


def _due(given: dict[str, Any], zone: ZoneInfo, now: datetime) -> datetime:
    if given["due"]:
        return _moment(given["due"], zone)
    try:
        return read_countdown(given["left"], now, zone)
    except (ValueError, OverflowError) as error:
        raise KnownError("claim.moment_impossible", text=given["left"]) from error
