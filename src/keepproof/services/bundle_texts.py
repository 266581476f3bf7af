"""The texts that go into an evidence bundle beside the evidence: complaint, list, custody record, messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from keepproof.domain import bundle as form
from keepproof.domain.bundle import BundledText
from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.exporting import bundle_pages, bundle_records
from keepproof.exporting.bundle_pages import Page, shown_moment
from keepproof.services import compose_complaint
from keepproof.services.bundle_contents import BundleChoice, Contents
from keepproof.services.chat_files import is_chat
from keepproof.services.chat_roles import roles_for, with_roles
from keepproof.services.read_chats import chat_of
from keepproof.services.views import current_dispute

if TYPE_CHECKING:
    from keepproof.composing.facts import Person
    from keepproof.domain.custody import CustodyEvent
    from keepproof.domain.dispute import Dispute, Submission
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.channel import Channel
    from keepproof.library.library import Library
    from keepproof.readers.sandbox import Sandbox
    from keepproof.services.previews import Previews
    from keepproof.ticket import Ticket

THUMB_EDGE = 160
MOST_THUMBS = 200
DRAFT_CHANNEL = {"platform": "platform_chat", "12315": "12315", "self": "platform_chat"}


@dataclass(frozen=True, slots=True)
class Helpers:
    """What reads kept files in child processes; without it a bundle has no small pictures and no messages."""

    sandbox: Sandbox
    previews: Previews


@dataclass(frozen=True, slots=True)
class ChosenText:
    """The complaint of a bundle: its words and which text they are."""

    text: str
    which: BundledText


def complaint_text(
    library: Library, book: Book, order: Order, audience: str, lang: str, person: Person
) -> ChosenText | None:
    """Choose the text last copied for this audience, else the present draft; None where no problem is open.

    What was written for an authority, with true name and address, never goes to a platform.
    """
    dispute = current_dispute(library, order.id)
    if dispute is None:
        return None
    sent = [
        one
        for one in library.disputes.submissions(dispute.id)
        if _fits(book, order.platform, one, audience)
    ]
    if sent:
        last = sent[-1]
        return ChosenText(last.text, BundledText(last.channel, last.lang, last.at.isoformat()))
    return _draft(library, book, dispute, _channel(book, order.platform, audience), lang, person)


def tag_files(
    library: Library,
    book: Book,
    contents: Contents,
    choice: BundleChoice,
    chosen: ChosenText | None,
    lang: str,
    helpers: Helpers | None,
    ticket: Ticket,
) -> dict[str, bytes]:
    """Write all texts of a bundle by their names; those people open first come first."""
    record = contents.record
    texts: dict[str, bytes] = {}
    if chosen is not None and choice.complaint:
        texts[form.COMPLAINT] = f"{chosen.text}\n".encode("utf-8", "replace")
    if choice.messages and helpers is not None:
        texts[form.MESSAGES] = _messages(library, contents, helpers.sandbox, ticket)
    if choice.catalogue:
        texts[form.CATALOGUE] = _catalogue(library, book, contents, lang)
    texts[form.HISTORY] = bundle_records.history_bytes(history(library, contents), record.custody)
    made_at = shown_moment(record.made_at)
    texts[form.HASHES] = bundle_records.hash_list(
        record.items, record.custody, made_at, record.program
    )
    texts[form.RECORD] = bundle_records.record_bytes(record)
    texts = {name: data for name, data in texts.items() if data}
    page = _page(library, book, contents, chosen if choice.complaint else None, helpers, ticket)
    names = [*texts, form.GUIDE]
    pictured = any(one.evidence.media_type.startswith("image/") for one in contents.filed)
    pictures = choice.uploads and helpers is not None and pictured
    first = {
        form.INDEX: bundle_pages.index(record, page, names),
        form.GUIDE: bundle_pages.guide(record, names, uploads=pictures),
    }
    return first | texts


def tag_names(choice: BundleChoice, *, with_text: bool) -> tuple[str, ...]:
    """Name the texts of a bundle that people look at, as they stand in its folder; messages only where there are any."""
    wanted = {
        form.COMPLAINT: choice.complaint and with_text,
        form.CATALOGUE: choice.catalogue,
        form.MESSAGES: choice.messages,
    }
    order = (
        form.INDEX,
        form.COMPLAINT,
        form.CATALOGUE,
        form.MESSAGES,
        form.HISTORY,
        form.HASHES,
        form.MANIFEST,
        form.GUIDE,
    )
    return tuple(one for one in order if wanted.get(one, True))


def history(library: Library, contents: Contents) -> list[CustodyEvent]:
    """List the custody events of the order, its evidence and its disputes, oldest first.

    Those of an original that a redacted copy replaces stay out: they name its file.
    """
    order_id = contents.order.id
    subjects = {order_id, *(one.id for one in contents.record.items if one.left_out != "redacted")}
    subjects |= {one.id for one in library.disputes.of_order(order_id)}
    events = (event for one in subjects for event in library.custody.events(one))
    return sorted(events, key=lambda event: event.sequence)


def _fits(book: Book, platform: str, one: Submission, audience: str) -> bool:
    if audience == "self":
        return True
    try:
        channel = book.channel(one.channel, platform)
    except KnownError:
        return False
    return channel.real_name == (audience == "12315")


def _channel(book: Book, platform: str, audience: str) -> Channel:
    offered = {one.id: one for one in book.channels(platform)}
    wanted = DRAFT_CHANNEL[audience]
    return offered.get(wanted) or book.channel(wanted, platform)


def _draft(
    library: Library, book: Book, dispute: Dispute, channel: Channel, lang: str, person: Person
) -> ChosenText | None:
    facts = compose_complaint.gather(library, dispute.id, book, person, library.now().date())
    written = compose_complaint.write(facts, channel, lang)
    return ChosenText(written.text, BundledText(channel.id, lang)) if written.text else None


def _catalogue(library: Library, book: Book, contents: Contents, lang: str) -> bytes:
    from keepproof.exporting.catalogue import as_file  # noqa: PLC0415 - paper is heavy
    from keepproof.services.export_catalogue import gather_catalogue  # noqa: PLC0415 - as above

    return as_file(
        gather_catalogue(library, book, contents.order.id, lang, contents.filed), "pdf"
    ).data


def _messages(library: Library, contents: Contents, sandbox: Sandbox, ticket: Ticket) -> bytes:
    """Write the messages of the chats that go in; those of an original that stays out stay out too."""
    roles = roles_for(library, contents.order.id)
    parts = []
    for one in contents.packed:
        ticket.check()
        if not is_chat(one.evidence) or one.number is None:
            continue
        try:
            chat = chat_of(library.original_path(one.evidence.sha256), one.evidence, sandbox)
        except KnownError:
            continue  # the file itself is in the bundle
        if chat is not None:
            parts.append(bundle_records.message_lines(one.number, with_roles(chat, roles)))
    return b"".join(parts)


def _page(
    library: Library,
    book: Book,
    contents: Contents,
    chosen: ChosenText | None,
    helpers: Helpers | None,
    ticket: Ticket,
) -> Page:
    order = contents.order
    lines = (
        ("店铺 Shop", order.shop),
        ("订单号 Order", order.number),
        ("商品 Items", "；".join(f"{one.title} {one.sku}".strip() for one in order.items)),
        ("实付 Paid", order.paid.shown() if order.paid is not None else ""),
    )
    return Page(
        order.title,
        lines,
        {one.number or 0: _kind(book, one.kind) for one in contents.filed},
        _thumbs(library, contents, helpers, ticket),
        chosen.text if chosen is not None else "",
        _about(book, order, chosen.which) if chosen is not None else "",
    )


def _kind(book: Book, kind: EvidenceKind) -> str:
    label = book.kind(kind).label
    return f"{label.zh} {label.en}"


def _about(book: Book, order: Order, which: BundledText) -> str:
    label = book.channel(which.channel, order.platform).label
    if which.at:
        at = shown_moment(which.at)
        return f"{label.zh} {label.en} · {at} 复制 copied"
    return f"{label.zh} {label.en} · 尚未发出的草稿 draft, not sent yet"


def _thumbs(
    library: Library, contents: Contents, helpers: Helpers | None, ticket: Ticket
) -> dict[int, bytes]:
    """Take small pictures of what goes in; of a long list only of its beginning."""
    shown = contents.packed[:MOST_THUMBS]
    if helpers is None or not shown:
        return {}
    ticket.check()
    items = [one.evidence for one in shown]
    paths = helpers.previews.thumbnails(library.folder, items, THUMB_EDGE, None)
    found: dict[int, bytes] = {}
    for one, path in zip(shown, paths, strict=True):
        if path is not None and one.number is not None:
            found[one.number] = path.read_bytes()
    return found
