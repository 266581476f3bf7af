"""The work of `keepproof export pictures`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keepproof.cli import output
from keepproof.cli.complaints import find_channel, gather
from keepproof.cli.desk import Desk, find_order
from keepproof.domain.evidence import number_label
from keepproof.exporting.picture_set.plan import PictureLimits
from keepproof.readers.sandbox import Sandbox
from keepproof.services import compose_complaint, plan_pictures
from keepproof.services.export_pictures import PictureReport, make_pictures, record_pictures
from keepproof.services.plan_pictures import PictureRequest
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.library.library import Library


def export_pictures(
    desk: Desk,
    number: str,
    channel_id: str | None,
    target: Path,
    limits: tuple[int | None, int | None],
    lang: str,
    *,
    captions: bool,
) -> dict[str, Any]:
    """Write the pictures, say what became of each, and give the same as data."""
    with desk.library() as library, Sandbox() as sandbox:
        order = find_order(library, number)
        request = _request(desk, library, order, channel_id, lang)
        known = request.limits
        count, size = limits
        chosen = replace(
            known,
            count=known.count if count is None else count,
            bytes=known.bytes if size is None else size,
        )
        plan = plan_pictures.prepare_pictures(
            library, replace(request, limits=chosen), Ticket()
        ).value
        report = make_pictures(plan, target, sandbox, Ticket(), captions=captions)
        record_pictures(library, order.id, channel_id or "", report, Ticket())
    _say(report)
    return _json(report)


def _request(
    desk: Desk, library: Library, order: Order, channel_id: str | None, lang: str
) -> PictureRequest:
    if channel_id is None:
        filed = library.evidence.of_order(order.id)
        names = plan_pictures.names_of(desk.book, filed, lang)
        return PictureRequest(order.id, None, names, PictureLimits(), lang)
    channel = find_channel(desk, order.platform, channel_id)
    facts = gather(desk, library, order)
    written = compose_complaint.write(facts, channel, lang, ui_lang=output.language())
    names = plan_pictures.shown_names(desk.book, facts, channel, lang)
    limits = plan_pictures.limits_of(channel.limits)
    return PictureRequest(order.id, frozenset(written.numbers), names, limits, lang)


def _say(report: PictureReport) -> None:
    lang = output.language()
    output.say(
        "已写入 {count} 张图片：{path}",
        "Wrote {count} pictures: {path}",
        count=len(report.pictures),
        path=report.folder,
    )
    for one in report.left_out:
        name = output.clean(one.name)
        output.say(
            "{number}（{name}）：{reason}",
            "{number} ({name}): {reason}",
            number=number_label(one.number, lang),
            name=name,
            reason=output.worded(one.code),
        )


def _json(report: PictureReport) -> dict[str, Any]:
    return {
        "folder": str(report.folder),
        "files": [
            {
                "name": one.upload.file_name,
                "numbers": list(one.upload.numbers),
                "redacted": list(one.upload.redacted),
                "bytes": one.size,
                "width": one.width,
                "height": one.height,
                "sha256": one.sha256,
            }
            for one in report.pictures
        ],
        "left_out": [
            {
                "number": one.number,
                "name": one.name,
                "code": one.code,
                "reason": output.worded(one.code),
            }
            for one in report.left_out
        ],
    }
