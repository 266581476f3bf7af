"""Collect the window's strings into resources/i18n/*.ts, fill them from the tables people write, compile them to .qm.

`update` collects and fills, `release` compiles, `check` fails where something is untranslated or not up to date. Qt's own
tools come with PySide6-Essentials. The source strings are English; zh_CN is complete, en holds only plural forms.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import merge_translations
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


def collect(folder: Path) -> list[str]:
    """Bring the .ts files of a folder up to date with the source and the tables; list what is missing."""
    for lang in LANGUAGES:
        target = folder / f"keepproof_{lang}.ts"
        plural = ["-pluralonly"] if lang == "en" else []
        options = ["-no-obsolete", "-locations", "none", "-target-language", lang]
        command = [tool("lupdate"), *plural, *options, *sources(), "-ts", str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return [
        problem
        for lang in merge_translations.FILES
        for problem in merge_translations.merge(lang, folder)
    ]


def update() -> int:
    """Bring the .ts files of the project up to date; print what is missing."""
    problems = collect(I18N)
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


def check() -> int:
    """Fail where a string is untranslated, a translation is left over, or the .ts files are not up to date."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "i18n"
        shutil.copytree(I18N, folder)
        problems = collect(folder)
        for lang in LANGUAGES:
            name = f"keepproof_{lang}.ts"
            if (
                not (I18N / name).is_file()
                or (folder / name).read_bytes() != (I18N / name).read_bytes()
            ):
                problems.append(f"{name} is not up to date: run make translations")
    print("\n".join(problems) or "translations are complete", file=sys.stderr)
    return 1 if problems else 0


def release() -> int:
    """Compile every .ts file. An open window has the compiled one mapped: it is replaced, not written anew."""
    for lang in LANGUAGES:
        source = I18N / f"keepproof_{lang}.ts"
        if source.is_file():
            with tempfile.TemporaryDirectory(dir=I18N, prefix=".release-") as folder:
                made = Path(folder) / "made.qm"
                command = [tool("lrelease"), "-silent", str(source), "-qm", str(made)]
                subprocess.run(command, check=True)
                made.replace(source.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit({"update": update, "release": release, "check": check}[sys.argv[1]]())
