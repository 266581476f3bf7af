"""Words for evidence in the library: where it came from, its four times, its integrity."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from keepproof.domain.evidence import Evidence, EvidenceTimes, SourcedTime


def group_name(group: str) -> str:
    """Name a group of evidence."""
    words = {
        "all": QCoreApplication.translate("EvidenceWords", "All"),
        "shots": QCoreApplication.translate("EvidenceWords", "Screenshots"),
        "chats": QCoreApplication.translate("EvidenceWords", "Chats and calls"),
        "photos": QCoreApplication.translate("EvidenceWords", "Photos"),
        "videos": QCoreApplication.translate("EvidenceWords", "Videos"),
        "papers": QCoreApplication.translate("EvidenceWords", "Bills and papers"),
        "others": QCoreApplication.translate("EvidenceWords", "Other files"),
    }
    return words[group]


def group_icon(group: str) -> str:
    """Choose the icon of a group."""
    icons = {
        "shots": "image",
        "chats": "chat-circle-text",
        "photos": "camera",
        "videos": "video-camera",
        "papers": "receipt",
        "others": "file",
    }
    return icons.get(group, "stack")


def origin_words(origin: str) -> str:
    """Say how a piece of evidence came in."""
    words = {
        "dropped": QCoreApplication.translate("EvidenceWords", "Dropped on the window"),
        "pasted": QCoreApplication.translate("EvidenceWords", "Pasted from the clipboard"),
        "chosen": QCoreApplication.translate("EvidenceWords", "Chosen from a folder"),
        "command_line": QCoreApplication.translate("EvidenceWords", "Added in the terminal"),
        "watched": QCoreApplication.translate("EvidenceWords", "From the watched folder"),
        "example": QCoreApplication.translate("EvidenceWords", "Part of the example"),
        "notes": QCoreApplication.translate("EvidenceWords", "Written down during a call"),
        "attached": QCoreApplication.translate("EvidenceWords", "Attached to a mail"),
        "bundle": QCoreApplication.translate("EvidenceWords", "Imported from a bundle"),
        "derived": QCoreApplication.translate("EvidenceWords", "Made from another item"),
        "redacted": QCoreApplication.translate("EvidenceWords", "Redacted copy of another item"),
    }
    return words.get(origin, origin)


def time_rows(times: EvidenceTimes) -> list[tuple[str, str, str]]:
    """List the four times: name, moment or "unknown", and where it was read."""
    rows = (
        (QCoreApplication.translate("EvidenceWords", "It happened"), times.event),
        (_content_word(times.content), times.content),
        (QCoreApplication.translate("EvidenceWords", "File changed"), times.file),
        (QCoreApplication.translate("EvidenceWords", "Imported"), times.imported),
    )
    return [(name, _moment(time), _source(time)) for name, time in rows]


def fixity_words(evidence: Evidence) -> tuple[str, str, str]:
    """Say how a piece of evidence stands since import: words, tone, icon."""
    words = {
        "intact": (
            QCoreApplication.translate("EvidenceWords", "Unchanged since import"),
            "ok",
            "shield-check",
        ),
        "missing": (
            QCoreApplication.translate("EvidenceWords", "File not found; the record stays"),
            "bad",
            "warning-circle",
        ),
        "changed": (
            QCoreApplication.translate("EvidenceWords", "Content differs from import"),
            "bad",
            "warning-circle",
        ),
    }
    unreadable = (
        QCoreApplication.translate("EvidenceWords", "The file could not be read"),
        "bad",
        "warning-circle",
    )
    return words.get(evidence.fixity, unreadable)


def checked_words(at: datetime | None) -> str:
    """Say when a piece of evidence was last held against its fingerprint."""
    if at is None:
        return QCoreApplication.translate(
            "EvidenceWords", "Fingerprint taken at import; no check since then"
        )
    return QCoreApplication.translate("EvidenceWords", "Checked {at}").format(
        at=at.astimezone().strftime("%Y-%m-%d %H:%M")
    )


def size_words(evidence: Evidence) -> str:
    """Write pixels and bytes: 1080 × 2160 · 742 KB."""
    size = float(evidence.size)
    unit = "B"
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1024 or unit == "GB":
            break
        size /= 1024
    amount = f"{size:.0f} {unit}" if unit in {"B", "KB"} else f"{size:.1f} {unit}"
    width, height = evidence.facts.get("width"), evidence.facts.get("height")
    return f"{width} × {height} · {amount}" if width and height else amount


def print_words(sha256: str) -> str:
    """Shorten a fingerprint so that eyes can compare it: 9f3c 71ab … e04d."""
    return f"{sha256[:4]} {sha256[4:8]} … {sha256[-4:]}"


def _content_word(time: SourcedTime | None) -> str:
    """Say what a file's own time is: a mail is written, not taken."""
    if time is not None and time.source in {"document", "mail", "page"}:
        return QCoreApplication.translate("EvidenceWords", "Written")
    return QCoreApplication.translate("EvidenceWords", "Taken")


def _moment(time: SourcedTime | None) -> str:
    if time is None:
        return QCoreApplication.translate("EvidenceWords", "unknown")
    return time.at.strftime("%Y-%m-%d %H:%M:%S")


def _source(time: SourcedTime | None) -> str:
    if time is None:
        return ""
    words = {
        "exif": QCoreApplication.translate("EvidenceWords", "written by the camera (EXIF)"),
        "video": QCoreApplication.translate("EvidenceWords", "written in the recording"),
        "document": QCoreApplication.translate("EvidenceWords", "written in the document"),
        "mail": QCoreApplication.translate("EvidenceWords", "stated in the mail"),
        "page": QCoreApplication.translate("EvidenceWords", "written when the page was saved"),
        "file_system": QCoreApplication.translate("EvidenceWords", "as the file said"),
        "clock": QCoreApplication.translate("EvidenceWords", "by this computer's clock"),
        "stated": QCoreApplication.translate("EvidenceWords", "stated by you"),
        "screen": QCoreApplication.translate("EvidenceWords", "seen in the picture"),
        "text": QCoreApplication.translate("EvidenceWords", "read in the text"),
    }
    return words.get(time.source, time.source)
