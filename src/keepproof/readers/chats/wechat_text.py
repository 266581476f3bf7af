"""WeChat as text: MemoTrace and WeFlow (`TIME NAME`, text, blank line) and wechat-dump."""

from __future__ import annotations

import re

from keepproof.domain.chat import Chat
from keepproof.readers.chats.blocks import blocks
from keepproof.readers.chats.log import SYSTEM, Log
from keepproof.readers.chats.moments import MOMENT

_WEFLOW = re.compile(rf"^({MOMENT}) '(.{{0,80}})'$", re.MULTILINE)
_MEMOTRACE = re.compile(rf"^({MOMENT}) (\S.{{0,400}})$", re.MULTILINE)
_DUMP = re.compile(rf"^[^|\n]{{1,80}}\|([^|\n]{{0,80}}?):({MOMENT}):", re.MULTILINE)
OWN = "我"
_OWN = frozenset({"me", OWN})
NAME = 60


def score_weflow(text: str) -> int:
    """Count the messages of a WeFlow text."""
    return len(_WEFLOW.findall(text)) if " '" in text else 0


def read_weflow(text: str, untrusted_name: str) -> Chat:
    """Read the text that WeFlow writes: names in single quotes."""
    del untrusted_name
    log = Log()
    for number, head, body in blocks(text, _WEFLOW, spaced=True):
        log.dated(head[2], f"L{number}", head[1], body, own=True if head[2] == OWN else None)
    return log.chat("weflow", _other(log, frozenset({OWN})))


def score_memotrace(text: str) -> int:
    """Count the messages of a MemoTrace text: most times stand above a text, not before one.

    A program's log has times as well, but one on every line.
    """
    bodies = [body for _, _, body in blocks(text, _MEMOTRACE, spaced=True)]
    spoken = sum(bool(one.strip("\n")) for one in bodies)
    timed = len(_MEMOTRACE.findall(text))
    return len(bodies) if spoken * 2 >= len(bodies) and len(bodies) * 2 > timed else 0


def read_memotrace(text: str, untrusted_name: str) -> Chat:
    """Read the text that MemoTrace writes; a line with nothing below it is the program speaking."""
    del untrusted_name
    found = list(blocks(text, _MEMOTRACE, spaced=True))
    names = {head[2] for _, head, body in found if body.strip("\n") and len(head[2]) <= NAME}
    log = Log()
    for number, head, body in found:
        written, rest = head.groups()
        if rest in names or body.strip("\n"):
            log.dated(rest, f"L{number}", written, body)
        else:
            log.dated("", f"L{number}", written, rest, flags=(SYSTEM,))
    return log.chat("memotrace", _other(log))


def score_dump(text: str) -> int:
    """Count the messages of a wechat-dump text."""
    return len(_DUMP.findall(text)) if "|" in text else 0


def read_dump(text: str, untrusted_name: str) -> Chat:
    """Read the text of wechat-dump: `talker|NAME:TIME:TEXT`, more lines below."""
    del untrusted_name
    log = Log()
    for number, head, said in blocks(text, _DUMP):
        picture = "|img:" in said.partition("\n")[0]
        log.dated(
            head[1],
            f"L{number}",
            head[2],
            said,
            own=True if head[1] in _OWN else None,
            flags=("image",) if picture else (),
        )
    return log.chat("wechat_dump", _other(log, _OWN))


def _other(log: Log, own: frozenset[str] = frozenset()) -> str:
    """Name the other side where there is only one."""
    names = {one for one in log.senders if one} - own
    return names.pop() if len(names) == 1 else ""
