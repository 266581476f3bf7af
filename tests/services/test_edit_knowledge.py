from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keepproof import assets
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.knowledge.official_number import OfficialNumber, read_numbers
from keepproof.services.edit_knowledge import (
    SeenChannel,
    change_channel,
    drop_number,
    put_number,
    reset_channel,
)

ON = date(2026, 11, 22)
SEEN = SeenChannel("退款页面", ON, path="我的 › 客服 › 申请", hours="9:00–21:00")
NUMBER = OfficialNumber("9510211", "tmall", "售后", "天猫 App › 客服与帮助", ON)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(assets.path("knowledge"), tmp_path)


def test_what_was_seen_stands_in_for_ours(tmp_path: Path, book: Book) -> None:
    ours = book.channel("refund_form", "tmall")
    change_channel(tmp_path, "tmall", "refund_form", SEEN)
    book.reload()
    shown = book.channel("refund_form", "tmall")
    assert (shown.path.zh, shown.hours.en) == (SEEN.path, SEEN.hours)
    assert (shown.source, shown.as_of, shown.status) == ("退款页面", "2026-11-22", "user")
    assert (shown.limits, shown.label, shown.note) == (ours.limits, ours.label, ours.note)
    assert book.own_entry("tmall", "refund_form")


def test_limits_that_were_seen_count(tmp_path: Path, book: Book) -> None:
    ours = book.channel("refund_form", "tmall").limits
    seen = SeenChannel("退款页面", ON, limits=replace(ours, characters=500, bytes=None))
    change_channel(tmp_path, "tmall", "refund_form", seen)
    book.reload()
    limits = book.channel("refund_form", "tmall").limits
    assert (limits.characters, limits.bytes, limits.formats) == (500, None, ours.formats)


def test_ours_come_back(tmp_path: Path, book: Book) -> None:
    ours = book.channel("refund_form", "tmall")
    change_channel(tmp_path, "tmall", "refund_form", SEEN)
    assert reset_channel(tmp_path, "tmall", "refund_form")
    book.reload()
    assert book.channel("refund_form", "tmall") == ours
    assert not reset_channel(tmp_path, "tmall", "refund_form")


def test_other_entries_and_comments_stay(tmp_path: Path, book: Book) -> None:
    file = tmp_path / "platforms" / "tmall.toml"
    file.parent.mkdir()
    file.write_text("# mine\nnumber_hint = { zh = '看订单', en = 'look' }\n", "utf-8")
    change_channel(tmp_path, "tmall", "robot", SEEN)
    change_channel(tmp_path, "tmall", "call", SEEN)
    change_channel(tmp_path, "tmall", "robot", replace(SEEN, hours="全天"))
    reset_channel(tmp_path, "tmall", "call")
    book.reload()
    assert file.read_text("utf-8").startswith("# mine\n")
    assert book.platform("tmall").number_hint.zh == "看订单"
    assert book.channel("robot", "tmall").hours.zh == "全天"
    assert book.problems == []


def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "platforms" / "tmall.toml"
    file.parent.mkdir()
    file.write_text("this is no toml [", "utf-8")
    with pytest.raises(KnownError) as caught:
        change_channel(tmp_path, "tmall", "robot", SEEN)
    assert caught.value.code == "knowledge.own_invalid"
    assert file.read_text("utf-8") == "this is no toml ["


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "platforms").write_text("in the way", "utf-8")
    with pytest.raises(KnownError) as caught:
        change_channel(tmp_path, "tmall", "robot", SEEN)
    assert caught.value.code == "knowledge.not_written"


def test_numbers_are_kept_with_where_and_when_they_were_copied(tmp_path: Path, book: Book) -> None:
    put_number(tmp_path, NUMBER)
    again = replace(NUMBER, topic="投诉")
    put_number(tmp_path, again)
    book.reload()
    assert book.numbers == (again,)
    drop_number(tmp_path, again)
    assert read_numbers(tmp_path) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_words_come_back_as_they_were(tmp_path: Path, words: str) -> None:
    seen = SeenChannel(words, ON, path=words, note=words)
    change_channel(tmp_path, "tmall", "robot", seen)
    channel = Book(assets.path("knowledge"), tmp_path).channel("robot", "tmall")
    assert (channel.source, channel.path.zh, channel.note) == (
        words,
        words,
        channel.note and replace(channel.note, zh=words),
    )
