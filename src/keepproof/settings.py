"""The user's settings: one small JSON file, read tolerantly and written whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from keepproof.whole_file import write_whole

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "zh_CN", "en")
TEXT_SIZES = (90, 100, 115, 130, 150)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. `read_pictures` makes the text in pictures searchable, in the background. `window` holds remembered geometry and splitters, as base64 text by name.

    `person_*` are only used in full texts (12315, consumer association) and never leave the file otherwise.
    `call_rate` is the user's own tariff in yuan per minute as she typed it, `call_included` the minutes her plan
    includes each month. `calls` holds what was noted in calls that are not logged yet, as JSON by order id; `tray`
    says whether reminders also appear as messages of the system. `backup_weeks` is after how many weeks a backup is
    suggested (0: never), `backup_later` the day from which on it may be again. `libraries` are the folders opened
    before, the last one first. `watch_folder` is looked at for new screenshots, which go into the library by
    themselves only with `watch_keep`. `bundle_folder` is where the last evidence bundle was written.
    """

    language: str = "system"
    theme: str = "system"
    text_size: int = 100
    complaint_language: str = "zh"
    library: str = ""
    read_pictures: bool = True
    person_name: str = ""
    person_phone: str = ""
    person_address: str = ""
    call_rate: str = ""
    call_included: int = 0
    window: dict[str, str] = field(default_factory=dict)
    calls: dict[str, str] = field(default_factory=dict)
    tray: bool = False
    backup_folder: str = ""
    backup_weeks: int = 4
    backup_later: str = ""
    libraries: list[str] = field(default_factory=list)
    watch_folder: str = ""
    watch_keep: bool = False
    bundle_folder: str = ""


def load(path: Path) -> Settings:
    """Read settings; a missing or damaged file, or a value of the wrong type, gives the default."""
    try:
        raw = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return checked(raw) if isinstance(raw, dict) else Settings()


def checked(raw: Mapping[str, object]) -> Settings:
    """Take the values that are of the right type and known; the others are the defaults."""
    defaults = Settings()
    allowed = {
        "language": LANGUAGES,
        "theme": THEMES,
        "text_size": TEXT_SIZES,
        "complaint_language": ("zh", "en"),
    }
    good: dict[str, object] = {}
    for one in fields(Settings):
        value = raw.get(one.name)
        same_type = type(value) is type(getattr(defaults, one.name))
        if same_type and (one.name not in allowed or value in allowed[one.name]):
            good[one.name] = value
    return Settings(**good)  # type: ignore[arg-type]  # each value was checked against its field's type


def save(settings: Settings, path: Path) -> None:
    """Write settings to a temporary file beside, then replace the old one in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())
