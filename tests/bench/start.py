"""Measure start to first paint with a library of 10,000 items against a bare PySide6 window."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.domain.order import Moments, OrderItem
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.services.log_order import OrderForm, add_order
from keepproof.ticket import Ticket

ITEMS = 10_000
ORDERS = 500
RUNS = 9
GOAL = 1.6

# Both programs end themselves with the first paint, so the whole life of the process is what is measured.
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
from PySide6.QtCore import QTimer
import os
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)
app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("KeepProof"))
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return False
started = QApplication.exec
def run():
    watch = Watch()
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    windows[0].installEventFilter(watch)
    return started()
QApplication.exec = staticmethod(run)
from keepproof import app
app.main([])
"""


def fill(home: Path) -> None:
    """Build a library of small items by the ordinary ways."""
    with Library.open(home / "data" / "library") as library:
        start = datetime(2025, 1, 1, tzinfo=UTC)
        for number in range(ORDERS):
            at = start + timedelta(hours=number)
            form = OrderForm(
                number=f"26{number:017d}",
                platform="tmall",
                shop=f"示例店铺 {number % 40}",
                items=(OrderItem(f"示例商品 {number}"),),
                paid=Money(100 * number + 990),
                moments=Moments(ordered=at, paid=at),
            )
            add_order(library, form, Ticket())
        orders = [one.id for one in library.orders.all()]
        folder = home / "files"
        folder.mkdir()
        paths = []
        for number in range(ITEMS):
            path = folder / f"item_{number}.txt"
            path.write_text(f"聊天 {number}", "utf-8")
            paths.append(path)
        per = ITEMS // ORDERS
        for index, order_id in enumerate(orders):
            batch = [
                Incoming(path, order_id=order_id, kind=EvidenceKind.CHAT)
                for path in paths[index * per : (index + 1) * per]
            ]
            for _ in library.keep(batch, Ticket()):
                pass


def measure(program: str, env: dict[str, str]) -> float:
    """Return the wall time of one start in seconds."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home)
        # both start as an installed program does, from bytecode; the first run writes it, beside the checkout
        env = {
            **{
                name: value
                for name, value in os.environ.items()
                if name != "PYTHONDONTWRITEBYTECODE"
            },
            "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
            "KEEPPROOF_HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "zh_CN.UTF-8",
        }
        pairs = [(measure(BARE, env), measure(OURS, env)) for _ in range(RUNS + 1)][1:]
    reference = statistics.median(bare for bare, _ in pairs)
    figure = statistics.median(ours for _, ours in pairs)
    name = f"start to first paint, library of {ITEMS:,} items"
    row = {
        "name": name,
        "figure_s": figure,
        "reference_s": reference,
        "ratio": figure / reference,
        "goal": GOAL,
    }
    print(json.dumps(row))


if __name__ == "__main__":
    main()
