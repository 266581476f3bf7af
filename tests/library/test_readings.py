from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from keepproof.domain.reading import Reading, ReadLine
from keepproof.library.library import Library

AT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
READING = Reading(
    "ab" * 32,
    "picture",
    "退款成功\ud800",
    (ReadLine("退款成功", (10, 20, 300, 44), 1, 0.93), ReadLine("\ud800")),
    "refund",
    "rapidocr",
    3,
    AT,
    "readers.cut",
    {"lang": "zh"},
)


def test_a_reading_comes_back_as_it_was_put(library: Library) -> None:
    library.readings.put(READING)
    assert library.readings.get(READING.sha256) == READING
    assert library.readings.get("cd" * 32) is None


def test_a_later_reading_takes_the_place_of_the_earlier(library: Library) -> None:
    library.readings.put(READING)
    later = Reading(READING.sha256, "text", "x", engine="other", version=1, at=AT)
    library.readings.put(later)
    assert library.readings.get(READING.sha256) == later
    assert library.readings.known() == {READING.sha256: ("other", 1)}


def test_what_is_forgotten_is_to_be_read_again(library: Library) -> None:
    library.readings.put(READING)
    library.readings.forget(READING.sha256)
    assert library.readings.known() == {}


def test_readings_stay_when_the_library_is_opened_again(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        library.readings.put(READING)
    with Library.open(tmp_path / "library") as library:
        assert library.readings.get(READING.sha256) == READING
