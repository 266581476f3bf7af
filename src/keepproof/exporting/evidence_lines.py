"""Pieces of evidence as they stand on a list for others: words only, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from keepproof import messages
from keepproof.domain.evidence import number_label


@dataclass(frozen=True, slots=True)
class TimeWords:
    """One of the four times: which (event, content, file, imported), the moment and its source, "" when unknown."""

    which: str
    at: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One piece of evidence on a list.

    `number` None: in no order. `times` holds all four; `state` says how it stands since import, `broken`
    whether that is not as it should be.
    """

    number: int | None
    name: str
    kind: str
    file_name: str
    source: str
    proves: str
    times: tuple[TimeWords, ...]
    pages: str
    size: int
    sha256: str
    state: str
    broken: bool = False


def numbered(line: EvidenceLine, lang: str) -> str:
    """Write the number as it stands in a complaint."""
    return "—" if line.number is None else number_label(line.number, lang)


def time_lines(line: EvidenceLine, lang: str, *, unknown: bool) -> str:
    """Write the times one below the other, those not known only when asked for."""
    said = []
    for one in line.times:
        name = messages.say(f"paper.moment.{one.which}", lang)
        data = {"name": name, "at": one.at, "source": one.source}
        if one.at:
            said.append(messages.say("paper.time.line", lang, data))
        elif unknown:
            said.append(messages.say("paper.time.line_unknown", lang, data))
    return "\n".join(said)


def broken_words(lines: tuple[EvidenceLine, ...], lang: str) -> str:
    """Name the broken pieces in one sentence; "" when there are none."""
    broken = [numbered(one, lang) for one in lines if one.broken]
    joint = "、" if lang == "zh" else ", "
    return messages.say("paper.broken", lang, {"numbers": joint.join(broken)}) if broken else ""
