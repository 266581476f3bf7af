"""What of each kind of thing is searched, read from the catalogue."""

# ruff: noqa: S608  (only constants of this file go into statements, every value is bound)

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from keepproof.domain.search import TYPES
from keepproof.library.catalog import Catalog
from keepproof.library.readings import LINES
from keepproof.library.values import shown

SHIFT = 40
_CHOICE = re.compile("[a-z][a-z_0-9]*")
_IN = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing as it is indexed: `title` and `head` are shown and searched, `body` is searched.

    `numbers` are found without their dashes and spaces too, `names` by their pinyin initials.
    """

    id: int
    ref: str
    title: str = ""
    head: str = ""
    body: str = ""
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kind: str = ""
    day: str = ""
    order_id: str | None = None


def sources(catalog: Catalog, ids: Iterable[int]) -> Iterator[Source]:
    """Read these things; what is no longer there, or removed, does not come."""
    groups: dict[int, list[int]] = {}
    for one in ids:
        groups.setdefault(one >> SHIFT, []).append(one & ((1 << SHIFT) - 1))
    for name, number in TYPES.items():
        if number in groups:
            yield from _READERS[name](catalog, number << SHIFT, json.dumps(groups[number]))


def everything() -> str:
    """Give the statement that lists the ids of all rows there are."""
    tables = (
        "orders",
        "merchants",
        "evidence",
        "contacts",
        "commitments",
        "disputes",
        "submissions",
    )
    parts = zip(TYPES.values(), tables, strict=True)
    return " UNION ALL ".join(f"SELECT seq + {type << SHIFT} FROM {table}" for type, table in parts)


def _orders(catalog: Catalog, base: int, seqs: str) -> Iterator[Source]:
    items: dict[str, list[str]] = {}
    for order_id, title, sku in catalog.rows(
        "SELECT i.order_id, i.title, i.sku FROM order_items i JOIN orders o ON o.id = i.order_id "
        f"WHERE o.seq {_IN} ORDER BY i.order_id, i.position",
        (seqs,),
    ):
        items.setdefault(order_id, []).extend((shown(title), shown(sku)))
    for seq, id, day, cents, *words in catalog.rows(
        "SELECT seq, id, coalesce(ordered, paid_at, added_at, ''), paid_cents, "
        "number, shop, courier, tracking_number, note "
        f"FROM orders WHERE removed = 0 AND seq {_IN}",
        (seqs,),
    ):
        number, shop, courier, tracking, note = map(shown, words)
        first, *others = items.get(id) or [number]
        paid = "" if cents is None else f"{cents // 100}.{cents % 100:02}"
        yield Source(
            base + seq,
            id,
            first,
            _line([number if first != number else "", shop, *others]),
            _lines([_line([courier, tracking]), paid, note]),
            (number, tracking),
            (shop,),
            day=day[:10],
            order_id=id,
        )


def _merchants(catalog: Catalog, base: int, seqs: str) -> Iterator[Source]:
    for seq, id, name, registered, *rest in catalog.rows(
        "SELECT m.seq, m.id, m.name, m.registered_name, m.credit_code, m.address, m.phone, m.note, "
        "m.return_policy "
        f"FROM merchants m WHERE m.seq {_IN} AND EXISTS "
        "(SELECT 1 FROM orders o WHERE o.merchant_id = m.id AND o.removed = 0)",
        (seqs,),
    ):
        names = shown(name), shown(registered)
        body = _lines(map(shown, rest))
        code, phone = shown(rest[0]), shown(rest[2])
        yield Source(base + seq, id, *names, body, (code, phone), names)


def _evidence(catalog: Catalog, base: int, seqs: str) -> Iterator[Source]:
    for seq, id, title, name, note, kind, day, text, lines in catalog.stream(
        "SELECT e.seq, e.id, e.title, e.original_name, e.note, e.kind, "
        "coalesce(e.event_at, e.content_at, e.file_at, e.imported_at, ''), r.text, "
        "iif(r.text = '', r.lines, NULL) "
        "FROM evidence e LEFT JOIN readings r ON r.sha256 = e.sha256 "
        f"WHERE e.state = 'kept' AND e.seq {_IN}",
        (seqs,),
    ):
        said, came = shown(title), shown(name)
        read = "" if text is None else shown(text)
        if lines is not None:
            read = "\n".join(one[0] for one in LINES.read(lines))
        yield Source(
            base + seq,
            id,
            said or came,
            came if said else "",
            _lines([shown(note), read]),
            kind=kind,
            day=day[:10],
        )


def _contacts(catalog: Catalog, base: int, seqs: str) -> Iterator[Source]:
    return _said(
        catalog,
        base,
        "SELECT seq, id, order_id, channel, at, number, ticket, who, summary FROM contacts "
        f"WHERE removed = 0 AND order_id IN (SELECT id FROM orders WHERE removed = 0) AND seq {_IN}",
        seqs,
    )


def _promises(catalog: Catalog, base: int, seqs: str) -> Iterator[Source]:
    return _said(
        catalog,
        base,
        "SELECT seq, id, order_id, party, made_at, '', '', who, words FROM commitments "
        f"WHERE removed = 0 AND order_id IN (SELECT id FROM orders WHERE removed = 0) AND seq {_IN}",
        seqs,
    )


def _sent(catalog: Catalog, base: int, seqs: str) -> Iterator[Source]:
    return _said(
        catalog,
        base,
        "SELECT s.seq, s.id, d.order_id, s.channel, s.at, s.ticket, '', '', s.text "
        "FROM submissions s JOIN disputes d ON d.id = s.dispute_id AND d.removed = 0 "
        f"JOIN orders o ON o.id = d.order_id AND o.removed = 0 WHERE s.seq {_IN}",
        seqs,
    )


def _said(catalog: Catalog, base: int, sql: str, seqs: str) -> Iterator[Source]:
    for seq, id, order_id, kind, at, *words in catalog.rows(sql, (seqs,)):
        number, ticket, who, text = map(shown, words)
        yield Source(
            base + seq,
            id,
            body=_lines([_line([who, number, ticket]), text]),
            numbers=(number, ticket),
            kind=kind,
            day=at[:10],
            order_id=order_id,
        )


def _disputes(catalog: Catalog, base: int, seqs: str) -> Iterator[Source]:
    for seq, id, order_id, issue, day, reason, closing, answers in catalog.rows(
        "SELECT seq, id, order_id, issue, coalesce(opened_at, ''), reason, closing_note, answers "
        "FROM disputes WHERE removed = 0 "
        f"AND order_id IN (SELECT id FROM orders WHERE removed = 0) AND seq {_IN}",
        (seqs,),
    ):
        own = catalog.rows("SELECT text FROM statement_edits WHERE dispute_id = ?", (id,))
        own += catalog.rows(
            "SELECT note FROM claim_events WHERE dispute_id = ? AND removed = 0 ORDER BY seq", (id,)
        )
        words = [shown(reason), *_answered(answers), *(shown(one[0]) for one in own)]
        yield Source(
            base + seq,
            id,
            body=_lines([*words, shown(closing)]),
            kind=issue,
            day=day[:10],
            order_id=order_id,
        )


def _answered(answers: str) -> list[str]:
    """Give the answers that are the user's own words: choices are kept as ids, which nobody looks for."""
    given = json.loads(answers).values()
    return [one for one in given if isinstance(one, str) and not _CHOICE.fullmatch(one)]


def _line(parts: Sequence[str]) -> str:
    return " · ".join(one for one in parts if one)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(one for one in parts if one)


_READERS: dict[str, Callable[[Catalog, int, str], Iterator[Source]]] = {
    "order": _orders,
    "merchant": _merchants,
    "evidence": _evidence,
    "contact": _contacts,
    "promise": _promises,
    "dispute": _disputes,
    "sent": _sent,
}
