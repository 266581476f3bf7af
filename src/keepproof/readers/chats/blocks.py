"""A text cut at the lines with which its messages begin."""

from __future__ import annotations

import re
from collections.abc import Iterator


def blocks(
    text: str, head: re.Pattern[str], *, spaced: bool = False
) -> Iterator[tuple[int, re.Match[str], str]]:
    """Find the lines of a rule for whole lines; yield line number, match and all that stands below it.

    `spaced` takes only those lines that are the first or stand below a blank one.
    The rule begins with `^`, is made with re.MULTILINE and does not cross the end of a line.
    """
    number, counted = 1, 0
    before: re.Match[str] | None = None
    for found in head.finditer(text):
        start = found.start()
        if spaced and not _after_blank(text, start):
            continue
        if before is not None:
            yield number, before, text[before.end() : start]
        number += text.count("\n", counted, start)
        before, counted = found, start
    if before is not None:
        yield number, before, text[before.end() :]


def _after_blank(text: str, start: int) -> bool:
    """Say whether the line that begins here is the first, or stands below a blank one."""
    if text.endswith("\n\n", 0, start):
        return True
    return not text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
