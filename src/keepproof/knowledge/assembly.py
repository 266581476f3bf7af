"""Put an issue type together from its own file and what it shares with the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from keepproof.errors import KnownError
from keepproof.knowledge.issue_type import IssueType
from keepproof.knowledge.reading import convert

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Common:
    """The shared part: the order of issue types and platforms, and entries an issue may name by id alone."""

    issues: tuple[str, ...]
    inquiries: tuple[str, ...]
    platforms: tuple[str, ...] = ()
    questions: tuple[Entry, ...] = ()
    statements: tuple[Entry, ...] = ()
    evidence: tuple[Entry, ...] = ()
    demands: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueFile:
    """The shape of resources/knowledge/issues/<code>.toml before the shared part is filled in."""

    code: str
    group: str
    label: Entry
    short: Entry
    first_contact: str
    platform_reasons: tuple[str, ...] = ()
    inquiry: bool = False
    shared: tuple[str, ...] = ()
    questions: tuple[Entry, ...] = ()
    statements: tuple[Entry, ...] = ()
    evidence: tuple[Entry, ...] = ()
    demands: tuple[Entry, ...] = ()
    rules: tuple[str, ...] = ()
    rules_when: Entry = field(default_factory=dict)
    before_confirming: tuple[Entry, ...] = ()
    pitfalls: tuple[Entry, ...] = ()


def assemble(raw: Mapping[str, Any], common: Common, name: str) -> IssueType:
    """Build an issue type; an entry is filled from the shared one of the same id, its own keys win.

    `shared` appends shared questions; a shared statement comes along when all it uses is asked.
    """
    file = convert(raw, IssueFile, name)
    questions = _filled(file.questions, common.questions, "id")
    asked = {one.get("id") for one in questions}
    shared = [_named(common.questions, id, name) for id in file.shared if id not in asked]
    asked.update(file.shared)
    own = {one.get("id") for one in file.statements}
    along = [one for one in common.statements if asked.issuperset(one["uses"])]
    whole = dict(raw)
    whole.pop("shared", None)
    whole["questions"] = [*questions, *shared]
    whole["statements"] = [*file.statements, *(one for one in along if one["id"] not in own)]
    whole["evidence"] = _filled(file.evidence, common.evidence, "kind")
    whole["demands"] = _filled(file.demands, common.demands, "id")
    issue = convert(whole, IssueType, name)
    _check(issue, name)
    return issue


def _filled(entries: Sequence[Entry], common: Sequence[Entry], key: str) -> list[Entry]:
    shared = {one[key]: one for one in common}
    return [{**shared.get(one.get(key), {}), **one} for one in entries]


def _named(entries: Sequence[Entry], id: str, name: str) -> Entry:
    found = next((one for one in entries if one["id"] == id), None)
    if found is None:
        raise KnownError("knowledge.invalid", name=name, detail=f"unknown question {id}")
    return found


def _check(issue: IssueType, name: str) -> None:
    """Refuse a condition on a question or choice the issue does not have."""
    choices = {one.id: {choice.id for choice in one.choices} for one in issue.questions}
    types = {one.id: one.type for one in issue.questions}
    conditions = [(rule.id, rule.when) for rule in issue.statements]
    conditions += list(issue.rules_when.items())
    unknown = [
        f"{owner}: {question} = {wanted}"
        for owner, when in conditions
        for question, wanted in when.items()
        if question not in types
        or (types[question] == "choice" and wanted not in choices[question] | {""})
    ]
    unknown += [
        f"{rule.id}: {one}" for rule in issue.statements for one in rule.uses if one not in types
    ]
    unknown += [one for one in issue.rules_when if one not in issue.rules]
    if unknown:
        raise KnownError("knowledge.invalid", name=name, detail=f"unknown {unknown[0]}")
