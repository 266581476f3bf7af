"""`keepproof evidence read`: read what stands in kept files, and what was read before."""

from __future__ import annotations

from typing import Any

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.chat import Chat
from keepproof.domain.evidence import Evidence, FiledEvidence
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services import read_chats, suggest, understand
from keepproof.services.shot_gaps import shot_gaps
from keepproof.ticket import Ticket


@click.command()
@click.option("--order", "number", help="Only what is filed under this order.")
@click.option("--again", is_flag=True, help="Also what was read before.")
@AS_JSON
@pass_desk
def read(desk: Desk, number: str | None, again: bool, as_json: bool) -> None:
    """Read the text of what was not read yet.

    After that it is found by `search`. Pictures take a while.
    """
    with desk.library() as library:
        order_id = find_order(library, number).id if number else None
        if again:
            shelf = library.evidence
            filed = shelf.all() if order_id is None else shelf.of_order(order_id)
            understand.forget(library, {one.evidence.id for one in filed})
        with Sandbox() as sandbox, understand.slow_sandbox() as slow:
            report = understand.understand(
                library, sandbox, Ticket(), slow=slow, order_id=order_id
            ).value
    if as_json:
        output.put_json(_report_json(report))
    else:
        _put_report(report)


def read_new(library: Library, sandbox: Sandbox, *, pictures: bool) -> None:
    """Read what was just added: texts at once, the text in pictures where it was asked for."""
    with understand.slow_sandbox() as slow:
        report = understand.understand(
            library, sandbox, Ticket(), slow=slow, quick_only=not pictures
        ).value
    _say_waiting(report)


def reading_of(library: Library, item: Evidence) -> dict[str, Any]:
    """Write what was read in an item; `text` is None where nobody has read it yet."""
    found = library.readings.get(item.sha256)
    if found is None:
        return {"text": None, "reading": None}
    shape = {
        "source": found.source,
        "kind": found.kind or None,
        "engine": found.engine,
        "at": output.moment(found.at),
        "problem": found.problem or None,
        "lines": len(found.lines),
        "facts": dict(found.facts),
    }
    return {"text": found.text or None, "reading": shape}


def pictured_chat(library: Library, item: Evidence) -> Chat | None:
    """Read the messages of a screenshot of a chat whose text was read before."""
    found = library.readings.get(item.sha256)
    return read_chats.pictured_chat(found) if found is not None else None


def suggestions_of(library: Library, filed: FiledEvidence) -> dict[str, Any]:
    """Write what was read in an item and may be of use, and the gaps beside a screenshot of a chat."""
    found = [_suggestion_json(one) for one in suggest.offers(library, filed)]
    gaps: list[str] = []
    if filed.order_id is not None and filed.number is not None:
        gaps = [
            output.worded("readers.shot_gap", {"before": one.before, "after": one.after})
            for one in shot_gaps(library, filed.order_id)
            if filed.number in {one.before, one.after}
        ]
    return {"suggestions": found, "gaps": gaps}


def _suggestion_json(offer: suggest.Offer) -> dict[str, Any]:
    one = offer.suggestion
    return {
        "field": one.field,
        "value": one.value,
        "source": {
            "words": one.words,
            "line": one.line or None,
            "page": one.page,
            "boxes": [list(box) for box in one.boxes],
        },
        "order": offer.order.number if offer.order else None,
        "known": offer.known,
    }


def _put_report(report: understand.ReadReport) -> None:
    for one, code in report.odd:
        output.put(f"odd\t{output.clean(one.name)}\t{output.worded(code)}")
    output.say("读了 {count} 个文件", "{count} files read", count=report.read)
    _say_waiting(report)


def _say_waiting(report: understand.ReadReport) -> None:
    if report.waiting:
        count = len(report.waiting)
        click.echo(output.worded("readers.packages_missing", {"count": count}), err=True)


def _report_json(report: understand.ReadReport) -> dict[str, Any]:
    return {
        "read": report.read,
        "odd": [
            {"name": one.name, "reason": output.worded(code), "code": code}
            for one, code in report.odd
        ],
        "waiting": [one.name for one in report.waiting],
    }
