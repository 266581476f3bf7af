"""Words that change with a number, for orders and their evidence."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject

HOUR = 3600
DAY = 24 * HOUR
TimeUnit = Literal["days", "hours", "minutes"]


def in_unit(seconds: int) -> tuple[int, TimeUnit]:
    """Count a length of time, rounded down, in the unit that says enough."""
    if seconds >= 3 * DAY:
        return seconds // DAY, "days"
    return (seconds // HOUR, "hours") if seconds >= HOUR else (seconds // 60, "minutes")


class Counts(QObject):
    """Counted words; an object, because Qt collects plural forms from objects only."""

    def evidence(self, count: int) -> str:
        """Count pieces of evidence."""
        return self.tr("%n piece(s) of evidence", "", count)

    def missing(self, count: int) -> str:
        """Count kinds of proof that are not there."""
        return self.tr("%n missing", "", count)

    def unanswered(self, count: int) -> str:
        """Count questions that are open."""
        return self.tr("%n open", "", count)

    def answer(self, count: int) -> str:
        """Ask for answers."""
        return self.tr("Answer %n question(s)", "", count)

    def add_required(self, count: int) -> str:
        """Ask for required proof."""
        return self.tr("Add %n required piece(s) of evidence", "", count)

    def waiting_days(self, count: int) -> str:
        """Say how long an answer has been waited for."""
        return self.tr("waiting %n d", "", count)

    def waiting_hours(self, count: int) -> str:
        """Say how long an answer has been waited for."""
        return self.tr("waiting %n h", "", count)
