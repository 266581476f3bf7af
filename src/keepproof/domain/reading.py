"""What was read in kept bytes: text, and where each line of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of text and its place.

    `box` is left, top, right, bottom in pixels of the upright picture, None where the source is no picture; `page`
    counts from 0. `score` is how sure the recognition is, 0 to 1; text that is simply there has 1.
    """

    text: str
    box: tuple[int, int, int, int] | None = None
    page: int = 0
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader found in the bytes with this hash; derived, may be made again at any time.

    `source` is how it was read: text, document, mail, page, picture, recording or none (nothing to read). `kind` is
    the kind of screenshot or paper where it shows one (order, listing, chat, refund, track, bill), else "".
    `engine` and `version` name the reader, so that a better one reads again. `problem` is a message code, "" when all
    was read. `facts` holds what else was found, by name.
    """

    sha256: str
    source: str
    text: str = ""
    lines: tuple[ReadLine, ...] = ()
    kind: str = ""
    engine: str = ""
    version: int = 1
    at: datetime | None = None
    problem: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
