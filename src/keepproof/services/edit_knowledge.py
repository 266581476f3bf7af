"""Keep what the user saw on a platform's page apart from what the program ships, and give ours back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keepproof.domain.complaint import Limits
from keepproof.errors import KnownError
from keepproof.knowledge.official_number import FILE, OfficialNumber, read_numbers
from keepproof.whole_file import write_whole

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


@dataclass(frozen=True, slots=True)
class SeenChannel:
    """What the user saw of a channel; None leaves ours. `place` says where she saw it, `on` when."""

    place: str
    on: date
    path: str | None = None
    hours: str | None = None
    note: str | None = None
    limits: Limits | None = None


def change_channel(folder: Path, platform: str, channel: str, seen: SeenChannel) -> None:
    """Write what was seen of a channel into the user's file of a platform, whole or not at all.

    Other entries and the user's own comments stay. KnownErrors: knowledge.own_invalid where her file cannot be read,
    knowledge.not_written.
    """
    file = folder / "platforms" / f"{platform}.toml"
    document = _read(file)
    others = [one for one in document.get("overrides", []) if one.get("channel") != channel]
    _put_overrides(document, [*others, _entry(channel, seen)])
    _write(file, document)


def reset_channel(folder: Path, platform: str, channel: str) -> bool:
    """Take the user's entry of a channel out of her file; say whether there was one."""
    file = folder / "platforms" / f"{platform}.toml"
    document = _read(file)
    known = list(document.get("overrides", []))
    others = [one for one in known if one.get("channel") != channel]
    if len(others) == len(known):
        return False
    _put_overrides(document, others)
    _write(file, document)
    return True


def put_number(folder: Path, number: OfficialNumber) -> None:
    """Keep a number, in place of what was kept of the same number on the same platform."""
    same = (number.number, number.platform)
    kept = [one for one in read_numbers(folder) if (one.number, one.platform) != same]
    _write_numbers(folder, [*kept, number])


def drop_number(folder: Path, number: OfficialNumber) -> None:
    """Forget a number."""
    _write_numbers(folder, [one for one in read_numbers(folder) if one != number])


def _entry(channel: str, seen: SeenChannel) -> dict[str, Any]:
    texts = {"path": seen.path, "hours": seen.hours, "note": seen.note}
    entry: dict[str, Any] = {"channel": channel}
    # Her words stand for both languages: nobody translates them.
    entry |= {name: {"zh": one, "en": one} for name, one in texts.items() if one is not None}
    if seen.limits is not None:
        known = asdict(seen.limits)
        entry["limits"] = {name: one for name, one in known.items() if one not in {None, ()}}
    return entry | {"source": seen.place, "as_of": seen.on.isoformat()}


def _put_overrides(document: TOMLDocument, entries: Sequence[Any]) -> None:
    import tomlkit  # noqa: PLC0415 - needed only where something is written

    document.pop("overrides", None)
    if not entries:
        return
    array = tomlkit.aot()
    for one in entries:
        table = tomlkit.table()
        for key, value in one.items():
            table[key] = tomlkit.inline_table() if isinstance(value, dict) else value
            if isinstance(value, dict):
                table[key].update(value)
        array.append(table)
    document["overrides"] = array


def _write_numbers(folder: Path, numbers: Sequence[OfficialNumber]) -> None:
    import tomlkit  # noqa: PLC0415 - needed only where something is written

    document = tomlkit.document()
    array = tomlkit.aot()
    for one in numbers:
        table = tomlkit.table()
        for name in ("number", "platform", "topic", "place", "copied_on"):
            table[name] = getattr(one, name)
        array.append(table)
    document["numbers"] = array
    _write(folder / FILE, document)


def _read(file: Path) -> TOMLDocument:
    import tomlkit  # noqa: PLC0415 - needed only where something is written
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - see above

    try:
        text = file.read_text("utf-8") if file.is_file() else ""
        return tomlkit.parse(text)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise KnownError("knowledge.own_invalid", name=str(file), detail=str(error)) from error


def _write(file: Path, document: TOMLDocument) -> None:
    import tomlkit  # noqa: PLC0415 - needed only where something is written

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, tomlkit.dumps(document).encode())
    except OSError as error:
        raise KnownError("knowledge.not_written", name=str(file)) from error
