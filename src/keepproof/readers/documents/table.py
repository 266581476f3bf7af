"""Which file of this folder reads which media type."""

from __future__ import annotations

from collections.abc import Mapping

_OPEN_XML = "application/vnd.openxmlformats-officedocument"
ENCRYPTED = "application/x-encrypted-office"
MODULES: Mapping[str, str] = {
    "application/pdf": "pdf",
    f"{_OPEN_XML}.wordprocessingml.document": "docx",
    f"{_OPEN_XML}.spreadsheetml.sheet": "workbook",
    "application/vnd.ms-excel": "workbook",
    "message/rfc822": "mail",
    "application/vnd.ms-outlook": "outlook",
    "text/html": "page",
    "multipart/related": "page",
}
UNREAD: Mapping[str, str] = {
    "application/msword": "readers.document_old",
    "application/vnd.ms-powerpoint": "readers.document_old",
    ENCRYPTED: "readers.document_locked",
}
"""Formats nobody here reads, and the code of what the user is told to do."""


def is_document(media_type: str) -> bool:
    """Say whether files of this type are documents, mails or saved pages."""
    return media_type in MODULES or media_type in UNREAD


def has_words(media_type: str) -> bool:
    """Say whether a file of this type may hold words: a document, or a recording with tags."""
    return is_document(media_type) or media_type.startswith(("video/", "audio/"))
