"""What the chat page of an order needs: its chat files, who speaks in them, and what settles promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.domain.chat import Chat, Role
from keepproof.domain.contact import Commitment
from keepproof.domain.evidence import Evidence, FiledEvidence
from keepproof.domain.promise import Assessment
from keepproof.domain.quote import Quote
from keepproof.domain.reading import Reading
from keepproof.services.assess_chat import Known, assess
from keepproof.services.chat_files import is_chat, pictured
from keepproof.services.chat_roles import with_roles
from keepproof.services.order_course import known_of
from keepproof.services.quote_messages import quotes_of
from keepproof.services.read_chats import chat_of, pictured_chat
from keepproof.services.views import current_dispute

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library
    from keepproof.readers.sandbox import Sandbox
    from keepproof.ticket import Ticket


@dataclass(frozen=True, slots=True)
class ChatsView:
    """The chats of one order, files before screenshots, each by number, and what is known besides them.

    `paths` maps evidence ids to their originals, `readings` those of screenshots of a chat to what was read there;
    `dispute_id` is None where no problem is open to quote in.
    `promised` is what was promised about the order and noted so far, `watched` all its evidence, whatever it is.
    """

    order_id: str
    merchant_id: str
    files: tuple[FiledEvidence, ...]
    paths: Mapping[str, Path]
    roles: Mapping[str, Role]
    known: Known
    dispute_id: str | None = None
    quotes: tuple[Quote, ...] = ()
    promised: tuple[Commitment, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    watched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadChat:
    """A chat with the remembered roles, and what it says; `chat` is None where the file holds none."""

    chat: Chat | None
    assessment: Assessment = field(default_factory=Assessment)


def chats_of(library: Library, order_id: str, book: Book, now: datetime) -> ChatsView:
    """Gather the chats of an order; no file is read yet."""
    order = library.orders.get(order_id)
    filed = library.evidence.of_order(order_id)
    readings = dict(_readings(library, filed))
    # what is written comes before what had to be recognised
    files = (
        *(one for one in filed if is_chat(one.evidence)),
        *(one for one in filed if one.evidence.id in readings),
    )
    dispute = current_dispute(library, order_id)
    return ChatsView(
        order_id,
        order.merchant_id,
        files,
        {one.evidence.id: library.original_path(one.evidence.sha256) for one in files},
        library.chats.roles(order.merchant_id),
        known_of(library, order, dispute, book, now),
        dispute.id if dispute is not None else None,
        quotes_of(library, dispute.id) if dispute is not None else (),
        tuple(library.commitments.of_order(order_id)),
        readings,
        frozenset(one.evidence.id for one in filed),
    )


def _readings(library: Library, filed: Iterable[FiledEvidence]) -> Iterator[tuple[str, Reading]]:
    """Give what was read in screenshots of a chat."""
    for one in filed:
        reading = library.readings.get(one.evidence.sha256) if pictured(one.evidence) else None
        if reading is not None and pictured_chat(reading) is not None:
            yield one.evidence.id, reading


def read_one(view: ChatsView, evidence: Evidence, sandbox: Sandbox) -> Chat | None:
    """Read one chat as it stands in its file, or was read in its picture; KnownErrors as in chat_of."""
    reading = view.readings.get(evidence.id)
    if reading is not None:
        return pictured_chat(reading)
    return chat_of(view.paths[evidence.id], evidence, sandbox)


def understood(chat: Chat | None, view: ChatsView, book: Book, ticket: Ticket) -> ReadChat:
    """Put the remembered roles into a chat and say what it holds; from here on no file is needed."""
    if chat is None:
        return ReadChat(None)
    told = with_roles(chat, view.roles)
    return ReadChat(told, assess(told, book.promises, view.known, ticket))
