"""Say in words what a piece of evidence is, for lists that go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof import messages
from keepproof.domain.evidence import EvidenceKind, number_label
from keepproof.exporting.evidence_lines import EvidenceLine, TimeWords

if TYPE_CHECKING:
    from keepproof.domain.evidence import Evidence, FiledEvidence, SourcedTime
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book

TIMES = ("event", "content", "file", "imported")
MOVING = ("video/", "audio/")
SECONDS = len("2026-11-15 18:45:00")
BROKEN = ("missing", "changed", "unreadable")


def evidence_lines(
    filed: Sequence[FiledEvidence], book: Book, lang: str, among: Sequence[FiledEvidence] = ()
) -> tuple[EvidenceLine, ...]:
    """Put pieces of evidence into words, by number; `among` is where their sources are looked for."""
    from keepproof.composing.wording import frames  # noqa: PLC0415 - the window starts without the composer

    proves: Mapping[str, str] = frames(lang, "common")["proves"]
    numbers = {one.evidence.id: one.number for one in (*among, *filed) if one.number is not None}
    ordered = sorted(filed, key=lambda one: (one.number is None, one.number or 0))
    return tuple(_line(one, book, lang, proves, numbers) for one in ordered)


def order_facts(order: Order, book: Book, lang: str) -> list[tuple[str, str]]:
    """List what an order is, name and value; what is not known is left out."""
    known = [
        ("paper.order", order.number),
        ("paper.platform", book.platform(order.platform).name.of(lang)),
        ("paper.shop", order.shop),
        ("paper.items", "\n".join(_items(order))),
        ("paper.paid", order.paid.shown() if order.paid else ""),
    ]
    moments = order.moments.known().items()
    known += [(f"paper.moments.{name}", moment_words(at)) for name, at in moments]
    return [(messages.say(code, lang), value) for code, value in known if value.strip()]


def moment_words(at: datetime) -> str:
    """Write a moment with its distance from UTC: 2026-11-15 18:45:00 +08:00."""
    written = at.isoformat(" ", "seconds")
    return f"{written[:SECONDS]} {written[SECONDS:]}".strip()


def page_words(evidence: Evidence, lang: str) -> str:
    """Write the pages of a document or picture, or how long a recording is; "" when that is not known."""
    facts, kind = evidence.facts, evidence.media_type
    if kind.startswith(MOVING):
        length = _length(facts.get("duration_s", ""))
        return messages.say("paper.length", lang, {"length": length}) if length else ""
    if kind == "image/tiff":
        return facts.get("frames", "") or "1"
    return "1" if kind.startswith("image/") else facts.get("pages", "")


def _line(
    filed: FiledEvidence,
    book: Book,
    lang: str,
    proves: Mapping[str, str],
    numbers: Mapping[str, int],
) -> EvidenceLine:
    item = filed.evidence
    note = item.note if item.kind == EvidenceKind.OTHER else ""
    return EvidenceLine(
        filed.number,
        item.name,
        book.kind(item.kind).label.of(lang),
        item.original_name,
        _source(item, lang, numbers),
        proves.get(item.kind.value, "") or note,
        tuple(_time(which, getattr(item.times, which), lang) for which in TIMES),
        page_words(item, lang),
        item.size,
        item.sha256,
        _state(item, lang),
        item.broken,
    )


def _source(item: Evidence, lang: str, numbers: Mapping[str, int]) -> str:
    code = f"paper.origin.{item.origin}"
    said = messages.say(code, lang)
    lines = [item.origin if said == code else said]
    if item.derived_from is not None:
        number = numbers.get(item.derived_from)
        lines.append(
            messages.say("paper.derived_elsewhere", lang)
            if number is None
            else messages.say("paper.derived_from", lang, {"number": number_label(number, lang)})
        )
    if item.original_name != item.name:
        lines.append(item.original_name)
    return "\n".join(lines)


def _time(which: str, time: SourcedTime | None, lang: str) -> TimeWords:
    if time is None:
        return TimeWords(which)
    code = f"paper.time_source.{time.source}"
    said = messages.say(code, lang)
    return TimeWords(which, moment_words(time.at), time.source if said == code else said)


def _state(item: Evidence, lang: str) -> str:
    if item.checked_at is None:
        code = "unchecked" if not item.broken else item.fixity
        return messages.say(f"paper.state.{code}", lang, {"at": "—"})
    at = item.checked_at.astimezone().strftime("%Y-%m-%d %H:%M")
    code = item.fixity if item.fixity in BROKEN else "intact"
    return messages.say(f"paper.state.{code}", lang, {"at": at})


def _items(order: Order) -> list[str]:
    return [
        " ".join(
            filter(None, (one.title, one.sku, f"× {one.quantity}" if one.quantity > 1 else ""))
        )
        for one in order.items
    ]


def _length(seconds: str) -> str:
    try:
        whole = round(float(seconds))
    except (ValueError, OverflowError):
        return ""
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
