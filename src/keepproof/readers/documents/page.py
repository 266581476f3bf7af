"""Saved web pages: their words, their title, and the address they were saved from. Nothing in them is run."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from keepproof.readers import letters
from keepproof.readers.documents import limits
from keepproof.readers.encoding import decode
from keepproof.readers.plain_text import read_text
from keepproof.readers.reading import Found
from keepproof.readers.text_head import text_head

HEAD = 256 * 1024
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{0,2000})", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!-- {0,4}saved from url=\(\d{1,5}\)(https?://[^\s<>\"']{1,2000})", re.IGNORECASE
)
_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile\s{0,8}url: {0,4}(https?://[^\s<>\"']{1,2000})\s{1,8}saved date: ([^\n(]{1,60})"
)
_CANONICAL = re.compile(
    r"<link\b[^>]{0,300}\brel=[\"']?canonical\b[^>]{0,300}?\bhref=[\"']?(https?://[^\s<>\"']{1,2000})"
    r"|<meta\b[^>]{0,300}\bproperty=[\"']?og:url\b[^>]{0,300}?\bcontent=[\"']?(https?://[^\s<>\"']{1,2000})",
    re.IGNORECASE,
)


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the words of a saved page; a saved chat is written as one."""
    said = _of_archive(path) if media_type == "multipart/related" else _of_page(path)
    words = read_text(path, untrusted_name, media_type)
    made = limits.found("page", words.text, {**words.facts, **said}, problem=words.problem)
    return replace(made, kind=words.kind, lines=words.lines)


def look(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the beginning only."""
    del untrusted_name
    said = _of_archive(path) if media_type == "multipart/related" else _of_page(path)
    return limits.found("page", text_head(path, media_type, limits.MOST_CHARACTERS) or "", said)


def _of_page(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        markup = decode(file.read(HEAD)).text
    facts = {}
    title = _TITLE.search(markup)
    if title is not None:
        facts["title"] = html.unescape(title[1])
    single = _SINGLE_FILE.search(markup)
    if single is not None:
        facts["address"] = html.unescape(single[1])
        facts["written_at"] = _moment(single[2].strip())
        return facts
    found = _SAVED_FROM.search(markup) or _CANONICAL.search(markup)
    if found is not None:
        facts["address"] = html.unescape(next(one for one in found.groups() if one))
    return facts


def _of_archive(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        letter = letters.parse(file.read(HEAD))
    if letter is None:
        return {}
    try:
        address = str(letter.get("Snapshot-Content-Location", "")).strip()
        if not address:
            places = (str(one.get("Content-Location", "")) for one in letters.parts(letter))
            address = next((one for one in places if one.startswith(("http:", "https:"))), "")
        heads = letters.heads(letter)
        return {
            "title": heads.get("Subject", ""),
            "address": address,
            "written_at": limits.moment(letters.date(letter)),
        }
    except letters.BROKEN:
        return {}


def _moment(stated: str) -> str:
    try:
        return limits.moment(datetime.strptime(stated, "%a %b %d %Y %H:%M:%S GMT%z").isoformat())
    except ValueError:
        return ""
