"""The messages in a screenshot of a chat: what stands to the right was said by the owner of the phone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from keepproof.domain.chat import Chat, ChatMessage, ChatProblem, Role
from keepproof.domain.reading import Reading, ReadLine
from keepproof.readers.rows import Box, side_by_side
from keepproof.readers.screenshot_kind import kind_of

FORMAT = "picture"
# All figures are shares of the width of the picture, but GAP, which is one of the height of a line.
ALIGNED = 0.03
CENTRED = 0.06
STATUS_BAR = 0.09
FAR = 0.3
GAP = 1.0
VERY_MANY = 6
LEFT, RIGHT, MIDDLE = -1, 1, 0
_TIME = re.compile(
    r"(?:(?:\d{4}[-/年.])?\d{1,2}[-/月.]\d{1,2}日?\s*|昨天|今天|前天|星期.|周.|yesterday|today)?\s*"
    r"(?:凌晨|早上|上午|中午|下午|晚上)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?",
    re.IGNORECASE,
)
_BAR = re.compile(
    r"按住\s*说话|发送|请?输入(?:消息|内容|文字).*|hold to talk|send|type a message", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Bubble:
    """Lines that belong together, the box around them, and on which side they stand."""

    lines: tuple[str, ...]
    first: int
    box: Box
    side: int


def is_chat(lines: Sequence[ReadLine], width: int) -> bool:
    """Say whether a picture looks like a chat: texts alone in their row, some to the left, some to the right."""
    bubbles = _bubbles(lines, width)
    right = [one.box[2] for one in bubbles if one.side == RIGHT]
    left = [one.box[0] for one in bubbles if one.side == LEFT]
    if len(right) < 1 or len(left) < 1 or len(right) + len(left) < 3:
        return False
    aligned = _most(right, ALIGNED * width) + _most(left, ALIGNED * width)
    text = "\n".join(line.text for line in lines)
    if aligned * 3 < 2 * (len(right) + len(left)):
        return False
    # a chat is about orders and refunds and has their words: only very many of them speak against it
    sides = min(len(right), len(left)) >= 2
    return not (kind_of(text, VERY_MANY) if sides else kind_of(text))


def chat_of(reading: Reading) -> Chat | None:
    """Read the messages of a picture that shows a chat; None where it does not.

    Names are not known: the right side is `me`, the left side unknown. `source` is the line of the text, L12.
    """
    width = int(reading.facts.get("width", "0"))
    if reading.kind != "chat" or not width:
        return None
    messages = tuple(_messages(_bubbles(reading.lines, width)))
    return Chat(FORMAT, "", messages, (ChatProblem("chats.from_picture"),))


def _messages(bubbles: Sequence[_Bubble]) -> Iterator[ChatMessage]:
    time = ""
    for one in bubbles:
        text = "\n".join(one.lines)
        if one.side == MIDDLE and _TIME.fullmatch(text):
            time = text
            continue
        role = {RIGHT: Role.ME, LEFT: Role.UNKNOWN, MIDDLE: Role.SYSTEM}[one.side]
        yield ChatMessage("", role, None, time, text, f"L{one.first}")


def _bubbles(lines: Sequence[ReadLine], width: int) -> list[_Bubble]:
    """Join lines that stand close below each other at the same left edge."""
    groups: list[list[tuple[int, ReadLine, Box]]] = []
    for number, row in enumerate(side_by_side(lines), 1):
        line = row[0]
        if len(row) > 1 or line.box is None or line.box[3] < STATUS_BAR * width:
            continue
        if _BAR.fullmatch(line.text.strip()):
            continue
        if groups and _continues(groups[-1][-1], line.box, width, number):
            groups[-1].append((number, line, line.box))
        else:
            groups.append([(number, line, line.box)])
    return [_bubble(group, width) for group in groups]


def _continues(before: tuple[int, ReadLine, Box], box: Box, width: int, number: int) -> bool:
    last = before[2]
    height = min(last[3] - last[1], box[3] - box[1])
    near = box[1] - last[3] <= GAP * height and before[0] + 1 == number
    alike = max(last[3] - last[1], box[3] - box[1]) <= 1.4 * height
    return near and alike and abs(box[0] - last[0]) <= ALIGNED * width


def _bubble(group: Sequence[tuple[int, ReadLine, Box]], width: int) -> _Bubble:
    boxes = [box for _, _, box in group]
    around = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    texts = tuple(line.text for _, line, _ in group)
    return _Bubble(texts, group[0][0], around, _side(around, width))


def _side(box: Box, width: int) -> int:
    left, right = box[0] / width, 1 - box[2] / width
    if abs(left - right) <= CENTRED and left > FAR / 2:
        return MIDDLE
    if left <= right:
        return LEFT if left <= FAR else MIDDLE
    return RIGHT if right <= FAR else MIDDLE


def _most(edges: Sequence[int], near: float) -> int:
    """Count the edges that stand in one line."""
    return max((sum(abs(one - other) <= near for other in edges) for one in edges), default=0)
