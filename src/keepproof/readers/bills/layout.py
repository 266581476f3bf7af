"""What every layout of a table offers, and how its columns are found by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from keepproof.domain.bill import Bill
from keepproof.readers.bills import cells
from keepproof.readers.bills.table import Row

MOST_PROBLEMS = 1000
_FOOTER = re.compile(r"-{3,}")

Names = tuple[str, ...]

_PLATFORMS = (
    ("jd", re.compile("京东|京喜")),
    ("pdd", re.compile("拼多多")),
    ("douyin", re.compile("抖音|抖店")),
    ("weixin", re.compile("微信小店|视频号小店")),
    ("amazon", re.compile("亚马逊|amazon", re.IGNORECASE)),
    ("tmall", re.compile("天猫")),
    ("taobao", re.compile("淘宝")),
)
_TMALL_SHOP = re.compile("旗舰店|专卖店|专营店|天猫")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table stand, by name."""

    places: Mapping[str, int]
    width: int

    @classmethod
    def of(cls, header: Row) -> Columns:
        """Read a header row; of two columns of one name the first counts."""
        places: dict[str, int] = {}
        for place, cell in enumerate(header.cells):
            places.setdefault(cells.name(cell), place)
        places.pop("", None)
        return cls(places, len(header.cells))

    def has(self, *names: str) -> bool:
        """Say whether there is a column of one of these names."""
        return any(one in self.places for one in names)

    def cell(self, row: Row, names: Names) -> str:
        """Return the first cell of these names that holds something, as it stands."""
        for one in names:
            place = self.places.get(one)
            if place is not None and place < len(row.cells) and cells.filled(row.cells[place]):
                return row.cells[place]
        return ""

    def text(self, row: Row, names: Names) -> str:
        """Return the first cell of these names that holds something, tidied."""
        return cells.filled(self.cell(row, names))


class Layout(Protocol):
    """One layout of a bill or an export."""

    @property
    def separator(self) -> str:
        """Name the separator of its text form."""

    @property
    def quoted(self) -> bool:
        """Say whether its text form uses quotation marks."""

    def fits(self, columns: Columns) -> bool:
        """Say whether a header row is this layout's."""

    def read(self, rows: Iterable[Row], columns: Columns) -> Bill:
        """Read the rows below the header."""


def is_footer(row: Row) -> bool:
    """Say whether a row is the rule that closes the table."""
    return bool(row.cells) and _FOOTER.match(cells.tidy(row.cells[0])) is not None


def platform_of(merchant: str) -> str:
    """Guess the platform from the name of who was paid; "" where it does not say."""
    return next((id for id, sign in _PLATFORMS if sign.search(merchant)), "")


def taobao_or_tmall(shop: str) -> str:
    """Tell the two apart by the name of the shop."""
    return "tmall" if _TMALL_SHOP.search(shop) else "taobao"
