"""`keepproof evidence`: add, list, show, redact and verify."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from keepproof.cli import chats, output, reading, redacting
from keepproof.cli.desk import Desk, find_evidence, find_order, order_numbers, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.readers.sandbox import Sandbox
from keepproof.services import (
    add_evidence,
    verify_library,
)
from keepproof.services.previews import Previews
from keepproof.ticket import Ticket

TEXT_LIMIT = 20_000


@click.group()
def evidence() -> None:
    """Add, list, show, redact and verify evidence."""


@evidence.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--order", "number", help="Order number to file it under.")
@click.option(
    "--kind",
    type=click.Choice([one.value for one in EvidenceKind]),
    help="Kind; suggested from the content if not given.",
)
@click.option("--read", is_flag=True, help="Also read the text in pictures, which takes a while.")
@AS_JSON
@pass_desk
def add(
    desk: Desk,
    paths: tuple[Path, ...],
    number: str | None,
    kind: str | None,
    read: bool,
    as_json: bool,
) -> int:
    """Keep files and folders as evidence; the sources are only read.

    The words of text files are read at once; those in pictures with --read, or later with `evidence read`. The exit
    status is 1 when anything was refused; the rest is kept all the same.
    """
    with desk.library() as library, Sandbox() as sandbox:
        report = add_evidence.add_paths(
            library,
            paths,
            order_id=find_order(library, number).id if number else None,
            kind=EvidenceKind(kind) if kind else None,
            origin="command_line",
            ticket=Ticket(),
            sandbox=sandbox,
        ).value
        reading.read_new(library, sandbox, pictures=read)
        numbers = order_numbers(library)
    if as_json:
        output.put_json(_report_json(report, numbers))
    else:
        _put_report(report)
    return 1 if report.refused else 0


@evidence.command(name="list")
@click.option("--order", "number", help="Only of this order.")
@AS_JSON
@pass_desk
def list_evidence(desk: Desk, number: str | None, as_json: bool) -> None:
    """List evidence."""
    with desk.library() as library:
        filed = (
            library.evidence.of_order(find_order(library, number).id)
            if number
            else library.evidence.all()
        )
        numbers = order_numbers(library)
    if as_json:
        output.put_json([evidence_of(one, numbers) for one in filed])
        return
    for one in filed:
        name = f"E{one.number}" if one.number else "-"
        order = numbers.get(one.order_id or "", "-")
        parts = (name, order, one.evidence.kind.value, one.evidence.name, one.evidence.sha256[:12])
        output.put("\t".join(output.clean(part) for part in parts))


@evidence.command()
@click.argument("name", metavar="EVIDENCE")
@click.option("--order", "number", help="Order the number belongs to.")
@AS_JSON
@pass_desk
def show(desk: Desk, name: str, number: str | None, as_json: bool) -> None:
    """Show one piece of evidence.

    With its times, text, messages, and custody record. EVIDENCE is its number in the order (E3) or the beginning
    of its SHA-256.
    """
    with desk.library() as library:
        one = find_evidence(library, name, number)
        shape = evidence_of(one, order_numbers(library))
        original = library.original_path(one.evidence.sha256)
        shape |= reading.reading_of(library, one.evidence)
        if shape["text"] is None:
            shape["text"] = _text(original, one.evidence.media_type)
        shape |= redacting.copy_of(library, one)
        shape |= chats.chat_of(desk, library, one)
        shape |= reading.suggestions_of(library, one)
        shape["custody"] = [
            {
                "sequence": event.sequence,
                "at": event.at,
                "action": event.action,
                "data": dict(event.data),
                "hash": event.hash,
            }
            for event in library.custody.events(one.evidence.id)
        ]
    if as_json:
        output.put_json(shape)
    else:
        _put_shape(shape)


def _put_shape(shape: dict[str, Any]) -> None:
    for key, value in shape.items():
        if key not in {"custody", "text", "messages", "chat", "reading", "suggestions"}:
            output.put(f"{key}: {output.clean(str(value)) if value is not None else '-'}")
    for event in shape["custody"]:
        output.put(f"  {event['sequence']}  {event['at']}  {event['action']}")
    for message in shape["messages"]:
        parts = (
            message["source"],
            message["time"] or "-",
            message["sender"],
            message["role"],
            message["text"],
        )
        output.put("\t".join(output.clean(part) for part in parts))
    if shape["text"] and not shape["messages"]:
        output.put(shape["text"])


@evidence.command()
@AS_JSON
@pass_desk
def verify(desk: Desk, as_json: bool) -> int:
    """Check everything that is kept.

    Every file is hashed again; what is missing, changed or unreadable is named, and the exit status is 1 then.
    """
    with desk.library() as library:
        report = verify_library.verify(library, Ticket()).value
        numbers = order_numbers(library)
    groups = {"missing": report.missing, "changed": report.changed, "unreadable": report.unreadable}
    if as_json:
        shape: dict[str, Any] = {"checked": report.checked, "intact": report.intact}
        shape |= {
            name: [evidence_of(one, numbers) for one in found] for name, found in groups.items()
        }
        output.put_json(shape | {"store": report.store, "chain": report.chain})
    else:
        _put_verified(report, groups, numbers)
    sound = report.store == "reachable" and report.chain == "intact" and not any(groups.values())
    return 0 if sound else 1


evidence.add_command(reading.read)
evidence.add_command(chats.quote)
evidence.add_command(redacting.redact)


def evidence_of(one: FiledEvidence, numbers: dict[str, str]) -> dict[str, Any]:
    """Write one piece of evidence with the number of its order."""
    return output.evidence_json(one, numbers.get(one.order_id or ""))


def _text(original: Path, media_type: str) -> str | None:
    sandbox = Sandbox()
    try:
        return Previews(sandbox).text_preview(original, media_type, TEXT_LIMIT)
    finally:
        sandbox.close()


def _put_verified(
    report: verify_library.VerifyReport,
    groups: dict[str, tuple[FiledEvidence, ...]],
    numbers: dict[str, str],
) -> None:
    output.put(
        f"{report.checked} checked, {report.intact} unchanged since import; store {report.store}; custody log {report.chain}"
    )
    for name, found in groups.items():
        for one in found:
            where = f"E{one.number} · {numbers.get(one.order_id or '', '')}" if one.number else "-"
            output.put(
                f"{name}: {where} · {output.clean(one.evidence.name)} · {one.evidence.sha256[:16]}"
            )


def _report_json(report: add_evidence.AddReport, numbers: dict[str, str]) -> dict[str, Any]:
    return {
        "kept": [evidence_of(one, numbers) for one in report.kept],
        "duplicates": [
            {
                "path": str(one.path),
                "of": evidence_of(one.of, numbers),
                "newly_filed": one.newly_filed,
            }
            for one in report.duplicates
        ],
        "attached": [
            {"mail": one.mail.evidence.id, "items": [item.evidence.id for item in one.items]}
            for one in report.attached
        ],
        "odd": [
            {"path": str(one.path), "reason": output.worded(one.reason), "code": one.reason}
            for one in report.odd
        ],
        "refused": [
            {
                "path": str(one.path),
                "reason": output.worded(one.reason, one.data),
                "code": one.reason,
            }
            for one in report.refused
        ],
    }


def _put_report(report: add_evidence.AddReport) -> None:
    for one in report.kept:
        name = f"E{one.number}" if one.number else "-"
        output.put(
            f"kept\t{name}\t{one.evidence.kind.value}\t{output.clean(one.evidence.original_name)}"
        )
    for same in report.duplicates:
        of = f"E{same.of.number}" if same.of.number else same.of.evidence.sha256[:12]
        output.put(f"already there\t{of}\t{output.clean(str(same.path))}")
    for hung in report.attached:
        names = ", ".join(output.clean(one.evidence.name) for one in hung.items)
        output.put(f"attached to\t{output.clean(hung.mail.evidence.name)}\t{names}")
    for odd in report.odd:
        output.put(f"odd\t{output.clean(str(odd.path))}\t{output.worded(odd.reason)}")
    for refused in report.refused:
        output.put(
            f"refused\t{output.clean(str(refused.path))}\t{output.worded(refused.reason, refused.data)}"
        )
    output.say(
        "{kept} 份已加入，{same} 份已有，{odd} 份有提示，{refused} 份没有加入",
        "{kept} kept, {same} already there, {odd} odd, {refused} refused",
        kept=len(report.kept),
        same=len(report.duplicates),
        odd=len(report.odd),
        refused=len(report.refused),
    )
