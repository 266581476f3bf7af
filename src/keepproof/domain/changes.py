"""What a service changed, so that each view can decide whether to look again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids touched, by kind of thing.

    `platforms` are those whose profile now says otherwise; `readings` are evidence in which words were read, itself
    unchanged.
    """

    orders: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    disputes: frozenset[str] = frozenset()
    merchants: frozenset[str] = frozenset()
    platforms: frozenset[str] = frozenset()
    readings: frozenset[str] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.orders | other.orders,
            self.evidence | other.evidence,
            self.disputes | other.disputes,
            self.merchants | other.merchants,
            self.platforms | other.platforms,
            self.readings | other.readings,
        )

    def __bool__(self) -> bool:
        return self.things or bool(self.readings)

    @property
    def things(self) -> bool:
        """Say whether anything changed but words read in evidence, on which no list or next step rests."""
        kinds = (self.orders, self.evidence, self.disputes, self.merchants, self.platforms)
        return any(kinds)
