"""Libraries that earlier releases left behind open with everything in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from keepproof.domain.chat import Role
from keepproof.domain.contradiction import Dismissal
from keepproof.domain.money import Money
from keepproof.library.library import Library
from keepproof.library.migrations import MIGRATIONS
from keepproof.ticket import Ticket

FOLDER = Path(__file__).parents[1] / "fixtures" / "libraries"
STORED = sorted(one.name for one in FOLDER.glob("v*"))


@pytest.fixture(params=STORED)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Copy the library of one release."""
    name = str(request.param)
    shutil.copytree(FOLDER / name, tmp_path / name)
    return tmp_path / name


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Copy the library of version 2."""
    shutil.copytree(FOLDER / "v2", tmp_path / "v2")
    return tmp_path / "v2"


def test_there_is_a_library_of_every_version() -> None:
    assert [f"v{one.version}" for one in MIGRATIONS] == STORED


def test_it_opens_with_all_it_holds(stored: Path) -> None:
    with Library.open(stored, create=False) as library:
        (order,) = library.orders.all()
        filed = library.evidence.of_order(order.id)
        dispute = library.disputes.of_order(order.id)[0]
        assert [one.number for one in filed] == [1, 2]
        assert library.disputes.submissions(dispute.id)[0].numbers == (1, 2)
        assert library.disputes.edits(dispute.id)[0].text == "改过"


def test_its_originals_are_intact(stored: Path) -> None:
    with Library.open(stored, create=False) as library:
        wanted = {(one.evidence.sha256, one.evidence.size) for one in library.evidence.all()}
        assert {state for _, state in library.reader(Ticket()).check(wanted)} == {"intact"}


def test_its_custody_log_is_whole(stored: Path) -> None:
    with Library.open(stored, create=False) as library:
        assert library.custody.check() is None


def test_what_was_read_and_said_in_version_2_is_there(second: Path) -> None:
    with Library.open(second, create=False) as library:
        chat = library.evidence.of_order("o1")[0].evidence
        reading = library.readings.get(chat.sha256)
        assert reading is not None
        assert reading.lines[0].box == (1, 2, 3, 4)
        assert library.chats.roles("m1") == {"shop": Role.MERCHANT}
        assert [one.text for one in library.chats.quotes("d1")] == ["brand new"]


def test_the_course_of_a_dispute_of_version_2_is_there(second: Path) -> None:
    with Library.open(second, create=False) as library:
        assert [one.kind for one in library.course.events("d1")] == ["applied"]
        assert set(library.course.countdowns("d1")) == {"seller_answers"}
        assert [one.outcome for one in library.contacts.of_order("o1")] == ["no_answer"]
        assert [one.words for one in library.commitments.of_order("o1")] == ["48 小时内退款"]
        ending = library.disputes.get("d2").ending
        assert ending is not None
        assert (ending.outcome, ending.recovered, ending.rating) == ("partly", Money(90000), 4)


def test_the_choices_of_version_2_are_there(second: Path) -> None:
    with Library.open(second, create=False) as library:
        assert set(library.ticks.of_order("o1")) == {"parcel_label"}
        assert [one.masked for one in library.masks.of_dispute("d1")] == [True]
        assert library.dismissals.of_order("o1") == {Dismissal("paid", "2598.00", "2599.00")}
