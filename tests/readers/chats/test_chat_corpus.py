"""Every chat of a corpus of real exports gives the messages that are known to stand in it."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from keepproof.domain.chat import Chat
from keepproof.messages import sentences
from keepproof.readers.chats.reader import read_chat, read_file
from keepproof.readers.sniff import media_type

pytestmark = pytest.mark.corpus


@dataclass(frozen=True, slots=True)
class Wanted:
    count: int
    first: str
    last: str
    senders: frozenset[str]


def wanted(count: int, first: str, last: str, *senders: str) -> Wanted:
    return Wanted(count, first, last, frozenset(senders))


TEAM = ("张三", "李四", "王五", "赵六")
TEAM_DAY = wanted(24, "2026-03-31 09:15:32", "2026-03-31 10:50:22", *TEAM)
SHOP = "某某虚构传感器店"
SHOP_DAY = ("2026-08-15 20:00:00", "2026-08-15 20:10:00")
DOES = ("Jahn Doe", "John Doe", "John Doe 🤓", "John-John Doe", "🤓")
DOES_YEARS = wanted(9, "2019-01-01 11:25:00", "2021-12-30 22:01:00", *DOES)
WANTED: dict[str, Wanted] = {
    "echotrace.json": TEAM_DAY,
    "memotrace.html": TEAM_DAY,
    "memotrace.txt": TEAM_DAY,
    "memotrace_utf8.csv": TEAM_DAY,
    "weflow.json": TEAM_DAY,
    "weflow.txt": TEAM_DAY,
    "welink.txt": wanted(54, "2026-03-31 09:15:32", "2026-03-31 18:03:12", *TEAM),
    "qianniu_userscript.json": wanted(5, *SHOP_DAY, "tb买家示例", f"{SHOP}:客服01"),
    "wangwang_copied_joined.txt": wanted(5, *SHOP_DAY, "tb买家示例", SHOP),
    "wangwang_copied_space.txt": wanted(5, *SHOP_DAY, "tb买家示例", SHOP),
    "wangwang_saved_page.html": wanted(5, *SHOP_DAY, "我", SHOP),
    "qq_copied_mobile.txt": wanted(
        3,
        "2020-02-21 23:50:12",
        "2020-02-21 23:50:48",
        "德里奇化石",
        "a dark ideation",
        "一零绵羊咩咩咩",
    ),
    "qq_group_chatlab_utf8bom.txt": wanted(
        4,
        "2024-01-02 03:04:05",
        "2024-01-02 03:07:08",
        "10001(10001)",
        "Bob<example@example.com>",
        "Carol",
        "【管理员】Alice(10001)",
    ),
    "qq_min.txt": wanted(2, "1883-03-07 11:22:33", "1883-03-07 12:34:56", "A(123123)", "B(456456)"),
    "qq_msgmgr.mht": wanted(
        4,
        "2024-01-15 10:30:00",
        "2024-01-16 10:33:00",
        "张三(10001)",
        "我(10002)",
        "Bob<bob@example.com>",
    ),
    "qq_private_welife.txt": wanted(3, "2024-01-15 10:30:00", "2024-01-15 10:32:00", "张三", "我"),
    "telegram_single.json": wanted(
        2, "2018-12-05 10:39:10+00:00", "2018-12-05 10:49:24+00:00", "Author 1", "Author 2"
    ),
    "whatsapp_[mmddyy]_24hrs.txt": DOES_YEARS,
    "whatsapp_mmddyyyy_12hrs.txt": DOES_YEARS,
    "whatsapp_yyyymmdd_24hrs.txt": DOES_YEARS,
    "whatsapp_lorem.txt": wanted(
        500,
        "2020-01-15 02:22:56",
        "2020-05-11 22:32:48",
        "+1 123 456 789",
        "Giuseppe",
        "John",
        "Mary",
    ),
    "whatsapp_pokemon.txt": wanted(
        20,
        "2016-04-15 15:04:00",
        "2016-10-31 12:23:00",
        "Ash Ketchum",
        "Brock",
        "Jessie & James",
        "Meowth",
        "Misty",
        "Pokemon Chat",
        "Prof. Oak",
        "Raichu",
        "Wobbuffet",
    ),
    "whatsapp_zhcn_android.txt": wanted(
        2, "2024-01-02 03:04:00", "2024-01-02 15:05:06", "Alice", "Bob"
    ),
}


def read(corpus: Path, name: str) -> Chat:
    path = corpus / "chat" / name
    chat = read_chat(path.read_bytes(), name, media_type(path, name))
    assert chat is not None
    return chat


@pytest.mark.parametrize("name", WANTED)
def test_messages_times_and_senders_are_as_listed(corpus: Path, name: str) -> None:
    chat = read(corpus, name)

    first, last = chat.span or ("", "")
    assert Wanted(len(chat.messages), first, last, frozenset(chat.senders)) == WANTED[name]


@pytest.mark.parametrize("name", WANTED)
def test_a_sound_export_has_no_problem(corpus: Path, name: str) -> None:
    assert read(corpus, name).problems == ()


def test_every_listed_chat_is_tried(corpus: Path) -> None:
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    chats = {Path(row["file"]).name for row in rows if row["kind"].startswith("chat/")}

    assert chats == set(WANTED)


def test_every_count_of_the_manifest_is_found(corpus: Path) -> None:
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    listed = {
        Path(row["file"]).name: found
        for row in rows
        if row["kind"].startswith("chat/")
        for found in [re.search(r"(\d+) messages?\b|(\d+) message head", row["expected"])]
    }

    told = {name: int(one[1] or one[2]) for name, one in listed.items() if one is not None}
    assert len(told) == len(listed)
    assert {name: len(read(corpus, name).messages) for name in told} == told


@pytest.mark.parametrize("name", [one for one in WANTED if one.endswith("hrs.txt")])
def test_whatsapp_messages_are_those_another_program_finds(corpus: Path, name: str) -> None:
    listed = json.loads((corpus / "chat" / "whatsapp_expected.json").read_text("utf-8"))
    expected = {(one["timestamp"], one["author"], one["message"]) for one in listed}

    found = {
        (one.local.replace(" ", "T"), one.sender, " ".join(one.text.split()))
        for one in read(corpus, name).messages
    }
    assert expected <= found


def test_no_other_text_of_the_corpus_is_taken_for_a_chat(corpus: Path) -> None:
    others = [
        path
        for path in sorted(corpus.rglob("*"))
        if path.is_file() and path.parent.name not in {"chat", "img"} and path.suffix != ".tsv"
    ]

    taken = {
        path.name
        for path in others
        if read_file(path, path.name, media_type(path, path.name)) is not None
    }
    assert taken == set()


@pytest.mark.parametrize("name", WANTED)
def test_a_file_cut_anywhere_is_read_or_refused(corpus: Path, name: str) -> None:
    data = (corpus / "chat" / name).read_bytes()
    step = max(1, len(data) // 60)

    codes: set[str] = set()
    for end in range(1, len(data), step):
        chat = read_chat(data[:end], name, "text/plain")
        codes |= {one.code for one in chat.problems} if chat is not None else set()
    assert codes <= set(sentences())
