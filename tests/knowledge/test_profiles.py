from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from keepproof import assets
from keepproof.knowledge import profiles
from keepproof.knowledge.book import Book
from keepproof.knowledge.deadlines import Course
from keepproof.knowledge.platform import Platform

BOOK = Book.load()
BEGUN = datetime(2026, 11, 18, tzinfo=UTC)
PLATFORMS = BOOK.platforms
CHINESE = [one.id for one in PLATFORMS if one.country == "CN"]
# Every system the founding articles name.
SYSTEMS = {
    "merchant_chat": "merchant",
    "merchant_phone": "merchant",
    "robot": "platform",
    "platform_chat": "platform",
    "call": "platform",
    "self_service": "self_help",
    "notices": "platform",
    "intervention": "platform",
    "special_aftersales": "special_aftersales",
    "association": "authority",
    "12315": "authority",
    "legal_aid": "authority",
    "court": "authority",
}


@pytest.mark.parametrize("platform", CHINESE)
def test_every_system_of_the_founding_articles_is_a_channel(platform: str) -> None:
    parties = {one.id: one.party for one in BOOK.every_channel(platform)}
    assert {id: parties.get(id) for id in SYSTEMS} == SYSTEMS


def test_only_channels_that_take_a_text_are_offered_for_one() -> None:
    assert [one.id for one in BOOK.channels("tmall")] == [
        "merchant_chat",
        "platform_chat",
        "refund_form",
        "intervention",
        "call",
        "12315",
        "association",
    ]
    silent = [one for one in BOOK.every_channel("tmall") if not one.takes_text]
    assert {one.limits.characters for one in silent} == {None}


def test_a_path_is_given_step_by_step() -> None:
    steps = BOOK.channel("platform_chat", "tmall").steps("zh")
    assert steps == ("天猫 App", "我的淘宝", "客服与帮助", "在线客服", "转人工")


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda one: one.id)
def test_free_ways_come_before_those_that_may_cost(platform: Platform) -> None:
    channels = BOOK.every_channel(platform.id)
    assert [one.cost_class for one in channels[:3]] == ["free"] * 3
    for party in ("merchant", "platform"):
        paid = [one.cost_class != "free" for one in channels if one.party == party]
        assert paid == sorted(paid)


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda one: one.id)
def test_the_ladder_begins_with_the_merchant_and_ends_at_court(platform: Platform) -> None:
    rungs = [one.channel for one in platform.ladder]
    assert (rungs[0], rungs[-1]) == ("merchant_chat", "court")
    assert set(rungs) <= set(platform.channels)
    assert all(BOOK.need(need).zh for one in platform.ladder for need in one.needs)


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda one: one.id)
def test_every_inquiry_and_group_of_issues_has_somebody_to_ask(platform: Platform) -> None:
    kinds = {one.code for one in BOOK.inquiries} | {one.group for one in BOOK.issues}
    assert {kind for kind in kinds if platform.route(kind) is None} == set()
    assert all(set(one.channels) <= set(platform.channels) for one in platform.routing)


def test_a_profile_asks_to_be_looked_at_again() -> None:
    tmall = BOOK.platform("tmall")
    assert (tmall.old(date(2026, 11, 22)), tmall.old(date(2027, 6, 1))) == (False, True)


def test_no_number_is_shipped() -> None:
    folder = assets.path("knowledge", "platforms")
    texts = [one.read_text("utf-8") for one in folder.glob("*.toml")]
    assert not any(number in text for text in texts for number in ("9510211", "95188", "860-8608"))


def _own(folder: Path, text: str, name: str = "platforms/tmall.toml") -> Book:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return Book(assets.path("knowledge"), folder)


def test_what_the_user_says_comes_before_ours_and_is_marked_hers(tmp_path: Path) -> None:
    book = _own(
        tmp_path,
        '[[overrides]]\nchannel = "robot"\nhours = { zh = "九点到六点", en = "nine to six" }\n'
        'status = "verified"\n',
    )
    robot = book.channel("robot", "tmall")
    assert (robot.hours.en, robot.status) == ("nine to six", "user")
    assert book.channel("refund_form", "tmall").limits.bytes == 400
    assert book.problems == []


def test_a_figure_of_the_user_replaces_ours(tmp_path: Path) -> None:
    book = _own(
        tmp_path,
        '[[facts]]\nid = "tb.return.seller"\nvalue = 30\nunit = "hours"\n'
        'subject = { zh = "甲", en = "A" }\nrule = { zh = "甲", en = "A" }\n'
        'source = "page"\nas_of = "2026-11-20"\nstatus = "memory"\n',
        "facts.toml",
    )
    assert (book.fact("tb.return.seller").value, book.fact("tb.return.seller").status) == (
        30,
        "user",
    )
    assert book.fact("tb.exchange.seller").value == 24


WRONG_FACT = """[[deadlines]]
id = "a"
label = { zh = "甲", en = "A" }
fact = "no.such"
anchor = ["paid"]
who = "buyer"
meaning = "act"
"""


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('name = "x"\n', 1, "name"),
        ("\n\nnot toml at all\n", 3, "line"),
        ("\n[[deadlines]]\nid = 3\n", 3, "id"),
        ('[[routing]]\nkind = "goods"\nparty = "nobody"\n', 3, "party"),
        ('[[overrides]]\nchannel = "robot"\n\ncolour = "red"\n', 4, "colour"),
        ('[[overrides]]\nchannel = "pigeon"\n', 2, "pigeon"),
        (
            WRONG_FACT,
            4,
            "no.such",
        ),
    ],
)
def test_a_wrong_file_is_told_with_its_line_and_ours_is_used(
    tmp_path: Path, text: str, line: int, word: str
) -> None:
    book = _own(tmp_path, text)
    assert book.platform("tmall") == BOOK.platform("tmall")
    assert book.platform("taobao") == BOOK.platform("taobao")
    (problem,) = book.problems
    detail = str(problem.data["detail"])
    assert problem.code == "knowledge.own_invalid"
    assert "tmall.toml" in str(problem.data["name"])
    assert word in detail
    assert f"line {line}" in detail


@pytest.mark.parametrize(
    "data",
    [
        b"ladder = 3\n",
        b'overrides = ["robot"]\n',
        b"deadlines = [3]\n",
        b"routing = { kind = 3 }\n",
        b"\xff\xfe\x00",
        b"x = " + b"[" * 20_000,
        b'channels = ["robot", "pigeon"]\n',
        b'compensation_cap = { usual = "none", raised = "none" }\n',
    ],
)
def test_nothing_in_a_file_of_the_user_stops_the_program(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "platforms" / "tmall.toml"
    file.parent.mkdir()
    file.write_bytes(data)
    book = Book(assets.path("knowledge"), tmp_path)
    assert book.platform("tmall") == BOOK.platform("tmall")
    assert [one.code for one in book.problems] == ["knowledge.own_invalid"]


@pytest.mark.parametrize("name", ["facts.toml", "calendar.toml"])
def test_wrong_figures_and_days_of_the_user_leave_ours(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("facts = 3\ndays = 3\n", "utf-8")
    book = Book(assets.path("knowledge"), tmp_path)
    assert book.reckoner("tmall").deadlines(Course({}), BEGUN) == ()
    assert book.facts == BOOK.facts
    assert [one.code for one in book.problems] == ["knowledge.own_invalid"]


def test_a_profile_of_the_user_stays_the_profile_it_belongs_to(tmp_path: Path) -> None:
    book = _own(tmp_path, 'id = "taobao"\ncurrency = "USD"\n')
    assert (book.platform("tmall").id, book.platform("tmall").currency) == ("tmall", "USD")


def test_what_is_read_while_her_files_change_does_not_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Book(assets.path("knowledge"), tmp_path)
    read = profiles._platform
    reloads = [book.reload]

    def interrupted(*given: Any) -> Platform:
        found = read(*given)
        if reloads:
            reloads.pop()()
        return found

    monkeypatch.setattr(profiles, "_platform", interrupted)
    before = book.platform("tmall")
    assert before.id == "tmall"
    assert book.platform("tmall") is not before
