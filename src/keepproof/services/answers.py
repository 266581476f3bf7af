"""Read an answer somebody typed into the form its question keeps."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from keepproof.domain.money import Money
from keepproof.errors import KnownError

if TYPE_CHECKING:
    from keepproof.domain.dispute import Answer
    from keepproof.knowledge.issue_type import Question

YES = {"1", "true", "yes", "y", "是", "有", "对"}
NO = {"0", "false", "no", "n", "否", "没有", "不是"}


def read_answer(question: Question, text: str, time_zone: str) -> Answer:
    """Read one answer; KnownError dispute.answer_impossible says what was expected.

    Dates become ISO 8601, moments without a zone get `time_zone`, money the bare figure 1299.00, choices their id.
    """
    bare = text.strip()
    if not bare:
        return ""
    readers = {"bool": _bool, "number": _number, "money": _money, "date": _date, "choice": _choice}
    if question.type == "moment":
        return _moment(question, bare, time_zone)
    reader = readers.get(question.type)
    return reader(question, bare) if reader else bare


def _refuse(question: Question, text: str, expected: str) -> KnownError:
    return KnownError("dispute.answer_impossible", key=question.id, text=text, expected=expected)


def _bool(question: Question, text: str) -> Answer:
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise _refuse(question, text, "yes / no")


def _number(question: Question, text: str) -> Answer:
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", text):
        raise _refuse(question, text, "12.5")
    return text


def _money(question: Question, text: str) -> Answer:
    try:
        return Money.parse(text).plain()
    except ValueError as error:
        raise _refuse(question, text, "1299.00") from error


def _date(question: Question, text: str) -> Answer:
    try:
        return date.fromisoformat(text.replace("/", "-")).isoformat()
    except ValueError as error:
        raise _refuse(question, text, "2026-11-15") from error


def _moment(question: Question, text: str, time_zone: str) -> Answer:
    try:
        at = datetime.fromisoformat(text.replace("/", "-"))
    except ValueError as error:
        raise _refuse(question, text, "2026-11-15 18:20") from error
    return (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(time_zone))).isoformat()


def _choice(question: Question, text: str) -> Answer:
    for one in question.choices:
        if text in {one.id, one.label.zh, one.label.en}:
            return one.id
    raise _refuse(question, text, " / ".join(one.id for one in question.choices))
