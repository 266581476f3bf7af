"""Which evidence a statement rests on, and how its numbers are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from keepproof.composing.facts import Facts
from keepproof.composing.style import Style
from keepproof.domain.evidence import EvidenceKind, FiledEvidence, number_label, number_runs
from keepproof.domain.redaction import is_copy, without_copies

ALWAYS_WHOLE = 3  # “E1 etc.” is hardly shorter than “E1, E4, E6”
_NAMED = re.compile(r"(?:证据\s?|Evidence\s|(?<![A-Za-z0-9])E)(\d{1,6})")


def usable(facts: Facts) -> tuple[FiledEvidence, ...]:
    """List the evidence that may be cited, by number: filed here, not left out, still whole.

    A redacted copy is shown in place of its original; only the original is cited, and what leaves it out leaves
    its copy out. The copy of an original that is not whole any more stands for itself.
    """
    left_out = facts.dispute.left_out
    gone = {one.evidence.id for one in facts.evidence if one.number in left_out}
    found = [
        one
        for one in facts.evidence
        if one.number is not None
        and one.number not in left_out
        and not (is_copy(one.evidence) and one.evidence.derived_from in gone)
        and one.evidence.state == "kept"
        and not one.evidence.broken
    ]
    return without_copies(sorted(found, key=lambda one: one.number or 0))


def by_kind(evidence: Iterable[FiledEvidence]) -> Mapping[EvidenceKind, tuple[int, ...]]:
    """Group evidence numbers by kind."""
    found: dict[EvidenceKind, list[int]] = {}
    for one in evidence:
        if one.number is not None:
            found.setdefault(one.evidence.kind, []).append(one.number)
    return {kind: tuple(numbers) for kind, numbers in found.items()}


def cited(
    kinds: Iterable[EvidenceKind], have: Mapping[EvidenceKind, tuple[int, ...]]
) -> tuple[int, ...]:
    """Give the numbers of these kinds in rising order."""
    return tuple(sorted({number for kind in kinds for number in have.get(kind, ())}))


def named_in(text: str) -> frozenset[int]:
    """Find the evidence numbers a text written by the user names."""
    return frozenset(int(one) for one in _NAMED.findall(text))


def word_numbers(numbers: Iterable[int], style: Style, runs: int | None = None) -> str:
    """Write evidence numbers, runs of three and more folded: 证据1、证据3至5, E1, E3–E5."""
    every = sorted(set(numbers))
    parts: list[str] = []
    for first, last in number_runs(every):
        if last - first < 2:
            parts += [_label(one, style) for one in range(first, last + 1)]
        else:
            parts.append(_run(first, last, style))
    shown = parts if runs is None or len(parts) <= max(runs, ALWAYS_WHOLE) else parts[:runs]
    if style.lang == "zh":
        more = "" if len(shown) == len(parts) else f"等 {len(every)} 项"
        return "、".join(shown) + more
    if style.numbers == "long":
        shown = [one if not at else one.removeprefix("Evidence ") for at, one in enumerate(shown)]
    more = "" if len(shown) == len(parts) else " etc."
    return ", ".join(shown) + more


def bracketed(numbers: Iterable[int], style: Style) -> str:
    """Write the citation that ends a statement, or nothing."""
    words = word_numbers(numbers, style, style.runs)
    if not words:
        return ""
    return f"（{words}）" if style.lang == "zh" else f" ({words})"


def _label(number: int, style: Style) -> str:
    return number_label(number, style.lang, short=style.numbers == "short")


def _run(first: int, last: int, style: Style) -> str:
    if style.numbers == "short":
        return f"E{first}-{last}" if style.size == "tiny" else f"E{first}–E{last}"
    return f"证据{first}至{last}" if style.lang == "zh" else f"Evidence {first}–{last}"
