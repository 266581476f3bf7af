"""Chats on the command line: their messages and what they promise, and `evidence quote`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from keepproof import messages
from keepproof.cli import output
from keepproof.cli.desk import Desk, find_evidence, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.cli.reading import pictured_chat
from keepproof.domain.chat import Chat, ChatMessage
from keepproof.domain.promise import Assessment, ChatGap, Promise
from keepproof.errors import KnownError
from keepproof.readers.sandbox import Sandbox
from keepproof.services import read_chats
from keepproof.services.assess_chat import assess
from keepproof.services.chat_roles import roles_for, with_roles
from keepproof.services.order_course import known_of
from keepproof.services.quote_messages import quote_messages, quote_of
from keepproof.services.views import current_dispute
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.evidence import FiledEvidence
    from keepproof.library.library import Library


def chat_of(desk: Desk, library: Library, one: FiledEvidence) -> dict[str, Any]:
    """Write the messages of a chat in their stable shape; a file without one has none.

    In an order its promises are judged by what is known there.
    """
    try:
        chat = pictured_chat(library, one.evidence) or _read(library, one)
    except KnownError as error:
        click.echo(messages.explain(error, output.language()), err=True)
        chat = None
    if chat is None:
        return {"messages": [], "chat": None}
    told = _assessed(desk, library, one, chat)
    problems = [
        {"code": one.code, "text": output.worded(one.code, dict(one.data))} for one in chat.problems
    ]
    return {
        "messages": [_message(one) for one in chat.messages],
        "chat": {
            "format": chat.format,
            "peer": chat.peer,
            "problems": problems,
            "promises": [_promise(one) for one in told.promises],
            "gaps": [_gap(one, chat) for one in told.gaps],
        },
    }


@click.command()
@click.argument("name", metavar="EVIDENCE")
@click.argument("places", nargs=-1)
@click.option("--order", "number", help="Order the number belongs to.")
@click.option("--compared", is_flag=True, help="You compared a screenshot's words with it.")
@AS_JSON
@pass_desk
def quote(
    desk: Desk,
    name: str,
    places: tuple[str, ...],
    number: str | None,
    *,
    compared: bool,
    as_json: bool,
) -> None:
    """Quote messages of a chat in the complaint.

    PLACES are the sources that `evidence show` prints before the messages, such as L45 or #12; without any, all
    quotes of this chat are taken back. EVIDENCE is its number in the order (E3) or the beginning of its SHA-256.
    The words of a screenshot were recognised by the program: look at it, then quote with --compared.
    """
    with desk.library() as library:
        one = find_evidence(library, name, number)
        dispute = current_dispute(library, one.order_id) if one.order_id else None
        if dispute is None:
            raise KnownError("chats.no_dispute")
        seen = pictured_chat(library, one.evidence)
        if seen is not None and places and not compared:
            raise KnownError("chats.compare_picture", name=one.evidence.name)
        chat = seen or _read(library, one)
        known = {said.source: said for said in chat.messages} if chat is not None else {}
        missing = [place for place in places if place not in known]
        if missing:
            raise KnownError("chats.no_such_place", place=missing[0])
        quotes = [quote_of(one.evidence.id, known[place]) for place in dict.fromkeys(places)]
        quote_messages(library, dispute.id, one.evidence.id, quotes, Ticket())
    if as_json:
        output.put_json([_message(known[one.place]) for one in quotes])
        return
    for said in quotes:
        output.put(f"{said.place}\t{output.clean(said.said_at)}\t{output.clean(said.text)}")


def promises_of(desk: Desk, library: Library, one: FiledEvidence) -> tuple[Promise, ...]:
    """Read a chat and judge its promises by what is known of its order; none where it holds no messages."""
    chat = pictured_chat(library, one.evidence) or _read(library, one)
    return _assessed(desk, library, one, chat).promises if chat is not None else ()


def _read(library: Library, one: FiledEvidence) -> Chat | None:
    """Read a chat, with the roles remembered for the merchant of its order."""
    original = library.original_path(one.evidence.sha256)
    with Sandbox() as sandbox:
        chat = read_chats.chat_of(original, one.evidence, sandbox)
    return with_roles(chat, roles_for(library, one.order_id)) if chat is not None else None


def _assessed(desk: Desk, library: Library, one: FiledEvidence, chat: Chat) -> Assessment:
    if one.order_id is None:
        return Assessment()
    order = library.orders.get(one.order_id)
    dispute = current_dispute(library, order.id)
    known = known_of(library, order, dispute, desk.book, library.now())
    return assess(chat, desk.book.promises, known, Ticket())


def _message(one: ChatMessage) -> dict[str, Any]:
    return {
        "sender": one.sender,
        "role": one.role.value,
        "time": output.moment(one.at) or one.local or None,
        "text": one.text,
        "source": one.source,
        "flags": list(one.flags),
    }


def _promise(one: Promise) -> dict[str, Any]:
    return {
        "source": one.place,
        "topic": one.topic,
        "words": one.words,
        "party": one.party.value,
        "said": output.moment(one.said),
        "due": output.moment(one.due),
        "state": one.state.value,
        "settled": output.moment(one.settled),
        "late_seconds": one.late_s,
    }


def _gap(one: ChatGap, chat: Chat) -> dict[str, Any]:
    before = chat.messages[one.index].source if one.index < len(chat.messages) else None
    return {"before": before, "kind": one.kind, "seconds": one.seconds}
