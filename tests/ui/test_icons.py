from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from keepproof import assets
from keepproof.ui import icons, theme

SOURCE = Path(icons.__file__).parent
STYLED = {
    f"{name}-{shade}" for name in ("arrow", "arrow-up", "tick") for shade in ("dark", "light")
}
OWN = {"keepproof", "keepproof-16", *STYLED}


def shipped() -> set[str]:
    return {one.stem for one in assets.path("icons").glob("*.svg")}


@pytest.mark.parametrize("name", sorted(shipped() - OWN))
def test_every_icon_takes_the_colour_it_is_given(qapp: QApplication, name: str) -> None:
    picture = icons.pixmap(name, "bad_mark", 32).toImage()
    colors = {
        picture.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert colors == {theme.color("bad_mark").name()}


def test_a_missing_icon_is_a_quiet_square(qapp: QApplication) -> None:
    assert not icons.pixmap("no-such-icon", "text2", 16).isNull()


def test_an_icon_has_pixels_for_dense_screens(qapp: QApplication) -> None:
    picture = icons.pixmap("sun", "text2", 16, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def test_a_selected_icon_keeps_its_colours(qapp: QApplication) -> None:
    icon = icons.icon("sun")
    normal = icon.pixmap(16, 16, QIcon.Mode.Normal).toImage()
    assert icon.pixmap(16, 16, QIcon.Mode.Selected).toImage() == normal


def test_colours_follow_the_theme(qapp: QApplication) -> None:
    light = icons.pixmap("sun").toImage()
    theme.apply(qapp, "dark", 100)
    assert icons.pixmap("sun").toImage() != light


def test_the_mark_of_the_program_has_small_and_large_sizes(qapp: QApplication) -> None:
    sizes = {one.width() for one in icons.app_icon().availableSizes()}
    assert {16, 32, 256} <= sizes


def test_every_icon_named_in_the_code_is_shipped() -> None:
    pattern = re.compile(r"(?:icons\.(?:icon|pixmap)|IconButton)\(\s*\"([a-z-]+)\"")
    named = {
        name for file in SOURCE.rglob("*.py") for name in pattern.findall(file.read_text("utf-8"))
    }
    assert named - shipped() == set()
