"""`keepproof evidence redact`: a copy of a picture with boxes filled."""

from __future__ import annotations

from typing import Any

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_evidence, order_numbers, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.redaction import Box, from_text
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services import redact_evidence, redact_suggestions
from keepproof.services.redact_evidence import RedactedCopy
from keepproof.services.redact_suggestions import Suggestion
from keepproof.ticket import Ticket


@click.command()
@click.argument("name", metavar="EVIDENCE")
@click.option("--order", "number", help="Order the number belongs to.")
@click.option(
    "--box",
    "texts",
    multiple=True,
    metavar="LEFT,TOP,WIDTH,HEIGHT",
    help="A box in pixels of the picture as it is shown upright; may be given several times.",
)
@click.option(
    "--suggested", is_flag=True, help="Cover what the text read in the picture shows as private."
)
@AS_JSON
@pass_desk
def redact(
    desk: Desk,
    name: str,
    number: str | None,
    texts: tuple[str, ...],
    suggested: bool,
    as_json: bool,
) -> None:
    """Keep a copy of a picture with boxes filled in black.

    The original stays as it is. EVIDENCE is its number in the order (E3) or the beginning of its SHA-256. The copy is filed beside it as evidence
    of its own, without the metadata of the original.
    """
    if not texts and not suggested:
        raise click.UsageError("Give a --box or --suggested.")
    boxes = [_box(one) for one in texts]
    with desk.library() as library, Sandbox() as sandbox:
        filed = redact_evidence.original_of(library, find_evidence(library, name, number))
        redact_evidence.check_original(library, filed, Ticket())
        _check_inside(filed, boxes)
        offered = _offered(library, filed, alone=not boxes) if suggested else ()
        boxes += [one.box for one in offered]
        made = redact_evidence.redact(library, filed, boxes, sandbox, Ticket()).value
        numbers = order_numbers(library)
    if as_json:
        output.put_json(_shape(made, filed, offered, numbers))
    else:
        _put(made, offered)


def copy_of(library: Library, filed: FiledEvidence) -> dict[str, Any]:
    """Write the id of the redacted copy that goes out in place of an item; null where there is none."""
    copy = redact_evidence.preferred_copy(library, filed.evidence)
    return {"redacted_copy": None if copy.id == filed.evidence.id else copy.id}


def _box(text: str) -> Box:
    found = from_text(text.replace(" ", ""))
    if len(found) != 1:
        raise KnownError("redact.box_impossible", text=text)
    return found[0]


def _check_inside(filed: FiledEvidence, boxes: list[Box]) -> None:
    """Refuse a box that misses the picture: what it was meant to cover would stay readable."""
    facts = filed.evidence.facts
    width, height = (facts.get(one, "") for one in ("width", "height"))
    if not (width.isdecimal() and height.isdecimal()):
        return
    for one in boxes:
        if one.within(int(width), int(height)) is None:
            box = ",".join(map(str, (one.left, one.top, one.width, one.height)))
            raise KnownError("redact.box_outside", box=box, width=width, height=height)


def _offered(library: Library, filed: FiledEvidence, *, alone: bool) -> tuple[Suggestion, ...]:
    found = redact_suggestions.suggestions(library, filed)
    if found.state == "no_reader":
        raise KnownError("readers.packages_missing", count=1)
    if found.state == "unread":
        raise KnownError("redact.not_read")
    if not found.items and alone:
        raise KnownError("redact.nothing_suggested")
    return found.items


def _put(made: RedactedCopy, offered: tuple[Suggestion, ...]) -> None:
    copy = made.copy
    label = f"E{copy.number}" if copy.number else "-"
    state = "already there" if made.known else "kept"
    output.put(f"{state}\t{label}\t{output.clean(copy.evidence.original_name)}")
    for one in offered:
        output.put(f"covered\t{one.kind}\t{output.clean(one.veiled)}")
    if made.frames > 1:
        click.echo(output.worded("redact.first_page", {"frames": made.frames}), err=True)


def _shape(
    made: RedactedCopy,
    filed: FiledEvidence,
    offered: tuple[Suggestion, ...],
    numbers: dict[str, str],
) -> dict[str, Any]:
    order = numbers.get(made.copy.order_id or "")
    return {
        "copy": output.evidence_json(made.copy, order),
        "original": output.evidence_json(filed, numbers.get(filed.order_id or "")),
        "boxes": [_box_shape(one) for one in made.boxes],
        "suggested": [
            {"kind": one.kind, "words": one.veiled, "box": _box_shape(one.box)} for one in offered
        ],
        "known": made.known,
        "pages": made.frames,
    }


def _box_shape(box: Box) -> dict[str, int]:
    return {"left": box.left, "top": box.top, "width": box.width, "height": box.height}
