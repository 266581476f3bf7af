"""Real drops from a real file manager and a real clipboard, into the real window."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from e2e.conftest import Screen, Window, until

pytestmark = pytest.mark.xdist_group("screen")

TILES = "[one.evidence.original_name for one in named('EvidenceStrip').tiles().filed()]"
NUMBERS = "[one.number for one in named('EvidenceStrip').tiles().filed()]"


def mixed_files(folder: Path) -> dict[str, bytes]:
    """Make twelve files of many kinds, two of which nothing can read."""
    folder.mkdir()
    files: dict[str, bytes] = {}
    for number, form in enumerate(("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")):
        buffer = io.BytesIO()
        Image.new("RGB", (64, 120), (40 * number, 90, 120)).save(buffer, form)
        files[f"shot_{number}.{form.lower()}"] = buffer.getvalue()
    files["chat.txt"] = "tb买家示例 2026-11-16 09:12:00\n您好，标准档只有 8 分钟\n".encode()
    files["gb.txt"] = "商家：这属于正常现象".encode("gb18030")
    files["bill.csv"] = "交易时间,金额\n2026-11-10,1299.00\n".encode()
    files["page.html"] = "<html><body>标准档续航 40 分钟</body></html>".encode()
    files["broken.png"] = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
    files["unknown.bin"] = bytes(range(256))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return files


def prints(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        one.name: (hashlib.sha256(one.read_bytes()).hexdigest(), one.stat().st_mtime_ns)
        for one in folder.iterdir()
    }


@pytest.fixture
def order_window(screen: Screen) -> Window:
    """Start the window on a library with one order, and show that order."""
    words = [
        "order",
        "add",
        "--platform",
        "tmall",
        "--no",
        "2690183455720166318",
        "--shop",
        "澄屿家电旗舰店",
    ]
    subprocess.run(
        [sys.executable, "-m", "keepproof", *words, "--item", "X1 无线吸尘器", "--paid", "1299.00"],
        env=screen.env,
        check=True,
        capture_output=True,
    )
    window = Window(screen)
    until(lambda: window.ask("rect(named('NavRow', 'Orders 1'))"), "the count of orders")
    screen.click(*window.centre("named('NavRow', 'Orders 1')"))
    until(lambda: window.ask("rect(named('OrderList'))"), "the list of orders")
    x, y, width, _ = window.ask("rect(named('OrderList'))")
    screen.click(x + width // 2, y + 30)
    until(lambda: window.ask("named('EvidenceStrip').isVisible()"), "the order")
    return window


def test_twelve_mixed_files_dropped_from_a_file_manager_become_twelve_numbered_tiles(
    screen: Screen, order_window: Window, tmp_path: Path
) -> None:
    folder = tmp_path / "dropped"
    files = mixed_files(folder)
    before = prints(folder)
    screen.start("pcmanfm", str(folder))
    manager = screen.wait_window("pcmanfm")
    screen.do(
        "windowsize", manager, 420, 560, "windowmove", manager, 1170, 60, "windowactivate", manager
    )
    until(lambda: "560" in screen.do("getwindowgeometry", manager), "the file manager in its place")
    screen.do("key", "--window", manager, "ctrl+a")
    target = order_window.centre("named('EvidenceStrip')")
    x, y = icon_place(screen, manager)
    screen.drag((x, y), (min(target[0], 1000), target[1]))
    until(lambda: len(order_window.ask(NUMBERS)) >= 1, "the first tile")
    order_window.ask("named('EvidenceStrip').set_folded(folded=False)")
    until(lambda: len(order_window.ask(NUMBERS)) == 12, "twelve tiles")
    assert sorted(order_window.ask(TILES)) == sorted(files)
    assert sorted(order_window.ask(NUMBERS)) == list(range(1, 13))
    assert prints(folder) == before
    assert_no_network(order_window)


def icon_place(screen: Screen, manager: str) -> tuple[int, int]:
    """Point at the first icon: below the tool bars, right of the side pane."""
    words = screen.do("getwindowgeometry", "--shell", manager)
    place = dict(line.split("=", 1) for line in words.splitlines() if "=" in line)
    return int(place["X"]) + 215, int(place["Y"]) + 105


def test_a_picture_pasted_from_the_clipboard_becomes_evidence(
    screen: Screen, order_window: Window, tmp_path: Path
) -> None:
    picture = tmp_path / "clip.png"
    Image.new("RGB", (80, 60), (200, 30, 30)).save(picture)
    screen.start(
        "xclip", "-selection", "clipboard", "-t", "image/png", "-i", str(picture), "-loops", "0"
    )
    until(lambda: clipboard_offers(screen, "image/png"), "the picture on the clipboard")
    screen.do("key", "ctrl+v")
    until(lambda: len(order_window.ask(NUMBERS)) == 1, "the pasted tile")
    item = "named('EvidenceStrip').tiles().filed()[0].evidence"
    assert order_window.ask(f"{item}.origin") == "pasted"
    assert order_window.ask(f"{item}.sha256") == hashlib.sha256(picture.read_bytes()).hexdigest()
    assert order_window.close() == 0


def clipboard_offers(screen: Screen, kind: str) -> bool:
    command = ["xclip", "-selection", "clipboard", "-t", "TARGETS", "-o"]
    said = subprocess.run(command, env=screen.env, capture_output=True, text=True, check=False)
    return kind in said.stdout


def assert_no_network(window: Window) -> None:
    """Hold the program's open sockets against the system's tables of network sockets."""
    links = []
    for one in Path(f"/proc/{window.pid}/fd").iterdir():
        try:
            links.append(str(one.readlink()))
        except OSError:
            continue
    inodes = {link[8:-1] for link in links if link.startswith("socket:[")}
    network: set[str] = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        lines = Path(f"/proc/{window.pid}/net/{table}").read_text("ascii").splitlines()[1:]
        network |= {line.split()[9] for line in lines}
    assert not inodes & network
