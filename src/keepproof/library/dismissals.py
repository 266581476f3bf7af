"""Which contradictions of an order were looked at and left as they are."""

from __future__ import annotations

from keepproof.domain.contradiction import Dismissal
from keepproof.library.catalog import Catalog
from keepproof.library.values import shown, stored


class Dismissals:
    """Note and forget dismissals, by order."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def of_order(self, order_id: str) -> frozenset[Dismissal]:
        """List what was dismissed in an order."""
        rows = self._catalog.rows(
            "SELECT field, here, there FROM dismissals WHERE order_id = ?", (order_id,)
        )
        return frozenset(Dismissal(field, shown(here), shown(there)) for field, here, there in rows)

    def add(self, order_id: str, one: Dismissal) -> None:
        """Note a dismissal; noting it twice is the same."""
        self._catalog.run(
            "INSERT OR IGNORE INTO dismissals (order_id, field, here, there) VALUES (?, ?, ?, ?)",
            (order_id, one.field, stored(one.here), stored(one.there)),
        )

    def drop(self, order_id: str, one: Dismissal) -> None:
        """Forget a dismissal."""
        self._catalog.run(
            "DELETE FROM dismissals WHERE order_id = ? AND field = ? AND here = ? AND there = ?",
            (order_id, one.field, stored(one.here), stored(one.there)),
        )
