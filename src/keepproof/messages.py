"""The sentences for known errors and reasons, in Chinese and English, for window and command line alike."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from keepproof import assets
from keepproof.errors import KnownError


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Read resources/messages/*.toml: code -> {zh, en}."""
    merged: dict[str, Mapping[str, str]] = {}
    for file in sorted(assets.path("messages").glob("*.toml")):
        merged.update(tomllib.loads(file.read_text("utf-8")))
    return merged


def say(code: str, lang: str, data: Mapping[str, object] | None = None) -> str:
    """Word a code: what happened and what to do; an unknown code is shown as it is."""
    entry = sentences().get(code)
    if entry is None:
        return code
    return entry[lang].format_map({key: _shown(value) for key, value in (data or {}).items()})


def explain(error: KnownError, lang: str) -> str:
    """Word a known error."""
    return say(error.code, lang, error.data)


def _shown(value: object) -> str:
    """Strip control characters, so that a hostile file name cannot act on a terminal or a label."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in str(value))
