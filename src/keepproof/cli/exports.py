"""`keepproof export`: files for other programs and people."""

from __future__ import annotations

from pathlib import Path

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.services.export_calendar import export_calendar
from keepproof.ticket import Ticket

TO = click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; one of this name is replaced.",
)
LANG = click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of the file.")


@click.group()
def export() -> None:
    """Write what belongs to an order as files for others."""


@export.command()
@click.argument("number", metavar="ORDER")
@TO
@LANG
@pass_desk
def ics(desk: Desk, number: str, target: Path, lang: str | None) -> None:
    """Write the deadlines of an order as a calendar.

    Only those ring that are verified or were copied from the page.
    """
    with desk.library() as library:
        order = find_order(library, number)
        chosen = lang or output.language()
        count = export_calendar(library, desk.book, order.id, target, chosen, Ticket())
    output.say(
        "已写入 {count} 条时限：{path}", "Wrote {count} deadlines: {path}", count=count, path=target
    )
