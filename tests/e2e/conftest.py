"""A screen of its own, a window manager, a file manager and a hand that moves the mouse."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ui.conftest import nothing_left, start_window  # noqa: F401 - the window of this process

HERE = Path(__file__).parent
TOOLS = ("Xvfb", "openbox", "pcmanfm", "xdotool", "xclip")
PATIENCE_S = 60.0


@dataclass
class Screen:
    """A virtual screen with a window manager; everything started on it ends with it."""

    display: str
    home: Path
    children: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def env(self) -> dict[str, str]:
        runtime = self.home / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        mine = {
            "DISPLAY": self.display,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "KEEPPROOF_HOME": str(self.home / "keepproof"),
            "LANG": "C.UTF-8",
        }
        return {**os.environ, **mine}

    def start(self, *command: str, **more: Any) -> subprocess.Popen[str]:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        child = subprocess.Popen(command, env=self.env, text=True, **{**quiet, **more})
        self.children.append(child)
        return child

    def do(self, *words: object) -> str:
        command = ["xdotool", *map(str, words)]
        return subprocess.run(
            command, env=self.env, capture_output=True, text=True, check=True
        ).stdout

    def click(self, x: int, y: int) -> None:
        self.do("mousemove", x, y, "click", 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag as a hand does: slowly enough for both programs to follow."""
        self.do("mousemove", *start, "mousedown", 1)
        steps = 12
        for step in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            self.do("mousemove", x, y, "sleep", "0.06")
        self.do("mousemove", end[0] + 3, end[1] + 3, "sleep", "0.4", "mouseup", 1)

    def wait_window(self, kind: str) -> str:
        """Wait for a visible window of a class and return its id."""
        found = until(lambda: self._search(kind), f"a window of {kind}")
        return str(found).split()[-1]

    def _search(self, kind: str) -> str:
        command = ["xdotool", "search", "--onlyvisible", "--class", kind]
        return subprocess.run(
            command, env=self.env, capture_output=True, text=True, check=False
        ).stdout

    def stop(self) -> None:
        for child in reversed(self.children):
            child.terminate()
        for child in self.children:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()


class Window:
    """The real program on a screen, and a line to ask it what it shows."""

    def __init__(self, screen: Screen) -> None:
        self._child = screen.start(
            sys.executable,
            str(HERE / "window_under_test.py"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None,
        )
        self._read()

    @property
    def pid(self) -> int:
        return self._child.pid

    def ask(self, expression: str) -> Any:
        assert self._child.stdin
        self._child.stdin.write(expression + "\n")
        self._child.stdin.flush()
        return self._read()

    def centre(self, expression: str) -> tuple[int, int]:
        """Give the middle of a widget on the screen."""
        x, y, width, height = self.ask(f"rect({expression})")
        return x + width // 2, y + height // 2

    def close(self) -> int:
        self.ask("[one.close() for one in app.topLevelWidgets() if one.isVisible()] and None")
        return self._child.wait(30)

    def _read(self) -> Any:
        assert self._child.stdout
        ready, _, _ = select.select([self._child.stdout], [], [], PATIENCE_S)
        if not ready:
            raise TimeoutError("the window does not answer")
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"the window ended with {self._child.wait(5)}")
        answer = json.loads(line)
        if "error" in answer:
            raise LookupError(answer["error"])
        return answer["value"]


def until(check: Callable[[], Any], what: str) -> Any:
    """Wait until something holds; say what was awaited when it never does."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            value = check()
        except LookupError:
            value = None
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """Start a screen with a window manager, or skip where its tools are missing."""
    absent = [one for one in TOOLS if shutil.which(one) is None]
    if absent:
        pytest.skip(f"missing: {', '.join(absent)}")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True
    )
    os.close(write)
    with os.fdopen(read) as line:
        number = line.readline().strip()
    one = Screen(f":{number}", tmp_path, [server])
    one.start("openbox")
    yield one
    one.stop()


@pytest.fixture
def window(screen: Screen) -> Window:
    """Start the real program on the screen."""
    return Window(screen)
