"""The disputes, the user's own words in them, and what was sent."""

# ruff: noqa: S608  (only the column lists of this file go into statements, every value is bound)

from __future__ import annotations

from datetime import datetime

from keepproof.domain.dispute import Answer, Dispute, Ending, StatementEdit, Submission
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.values import (
    NUMBERS,
    Packing,
    Row,
    cents,
    iso,
    moment,
    moment_or_none,
    money,
    packed,
    shown,
)

_FIELDS = (
    "order_id, issue, answers, demand, amount_cents, amount_currency, reason, left_out, state, opened_at, "
    "outcome, closed_at, recovered_cents, recovered_currency, rating, closing_note"
)
# Not IN (SELECT …): that lists all orders again for each single question.
_LIVE = "removed = 0 AND EXISTS (SELECT 1 FROM orders o WHERE o.id = order_id AND o.removed = 0)"
_EDIT_FIELDS = "dispute_id, channel, lang, statement, text, base"
_SUBMISSION_FIELDS = "id, dispute_id, channel, lang, text, at, numbers, ticket"
_ANSWERS = Packing(dict[str, Answer])


class Disputes:
    """Add, change, remove and find disputes."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def all(self) -> list[Dispute]:
        """List all disputes, the first opened first."""
        return self._select(_LIVE)

    def get(self, id: str) -> Dispute:
        """Return one dispute; KnownError library.not_found."""
        found = self._select(f"{_LIVE} AND id = ?", id)
        if not found:
            raise KnownError("library.not_found", what="dispute", id=id)
        return found[0]

    def of_order(self, order_id: str) -> list[Dispute]:
        """List the disputes of one order, the first opened first."""
        return self._select(f"{_LIVE} AND order_id = ?", order_id)

    def add(self, dispute: Dispute) -> None:
        """Add a dispute to an order of the library."""
        marks = ", ".join("?" * 17)
        self._catalog.run(
            f"INSERT INTO disputes (id, {_FIELDS}) VALUES ({marks})",
            (dispute.id, *_values(dispute)),
        )

    def replace(self, dispute: Dispute) -> None:
        """Change a dispute; KnownError library.not_found."""
        assignments = ", ".join(f"{name} = ?" for name in _FIELDS.split(", "))
        changed = self._catalog.run(
            f"UPDATE disputes SET {assignments} WHERE id = ? AND removed = 0",
            (*_values(dispute), dispute.id),
        )
        self._expect(changed, dispute.id)

    def remove(self, id: str) -> None:
        """Remove a dispute; its edits and submissions stay for `restore`."""
        self._set_removed(id, removed=True)

    def restore(self, id: str) -> None:
        """Bring a removed dispute back."""
        self._set_removed(id, removed=False)

    def edits(self, dispute_id: str) -> list[StatementEdit]:
        """List the user's own words in a dispute, the first written first."""
        rows = self._catalog.rows(
            f"SELECT {_EDIT_FIELDS} FROM statement_edits WHERE dispute_id = ? ORDER BY rowid",
            (dispute_id,),
        )
        return [
            StatementEdit(dispute, channel, lang, statement, shown(text), shown(base))
            for dispute, channel, lang, statement, text, base in rows
        ]

    def put_edit(self, edit: StatementEdit) -> None:
        """Keep the user's own words for one statement, in place of earlier ones."""
        self._catalog.run(
            f"INSERT INTO statement_edits ({_EDIT_FIELDS}) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET text = excluded.text, base = excluded.base",
            (edit.dispute_id, edit.channel, edit.lang, edit.statement, edit.text, edit.base),
        )

    def drop_edit(self, dispute_id: str, channel: str, lang: str, statement: str) -> None:
        """Forget the user's own words for one statement."""
        self._catalog.run(
            "DELETE FROM statement_edits "
            "WHERE dispute_id = ? AND channel = ? AND lang = ? AND statement = ?",
            (dispute_id, channel, lang, statement),
        )

    def submissions(self, dispute_id: str) -> list[Submission]:
        """List what was sent in a dispute, the first sent first."""
        rows = self._catalog.rows(
            f"SELECT {_SUBMISSION_FIELDS} FROM submissions WHERE dispute_id = ? ORDER BY seq",
            (dispute_id,),
        )
        return [_submission(row) for row in rows]

    def add_submission(self, submission: Submission) -> None:
        """Keep a copy of what was sent; its text is never changed."""
        self._catalog.run(
            f"INSERT INTO submissions ({_SUBMISSION_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                submission.id,
                submission.dispute_id,
                submission.channel,
                submission.lang,
                submission.text,
                iso(submission.at),
                packed(submission.numbers),
                submission.ticket,
            ),
        )

    def replace_submission(self, submission: Submission) -> None:
        """Note the ticket number of what was sent; the text, its numbers and its time stay as they were."""
        changed = self._catalog.run(
            "UPDATE submissions SET ticket = ? WHERE id = ?", (submission.ticket, submission.id)
        )
        if not changed:
            raise KnownError("library.not_found", what="submission", id=submission.id)

    def sent(self) -> dict[str, tuple[tuple[datetime, str], ...]]:
        """Say when and through which channels each dispute was sent, the first sent first."""
        found: dict[str, list[tuple[datetime, str]]] = {}
        rows = self._catalog.rows("SELECT dispute_id, at, channel FROM submissions ORDER BY seq")
        for dispute_id, at, channel in rows:
            found.setdefault(dispute_id, []).append((moment(at), channel))
        return {dispute_id: tuple(every) for dispute_id, every in found.items()}

    def _set_removed(self, id: str, *, removed: bool) -> None:
        changed = self._catalog.run(
            "UPDATE disputes SET removed = ? WHERE id = ? AND removed = ?",
            (int(removed), id, int(not removed)),
        )
        self._expect(changed, id)

    def _expect(self, changed: int, id: str) -> None:
        if not changed:
            raise KnownError("library.not_found", what="dispute", id=id)

    def _select(self, condition: str, *values: str) -> list[Dispute]:
        rows = self._catalog.rows(
            f"SELECT id, {_FIELDS} FROM disputes WHERE {condition} ORDER BY seq", values
        )
        return [_dispute(row) for row in rows]


def _dispute(row: Row) -> Dispute:
    id, order_id, issue, answers, demand, amount, currency, reason, left_out, state, opened_at = (
        row[:11]
    )
    return Dispute(
        id,
        order_id,
        issue,
        _ANSWERS.read(answers),
        demand,
        money(amount, currency),
        shown(reason),
        frozenset(NUMBERS.read(left_out)),
        state,
        moment_or_none(opened_at),
        _ending(row[11:]),
    )


def _ending(row: Row) -> Ending | None:
    outcome, closed_at, recovered, currency, rating, note = row
    at = moment_or_none(closed_at)
    if at is None:
        return None  # open, or closed when endings were not asked for
    return Ending(outcome, at, money(recovered, currency), rating, shown(note))


def _values(one: Dispute) -> tuple[object, ...]:
    ending = one.ending or Ending()
    return (
        one.order_id,
        one.issue,
        packed(one.answers),
        one.demand,
        *cents(one.amount),
        one.reason,
        packed(sorted(one.left_out)),
        one.state,
        iso(one.opened_at),
        ending.outcome,
        iso(ending.at),
        *cents(ending.recovered),
        ending.rating,
        ending.note,
    )


def _submission(row: Row) -> Submission:
    id, dispute_id, channel, lang, text, at, numbers, ticket = row
    return Submission(
        id,
        dispute_id,
        channel,
        lang,
        shown(text),
        moment(at),
        tuple(NUMBERS.read(numbers)),
        shown(ticket),
    )
