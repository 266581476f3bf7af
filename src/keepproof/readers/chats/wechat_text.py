"""WeChat as text: MemoTrace and WeFlow (`TIME NAME`, text, blank line) and wechat-dump."""

from __future__ import annotations

from collections.abc import Sequence

from keepproof.domain.chat import Chat
from keepproof.readers.chats.blocks import Head
from keepproof.readers.chats.log import SYSTEM, Flags, Log
from keepproof.readers.chats.moments import MOMENT

_WEFLOW = Head(rf"({MOMENT}) '(.{{0,80}})'$", apart=True)
_MEMOTRACE = Head(rf"({MOMENT}) (\S.{{0,400}})$", apart=True)
_TIMED = Head(rf"{MOMENT} \S.{{0,400}}$")
_DUMP = Head(rf"[^|\n]{{1,80}}\|([^|\n]{{0,80}}?):({MOMENT}):")
_OWN = frozenset({"me", "我"})
NAME = 60


def score_weflow(text: str) -> int:
    """Count the messages of a WeFlow text."""
    return _WEFLOW.count(text) if " '" in text else 0


def read_weflow(text: str, untrusted_name: str) -> Chat:
    """Read the text that WeFlow writes: names in single quotes."""
    del untrusted_name
    found = _WEFLOW.blocks(text)
    written, names = found.heads
    log = Log()
    log.dated(names, found.lines, written, found.bodies)
    return log.chat("weflow", _other(names, _OWN))


def score_memotrace(text: str) -> int:
    """Count the messages of a MemoTrace text: most times stand above a text, not before one.

    A program's log has times as well, but one on every line.
    """
    bodies = _MEMOTRACE.blocks(text).bodies
    spoken = sum(bool(one.strip("\n")) for one in bodies)
    timed = _TIMED.count(text)
    return len(bodies) if spoken * 2 >= len(bodies) and len(bodies) * 2 > timed else 0


def read_memotrace(text: str, untrusted_name: str) -> Chat:
    """Read the text that MemoTrace writes; a line with nothing below it is the program speaking."""
    del untrusted_name
    found = _MEMOTRACE.blocks(text)
    written, senders = found.heads
    texts = [body.strip("\n") for body in found.bodies]
    flags: list[Flags] | None = None
    if not all(texts):
        pairs = zip(senders, texts, strict=True)
        names = {name for name, said in pairs if said and len(name) <= NAME}
        flags = [()] * len(texts)
        for at, said in enumerate(texts):
            if not said and senders[at] not in names:
                senders[at], texts[at], flags[at] = "", senders[at], (SYSTEM,)
    log = Log()
    log.dated(senders, found.lines, written, texts, flags=flags)
    return log.chat("memotrace", _other(senders))


def score_dump(text: str) -> int:
    """Count the messages of a wechat-dump text."""
    return _DUMP.count(text) if "|" in text else 0


def read_dump(text: str, untrusted_name: str) -> Chat:
    """Read the text of wechat-dump: `talker|NAME:TIME:TEXT`, more lines below."""
    del untrusted_name
    found = _DUMP.blocks(text)
    names, written = found.heads
    flags: list[Flags] = [
        ("image",) if "|img:" in body and "|img:" in body.partition("\n")[0] else ()
        for body in found.bodies
    ]
    log = Log()
    log.dated(names, found.lines, written, found.bodies, flags=flags)
    return log.chat("wechat_dump", _other(names, _OWN))


def _other(senders: Sequence[str], own: frozenset[str] = frozenset()) -> str:
    """Name the other side where there is only one."""
    names = set(senders) - {""} - own
    return names.pop() if len(names) == 1 else ""
