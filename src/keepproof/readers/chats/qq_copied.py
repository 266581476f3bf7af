"""QQ messages copied from its window or the phone: `NAME 2/21/2020 11:50:12 PM`, `NAME  23:50:12`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from keepproof.domain.chat import Chat, ChatProblem
from keepproof.readers.chats.date_order import Stamp, date_of, orders_of
from keepproof.readers.chats.draft import Draft, finish, is_talk
from keepproof.readers.chats.log import BAD_TIME
from keepproof.readers.chats.moments import CHINA, made, on_24, shown

FORMAT = "qq_copied"
NO_DATE = "no_date"
_HEAD = re.compile(
    r"\s(?:(\d{1,4})/(\d{1,2})/(\d{1,4})\s)?(\d{1,2}):(\d\d):(\d\d)(?:\s([AP])M)?\s*$"
)
_DAY = re.compile(
    r"^\s*[—–-]++(?: [—–-]++)*+\s+(\d{4})-(\d{1,2})-(\d{1,2})\s+[—–-]++(?: [—–-]++)*+\s*$"
)
# a name that ends with a date is another program's line
_NO_NAME = re.compile(r"[，。！？；：、]|\d[-/.月]\d{1,2}日?$")
NAME = 80
LONGEST = 140


def score(text: str) -> int:
    """Count the messages; a bare time counts only in a file that is made of such lines."""
    lines = text.split("\n")
    heads = [found for line in lines if (found := _head(line)) is not None]
    dated = sum(one[1] is not None for one in heads)
    days = sum(_day(line) is not None for line in lines)
    spoken = sum(bool(line.strip()) for line in lines)
    if not heads or not (dated or days or len(heads) * 5 >= spoken):
        return 0
    return len(heads) if is_talk(_drafts(lines)[0]) else 0


def read(text: str, untrusted_name: str) -> Chat:
    """Read copied messages; a time without a date stays one, unless a row with the day stands above."""
    del untrusted_name
    drafts, stamps = _drafts(text.split("\n"))
    order = _order([one for one in stamps if one is not None])
    for draft, stamp in zip(drafts, stamps, strict=True):
        _set_time(draft, stamp, order)
    return finish(FORMAT, "", drafts, _problems(drafts, order))


def _drafts(lines: Sequence[str]) -> tuple[list[Draft], list[Stamp | None]]:
    drafts: list[Draft] = []
    stamps: list[Stamp | None] = []
    day: Stamp | None = None
    for number, line in enumerate(lines, start=1):
        head = _head(line)
        if head is not None:
            drafts.append(Draft(line[: head.start()].strip(), number, _written(head)))
            stamps.append(_stamp(head, day))
        elif (found := _day(line)) is not None:
            day = Stamp((found[1], found[2], found[3]), "-", (0, 0, 0))
        elif drafts:
            drafts[-1].body.append(line)
    return drafts, stamps


def _head(line: str) -> re.Match[str] | None:
    if len(line) > LONGEST or line.count(":") < 2:
        return None
    found = _HEAD.search(line)
    if found is None:
        return None
    name = line[: found.start()].strip()
    return found if 0 < len(name) <= NAME and not _NO_NAME.search(name) else None


def _day(line: str) -> re.Match[str] | None:
    return _DAY.match(line) if len(line) <= 60 else None


def _written(head: re.Match[str]) -> str:
    return " ".join(head[0].split())


def _stamp(head: re.Match[str], day: Stamp | None) -> Stamp | None:
    """Put the time to its own date or to the day above; None where there is neither."""
    hour = on_24(int(head[4]), (head[7] or "").lower())
    time = (hour, int(head[5]), int(head[6]))
    if head[1] is not None:
        return Stamp((head[1], head[2], head[3]), "/", time)
    return Stamp(day.parts, day.separator, time) if day is not None else None


def _order(stamps: list[Stamp]) -> str:
    """Read dates with the year last as month first, as the windows write them, unless they cannot be."""
    last = [one for one in stamps if len(one.parts[0]) < 4]
    orders = orders_of(last)
    if not last or "mdy" in orders:
        return "mdy"
    return orders[0] if len(orders) == 1 else ""


def _set_time(draft: Draft, stamp: Stamp | None, order: str) -> None:
    if stamp is None:
        draft.flags.append(NO_DATE)
        return
    own = "ymd" if len(stamp.parts[0]) == 4 else order
    if not own:
        return
    naive = made(date_of(stamp, own), stamp.time)
    if naive is None:
        draft.flags.append(BAD_TIME)
    else:
        draft.local, draft.at = shown(naive), CHINA


def _problems(drafts: list[Draft], order: str) -> list[ChatProblem]:
    undated = sum(NO_DATE in one.flags for one in drafts)
    problems = [ChatProblem("chats.no_dates", (("count", undated),))] if undated else []
    return (
        problems if order else [*problems, ChatProblem("chats.ambiguous_dates", (("orders", "?"),))]
    )
