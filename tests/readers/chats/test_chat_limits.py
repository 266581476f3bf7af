"""Logs too long for a window: their beginning is read and the rest told; files too large are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from keepproof.errors import KnownError
from keepproof.readers.chats import reader

MOST = 50


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_MESSAGES", MOST)
    monkeypatch.setattr(reader, "PROBED", (20,))


def lines(count: int) -> bytes:
    return "".join(
        f"tb1 2026-08-15 20:00:{at % 60:02d}\n第 {at} 条\n" for at in range(count)
    ).encode()


def test_a_log_within_the_limit_is_read_whole() -> None:
    chat = reader.read_chat(lines(MOST), "", "text/plain")

    assert chat is not None
    assert (len(chat.messages), chat.problems) == (MOST, ())


def test_of_a_longer_log_the_beginning_is_read_and_the_rest_told() -> None:
    chat = reader.read_chat(lines(10 * MOST), "", "text/plain")

    assert chat is not None
    assert len(chat.messages) == MOST
    assert [(one.code, dict(one.data)) for one in chat.problems] == [
        ("chats.too_many", {"limit": MOST})
    ]


def test_a_log_whose_messages_come_late_tells_how_many_were_read() -> None:
    # the beginning is dense, then long messages follow: fewer are read than the limit
    body = "很长\n" * 200
    late = "".join(f"tb1 2026-08-16 20:00:{at:02d}\n{body}" for at in range(30))

    chat = reader.read_chat(lines(10) + late.encode(), "", "text/plain")

    assert chat is not None
    (problem,) = chat.problems
    assert (problem.code, dict(problem.data)) == ("chats.too_many", {"limit": len(chat.messages)})
    assert len(chat.messages) < MOST


def test_json_with_too_many_messages_is_cut_as_well() -> None:
    entries = [
        {"createTime": 1774919732 + at, "content": "好", "senderDisplayName": "张"}
        for at in range(MOST + 1)
    ]
    data = json.dumps({"weflow": {}, "messages": entries}).encode()

    chat = reader.read_chat(data, "x.json", "application/json")

    assert chat is not None
    assert len(chat.messages) == MOST
    assert "chats.too_many" in {one.code for one in chat.problems}


def test_a_file_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(lines(MOST))
    monkeypatch.setattr(reader, "LARGEST", 100)

    with pytest.raises(KnownError, match=r"chats\.too_large"):
        reader.read_file(path, "big.txt", "text/plain")
