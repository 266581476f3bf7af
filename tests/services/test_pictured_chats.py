"""Screenshots of a chat: shown and quoted like a chat, marked when they are read otherwise, and holes between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from fixtures.shots import LEFT, RIGHT, TALK, forget_shot, keep_shot, read_shot
from keepproof.composing.facts import Facts, Person
from keepproof.domain.chat import Chat, Role
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.shot_gap import ShotGap
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.chat_page import chats_of, read_one
from keepproof.services.compose_complaint import gather, write
from keepproof.services.open_dispute import open_dispute
from keepproof.services.quote_messages import quote_messages, quote_of, quotes_of
from keepproof.services.save_excerpt import save_excerpt
from keepproof.services.shot_gaps import shot_gaps
from keepproof.ticket import Ticket

BOOK = Book.load()
OTHERWISE = (*TALK[:2], (LEFT, "亲，四十天内发货"), *TALK[3:])


@pytest.fixture
def shot(library: Library, order: Order) -> FiledEvidence:
    return keep_shot(library, order.id, "聊天截图", *TALK).value


@pytest.fixture
def dispute_id(library: Library, order: Order) -> str:
    return open_dispute(library, order.id, BOOK.issue("late_shipment"), Ticket()).value.id


def pictured(library: Library, order: Order, shot: FiledEvidence, sandbox: Sandbox) -> Chat:
    view = chats_of(library, order.id, BOOK, library.now())
    chat = read_one(view, shot.evidence, sandbox)
    assert chat is not None
    return chat


def quote(library: Library, dispute_id: str, shot: FiledEvidence, chat: Chat) -> None:
    promise = chat.messages[1]
    quotes = [quote_of(shot.evidence.id, promise)]
    quote_messages(library, dispute_id, shot.evidence.id, quotes, Ticket())


def gathered(library: Library, dispute_id: str) -> Facts:
    return gather(library, dispute_id, BOOK, Person(), date(2026, 11, 22))


def test_a_screenshot_is_one_of_the_chats_behind_the_files(
    library: Library,
    order: Order,
    shot: FiledEvidence,
    keep: Callable[[str, EvidenceKind], FiledEvidence],
    sandbox: Sandbox,
) -> None:
    written = keep("一段聊天", EvidenceKind.CHAT)

    view = chats_of(library, order.id, BOOK, library.now())

    assert [one.evidence.id for one in view.files] == [written.evidence.id, shot.evidence.id]
    chat = pictured(library, order, shot, sandbox)
    assert [one.role for one in chat.messages] == [Role.ME, Role.UNKNOWN, Role.ME]
    assert [one.code for one in chat.problems] == ["chats.from_picture"]


def test_a_picture_of_something_else_is_no_chat(
    library: Library, order: Order, shot: FiledEvidence
) -> None:
    forget_shot(library, shot)

    assert chats_of(library, order.id, BOOK, library.now()).files == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_quote_says_that_it_was_copied_from_a_screenshot(
    library: Library,
    order: Order,
    dispute_id: str,
    shot: FiledEvidence,
    sandbox: Sandbox,
    lang: str,
) -> None:
    quote(library, dispute_id, shot, pictured(library, order, shot, sandbox))

    complaint = write(gathered(library, dispute_id), BOOK.channel("12315", "tmall"), lang, "full")

    (one,) = [one for one in complaint.statements if one.id.startswith("quote.")]
    for part in (
        "“亲，四十八小时内发货”",
        "“昨天 20:58”",
        {"zh": "截图", "en": "screenshot"}[lang],
    ):
        assert part in one.text
    assert ("行" in one.text, "line" in one.text) == (False, False)
    assert one.citations == (shot.number,)
    assert not one.stale


def test_words_read_otherwise_later_leave_the_quote_and_mark_it(
    library: Library, order: Order, dispute_id: str, shot: FiledEvidence, sandbox: Sandbox
) -> None:
    quote(library, dispute_id, shot, pictured(library, order, shot, sandbox))
    read_shot(library, shot, *OTHERWISE)

    facts = gathered(library, dispute_id)
    complaint = write(facts, BOOK.channel("12315", "tmall"), "zh", "full")

    (one,) = [one for one in complaint.statements if one.id.startswith("quote.")]
    assert ("四十八小时" in one.text, one.stale) == (True, True)
    warnings = [one for one in complaint.warnings if one.kind == "stale"]
    assert [one.place for one in warnings] == [f"evidence.{shot.number}"]


def test_the_same_words_on_another_line_are_the_same(
    library: Library, order: Order, dispute_id: str, shot: FiledEvidence, sandbox: Sandbox
) -> None:
    quote(library, dispute_id, shot, pictured(library, order, shot, sandbox))
    read_shot(library, shot, TALK[0], (RIGHT, "在吗"), *TALK[1:])

    assert [one.stale for one in quotes_of(library, dispute_id)] == [False]


def test_while_a_picture_is_not_read_nothing_is_said_against_its_quotes(
    library: Library, order: Order, dispute_id: str, shot: FiledEvidence, sandbox: Sandbox
) -> None:
    quote(library, dispute_id, shot, pictured(library, order, shot, sandbox))
    library.readings.forget(shot.evidence.sha256)

    assert [one.stale for one in quotes_of(library, dispute_id)] == [False]


def test_no_excerpt_is_kept_of_recognised_words(
    library: Library, order: Order, shot: FiledEvidence, sandbox: Sandbox
) -> None:
    chat = pictured(library, order, shot, sandbox)

    with pytest.raises(KnownError) as error:
        save_excerpt(library, shot, chat.messages, "zh", Ticket())

    assert error.value.code == "chats.no_excerpt_of_picture"
    assert len(library.evidence.of_order(order.id)) == 1


@pytest.mark.parametrize("again", ["明天一定给您发货", "明天一定给您发货。"])
def test_neighbours_with_a_common_line_have_no_gap(
    library: Library, order: Order, again: str
) -> None:
    keep_shot(library, order.id, "a", (RIGHT, "什么时候发货"), (LEFT, "明天一定给您发货"))
    keep_shot(library, order.id, "b", (LEFT, again), (RIGHT, "好的"))

    assert shot_gaps(library, order.id) == ()


@pytest.fixture
def torn(library: Library, order: Order) -> None:
    """Keep three screenshots; between the first two one is missing."""
    keep_shot(library, order.id, "a", (RIGHT, "什么时候发货"), (LEFT, "明天一定给您发货"))
    keep_shot(library, order.id, "b", (RIGHT, "怎么还没有发"), (LEFT, "仓库忙，请您再等等"))
    keep_shot(library, order.id, "c", (LEFT, "仓库忙，请您再等等"), (RIGHT, "我要退款了"))


@pytest.mark.usefixtures("torn")
def test_neighbours_without_a_common_line_have_a_gap(
    library: Library, order: Order, keep: Callable[[str, EvidenceKind], FiledEvidence]
) -> None:
    keep("别的", EvidenceKind.OTHER)

    assert shot_gaps(library, order.id) == (ShotGap(1, 2),)


@pytest.mark.usefixtures("torn")
def test_a_picture_filed_as_something_else_tears_no_chat(library: Library, order: Order) -> None:
    for one in library.evidence.of_order(order.id):
        library.evidence.replace(replace(one.evidence, kind=EvidenceKind.SNAPSHOT))

    assert shot_gaps(library, order.id) == ()


@pytest.mark.usefixtures("torn")
@pytest.mark.parametrize(("left_out", "places"), [((), ["evidence.2"]), ((1,), [])])
def test_a_gap_is_told_before_copying_where_both_may_be_cited(
    library: Library, dispute_id: str, left_out: tuple[int, ...], places: list[str]
) -> None:
    dispute = library.disputes.get(dispute_id)
    library.disputes.replace(replace(dispute, left_out=frozenset(left_out)))

    complaint = write(gathered(library, dispute_id), BOOK.channel("merchant_chat", "tmall"), "zh")

    assert [one.place for one in complaint.warnings if "相邻的聊天截图" in one.text] == places
