from __future__ import annotations

import pickle
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from keepproof.domain.chat import Chat, ChatMessage, ChatProblem, Messages, Role


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


SAID = (
    said("a", "2026-01-01 08:00:00"),
    said("b"),
    said("a", at=datetime(2026, 1, 1, tzinfo=UTC)),
)


def test_messages_in_columns_are_the_messages_they_were_made_of() -> None:
    columns = Messages.of(SAID)

    assert columns == SAID
    assert hash(columns) == hash(SAID)
    assert columns != SAID[:2]
    assert tuple(columns[at] for at in range(len(columns))) == SAID
    assert columns[1:] == SAID[1:]
    assert columns[-1] == SAID[-1]
    assert list(columns.times) == [one.time for one in SAID]


def test_there_is_no_message_behind_the_last() -> None:
    with pytest.raises(IndexError):
        Messages.of(SAID)[3]


def test_messages_in_columns_cross_to_another_process_as_they_are() -> None:
    columns = Messages.of(SAID)

    assert pickle.loads(pickle.dumps(columns)) == columns


def test_a_local_time_and_its_zone_come_to_an_instant() -> None:
    china = ZoneInfo("Asia/Shanghai")
    columns = Messages(
        ("a",), (Role.ME,), (china,), ("2026-01-01 08:00:00",), ("x",), ("L1",), ((),)
    )

    assert columns[0].at == datetime(2026, 1, 1, 8, tzinfo=china)
    assert columns.senders == ("a",)
