"""A hole between screenshots of one chat."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShotGap:
    """Two neighbouring screenshots of a chat, by number, without one line that stands in both."""

    before: int
    after: int
