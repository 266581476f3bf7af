"""The merchants, remembered once per platform and name."""

# ruff: noqa: S608  (only the column lists of this file go into statements, every value is bound)

from __future__ import annotations

from keepproof.domain.order import Merchant
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.values import Row, shown

_COLUMNS = "id, platform, name, registered_name, credit_code, address, phone, note"


class Merchants:
    """Add, change and find merchants."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def all(self) -> list[Merchant]:
        """List all merchants, the first remembered first."""
        return [_merchant(row) for row in self._select("ORDER BY seq")]

    def get(self, id: str) -> Merchant:
        """Return one merchant; KnownError library.not_found."""
        rows = self._select("WHERE id = ?", id)
        if not rows:
            raise KnownError("library.not_found", what="merchant", id=id)
        return _merchant(rows[0])

    def find(self, platform: str, name: str) -> Merchant | None:
        """Find a merchant by platform and exact name."""
        rows = self._select("WHERE platform = ? AND name = ?", platform, name)
        return _merchant(rows[0]) if rows else None

    def add(self, merchant: Merchant) -> Merchant:
        """Remember a merchant and return it; where platform and name are known, the known one."""
        known = self.find(merchant.platform, merchant.name)
        if known is not None:
            return known
        self._catalog.run(
            f"INSERT INTO merchants ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _values(merchant)
        )
        return merchant

    def replace(self, merchant: Merchant) -> None:
        """Change what is known of a merchant; KnownError library.merchant_exists when the new name is taken."""
        other = self.find(merchant.platform, merchant.name)
        if other is not None and other.id != merchant.id:
            raise KnownError("library.merchant_exists", name=merchant.name)
        id, *rest = _values(merchant)
        changed = self._catalog.run(
            "UPDATE merchants SET platform = ?, name = ?, registered_name = ?, credit_code = ?, "
            "address = ?, phone = ?, note = ? WHERE id = ?",
            (*rest, id),
        )
        if not changed:
            raise KnownError("library.not_found", what="merchant", id=merchant.id)

    def _select(self, clause: str, *values: str) -> list[Row]:
        return self._catalog.rows(f"SELECT {_COLUMNS} FROM merchants {clause}", values)


def _merchant(row: Row) -> Merchant:
    id, platform, *words = row
    return Merchant(id, platform, *map(shown, words))


def _values(one: Merchant) -> tuple[str, ...]:
    return (
        one.id,
        one.platform,
        one.name,
        one.registered_name,
        one.credit_code,
        one.address,
        one.phone,
        one.note,
    )
