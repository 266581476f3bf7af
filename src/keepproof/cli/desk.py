"""What every command needs: the library, the rules, and the names people use for things."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from keepproof import settings
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.paths import user_paths
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.contradiction import Contradiction
    from keepproof.domain.evidence import FiledEvidence
    from keepproof.domain.order import Order
    from keepproof.library.library import Library


@dataclass
class Desk:
    """The library folder and the rules of one call."""

    folder: Path | None

    @cached_property
    def book(self) -> Book:
        """Load the rules once."""
        return Book.load()

    @cached_property
    def settings(self) -> settings.Settings:
        """Read the user's settings."""
        return settings.load(user_paths().settings)

    def contradictions(self, library: Library, order_id: str) -> tuple[Contradiction, ...]:
        """Find what the evidence of an order says otherwise than the order."""
        from keepproof.readers.sandbox import Sandbox  # noqa: PLC0415 - few commands read files
        from keepproof.services import contradictions  # noqa: PLC0415 - as above

        with Sandbox() as sandbox:
            gathered = contradictions.gather(library, order_id)
            return contradictions.Contradictions(sandbox).find(gathered, Ticket())

    @contextmanager
    def library(self, *, create: bool = True) -> Iterator[Library]:
        """Open the library named on the command line, in the settings, or the default one.

        One that was opened before is never made anew: its disk may only not be connected. Without `create` none is.
        """
        from keepproof.library.library import Library  # noqa: PLC0415 - `channels` and `--help` need no database

        chosen = Path(self.settings.library) if self.settings.library else user_paths().library
        known = self.settings.library or str(chosen) in self.settings.libraries
        create = create and (self.folder is not None or not known)
        with Library.open(self.folder or chosen, create=create) as library:
            yield library


pass_desk = click.make_pass_decorator(Desk)


def find_order(library: Library, number: str) -> Order:
    """Find an order by its number; KnownError order.unknown."""
    order = library.orders.find(number.strip())
    if order is None:
        raise KnownError("order.unknown", number=number)
    return order


def find_evidence(library: Library, name: str, order_number: str | None) -> FiledEvidence:
    """Find evidence by number within an order (E3) or by a prefix of its SHA-256."""
    if order_number is not None:
        order = find_order(library, order_number)
        filed = library.evidence.of_order(order.id)
    else:
        filed = library.evidence.all()
    wanted = name.strip()
    if wanted[:1] in "Ee" and wanted[1:].isdigit():
        found = [one for one in filed if one.number == int(wanted[1:])]
    else:
        found = [one for one in filed if wanted and one.evidence.sha256.startswith(wanted.lower())]
    if len({one.evidence.id for one in found}) > 1:
        raise KnownError("evidence.ambiguous", name=name)
    if not found:
        raise KnownError("evidence.unknown", name=name)
    return found[0]


def order_numbers(library: Library) -> dict[str, str]:
    """Map order ids to order numbers."""
    return {one.id: one.number for one in library.orders.all()}
