"""Draw the example order's files into resources/example: six screens, three photos, two texts.

Everything shown is invented. The same fonts give the same bytes; Noto Sans CJK SC must be installed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import example_screens as screens
import example_still_life as still_life
import example_story as story
from example_canvas import Canvas
from PIL import ExifTags, Image

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "example"

SCREENS: dict[str, Callable[[], Canvas]] = {
    "Screenshot_20261115_203914.png": screens.order_detail,
    "Screenshot_20261110_210217.png": screens.listing,
    "Screenshot_20261116_093321.png": lambda: screens.chat("09:33", "2026-11-16", story.AFTER),
    "Screenshot_20261120_100512.png": screens.refusal,
    "Screenshot_20261115_204105.png": screens.tracking,
    "Screenshot_20261110_205958.png": lambda: screens.chat("20:59", "2026-11-10", story.BEFORE),
}
PHOTOS: dict[str, tuple[Callable[[], Image.Image], str]] = {
    "IMG_20261115_191822.jpg": (still_life.timed, "2026:11:15 19:18:22"),
    "IMG_20261115_184512.jpg": (still_life.whole, "2026:11:15 18:45:12"),
    "IMG_20261116_090318.jpg": (still_life.accessories, "2026:11:16 09:03:18"),
}
NICKS = {"me": "tb林小满", "shop": f"{story.SHOP}:小七"}
SECONDS = (2, 41, 55, 10, 33, 58, 20)


def wangwang() -> str:
    """Write both chats as the desktop chat window copies them."""
    lines = []
    for day, talk in (("2026-11-10", story.BEFORE), ("2026-11-16", story.AFTER)):
        for said, second in zip(talk, SECONDS, strict=False):
            hour, minute = said.time.split(":")
            lines.append(f"{NICKS[said.who]} {day} {int(hour)}:{minute}:{second:02}")
            lines += ["[图片]" if said.picture else said.words, "已读"]
    return "\r\n".join([*lines, ""])


def pasted_order() -> str:
    """Write the order details as they come out of the clipboard."""
    price = story.PRICE.replace("¥", "￥")
    return "\n".join(
        (
            "卖家已发货",
            story.SHOP,
            story.TITLE,
            "颜色分类：标准版 石墨灰",
            f"{price} x1",
            "运费 ￥0.00",
            f"实付款 {price}",
            f"订单编号 {story.NUMBER} 复制",
            "创建时间 2026-11-10 21:04:12",
            "付款时间 2026-11-10 21:06:31",
            "发货时间 2026-11-13 10:12:08",
            f"快递 示例速运 {story.PARCEL}",
            "",
        )
    )


def save_photo(path: Path, picture: Image.Image, taken: str) -> None:
    """Save a photo with the moment it was taken, as a phone does."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 1
    exif[ExifTags.Base.DateTime] = taken
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = taken
    details[ExifTags.Base.OffsetTimeOriginal] = "+08:00"
    picture.save(path, quality=82, optimize=True, exif=exif)


def main() -> None:
    """Draw everything anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, screen in SCREENS.items():
        screen().save(FOLDER / name)
    for name, (photo, taken) in PHOTOS.items():
        save_photo(FOLDER / name, photo(), taken)
    (FOLDER / "wangwang_20261118.txt").write_text(wangwang(), "utf-8", newline="")
    (FOLDER / "order.txt").write_text(pasted_order(), "utf-8", newline="")


if __name__ == "__main__":
    main()
