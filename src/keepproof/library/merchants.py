"""The merchants, remembered once per platform and name."""

# ruff: noqa: S608  (only the column lists of this file go into statements, every value is bound)

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from keepproof.domain.order import Merchant
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.values import Row, iso, moment, shown

_COLUMNS = "id, platform, name, registered_name, credit_code, address, phone, note, return_policy"


class Merchants:
    """Add, change and find merchants."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def all(self) -> list[Merchant]:
        """List all merchants, the first remembered first."""
        return self._select("ORDER BY seq")

    def get(self, id: str) -> Merchant:
        """Return one merchant; KnownError library.not_found."""
        found = self._select("WHERE id = ?", id)
        if not found:
            raise KnownError("library.not_found", what="merchant", id=id)
        return found[0]

    def find(self, platform: str, name: str) -> Merchant | None:
        """Find a merchant by platform and exact name."""
        found = self._select("WHERE platform = ? AND name = ?", platform, name)
        return found[0] if found else None

    def add(self, merchant: Merchant) -> Merchant:
        """Remember a merchant and return it; where platform and name are known, the known one."""
        known = self.find(merchant.platform, merchant.name)
        if known is not None:
            return known
        with self._catalog.transaction():
            self._catalog.run(
                f"INSERT INTO merchants ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _values(merchant),
            )
            self._put_checks(merchant)
        return merchant

    def replace(self, merchant: Merchant) -> None:
        """Change what is known of a merchant; KnownError library.merchant_exists when the new name is taken."""
        other = self.find(merchant.platform, merchant.name)
        if other is not None and other.id != merchant.id:
            raise KnownError("library.merchant_exists", name=merchant.name)
        id, *rest = _values(merchant)
        with self._catalog.transaction():
            changed = self._catalog.run(
                "UPDATE merchants SET platform = ?, name = ?, registered_name = ?, "
                "credit_code = ?, address = ?, phone = ?, note = ?, return_policy = ? "
                "WHERE id = ?",
                (*rest, id),
            )
            if not changed:
                raise KnownError("library.not_found", what="merchant", id=merchant.id)
            self._put_checks(merchant)

    def forget(self, id: str) -> bool:
        """Forget a merchant nothing was ever bought from; False when it is in use and stays."""
        used = self._catalog.row(
            "SELECT 1 FROM orders WHERE merchant_id = ?1 "
            "UNION ALL SELECT 1 FROM chat_roles WHERE merchant_id = ?1",
            (id,),
        )
        if used is not None:
            return False
        with self._catalog.transaction():
            self._catalog.run("DELETE FROM merchant_checks WHERE merchant_id = ?", (id,))
            self._catalog.run("DELETE FROM merchants WHERE id = ?", (id,))
        return True

    def _put_checks(self, merchant: Merchant) -> None:
        self._catalog.run("DELETE FROM merchant_checks WHERE merchant_id = ?", (merchant.id,))
        self._catalog.many(
            "INSERT INTO merchant_checks (merchant_id, item, at) VALUES (?, ?, ?)",
            [(merchant.id, item, iso(at)) for item, at in merchant.checks.items()],
        )

    def _select(self, clause: str, *values: str) -> list[Merchant]:
        rows = self._catalog.rows(f"SELECT {_COLUMNS} FROM merchants {clause}", values)
        ids = f"SELECT id FROM merchants {clause}"
        checks: dict[str, dict[str, datetime]] = {}
        for merchant, item, at in self._catalog.rows(
            "SELECT merchant_id, item, at FROM merchant_checks "
            f"WHERE merchant_id IN ({ids}) ORDER BY item",
            values,
        ):
            checks.setdefault(merchant, {})[item] = moment(at)
        return [_merchant(row, checks.get(row[0], {})) for row in rows]


def _merchant(row: Row, checks: Mapping[str, datetime]) -> Merchant:
    id, platform, *words = row
    name, registered, code, address, phone, note, policy = map(shown, words)
    return Merchant(id, platform, name, registered, code, address, phone, note, policy, checks)


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
        one.return_policy,
    )
