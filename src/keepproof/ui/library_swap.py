"""A restored library that takes the place of the open one: done while none is open, told once it is open again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof.errors import KnownError
from keepproof.services import restore

if TYPE_CHECKING:
    from keepproof.library.backups.restoring import Unpacked
    from keepproof.services.restore import OpenedBackup, Place, Restored


@dataclass(slots=True)
class LibrarySwap:
    """What is to be put where; afterwards either `done` or `error` says what became of it."""

    opened: OpenedBackup
    unpacked: Unpacked
    place: Place
    at: datetime
    done: Restored | None = None
    error: KnownError | None = None

    def run(self) -> None:
        """Put it there; what goes wrong leaves the library as it was, to be opened again."""
        try:
            self.done = restore.put_in_place(
                self.opened, self.unpacked, self.place.folder, self.at, replace=True
            )
        except KnownError as error:
            self.error = error
