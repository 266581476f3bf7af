"""The content says what a file is; a false name changes nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from fixtures.documents import compound, outlook_mail
from keepproof.readers.sniff import media_type, of_bytes


def box(brand: bytes, *compatible: bytes) -> bytes:
    body = brand + b"\0\0\0\0" + b"".join(compatible)
    return (len(body) + 8).to_bytes(4, "big") + b"ftyp" + body + b"\0" * 32


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


HEADS = [
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
    (b"GIF89a\1\0\1\0", "image/gif"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
    (b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0" + b"\0" * 20, "image/bmp"),
    (b"II*\0\x08\0\0\0", "image/tiff"),
    (box(b"heic", b"mif1", b"heic"), "image/heic"),
    (box(b"mif1", b"mif1", b"heic"), "image/heic"),
    (box(b"mif1", b"mif1", b"avif"), "image/avif"),
    (box(b"avif", b"mif1", b"miaf"), "image/avif"),
    (box(b"mif1", b"miaf"), "image/heif"),
    (box(b"isom", b"isom", b"mp42"), "video/mp4"),
    (box(b"qt  ", b"qt  "), "video/quicktime"),
    (box(b"M4A ", b"isom"), "audio/mp4"),
    (box(b"3gp4", b"isom"), "video/3gpp"),
    (b"\0\0\0\x08wide\0\0\0\x20mdat", "video/quicktime"),
    (b"\x1aE\xdf\xa3\x01\0\0\0webm", "video/webm"),
    (b"\x1aE\xdf\xa3\x01\0\0\0\x42\x82\x88matroska", "video/x-matroska"),
    (b"RIFF\0\0\0\0AVI LIST", "video/x-msvideo"),
    (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
    (b"#!AMR\n\x3c", "audio/amr"),
    (b"ID3\x04\0\0\0\0\0\0", "audio/mpeg"),
    (b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
    (zipped("[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (zipped("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (zipped("a.jpg"), "application/zip"),
    (b"SQLite format 3\0\x10\0", "application/vnd.sqlite3"),
    (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff", "application/vnd.microsoft.portable-executable"),
    (b"", "application/x-empty"),
    (b"\x93\x01\x02\x88\0\0\xfe\xfe\x81" * 9, "application/octet-stream"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "wanted"), HEADS, ids=[one[1] + str(at) for at, one in enumerate(HEADS)])  # fmt: skip
def test_signatures(head: bytes, wanted: str) -> None:
    assert of_bytes(head, head[-4096:], "订单.txt") == wanted


TEXTS = [
    ("你好，我要退款。\n", "a.txt", "text/plain"),
    ("你好，我要退款。\n", "a.jpg", "text/plain"),
    ("MZ-700 是一台旧电脑\n", "a.txt", "text/plain"),
    ("交易号,时间,金额,对方\n1,2,3,4\n5,6,7,8\n", "a.txt", "text/csv"),
    ("交易号;时间\n1;2\n", "账单.csv", "text/csv"),
    ('{"messages": [1]}', "a.txt", "application/json"),
    ('[{"a": 1}]', "a.json", "application/json"),
    ("[2026/11/10 21:04] 店铺: 你好\n", "_chat.txt", "text/plain"),
    ("<!DOCTYPE html><html><body>x</body></html>", "a", "text/html"),
    ("\ufeff\n<html>\n", "a.txt", "text/html"),
    ("From: a@b.cn\nTo: c@d.cn\nSubject: x\n\nhello", "a.txt", "message/rfc822"),
    ("From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "a", "multipart/related"),
    ('<svg xmlns="http://www.w3.org/2000/svg"/>', "a.png", "image/svg+xml"),
    ('<?xml version="1.0"?><a/>', "a", "text/xml"),
    ("# Title\n", "a.md", "text/markdown"),
    ("时间: 今天\n地点: 公司\n", "a", "text/plain"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "wanted"), TEXTS)
def test_texts(text: str, name: str, wanted: str) -> None:
    assert of_bytes(text.encode(), b"", name) == wanted


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "big5"])
def test_texts_of_other_encodings(encoding: str) -> None:
    text = "2026-11-10 21:04:12 客服\n你好，我要退款的商品有問題\n" * 3

    assert of_bytes(text.encode(encoding), b"", "x.bin") == "text/plain"


def test_a_text_cut_within_a_character_is_still_text(tmp_path: Path) -> None:
    file = tmp_path / "long"
    file.write_bytes(b"a" + "退款".encode() * 5000)

    assert media_type(file, "long.txt") == "text/plain"


def test_an_unknown_container_is_named_by_its_signature() -> None:
    assert of_bytes(b"\x7fELF\x02\x01\x01\0" + b"\0" * 60) == "application/x-executable"


def test_outlook_and_old_office_are_told_by_their_directory(tmp_path: Path) -> None:
    path = tmp_path / "wrong.jpg"
    path.write_bytes(outlook_mail({0x37: "a", 0x1000: "b" * 9000}))
    assert media_type(path, path.name) == "application/vnd.ms-outlook"


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("WordDocument", "application/msword"),
        ("Workbook", "application/vnd.ms-excel"),
        ("EncryptedPackage", "application/x-encrypted-office"),
    ],
)
def test_a_compound_file_is_what_its_parts_are(tmp_path: Path, part: str, kind: str) -> None:
    path = tmp_path / "a.msg"
    path.write_bytes(compound({part: b"x", "other": b"y" * 20_000}))
    assert media_type(path, path.name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("From: a@b\nTo: c@d\nContent-Type: multipart/related;\n", "a.eml", "message/rfc822"),
        ("From: a@b\nTo: c@d\nContent-Type: multipart/related;\n", "a.mht", "multipart/related"),
        (
            "From: <Save by Tencent MsgMgr>\nTo: x\nContent-Type:multipart/related;\n",
            "a",
            "multipart/related",
        ),
    ],
)
def test_a_letter_with_pictures_is_no_saved_page(text: str, name: str, kind: str) -> None:
    assert of_bytes(text.encode(), b"", name) == kind


def test_lines_in_two_encodings_are_text() -> None:
    mixed = "您好，订单已经发货\n".encode() * 3 + "客服：已经登记退款\n".encode("gb18030")
    assert of_bytes(mixed, b"", "a.txt") == "text/plain"


def test_bytes_that_are_no_lines_of_text_are_none() -> None:
    assert of_bytes("您好\n".encode() + bytes(range(1, 256)) + b"\n", b"", "a.txt") != "text/plain"
