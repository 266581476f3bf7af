"""What the user ticked off of the advice for an order."""

from __future__ import annotations

from datetime import datetime

from keepproof.library.catalog import Catalog
from keepproof.library.values import iso, moment


class Ticks:
    """Keep and find what was ticked off."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def of_order(self, order_id: str) -> dict[str, datetime]:
        """Say what was ticked off for an order, and when."""
        rows = self._catalog.rows("SELECT prompt, at FROM ticks WHERE order_id = ?", (order_id,))
        return {prompt: moment(at) for prompt, at in rows}

    def put(self, order_id: str, prompt: str, at: datetime) -> None:
        """Tick something off; once more changes nothing."""
        self._catalog.run(
            "INSERT INTO ticks (order_id, prompt, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (order_id, prompt, iso(at)),
        )

    def drop(self, order_id: str, prompt: str) -> None:
        """Take a tick back."""
        self._catalog.run("DELETE FROM ticks WHERE order_id = ? AND prompt = ?", (order_id, prompt))
