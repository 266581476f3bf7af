"""`keepproof order import`: show what bills and order exports would add, and add it when told to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, pass_desk
from keepproof.domain.order import MOMENTS
from keepproof.readers.sandbox import Sandbox
from keepproof.services import import_orders
from keepproof.services.import_orders import Entry, Imported, ImportPreview
from keepproof.ticket import Ticket


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Add the new orders; without it they are only shown.")
@click.option(
    "--complete", is_flag=True, help="With --yes: also fill what is empty in known orders."
)
@click.option(
    "--only", multiple=True, metavar="NO", help="Only this order; may be given several times."
)
@click.option("--json", "as_json", is_flag=True, help="Print data as JSON.")
@pass_desk
def import_command(
    desk: Desk,
    files: Sequence[Path],
    *,
    yes: bool,
    complete: bool,
    only: Sequence[str],
    as_json: bool,
) -> int:
    """Show what bills and order exports would add.

    --yes adds it. Nothing is ever overwritten.
    """
    with desk.library() as library:
        with Sandbox() as sandbox:
            found = import_orders.preview(library, files, Ticket(), sandbox)
        wanted = [one for one in found.entries if not only or one.form.number in only]
        done = None
        if yes:
            done = import_orders.add(library, wanted, Ticket(), complete=complete).value
    if as_json:
        output.put_json(_json(found, wanted, done))
    else:
        for entry in wanted:
            output.put(_line(entry))
    _report(found, wanted, done)
    return 0 if found.read else 1


def _line(entry: Entry) -> str:
    form = entry.form
    title = form.items[0].title if form.items else ""
    paid = form.paid.shown() if form.paid else "-"
    parts = [entry.state, form.number, form.platform, form.shop, title, paid, entry.source]
    parts += [f"{one.field}: {one.here} ≠ {one.there}" for one in entry.conflicts]
    return "\t".join(output.clean(part) for part in parts)


def _report(found: ImportPreview, wanted: Sequence[Entry], done: Imported | None) -> None:
    for problem in found.problems:
        words = output.worded(problem.code, problem.data)
        click.echo(f"{output.clean(problem.file)}: {words}", err=True)
    if found.left_out:
        output.say(
            "{count} 行收入、转账等不是购物，没有列入。",
            "{count} rows of income, transfers and the like are no purchases and were left out.",
            count=found.left_out,
        )
    if done is not None:
        output.say(
            "已添加 {added} 个订单，补全 {completed} 个，{unchanged} 个保持不变。",
            "Orders added: {added}, completed: {completed}, left as they were: {unchanged}.",
            added=len(done.added),
            completed=len(done.completed),
            unchanged=done.unchanged,
        )
        return
    fresh = sum(one.state == "new" for one in wanted)
    if fresh:
        output.say(
            "可以添加 {count} 个新订单，尚未添加；加上 --yes 即可添加。",
            "New orders found: {count}. Nothing was added yet; --yes adds them.",
            count=fresh,
        )
    elif found.read:
        output.say("没有新订单。", "There are no new orders.")


def _json(found: ImportPreview, wanted: Sequence[Entry], done: Imported | None) -> dict[str, Any]:
    return {
        "entries": [_entry_json(one) for one in wanted],
        "problems": [
            {
                "file": one.file,
                "line": one.line or None,
                "code": one.code,
                "text": output.worded(one.code, one.data),
            }
            for one in found.problems
        ],
        "left_out": found.left_out,
        "added": [one.number for one in done.added] if done else [],
        "completed": [one.number for one in done.completed] if done else [],
    }


def _entry_json(one: Entry) -> dict[str, Any]:
    form = one.form
    return {
        "state": one.state,
        "source": one.source,
        "no": form.number,
        "platform": form.platform,
        "shop": form.shop,
        "items": [
            {
                "title": item.title,
                "sku": item.sku,
                "quantity": item.quantity,
                "price": output.cents(item.price),
            }
            for item in form.items
        ],
        "paid": form.paid.cents if form.paid else None,
        "currency": form.paid.currency if form.paid else None,
        "freight": form.freight.cents if form.freight else None,
        "refunded": one.refunded.cents if one.refunded else None,
        "times": {name: output.moment(getattr(form.moments, name)) for name in MOMENTS},
        "transaction_number": form.sources.get("transaction_number"),
        "conflicts": [
            {"field": each.field, "here": each.here, "there": each.there} for each in one.conflicts
        ],
        "lacking": list(one.lacking),
    }
