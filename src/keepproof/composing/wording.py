"""Sentences from templates: sandboxed, strict, compiled once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from keepproof import assets

ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, cache_size=0)  # noqa: S701 - the text is plain, not HTML


def render(template: str, values: Mapping[str, object]) -> str:
    """Fill a template; values are data, never templates themselves."""
    return _compiled(template).render(values)


def frame(lang: str, name: str, **values: object) -> str:
    """Fill one of the frame sentences of a language."""
    return render(frames(lang)[name], values)


@cache
def frames(lang: str) -> Mapping[str, str]:
    """Read the frame sentences of a language."""
    return tomllib.loads(assets.text("templates", f"{lang}.toml"))


@cache
def _compiled(template: str) -> Template:
    return ENVIRONMENT.from_string(template)
