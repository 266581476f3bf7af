"""Measure the longest pause of the window while it reads pictures in the background.

`python tests/bench/heartbeat.py`: three drawn screenshots are dropped on a window without a screen; the figure is the
longest time between two beats of a timer until all are read, the reference the 50 ms that are allowed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.TemporaryDirectory()
os.environ["KEEPPROOF_HOME"] = HOME.name
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QTimer  # noqa: E402 - the home comes first
from PySide6.QtWidgets import QApplication  # noqa: E402 - see above

from keepproof.paths import user_paths  # noqa: E402 - see above
from keepproof.ui.start import Start  # noqa: E402 - see above
from readers.written import written  # noqa: E402 - see above

ALLOWED_S, BEAT_MS, PATIENCE_S = 0.05, 5, 120.0


def main() -> int:
    app = QApplication([])
    start = Start(app, user_paths())
    start.show()
    spin(app, 2.0)
    files = [drawn(Path(HOME.name), number) for number in range(3)]
    importing = start.window.importing
    assert importing is not None
    importing.add(files, None, None, "dropped")
    start.window.show_place("evidence")
    spin(app, 1.0)  # what is dropped is shown: not what is measured here
    beats = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(BEAT_MS)
    reading, begun, end = start.session.reading, False, time.perf_counter() + PATIENCE_S
    while time.perf_counter() < end and not (begun and not reading.waiting):
        begun = begun or reading.waiting > 0
        app.processEvents()
        time.sleep(0.001)
    done = begun and not reading.waiting
    timer.stop()
    start.window.close()
    start.close()
    longest = max(later - before for before, later in pairwise(beats))
    row = {"name": "longest pause of the window while pictures are read", "figure_s": longest}
    row |= {"reference_s": ALLOWED_S, "ratio": round(longest / ALLOWED_S, 3), "goal": 1.0}
    print(json.dumps(row, ensure_ascii=False), flush=True)
    return 0 if done else 1


def drawn(folder: Path, number: int) -> Path:
    path = folder / f"{number}.png"
    words = [(f"图{number} 第{at:03}条 已签收", (60, 40 + 118 * at)) for at in range(19)]
    written((1080, 2340), words, letters=42).save(path)
    return path


def spin(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    sys.exit(main())
