"""Say what a file is by its content; its name is believed only where the content leaves it open."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from pathlib import Path

from keepproof.readers.encoding import decode

HEAD = 8192
TAIL = 4096
UNKNOWN = "application/octet-stream"
TEXT = "text/plain"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Signatures at the start. Pictures first: they are most of what comes in.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"\0\0\1\0", "image/x-icon"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"\xff\x0a", "image/jxl"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "image/jxl"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"%PDF-", "application/pdf"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"FLV\x01", "video/x-flv"),
    (b"0&\xb2u\x8ef\xcf\x11", "video/x-ms-wmv"),
    (b"\0\0\1\xba", "video/mpeg"),
    (b"\0\0\1\xb3", "video/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3\x02", "audio/mpeg"),
    (b"ID3\x03", "audio/mpeg"),
    (b"ID3\x04", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"#!AMR", "audio/amr"),
    (b"\x02#!SILK_V3", "audio/silk"),
    (b"#!SILK_V3", "audio/silk"),
    (b"caff\0", "audio/x-caf"),
    (b"{\\rtf", "application/rtf"),
    (OLE, "application/x-ole-storage"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf'\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
)
RIFF = {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo", b"WAVE": "audio/wav"}
# ISO base media: the brands of `ftyp`, major brand first.
BRANDS: tuple[tuple[frozenset[bytes], str], ...] = (
    (frozenset({b"avif", b"avis"}), "image/avif"),
    (frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis"}), "image/heic"),
    (frozenset({b"mif1", b"msf1", b"heif"}), "image/heif"),
    (frozenset({b"qt  "}), "video/quicktime"),
    (frozenset({b"M4A ", b"M4B ", b"M4P "}), "audio/mp4"),
    (frozenset({b"3gp4", b"3gp5", b"3gp6", b"3gp7", b"3gr6", b"3gs7", b"3ge6"}), "video/3gpp"),
    (frozenset({b"crx "}), "image/x-canon-cr3"),
)
ZIPPED = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
# What stands in the directory of such a file; only where that says nothing is its name believed.
OLE_PARTS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "application/x-encrypted-office"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
OLE_NAMES = {
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".msg": "application/vnd.ms-outlook",
}
TEXT_NAMES = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
    ".md": "text/markdown",
    ".ics": "text/calendar",
    ".vcf": "text/vcard",
    ".srt": "application/x-subrip",
    ".xml": "text/xml",
}
_MARKUP = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_MAIL = re.compile(
    r"^(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|"
    r"content-type|x-[\w-]+|dkim-signature|snapshot-content-location|content-transfer-encoding)\s*:",
    re.IGNORECASE,
)


# what browsers and the message manager of QQ write, and what every letter has that was sent to somebody
_ARCHIVE = re.compile(
    r"^(snapshot-content-location:|from: *<saved? by )", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(
    r"^(to|received|delivered-to|return-path|message-id)\s*:", re.IGNORECASE | re.MULTILINE
)


def media_type(path: Path, untrusted_name: str) -> str:
    """Return the media type of a file by its content; `application/octet-stream` when unknown."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        size = path.stat().st_size
        file.seek(max(0, size - TAIL) if not head.startswith(OLE) else _directory(head))
        tail = file.read(TAIL)
    return of_bytes(head, tail, untrusted_name)


def of_bytes(head: bytes, tail: bytes = b"", untrusted_name: str = "") -> str:
    """Return the media type of the first and last bytes of a file.

    Of a compound file (old Office, Outlook) `tail` is its directory, wherever that stands.
    """
    if not head:
        return "application/x-empty"
    suffix = Path(untrusted_name.lower()).suffix
    found = _signature(head, tail, suffix)
    if found:
        return found
    if is_text(head):
        return _text_type(decode(head).text, suffix)
    return _rest(head)


def is_text(head: bytes) -> bool:
    """Say whether bytes read as text in a known encoding, with next to no control characters."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        return True
    decoded = decode(head)
    text = decoded.text
    if b"\0" in head and not decoded.encoding.startswith("utf-16"):
        return False
    bad = sum((one < " " and one not in "\t\n\r\f\v\x1b") or one == "\ufffd" for one in text)
    if bad * 50 > len(text):
        return _mixed(head)
    return decoded.encoding in {"utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"} or _plain(
        head
    )


def _mixed(head: bytes) -> bool:
    """Say whether bytes are lines of text in UTF-8 and lines in another encoding, as joined chats are."""
    lines = head.split(b"\n")[:-1]
    if not lines or sum(one < 32 and one not in b"\t\r\n\f\v\x1b" for one in head) * 50 > len(head):
        return False
    ours = sum(not line.isascii() and _reads(line, "utf-8") for line in lines)
    return ours > 0 and all(_reads(line, "utf-8") or _reads(line, "gb18030") for line in lines)


def _reads(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _plain(head: bytes) -> bool:
    """Say whether bytes of another encoding are mostly ASCII, as Western texts are."""
    return sum(32 <= one < 127 or one in b"\t\r\n" for one in head) * 10 > 7 * len(head)


def _signature(head: bytes, tail: bytes, suffix: str) -> str:
    if head[4:8] == b"ftyp":
        return _brand(head)
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return _zip(head, tail)
    if head[:4] == b"RIFF":
        return RIFF.get(head[8:12], UNKNOWN)
    if head[4:8] in {b"moov", b"mdat", b"wide", b"free"}:
        return "video/quicktime"
    if head.startswith(b"BM") and head[14:18] in _BMP_HEADERS:
        return "image/bmp"
    found = next((kind for magic, kind in MAGIC if head.startswith(magic)), "")
    if found == "application/x-ole-storage":
        return _compound(head, tail) or OLE_NAMES.get(suffix, found)
    return "video/x-matroska" if found == "video/webm" and b"matroska" in head[:64] else found


_BMP_HEADERS = frozenset(size.to_bytes(4, "little") for size in (12, 16, 40, 52, 56, 64, 108, 124))


def _directory(head: bytes) -> int:
    """Return where the directory of a compound file begins."""
    sector = 1 << min(int.from_bytes(head[30:32], "little"), 16)
    return (int.from_bytes(head[48:52], "little") + 1) * sector


def _compound(head: bytes, tail: bytes) -> str:
    for name, kind in OLE_PARTS:
        if (wide := name.encode("utf-16-le")) in tail or wide in head:
            return kind
    return ""


def _brand(head: bytes) -> str:
    length = min(int.from_bytes(head[:4], "big"), 256)
    box = head[8:length]
    brands = [box[:4], *(box[at : at + 4] for at in range(8, len(box), 4))]
    for brand in brands:
        found = next((kind for names, kind in BRANDS if brand in names), "")
        if found and not (found == "image/heif" and _says(brands, "image/avif")):
            return "image/heic" if found == "image/heif" and _says(brands, "image/heic") else found
        if found:
            return "image/avif"
    return "video/mp4"


def _says(brands: list[bytes], wanted: str) -> bool:
    names = next(names for names, kind in BRANDS if kind == wanted)
    return any(brand in names for brand in brands)


def _zip(head: bytes, tail: bytes) -> str:
    for part, kind in ZIPPED:
        if part in head or part in tail:
            return kind
    if head[30:38] == b"mimetype":
        declared = head[38:110].split(b"PK")[0].decode("ascii", "replace")
        return declared if re.fullmatch(r"application/[\w.+-]+", declared) else "application/zip"
    return "application/zip"


def _text_type(text: str, suffix: str) -> str:
    start = text.lstrip("\ufeff \t\r\n")[:4096]
    lines = start.splitlines()
    headers = sum(_MAIL.match(line) is not None for line in lines[:20])
    if headers >= 2:
        return "multipart/related" if _is_archive(start, suffix) else "message/rfc822"
    if _MARKUP.search(start[:2048]):
        return "text/html"
    if start.startswith("<?xml"):
        return "image/svg+xml" if "<svg" in start else "text/xml"
    if start.startswith("<svg"):
        return "image/svg+xml"
    if re.match(r"[\[{]\s*[\"{\[\]}]", start):
        return "application/json"
    if suffix in TEXT_NAMES and suffix != ".json":
        return TEXT_NAMES[suffix]
    if suffix in {".htm", ".html"} and "<" in start:
        return "text/html"
    return "text/csv" if _looks_csv(lines) else TEXT


def _is_archive(start: str, suffix: str) -> bool:
    """Tell a saved web page from a letter that has pictures in its text."""
    if suffix in {".mht", ".mhtml"}:
        return True
    made = _ARCHIVE.search(start) is not None or _SENT.search(start) is None
    return made and "multipart/related" in start


def _looks_csv(lines: list[str]) -> bool:
    """Say whether most lines have the same number of commas, three or more."""
    counts = [line.count(",") for line in lines[:-1] if line.strip()]
    runs = sum(first == second >= 3 for first, second in pairwise(counts))
    return len(counts) >= 2 and runs * 10 >= 6 * (len(counts) - 1)


def _rest(head: bytes) -> str:
    if head.startswith(b"MZ"):
        return "application/vnd.microsoft.portable-executable"
    # its table of signatures is read on import and is needed for rare files only
    import puremagic  # noqa: PLC0415

    try:
        found = puremagic.magic_string(head)
    except puremagic.PureError:
        return UNKNOWN
    best = next((one for one in found if one.mime_type and len(one.byte_match) >= 4), None)
    return str(best.mime_type) if best is not None else UNKNOWN
