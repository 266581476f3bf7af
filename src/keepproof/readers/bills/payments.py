"""Read a table of payments: one row a payment or a refund, columns by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from keepproof.domain.bill import Bill, BillProblem, BillRow
from keepproof.domain.money import Money
from keepproof.readers.bills import cells
from keepproof.readers.bills.cells import CellError
from keepproof.readers.bills.layout import (
    MOST_PROBLEMS,
    Columns,
    Names,
    is_footer,
    platform_of,
)
from keepproof.readers.bills.table import Row


@dataclass(frozen=True, slots=True)
class Said:
    """What tells a refund from a payment."""

    category: str
    title: str
    status: str


@dataclass(frozen=True, slots=True)
class Payments:
    """The layout of a bill: the names of its columns and what marks a refund.

    `needs` are the columns that tell it from others, any one name of each. `back` is the column of what came
    back, besides what the amount and the status say.
    """

    format: str
    needs: tuple[Names, ...]
    time: Names
    amount: Names
    order: Names
    transaction: Names
    merchant: Names
    title: Names
    status: Names
    category: Names
    is_refund: Callable[[Said], bool]
    back: Names = ()
    merchant_always: str = ""
    number_of: Callable[[str, str], tuple[str, str]] | None = None
    first: str = ""
    not_first: str = ""
    separator: str = ","
    quoted: bool = True

    def fits(self, columns: Columns) -> bool:
        """Say whether a header row is this layout's."""
        if self.first and columns.places.get(self.first) != 0:
            return False
        if self.not_first and columns.places.get(self.not_first) == 0:
            return False
        return all(columns.has(*names) for names in self.needs)

    def read(self, rows: Iterable[Row], columns: Columns) -> Bill:
        """Read the rows up to the footer; one that cannot be used becomes a problem."""
        found: list[BillRow] = []
        problems: list[BillProblem] = []
        for row in rows:
            if is_footer(row):
                break
            if not (columns.text(row, self.time) or columns.text(row, self.amount)):
                continue
            try:
                found.append(self._row(row, columns))
            except CellError as error:
                if len(problems) < MOST_PROBLEMS:
                    problems.append(BillProblem(error.code, row.line, {"words": error.words}))
        return Bill(self.format, tuple(found), tuple(problems))

    def _row(self, row: Row, columns: Columns) -> BillRow:
        order = cells.number(columns.cell(row, self.order))
        transaction = cells.number(columns.cell(row, self.transaction))
        amount = cells.amount(columns.cell(row, self.amount))
        merchant = columns.text(row, self.merchant) or self.merchant_always
        said = Said(
            columns.text(row, self.category),
            columns.text(row, self.title),
            columns.text(row, self.status),
        )
        refund = self.is_refund(said)
        platform = platform_of(merchant)
        if self.number_of is not None:
            order, own_platform = self.number_of(order, merchant)
            platform = own_platform or platform
        return BillRow(
            "refund" if refund else "payment",
            order,
            transaction,
            merchant,
            said.title,
            amount,
            row.line,
            refunded=None if refund else self._back(row, columns, amount),
            at=cells.moment(columns.cell(row, self.time)),
            status=said.status,
            direction=cells.direction(columns.cell(row, ("收/支",))),
            category=said.category,
            platform=platform,
        )

    def _back(self, row: Row, columns: Columns, amount: Money) -> Money | None:
        back = cells.amount_or_none(columns.cell(row, self.back))
        if back is not None and back.cents:
            return back
        for names in (self.amount, self.status):
            said = cells.paid_back(columns.cell(row, names), amount)
            if said is not None:
                return said
        return None
