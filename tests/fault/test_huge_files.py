"""Files far larger than anybody reads: kept whole, read in part, within bounds of memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from keepproof.readers import plain_text
from keepproof.readers.chats.reader import MOST_MESSAGES

CHILD = Path(__file__).with_name("huge_child.py")
LINE = "2026-08-05 09:31:00 INFO 订单 2690183455720166318 状态更新，等待商家处理退款申请\n"
SAID = "2026/8/5, 09:31 - 某某店: 亲，您的订单今天发出，请留意物流信息哦\n"
MEMORY_MIB = 1024


def filled(path: Path, line: str, size: int) -> Path:
    """Fill a file with a line, over and over."""
    block = line.encode() * (1024 * 1024 // len(line.encode()) + 1)
    with path.open("wb") as file:
        while file.tell() < size:
            file.write(block)
    return path


def child(tmp_path: Path, file: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(CHILD), str(tmp_path / "library"), str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    print(found)
    return found


def test_of_a_long_log_the_beginning_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_text, "LARGEST", 10_000)
    found = plain_text.read_text(filled(tmp_path / "a.log", LINE, 100_000), "a.log", "text/plain")
    assert found.problem == "readers.text_cut"
    assert set(found.text.strip().split("\n")) == {LINE.strip()}


def test_a_long_line_is_not_cut_within_a_character(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for largest in (10_000, 10_001, 10_002):
        monkeypatch.setattr(plain_text, "LARGEST", largest)
        file = filled(tmp_path / "a.log", "退款", 100_000)
        assert set(plain_text.read_text(file, "a.log", "text/plain").text) == {"退", "款"}


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_a_log_of_500_megabytes(tmp_path: Path) -> None:
    found = child(tmp_path, filled(tmp_path / "server.log", LINE, 500_000_000))
    assert found["size"] >= 500_000_000
    assert found["problem"] == "readers.text_cut"
    assert found["chat"] == "chats.too_large"
    assert max(found["peak_mib"].values()) < MEMORY_MIB


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_a_chat_of_a_million_messages(tmp_path: Path) -> None:
    size = len(SAID.encode()) * 1_000_000
    found = child(tmp_path, filled(tmp_path / "WhatsApp.txt", SAID, size))
    assert found["chat"] == f"{MOST_MESSAGES} messages"
    assert "chats.too_many" in found["chat_problems"]
    assert max(found["peak_mib"].values()) < 2 * MEMORY_MIB
