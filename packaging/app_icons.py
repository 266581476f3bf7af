"""Draw the program's icon in the formats that Windows and macOS ask of a program."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
LARGEST = 512


def drawn(size: int) -> Image.Image:
    """Draw the icon; the small sizes have a drawing of their own."""
    name = "keepproof-16.svg" if size <= 20 else "keepproof.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / name)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know the format as bytes only
    return Image.open(io.BytesIO(buffer.data().data()))


def main() -> None:
    """Write keepproof.ico and keepproof.icns into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    _app = QGuiApplication([])
    pictures = [drawn(size) for size in SIZES]
    sizes = [(size, size) for size in SIZES]
    pictures[-1].save(folder / "keepproof.ico", sizes=sizes, append_images=pictures[:-1])
    drawn(LARGEST).save(folder / "keepproof.icns", append_images=pictures)


if __name__ == "__main__":
    main()
