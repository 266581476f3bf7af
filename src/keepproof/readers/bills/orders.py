"""Read a table of orders: one row an item, the rows of one order gathered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo

from keepproof.domain.bill import Bill, BillProblem, BillRow
from keepproof.domain.money import Money
from keepproof.domain.order import OrderItem
from keepproof.readers.bills import cells
from keepproof.readers.bills.cells import CellError
from keepproof.readers.bills.layout import MOST_PROBLEMS, Columns, Names, is_footer
from keepproof.readers.bills.table import Row

_CURRENCY = re.compile("[A-Z]{3}")


@dataclass
class _Gathered:
    """What has been read so far; `refused` are numbers of which a row was no good."""

    rows: dict[str, BillRow] = field(default_factory=dict)
    owed: dict[str, Money | None] = field(default_factory=dict)
    counted: set[tuple[str, str]] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    problems: list[BillProblem] = field(default_factory=list)
    current: str = ""

    def refuse(self, error: CellError, line: int) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(BillProblem(error.code, line, {"words": error.words}))


@dataclass(frozen=True, slots=True)
class Orders:
    """The layout of an order export: the names of its columns.

    `part_of` says which part of the total a row bears, where each bears its own: an amount and what it is the
    amount of; of the same thing it counts once. Elsewhere the total of an order stands in its first row and is
    blank, nought or repeated in the others.
    """

    format: str
    needs: tuple[Names, ...]
    number: Names
    time: Names
    total: Names
    shop: Names
    title: Names
    sku: Names
    quantity: Names
    price: Names
    status: Names
    platform_of: Callable[[str], str]
    freight: Names = ()
    courier: Names = ()
    tracking: Names = ()
    currency: Names = ()
    usual_currency: str = "CNY"
    zone: tzinfo = UTC
    part_of: Callable[[Columns, Row, Money], str] | None = None
    separator: str = ","
    quoted: bool = True

    def fits(self, columns: Columns) -> bool:
        """Say whether a header row is this layout's."""
        return all(columns.has(*names) for names in self.needs)

    def read(self, rows: Iterable[Row], columns: Columns) -> Bill:
        """Read all orders; one of which a row cannot be used becomes a problem."""
        gathered = _Gathered()
        for row in self._whole(rows, columns):
            if is_footer(row):
                break
            if not any(cells.filled(one) for one in row.cells):
                continue
            try:
                self._add(row, columns, gathered)
            except CellError as error:
                gathered.refuse(error, row.line)
                gathered.refused.add(gathered.current)
        good = []
        for number, one in gathered.rows.items():
            owed = gathered.owed[number]
            if number in gathered.refused:
                continue
            if owed is None:
                gathered.refuse(CellError("bills.amount_unreadable", ""), one.line)
            else:
                good.append(replace(one, amount=owed))
        problems = sorted(gathered.problems, key=lambda one: one.line)
        return Bill(self.format, tuple(good), tuple(problems))

    def _whole(self, rows: Iterable[Row], columns: Columns) -> Iterator[Row]:
        """Mend rows that fell apart at commas within a title, where nothing is quoted."""
        place = next((columns.places[one] for one in self.title if one in columns.places), 0)
        for row in rows:
            if self.quoted or self.separator != ",":
                yield row
                continue
            surplus = max(0, len(row.cells) - columns.width)
            parts = list(row.cells)
            parts[place : place + surplus + 1] = [",".join(parts[place : place + surplus + 1])]
            yield Row(row.line, tuple(map(_unwrapped, parts)))

    def _add(self, row: Row, columns: Columns, gathered: _Gathered) -> None:
        written = columns.cell(row, self.number)
        if cells.filled(written):
            # until it is read, nothing below it may be taken for the order before
            gathered.current = f"line {row.line}"
            gathered.current = cells.number(written)
        number = gathered.current
        if not number:
            raise CellError("bills.number_missing", columns.text(row, self.title))
        if number in gathered.refused:
            return
        currency = columns.text(row, self.currency)
        currency = currency if _CURRENCY.fullmatch(currency) else self.usual_currency
        item = OrderItem(
            columns.text(row, self.title),
            columns.text(row, self.sku),
            cells.count(columns.cell(row, self.quantity)),
            cells.amount_or_none(columns.cell(row, self.price), currency),
        )
        owed = columns.cell(row, self.total)
        part = cells.amount(owed, currency) if cells.filled(owed) else None
        known = gathered.rows.get(number)
        if known is None:
            gathered.rows[number] = self._first(row, columns, number, item, currency)
        else:
            gathered.rows[number] = self._more(known, row, columns, item)
        self._owe(row, columns, gathered, part)

    def _owe(self, row: Row, columns: Columns, gathered: _Gathered, part: Money | None) -> None:
        """Add what a row says was paid, unless the same was said before."""
        number = gathered.current
        before = gathered.owed.setdefault(number, None)
        if part is None:
            return
        paid_for = self.part_of(columns, row, part) if self.part_of is not None else "order"
        if paid_for and (number, paid_for) in gathered.counted:
            return
        gathered.counted.add((number, paid_for))
        if before is not None and part.currency != before.currency:
            raise CellError("bills.amount_unreadable", f"{before.currency} + {part.currency}")
        gathered.owed[number] = part if before is None else before + part

    def _more(self, known: BillRow, row: Row, columns: Columns, item: OrderItem) -> BillRow:
        """Add a further item to an order; its parcel is that of the first row that names one."""
        courier, tracking = self._parcel(row, columns)
        if known.tracking_number:
            courier, tracking = known.courier, known.tracking_number
        return replace(known, items=(*known.items, item), courier=courier, tracking_number=tracking)

    def _parcel(self, row: Row, columns: Columns) -> tuple[str, str]:
        courier, tracking = cells.parcel(columns.cell(row, self.tracking))
        return (columns.text(row, self.courier) or courier) if tracking else "", tracking

    def _first(
        self, row: Row, columns: Columns, number: str, item: OrderItem, currency: str
    ) -> BillRow:
        shop = columns.text(row, self.shop)
        courier, tracking = self._parcel(row, columns)
        return BillRow(
            "order",
            number,
            "",
            shop,
            item.title,
            Money(0, currency),
            row.line,
            sku=item.sku,
            quantity=item.quantity,
            freight=cells.amount_or_none(columns.cell(row, self.freight), currency),
            at=cells.moment(columns.cell(row, self.time), self.zone),
            status=columns.text(row, self.status),
            platform=self.platform_of(shop),
            courier=courier,
            tracking_number=tracking,
            items=(item,),
        )


def _unwrapped(cell: str) -> str:
    """Take off the quotation marks a spreadsheet put round a cell when it saved the file."""
    bare = cell.strip()
    if len(bare) >= 2 and bare[0] == bare[-1] == '"':
        return bare[1:-1].replace('""', '"')
    return cell
