"""A message of a chat that a dispute quotes, word for word."""

from __future__ import annotations

from dataclasses import dataclass

from keepproof.domain.chat import Role


@dataclass(frozen=True, slots=True)
class Quote:
    """One quoted message. `place` is where it stands in the file (`L45`), `said_at` its time as the file shows it.

    `stale` is not kept: it says that the words were read in a picture, and the picture is read otherwise now.
    """

    evidence_id: str
    place: str
    sender: str
    role: Role
    said_at: str
    text: str
    stale: bool = False
