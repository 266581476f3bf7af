"""Evidence in orders: each filing has a number of its own."""

from __future__ import annotations

from collections.abc import Iterable

from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.custody_log import CustodyLog


class Filings:
    """Give and take the numbers of evidence in orders.

    The next number follows the highest one in use. A number that was used in a sent text is frozen: it
    stays with its evidence for ever, even when that is taken out of the order.
    """

    def __init__(self, catalog: Catalog, custody: CustodyLog) -> None:
        """Use this catalogue; every filing is written into the custody log."""
        self._catalog = catalog
        self._custody = custody

    def next_number(self, order_id: str) -> int:
        """Say which number the next evidence of an order gets."""
        row = self._catalog.row("SELECT max(number) FROM filings WHERE order_id = ?", (order_id,))
        return 1 if row is None or row[0] is None else int(row[0]) + 1

    def file(self, evidence_id: str, order_id: str) -> int:
        """File evidence in an order and return its number; the one it has when it is there already."""
        return self._file(evidence_id, order_id, None)

    def refile(self, evidence_id: str, order_id: str, number: int) -> int:
        """File evidence under the number it had; under the next one where that was given away since."""
        return self._file(evidence_id, order_id, number)

    def unfile(self, evidence_id: str, order_id: str) -> None:
        """Take evidence out of an order; a frozen number stays reserved for it."""
        with self._catalog.transaction():
            filing = (evidence_id, order_id)
            row = self._catalog.row(
                "SELECT number, frozen FROM filings "
                "WHERE evidence_id = ? AND order_id = ? AND unfiled = 0",
                filing,
            )
            if row is None:
                return
            number, frozen = row
            self._catalog.run(
                "UPDATE filings SET unfiled = 1 WHERE evidence_id = ? AND order_id = ?"
                if frozen
                else "DELETE FROM filings WHERE evidence_id = ? AND order_id = ?",
                filing,
            )
            self._custody.record("evidence.unfiled", evidence_id, order=order_id, number=number)

    def freeze(self, order_id: str, numbers: Iterable[int]) -> None:
        """Keep these numbers of an order for ever as they are."""
        with self._catalog.transaction():
            self._catalog.many(
                "UPDATE filings SET frozen = 1 WHERE order_id = ? AND number = ?",
                [(order_id, number) for number in sorted(set(numbers))],
            )

    def insert_filing(self, evidence_id: str, order_id: str, number: int | None = None) -> int:
        """Give evidence a number in an order where it has none; writes no custody event."""
        if number is None or self._taken(order_id, number):
            number = self.next_number(order_id)
        self._catalog.run(
            "INSERT INTO filings (evidence_id, order_id, number) VALUES (?, ?, ?)",
            (evidence_id, order_id, number),
        )
        return number

    def _file(self, evidence_id: str, order_id: str, number: int | None) -> int:
        with self._catalog.transaction():
            self._expect(evidence_id)
            self.expect_order(order_id)
            row = self._catalog.row(
                "SELECT number, unfiled FROM filings WHERE evidence_id = ? AND order_id = ?",
                (evidence_id, order_id),
            )
            if row is not None and not row[1]:
                return int(row[0])
            if row is None:
                given = self.insert_filing(evidence_id, order_id, number)
            else:
                given = int(row[0])
                self._catalog.run(
                    "UPDATE filings SET unfiled = 0 WHERE evidence_id = ? AND order_id = ?",
                    (evidence_id, order_id),
                )
            self._custody.record("evidence.filed", evidence_id, order=order_id, number=given)
        return given

    def _taken(self, order_id: str, number: int) -> bool:
        return bool(
            self._catalog.rows(
                "SELECT 1 FROM filings WHERE order_id = ? AND number = ?", (order_id, number)
            )
        )

    def _expect(self, evidence_id: str) -> None:
        if not self._catalog.rows("SELECT 1 FROM evidence WHERE id = ?", (evidence_id,)):
            raise KnownError("library.not_found", what="evidence", id=evidence_id)

    def expect_order(self, order_id: str) -> None:
        """Make sure that an order is there; KnownError library.not_found."""
        if not self._catalog.rows("SELECT 1 FROM orders WHERE id = ? AND removed = 0", (order_id,)):
            raise KnownError("library.not_found", what="order", id=order_id)
