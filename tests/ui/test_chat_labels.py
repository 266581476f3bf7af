"""What is not judged says why, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from keepproof.domain.chat import ChatMessage, Role
from keepproof.domain.promise import Promise, PromiseState
from keepproof.ui import labels_chat

SAID = datetime(2026, 11, 10, 20, 59, tzinfo=ZoneInfo("Asia/Shanghai"))


def promise(**changes: Any) -> Promise:
    given: dict[str, Any] = {"said": SAID, "due": None, "state": PromiseState.UNJUDGED} | changes
    return Promise(0, "L1", "小七", Role.MERCHANT, Role.MERCHANT, "ship", "x", **given)


@pytest.mark.parametrize(
    ("one", "detail", "reason", "pill"),
    [
        (promise(claim=True), "about the goods", "Compare it with them", "Compare"),
        (promise(said=None), "no full time shown", "look at the original", "Not judged"),
        (promise(), "no time named", "ask the other side for a date", "Not judged"),
        (
            promise(due=SAID + timedelta(hours=48)),
            "due by 11-12 20:59",
            "enter the times of the order",
            "Not judged",
        ),
    ],
)
def test_each_reason_has_words_of_its_own(
    one: Promise, detail: str, reason: str, pill: str
) -> None:
    assert labels_chat.promise_detail(one).endswith(detail)
    assert reason in labels_chat.promise_reason(one)
    assert labels_chat.state_words(one) == pill


def test_what_is_judged_or_not_due_needs_no_reason() -> None:
    assert labels_chat.promise_reason(promise(state=PromiseState.OPEN)) == ""


def test_nobody_is_named_in_a_picture_and_an_empty_message_says_so() -> None:
    nameless = ChatMessage("", Role.UNKNOWN, None, "", "", "L4")

    assert labels_chat.speaker(nameless) == "Not known"
    assert labels_chat.speaker(replace(nameless, source="")) == "Other side"
    assert labels_chat.said(nameless) == "(no content)"
    assert labels_chat.said(replace(nameless, text="在")) == "在"
