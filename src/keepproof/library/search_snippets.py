"""Cut a snippet out of a text, and say where in it the words stand that were looked for."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from keepproof.library.search_folding import fold_places

BEFORE, AROUND = 18, 140
_PASSAGE = 1500
# Where a text may be cut: never inside a word. A line end is best, then a space, then a stop.
_CUTS = (re.compile("\n"), re.compile("[ \t\u3000]"), re.compile("[.;!?。；！？、]"))

Ranges = tuple[tuple[int, int], ...]
Ways = Sequence[
    re.Pattern[str]
]  # what marks one term: the second only where the first is not there
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]")


def passages(text: str) -> Iterator[str]:
    """Cut a long text into passages that begin and end between two words."""
    start = 0
    while len(text) - start > 2 * _PASSAGE:
        end = _cut(text, start + _PASSAGE)
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def marks(text: str, patterns: Sequence[Ways]) -> Ranges:
    """Give the places of the patterns in a text, in order and without overlap; each as in its first way that is there."""
    if not patterns or not text:
        return ()
    folded, places = fold_places(text)
    found = sorted(
        (places[one.start()], places[one.end() - 1] + 1)
        for ways in patterns
        for one in next(filter(None, (list(way.finditer(folded)) for way in ways)), ())
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def snippet(text: str, patterns: Sequence[Ways]) -> tuple[str, Ranges]:
    """Cut out what stands around the densest place of the patterns; without any, the beginning."""
    places = marks(text, patterns)
    start = _begin(text, places)
    end = min(len(text), start + AROUND)
    cut = _CONTROL.sub(" ", text[start:end])
    bare = cut.lstrip()
    start += len(cut) - len(bare)
    before = "…" if start else ""
    moved = len(before) - start
    shown = f"{before}{bare.rstrip()}{'…' if end < len(text) else ''}"
    return shown, tuple(
        (max(first, start) + moved, min(last, end) + moved)
        for first, last in places
        if first < end and last > start
    )


def _begin(text: str, places: Ranges) -> int:
    if not places:
        return 0
    starts = [one for one, _ in places]
    within = AROUND - BEFORE - 1
    most = max(
        enumerate(starts), key=lambda one: (bisect(starts, one[1] + within) - one[0], -one[1])
    )[1]
    start = max(0, most - BEFORE)
    # A line that begins a little before is better shown from its beginning.
    line = text.rfind("\n", start, most) + 1
    return line or start


def _cut(text: str, at: int) -> int:
    for cut in _CUTS:
        found = cut.search(text, at, at + _PASSAGE)
        if found is not None:
            return found.end()
    later = [one.search(text, at) for one in _CUTS]
    return min((one.end() for one in later if one is not None), default=len(text))
