"""The shipped issue types: complete, consistent and readable for whatever is answered."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

import jinja2
import pytest
from jinja2 import meta

from keepproof import assets
from keepproof.domain.dispute import Answer
from keepproof.knowledge.book import Book
from keepproof.knowledge.issue_type import IssueType, StatementRule

BOOK = Book.load()
CODES = sorted(one.stem for one in assets.path("knowledge", "issues").glob("*.toml"))
SHAPES = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)
ELSEWHERE = {"reply_by"}  # worded by the composer, at the end of the text
SAMPLES = {
    "text": {"zh": "样例文字", "en": "sample words"},
    "number": {"zh": "3", "en": "3"},
    "date": {"zh": "2026-11-15", "en": "15 Nov 2026"},
    "moment": {"zh": "2026-11-15 18:20", "en": "15 Nov 2026 18:20"},
    "money": {"zh": "12.50 元", "en": "CNY 12.50"},
}


@cache
def shape(source: str) -> jinja2.Template:
    return SHAPES.from_string(source)


def templates(rule: StatementRule) -> list[str]:
    return [one for one in (rule.zh, rule.en, rule.short_zh, rule.short_en) if one]


def raw_answers(issue: IssueType) -> dict[str, list[Answer]]:
    """List the answers each question can have that make a difference."""
    every: dict[str, list[Answer]] = {}
    for one in issue.questions:
        if one.type == "bool":
            every[one.id] = [True, False]
        else:
            every[one.id] = [choice.id for choice in one.choices] or ["x"]
    return every


def answer_sets(issue: IssueType) -> Iterator[dict[str, Answer]]:
    """Nothing, everything, each answer alone, each pair, everything but one."""
    every = raw_answers(issue)
    yield {}
    most = max(len(values) for values in every.values()) if every else 0
    for turn in range(most):
        full = {id: values[turn % len(values)] for id, values in every.items()}
        yield full
        for id in full:
            yield {key: value for key, value in full.items() if key != id}
    single = [(id, value) for id, values in every.items() for value in values]
    yield from ({id: value} for id, value in single)
    yield from (dict(pair) for pair in itertools.combinations(single, 2))


def worded(issue: IssueType, answers: dict[str, Answer], lang: str) -> dict[str, str]:
    """Give what a template sees: choices as labels, the rest formatted, missing ones empty."""
    seen = {}
    for one in issue.questions:
        answer = answers.get(one.id, "")
        if answer == "" or one.type == "bool":
            seen[one.id] = ""
        elif one.type == "choice":
            seen[one.id] = next(c.label.of(lang) for c in one.choices if c.id == answer)
        else:
            seen[one.id] = SAMPLES[one.type][lang]
    return seen


def rendered(issue: IssueType, answers: dict[str, Answer], lang: str) -> Iterator[str]:
    seen = worded(issue, answers, lang)
    for rule in issue.statements:
        if rule.applies(answers, issue.demands[0].id if issue.demands else ""):
            given = {id: seen.get(id, "") for id in (*rule.uses, *rule.also)}
            for short in (False, True):
                yield shape(rule.template(lang, short=short)).render(given)


def test_twenty_issue_types_and_five_inquiries_are_shipped() -> None:
    assert sorted(one.code for one in [*BOOK.issues, *BOOK.inquiries]) == CODES
    assert (len(BOOK.issues), len(BOOK.inquiries)) == (20, 5)


def test_inquiries_are_marked_as_such() -> None:
    assert [one.inquiry for one in [*BOOK.issues, *BOOK.inquiries]] == [False] * 20 + [True] * 5


@pytest.mark.parametrize("code", CODES)
def test_a_template_uses_only_the_answers_it_declares(code: str) -> None:
    for rule in BOOK.issue(code).statements:
        for source in templates(rule):
            used = meta.find_undeclared_variables(SHAPES.parse(source))
            assert used <= {*rule.uses, *rule.also}, f"{rule.id}: {source}"


@pytest.mark.parametrize("code", CODES)
def test_what_a_template_may_mention_is_guarded_by_a_condition(code: str) -> None:
    """`also` answers come in empty, so each sentence must read well without any of them."""
    for rule in BOOK.issue(code).statements:
        for source in templates(rule):
            given = dict.fromkeys(rule.uses, "甲") | dict.fromkeys(rule.also, "")
            text = shape(source).render(given)
            assert "“”" not in text, source
            assert '""' not in text, source


@pytest.mark.parametrize("code", CODES)
def test_every_question_is_used(code: str) -> None:
    issue = BOOK.issue(code)
    used = {id for rule in issue.statements for id in (*rule.uses, *rule.also)}
    assert {one.id for one in issue.questions} - used <= ELSEWHERE


@pytest.mark.parametrize("code", CODES)
def test_ids_are_unique(code: str) -> None:
    issue = BOOK.issue(code)
    for entries in (issue.questions, issue.statements, issue.demands):
        ids = [one.id for one in entries]
        assert len(ids) == len(set(ids))
    kinds = [one.kind for one in issue.evidence]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("code", CODES)
def test_a_choice_question_has_choices_and_no_other_has(code: str) -> None:
    for one in BOOK.issue(code).questions:
        assert (one.type == "choice") == (len(one.choices) >= 2), one.id


@pytest.mark.parametrize("code", CODES)
def test_a_written_question_shows_an_example(code: str) -> None:
    for one in BOOK.issue(code).questions:
        assert one.type in {"bool", "choice"} or one.hint, one.id


@pytest.mark.parametrize("code", CODES)
def test_conditions_are_on_choices_and_bools_or_on_being_unanswered(code: str) -> None:
    issue = BOOK.issue(code)
    types = {one.id: one.type for one in issue.questions}
    for rule in issue.statements:
        for id, wanted in rule.when.items():
            assert wanted == "" or types[id] in {"bool", "choice"}, rule.id
            assert isinstance(wanted, bool) == (types[id] == "bool" and wanted != ""), rule.id


@pytest.mark.parametrize("code", CODES)
def test_all_named_rules_exist(code: str) -> None:
    assert all(BOOK.rule(id) for id in BOOK.issue(code).rules)


@pytest.mark.parametrize("code", CODES)
def test_a_demand_names_its_amount_exactly_when_it_has_one(code: str) -> None:
    for one in BOOK.issue(code).demands:
        for text in (one.text.zh, one.text.en):
            used = meta.find_undeclared_variables(SHAPES.parse(text))
            assert used == ({"amount"} if one.amount != "none" else set()), one.id


@pytest.mark.parametrize("code", [one.code for one in BOOK.issues])
def test_a_dispute_asks_and_demands_and_shows_something(code: str) -> None:
    issue = BOOK.issue(code)
    assert any(one.required for one in issue.questions) or code == "not_received"
    assert any(one.need == "required" for one in issue.evidence)
    assert issue.demands[0].where == "all"
    assert issue.platform_reasons
    assert issue.pitfalls
    assert issue.rules


@pytest.mark.parametrize("code", [one.code for one in BOOK.issues])
def test_nobody_is_told_not_to_confirm_what_is_confirmed(code: str) -> None:
    issue = BOOK.issue(code)
    said = {
        confirmed: [one.zh for one in issue.hints(confirmed=confirmed)]
        for confirmed in (False, True)
    }
    assert not any("确认收货" in words and "不要点" in words for words in said[True])
    assert said[False][-len(said[True]) :] == said[True]


@pytest.mark.parametrize("code", [one.code for one in BOOK.issues])
def test_required_facts_are_said_by_sentences_that_are_never_dropped(code: str) -> None:
    issue = BOOK.issue(code)
    full = {id: values[0] for id, values in raw_answers(issue).items()}
    kept = [one for one in issue.statements if one.rank == 0 and one.applies(full, "")]
    assert kept


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", CODES)
def test_whatever_is_answered_reads_well(code: str, lang: str) -> None:
    issue = BOOK.issue(code)
    said = {text for one in answer_sets(issue) for text in rendered(issue, one, lang)}
    wrong = re.compile(
        r"^[\s，、；：,;:]|[\s，、。；：,;:.!！?？]$|  |\bNone$|“”|\"\"|（）|\(\)|，，|[，、][。；]"
    )
    assert [one for one in sorted(said) if wrong.search(one) or not one] == []


@pytest.mark.parametrize("code", CODES)
def test_quotes_and_brackets_close(code: str) -> None:
    for rule in BOOK.issue(code).statements:
        for source in templates(rule):
            bare = re.sub(r"\{[%{].*?[%}]\}", "", source)
            assert bare.count("“") == bare.count("”"), source
            assert bare.count("（") == bare.count("）"), source
            assert bare.count('"') % 2 == 0, source


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", CODES)
def test_a_short_form_is_not_longer(code: str, lang: str) -> None:
    for rule in BOOK.issue(code).statements:
        given = dict.fromkeys((*rule.uses, *rule.also), "甲")
        long, short = (shape(rule.template(lang, short=one)).render(given) for one in (False, True))
        assert len(short) <= len(long), rule.id
