"""`keepproof export`: files for other programs and people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from keepproof.cli import output
from keepproof.cli.complaints import SIZES, find_channel, gather
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.evidence import number_label
from keepproof.errors import KnownError
from keepproof.services import compose_complaint
from keepproof.services.check_evidence import check_order
from keepproof.services.export_calendar import export_calendar
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.services.export_catalogue import Exported

CATALOGUES = (".pdf", ".docx", ".csv")

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


@export.command()
@click.argument("number", metavar="ORDER")
@TO
@LANG
@pass_desk
def catalogue(desk: Desk, number: str, target: Path, lang: str | None) -> None:
    """Write the list of all evidence of an order.

    The end of the file's name chooses its kind: .pdf, .docx or .csv. Every original is checked first.
    """
    from keepproof.services.export_catalogue import export_catalogue  # noqa: PLC0415 - only this command prints lists

    form = target.suffix.lower()
    if form not in CATALOGUES:
        raise KnownError("export.unknown_form", path=target.name, known=", ".join(CATALOGUES))
    chosen = lang or output.language()
    with desk.library() as library:
        order = find_order(library, number)
        outcome = export_catalogue(
            library, desk.book, order.id, target, form.removeprefix("."), chosen, Ticket()
        )
    _report(outcome.value)


CHANNEL = click.option(
    "--channel",
    "channel_id",
    help="The first that takes a letter if not given; see `keepproof channels`.",
)
TEXT_LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language."
)
SIZE = click.option("--size", type=click.Choice(SIZES), help="The channel's own size if not given.")


@export.command()
@click.argument("number", metavar="ORDER")
@CHANNEL
@TO
@TEXT_LANG
@SIZE
@pass_desk
def pdf(
    desk: Desk, number: str, channel_id: str | None, target: Path, lang: str, size: str | None
) -> None:
    """Write the complaint for a channel as PDF.

    The list of the evidence it cites follows, every original checked first.
    """
    _complaint(desk, number, channel_id, target, lang, size, "pdf")


@export.command()
@click.argument("number", metavar="ORDER")
@CHANNEL
@TO
@TEXT_LANG
@SIZE
@pass_desk
def docx(
    desk: Desk, number: str, channel_id: str | None, target: Path, lang: str, size: str | None
) -> None:
    """Write the complaint for a channel as Word document.

    The list of the evidence it cites follows, every original checked first.
    """
    _complaint(desk, number, channel_id, target, lang, size, "docx")


def _complaint(
    desk: Desk,
    number: str,
    channel_id: str | None,
    target: Path,
    lang: str,
    size: str | None,
    form: str,
) -> None:
    from keepproof.services.export_complaint import export_complaint  # noqa: PLC0415 - only these commands print

    with desk.library() as library:
        order = find_order(library, number)
        chosen = channel_id or _letter_channel(desk, order.platform)
        channel = find_channel(desk, order.platform, chosen)
        # What is broken may not be cited, so this is found out before the text is written.
        check_order(library, order.id, Ticket())
        facts = gather(desk, library, order)
        written = compose_complaint.write(facts, channel, lang, size, output.language())
        outcome = export_complaint(
            library, desk.book, facts, channel, written, target, form, Ticket()
        )
    for one in written.warnings:
        output.say("提醒：{text}", "Note: {text}", text=one.text)
    _report(outcome.value)


def _letter_channel(desk: Desk, platform: str) -> str:
    """Choose a channel for a paper: the first that takes a letter, else the first there is."""
    channels = desk.book.channels(platform)
    return next((one.id for one in channels if one.size == "full"), channels[0].id)


def _report(exported: Exported) -> None:
    output.say(
        "已写入 {path}，列有 {count} 份证据。",
        "Wrote {path} with {count} pieces of evidence.",
        path=exported.path,
        count=exported.count,
    )
    if exported.broken:
        lang = output.language()
        named = [number_label(one.number, lang) for one in exported.broken if one.number]
        words = ("、" if lang == "zh" else ", ").join(named)
        click.echo(output.worded("export.broken", {"numbers": words}), err=True)
    if exported.unshown:
        click.echo(output.worded("export.unshown", {"text": exported.unshown}), err=True)


@export.command()
@click.argument("number", metavar="ORDER")
@click.option(
    "--channel",
    "channel_id",
    help="Only what its complaint cites, within its limits; see `keepproof channels`.",
)
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to make; an empty one may be there.",
)
@click.option("--most", type=click.IntRange(min=1), help="How many pictures the page takes.")
@click.option("--max-kb", type=click.IntRange(min=20), help="Kilobytes one picture may have.")
@click.option(
    "--captions/--no-captions", default=True, show_default=True, help="Number above each picture."
)
@TEXT_LANG
@AS_JSON
@pass_desk
def pictures(
    desk: Desk,
    number: str,
    channel_id: str | None,
    target: Path,
    most: int | None,
    max_kb: int | None,
    captions: bool,
    lang: str,
    as_json: bool,
) -> None:
    """Write pictures for upload, fitted to a channel.

    Copies only: numbered as in the complaint, without place and camera, redacted where there is a redacted copy.
    """
    from keepproof.cli.picture_exports import export_pictures  # noqa: PLC0415 - only this command writes pictures

    limits = (most, max_kb * 1000 if max_kb else None)
    report = export_pictures(desk, number, channel_id, target, limits, lang, captions=captions)
    if as_json:
        output.put_json(report)
