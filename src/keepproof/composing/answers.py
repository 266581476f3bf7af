"""The user's answers, as the sentences of an issue type need them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from keepproof.composing.cleaning import clean, hold, inner_quotes, shorten
from keepproof.composing.facts import Facts
from keepproof.composing.figures import read_moment, word_moment, word_money
from keepproof.composing.style import Style
from keepproof.composing.wording import quoted_names
from keepproof.domain.dispute import Answer
from keepproof.domain.money import Money
from keepproof.knowledge.issue_type import Question


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered: blank answers and answers to questions not asked are left out."""

    given: Mapping[str, Answer]
    questions: Mapping[str, Question]
    currency: str
    year: int

    @classmethod
    def of(cls, facts: Facts, lang: str) -> Answers:
        """Clean the answers of a dispute."""
        questions = {one.id: one for one in facts.issue.questions}
        given: dict[str, Answer] = {}
        for id, answer in facts.dispute.answers.items():
            kept = answer if isinstance(answer, bool) else clean(answer, lang)
            if id in questions and kept != "":
                given[id] = kept
        currency = facts.order.paid.currency if facts.order.paid else facts.platform.currency
        return cls(given, questions, currency, facts.today.year)

    def values(self, names: tuple[str, ...], source: str, style: Style) -> dict[str, str]:
        """Word the answers a template uses; one that is missing is ""."""
        quoted = quoted_names(source)
        return {one: self._worded(one, style, quoted=one in quoted) for one in names}

    def moment(self, names: tuple[str, ...]) -> datetime | date | None:
        """Give the first moment among these answers."""
        for one in names:
            answer = self.given.get(one)
            if self.questions[one].type in {"moment", "date"} and isinstance(answer, str):
                return read_moment(answer)
        return None

    def _worded(self, id: str, style: Style, *, quoted: bool) -> str:
        answer = self.given.get(id)
        if not isinstance(answer, str):
            return ""
        question = self.questions[id]
        if question.type == "choice":
            labels = {one.id: one.label.of(style.lang) for one in question.choices}
            return labels.get(answer, answer)
        if question.type in {"moment", "date"}:
            at = read_moment(answer)
            return answer if at is None else word_moment(at, style.lang, style.moments, self.year)
        if question.type == "money":
            return self._money(answer, style)
        if question.type == "number":
            return answer
        return free_text(answer, style, quoted=quoted)

    def _money(self, answer: str, style: Style) -> str:
        try:
            money = Money.parse(answer, self.currency)
        except ValueError:
            return answer
        return word_money(money, style.lang, brief=style.paragraph)


def free_text(text: str, style: Style, *, quoted: bool = False) -> str:
    """Word what the user typed: spaced for the size, cut when it must be, quotes inside quotes single."""
    words = hold(text) if style.squeezed else text
    if style.value_width is not None:
        words = shorten(words, style.value_width)
    return inner_quotes(words, style.lang) if quoted else words
