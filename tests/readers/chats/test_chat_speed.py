"""A log of 100,000 lines takes a fixed multiple of what reading and splitting it takes."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from keepproof.readers.chats.reader import read_chat

pytestmark = pytest.mark.bench
LINES = 100_000
# measured on two cores: 25 to 80 for lines; a time that grows with the square is far above
ALLOWED = 300

LOGS: dict[str, Callable[[int], str]] = {
    "wangwang": lambda at: (
        f"tb1232026-8-{at % 28 + 1} 9:31:{at % 60:02d}\n你好，请问什么时候发货？{at}\n已读\n"
    ),
    "memotrace": lambda at: (
        f"2026-08-05 09:31:{at % 60:02d} 张三{at % 3}\n你好，请问什么时候发货？{at}\n\n"
    ),
    "qq": lambda at: (
        f"2026-08-05 09:31:{at % 60:02d} 张三(1000{at % 3})\n你好，请问什么时候发货？{at}\n\n"
    ),
    "whatsapp": lambda at: (
        f"{at % 28 + 1:02d}/08/24, 9:31\u202fPM - Bob{at % 3}: hello {at}\nsecond\nthird\n"
    ),
    "welink": lambda at: (
        f"张三(z1)\t2026-08-05 09:31:{at % 60:02d}\n你好，请问什么时候发货？{at}\n二\n"
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
