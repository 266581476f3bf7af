from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.claim import (
    CLAIMS,
    EVENT_KINDS,
    Claim,
    ClaimEvent,
    Countdown,
    EventKind,
    Goods,
)
from keepproof.domain.order import MOMENTS
from keepproof.knowledge.book import Book
from keepproof.knowledge.deadlines import Course, Deadline, Reckoner

BOOK = Book.load()
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = "2026-11-18 12:00"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@dataclass(frozen=True)
class Given:
    now: str = NOON
    issue: str = "not_as_described"
    countdowns: tuple[Countdown, ...] = ()
    contradicting: frozenset[str] = frozenset()


def event(
    kind: EventKind, when: str, claim: Claim | Literal[""] = "", goods: Goods = ""
) -> ClaimEvent:
    return ClaimEvent(f"{kind}{when}", "d", kind, at(when), claim, goods)


NOTHING: Mapping[str, str] = {}


def reckoned(
    platform: str,
    *events: ClaimEvent,
    given: Given | None = None,
    moments: Mapping[str, str] = NOTHING,
) -> dict[str, Deadline]:
    given = given or Given()
    course = Course(
        {name: at(when) for name, when in moments.items()},
        events,
        {one.deadline: one for one in given.countdowns},
        given.issue,
        contradicting=given.contradicting,
    )
    found = BOOK.reckoner(platform).deadlines(course, at(given.now))
    return {one.id: one for one in found}


SIGNED = {"paid": "2026-11-10 21:06", "shipped": "2026-11-11 10:00", "signed": "2026-11-15 18:20"}


@pytest.mark.parametrize("platform", ["tmall", "taobao"])
def test_a_refund_asked_before_shipping_is_answered_in_24_hours(platform: str) -> None:
    asked = event("applied", NOON, "refund", "unshipped")
    found = reckoned(platform, asked, moments={"paid": "2026-11-17 09:00"})["seller_answers"]
    assert (found.due, found.status) == (at("2026-11-19 12:00"), "verified")
    assert found.alarms
    assert found.rule.zh.startswith("淘宝、天猫售后时效")
    assert "20009341" in found.source
    assert found.as_of == "2026-01-27"


def test_a_return_is_answered_in_36_hours_and_a_change_of_type_begins_again() -> None:
    asked = event("applied", NOON, "return")
    assert reckoned("tmall", asked, moments=SIGNED)["seller_answers"].due == at("2026-11-20 00:00")
    changed = event("changed", "2026-11-19 20:00", "exchange")
    later = reckoned("tmall", asked, changed, given=Given(now="2026-11-19 21:00"), moments=SIGNED)[
        "seller_answers"
    ]
    assert (later.fact, later.due) == ("tb.exchange.seller", at("2026-11-20 20:00"))


@pytest.mark.parametrize(("platform", "hours"), [("tmall", 36), ("taobao", 48)])
def test_a_changed_repair_request_differs_by_shop_type(platform: str, hours: int) -> None:
    asked = event("applied", NOON, "return")
    changed = event("changed", "2026-11-18 20:00", "repair")
    found = reckoned(platform, asked, changed, given=Given(now="2026-11-18 21:00"), moments=SIGNED)[
        "seller_answers"
    ]
    assert found.due == at("2026-11-18 20:00") + timedelta(hours=hours)


def test_after_a_refusal_the_buyer_has_five_days() -> None:
    events = [event("applied", NOON, "return"), event("refused", "2026-11-19 09:30")]
    found = reckoned("tmall", *events, given=Given(now="2026-11-19 10:00"), moments=SIGNED)
    assert found["buyer_acts"].due == at("2026-11-24 09:30")
    assert (found["buyer_acts"].who, found["buyer_acts"].alarms) == ("buyer", True)
    assert found["seller_answers"].state == "met"
    assert found["intervention_opens"].state == "over"  # it opens with the refusal


def test_what_the_buyer_does_settles_the_five_days() -> None:
    events = [
        event("applied", NOON, "return"),
        event("refused", "2026-11-19 09:30"),
        event("intervened", "2026-11-19 11:00"),
    ]
    found = reckoned("tmall", *events, given=Given(now="2026-11-19 12:00"), moments=SIGNED)[
        "buyer_acts"
    ]
    assert (found.state, found.alarms) == ("met", False)


@pytest.mark.parametrize(("platform", "status"), [("tmall", "verified"), ("taobao", "excerpt")])
def test_not_received_opens_for_the_platform_three_days_after_the_request(
    platform: str, status: str
) -> None:
    asked = event("applied", NOON, "refund")
    found = reckoned(
        platform, asked, moments={"paid": "2026-11-10 21:06", "shipped": "2026-11-11 10:00"}
    )
    opens = found["intervention_opens"]
    assert (opens.due, opens.meaning, opens.status) == (at("2026-11-21 12:00"), "opens", status)
    assert found["seller_answers"].fact == "tb.refund_shipped.seller"


def test_a_parcel_marked_signed_that_never_came_counts_as_not_received() -> None:
    asked = event("applied", NOON, "refund")
    found = reckoned("tmall", asked, given=Given(issue="not_received"), moments=SIGNED)
    assert found["intervention_opens"].due == at("2026-11-21 12:00")


def test_a_return_that_was_signed_for_is_confirmed_in_48_hours() -> None:
    events = [
        event("applied", "2026-11-16 10:00", "return"),
        event("agreed", "2026-11-16 12:00"),
        event("buyer_shipped", "2026-11-16 18:00"),
    ]
    unsigned = reckoned("tmall", *events, moments=SIGNED)
    assert unsigned["seller_confirms"].due == at("2026-11-23 18:00")
    signed = reckoned("tmall", *events, event("return_signed", "2026-11-18 09:00"), moments=SIGNED)
    assert signed["seller_confirms"].due == at("2026-11-20 09:00")
    assert signed["buyer_returns"].state == "met"


def test_the_seven_days_begin_at_midnight_after_the_signing() -> None:
    found = reckoned("tmall", given=Given(issue="seven_day_refused"), moments=SIGNED)[
        "seven_day_window"
    ]
    assert found.due == at("2026-11-23 00:00")
    assert found.due.isoformat() == "2026-11-23T00:00:00+08:00"
    assert (found.rule.zh, found.status) == ("天猫七天无理由退换货规范", "verified")
    assert "5408" in found.source


@pytest.mark.parametrize(
    ("platform", "status"),
    [("taobao", "excerpt"), ("douyin", "verified"), ("jd", "verified"), ("generic", "verified")],
)
def test_seven_days_end_on_every_chinese_platform_and_say_how_sure_it_is(
    platform: str, status: str
) -> None:
    found = reckoned(platform, moments=SIGNED)["seven_day_window"]
    assert (found.due, found.status) == (at("2026-11-23 00:00"), status)


def test_a_countdown_read_on_the_page_wins() -> None:
    page = Countdown("d", "seller_answers", at("2026-11-19 08:00"), at("2026-11-18 12:05"))
    asked = event("applied", NOON, "return")
    found = reckoned(
        "tmall", asked, given=Given(now="2026-11-18 13:00", countdowns=(page,)), moments=SIGNED
    )["seller_answers"]
    assert (found.due, found.origin, found.status) == (page.due, "page", "user")
    assert found.alarms


def test_a_countdown_read_before_the_claim_was_changed_no_longer_counts() -> None:
    page = Countdown("d", "seller_answers", at("2026-11-19 08:00"), at("2026-11-18 12:05"))
    events = [event("applied", NOON, "return"), event("changed", "2026-11-18 20:00", "exchange")]
    found = reckoned(
        "tmall", *events, given=Given(now="2026-11-18 21:00", countdowns=(page,)), moments=SIGNED
    )["seller_answers"]
    assert (found.due, found.origin) == (at("2026-11-19 20:00"), "rule")
    assert found.doubts == ("page_older",)


def test_what_no_text_says_has_no_figure_until_the_page_gives_one() -> None:
    events = [
        event("applied", "2026-11-16 10:00", "return"),
        event("refused", "2026-11-17 10:00"),
        event("intervened", "2026-11-17 12:00"),
    ]
    bare = reckoned("tmall", *events, moments=SIGNED)["evidence_upload"]
    assert (bare.due, bare.state, bare.status) == (None, "unknown", "open")
    assert bare.note is not None
    page = Countdown("d", "evidence_upload", at("2026-11-20 12:00"), at(NOON))
    read = reckoned("tmall", *events, given=Given(countdowns=(page,)), moments=SIGNED)
    assert read["evidence_upload"].due == page.due


def test_a_countdown_stands_even_where_no_rule_has_begun() -> None:
    page = Countdown("d", "evidence_upload", at("2026-11-20 12:00"), at(NOON))
    found = reckoned("jd", given=Given(countdowns=(page,)), moments=SIGNED)["evidence_upload"]
    assert (found.due, found.alarms) == (page.due, True)


def test_memory_is_a_reference_value_and_never_rings() -> None:
    found = reckoned("tmall", moments={"paid": "2026-11-10 21:06", "shipped": "2026-11-15 10:00"})[
        "auto_confirm"
    ]
    assert (found.due, found.status, found.alarms) == (at("2026-11-25 10:00"), "memory", False)


def test_intervention_stops_the_clock_of_the_seller() -> None:
    events = [
        event("applied", "2026-11-16 10:00", "return"),
        event("agreed", "2026-11-16 12:00"),
        event("buyer_shipped", "2026-11-16 18:00"),
        event("return_signed", "2026-11-17 09:00"),
        event("intervened", "2026-11-18 09:00"),
    ]
    found = reckoned("tmall", *events, moments=SIGNED)["seller_confirms"]
    assert (found.due, found.state) == (None, "paused")
    again = reckoned("tmall", *events, event("agreed", "2026-11-18 11:00"), moments=SIGNED)
    assert again["seller_confirms"].due == at("2026-11-19 11:00")


def test_dates_that_contradict_each_other_never_ring() -> None:
    moments = {**SIGNED, "signed": "2026-11-09 10:00"}
    found = reckoned(
        "tmall", given=Given(contradicting=frozenset({"signed", "shipped"})), moments=moments
    )
    assert found["seven_day_window"].doubts == ("dates_contradict",)


def test_a_clock_that_jumped_back_makes_no_alarm() -> None:
    asked = event("applied", "2026-11-20 12:00", "return")
    found = reckoned("tmall", asked, given=Given(now="2026-11-18 12:00"), moments=SIGNED)[
        "seller_answers"
    ]
    assert (found.doubts, found.alarms) == (("later_than_now",), False)


def test_spring_festival_has_limits_of_its_own() -> None:
    asked = event("applied", "2026-02-15 12:00", "return")
    found = reckoned(
        "tmall", asked, given=Given(now="2026-02-15 13:00"), moments={"paid": "2026-02-08 10:00"}
    )
    assert (found["seller_answers"].doubts, found["seller_answers"].alarms) == (("season",), False)


def test_a_guess_where_the_goods_are_makes_no_alarm() -> None:
    asked = event("applied", NOON, "refund")
    found = reckoned("tmall", asked, moments={"paid": "2026-11-17 10:00"})["seller_answers"]
    assert (found.fact, found.doubts) == ("tb.refund_unshipped.seller", ("goods_guessed",))


def test_the_authority_has_seven_working_days_of_the_chinese_calendar() -> None:
    found = reckoned(
        "tmall",
        given=Given(now="2026-09-23 16:00"),
        moments={**SIGNED, "sent_12315": "2026-09-23 15:00"},
    )
    # 25-27 September and 1-7 October are off; 20 September and 10 October are worked.
    assert found["authority_accepts"].due == at("2026-10-11 00:00")
    assert found["authority_accepts"].alarms is False  # when it was received is not known


def test_working_days_beyond_the_known_holidays_say_so() -> None:
    found = reckoned(
        "tmall", given=Given(now="2026-12-28 16:00"), moments={"sent_12315": "2026-12-28 15:00"}
    )
    one = found["authority_accepts"]
    assert (one.due, one.doubts, one.alarms) == (
        at("2027-01-07 00:00"),
        ("holidays_unknown",),
        False,
    )


def test_english_platforms_give_hints_in_their_own_zone() -> None:
    asked = event("applied", NOON, "return")
    found = reckoned("ebay", asked, moments=SIGNED)
    assert {one.alarms for one in found.values()} == {False}
    window = found["claim_window"]
    assert window.due is not None
    assert window.due.utcoffset() == timedelta(hours=-8)


def test_the_next_deadline_comes_first() -> None:
    events = [event("applied", NOON, "return"), event("refused", "2026-11-18 13:00")]
    course = Course({name: at(when) for name, when in SIGNED.items()}, tuple(events))
    found = BOOK.reckoner("tmall").deadlines(course, at("2026-11-18 14:00"))
    running = [one.due for one in found if one.state == "running" and one.due]
    assert running == sorted(running)
    states = [one.state for one in found]
    assert states.index("met") > states.index("running")


def test_two_zones_give_the_same_moment() -> None:
    local = event("applied", NOON, "return")
    abroad = replace(local, at=local.at.astimezone(ZoneInfo("America/New_York")))
    first, second = (
        reckoned("tmall", one, moments=SIGNED)["seller_answers"] for one in (local, abroad)
    )
    assert first.due == second.due
    assert str(second.due).endswith("+08:00")


def test_a_refusal_counts_even_where_no_request_was_recorded() -> None:
    found = reckoned("tmall", event("refused", "2026-11-18 09:30"), moments=SIGNED)
    assert found["buyer_acts"].due == at("2026-11-23 09:30")


def test_of_two_requests_at_the_same_moment_the_later_noted_holds() -> None:
    events = [event("applied", NOON, "return"), event("changed", NOON, "exchange")]
    found = reckoned("tmall", *events, moments=SIGNED)["seller_answers"]
    assert found.fact == "tb.exchange.seller"


seconds = st.integers(1_600_000_000, 2_000_000_000)
instants = seconds.map(lambda one: datetime.fromtimestamp(one, tz=SHANGHAI))
events_of_a_claim = st.builds(
    ClaimEvent,
    st.uuids().map(str),
    st.just("d"),
    st.sampled_from(EVENT_KINDS),
    instants,
    st.sampled_from(CLAIMS),
    st.sampled_from(["", "unshipped", "not_received", "received"]),
)
courses = st.builds(
    Course,
    st.dictionaries(st.sampled_from([*MOMENTS, "sent_12315"]), instants),
    st.lists(events_of_a_claim, max_size=8).map(tuple),
    st.dictionaries(
        st.sampled_from(["seller_answers", "evidence_upload", "auto_confirm"]),
        st.builds(Countdown, st.just("d"), st.just("x"), instants, instants),
    ),
    st.sampled_from(["not_received", "damaged", "late_shipment", ""]),
    st.booleans(),
)
RECKONERS = [BOOK.reckoner(one.id) for one in BOOK.platforms]


@given(courses, st.sampled_from(RECKONERS), instants)
def test_whatever_happened_the_deadlines_are_sound(
    course: Course, reckoner: Reckoner, now: datetime
) -> None:
    found = reckoner.deadlines(course, now)
    assert len({one.id for one in found}) == len(found)
    assert reckoner.deadlines(course, now) == found
    for one in found:
        assert one.due is None or one.due.tzinfo is not None
        assert (
            one.due is None or one.starts is None or one.origin == "page" or one.due >= one.starts
        )
        if one.alarms:
            assert one.status in {"verified", "user"}
            assert one.due is not None
            assert one.due > now
            assert not one.doubts
