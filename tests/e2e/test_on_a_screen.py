"""The stories of the window once more, on a real screen with a window manager.

They are told in the test process, which draws nowhere; here the same stories run where windows are mapped, get and
lose focus, and are painted.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from e2e.conftest import Screen

pytestmark = pytest.mark.xdist_group("screen")
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LONGEST_S = 110


@pytest.mark.parametrize("story", ["test_bundle", "test_call", "test_chat", "test_drop_bill"])
def test_the_story_holds_on_a_screen(screen: Screen, story: str) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        str(HERE / f"{story}.py"),
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=screen.env,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_S,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "100%" in done.stdout
