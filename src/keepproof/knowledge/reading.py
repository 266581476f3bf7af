"""Read a knowledge file strictly into dataclasses: wrong types and unknown keys are refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from keepproof.errors import KnownError

T = TypeVar("T")


def table(file: Path) -> dict[str, Any]:
    """Read one TOML file."""
    return parsed(written(file), file.name)


def written(file: Path) -> str:
    """Read the text of one file; KnownError knowledge.missing, knowledge.invalid."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError as error:
        raise KnownError("knowledge.missing", name=file.name) from error
    except (OSError, ValueError) as error:
        raise KnownError("knowledge.invalid", name=file.name, detail=str(error)) from error


def parsed(text: str, name: str) -> dict[str, Any]:
    """Read TOML; KnownError knowledge.invalid, which names the line."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise KnownError("knowledge.invalid", name=name, detail="nested too deeply") from error
    except ValueError as error:
        raise KnownError("knowledge.invalid", name=name, detail=str(error)) from error


def read(file: Path, type_: type[T]) -> T:
    """Read a file into a dataclass; an error names file and line."""
    text = written(file)
    return convert(parsed(text, file.name), type_, file.name, text)


def convert(raw: object, type_: type[T], name: str, text: str = "") -> T:
    """Turn plain values into `type_`; `name` is the file to name when they do not fit, `text` what it says."""
    import msgspec  # noqa: PLC0415 -- the window starts without it

    try:
        built = msgspec.convert(raw, type_, strict=True)
    except msgspec.ValidationError as error:
        detail = _placed(str(error), raw, type_, text)
        raise KnownError("knowledge.invalid", name=name, detail=detail) from error
    if extra := _unknown(raw, built):
        detail = f"unknown key {extra}{_line(text, _steps(extra))}"
        raise KnownError("knowledge.invalid", name=name, detail=detail)
    return built


def _unknown(raw: object, built: object, path: str = "$") -> str:
    """Name the first key that no field took, or give "": msgspec passes them over in dataclasses."""
    parts: list[tuple[str, object, object]] = []
    if is_dataclass(built) and isinstance(raw, Mapping):
        names = {one.name for one in fields(built)}
        if extra := sorted(raw.keys() - names):
            return f"{path}.{extra[0]}"
        parts = [(f".{key}", value, getattr(built, key)) for key, value in raw.items()]
    elif isinstance(built, Mapping) and isinstance(raw, Mapping):
        parts = [(f".{key}", value, built[key]) for key, value in raw.items()]
    elif isinstance(built, list | tuple) and isinstance(raw, list | tuple):
        pairs = zip(raw, built, strict=True)
        parts = [(f"[{index}]", value, into) for index, (value, into) in enumerate(pairs)]
    found = (_unknown(value, into, path + key) for key, value, into in parts)
    return next((one for one in found if one), "")


def _placed(detail: str, raw: object, type_: type[Any], text: str) -> str:
    """Say in which line the value stands that does not fit: msgspec names keys, but not which entry."""
    if not text or not isinstance(raw, Mapping):
        return detail
    found = re.search(r"`(\$[^`]*)`$", detail)
    if not found:
        missing = re.search(r"missing required field `(\w+)`$", detail)
        return f"{detail} (at line 1)" if missing else detail
    steps = _steps(found[1])
    if len(steps) > 1 and steps[1] == "...":
        steps[1] = _entry(raw, type_, str(steps[0]))
    return detail + _line(text, steps)


def _steps(path: str) -> list[str]:
    """Split $.deadlines[3].unit into deadlines, 3, unit."""
    return re.findall(r"[\w-]+|\.\.\.(?=\])", path.removeprefix("$"))


def _entry(raw: Mapping[str, Any], type_: type[Any], key: str) -> str:
    """Find which entry of a list does not fit, by trying them one at a time."""
    import msgspec  # noqa: PLC0415 -- see convert

    for index, entry in enumerate(raw[key]):
        try:
            msgspec.convert({**raw, key: [entry]}, type_, strict=True)
        except msgspec.ValidationError as error:
            if f"$.{key}" in str(error):
                return str(index)
    return "0"


def _line(text: str, steps: list[str]) -> str:
    """Give the line in which the last of these keys is set, as " (at line N)", or ""."""
    if not text or not steps:
        return ""
    lines = text.splitlines()
    first, last = 0, len(lines)
    if len(steps) > 1 and steps[1].isdigit():
        heads = [at for at, one in enumerate(lines) if one.strip() == f"[[{steps[0]}]]"]
        wanted = int(steps[1])
        if wanted < len(heads):
            first = heads[wanted]
            last = heads[wanted + 1] if wanted + 1 < len(heads) else len(lines)
    keys = [one for one in steps if not one.isdigit() and one != "..."]
    for key in reversed(keys):
        pattern = re.compile(rf"(?:^|[\s{{,.\[]){re.escape(key)}(?:\s*=|[.\]])")
        for at in range(first, last):
            if pattern.search(lines[at]):
                return f" (at line {at + 1})"
    return f" (at line {first + 1})"
