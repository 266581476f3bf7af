"""Previews are made once, kept in derived/, and missing where there is nothing to show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from fixtures.documents import MAIL, PAGE, docx, locked_pdf, paragraph, pdf
from keepproof.domain.evidence import Evidence
from keepproof.errors import CancelledError
from keepproof.readers.sandbox import Sandbox
from keepproof.services.previews import Previews, original
from keepproof.ticket import Ticket


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


@pytest.fixture
def previews(sandbox: Sandbox) -> Previews:
    return Previews(sandbox)


def keep(folder: Path, data: bytes, media_type: str) -> Evidence:
    sha256 = hashlib.sha256(data).hexdigest()
    path = original(folder, sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Evidence(sha256[:8], sha256, len(data), media_type, "untrusted.png")


def keep_picture(folder: Path, size: tuple[int, int], colour: str = "red") -> Evidence:
    path = folder / "drawn.png"
    folder.mkdir(exist_ok=True)
    Image.new("RGB", size, colour).save(path)
    return keep(folder, path.read_bytes(), "image/png")


def test_a_thumbnail_is_kept_by_edge_and_hash(previews: Previews, tmp_path: Path) -> None:
    one = keep_picture(tmp_path, (300, 200))

    assert (
        previews.thumbnail(tmp_path, one, 96)
        == tmp_path / "derived" / "thumbs" / "96" / f"{one.sha256}.webp"
    )


def test_a_thumbnail_has_the_size_asked_for(previews: Previews, tmp_path: Path) -> None:
    path = previews.thumbnail(tmp_path, keep_picture(tmp_path, (300, 200)), 96)

    assert path is not None
    with Image.open(path) as image:
        assert (image.format, image.size) == ("WEBP", (96, 64))


def test_a_thumbnail_is_made_once(previews: Previews, tmp_path: Path) -> None:
    one = keep_picture(tmp_path, (300, 200))
    first = previews.thumbnail(tmp_path, one, 96)
    original(tmp_path, one.sha256).unlink()

    assert previews.thumbnail(tmp_path, one, 96) == first


def test_a_thumbnail_that_vanished_is_made_again(previews: Previews, tmp_path: Path) -> None:
    one = keep_picture(tmp_path, (300, 200))
    first = previews.thumbnail(tmp_path, one, 96)
    assert first is not None
    first.unlink()

    assert previews.thumbnail(tmp_path, one, 96) == first


def test_many_thumbnails_come_in_their_order(previews: Previews, tmp_path: Path) -> None:
    pictures = [keep_picture(tmp_path, (40 + at, 30)) for at in range(30)]
    text = keep(tmp_path, b"hello", "text/plain")
    found = previews.thumbnails(tmp_path, [*pictures, text, pictures[0]], 32)

    assert [one and one.stem for one in found] == [
        *(one.sha256 for one in pictures),
        None,
        pictures[0].sha256,
    ]


def test_a_damaged_picture_has_no_thumbnail_and_spoils_no_other(
    previews: Previews, tmp_path: Path
) -> None:
    broken = keep(tmp_path, b"\x89PNG\r\n\x1a\nnothing", "image/png")
    whole = keep_picture(tmp_path, (300, 200))

    assert [bool(one) for one in previews.thumbnails(tmp_path, [broken, whole], 32)] == [
        False,
        True,
    ]


def test_what_cannot_be_shown_is_tried_once(previews: Previews, tmp_path: Path) -> None:
    broken = keep(tmp_path, b"\x89PNG\r\n\x1a\nnothing", "image/png")
    previews.thumbnail(tmp_path, broken, 32)
    Image.new("RGB", (10, 10)).save(original(tmp_path, broken.sha256), "PNG")

    assert previews.thumbnail(tmp_path, broken, 32) is None


def test_a_missing_original_has_no_thumbnail(previews: Previews, tmp_path: Path) -> None:
    assert (
        previews.thumbnail(tmp_path, Evidence("a", "0" * 64, 1, "image/png", "a.png"), 32) is None
    )


def test_making_many_can_be_cancelled(previews: Previews, tmp_path: Path) -> None:
    pictures = [keep_picture(tmp_path, (40 + at, 30)) for at in range(30)]
    ticket = Ticket(lambda done, _total, _what: ticket.cancel() if done == 3 else None)

    with pytest.raises(CancelledError):
        previews.thumbnails(tmp_path, pictures, 32, ticket)


def test_nothing_is_decoded_after_closing(tmp_path: Path) -> None:
    sandbox = Sandbox()
    sandbox.close()

    assert Previews(sandbox).thumbnail(tmp_path, keep_picture(tmp_path, (30, 20)), 32) is None


def test_a_picture_for_the_viewer_lies_in_derived(previews: Previews, tmp_path: Path) -> None:
    one = keep_picture(tmp_path, (300, 200))
    path = previews.picture(original(tmp_path, one.sha256), one, 150)

    assert path == tmp_path / "derived" / "pictures" / "150" / f"{one.sha256}.png"


def test_a_picture_for_the_viewer_is_made_once(previews: Previews, tmp_path: Path) -> None:
    one = keep_picture(tmp_path, (300, 200))
    path = original(tmp_path, one.sha256)
    first = previews.picture(path, one, 150)
    path.unlink()

    assert previews.picture(path, one, 150) == first


def test_a_damaged_picture_cannot_be_viewed(previews: Previews, tmp_path: Path) -> None:
    broken = keep(tmp_path, b"\x89PNG\r\n\x1a\nnothing", "image/png")

    assert previews.picture(original(tmp_path, broken.sha256), broken, 150) is None


def test_a_text_is_shown_by_its_first_lines(previews: Previews, tmp_path: Path) -> None:
    one = keep(tmp_path, "退款\n已收到".encode("gb18030"), "text/plain")

    assert (
        previews.text_preview(original(tmp_path, one.sha256), one.media_type, 100) == "退款\n已收到"
    )


def test_a_picture_has_no_text(previews: Previews, tmp_path: Path) -> None:
    one = keep_picture(tmp_path, (30, 20))

    assert previews.text_preview(original(tmp_path, one.sha256), one.media_type, 100) is None


PDF, DOCX = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


def test_the_first_page_of_a_pdf_is_its_thumbnail(previews: Previews, tmp_path: Path) -> None:
    path = previews.thumbnail(tmp_path, keep(tmp_path, pdf(["电子发票"]), PDF), 96)

    assert path is not None
    with Image.open(path) as image:
        assert (image.format, image.size) == ("WEBP", (96, 96))


def test_a_locked_pdf_has_no_picture_and_is_tried_once(previews: Previews, tmp_path: Path) -> None:
    one = keep(tmp_path, locked_pdf(), PDF)

    assert previews.thumbnail(tmp_path, one, 96) is None
    assert (one.sha256, 96) in previews._hopeless


def test_each_page_of_a_pdf_has_its_picture(previews: Previews, tmp_path: Path) -> None:
    one = keep(tmp_path, pdf(["电子发票", ""]), PDF)
    path = original(tmp_path, one.sha256)
    pages = [previews.picture(path, one, 800, page) for page in (0, 1, 2)]

    assert [page.name if page else None for page in pages] == [
        f"{one.sha256}.png",
        f"{one.sha256}-1.png",
        None,
    ]


def test_each_page_of_a_tiff_has_its_picture(previews: Previews, tmp_path: Path) -> None:
    drawn = tmp_path / "a.tiff"
    pages = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue")]
    pages[0].save(drawn, save_all=True, append_images=pages[1:])
    one = keep(tmp_path, drawn.read_bytes(), "image/tiff")
    second = previews.picture(original(tmp_path, one.sha256), one, 800, 1)

    assert second is not None
    with Image.open(second) as image:
        assert image.getpixel((0, 0)) == (0, 0, 255)


@pytest.mark.parametrize(
    ("data", "media_type", "words"),
    [
        (docx(paragraph("质检报告")), DOCX, "质检报告"),
        (MAIL, "message/rfc822", "From: 小店"),
        (PAGE.encode(), "text/html", "X1 无线吸尘器"),
        (pdf(["电子发票"]), PDF, "电子发票"),
        ("退款".encode("gb18030"), "text/plain", "退款"),
    ],
    ids=("docx", "mail", "page", "pdf", "text"),
)
def test_words_are_shown_plainly(
    previews: Previews, tmp_path: Path, data: bytes, media_type: str, words: str
) -> None:
    one = keep(tmp_path, data, media_type)
    shown = previews.first_words(tmp_path, one)

    assert shown is not None
    assert shown.startswith(words)
    assert "<" not in shown.replace("<shop@example.com>", "")


def test_a_damaged_document_has_no_words(previews: Previews, tmp_path: Path) -> None:
    assert previews.first_words(tmp_path, keep(tmp_path, b"PK", DOCX)) is None
