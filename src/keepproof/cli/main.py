"""The command `keepproof`: exit status 0 done, 1 a known problem, 2 wrong usage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from keepproof import __version__, messages
from keepproof.cli import (
    backups,
    bundle_import,
    bundles,
    compensation,
    complaints,
    contacts,
    demo,
    disputes,
    endings,
    evidence,
    exports,
    orders,
    output,
    phones,
    reminding,
    searching,
)
from keepproof.cli.desk import Desk
from keepproof.errors import CancelledError, KnownError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--library",
    "folder",
    type=click.Path(path_type=Path),
    envvar="KEEPPROOF_LIBRARY",
    help="Library folder; else KEEPPROOF_LIBRARY, else the one of the window.",
)
@click.version_option(__version__, prog_name="keepproof")
@click.pass_context
def cli(context: click.Context, folder: Path | None) -> None:
    """Keep the proof of online orders and write the complaint that rests on it.

    Without a command the window opens. ORDER is an order number. Results go to standard output, messages to
    standard error, in the language of the terminal or of KEEPPROOF_LANG (zh, en). Exit status: 0 done, 1 a known
    problem, 2 wrong usage.
    """
    context.obj = Desk(folder)


orders.order.add_command(reminding.checklist)
exports.export.add_command(bundles.bundle)
exports.export.add_command(bundles.hashes)
for command in (
    orders.order,
    evidence.evidence,
    disputes.dispute,
    contacts.contact,
    complaints.complaint,
    complaints.channels,
    compensation.compensation,
    phones.phone,
    exports.export,
    bundles.check,
    bundle_import.import_bundle,
    reminding.reminders_command,
    endings.overview,
    searching.search,
    demo.demo,
    backups.backup,
    backups.restore,
):
    cli.add_command(command)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    try:
        status = cli.main(args=list(arguments), prog_name="keepproof", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except KnownError as error:
        click.echo(messages.explain(error, output.language()), err=True)
        return 1
    except (click.Abort, CancelledError, KeyboardInterrupt):
        output.say("已停止。已完成的部分都保留着。", "Stopped. What was finished is kept.")
        return 1
    return status if isinstance(status, int) else 0
