"""Files that are broken, mislabelled or built to do harm: kept, explained, no hang, no memory blow-up."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fixtures.documents import (
    MAIL,
    docx,
    locked_pdf,
    outlook_mail,
    packed,
    paragraph,
    pdf,
    spreadsheet,
)
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.previews import Previews, original
from keepproof.services.understand import understand
from keepproof.ticket import Ticket

CHAT = (
    "tb4692 2026-08-05 09:31:00\n你好，订单什么时候发货？\n\n某某店 2026-08-05 09:32:00\n在的\n\n"
)


def png(width: int, height: int) -> bytes:
    """Write a picture whose header claims a size its bytes do not hold."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def nested(depth: int) -> bytes:
    """Write a mail of parts within parts."""
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n" for at in range(depth)
    )
    return f"From: a@b\r\nTo: c@d\r\nSubject: s\r\n{parts}Content-Type: text/plain\r\n\r\ninnermost".encode()


def bomb(part: str, head: str, tail: str) -> bytes:
    """Pack an office document of 200 MB of spaces into a few hundred KB."""
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        if part.startswith("xl/"):
            archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(part, "w") as out:
            out.write(head.encode())
            for _ in range(200):
                out.write(b" " * 1_000_000)
            out.write(tail.encode())
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class Bad:
    """A bad file: how it is made, what it turns out to be, what is odd in it, and words that are found all the same."""

    name: str
    make: Callable[[], bytes]
    media_type: str
    odd: str = ""
    words: str = ""


OPEN_XML = "application/vnd.openxmlformats-officedocument"
DOCX, XLSX = f"{OPEN_XML}.wordprocessingml.document", f"{OPEN_XML}.spreadsheetml.sheet"
SPLIT = (CHAT * 3).encode()[: -len("的\n\n".encode()) + 1]
FILES = [
    Bad("发票.jpg", lambda: pdf(["电子发票"]), "application/pdf", words="电子发票"),
    Bad("照片.pdf", lambda: MAIL, "message/rfc822", words="已退款"),
    Bad("聊天.xlsx", CHAT.encode, "text/plain", words="什么时候发货"),
    Bad("a.msg", lambda: docx(paragraph("质检报告")), DOCX, words="质检报告"),
    Bad(
        "混合.txt",
        lambda: (CHAT * 5).encode() + "客服：已经登记退款\n".encode("gb18030"),
        "text/plain",
        words="已经登记退款",
    ),
    Bad("半个字.txt", lambda: SPLIT, "text/plain", words="什么时候发货"),
    Bad(
        "脚本.html",
        lambda: b"<html><script>" + b"while(1){}" * 9000 + "</script><p>七天无理由<img src=x onerror=run()>".encode(),
        "text/html",
        words="七天无理由",
    ),
    Bad("炸弹.xlsx", lambda: bomb("xl/worksheets/sheet1.xml", "<worksheet>", "</worksheet>"), XLSX, "readers.document_too_large"),
    Bad("炸弹.docx", lambda: bomb("word/document.xml", "<d>", "</d>"), DOCX, "readers.document_too_large"),
    Bad(
        "远.xlsx",
        lambda: spreadsheet('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
        XLSX,
        "readers.document_too_large",
    ),
    Bad("嵌套.eml", lambda: nested(200), "message/rfc822", words="innermost"),
    Bad("深渊.eml", lambda: nested(20_000), "message/rfc822", words="innermost"),
    Bad("巨图.png", lambda: png(40_000, 40_000), "image/png", "readers.image_too_large"),
    Bad("空心.pdf", lambda: b"%PDF-1.7\n" + b"\0" * 5000, "application/pdf", "readers.document_broken"),
    Bad("密码.pdf", locked_pdf, "application/pdf", "readers.document_locked"),
    Bad("空壳.docx", lambda: packed({"word/document.xml": ""}), DOCX, "readers.document_broken"),
    Bad("残.msg", lambda: outlook_mail({0x37: "a"})[:1600], "application/vnd.ms-outlook", "readers.document_broken"),
]  # fmt: skip


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(workers=1) as opened:
        yield opened


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.mark.timeout(60)
@pytest.mark.parametrize("bad", FILES, ids=lambda one: one.name)
def test_a_bad_file_is_kept_and_explained(library: Library, sandbox: Sandbox, bad: Bad) -> None:
    data = bad.make()
    report = add_content(
        library,
        data,
        bad.name,
        order_id=None,
        kind=None,
        origin="dropped",
        ticket=Ticket(),
        sandbox=sandbox,
    ).value
    kept = report.kept[0].evidence
    assert library.original_path(kept.sha256).read_bytes() == data
    assert (kept.media_type, kept.odd) == (bad.media_type, bad.odd)
    understand(library, sandbox, Ticket(), quick_only=True)
    reading = library.readings.get(kept.sha256)
    if bad.words:
        assert reading is not None
        assert bad.words in reading.text


@pytest.mark.timeout(60)
@pytest.mark.parametrize("bad", FILES, ids=lambda one: one.name)
def test_a_bad_file_has_a_preview_or_none(library: Library, sandbox: Sandbox, bad: Bad) -> None:
    kept = (
        add_content(
            library,
            bad.make(),
            bad.name,
            order_id=None,
            kind=None,
            origin="dropped",
            ticket=Ticket(),
        )
        .value.kept[0]
        .evidence
    )
    previews = Previews(sandbox)
    path = previews.thumbnail(library.folder, kept, 160)
    words = previews.text_preview(original(library.folder, kept.sha256), kept.media_type, 2_000_000)
    assert path is None or path.is_file()
    assert bad.words in (words or "")
