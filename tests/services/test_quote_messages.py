"""Roles that are remembered, messages that are quoted, excerpts that are kept; each step can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from keepproof.composing.facts import Person
from keepproof.domain.chat import Chat, ChatMessage, Role
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.readers.chats.reader import read_chat
from keepproof.services.chat_roles import roles_for, set_role, with_roles
from keepproof.services.compose_complaint import gather, write
from keepproof.services.edit_evidence import unfile
from keepproof.services.open_dispute import open_dispute
from keepproof.services.quote_messages import quote_messages, quote_of, quotes_of
from keepproof.services.save_excerpt import save_excerpt
from keepproof.ticket import Ticket

BOOK = Book.load()
CHINA = ZoneInfo("Asia/Shanghai")
SHOP = "澄屿家电旗舰店:小七"
Keep = Callable[[str, EvidenceKind], FiledEvidence]
MESSAGES = (
    ChatMessage(
        SHOP,
        Role.MERCHANT,
        datetime(2026, 11, 10, 12, 58, 41, tzinfo=UTC),
        "2026-11-10 20:58:41",
        "亲，48 小时内 发货的。",
        "L3",
    ),
    ChatMessage(
        SHOP,
        Role.MERCHANT,
        datetime(2026, 11, 16, 1, 31, 20, tzinfo=UTC),
        "2026-11-16 09:31:20",
        "已使用的商品\n不支持退货呢",
        "L25",
    ),
)


@pytest.fixture
def chat(order: Order, keep: Keep) -> FiledEvidence:
    assert order.id
    return keep("一段聊天", EvidenceKind.CHAT)


@pytest.fixture
def dispute_id(library: Library, order: Order) -> str:
    return open_dispute(library, order.id, BOOK.issue("seven_day_refused"), Ticket()).value.id


def quote(library: Library, dispute_id: str, chat: FiledEvidence) -> None:
    quotes = [quote_of(chat.evidence.id, one) for one in MESSAGES]
    quote_messages(library, dispute_id, chat.evidence.id, quotes, Ticket())


def test_a_role_holds_for_all_messages_of_a_sender_and_is_remembered(
    library: Library, order: Order
) -> None:
    found = Chat("wangwang", "", MESSAGES)

    set_role(library, order.merchant_id, SHOP, Role.PLATFORM, Ticket())

    roles = roles_for(library, order.id)
    assert [one.role for one in with_roles(found, roles).messages] == [Role.PLATFORM] * 2


def test_a_role_is_taken_back_and_given_again(library: Library, order: Order) -> None:
    set_role(library, order.merchant_id, SHOP, Role.ME, Ticket())
    second = set_role(library, order.merchant_id, SHOP, Role.COURIER, Ticket())

    assert second.undo is not None
    back = second.undo(library)
    assert roles_for(library, order.id) == {SHOP: Role.ME}
    assert back.undo is not None
    back.undo(library)
    assert roles_for(library, order.id) == {SHOP: Role.COURIER}


def test_the_first_role_taken_back_leaves_the_guess(library: Library, order: Order) -> None:
    first = set_role(library, order.merchant_id, SHOP, Role.ME, Ticket())

    assert first.undo is not None
    first.undo(library)

    assert roles_for(library, order.id) == {}


@pytest.mark.parametrize(("channel", "size"), [("12315", "full"), ("12315", "standard")])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_quoted_messages_stand_word_for_word_with_number_and_time(
    library: Library, dispute_id: str, chat: FiledEvidence, channel: str, size: str, lang: str
) -> None:
    quote(library, dispute_id, chat)
    facts = gather(library, dispute_id, BOOK, Person(), date(2026, 11, 22))

    complaint = write(facts, BOOK.channel(channel, "tmall"), lang, size)

    quoted = [one for one in complaint.statements if one.id.startswith("quote.")]
    assert [one.citations for one in quoted] == [(chat.number,)] * 2
    assert "2026-11-10 20:58:41" in quoted[0].text
    assert "“亲，48 小时内 发货的。”" in quoted[0].text
    assert "“已使用的商品 不支持退货呢”" in quoted[1].text
    number = f"证据{chat.number}" if lang == "zh" else f"{chat.number}"
    assert all(number in one.text and one.text in complaint.text for one in quoted)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_quote_stands_whole_in_a_short_form_or_not_at_all(
    library: Library, dispute_id: str, chat: FiledEvidence, lang: str
) -> None:
    quote(library, dispute_id, chat)
    facts = gather(library, dispute_id, BOOK, Person(), date(2026, 11, 22))

    complaint = write(facts, BOOK.channel("refund_form", "tmall"), lang, "short")

    every = {one.id: one for one in (*complaint.statements, *complaint.dropped)}
    quoted = {id: one for id, one in every.items() if id.startswith("quote.")}
    assert len(quoted) == 2
    words = ("“亲，48 小时内 发货的。”", "“已使用的商品 不支持退货呢”")
    assert all(said in one.text for said, one in zip(words, quoted.values(), strict=True))


def test_quotes_are_taken_back(library: Library, dispute_id: str, chat: FiledEvidence) -> None:
    quote(library, dispute_id, chat)
    one = quote_of(chat.evidence.id, MESSAGES[0])

    outcome = quote_messages(library, dispute_id, chat.evidence.id, [one], Ticket())

    assert quotes_of(library, dispute_id) == (one,)
    assert outcome.undo is not None
    outcome.undo(library)
    assert len(quotes_of(library, dispute_id)) == 2


def test_quotes_of_other_evidence_stay(
    library: Library, dispute_id: str, chat: FiledEvidence, keep: Keep
) -> None:
    other = keep("另一段聊天", EvidenceKind.CHAT)
    quote(library, dispute_id, chat)

    quote_messages(library, dispute_id, other.evidence.id, [], Ticket())

    assert len(quotes_of(library, dispute_id)) == 2


def test_a_quote_shows_who_spoke_as_it_is_known_now(
    library: Library, order: Order, dispute_id: str, chat: FiledEvidence
) -> None:
    quote(library, dispute_id, chat)

    set_role(library, order.merchant_id, SHOP, Role.PLATFORM, Ticket())

    assert {one.role for one in quotes_of(library, dispute_id)} == {Role.PLATFORM}


def test_evidence_taken_out_of_the_order_is_not_quoted(
    library: Library, order: Order, dispute_id: str, chat: FiledEvidence
) -> None:
    quote(library, dispute_id, chat)
    unfile(library, chat.evidence.id, order.id, Ticket())

    facts = gather(library, dispute_id, BOOK, Person(), date(2026, 11, 22))
    complaint = write(facts, BOOK.channel("12315", "tmall"), "zh")

    assert [one for one in complaint.statements if one.id.startswith("quote.")] == []


def test_an_excerpt_is_evidence_of_its_own_made_from_the_original(
    library: Library, order: Order, chat: FiledEvidence
) -> None:
    outcome = save_excerpt(library, chat, MESSAGES, "zh", Ticket())

    (kept,) = outcome.value.kept
    item = library.evidence.get(kept.evidence.id)
    assert (item.derived_from, item.origin) == (chat.evidence.id, "derived")
    text = library.original_path(item.sha256).read_text("utf-8")
    assert f"证据{chat.number}" in text
    assert chat.evidence.sha256 in text
    assert "2026-11-10 20:58:41 澄屿家电旗舰店:小七 L3\n亲，48 小时内 发货的。" in text
    assert outcome.undo is not None
    outcome.undo(library)
    assert [one.number for one in library.evidence.of_order(order.id)] == [chat.number]


def test_an_excerpt_of_nothing_is_refused(library: Library, chat: FiledEvidence) -> None:
    with pytest.raises(KnownError, match=r"chats\.nothing_chosen"):
        save_excerpt(library, chat, [], "zh", Ticket())


def test_an_excerpt_of_a_read_chat_names_each_place(library: Library, chat: FiledEvidence) -> None:
    read = read_chat("店 2026-11-10 20:58:41\n好\n我 2026-11-10 20:59:00\n谢\n".encode(), "", "")
    assert read is not None

    (kept,) = save_excerpt(library, chat, read.messages, "en", Ticket()).value.kept

    text = library.original_path(kept.evidence.sha256).read_text("utf-8")
    assert "L1\n好" in text
    assert "L3\n谢" in text
