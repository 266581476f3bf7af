from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from keepproof.domain.chat import Role
from keepproof.domain.reading import Reading, ReadLine
from keepproof.errors import KnownError
from keepproof.readers.chat_shot import chat_of
from keepproof.readers.hints import suggestions
from keepproof.readers.reading import PICTURE_TIMEOUT_S, Found, read, reader_of
from keepproof.readers.sandbox import Sandbox
from keepproof.services.understand import slow_sandbox
from readers.written import font, written

pytest.importorskip("rapidocr")

WORDS = ("订单编号 2690183455720166318", "实付款 ¥1299.00")


@pytest.fixture(scope="module")
def child() -> Iterator[Sandbox]:
    """Give one child to all tests, since loading the models takes a while."""
    with slow_sandbox() as one:
        yield one


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def found(child: Sandbox, path: Path) -> Found:
    return child.run(read, path, "picture", "image/png", timeout_s=PICTURE_TIMEOUT_S)


def lines(found: Found) -> list[str]:
    return [one.text.replace(" ", "") for one in found.lines]


WANTED = [one.replace(" ", "") for one in WORDS]


def two_lines(**how: str) -> Image.Image:
    return written((760, 260), [(WORDS[0], (40, 50)), (WORDS[1], (40, 160))], **how)  # type: ignore[arg-type]


def test_lines_stand_in_reading_order_with_their_boxes(child: Sandbox, path: Path) -> None:
    two_lines().save(path, "PNG")
    seen = found(child, path)
    assert lines(seen) == WANTED
    assert seen.source == "picture"
    assert (seen.facts["width"], seen.facts["height"]) == ("760", "260")
    first = font(36).getbbox(WORDS[0])
    left, top, right, bottom = box(seen.lines[0])
    assert abs(left - (40 + first[0])) <= 12
    assert abs(right - (40 + first[2])) <= 12
    assert top <= 50 + first[1] + 4
    assert bottom >= 50 + first[3] - 4


def box(line: ReadLine) -> tuple[int, int, int, int]:
    assert line.box is not None
    return line.box


def test_light_words_on_a_dark_ground_are_read(child: Sandbox, path: Path) -> None:
    two_lines(ink="#e8e8e8", ground="#1b1b1b").save(path, "PNG")
    assert lines(found(child, path)) == WANTED


@pytest.mark.parametrize("ink", [(255, 255, 255, 255), (0, 0, 0, 255)])
def test_words_on_a_transparent_ground_are_read(
    child: Sandbox, path: Path, ink: tuple[int, int, int, int]
) -> None:
    unseen = (ink[0], ink[1], ink[2], 0)
    words = [(WORDS[1], (40, 50))]
    written((460, 160), words, ink=ink, ground=unseen, mode="RGBA").save(path, "PNG")
    assert lines(found(child, path)) == WANTED[1:]


def test_a_photo_turned_by_its_camera_has_boxes_of_the_upright_picture(
    child: Sandbox, path: Path
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    two_lines().transpose(Image.Transpose.ROTATE_90).save(path, "JPEG", exif=exif, quality=95)
    seen = found(child, path)
    assert lines(seen) == WANTED
    assert (seen.facts["width"], seen.facts["height"]) == ("760", "260")
    assert box(seen.lines[0])[3] < box(seen.lines[1])[1]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_photo_taken_sideways_or_upside_down_is_read(
    child: Sandbox, path: Path, turn: int
) -> None:
    two_lines().rotate(turn, expand=True).save(path, "PNG")
    assert lines(found(child, path)) == WANTED


def test_a_picture_without_words_has_none(child: Sandbox, path: Path) -> None:
    Image.new("RGB", (320, 240), "#336699").save(path, "PNG")
    seen = found(child, path)
    assert (seen.source, seen.text, seen.lines, seen.problem) == ("picture", "", (), "")


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 5)])
def test_what_is_too_small_for_a_letter_is_no_problem(
    child: Sandbox, path: Path, size: tuple[int, int]
) -> None:
    Image.new("RGB", size).save(path, "PNG")
    assert found(child, path).lines == ()


def test_a_long_screenshot_is_read_whole(child: Sandbox, path: Path) -> None:
    wanted = [f"第{at:03}条消息已经签收" for at in range(1, 49)]
    # a step that has nothing in common with the size of the tiles, so that seams go through lines
    words = [(line, (60 + 37 * (at % 5), 30 + 124 * at)) for at, line in enumerate(wanted)]
    written((1080, 6000), words, letters=44).save(path, "PNG")
    assert lines(found(child, path)) == wanted


def test_a_monstrous_picture_is_refused_with_the_reason(child: Sandbox, path: Path) -> None:
    def part(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header)
    path.write_bytes(data + part(b"IDAT", zlib.compress(bytes(1000))) + part(b"IEND", b""))
    with pytest.raises(KnownError) as error:
        found(child, path)
    assert error.value.code == "readers.picture_too_large"


def test_a_damaged_picture_is_refused_with_the_reason(child: Sandbox, path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(KnownError) as error:
        found(child, path)
    assert error.value.code == "readers.image_broken"


def test_the_pages_of_a_tiff_are_read_one_after_the_other(child: Sandbox, path: Path) -> None:
    first, second = (written((400, 120), [(word, (40, 30))]) for word in ("发票号码", "价税合计"))
    first.save(path, "TIFF", save_all=True, append_images=[second])
    seen = found(child, path)
    assert [(one.page, one.text) for one in seen.lines] == [(0, "发票号码"), (1, "价税合计")]


def test_a_child_that_takes_too_long_is_replaced(path: Path) -> None:
    two_lines().save(path, "PNG")
    with slow_sandbox() as own:
        with pytest.raises(KnownError) as error:
            own.run(read, path, "picture", "image/png", timeout_s=0.05)
        assert error.value.code == "readers.timeout"
        assert lines(found(own, path)) == WANTED


def watched(path: Path) -> list[str]:
    """Read a picture and say which sockets were asked for meanwhile."""
    asked: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket."):
            asked.append(f"{event} {arguments}")

    sys.addaudithook(hook)
    read(path, "picture", "image/png")
    return asked


def test_nothing_is_fetched_and_nothing_is_said(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    two_lines().save(path, "PNG")
    with slow_sandbox() as own:
        assert own.run(watched, path, timeout_s=PICTURE_TIMEOUT_S) == []
    assert capfd.readouterr() == ("", "")


def test_pictures_wait_for_their_reader() -> None:
    reader = reader_of("image/jpeg")
    assert reader is not None
    assert (reader.engine, reader.quick, reader.ready) == ("picture", False, True)


def test_a_screenshot_of_a_chat_is_told_with_its_sides(child: Sandbox, path: Path) -> None:
    words = [
        ("12:09", (40, 20)),
        ("您好，在的", (170, 320)),
        ("吸尘器不通电，申请退款", (460, 460)),
        ("亲，四十八小时内给您处理", (170, 600)),
        ("好的", (830, 740)),
    ]
    written((1080, 900), words, letters=42).save(path, "PNG")
    seen = found(child, path)
    assert seen.kind == "chat"
    reading = Reading("ab" * 32, seen.source, seen.text, seen.lines, seen.kind, facts=seen.facts)
    chat = chat_of(reading)
    assert chat is not None
    me, other = Role.ME, Role.UNKNOWN
    assert [one.role for one in chat.messages] == [other, me, other, me]
    assert chat.messages[1].text == "吸尘器不通电，申请退款"


def test_a_screenshot_of_an_order_is_told_with_the_place_of_its_number(
    child: Sandbox, path: Path
) -> None:
    words = [
        ("实付款", (60, 60)),
        ("¥1299.00", (860, 60)),
        ("订单编号", (60, 160)),
        ("2690183455720166318", (300, 160)),
        ("付款时间", (60, 260)),
        ("2026-11-10 13:06:01", (300, 260)),
    ]
    written((1080, 400), words, letters=38).save(path, "PNG")
    seen = found(child, path)
    assert seen.kind == "order"
    reading = Reading("ab" * 32, seen.source, seen.text, seen.lines, seen.kind, facts=seen.facts)
    hints = {one.field: one for one in suggestions(reading)}
    assert hints["number"].value == "2690183455720166318"
    ((left, top, right, bottom),) = hints["number"].boxes
    assert left < 310
    assert right > 650
    assert top < 190 < bottom
    assert hints["paid"].value == "1299.00"
    assert hints["paid_at"].value.startswith("2026-11-10T13:06:01")
