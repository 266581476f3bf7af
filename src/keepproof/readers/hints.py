"""What may be of use in the words of a screenshot: order number, shop, amounts, dates, countdowns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.reading import Reading, ReadLine
from keepproof.domain.suggestion import Suggestion
from keepproof.readers.order_text import read_order
from keepproof.readers.rows import side_by_side

SOURCES = frozenset({"picture", "document"})
EVIDENCE_KINDS = {
    "order": EvidenceKind.ORDER_SHOT,
    "listing": EvidenceKind.SNAPSHOT,
    "chat": EvidenceKind.CHAT,
    "track": EvidenceKind.TRACK,
    "bill": EvidenceKind.PAY_SHOT,
}
FIELDS = frozenset(
    {
        "number",
        "shop",
        "paid",
        "freight",
        "discount",
        "ordered",
        "paid_at",
        "shipped",
        "signed",
        "confirmed",
        "courier",
        "tracking_number",
    }
)
_REFUSED = re.compile(
    r"(?:商家|卖家)(?:已)?(?:拒绝|驳回)|拒绝(?:退款|申请)|refus|declined|rejected"
)
# A figure in a poem or a log says nothing: a page must look like one that has such values.
LONGEST = 20_000
_LEFT = re.compile(
    r"(?:剩余|还剩|还有|仅剩|剩|距(?:离)?[^\s\d]{0,12}|倒计时)[^\S\n]*[:：]?[^\S\n]*"
    r"(?P<zh>(?:(?P<d>\d{1,3})\s?天)?\s?(?:(?P<h>\d{1,3})\s?(?:小时|时))?\s?(?:(?P<m>\d{1,2})\s?分钟?)?\s?(?:(?P<s>\d{1,2})\s?秒)?)"
    r"|(?P<en>(?:(?P<ed>\d{1,3})\s?(?:days?|d))?\s?(?:(?P<eh>\d{1,3})\s?(?:hours?|hrs?|h))?"
    r"\s?(?:(?P<em>\d{1,2})\s?(?:minutes?|mins?|m))?)\s?(?:left|remaining)\b",
    re.IGNORECASE,
)


def suggestions(reading: Reading) -> tuple[Suggestion, ...]:
    """Find what may be of use in what was read; the same reading gives the same suggestions."""
    if reading.source not in SOURCES or len(reading.text) > LONGEST:
        return ()
    rows = side_by_side(reading.lines)
    found = [*_kind(reading), *_countdowns(reading.text)]
    if reading.kind != "chat":
        found += _of_order(reading.text)
    return tuple(_placed(one, rows) for one in found)


def _kind(reading: Reading) -> Iterator[Suggestion]:
    kind = EVIDENCE_KINDS.get(reading.kind)
    if reading.kind == "refund" and _REFUSED.search(reading.text):
        kind = EvidenceKind.REFUSE
    if kind is not None:
        yield Suggestion("kind", kind.value, reading.kind)


def _of_order(text: str) -> Iterator[Suggestion]:
    for one in read_order(text).reads:
        if one.name in FIELDS:
            yield Suggestion(one.name, one.value, one.words, one.line)


def _countdowns(text: str) -> Iterator[Suggestion]:
    for number, line in enumerate(text.split("\n"), 1):
        for found in _LEFT.finditer(line):
            days, hours, minutes = (found[name] or found[f"e{name}"] for name in "dhm")
            if days or hours or minutes or found["s"]:
                value = _duration(days, hours, minutes, found["s"])
                yield Suggestion("countdown", value, found[0].strip(), number)


def _duration(days: str | None, hours: str | None, minutes: str | None, seconds: str | None) -> str:
    """Write an ISO 8601 duration: P2DT3H."""
    clock = "".join(
        f"{int(value)}{unit}"
        for value, unit in ((hours, "H"), (minutes, "M"), (seconds, "S"))
        if value
    )
    return f"P{int(days)}D" * bool(days) + f"T{clock}" * bool(clock) if days else f"PT{clock}"


def _placed(one: Suggestion, rows: Sequence[Sequence[ReadLine]]) -> Suggestion:
    """Add where it stands: the lines of its row that hold its words, or else the whole row."""
    if not 0 < one.line <= len(rows):
        return one
    row = rows[one.line - 1]
    words = _bare(one.words)
    exact = [line for line in row if words and (words in _bare(line.text))]
    chosen = exact or [line for line in row if _bare(line.text) in words] or list(row)
    boxes = tuple(line.box for line in chosen if line.box is not None)
    return Suggestion(one.field, one.value, one.words, one.line, boxes, row[0].page)


def _bare(text: str) -> str:
    return "".join(text.split())
