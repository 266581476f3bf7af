"""`keepproof complaint` and `keepproof channels`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.errors import KnownError
from keepproof.services import compose_complaint, views

if TYPE_CHECKING:
    from keepproof.composing.facts import Facts
    from keepproof.domain import complaint as domain
    from keepproof.domain.complaint import Complaint, Statement
    from keepproof.domain.order import Order
    from keepproof.knowledge.channel import Channel
    from keepproof.library.library import Library

SIZES = ("tiny", "short", "standard", "full", "call_card")


@click.command()
@click.argument("number", metavar="ORDER")
@click.option("--channel", "channel_id", required=True, help="See `keepproof channels`.")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="Language of the text.",
)
@click.option("--size", type=click.Choice(SIZES), help="The channel's own size if not given.")
@AS_JSON
@pass_desk
def complaint(
    desk: Desk, number: str, channel_id: str, lang: str, size: str | None, as_json: bool
) -> None:
    """Print the complaint for one channel.

    The text and nothing else goes to standard output; warnings go to standard error.
    """
    with desk.library() as library:
        order = find_order(library, number)
        facts = gather(desk, library, order)
    channel = find_channel(desk, order.platform, channel_id)
    written = compose_complaint.write(facts, channel, lang, size, output.language())
    if as_json:
        output.put_json(complaint_json(written))
        return
    output.put(written.text)
    for one in written.warnings:
        output.say("提醒：{text}", "Note: {text}", text=one.text)


@click.command()
@click.option(
    "--platform", default="generic", show_default=True, help="tmall, taobao, jd, pdd, amazon …"
)
@AS_JSON
@pass_desk
def channels(desk: Desk, platform: str, as_json: bool) -> None:
    """List the channels of a platform.

    Each with path, party, cost class, hours, limits, and where and when that was read.
    """
    known = [one.id for one in desk.book.platforms]
    if platform not in known:
        raise KnownError("platform.unknown", platform=platform, known=", ".join(known))
    lang = output.language()
    old = desk.book.platform(platform).old(datetime.now().astimezone().date())
    every = desk.book.every_channel(platform)
    for problem in desk.book.problems:
        output.say_problem(problem)
    rows = [{**channel_json(one, platform, lang), "check_again": old} for one in every]
    if as_json:
        output.put_json(rows)
        return
    for row in rows:
        output.put(
            "\t".join(
                str(row[key]) for key in ("id", "label", "cost_class", "path", "as_of", "status")
            )
        )


def gather(desk: Desk, library: Library, order: Order) -> Facts:
    """Collect the facts of an order's current dispute; KnownError dispute.none."""
    from keepproof.composing.facts import Person  # noqa: PLC0415 - only texts need the composer

    chosen = views.current_dispute(library, order.id)
    if chosen is None:
        raise KnownError("dispute.none", number=order.number)
    own = desk.settings
    person = Person(own.person_name, own.person_phone, own.person_address)
    facts = compose_complaint.gather(library, chosen.id, desk.book, person, library.now().date())
    return replace(facts, differing=desk.contradictions(library, order.id))


def find_channel(desk: Desk, platform: str, channel_id: str) -> Channel:
    """Find a channel by its id, with or without the platform before it (tmall.platform_chat)."""
    bare = channel_id.removeprefix(f"{platform}.")
    offered = desk.book.channels(platform)
    found = next((one for one in offered if one.id in {channel_id, bare}), None)
    if found is None:
        raise KnownError(
            "channel.unknown", channel=channel_id, known=", ".join(one.id for one in offered)
        )
    return found


def complaint_json(written: Complaint) -> dict[str, Any]:
    """Write a complaint in its stable shape."""
    return {
        "channel": written.channel,
        "lang": written.lang,
        "size": written.size,
        "text": written.text,
        "messages": list(written.messages),
        "statements": [_statement_json(one) for one in written.statements],
        "counters": {
            "characters": written.counters.characters,
            "bytes": written.counters.bytes,
            "messages": written.counters.messages,
            "pictures": written.counters.pictures,
        },
        "limits": {
            "characters": written.limits.characters,
            "bytes": written.limits.bytes,
            "encoding": written.limits.encoding,
            "message_characters": written.limits.message_characters,
            "pictures": written.limits.pictures,
        },
        "dropped": [one.text for one in written.dropped],
        "warnings": [_warning_json(one) for one in written.warnings],
    }


def channel_json(one: Channel, platform: str, lang: str) -> dict[str, Any]:
    """Write a channel in its stable shape."""
    return {
        "id": one.id,
        "platform": platform,
        "label": one.label.of(lang),
        "party": one.party,
        "type": one.type,
        "path": one.path.of(lang),
        "steps": list(one.steps(lang)),
        "cost_class": one.cost_class,
        "hours": one.hours.of(lang),
        "limits": {
            "characters": one.limits.characters,
            "bytes": one.limits.bytes,
            "encoding": one.limits.encoding,
            "message_characters": one.limits.message_characters,
            "pictures": one.limits.pictures,
            "picture_bytes": one.limits.picture_bytes,
            "formats": list(one.limits.formats),
        },
        "text_profile": one.size if one.takes_text else None,
        "real_name": one.real_name,
        "public": one.public,
        "note": one.note.of(lang) if one.note else None,
        "source": one.source,
        "as_of": one.as_of,
        "status": one.status,
    }


def _warning_json(one: domain.Warning) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "text": one.text,
        "suggestion": one.suggestion,
        "place": one.place,
        "found": one.found,
        "span": list(one.span) if one.span else None,
        "rewritten": one.rewritten,
        "masked": one.masked if one.kind == "privacy" else None,
    }


def _statement_json(one: Statement) -> dict[str, Any]:
    return {
        "id": one.id,
        "part": one.part,
        "text": one.text,
        "citations": list(one.citations),
        "fields": list(one.fields),
        "stated_by_user": one.stated_by_user,
        "edited": one.edited,
        "stale": one.stale,
    }
