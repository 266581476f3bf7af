"""Measure one complaint from 200 pieces of evidence, after the templates are compiled."""

from __future__ import annotations

import json
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from composing.facts_of_a_case import BOOK, CODES, LANGS, a_file, facts_for
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts
from keepproof.domain.evidence import EvidenceKind

ITEMS = 200
ALLOWED_S = 0.010
GOAL = 1.0
RUNS = 30


def crowded(code: str, lang: str) -> Facts:
    """Give a case 200 pieces of evidence of the kinds it asks for."""
    facts = facts_for(code, lang)
    kinds = [one.kind for one in facts.issue.evidence] or [EvidenceKind.OTHER]
    evidence = [a_file(at, kinds[at % len(kinds)]) for at in range(1, ITEMS + 1)]
    return replace(facts, evidence=tuple(evidence))


def main() -> None:
    """Time every channel of every issue type and print the slowest median."""
    worst = (0.0, "")
    for code in CODES:
        for lang in LANGS:
            facts = crowded(code, lang)
            for channel in BOOK.channels("tmall"):
                compose(facts, channel, lang)
                times = []
                for _ in range(RUNS):
                    start = time.perf_counter()
                    compose(facts, channel, lang)
                    times.append(time.perf_counter() - start)
                worst = max(worst, (statistics.median(times), f"{code} {channel.id} {lang}"))
    figure, where = worst
    line = {
        "name": f"slowest complaint from {ITEMS} pieces of evidence ({where})",
        "figure_s": round(figure, 5),
        "reference_s": ALLOWED_S,
        "ratio": round(figure / ALLOWED_S, 3),
        "goal": GOAL,
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
