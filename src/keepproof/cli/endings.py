"""`keepproof dispute close`, `dispute reopen` and `keepproof overview`."""

from __future__ import annotations

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.dispute import OUTCOMES, Dispute, Ending
from keepproof.domain.money import Money
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services import views
from keepproof.services.close_dispute import close_dispute, reopen_dispute
from keepproof.services.overview import Count, Overview
from keepproof.services.overview import overview as count_all
from keepproof.ticket import Ticket


@click.command()
@click.argument("number", metavar="ORDER")
@click.option("--outcome", type=click.Choice(OUTCOMES), required=True, help="How it ended.")
@click.option("--recovered", help="Money that came back.")
@click.option("--rating", type=click.IntRange(1, 5), help="How well it was handled, 1 to 5.")
@click.option("--note", default="", help="A note on the end.")
@pass_desk
def close(
    desk: Desk, /, number: str, outcome: str, recovered: str | None, rating: int | None, note: str
) -> None:
    """Close the dispute of an order."""
    with desk.library() as library:
        dispute, currency = _current(library, number)
        try:
            money = Money.parse(recovered, currency) if recovered else None
        except ValueError as error:
            raise KnownError("order.amount_impossible", text=recovered) from error
        ending = Ending(outcome, None, money, rating, note)
        close_dispute(library, dispute.id, ending, Ticket())
    output.say("纠纷已结束，记录都保留着。", "The dispute is closed; all records stay.")


@click.command()
@click.argument("number", metavar="ORDER")
@pass_desk
def reopen(desk: Desk, number: str) -> None:
    """Open the closed dispute of an order again."""
    with desk.library() as library:
        dispute, _ = _current(library, number)
        reopen_dispute(library, dispute.id, Ticket())
    output.say("纠纷已重新打开。", "The dispute is open again.")


@click.command()
@AS_JSON
@pass_desk
def overview(desk: Desk, as_json: bool) -> None:
    """Show the figures of all disputes."""
    with desk.library() as library:
        view = count_all(library, desk.book)
    lang = output.language()
    if as_json:
        output.put_json(_shape(view))
        return
    output.put(output.worded("overview.totals", {"open": view.open, "closed": view.closed}))
    for code, sums in (("overview.at_stake", view.at_stake), ("overview.back", view.recovered)):
        if sums:
            output.put(output.worded(code, {"sum": " + ".join(one.shown() for one in sums)}))
    for one in view.issues:
        output.put(f"  {desk.book.issue(one.name).label.of(lang)}: {one.all}")


def _current(library: Library, number: str) -> tuple[Dispute, str]:
    order = find_order(library, number)
    dispute = views.current_dispute(library, order.id)
    if dispute is None:
        raise KnownError("dispute.none", number=order.number)
    return dispute, order.paid.currency if order.paid else "CNY"


def _shape(view: Overview) -> dict[str, object]:
    return {
        "open": view.open,
        "closed": view.closed,
        "at_stake": [output.cents(one) for one in view.at_stake],
        "recovered": [output.cents(one) for one in view.recovered],
        "days": view.days,
        "outcomes": dict(view.outcomes),
        "issues": [_count(one, "issue") for one in view.issues],
        "merchants": [_count(one, "shop") for one in view.merchants],
        "waits": [
            {"channel": one.channel, "days": round(one.days, 2), "count": one.count}
            for one in view.waits
        ],
        "calls": {
            "count": view.calls.count,
            "seconds": view.calls.seconds,
            "cost": output.cents(view.calls.cost),
            "written": view.calls.written,
            "saved": output.cents(view.calls.saved),
        },
        "months": [
            {
                "month": f"{one.first:%Y-%m}",
                "opened": one.opened,
                "closed": one.closed,
                "asked": [output.cents(sum_) for sum_ in one.asked],
                "recovered": [output.cents(sum_) for sum_ in one.recovered],
            }
            for one in view.months
        ],
    }


def _count(one: Count, name: str) -> dict[str, object]:
    return {name: one.name, "open": one.open, "closed": one.closed}
