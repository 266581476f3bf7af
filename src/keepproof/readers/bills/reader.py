"""Choose the layout of a bill by its header row, wherever that stands."""

from __future__ import annotations

from pathlib import Path

from keepproof.domain.bill import Bill
from keepproof.errors import KnownError
from keepproof.readers.bills import table
from keepproof.readers.bills.alipay import APP_2022, APP_2023, WEB
from keepproof.readers.bills.amazon import AMAZON
from keepproof.readers.bills.jd import JD
from keepproof.readers.bills.layout import Columns, Layout
from keepproof.readers.bills.meituan import MEITUAN
from keepproof.readers.bills.taobao_export import TAOBAO_EXPORT
from keepproof.readers.bills.taobao_scripts import BARS, PLAIN, WITH_SHOP
from keepproof.readers.bills.wechat import WECHAT

# The first that fits is taken: the one with more columns before the one with fewer.
LAYOUTS: tuple[Layout, ...] = (
    WEB,
    APP_2022,
    APP_2023,
    WECHAT,
    JD,
    MEITUAN,
    BARS,
    WITH_SHOP,
    PLAIN,
    TAOBAO_EXPORT,
    AMAZON,
)
FEWEST_COLUMNS = 4


def read_bill(path: Path, untrusted_name: str) -> Bill | None:
    """Read a bill or an order export; None where the file is neither.

    KnownError bills.too_large, bills.too_many_rows, bills.too_wide or bills.unreadable; a row that cannot be
    used is named in `problems`.
    """
    try:
        head = table.open_head(path, untrusted_name)
        chosen = _choose(head)
        if chosen is None:
            return None
        layout, columns, sheet, line = chosen
        source = head if head.sheets else table.open_whole(path, untrusted_name)
    except OSError as error:
        raise KnownError("bills.unreadable", name=untrusted_name) from error
    rows = source.rows(sheet, layout.separator, line, quoted=layout.quoted)
    return layout.read(rows, columns)


def _choose(head: table.Source) -> tuple[Layout, Columns, int, int] | None:
    for sheet, separator, rows in head.heads():
        for row in rows:
            columns = Columns.of(row)
            if len(columns.places) < FEWEST_COLUMNS:
                continue
            for layout in LAYOUTS:
                if separator in {"", layout.separator} and layout.fits(columns):
                    return layout, columns, sheet, row.line
    return None
