"""Read profiles: ours, and what the user says otherwise; a file of hers that is wrong is told and left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from keepproof.domain.claim import EVENT_KINDS
from keepproof.domain.order import MOMENTS
from keepproof.errors import KnownError
from keepproof.knowledge.calendar import DayFile
from keepproof.knowledge.fact import Fact, FactFile, read_facts
from keepproof.knowledge.official_number import OfficialNumber, read_numbers
from keepproof.knowledge.platform import Platform
from keepproof.knowledge.profile import DeadlineRule, Profile
from keepproof.knowledge.reading import convert, parsed, read, written

T = TypeVar("T")
Raw = dict[str, Any]
KEYS = {"deadlines": "id", "routing": "kind"}
DATED = ("overrides", "ladder", "seasons", "facts")
EXPECTED = "expected"  # the latest day of delivery the page announces; known from the page alone


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """The shape of a file of parties/."""

    profiles: tuple[Profile, ...]


class Profiles:
    """All platforms, parties and figures as they stand now, each read once; `own` is the folder with the user's files."""

    def __init__(self, folder: Path, own: Path | None) -> None:
        """Take both folders without reading anything yet."""
        self._folder = folder
        self._own = own
        self._platforms: dict[str, Platform] = {}
        self._parties: list[Profile] = []
        self.problems: list[KnownError] = []

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Read the figures, the user's in place of ours."""
        ours = read_facts(self._folder / "facts.toml")
        none: dict[str, Fact] = {}
        return ours | self._users("facts.toml", _own_facts, none)

    @cached_property
    def days(self) -> DayFile:
        """Read the days that the calendar does not have, ours and the user's."""
        ours = read(self._folder / "calendar.toml", DayFile)
        users = self._users("calendar.toml", lambda file: read(file, DayFile), DayFile())
        return DayFile(ours.whole_years + users.whole_years, ours.days + users.days)

    @cached_property
    def numbers(self) -> tuple[OfficialNumber, ...]:
        """Read the phone numbers the user copied from platforms' pages."""
        try:
            return read_numbers(self._own) if self._own is not None else ()
        except KnownError as error:
            self.problems.append(error)
            return ()

    def parties(self, channels: Collection[str]) -> list[Profile]:
        """Give authorities, payment services and couriers; read once."""
        self._parties = self._parties or self._read_parties(channels)
        return self._parties

    def platform(self, id: str, channels: Collection[str]) -> Platform:
        """Give one platform; read once."""
        found = self._platforms.get(id)
        if found is None:
            found = self._platforms[id] = self._read_platform(id, self.facts, channels)
        return found

    def _read_parties(self, channels: Collection[str]) -> list[Profile]:
        found: list[Profile] = []
        for name in ("authorities", "payments", "couriers"):
            file = self._folder / "parties" / f"{name}.toml"
            profiles = read(file, ProfileFile).profiles
            for one in profiles:
                _known(one.channels, channels, file.name)
                _check_deadlines(one.deadlines, self.facts, file.name, written(file))
            found.extend(profiles)
        return found

    def _read_platform(
        self, id: str, facts: Mapping[str, Fact], channels: Collection[str]
    ) -> Platform:
        """Read one platform; the user's file adds to ours or comes in place of it, entry by entry."""
        file = self._folder / "platforms" / f"{id}.toml"
        raw = parsed(written(file), file.name)
        ours = _platform(raw, file.name, written(file), facts, channels)

        def merged(own: Path) -> Platform:
            text = written(own)
            mine = parsed(text, own.name)
            _alone(mine, raw, own.name, text)
            name = f"{own.parent.name}/{own.name}"
            return _platform(_merged(raw, _as_users(mine)), name, text, facts, channels)

        return self._users(f"platforms/{id}.toml", merged, ours)

    def _users(self, name: str, reader: Callable[[Path], T], otherwise: T) -> T:
        """Read a file of the user; a wrong one is remembered in `problems` and ours is used."""
        file = self._own / name if self._own is not None else None
        if file is None or not file.is_file():
            return otherwise
        try:
            return reader(file)
        except KnownError as error:
            detail = error.data.get("detail", "")
            self.problems.append(KnownError("knowledge.own_invalid", name=str(file), detail=detail))
            return otherwise


def _own_facts(file: Path) -> dict[str, Fact]:
    text = written(file)
    raw = _as_users(parsed(text, file.name))
    return {one.id: one for one in convert(raw, FactFile, file.name, text).facts}


def _as_users(raw: Raw) -> Raw:
    """Mark what the user says as hers, whatever her file claims."""
    return {key: _marked(value) if key in DATED else value for key, value in raw.items()}


def _marked(value: object) -> object:
    """Mark each entry of a list; what is no list or no entry is left for the check that comes after."""
    if not isinstance(value, list):
        return value
    return [{**one, "status": "user"} if isinstance(one, dict) else one for one in value]


def _alone(mine: Raw, ours: Raw, name: str, text: str) -> None:
    """Look at the user's entries by themselves, so that the error names her line and not ours."""
    lists: Raw = {key: [] for key in ("overrides", "routing", "ladder", "deadlines", "seasons")}
    convert({**ours, **lists, **_as_users(mine)}, Platform, name, text)


def _merged(ours: Raw, mine: Raw) -> Raw:
    """Put the user's values over ours: lists with a key entry by entry, other values whole.

    Of a channel, what she says nothing about stays ours: her entry comes after ours.
    """
    merged = {**ours, **mine, "id": ours["id"]}
    merged["overrides"] = [*ours.get("overrides", []), *mine.get("overrides", [])]
    for name, key in KEYS.items():
        if name in mine:
            replaced = {one.get(key) for one in mine[name]}
            kept = [one for one in ours.get(name, []) if one.get(key) not in replaced]
            merged[name] = [*mine[name], *kept]
    return merged


def _platform(
    raw: Raw, name: str, text: str, facts: Mapping[str, Fact], channels: Collection[str]
) -> Platform:
    platform = convert(raw, Platform, name, text)
    named = [one.channel for one in platform.overrides]
    named += [one.channel for one in platform.ladder]
    named += [id for one in platform.routing for id in one.channels]
    _known((*platform.channels, *named), channels, name, text)
    _check_deadlines(platform.deadlines, facts, name, text)
    cap = platform.compensation_cap
    sums = [one.fact for one in platform.compensations]
    sums += [cap.usual, cap.raised] if cap is not None else []
    for one in sums:
        if one not in facts:
            raise _wrong(name, text, f"unknown fact {one}", f'"{one}"')
    return platform


def _known(named: Collection[str], channels: Collection[str], name: str, text: str = "") -> None:
    for one in named:
        if one not in channels:
            raise _wrong(name, text, f"unknown channel {one}", f'"{one}"')


def _check_deadlines(
    rules: Collection[DeadlineRule], facts: Mapping[str, Fact], name: str, text: str
) -> None:
    """Refuse a deadline with a figure nobody knows, or one that begins or ends with an unknown event."""
    events = {*MOMENTS, *EVENT_KINDS, EXPECTED}
    for rule in rules:
        if rule.fact not in facts:
            raise _wrong(name, text, f"{rule.id}: unknown fact {rule.fact}", f'"{rule.fact}"')
        for one in (*rule.anchor, *rule.until):
            if one not in events and not one.startswith("sent_"):
                raise _wrong(name, text, f"{rule.id}: unknown event {one}", f'"{one}"')


def _wrong(name: str, text: str, detail: str, words: str) -> KnownError:
    lines = text.splitlines()
    at = next((number for number, line in enumerate(lines, 1) if words in line), 0)
    place = f" (at line {at})" if at else ""
    return KnownError("knowledge.invalid", name=name, detail=detail + place)
