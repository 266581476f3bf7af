"""Small files of other kinds for the fuzzer to start from; all made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from typing import cast

import av
from PIL import Image

from fixtures.documents import (
    MAIL,
    SINGLE_FILE,
    WEB_ARCHIVE,
    core,
    docx,
    outlook_mail,
    paragraph,
    pdf,
    spreadsheet,
    workbook,
)
from fixtures.documents import (
    PAGE as SAVED_PAGE,
)

PAGE = (
    "<!doctype html><html><head><title>订单详情</title><style>a{}</style></head><body><h1>订单</h1>"
    "<p>实付款 <b>￥9</b>&nbsp;&#20803;</p><script>x<1</script><table><tr><td>a</td></tr></table></body>"
).encode()
MAILS = (
    (
        b"From: =?utf-8?B?5bCP5bqX?= <shop@example.com>\r\nTo: me@example.com\r\n"
        b"Date: Tue, 10 Nov 2026 21:06:00 +0800\r\nSubject: =?gb18030?B?tqm1pQ==?=\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=gb18030\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n=B6=A9=B5=A5 paid\r\n--x\r\n"
        b'Content-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\n'
        b"attached\r\n--x--\r\n"
    ),
    b"From: a@b\nSubject: b\nContent-Type: message/rfc822\n\nFrom: c@d\nSubject: inner\n\nhello\n",
)


def pictures() -> dict[str, bytes]:
    """Draw the same small picture in each format whose header Pillow reads itself."""
    image = Image.new("RGB", (8, 6), "red")
    image.paste("blue", (0, 0, 4, 3))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2026:11:01 18:20:00"
    found = {}
    for name in ("png", "jpeg", "gif", "webp", "bmp", "tiff", "ico"):
        out = io.BytesIO()
        more = {"exif": exif} if name in {"png", "jpeg", "webp", "tiff"} else {}
        image.save(out, name, **more)
        found[name] = out.getvalue()
    return found


Seeds = tuple[str, str, tuple[bytes, ...]]
_OPEN_XML = "application/vnd.openxmlformats-officedocument"


def documents() -> dict[str, Seeds]:
    """Write a small document of each format: module, media type, seeds."""
    table = (
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    )
    told = core("报告", "2026-11-10T13:06:00Z")
    mail = outlook_mail(
        {0x37: "订单", 0x1000: "已退款", 0x0C1A: "小店"},
        datetime(2026, 11, 10, tzinfo=UTC),
        {"a.txt": b"hi"},
    )
    return {
        "pdf": (
            "pdf",
            "application/pdf",
            (pdf(["电子发票", "第二页"], title="发票", created="D:20261110210600+08'00'"),),
        ),
        "docx": (
            "docx",
            f"{_OPEN_XML}.wordprocessingml.document",
            (_plain_zip(docx(table, told)),),
        ),
        "xlsx": (
            "workbook",
            f"{_OPEN_XML}.spreadsheetml.sheet",
            (_plain_zip(workbook([["订单", "9.90"]], **{"docProps/core.xml": told})),),
        ),
        "mail": ("mail", "message/rfc822", (MAIL, *MAILS)),
        "outlook": ("outlook", "application/vnd.ms-outlook", (mail,)),
        "page": ("page", "text/html", (SAVED_PAGE.encode(), SINGLE_FILE.encode())),
        "archive": ("page", "multipart/related", (WEB_ARCHIVE.encode(),)),
    }


def parts() -> dict[str, tuple[str, Callable[[bytes], bytes], tuple[bytes, ...]]]:
    """Write the parts of office documents that hold the words: module, how they are packed, seeds."""
    body = f'<w:document xmlns:w="w"><w:body>{paragraph("质检报告")}</w:body></w:document>'
    table = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>订单</t></is></c><c r="B1"><v>1</v></c></row></sheetData>'
    shared = "<sst><si><t>订单</t></si><si><r><t>a</t></r></si></sst>"
    cells = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>'
    return {
        "docx_words": (
            "docx",
            lambda data: docx("", more={"word/document.xml": data}),
            (body.encode(),),
        ),
        "docx_core": (
            "docx",
            lambda data: docx(paragraph("a"), more={"docProps/core.xml": data}),
            (core("报告", "2026-11-10T13:06:00Z").encode(),),
        ),
        "xlsx_cells": (
            "workbook",
            lambda data: spreadsheet("", **{"xl/worksheets/sheet1.xml": data}),
            (f"<worksheet>{table}</worksheet>".encode(),),
        ),
        "xlsx_texts": (
            "workbook",
            lambda data: spreadsheet(cells, **{"xl/sharedStrings.xml": data}),
            (shared.encode(),),
        ),
    }


def _plain_zip(packed: bytes) -> bytes:
    """Pack the parts again without compression, so that the fuzzer can change what they say."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return file.getvalue()


def recordings() -> dict[str, bytes]:
    """Record a tenth of a second of silence and film a few grey frames."""
    found = {}
    for name, codec in (("wav", "pcm_s16le"), ("mp3", "mp3"), ("ogg", "opus"), ("m4a", "aac")):
        out = io.BytesIO()
        with av.open(out, "w", format={"m4a": "mp4"}.get(name, name)) as container:
            container.metadata["title"] = "通话"
            sound = cast("av.AudioStream", container.add_stream(codec, rate=48000))
            frame = av.AudioFrame(format="s16", layout="mono", samples=4800)
            frame.planes[0].update(bytes(frame.planes[0].buffer_size))
            frame.sample_rate = 48000
            for one in (frame, None):
                for packet in sound.encode(one):
                    container.mux(packet)
        found[name] = out.getvalue()
    return found
