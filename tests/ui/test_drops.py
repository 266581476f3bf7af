from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from keepproof.ui import drops


def mime_of(*urls: str | Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(u)) if isinstance(u, Path) else QUrl(u) for u in urls])
    return mime


def picture() -> QImage:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def test_files_come_as_paths(tmp_path: Path) -> None:
    paths = (tmp_path / "订单 详情.png", tmp_path / "b#1%.txt")
    assert drops.read(mime_of(*paths)).paths == paths


def test_files_win_over_links_among_them(tmp_path: Path) -> None:
    dropped = drops.read(mime_of("https://example.com/a.png", tmp_path / "a.png"))
    assert (dropped.paths, dropped.foreign) == ((tmp_path / "a.png",), 1)


def test_a_link_alone_is_never_followed() -> None:
    mime = mime_of("https://example.com/a.png")
    assert (bool(drops.read(mime)), drops.offer(mime).refusal) == (False, "link")


def test_a_picture_beside_its_link_is_taken(qapp: QApplication) -> None:
    mime = mime_of("https://example.com/a.png")
    mime.setImageData(picture())
    dropped = drops.read(mime)
    assert dropped.content is not None
    assert QImage.fromData(dropped.content[0]) == picture().convertToFormat(
        QImage.fromData(dropped.content[0]).format()
    )


def test_png_bytes_are_kept_as_they_came(qapp: QApplication) -> None:
    mime = QMimeData()
    mime.setData("image/png", QByteArray(b"\x89PNG exactly these bytes"))
    dropped = drops.read(mime)
    assert dropped.content is not None
    assert dropped.content[0] == b"\x89PNG exactly these bytes"


def test_text_is_kept_in_utf_8() -> None:
    mime = QMimeData()
    mime.setText("客服：48 小时内发货")
    dropped = drops.read(mime)
    assert dropped.content is not None
    assert dropped.content[0].decode() == "客服：48 小时内发货"
    assert dropped.content[1].endswith(".txt")


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_blank_text_is_nothing(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    assert not drops.read(mime)


def test_an_offer_counts_by_kind_of_name(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    names = ("a.PNG", "b.jpg", "c.mp4", "d.txt", "e.pdf", "f.m4a", "g.xyz", "folder")
    offer = drops.offer(mime_of(*(tmp_path / one for one in names)))
    assert dict(offer.counts) == {
        "picture": 2,
        "video": 1,
        "text": 1,
        "document": 1,
        "audio": 1,
        "other": 1,
        "folder": 1,
    }


def test_a_folder_makes_the_count_unknown(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.png").touch()
    offer = drops.offer(mime_of(tmp_path / "folder"))
    assert (offer.files, offer.refusal) == (None, "")


def test_an_empty_folder_is_refused_beforehand(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert drops.offer(mime_of(tmp_path / "folder")).refusal == "empty_folder"


def test_only_text_alone_is_left_to_text_fields(tmp_path: Path) -> None:
    text = QMimeData()
    text.setText("words")
    files = mime_of(tmp_path / "a.txt")
    assert (drops.is_plain_text(text), drops.is_plain_text(files)) == (True, False)
