"""Keep chosen messages of a chat as evidence of their own, made from the original and naming it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from keepproof import messages
from keepproof.domain.chat import ChatMessage
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.errors import KnownError
from keepproof.services.add_evidence import AddReport, add_content
from keepproof.services.chat_files import pictured
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library

DERIVED = "derived"


def save_excerpt(
    library: Library,
    source: FiledEvidence,
    chosen: Sequence[ChatMessage],
    lang: str,
    ticket: Ticket,
) -> Outcome[AddReport]:
    """Keep messages word for word as a text of its own.

    KnownErrors: chats.nothing_chosen without any, chats.no_excerpt_of_picture where they were read in a picture.
    The text names the original, its SHA-256 and the place of each message; the original stays what counts.
    """
    if not chosen:
        raise KnownError("chats.nothing_chosen")
    if pictured(source.evidence):
        raise KnownError("chats.no_excerpt_of_picture")
    data = excerpt(source, chosen, lang).encode()
    stem = source.evidence.original_name.rpartition(".")[0] or source.evidence.original_name
    name = messages.say("chats.excerpt_name", lang, {"name": stem})
    with library.transaction():
        outcome = add_content(
            library,
            data,
            f"{name}.txt",
            order_id=source.order_id,
            kind=EvidenceKind.CHAT,
            origin=DERIVED,
            ticket=ticket,
        )
        for one in outcome.value.kept:
            item = library.evidence.get(one.evidence.id)
            library.evidence.replace(replace(item, derived_from=source.evidence.id))
    return outcome


def excerpt(source: FiledEvidence, chosen: Sequence[ChatMessage], lang: str) -> str:
    """Write the excerpt: where it is from, then each message with time, sender, place and words."""
    evidence = source.evidence
    number = "" if source.number is None else str(source.number)
    head = messages.say(
        "chats.excerpt_head",
        lang,
        {"number": number, "name": evidence.original_name, "sha256": evidence.sha256},
    )
    parts = [head, ""]
    for one in chosen:
        parts += [f"{one.time} {one.sender} {one.source}".strip(), one.text, ""]
    return "\n".join(parts)
