from __future__ import annotations

from datetime import UTC, datetime

from keepproof.domain.chat import Chat, ChatMessage, ChatProblem, Role


def said(sender: str, local: str = "", at: datetime | None = None) -> ChatMessage:
    return ChatMessage(sender, Role.UNKNOWN, at, local, "a", "L1")


def test_senders_are_named_once_in_the_order_of_speaking() -> None:
    assert Chat("x", "", (said("b"), said(""), said("a"), said("b"))).senders == ("b", "a")


def test_the_span_follows_the_file_and_skips_what_has_no_time() -> None:
    chat = Chat(
        "x", "", (said("a"), said("a", "2026-01-02 00:00:00"), said("a", "2026-01-01 00:00:00"))
    )

    assert chat.span == ("2026-01-02 00:00:00", "2026-01-01 00:00:00")


def test_a_chat_without_times_has_no_span() -> None:
    assert Chat("x", "", (said("a"),)).span is None


def test_an_instant_is_shown_with_its_offset_where_no_local_time_is_given() -> None:
    assert said("a", at=datetime(2026, 1, 1, tzinfo=UTC)).time == "2026-01-01 00:00:00+00:00"


def test_a_chat_without_times_is_no_dated_one() -> None:
    assert not Chat("x", "", (said("a"),), (ChatProblem("chats.no_times"),)).dated
