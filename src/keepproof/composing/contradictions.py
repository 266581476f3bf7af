"""Times, amounts and numbers that cannot all be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from keepproof import messages
from keepproof.composing.answers import Answers
from keepproof.composing.demanding import Demanded
from keepproof.composing.differences import sentence
from keepproof.composing.facts import Facts
from keepproof.composing.figures import read_moment, word_moment, word_money
from keepproof.composing.warning import warn
from keepproof.domain import complaint as domain

# Answers that speak of something after the purchase, and pairs of which the second follows the first.
AFTER_PURCHASE = (
    "found_at",
    "applied_at",
    "refused_at",
    "intervened_at",
    "returned_at",
    "received_at",
    "asked_at",
)
FOLLOWS = (("applied_at", "refused_at"), ("returned_at", "received_at"))
NOT_MORE_THAN_PAID = frozenset({"return_refund", "refund", "partial_refund"})


def contradictions(facts: Facts, wanted: Demanded, lang: str) -> Iterator[domain.Warning]:
    """List what contradicts itself in order, answers and demand."""
    yield from _differing(facts, lang)
    yield from _order_moments(facts, lang)
    yield from _answer_moments(facts, lang)
    yield from _amount(facts, wanted, lang)
    pattern, number = facts.platform.order_number, facts.order.number.strip()
    if pattern and number and not re.fullmatch(pattern, number):
        platform = facts.platform.name.of(lang)
        hint = facts.platform.number_hint.of(lang)
        yield warn(
            "contradiction", "odd_number", lang, "order.number", platform=platform, hint=hint
        )


def _differing(facts: Facts, lang: str) -> Iterator[domain.Warning]:
    for one in facts.differing:
        for sighting in one.sightings:
            yield domain.Warning(
                "contradiction", sentence(one, sighting, lang), "", f"order.{one.field}"
            )


def _order_moments(facts: Facts, lang: str) -> Iterator[domain.Warning]:
    known = facts.order.moments.known()
    for first, second in facts.order.moments.contradictions():
        yield _reversed(
            lang,
            f"order.{second}",
            (_moment_name(first, lang), known[first]),
            (_moment_name(second, lang), known[second]),
        )


def _answer_moments(facts: Facts, lang: str) -> Iterator[domain.Warning]:
    answers = Answers.of(facts, lang)
    found = {
        id: at
        for id, given in answers.given.items()
        if isinstance(given, str) and answers.questions[id].type in {"moment", "date"}
        if (at := read_moment(given)) is not None
    }

    def named(id: str) -> tuple[str, datetime | date]:
        return answers.questions[id].label.of(lang), found[id]

    known = facts.order.moments.known()
    bought = next((one for one in ("ordered", "paid") if one in known), "")
    for id in AFTER_PURCHASE:
        if id in found and bought and _before(found[id], known[bought]):
            first = (_moment_name(bought, lang), known[bought])
            yield _reversed(lang, id, first, named(id))
        if id in found and _day(found[id]) > facts.today:
            shown = word_moment(found[id], lang, "minute", facts.today.year)
            yield warn("contradiction", "future", lang, id, what=named(id)[0], at=shown)
    for earlier, later in FOLLOWS:
        if {earlier, later} <= set(found) and _before(found[later], found[earlier]):
            yield _reversed(lang, later, named(earlier), named(later))


def _amount(facts: Facts, wanted: Demanded, lang: str) -> Iterator[domain.Warning]:
    paid, amount = facts.order.paid, wanted.amount
    if (
        wanted.option is None
        or wanted.option.id not in NOT_MORE_THAN_PAID
        or not paid
        or not amount
    ):
        return
    if amount.currency == paid.currency and amount.cents > paid.cents:
        shown = word_money(amount, lang, brief=False)
        most = word_money(paid, lang, brief=False)
        yield warn("contradiction", "more_than_paid", lang, "amount", amount=shown, paid=most)


def _reversed(
    lang: str,
    place: str,
    first: tuple[str, datetime | date],
    second: tuple[str, datetime | date],
) -> domain.Warning:
    return warn(
        "contradiction",
        "reversed",
        lang,
        place,
        first=first[0],
        first_at=word_moment(first[1], lang, "minute", 0),
        second=second[0],
        second_at=word_moment(second[1], lang, "minute", 0),
    )


def _moment_name(name: str, lang: str) -> str:
    return messages.say(f"composing.moment.{name}", lang)


def _day(at: datetime | date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _before(one: datetime | date, other: datetime | date) -> bool:
    """Compare by the clock on the wall, by whole days where one side is a day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        if one.tzinfo is not None and other.tzinfo is not None:
            return one < other
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return _day(one) < _day(other)
