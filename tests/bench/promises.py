"""Measure what is found in a chat of 100,000 messages against trying its patterns on each text once, one by one."""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from keepproof.domain.chat import Chat, ChatMessage, Messages, Role
from keepproof.domain.order import Moments
from keepproof.knowledge.book import Book
from keepproof.services.assess_chat import Known, assess
from keepproof.ticket import Ticket

COUNT = 100_000
RUNS = 3
# own goal: with judging, times and gaps; it was 1.35 when every pattern was tried on every text
GOAL = 0.4
CHINA = ZoneInfo("Asia/Shanghai")
BUYER = (
    "你好，请问什么时候发货？",
    "收到了，但是屏幕有裂纹，怎么处理？{n}",
    "照片发过去了 {n}",
    "好的谢谢",
    "快递说明天送到，结果没到 {n}",
    "这个是 {n} 元买的",
    "那请尽快",
    "can you refund me please? {n}",
)
SHOP = (
    "亲，您好，在的，有什么可以帮您",
    "亲，48 小时内发货的，请放心 {n}",
    "抱歉让您久等了，正在为您核实 {n}",
    "包裹已经发出，单号 SF{n}",
    "请您提供一下照片哦",
    "尺寸是 {n} 厘米，重量大约 2 公斤，颜色有黑白两种",
    "不支持七天无理由退货的呢 {n}",
    "感谢您的支持，祝您生活愉快 {n}",
    "确实是仓库发错了，不好意思 {n}",
    "亲亲，优惠券满 {n} 减 20 元可以领取哦",
    "Hello dear, thank you for your message {n}",
)


def chat() -> Chat:
    """Make a chat in which most texts are said once."""
    draw = random.Random(1)
    at = datetime(2026, 1, 1, 9, 0, tzinfo=CHINA)
    said = []
    for number in range(COUNT):
        at += timedelta(seconds=draw.choice((5, 20, 60, 60_000)))
        mine = draw.random() < 0.5
        words = draw.choice(BUYER if mine else SHOP).format(n=number)
        name, role = ("买家", Role.ME) if mine else ("店:小七", Role.MERCHANT)
        said.append(ChatMessage(name, role, at, f"{at:%Y-%m-%d %H:%M:%S}", words, f"L{number}"))
    return Chat("wangwang", "店", Messages.of(said))


def patterns() -> list[re.Pattern[str]]:
    """Compile every pattern of promises.toml that finds something."""
    rules = Book.load().promises.rules
    return [re.compile(one, re.IGNORECASE) for one, _ in rules.patterns]


def tried(texts: Sequence[str], every: Sequence[re.Pattern[str]]) -> int:
    return sum(1 for text in texts for one in every if one.search(text))


def shortest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Time both in this process and print one line."""
    made, every, rules = chat(), patterns(), Book.load().promises
    known = Known(Moments(), CHINA, datetime(2030, 1, 1, tzinfo=CHINA))
    texts = Messages.of(made.messages).texts
    figure = shortest(lambda: assess(made, rules, known, Ticket()))
    reference = shortest(lambda: tried(texts, every))
    line = {
        "name": "find and judge what 100,000 messages say",
        "figure_s": round(figure, 5),
        "reference_s": round(reference, 5),
        "ratio": figure / reference,
        "goal": GOAL,
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
