"""Pictures and videos to read, drawn here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from PIL import Image

from keepproof.readers.sandbox import Sandbox


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Give one sandbox to all tests, since starting children takes a while."""
    with Sandbox() as one:
        yield one


@pytest.fixture
def drawn() -> Image.Image:
    """Draw a picture whose four corners differ: red, green / blue, white."""
    image = Image.new("RGB", (160, 120))
    for box, colour in (
        ((0, 0, 80, 60), "red"),
        ((80, 0, 160, 60), "lime"),
        ((0, 60, 80, 120), "blue"),
        ((80, 60, 160, 120), "white"),
    ):
        image.paste(colour, box)
    return image


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Film one second of grey."""
    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as container:
        container.metadata["creation_time"] = "2026-11-13T02:12:08.000000Z"
        stream = container.add_stream("mpeg4", rate=12)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        for at in range(12):
            frame = av.VideoFrame(96, 64, "yuv420p")
            for plane in frame.planes:
                plane.update(bytes([128]) * plane.buffer_size)
            frame.pts = at
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path
