"""Issue types: what to ask, what to say, what to show and what to demand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from keepproof.domain.dispute import Answer
from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.text import Text

QuestionType = Literal["text", "number", "date", "moment", "choice", "bool", "money"]
Group = Literal["goods", "delivery", "return", "price", "document", "safety", "conduct", "inquiry"]
Party = Literal[
    "merchant", "platform", "special_aftersales", "payment", "courier", "authority", "self_help"
]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; a template sees its label, `when` sees its id."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One typed field of an issue. `hint` is an example answer.

    `personal` are the kinds of private data (phone, address, name …) the answer is about: only a public text
    hides them.
    """

    id: str
    label: Text
    type: QuestionType = "text"
    required: bool = False
    hint: Text | None = None
    choices: tuple[Choice, ...] = ()
    unit: Text | None = None
    personal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementRule:
    """One sentence of a complaint, without final punctuation, and when it is said.

    `uses` are the answers it cannot do without; `also` are answers it may mention under `{% if %}`: they
    are "" when missing. `when` compares raw answers (a choice by its id); "" there means unanswered.
    `demands` limits it to these demands; empty means any. An empty short form means: the same.
    In templates dates come formatted for the size, choices as labels, money worded with its currency.
    `rank` 0 is never dropped, 9 is dropped first.
    """

    id: str
    part: Literal["problem", "tried", "state", "demand"]
    zh: str
    en: str
    uses: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    when: Mapping[str, str | bool] = field(default_factory=dict)
    demands: tuple[str, ...] = ()
    short_zh: str = ""
    short_en: str = ""
    cites: tuple[EvidenceKind, ...] = ()
    rank: int = 5

    def applies(self, answers: Mapping[str, Answer], demand: str) -> bool:
        """Say whether these answers and this demand give the sentence."""
        return (
            all(answers.get(one, "") != "" for one in self.uses)
            and _matches(answers, self.when)
            and (not self.demands or demand in self.demands)
        )

    def template(self, lang: str, *, short: bool) -> str:
        """Give the template for a language, in its short form where there is one."""
        long_form, short_form = (
            (self.zh, self.short_zh) if lang == "zh" else (self.en, self.short_en)
        )
        return (short and short_form) or long_form


@dataclass(frozen=True, slots=True)
class EvidenceNeed:
    """One line of the checklist: why it matters, how to get it, and whether it vanishes soon."""

    kind: EvidenceKind
    need: Literal["required", "helpful"]
    why: Text
    how: Text
    perishable: bool = False


@dataclass(frozen=True, slots=True)
class DemandOption:
    """One thing to ask for.

    `text` is a template that continues "请支持" and "I ask for"; `{{ amount }}` comes worded with its
    currency. `amount` says where the sum comes from. `where` "authority" keeps it out of platform texts.
    """

    id: str
    label: Text
    text: Text
    amount: Literal["paid", "entered", "none"] = "none"
    where: Literal["all", "authority"] = "all"
    warn: Text | None = None


@dataclass(frozen=True, slots=True)
class IssueType:
    """One of the twenty issue types or five inquiries.

    The first demand is the usual one, the first rule the strongest. `rules_when` keeps a rule for the
    answers it fits: rule id -> raw answers. `short` names the problem on a badge. `before_confirming` are pitfalls
    that only stand while receipt is not confirmed.
    """

    code: str
    group: Group
    label: Text
    short: Text
    first_contact: Party
    questions: tuple[Question, ...]
    statements: tuple[StatementRule, ...]
    evidence: tuple[EvidenceNeed, ...]
    demands: tuple[DemandOption, ...]
    platform_reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    rules_when: Mapping[str, Mapping[str, str | bool]] = field(default_factory=dict)
    before_confirming: tuple[Text, ...] = ()
    pitfalls: tuple[Text, ...] = ()
    inquiry: bool = False

    def hints(self, *, confirmed: bool) -> tuple[Text, ...]:
        """List what to beware of; once receipt is confirmed nobody is told not to."""
        return self.pitfalls if confirmed else (*self.before_confirming, *self.pitfalls)

    def question(self, id: str) -> Question:
        """Give one question; KeyError when the issue does not ask it."""
        return {one.id: one for one in self.questions}[id]

    def demand(self, id: str) -> DemandOption:
        """Give one demand; KeyError when the issue does not offer it."""
        return {one.id: one for one in self.demands}[id]

    def rules_for(self, answers: Mapping[str, Answer]) -> tuple[str, ...]:
        """List the ids of the rules that fit the answers, those chosen by an answer first."""
        fitting = [one for one in self.rules if _matches(answers, self.rules_when.get(one, {}))]
        return tuple(sorted(fitting, key=lambda one: one not in self.rules_when))


def _matches(answers: Mapping[str, Answer], wanted: Mapping[str, str | bool]) -> bool:
    return all(answers.get(one, "") == value for one, value in wanted.items())
