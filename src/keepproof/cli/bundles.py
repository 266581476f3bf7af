"""`keepproof export bundle`, `export hashes` and `keepproof check`: evidence bundles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.exports import LANG, TO
from keepproof.cli.orders import AS_JSON
from keepproof.domain.bundle import AUDIENCES
from keepproof.errors import KnownError
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.bundle_report import BundleReport
    from keepproof.library.library import Library
    from keepproof.services.bundle_contents import BundleChoice
    from keepproof.services.export_bundle import BundleOrder, Exported


@click.command()
@click.argument("number", metavar="ORDER")
@TO
@click.option(
    "--for",
    "audience",
    type=click.Choice(AUDIENCES),
    default="platform",
    show_default=True,
    help="Who gets it; chooses the text and what usually goes in.",
)
@click.option(
    "--with-redacted/--with-originals",
    "redacted",
    default=None,
    help="Redacted copies in place of their originals, or both; by --for if not given.",
)
@click.option("--no-complaint", is_flag=True, help="Leave the complaint out.")
@click.option("--no-catalogue", is_flag=True, help="Leave the evidence catalogue (PDF) out.")
@click.option(
    "--pictures/--no-pictures",
    default=None,
    help="Small copies of the pictures for upload; by --for if not given.",
)
@click.option("--messages", is_flag=True, help="Also list the chats message by message.")
@click.option(
    "--leave-out-broken",
    is_flag=True,
    help="Go on without originals that are changed, missing or unreadable; the list says so.",
)
@LANG
@AS_JSON
@pass_desk
def bundle(
    desk: Desk,
    number: str,
    target: Path,
    audience: str,
    redacted: bool | None,
    no_complaint: bool,
    no_catalogue: bool,
    pictures: bool | None,
    messages: bool,
    leave_out_broken: bool,
    lang: str | None,
    as_json: bool,
) -> None:
    """Write the evidence of an order as a bundle.

    A BagIt zip that anybody can check without KeepProof, read back before it takes its place. An original that is not
    as it was imported stops the export, unless it may be left out.
    """
    from keepproof.services.bundle_contents import preset  # noqa: PLC0415 - few commands export

    usual = preset(audience)
    choice = replace(
        usual,
        redacted=usual.redacted if redacted is None else redacted,
        complaint=not no_complaint,
        catalogue=not no_catalogue,
        messages=usual.messages or messages,
        uploads=usual.uploads if pictures is None else pictures,
    )
    with desk.library() as library:
        wanted = _wanted(desk, find_order(library, number).id, choice, lang)
        done = _export(desk, library, wanted, target, leave_out=leave_out_broken)
    if as_json:
        output.put_json(exported_json(done))
        return
    _say_exported(done)


@click.command()
@click.argument("number", metavar="ORDER")
@TO
@pass_desk
def hashes(desk: Desk, number: str, target: Path) -> None:
    """Write the hashes of an order's evidence.

    For a trusted timestamp or a notary: the file proves nothing by itself, a third party's stamp on it fixes the time.
    """
    from keepproof.services.export_bundle import export_hashes  # noqa: PLC0415 - see bundle

    with desk.library() as library:
        count = export_hashes(library, find_order(library, number).id, target, Ticket())
    output.say(
        "已写入 {count} 份证据的散列值：{path}",
        "Wrote the hashes of {count} items: {path}",
        count=count,
        path=target,
    )


@click.command()
@click.argument("path", metavar="BUNDLE", type=click.Path(path_type=Path))
@AS_JSON
def check(path: Path, as_json: bool) -> int:
    """Check an evidence bundle.

    Needs no library. Every file is named as intact, changed, missing or extra, and the custody record is checked. The
    exit status is 1 where anything is not as it was when the bundle was made.
    """
    from keepproof.services.check_bundle import check_bundle  # noqa: PLC0415 - see bundle

    report = check_bundle(path, Ticket())
    if as_json:
        output.put_json(report_json(report))
    else:
        _put_report(report)
    return 0 if report.sound else 1


def report_json(report: BundleReport) -> dict[str, Any]:
    """Write what a check found in its stable shape."""
    record = report.record
    return {
        "sound": report.sound,
        "folder": report.folder,
        "seal": report.seal or None,
        "order": record.order.number if record is not None else None,
        "made_at": record.made_at if record is not None else None,
        "files": [
            {"path": one.path, "state": one.state, "number": one.number} for one in report.files
        ],
        "history": report.history,
        "history_line": report.history_line,
        "head": (
            {"sequence": record.custody.sequence, "hash": record.custody.hash}
            if record is not None
            else None
        ),
        "left_out": [
            {"number": one.number, "reason": one.left_out, "sha256": one.sha256}
            for one in (record.items if record is not None else ())
            if one.left_out
        ],
        "disagreements": list(report.disagreements),
    }


def exported_json(done: Exported) -> dict[str, Any]:
    """Write what an export made in its stable shape."""
    return {"path": str(done.path), "size": done.size, **report_json(done.report)}


def _wanted(desk: Desk, order_id: str, choice: BundleChoice, lang: str | None) -> BundleOrder:
    from keepproof.composing.facts import Person  # noqa: PLC0415 - see bundle
    from keepproof.services.export_bundle import BundleOrder  # noqa: PLC0415

    own = desk.settings
    person = Person(own.person_name, own.person_phone, own.person_address)
    return BundleOrder(order_id, choice, lang or own.complaint_language, person)


def _export(
    desk: Desk, library: Library, wanted: BundleOrder, target: Path, *, leave_out: bool
) -> Exported:
    from keepproof.readers.sandbox import Sandbox  # noqa: PLC0415 - see bundle
    from keepproof.services.bundle_texts import Helpers  # noqa: PLC0415
    from keepproof.services.export_bundle import broken_ids, export_bundle  # noqa: PLC0415
    from keepproof.services.previews import Previews  # noqa: PLC0415

    with Sandbox() as sandbox:
        helpers = Helpers(sandbox, Previews(sandbox))
        try:
            return export_bundle(library, desk.book, wanted, target, helpers, Ticket()).value
        except KnownError as error:
            if error.code != "bundle.broken" or not leave_out:
                raise
            output.say_problem(error)
            choice = replace(wanted.choice, left_out=broken_ids(error))
            wanted = replace(wanted, choice=choice)
        return export_bundle(library, desk.book, wanted, target, helpers, Ticket()).value


def _say_exported(done: Exported) -> None:
    items = done.contents.record.items
    output.say(
        "已写入并核对：{path}（{count} 份证据，{left} 份原件未放入，封印 {seal}）",
        "Written and checked: {path} ({count} items, {left} originals left out, seal {seal})",
        path=done.path,
        count=len(items),
        left=sum(1 for one in items if one.left_out),
        seal=done.report.seal,
    )


def _put_report(report: BundleReport) -> None:
    for one in report.files:
        number = f"E{one.number}" if one.number else "-"
        output.put(f"{one.state}\t{number}\t{output.clean(one.path)}")
    place = f" at line {report.history_line}" if report.history_line else ""
    output.put(f"custody record: {report.history}{place}")
    for differing in report.disagreements:
        output.put(f"record and manifest differ: E{differing}")
    if report.seal:
        output.put(f"seal: {report.seal}")
    record = report.record
    if record is not None:
        head = output.clean(record.custody.hash)
        output.put(f"head of the custody record: {record.custody.sequence} {head}")
    output.say(
        "{intact} 个文件与导出时一致，{changed} 个有改动，{missing} 个缺失，{extra} 个多出。一致不等于内容属实",
        "{intact} as exported, {changed} changed, {missing} missing, {extra} extra. This does not say that the content is true",
        intact=len(report.of("intact")),
        changed=len(report.of("changed")),
        missing=len(report.of("missing")),
        extra=len(report.of("extra")),
    )
