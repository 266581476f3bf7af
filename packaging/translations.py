"""Collect the window's strings into resources/i18n/*.ts, and compile those to .qm.

`update` needs pyside6-lupdate, `release` pyside6-lrelease; both come with PySide6-Essentials. The source strings are
English; zh_CN is complete, en holds only plural forms.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("zh_CN", "en")


def tool(name: str) -> str:
    """Find a Qt tool in the PySide6 wheel (its place differs by system)."""
    base = Path(PySide6.__path__[0])
    for place in (base / name, base / "Qt" / "libexec" / name, base / f"{name}.exe"):
        if place.is_file():
            return str(place)
    raise SystemExit(f"{name} is not in the PySide6 wheel at {base}")


def sources() -> list[str]:
    """List the modules that may hold strings."""
    return [str(one) for one in sorted((ROOT / "src" / "keepproof" / "ui").rglob("*.py"))]


def update() -> None:
    """Bring the .ts files up to date with the source."""
    for lang in LANGUAGES:
        target = I18N / f"keepproof_{lang}.ts"
        plural = ["-pluralonly"] if lang == "en" else []
        command = [
            tool("lupdate"),
            *plural,
            "-no-obsolete",
            "-locations",
            "none",
            "-target-language",
            lang,
        ]
        subprocess.run(
            [*command, *sources(), "-ts", str(target)], check=True, stdout=subprocess.DEVNULL
        )


def release() -> None:
    """Compile every .ts file."""
    for lang in LANGUAGES:
        source = I18N / f"keepproof_{lang}.ts"
        if source.is_file():
            command = [
                tool("lrelease"),
                "-silent",
                str(source),
                "-qm",
                str(source.with_suffix(".qm")),
            ]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    {"update": update, "release": release}[sys.argv[1]]()
