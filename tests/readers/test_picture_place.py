from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from keepproof.readers.picture_place import GPS_IFD, has_place

PLACE = {1: "N", 2: (30.0, 16.0, 1.2), 3: "E", 4: (120.0, 9.0, 0.5)}


def photo(path: Path, form: str, tags: Mapping[int, object]) -> Path:
    """Write a small picture with tags in its directory of places."""
    exif = Image.Exif()
    exif.get_ifd(GPS_IFD).update(tags)
    Image.new("RGB", (8, 8)).save(path, form, exif=exif.tobytes())
    return path


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "HEIF", "TIFF"])
def test_a_place_is_found(tmp_path: Path, form: str) -> None:
    assert has_place(photo(tmp_path / "a", form, PLACE))


@pytest.mark.parametrize("tags", [{}, {1: "N", 3: "E"}, {2: (30.0, 16.0, 1.2)}])
def test_half_a_place_is_none(tmp_path: Path, tags: Mapping[int, object]) -> None:
    assert not has_place(photo(tmp_path / "a", "JPEG", tags))


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe1", b"no picture"])
def test_what_cannot_be_read_has_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    assert not has_place(tmp_path / "a")
