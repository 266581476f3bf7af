"""How the command line speaks: results to standard output, messages to standard error."""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import click

from keepproof import messages
from keepproof.domain.evidence import FiledEvidence, SourcedTime
from keepproof.domain.money import Money
from keepproof.errors import KnownError


def language() -> str:
    """Choose the language of messages: KEEPPROOF_LANG, else that of the system."""
    wanted = os.environ.get("KEEPPROOF_LANG") or locale.getlocale(locale.LC_MESSAGES)[0] or ""
    return "zh" if wanted.lower().startswith(("zh", "chinese")) else "en"


def say(zh: str, en: str, **data: object) -> None:
    """Print one message line to standard error."""
    click.echo((zh if language() == "zh" else en).format(**data), err=True)


def say_problem(problem: KnownError) -> None:
    """Print what went wrong, where the work goes on all the same."""
    click.echo(messages.explain(problem, language()), err=True)


def worded(code: str, data: Mapping[str, object] | None = None) -> str:
    """Word a code in the language of the terminal."""
    return messages.say(code, language(), data)


def put(text: str) -> None:
    """Print a result; what the terminal cannot encode is replaced, never fatal."""
    try:
        click.echo(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        click.echo(text.encode(encoding, "replace").decode(encoding))


def put_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print data as JSON; lone surrogates of odd file names become escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    put(text if text.isprintable() or _encodable(text) else json.dumps(value, indent=1))


def clean(text: str) -> str:
    """Make an untrusted text safe for a terminal line: no control characters, no line breaks."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)


def clean_moment(untrusted_iso: str) -> str:
    """Write a moment that came from outside in the time of this place; what is none stays as it is, but harmless."""
    try:
        return datetime.fromisoformat(untrusted_iso).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return clean(untrusted_iso)


def moment(at: datetime | None) -> str | None:
    """Write a time for JSON: ISO 8601 with offset."""
    return at.isoformat() if at else None


def sourced(time: SourcedTime | None) -> dict[str, str] | None:
    """Write a time and its source for JSON."""
    return {"at": time.at.isoformat(), "source": time.source} if time else None


def cents(money: Money | None) -> dict[str, object] | None:
    """Write money for JSON: integer cents and currency."""
    return {"cents": money.cents, "currency": money.currency} if money else None


def evidence_json(one: FiledEvidence, order_number: str | None) -> dict[str, Any]:
    """Write one piece of evidence in its stable shape."""
    item = one.evidence
    return {
        "id": item.id,
        "number": one.number,
        "kind": item.kind.value,
        "title": item.title,
        "original_name": item.original_name,
        "sha256": item.sha256,
        "size": item.size,
        "media_type": item.media_type,
        "order": order_number,
        "times": {
            name: sourced(getattr(item.times, name))
            for name in ("file", "content", "imported", "event")
        },
        "state": item.state,
        "fixity": item.fixity,
        "derived_from": item.derived_from,
        "odd": item.odd or None,
        "note": item.note,
    }


def _encodable(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
