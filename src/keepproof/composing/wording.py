"""The templates: frame sentences of each size and language, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from keepproof import assets
from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.book import Book
from keepproof.knowledge.text import KindText

_QUOTED = re.compile(r"[“\"]\s*\{\{\s*(\w+)")
_SELLER = re.compile(r"\b(?:[Tt]he (?:seller|shop)|[Ss]eller)\b")
_NO_AMOUNT = {
    "zh": ((r"[，,]?\s*合计 \{\{ amount \}\}", ""), (r"将 \{\{ amount \}\}", "将款项"), (r"\s*\{\{ amount \}\}", "")),
    "en": (
        (r", \{\{ amount \}\} in all", ""),
        (r" of \{\{ amount \}\}", ""),
        (r"(the|remaining) \{\{ amount \}\}", r"\1 amount"),
        (r"\{\{ amount \}\}", "the amount"),
    ),
}  # fmt: skip


@cache
def _environment() -> SandboxedEnvironment:
    # Plain text, never shown as markup: escaping would put &quot; into a letter.
    made = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    made.filters["capital"] = capital
    made.filters["led"] = led
    return made


@lru_cache(maxsize=8192)
def _template(source: str) -> Template:
    return _environment().from_string(source)


def render(source: str, values: Mapping[str, object]) -> str:
    """Fill a template."""
    return _template(source).render(values)


@cache
def frames(lang: str, name: str) -> Mapping[str, Any]:
    """Read the frame sentences of one size ("short" serves tiny too) or the words used in all."""
    return tomllib.loads(assets.text("templates", lang, f"{name}.toml"))


def frame(lang: str, size: str, key: str, **values: object) -> str:
    """Fill one frame sentence of a size."""
    return render(frames(lang, "short" if size == "tiny" else size)[key], values)


def common(lang: str, table: str, key: str, **values: object) -> str:
    """Fill one of the words used in every size."""
    return render(frames(lang, "common")[table][key], values)


@cache
def kind_text(kind: EvidenceKind) -> KindText:
    """Give the words for a kind of evidence."""
    return _book().kind(kind)


@cache
def _book() -> Book:
    return Book.load()


@lru_cache(maxsize=4096)
def quoted_names(source: str) -> frozenset[str]:
    """List the values a template puts between quotes."""
    return frozenset(_QUOTED.findall(source))


@lru_cache(maxsize=4096)
def without_amount(source: str, lang: str) -> str:
    """Take the amount out of a demand, so that it reads well when none is known."""
    for pattern, instead in _NO_AMOUNT[lang]:
        source = re.sub(pattern, instead, source)
    return source


@lru_cache(maxsize=8192)
def voiced(source: str, lang: str, voice: str) -> str:
    """Name the seller as the reader knows her: your shop in a text to the shop itself."""
    if voice == "seller":
        return source
    if lang == "zh":
        name = "贵店" if voice == "you" else "被投诉人"
        return source.replace("商家", name).replace("店铺", name)
    name = "your shop" if voice == "you" else "the trader"
    return _SELLER.sub(lambda found: capital(name) if found[0][0].isupper() else name, source)


def capital(text: str) -> str:
    """Make the first letter a capital."""
    return text[:1].upper() + text[1:]


def led(text: str) -> str:
    """Put a space before words that start in Latin letters or figures and follow Chinese ones."""
    return f" {text}" if text[:1].isascii() and text[:1].isalnum() else text


def small(text: str) -> str:
    """Make the first letter small."""
    return text[:1].lower() + text[1:]
