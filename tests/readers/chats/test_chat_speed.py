"""A log of 100,000 lines takes a fixed multiple of what reading and splitting it takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from keepproof.readers.chats.reader import read_chat

pytestmark = pytest.mark.bench
LINES = 100_000
# measured on two cores: 8 to 13; a time that grows with the square is far above
ALLOWED = 60

START = datetime(2026, 8, 9, 8, 0, 5, tzinfo=UTC)


def said(form: str, at: int) -> str:
    """Write the message of a number: somebody says something about every twenty seconds."""
    when = START + timedelta(seconds=20 * at)
    return form.format(at=at, who=at % 3, when=when, day=when.day, hour=when.hour)


LOGS: dict[str, Callable[[int], str]] = {
    "wangwang": partial(
        said, "tb123{when:%Y-%m}-{day} {hour}:{when:%M:%S}\n你好，请问什么时候发货？{at}\n已读\n"
    ),
    "memotrace": partial(
        said, "{when:%Y-%m-%d %H:%M:%S} 张三{who}\n你好，请问什么时候发货？{at}\n\n"
    ),
    "qq": partial(
        said,
        "{when:%Y-%m-%d} {hour}:{when:%M:%S} 张三(2000{who})\n你好，请问什么时候发货？{at}\n\n",
    ),
    "whatsapp": partial(
        said,
        "{when:%d/%m/%y, %I:%M}\u202f{when:%p} - Bob{who}: hello, is order {at} on its way?\n"
        "I was told it would come on Monday\nand nobody answers the phone\n",
    ),
    "welink": partial(
        said, "张三(z{who})\t{when:%Y-%m-%d %H:%M:%S}\n你好，请问什么时候发货？{at}\n二\n"
    ),
}


def shortest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("name", LOGS)
def test_long_logs_take_linear_time(name: str) -> None:
    data = "".join(LOGS[name](at) for at in range(LINES // 3)).encode()

    ours = shortest(lambda: read_chat(data, "x.txt", "text/plain"))
    reference = shortest(lambda: data.decode("utf-8").split("\n"))

    assert ours / reference < ALLOWED
