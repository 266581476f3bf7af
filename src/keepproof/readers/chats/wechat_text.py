"""WeChat as text: MemoTrace and WeFlow (`TIME NAME`, text, blank line) and wechat-dump."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from keepproof.domain.chat import Chat
from keepproof.readers.chats.draft import SYSTEM, Draft, finish
from keepproof.readers.chats.moments import MOMENT

_WEFLOW = re.compile(rf"^({MOMENT}) '(.{{0,80}})'$")
_MEMOTRACE = re.compile(rf"^({MOMENT}) (\S.{{0,400}})$")
_DUMP = re.compile(rf"^[^|]{{1,80}}\|([^|]{{0,80}}?):({MOMENT}):(.*)$", re.DOTALL)
_IMAGE = re.compile(r"\|img:")
NAME = 60
HEAD = 500


@dataclass(frozen=True, slots=True)
class Block:
    """A line with a time, what stands after the time, and the lines below it."""

    number: int
    written: str
    rest: str
    body: tuple[str, ...]


def score_weflow(lines: Sequence[str]) -> int:
    """Count the messages of a WeFlow text."""
    return sum(len(line) < HEAD and _WEFLOW.match(line) is not None for line in lines)


def read_weflow(lines: Sequence[str], untrusted_name: str) -> Chat:
    """Read the text that WeFlow writes: names in single quotes."""
    del untrusted_name
    drafts = [
        Draft(
            one.rest, f"L{one.number}", body=list(one.body), own=True if one.rest == "我" else None
        ).dated(one.written)
        for one in _blocks(lines, _WEFLOW)
    ]
    return finish("weflow", _other(drafts), drafts)


def score_memotrace(lines: Sequence[str]) -> int:
    """Count the messages of a MemoTrace text: most times stand above a text, not before one.

    A program's log has times as well, but one on every line.
    """
    blocks = list(_blocks(lines, _MEMOTRACE))
    spoken = sum(any(one.body) for one in blocks)
    timed = sum(line[:4].isdigit() and _MEMOTRACE.match(line) is not None for line in lines)
    return len(blocks) if spoken * 2 >= len(blocks) and len(blocks) * 2 > timed else 0


def read_memotrace(lines: Sequence[str], untrusted_name: str) -> Chat:
    """Read the text that MemoTrace writes; a line with nothing below it is the program speaking."""
    del untrusted_name
    blocks = list(_blocks(lines, _MEMOTRACE))
    names = {one.rest for one in blocks if any(one.body) and len(one.rest) <= NAME}
    drafts = [_memotrace(one, names).dated(one.written) for one in blocks]
    return finish("memotrace", _other(drafts), drafts)


def _memotrace(block: Block, names: set[str]) -> Draft:
    place = f"L{block.number}"
    if any(block.body) or block.rest in names:
        return Draft(block.rest, place, body=list(block.body))
    return Draft("", place, body=[block.rest], flags=[SYSTEM])


def score_dump(lines: Sequence[str]) -> int:
    """Count the messages of a wechat-dump text."""
    return sum(_DUMP.match(line[:HEAD]) is not None for line in lines)


def read_dump(lines: Sequence[str], untrusted_name: str) -> Chat:
    """Read the text of wechat-dump: `talker|NAME:TIME:TEXT`, more lines below."""
    del untrusted_name
    drafts: list[Draft] = []
    for number, line in enumerate(lines, start=1):
        found = _DUMP.match(line)
        if found is None:
            if drafts:
                drafts[-1].body.append(line)
            continue
        own = True if found[1] in {"me", "我"} else None
        draft = Draft(found[1], f"L{number}", body=[found[3]], own=own).dated(found[2])
        if _IMAGE.search(found[3]):
            draft.flags.append("image")
        drafts.append(draft)
    return finish("wechat_dump", _other(drafts), drafts)


def _blocks(lines: Sequence[str], head: re.Pattern[str]) -> Iterator[Block]:
    """Cut the file at the lines with a time that follow a blank line."""
    start, written, rest = 0, "", ""
    blank = True
    for number, line in enumerate(lines, start=1):
        found = head.match(line) if blank and len(line) < HEAD else None
        if found is not None:
            if start:
                yield Block(start, written, rest, tuple(lines[start : number - 1]))
            start, written, rest = number, found[1], found[2]
        blank = not line.strip()
    if start:
        yield Block(start, written, rest, tuple(lines[start:]))


def _other(drafts: Iterable[Draft]) -> str:
    """Name the other side where there is only one."""
    names = {one.sender for one in drafts if one.sender and not one.own}
    return names.pop() if len(names) == 1 else ""
