"""What a complaint does better without, as rules over the words a user wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from keepproof.errors import KnownError
from keepproof.knowledge.text import Text

ToneKind = Literal[
    "threat",
    "insult",
    "label",
    "exaggeration",
    "absolute",
    "several_demands",
    "invented_loss",
    "bad_faith",
]


@dataclass(frozen=True, slots=True)
class ToneRule:
    """One thing to look for in one language.

    `pattern` is a regular expression, `neutral` the wording to put in place of what it finds: a template for
    groups, "" to leave the words out, None when there is nothing to offer. A sentence in which `unless` is
    found is spared. `case` makes capitals count.
    """

    id: str
    kind: ToneKind
    lang: Literal["zh", "en"]
    pattern: str
    neutral: str | None = None
    unless: str = ""
    case: bool = False


@dataclass(frozen=True, slots=True)
class Tone:
    """All rules of tone.

    `parts` are fragments that patterns name as <part>; `quotes` finds what is quoted, `reported` what stands
    before somebody else's words in the same sentence.
    """

    source: str
    as_of: str
    quotes: str
    reported: Mapping[str, str]
    parts: Mapping[str, str]
    reasons: Mapping[ToneKind, Text]
    rules: tuple[ToneRule, ...]

    def regex(self, pattern: str, *, case: bool = True) -> re.Pattern[str]:
        """Compile a pattern, its parts filled in."""
        for name, part in self.parts.items():
            pattern = pattern.replace(f"<{name}>", part)
        return _compiled(pattern, 0 if case else re.IGNORECASE)

    def of(self, rule: ToneRule) -> re.Pattern[str]:
        """Compile the pattern of a rule."""
        return self.regex(rule.pattern, case=rule.case)

    def check(self, name: str) -> Tone:
        """Refuse patterns that cannot be compiled and kinds without a reason; `name` is the file."""
        for rule in self.rules:
            try:
                found = self.of(rule)
                self.regex(rule.unless)
            except re.error as error:
                raise KnownError(
                    "knowledge.invalid", name=name, detail=f"{rule.id}: {error}"
                ) from error
            if rule.kind not in self.reasons:
                raise KnownError("knowledge.invalid", name=name, detail=f"{rule.id}: {rule.kind}")
            groups = re.findall(r"\\g<(\w+)>|\\(\d)", rule.neutral or "")
            for named, numbered in groups:
                known = named in found.groupindex if named else int(numbered) <= found.groups
                if not known:
                    raise KnownError(
                        "knowledge.invalid", name=name, detail=f"{rule.id}: {rule.neutral}"
                    )
        return self


@lru_cache(maxsize=1024)
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)
