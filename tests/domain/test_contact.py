from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.contact import OUTCOMES, Commitment, CommitmentState, Contact

AT = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)
CONTACT = Contact("c", "o", "merchant", "merchant_chat", AT)
PROMISE = Commitment("p", "o", "merchant", "48 小时内答复", AT, AT + timedelta(hours=48))


def test_three_outcomes_lead_nowhere() -> None:
    failed = [one for one in OUTCOMES if replace(CONTACT, outcome=one).failed]
    assert failed == ["unsatisfied", "refused", "no_answer"]


@pytest.mark.parametrize(
    ("waited", "talked", "seconds"), [(None, None, None), (30, None, 30), (30, 60, 90), (0, 0, 0)]
)
def test_waiting_and_talking_are_added(
    waited: int | None, talked: int | None, seconds: int | None
) -> None:
    timed = replace(CONTACT, waited_seconds=waited, talked_seconds=talked)
    assert timed.seconds == seconds


@pytest.mark.parametrize(
    ("hours", "state", "overdue"),
    [(47, "open", False), (48, "open", True), (90, "kept", False), (90, "broken", False)],
)
def test_a_promise_is_overdue_from_the_moment_it_is_due(
    hours: int, state: CommitmentState, *, overdue: bool
) -> None:
    promise = replace(PROMISE, state=state)
    assert promise.overdue(AT + timedelta(hours=hours)) is overdue


def test_a_promise_without_a_time_is_never_overdue() -> None:
    assert not replace(PROMISE, due=None).overdue(AT + timedelta(days=900))
