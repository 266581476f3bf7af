"""The settings that go with a library: the data for signed texts, calls, and the user's own rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from keepproof.errors import KnownError
from keepproof.library.backups.manifest import RULES, SETTINGS, is_ours
from keepproof.settings import Settings, checked
from keepproof.whole_file import write_whole

CARRIED = (
    "complaint_language",
    "person_name",
    "person_phone",
    "person_address",
    "call_rate",
    "call_included",
    "calls",
)
MOST_BYTES = 1024**2


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What to change in the settings, and which files of rules were written."""

    settings: Mapping[str, object]
    rules: tuple[str, ...]


def pack(settings: Settings, knowledge: Path) -> dict[str, bytes]:
    """Collect what goes into a backup, by path; the look of the window and its places stay here."""
    default = Settings()
    values = {one: getattr(settings, one) for one in CARRIED}
    chosen = {name: value for name, value in values.items() if value != getattr(default, name)}
    found = {SETTINGS: json.dumps(chosen, ensure_ascii=False, indent=1).encode()}
    for file in sorted(knowledge.rglob("*.toml")):
        path = f"{RULES}{file.relative_to(knowledge).as_posix()}"
        try:
            if is_ours(path) and file.is_file() and file.stat().st_size <= MOST_BYTES:
                found[path] = file.read_bytes()
        except OSError as error:
            raise KnownError(
                "backup.rules_unreadable", name=file.name, detail=error.strerror or ""
            ) from error
    return found


def take_over(extras: Mapping[str, bytes], settings: Settings, knowledge: Path) -> TakenOver:
    """Fill what is empty here with what came with a library; nothing is overwritten.

    Writes the files of rules that are missing; the settings are for the caller to change. KnownError
    knowledge.not_written.
    """
    written = []
    for path, data in sorted(extras.items()):
        if not path.startswith(RULES) or not is_ours(path):
            continue
        name = path.removeprefix(RULES)
        file = knowledge / name
        if file.exists():
            continue
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, data)
        except OSError as error:
            raise KnownError("knowledge.not_written", name=str(file)) from error
        written.append(name)
    return TakenOver(_missing(extras.get(SETTINGS, b"{}"), settings), tuple(written))


def changed(settings: Settings, taken: TakenOver) -> Settings:
    """Give the settings with what was taken over."""
    values: dict[str, Any] = dict(taken.settings)
    return replace(settings, **values)


def _missing(data: bytes, settings: Settings) -> dict[str, object]:
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(raw, dict):
        return {}
    theirs = checked({name: raw[name] for name in CARRIED if name in raw})
    default = Settings()
    found: dict[str, object] = {}
    for name in (one.name for one in fields(Settings) if one.name in CARRIED):
        value: Any = getattr(theirs, name)
        here: Any = getattr(settings, name)
        if name == "calls":
            value = {str(key): str(words) for key, words in value.items()} | here
        elif here != getattr(default, name):
            continue
        if value != here:
            found[name] = value
    return found
