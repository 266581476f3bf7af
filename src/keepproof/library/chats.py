"""Who speaks in the chats with a merchant, and which messages a dispute quotes."""

from __future__ import annotations

from collections.abc import Sequence

from keepproof.domain.chat import Role
from keepproof.domain.quote import Quote
from keepproof.library.catalog import Catalog
from keepproof.library.values import damaged, shown

_QUOTE = "evidence_id, place, sender, role, said_at, text"


class Chats:
    """Remember roles per merchant and quotes per dispute."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def roles(self, merchant_id: str) -> dict[str, Role]:
        """Map each sender of a merchant's chats to the role the user gave."""
        rows = self._catalog.rows(
            "SELECT sender, role FROM chat_roles WHERE merchant_id = ?", (merchant_id,)
        )
        return {shown(sender): _role(role) for sender, role in rows}

    def set_role(self, merchant_id: str, sender: str, role: Role | None) -> None:
        """Remember who a sender is; None goes back to the guess."""
        if role is None:
            self._catalog.run(
                "DELETE FROM chat_roles WHERE merchant_id = ? AND sender = ?",
                (merchant_id, sender),
            )
            return
        self._catalog.run(
            "INSERT INTO chat_roles (merchant_id, sender, role) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET role = excluded.role",
            (merchant_id, sender, role.value),
        )

    def quotes(self, dispute_id: str) -> list[Quote]:
        """List what a dispute quotes, in the order it was chosen."""
        rows = self._catalog.rows(
            f"SELECT {_QUOTE} FROM quotes WHERE dispute_id = ? ORDER BY position",  # noqa: S608 - names of this file
            (dispute_id,),
        )
        return [
            Quote(evidence, place, shown(sender), _role(role), said_at, shown(text))
            for evidence, place, sender, role, said_at, text in rows
        ]

    def put_quotes(self, dispute_id: str, quotes: Sequence[Quote]) -> None:
        """Quote these messages in a dispute, in place of all it quoted before."""
        with self._catalog.transaction():
            self._catalog.run("DELETE FROM quotes WHERE dispute_id = ?", (dispute_id,))
            self._catalog.many(
                f"INSERT INTO quotes (dispute_id, {_QUOTE}, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - as above
                [
                    (
                        dispute_id,
                        one.evidence_id,
                        one.place,
                        one.sender,
                        one.role.value,
                        one.said_at,
                        one.text,
                        position,
                    )
                    for position, one in enumerate(quotes)
                ],
            )


def _role(value: str) -> Role:
    try:
        return Role(value)
    except ValueError as error:
        raise damaged(value) from error
