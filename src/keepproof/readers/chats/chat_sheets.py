"""Chats kept in spreadsheets: Qianniu's scripts (a cell a customer) and EchoTrace (a row a message)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from keepproof.domain.chat import Chat, ChatProblem
from keepproof.errors import KnownError
from keepproof.readers.bills import workbook
from keepproof.readers.chats import dialogue
from keepproof.readers.chats.decoding import clean
from keepproof.readers.chats.draft import Draft, finish
from keepproof.readers.chats.log import SYSTEM

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
QIANNIU = "qianniu_xlsx"
ECHOTRACE = "echotrace_xlsx"
MOST_ROWS = 200_000
HEADER_ROWS = 10
CUSTOMER, LOG = "客户ID", "聊天记录"
TIME, WORDS, KIND, SIDE = "时间", "内容", "消息类型", "发送者身份"
NAMES = ("发送者备注", "发送者昵称", "发送者微信ID")
PEER = ("备注", "昵称")
OWN = frozenset({"我", "自己", "本人"})
_KINDS = (
    ("图片", "image"),
    ("语音", "voice"),
    ("视频", "video"),
    ("表情", "sticker"),
    ("文件", "file"),
    ("链接", "card"),
    ("卡片", "card"),
    ("系统", SYSTEM),
)

Row = tuple[int, tuple[str, ...]]


def read(path: Path, name: str) -> Chat | None:
    """Read the chat in a workbook; None when it holds something else.

    Raises `chats.workbook_too_large` where its parts are larger than they should be; they are measured before
    anything reads them.
    """
    try:
        sheets = workbook.sheets(path, name, MOST_ROWS)
    except KnownError as error:
        # the same limits as for bills, told in the words of a chat
        raise KnownError("chats.workbook_too_large") from error
    for rows in sheets:
        chat = _rows(rows)
        if chat is not None and chat.messages:
            return chat
    return None


def _rows(rows: Sequence[Row]) -> Chat | None:
    """Find the header, and read what stands below it by the names of the columns."""
    for at, (_, cells) in enumerate(rows[:HEADER_ROWS]):
        names = {cell.strip(): place for place, cell in enumerate(cells) if cell.strip()}
        if CUSTOMER in names and LOG in names:
            return _customers(rows[at + 1 :], names)
        if TIME in names and WORDS in names and any(one in names for one in NAMES):
            return _messages(rows[at + 1 :], names, _peer(rows[:at]))
    return None


def _customers(rows: Sequence[Row], names: dict[str, int]) -> Chat | None:
    """Read a table with the whole log of a customer in one cell; places are row and message."""
    found: list[tuple[int, str, list[Draft]]] = []
    for line, cells in rows:
        log = clean(_cell(cells, names, LOG))
        drafts = dialogue.timed_drafts(log.split("\n"))
        if drafts:
            found.append((line, clean(_cell(cells, names, CUSTOMER)).strip(), drafts))
    many = len(found) > 1
    every: list[Draft] = []
    for line, _, drafts in found:
        for number, draft in enumerate(drafts, start=1):
            draft.source = f"#{line}/{number}" if many else f"#{number}"
            every.append(draft)
    several = ChatProblem("chats.several_chats", (("count", len(found)),))
    return finish(QIANNIU, "" if many else _first(found), every, [several] if many else [])


def _first(found: Sequence[tuple[int, str, list[Draft]]]) -> str:
    return found[0][1] if found else ""


def _messages(rows: Sequence[Row], names: dict[str, int], peer: str) -> Chat:
    """Read a table with a message a row; empty rows are passed over."""
    drafts: list[Draft] = []
    for _, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        said = (clean(_cell(cells, names, one)).strip() for one in NAMES)
        sender = next((one for one in said if one), "")
        draft = Draft(sender, f"#{len(drafts) + 1}", body=[clean(_cell(cells, names, WORDS))])
        if written := _cell(cells, names, TIME).strip():
            draft.dated(written)
        side = _cell(cells, names, SIDE).strip()
        draft.own = side in OWN if side else None
        kind = _cell(cells, names, KIND)
        draft.flags += [flag for words, flag in _KINDS if words in kind][:1]
        drafts.append(draft)
    return finish(ECHOTRACE, peer, drafts)


def _peer(rows: Sequence[Row]) -> str:
    """Name the other side as the rows above the table do: a label and, beside it, the name."""
    for label in PEER:
        for _, cells in rows:
            for name, value in pairwise(cells):
                if name.strip().rstrip("：:") == label and value.strip():
                    return clean(value).strip()
    return ""


def _cell(cells: Sequence[str], names: dict[str, int], name: str) -> str:
    place = names.get(name)
    return cells[place] if place is not None and place < len(cells) else ""
