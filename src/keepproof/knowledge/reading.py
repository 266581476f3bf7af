"""Read a knowledge file strictly into dataclasses: wrong types and unknown keys are refused."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from keepproof.errors import KnownError

T = TypeVar("T")


def table(file: Path) -> dict[str, Any]:
    """Read one TOML file."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise KnownError("knowledge.missing", name=file.name) from error
    except (OSError, ValueError) as error:
        raise KnownError("knowledge.invalid", name=file.name, detail=str(error)) from error


def convert(raw: object, type_: type[T], name: str) -> T:
    """Turn plain values into `type_`; `name` is the file to name when they do not fit."""
    import msgspec  # noqa: PLC0415 -- the window starts without it

    try:
        built = msgspec.convert(raw, type_, strict=True)
    except msgspec.ValidationError as error:
        raise KnownError("knowledge.invalid", name=name, detail=str(error)) from error
    if extra := _unknown(raw, built):
        raise KnownError("knowledge.invalid", name=name, detail=f"unknown key {extra}")
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
