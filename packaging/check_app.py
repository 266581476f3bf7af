"""Try the frozen program as somebody would who has no Python: every part that is loaded only when needed.

Usage: python packaging/check_app.py dist/KeepProof
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from PIL import Image, ImageDraw

NUMBER = "2690183455720166318"
ENDING = ".exe" if sys.platform == "win32" else ""


class App:
    """The frozen program, with a home of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        """Take the folder of the program and an empty one to live in."""
        self._folder = folder
        self._home = home
        kept = ("PATH", "SYSTEMROOT", "TEMP", "LANG", "FONTCONFIG_PATH")
        self._environment = {name: os.environ[name] for name in kept if name in os.environ}
        self._environment |= {
            "HOME": str(home),
            "KEEPPROOF_HOME": str(home / "data"),
            "KEEPPROOF_LANG": "en",
        }

    def command(self, *words: str) -> str:
        """Run a command; say what it printed where it fails."""
        line = [
            str(self._folder / f"keepproof-cli{ENDING}"),
            "--library",
            str(self._home / "library"),
        ]
        done = subprocess.run(
            [*line, *words],
            env=self._environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            sys.exit(f"{' '.join(words)}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def window(self, seconds: float) -> None:
        """Open the window without a screen, and see that it stays open without a word."""
        environment = self._environment | {"QT_QPA_PLATFORM": "offscreen"}
        line = [str(self._folder / f"KeepProof{ENDING}")]
        opened = subprocess.Popen(line, env=environment, stderr=subprocess.PIPE, text=True)
        try:
            _, said = opened.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            opened.kill()
            _, said = opened.communicate()
        else:
            sys.exit(f"the window closed by itself, exit {opened.returncode}\n{said}")
        log = self._home / "data" / "logs" / "keepproof.log"
        errors = log.read_text("utf-8") if log.exists() else ""
        if "Traceback" in said + errors:
            sys.exit(f"{said}\n{errors}")


def make_files(folder: Path) -> None:
    """Make evidence of kinds that different libraries read."""
    picture = Image.new("RGB", (700, 200), "white")
    ImageDraw.Draw(picture).text((20, 60), "TRACKING 7730221588", fill="black", font_size=48)
    picture.save(folder / "shot.png")
    picture.save(folder / "letter.pdf")
    picture.save(folder / "photo.webp")
    chat = (
        "tb1 2026-08-05 09:31:00\nhello\nshop:support 2026-08-05 09:32:00\nrefund within 48 hours\n"
    )
    (folder / "chat.txt").write_text(chat, "utf-8")
    with zipfile.ZipFile(folder / "other.zip", "w") as made:
        made.writestr("a.txt", "a")


def main() -> int:
    """Go through the main job once."""
    folder = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        files = home / "files"
        files.mkdir()
        make_files(files)
        app = App(folder, home)
        app.command("demo")
        app.command(
            "order",
            "add",
            "--platform",
            "tmall",
            "--no",
            NUMBER,
            "--shop",
            "Shop",
            "--item",
            "X1",
            "--paid",
            "9",
        )
        kept = json.loads(app.command("evidence", "add", str(files), "--order", NUMBER, "--json"))
        if len(kept["kept"]) != 5 or kept["odd"] or kept["refused"]:
            sys.exit(f"evidence was not kept as it should be: {kept}")
        app.command("evidence", "read", "--order", NUMBER)
        for word in ("7730221588", "refund"):
            if word not in app.command("search", word).replace(" ", ""):
                sys.exit(f"search does not find {word}")
        app.command("dispute", "open", NUMBER, "--issue", "late_shipment")
        for words in (
            (
                "export",
                "pdf",
                NUMBER,
                "--channel",
                "merchant_chat",
                "--lang",
                "en",
                "-o",
                str(home / "a.pdf"),
            ),
            ("export", "docx", NUMBER, "--channel", "merchant_chat", "-o", str(home / "a.docx")),
            ("export", "bundle", NUMBER, "-o", str(home / "a.zip")),
            ("check", str(home / "a.zip")),
            ("phone", "95188"),
            ("backup", str(home / "b.zip")),
        ):
            app.command(*words)
        app.window(6)
    print("the frozen program does the main job")
    return 0


if __name__ == "__main__":
    sys.exit(main())
