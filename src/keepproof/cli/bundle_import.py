"""`keepproof import-bundle`: the evidence of a bundle comes into the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.errors import KnownError
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.services.import_bundle import BundlePreview, Imported


@click.command(name="import-bundle")
@click.argument("path", metavar="BUNDLE", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Import; without it only what would happen is shown.")
@AS_JSON
@pass_desk
def import_bundle(desk: Desk, path: Path, yes: bool, as_json: bool) -> int:
    """Import an evidence bundle.

    Shows what it would do; --yes does it. The order is joined where it is known and made where it is not; nothing is
    overwritten. The exit status is 1 when anything was refused or is not as it was exported.
    """
    from keepproof.readers.sandbox import Sandbox  # noqa: PLC0415 - few commands import
    from keepproof.services import import_bundle as service  # noqa: PLC0415
    from keepproof.services.check_bundle import check_bundle  # noqa: PLC0415

    with desk.library() as library:
        if not yes:
            report = check_bundle(path, Ticket())
            return _put_preview(service.compare(library, report, path.name), as_json=as_json)
        with Sandbox() as sandbox:
            done = service.import_bundle(library, desk.book, path, sandbox, Ticket()).value
        return _put_imported(done, as_json=as_json)


def _put_preview(found: BundlePreview, *, as_json: bool) -> int:
    shape = {
        "order": found.record.order.number,
        "joins": found.order is not None,
        "sound": found.report.sound,
        "items": [
            {
                "number": one.item.number,
                "state": one.state,
                "name": one.item.title or one.item.original_name,
                "sha256": one.item.sha256,
            }
            for one in found.entries
        ],
    }
    if as_json:
        output.put_json(shape)
    else:
        for one in found.entries:
            name = output.clean(one.item.title or one.item.original_name)
            output.put(f"{one.state}\tE{one.item.number}\t{name}\t{one.item.sha256[:12]}")
        output.say(
            "订单 {number}：{coming} 份可导入。没有写入任何内容；加 --yes 才导入",
            "Order {number}: {coming} items can come in. Nothing was written; --yes imports",
            number=output.clean(found.record.order.number),
            coming=len(found.coming),
        )
    return 0 if found.report.sound else 1


def _put_imported(done: Imported, *, as_json: bool) -> int:
    refused = [{"path": str(one.path), "code": one.reason} for one in done.refused]
    if as_json:
        shape = {
            "order": done.order.number,
            "order_made": done.made,
            "kept": [output.evidence_json(one, done.order.number) for one in done.kept],
            "filed": [output.evidence_json(one, done.order.number) for one in done.filed],
            "refused": refused,
        }
        output.put_json(shape)
    for one in done.refused:
        output.say_problem(KnownError(one.reason, **one.data))
    output.say(
        "订单 {number}：新加入 {kept} 份，原有 {filed} 份归入，{refused} 份没有导入",
        "Order {number}: {kept} new, {filed} filed that were here, {refused} refused",
        number=done.order.number,
        kept=len(done.kept),
        filed=len(done.filed),
        refused=len(done.refused),
    )
    return 1 if done.refused else 0
