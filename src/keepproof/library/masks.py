"""Which private items the user wants hidden or shown."""

from __future__ import annotations

from keepproof.domain.dispute import MaskChoice
from keepproof.library.catalog import Catalog
from keepproof.library.values import shown


class Masks:
    """Keep and forget choices; an item without one is treated as the channel needs it."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def of_dispute(self, dispute_id: str) -> list[MaskChoice]:
        """List the choices made in a dispute."""
        rows = self._catalog.rows(
            "SELECT dispute_id, channel, item, masked FROM masks WHERE dispute_id = ? "
            "ORDER BY channel, item",
            (dispute_id,),
        )
        return [
            MaskChoice(dispute, channel, shown(item), bool(on))
            for dispute, channel, item, on in rows
        ]

    def get(self, dispute_id: str, channel: str, item: str) -> MaskChoice | None:
        """Return the choice made for one item, if there is one."""
        known = self.of_dispute(dispute_id)
        return next((one for one in known if (one.channel, one.item) == (channel, item)), None)

    def put(self, choice: MaskChoice) -> None:
        """Keep a choice in place of an earlier one."""
        self._catalog.run(
            "INSERT INTO masks (dispute_id, channel, item, masked) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET masked = excluded.masked",
            (choice.dispute_id, choice.channel, choice.item, int(choice.masked)),
        )

    def drop(self, dispute_id: str, channel: str, item: str) -> None:
        """Forget a choice."""
        self._catalog.run(
            "DELETE FROM masks WHERE dispute_id = ? AND channel = ? AND item = ?",
            (dispute_id, channel, item),
        )
