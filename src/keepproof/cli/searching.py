"""`keepproof search`: find words in everything that is kept."""

from __future__ import annotations

import re
from typing import Any

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.evidence import number_label
from keepproof.domain.search import Hit
from keepproof.services import search as service

_MINUS = re.compile(r"^-(?=[^-].)")  # -h alone asks for help


class _Words(click.Command):
    """A command whose words may begin with one minus: -phone is a word left out, not -p -h -o and so on."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give such words the minus sign of arithmetic, which a query takes for the same."""
        return super().parse_args(ctx, [_MINUS.sub("\u2212", one) for one in args])


@click.command(cls=_Words, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="WORDS…", type=click.UNPROCESSED)
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=service.LIMIT,
    show_default=True,
    help="Print at most so many.",
)
@AS_JSON
@pass_desk
def search(desk: Desk, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find words in everything that is kept.

    In orders, shops, evidence, chats, pictures, notes, contacts and texts that were sent.

    All words must be there; "a phrase" stands as it is; -word must not be there. Filters: kind:chat, order:NUMBER,
    after:2026-11-01, before:2026-12, date:2026-11.
    """
    query = " ".join(map(_quoted, words))
    with desk.library() as library:
        found = service.search(library, query, desk.book, limit=limit, patience=None)
    if as_json:
        output.put_json([hit_json(one) for one in found.hits])
        return
    for one in found.hits:
        output.put(_line(one))
    if not found.hits:
        output.say("没有找到。", "Nothing found.")
    elif found.more:
        output.say("还有更多，可用 --limit 多列一些。", "There is more; --limit lists more of it.")


def hit_json(one: Hit) -> dict[str, Any]:
    """Write one thing found in its stable shape."""
    return {
        "type": one.type,
        "order": one.order,
        "number": one.number,
        "title": one.title,
        "snippet": one.snippet,
        "ranges": [list(place) for place in one.ranges],
        "kind": one.kind or None,
        "date": one.day or None,
        "id": one.id,
    }


def _quoted(word: str) -> str:
    """Take back the quotation marks the shell took away."""
    parted = any(one.isspace() for one in word)
    return f'"{word}"' if parted and '"' not in word and ":" not in word else word


def _line(one: Hit) -> str:
    number = "" if one.number is None else number_label(one.number, output.language(), short=True)
    type = output.worded(f"search.type.{one.type}")
    parts = (type, one.order or "", number, one.title, one.snippet)
    return "\t".join(map(output.clean, parts))
