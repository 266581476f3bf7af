"""The words for how disputes end, and for their figures."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from keepproof.domain.money import Money
from keepproof.services.overview import Month


def outcomes() -> tuple[tuple[str, str], ...]:
    """List how a dispute can end, as id and words."""
    return (
        ("solved", QCoreApplication.translate("Outcome", "Solved as I asked")),
        ("partly", QCoreApplication.translate("Outcome", "Solved in part")),
        ("unsolved", QCoreApplication.translate("Outcome", "Not solved")),
        ("withdrawn", QCoreApplication.translate("Outcome", "I do not pursue it")),
    )


def outcome_words(outcome: str) -> str:
    """Say how a dispute ended; one that names no outcome is just closed."""
    closed = QCoreApplication.translate("Outcome", "Closed")
    return dict(outcomes()).get(outcome, closed)


def sums(amounts: Iterable[Money]) -> str:
    """Write sums of several currencies beside one another; "" without any."""
    return " + ".join(one.shown() for one in amounts)


def of_currency(amounts: Iterable[Money], currency: str) -> Money:
    """Pick the sum of one currency; nothing where there is none."""
    return next((one for one in amounts if one.currency == currency), Money(0, currency))


def month_words(month: Month) -> str:
    """Name a month in the language of the window: 2026年11月, Nov 2026."""
    day = QDate(month.first.year, month.first.month, 1)
    return QLocale().toString(day, QCoreApplication.translate("Outcome", "MMM yyyy"))


def month_mark(month: Month) -> str:
    """Name a month where there is little room."""
    day = QDate(month.first.year, month.first.month, 1)
    return QLocale().toString(day, QCoreApplication.translate("Outcome", "MMM"))
