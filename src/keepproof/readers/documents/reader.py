"""Read a document, a mail, a page or a recording; what reads it is loaded when it is first needed."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import cast

from keepproof.domain.evidence import SourcedTime
from keepproof.readers.documents.limits import CUT
from keepproof.readers.documents.table import MODULES, UNREAD
from keepproof.readers.facts import FileFacts
from keepproof.readers.reading import Found, Read

HEAD = 2000


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read a document in this very process: meant to run in the sandbox."""
    if media_type in UNREAD:
        return Found("none", problem=UNREAD[media_type])
    return cast("Read", _module(media_type).read)(path, untrusted_name, media_type)


def facts(path: Path, media_type: str) -> FileFacts:
    """Return what a document says of itself: pages, its time, its first words, and what is odd.

    Where reading all would take long, only its beginning is looked at.
    """
    if media_type in UNREAD:
        return FileFacts(odd=UNREAD[media_type])
    module = _module(media_type)
    look = cast("Read", getattr(module, "look", module.read))
    found = look(path, "", media_type)
    written = found.facts.get("written_at", "")
    return FileFacts(
        taken_at=SourcedTime(datetime.fromisoformat(written), found.source) if written else None,
        odd=found.problem if found.problem != CUT else "",
        said={name: value for name, value in found.facts.items() if name != "written_at"},
        head=found.text[:HEAD],
    )


def _module(media_type: str) -> ModuleType:
    recorded = media_type.startswith(("video/", "audio/"))
    name = "recording" if recorded else MODULES[media_type]
    return import_module(f"keepproof.readers.documents.{name}")
