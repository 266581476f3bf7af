"""Measure searching 100,000 texts against a LIKE scan of the same texts, and how indexing grows.

`python tests/bench/search.py [--texts N] [--folder F]`: the first 50 hits of one, two and four characters and of digits
inside a number, over many different words: the median against the median LIKE scan of the same run, the 95th
percentile against 20 ms.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import apsw

from keepproof.domain.evidence import Evidence, EvidenceTimes, SourcedTime
from keepproof.domain.reading import Reading
from keepproof.domain.search import Term, Wanted
from keepproof.library.library import Library

SMALL, LARGE = 1_000, 100_000
FIRST = 50
QUERIES = 120
SCANS = 5
REPEATED = 5
SLOWEST_S, SCAN_GOAL = 0.020, 0.1
# the limit of all lists that shall grow linearly: an index of sorted words grows by the logarithm as well
GROWTH_GOAL = 1.5
AT = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
# The characters of shops and complaints, the most frequent first; frequencies fall as they do in any text.
COMMON = (
    "的是不了我一有在商家退款货发您好亲这个可以以内天小时订单收到快递物流签收质量问题无理由换平台客服联系请"
    "运费保修赔付承诺拒绝申请处理时间金额支付宝微信包裹破损色差尺码少件假货发票售后介入截图记录电话号码地址姓名"
)
RARE = [chr(code) for code in range(0x4E00, 0x5E00)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=int, default=LARGE)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        fill(folder / "small", SMALL)
        texts = fill(folder / "large", options.texts)
        # What else the machine does changes its speed: small ones before and after the large one.
        small = [indexing(folder / "small") for _ in range(REPEATED)]
        large = indexing(folder / "large")
        small += [indexing(folder / "small") for _ in range(REPEATED)]
        report(
            f"index {options.texts} texts (CPU), reference {options.texts // SMALL} x {SMALL} texts",
            large,
            statistics.median(small) * options.texts / SMALL,
            GROWTH_GOAL,
        )
        measure(folder / "large", texts)


def fill(folder: Path, count: int) -> list[str]:
    """Keep so many texts in a library and return them."""
    texts = list(texts_of(random.Random(count), count))
    with Library.open(folder) as library, library.transaction():
        for number, text in enumerate(texts):
            sha256 = f"{number:064x}"
            times = EvidenceTimes(imported=SourcedTime(AT, "clock"))
            library.evidence.insert(
                Evidence(f"{number:032x}", sha256, 1, "image/png", f"{number}.png", times=times)
            )
            library.readings.put(Reading(sha256, "picture", text, at=AT))
    return texts


def indexing(folder: Path) -> float:
    """Measure how long the whole index of a library takes, in processor time."""
    with Library.open(folder) as library:
        library.search.rebuild()
        start = time.process_time()
        library.search.refresh()
        return time.process_time() - start


def texts_of(chance: random.Random, count: int) -> Iterator[str]:
    """Write chats of some lines, each with an order number."""
    alphabet = [*COMMON, *RARE]
    weights = [1 / (place + 8) for place in range(len(alphabet))]
    for _ in range(count):
        characters = chance.choices(alphabet, weights, k=chance.randint(40, 200))
        lines = ["".join(characters[at : at + 14]) for at in range(0, len(characters), 14)]
        yield "\n".join((*lines, f"订单号 {chance.randrange(10**18, 10**19)}"))


def measure(folder: Path, texts: Sequence[str]) -> None:
    chance = random.Random(7)
    with Library.open(folder) as library:
        connection = library._catalog.connection
        for what, words in {
            "1 character": parts(chance, texts, 1),
            "2 characters": parts(chance, texts, 2),
            "4 characters": parts(chance, texts, 4),
            "6 digits inside a number": [text[-9:-3] for text in chance.sample(texts, QUERIES)],
        }.items():
            ours = [timed(partial(find, library, one)) for one in words]
            scans = [timed(partial(scan, connection, one)) for one in words[:SCANS]]
            usual, scanned = statistics.median(ours), statistics.median(scans)
            report(f"search {len(texts)} texts, {what}, LIKE scan", usual, scanned, SCAN_GOAL)
            report(f"  the same, p95 of {len(ours)}, 20 ms", percentile(ours), SLOWEST_S, 1.0)


def parts(chance: random.Random, texts: Sequence[str], length: int) -> list[str]:
    """Cut words out of texts; the first are the most frequent ones there are."""
    found = list(COMMON[:20]) if length == 1 else []
    while len(found) < QUERIES:
        line = chance.choice(chance.choice(texts).split("\n")[:-1])
        if len(line) >= length:
            at = chance.randint(0, len(line) - length)
            found.append(line[at : at + length])
    return found


def find(library: Library, words: str) -> None:
    if not library.search.find(Wanted((Term(words),)), FIRST).hits:
        raise SystemExit(f"{words} was not found")


def scan(connection: apsw.Connection, words: str) -> None:
    sql = "SELECT count(*) FROM readings WHERE text LIKE ?"
    if not connection.execute(sql, (f"%{words}%",)).fetchall()[0][0]:
        raise SystemExit(f"{words} was not found")


def percentile(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(name: str, figure: float, reference: float, goal: float) -> None:
    line = {
        "name": name,
        "figure_s": round(figure, 5),
        "reference_s": round(reference, 5),
        "ratio": round(figure / reference, 3),
        "goal": goal,
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
