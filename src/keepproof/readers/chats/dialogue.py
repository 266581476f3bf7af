"""Dialogues written down or pasted: `买家：…`, or with the time in front `2026-08-05 10:20:00 买家：…`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from keepproof.domain.chat import Chat, Role
from keepproof.readers.chats import roles
from keepproof.readers.chats.draft import Draft, finish, is_talk
from keepproof.readers.chats.moments import MOMENT

_TIMED = re.compile(rf"^({MOMENT}) (\S.*)$", re.DOTALL)
_SPOKEN = re.compile(r"^\s*([^\s：:，。！？,!?]{1,20}) ?[：:] ?(?!//)(.*)$", re.DOTALL)
_LEAST_ROLES = 2
NAME = 60


def score_timed(text: str) -> int:
    """Count the messages; most lines with a time must name a speaker in the same line."""
    lines = text.split("\n")
    timed = [found[2] for line in lines if (found := _timed(line)) is not None]
    spoken = sum(_split(one) is not None for one in timed)
    if not spoken or spoken * 5 < len(timed) * 4:
        return 0
    return spoken if is_talk(timed_drafts(lines)) else 0


def read_timed(text: str, untrusted_name: str) -> Chat:
    """Read lines of the form `TIME SENDER：TEXT`, as seller tools keep them in one cell or file."""
    del untrusted_name
    return finish("timed_lines", "", timed_drafts(text.split("\n")))


def timed_drafts(lines: Sequence[str]) -> list[Draft]:
    """Read lines of the form `TIME SENDER：TEXT`, and the lines below them; places are line numbers."""
    drafts: list[Draft] = []
    for number, line in enumerate(lines, start=1):
        found = _timed(line)
        if found is not None:
            sender, text = _split(found[2]) or ("", found[2])
            drafts.append(Draft(sender, number, body=[text]).dated(found[1]))
        elif drafts:
            drafts[-1].body.append(line)
    return drafts


def score_plain(text: str) -> int:
    """Count the lines of known speakers; two of them must talk, and little else stand in the file."""
    lines = text.split("\n")
    spoken = [found[1] for line in lines if (found := _spoken(line)) is not None]
    told = [role for label in spoken if (role := roles.by_name(label)) is not Role.UNKNOWN]
    filled = sum(bool(line.strip()) for line in lines)
    known = len(told)
    if len(set(told)) < _LEAST_ROLES or known * 3 < filled or known * 2 <= len(spoken):
        return 0
    return known


def read_plain(text: str, untrusted_name: str) -> Chat:
    """Read a dialogue without times; a label is a speaker when it is a role or speaks twice."""
    del untrusted_name
    lines = text.split("\n")
    found = [_spoken(line) for line in lines]
    labels = [one[1] for one in found if one is not None]
    counts: dict[str, int] = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    speakers = {
        label
        for label, count in counts.items()
        if count > 1 or roles.by_name(label) is not Role.UNKNOWN
    }
    drafts: list[Draft] = []
    for number, (line, one) in enumerate(zip(lines, found, strict=True), start=1):
        if one is not None and one[1] in speakers:
            drafts.append(Draft(one[1], number, body=[one[2]]))
        elif drafts:
            drafts[-1].body.append(line)
    return finish("dialogue", "", drafts)


def _timed(line: str) -> re.Match[str] | None:
    return _TIMED.match(line) if line[:4].isdigit() else None


def _spoken(line: str) -> re.Match[str] | None:
    return _SPOKEN.match(line) if "：" in line[:40] or ":" in line[:40] else None


def _split(rest: str) -> tuple[str, str] | None:
    """Part sender and text at the first full-width colon: a sub-account has a plain one in its name."""
    head = rest[: NAME + 1]
    at = head.find("：")
    if at < 0:
        at = head.find(": ")
    if at < 1:
        return None
    return rest[:at].strip(), rest[at + 1 :].removeprefix(" ")
