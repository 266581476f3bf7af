"""Recordings are looked at without playing them."""

from __future__ import annotations

import wave
from datetime import UTC, datetime
from pathlib import Path

import av
import pytest
from PIL import Image

from keepproof.errors import KnownError
from keepproof.readers.documents import recording
from keepproof.readers.facts import Limits
from keepproof.readers.video import facts, tags, thumbnail


def test_length_and_size_are_told(film: Path) -> None:
    found = facts(film)

    assert (found.width, found.height, found.duration_s, found.odd) == (96, 64, 1.0, "")


def test_the_time_of_recording_is_told(film: Path) -> None:
    found = facts(film).taken_at

    assert found is not None
    assert found.at == datetime(2026, 11, 13, 2, 12, 8, tzinfo=UTC)
    assert found.source == "video"


def test_the_first_frame_is_shown(film: Path, tmp_path: Path) -> None:
    thumbnail(film, tmp_path / "a.webp", 48)

    with Image.open(tmp_path / "a.webp") as image:
        assert image.size == (48, 32)


@pytest.mark.parametrize("kept", [0, 20, 300])
def test_the_beginning_of_a_film_is_named_broken(film: Path, kept: int) -> None:
    film.write_bytes(film.read_bytes()[:kept])

    assert facts(film).odd == "readers.video_broken"


def test_a_broken_film_gives_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"\0\0\0\x18ftypisom" + b"\xff" * 500)

    with pytest.raises(KnownError) as caught:
        thumbnail(path, tmp_path / "a.webp", 48)
    assert caught.value.code == "readers.video_broken"


def test_a_frame_with_too_many_pixels_is_not_decoded(film: Path) -> None:
    assert facts(film, Limits(pixels=100)).odd == "readers.image_too_large"


def test_a_list_of_other_files_is_not_followed(film: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.m3u8"
    path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{film}\n")

    assert facts(path).odd == "readers.video_broken"


def test_a_list_of_films_to_join_is_not_followed(film: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"ffconcat version 1.0\nfile {film}\n")

    assert facts(path).odd == "readers.video_broken"


def test_sound_has_a_length(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\0\0" * 12_000)

    assert (facts(path).duration_s, facts(path).odd) == (1.5, "")


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """Record a tenth of a second of silence with its tags."""
    path = tmp_path / "call.m4a"
    with av.open(str(path), "w", format="mp4") as container:
        container.metadata.update({"title": "通话\n录音", "artist": "小店", "genre": "x"})
        sound = container.add_stream("aac", rate=48000)
        frame = av.AudioFrame(format="s16", layout="mono", samples=4800)
        frame.planes[0].update(bytes(frame.planes[0].buffer_size))
        frame.sample_rate = 48000
        for one in (frame, None):
            for packet in sound.encode(one):
                container.mux(packet)
    return path


def test_tags_are_told_on_one_line_each(call: Path) -> None:
    assert tags(call) == {"title": "通话 录音", "artist": "小店"}
    assert dict(facts(call).said) == tags(call)


def test_the_words_of_a_recording_are_its_tags(call: Path) -> None:
    found = recording.read(call, "call.m4a", "audio/mp4")

    assert (found.source, found.text) == ("recording", "通话 录音\n小店")


def test_what_is_no_recording_has_no_tags(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"OggS" + bytes(100))

    assert tags(path) == {}


def test_a_tag_that_claims_gigabytes_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 800, "NONE", ""))
        sound.writeframes(bytes(1600))
    data = path.read_bytes()
    path.write_bytes(data + b"LIST\x2a\0\0\xbbINFOINAM\x10\0\0\0" + bytes(64))

    assert facts(path).odd == "readers.video_broken"


def test_a_tag_as_long_as_it_says_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 800, "NONE", ""))
        sound.writeframes(bytes(1600))
    path.write_bytes(path.read_bytes() + b"LIST\x10\0\0\0INFOINAM\x04\0\0\0call")

    assert (facts(path).odd, tags(path)) == ("", {"title": "call"})
