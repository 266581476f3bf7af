"""The fonts of this computer, as far as papers and captions need them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

# Sans-serif faces first, as they come with Linux, Windows and macOS.
CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "DengXian",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Serif CJK SC",
    "Songti SC",
    "SimSun",
    "Droid Sans Fallback",
)
FALLBACK = "Libertinus Serif"  # comes with typst
REGULAR = 400


@dataclass(frozen=True, slots=True)
class FontSource:
    """Where fonts are looked for: in the system, and in further folders."""

    system: bool = True
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face: its file and its place in it, from 0."""

    path: Path
    index: int


def load(source: FontSource) -> Fonts:
    """Look through the fonts, which takes some tenths of a second."""
    from typst import Fonts  # noqa: PLC0415 - only where something is printed

    return Fonts(
        include_system_fonts=source.system, font_paths=[str(one) for one in source.folders]
    )


def families(fonts: Fonts) -> list[str]:
    """List the faces to print with, the best for Chinese first."""
    there = set(fonts.families())
    return [*(one for one in CHINESE if one in there), FALLBACK]


def caption_font(source: FontSource | None = None) -> FontFile | None:
    """Find a font file with Chinese characters to write on pictures with; None when there is none known."""
    regular = {
        one.family: FontFile(Path(one.path), one.index)
        for one in load(source or FontSource()).fonts()
        if one.path and one.weight == REGULAR and one.style == "normal"
    }
    return next((regular[one] for one in CHINESE if one in regular), None)
