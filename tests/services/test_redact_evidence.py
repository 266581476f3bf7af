"""A redacted copy is evidence of its own; the original is only read, and everything can be taken back."""

from __future__ import annotations

import errno
import hashlib
import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.redaction import Box, copies, from_edges
from keepproof.errors import CancelledError, KnownError
from keepproof.library import copying
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.redact_evidence import (
    copy_name,
    former_boxes,
    original_of,
    preferred_copy,
    redact,
)
from keepproof.services.redact_picture import can_redact, redact_picture
from keepproof.ticket import Ticket

BOXES = (Box(10, 10, 30, 12), Box(50, 40, 20, 20))
Keep = Callable[..., FiledEvidence]


def png(size: tuple[int, int] = (90, 70), colour: str = "orange") -> bytes:
    out = io.BytesIO()
    tags = Image.Exif()
    tags[0x010F] = "Maker"
    Image.new("RGB", size, colour).save(out, "PNG", exif=tags)
    return out.getvalue()


@pytest.fixture
def picture(library: Library, order: Order, sandbox: Sandbox) -> Keep:
    """Keep a picture of a waybill under the order."""

    def keep_one(
        data: bytes = b"", *, filed: bool = True, name: str = "IMG_1.png"
    ) -> FiledEvidence:
        outcome = add_content(
            library,
            data or png(),
            name,
            order_id=order.id if filed else None,
            kind=EvidenceKind.WAYBILL,
            origin="dropped",
            ticket=Ticket(),
            sandbox=sandbox,
        )
        return outcome.value.kept[0]

    return keep_one


def code_of(library: Library, filed: FiledEvidence, sandbox: Sandbox) -> str:
    with pytest.raises(KnownError) as caught:
        redact(library, filed, BOXES, sandbox, Ticket())
    return caught.value.code


def pixels(library: Library, filed: FiledEvidence) -> Image.Image:
    image = Image.open(library.original_path(filed.evidence.sha256))
    image.load()
    return image


def test_the_copy_is_filed_beside_its_original(
    library: Library, order: Order, picture: Keep, sandbox: Sandbox
) -> None:
    original = picture()
    made = redact(library, original, BOXES, sandbox, Ticket()).value
    item = made.copy.evidence
    assert (item.derived_from, item.origin, item.kind) == (
        original.evidence.id,
        "redacted",
        EvidenceKind.WAYBILL,
    )
    assert item.original_name == "E1_waybill_redacted.png"
    assert (made.copy.order_id, made.copy.number, made.known) == (order.id, 2, False)
    assert (item.facts["width"], item.facts["height"], item.media_type) == ("90", "70", "image/png")
    image = pixels(library, made.copy)
    assert [image.crop(one.edges).getcolors() for one in BOXES] == [
        [(one.width * one.height, (0, 0, 0))] for one in BOXES
    ]
    assert image.getpixel((80, 65)) == (255, 165, 0)
    assert image.info == {}


def test_the_original_is_not_touched(library: Library, picture: Keep, sandbox: Sandbox) -> None:
    original = picture()
    path = library.original_path(original.evidence.sha256)
    before, changed = library.evidence.get(original.evidence.id), path.stat().st_mtime_ns
    redact(library, original, BOXES, sandbox, Ticket())
    assert hashlib.sha256(path.read_bytes()).hexdigest() == original.evidence.sha256
    assert path.stat().st_mtime_ns == changed
    assert library.evidence.get(original.evidence.id) == before


def test_custody_tells_of_both(library: Library, picture: Keep, sandbox: Sandbox) -> None:
    original = picture()
    copy = redact(library, original, BOXES, sandbox, Ticket()).value.copy.evidence
    last = library.custody.events(original.evidence.id)[-1]
    assert last.action == "evidence.redacted"
    assert last.data == {"copy": copy.id, "copy_sha256": copy.sha256, "boxes": 2}
    events = {one.action: one.data for one in library.custody.events(copy.id)}
    assert events["evidence.kept"]["origin"] == "redacted"
    assert events["evidence.copied"]["original_sha256"] == original.evidence.sha256
    assert library.custody.check() is None


def test_it_can_be_taken_back_and_done_again(
    library: Library, order: Order, picture: Keep, sandbox: Sandbox
) -> None:
    original = picture()
    outcome = redact(library, original, BOXES, sandbox, Ticket())
    copy = outcome.value.copy
    assert outcome.label == "evidence.redact"
    assert {original.evidence.id, copy.evidence.id} <= outcome.changes.evidence
    assert outcome.undo is not None
    back = outcome.undo(library)
    assert [one.evidence.id for one in library.evidence.of_order(order.id)] == [
        original.evidence.id
    ]
    assert library.evidence.get(copy.evidence.id).state == "trashed"
    assert back.undo is not None
    back.undo(library)
    assert library.evidence.of_order(order.id)[1] == copy


def test_a_later_edit_begins_with_the_boxes(
    library: Library, picture: Keep, sandbox: Sandbox
) -> None:
    original = picture()
    assert former_boxes(library, original) == ()
    copy = redact(library, original, BOXES, sandbox, Ticket()).value.copy
    assert former_boxes(library, original) == BOXES
    assert former_boxes(library, copy) == BOXES
    assert original_of(library, copy) == original
    assert original_of(library, original) == original


def test_of_a_copy_whose_original_is_gone_the_copy_itself_is_covered(
    library: Library, picture: Keep, sandbox: Sandbox
) -> None:
    original = picture()
    copy = redact(library, original, BOXES, sandbox, Ticket()).value.copy
    library.evidence.trash(original.evidence.id, "test")
    assert original_of(library, copy) == copy


def test_the_newest_copy_goes_out(
    library: Library, order: Order, picture: Keep, sandbox: Sandbox
) -> None:
    original = picture()
    assert preferred_copy(library, original.evidence) == original.evidence
    redact(library, original, BOXES[:1], sandbox, Ticket())
    newer = redact(library, original, BOXES, sandbox, Ticket()).value.copy
    assert preferred_copy(library, original.evidence) == newer.evidence
    assert copies(library.evidence.of_order(order.id)) == {original.evidence.id: newer}


def test_a_picture_in_no_order_has_a_copy_in_none(
    library: Library, picture: Keep, sandbox: Sandbox
) -> None:
    original = picture(filed=False)
    copy = redact(library, original, BOXES, sandbox, Ticket()).value.copy
    assert (copy.order_id, copy.number) == (None, None)
    assert copy.evidence.original_name == "waybill_redacted.png"
    assert preferred_copy(library, original.evidence) == copy.evidence


def test_the_same_copy_is_not_kept_twice(
    library: Library, order: Order, picture: Keep, sandbox: Sandbox
) -> None:
    original = picture()
    first = redact(library, original, BOXES, sandbox, Ticket()).value
    again = redact(library, original, BOXES, sandbox, Ticket()).value
    assert again.known
    assert again.copy.evidence.id == first.copy.evidence.id
    assert len(library.evidence.of_order(order.id)) == 2
    actions = [one.action for one in library.custody.events(original.evidence.id)]
    assert actions.count("evidence.redacted") == 1


def test_only_the_first_frame_is_copied_and_that_is_said(
    library: Library, picture: Keep, sandbox: Sandbox
) -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (90, 70), colour) for colour in ("orange", "blue")]
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    made = redact(library, picture(out.getvalue(), name="a.tif"), BOXES, sandbox, Ticket()).value
    assert made.frames == 2
    assert pixels(library, made.copy).getpixel((80, 65)) == (255, 165, 0)
    assert made.copy.evidence.facts["frames"] == "1"


@pytest.mark.parametrize(("what", "code"), [("other", "changed"), ("gone", "missing")])
def test_an_original_that_is_not_as_imported_is_not_read(
    library: Library, picture: Keep, sandbox: Sandbox, what: str, code: str
) -> None:
    original = picture()
    path = library.original_path(original.evidence.sha256)
    path.chmod(0o644)
    if what == "gone":
        path.unlink()
    else:
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
    assert code_of(library, original, sandbox) == f"redact.{code}"


def test_what_is_no_picture_is_refused(
    library: Library,
    keep: Callable[[str, EvidenceKind], FiledEvidence],
    order: Order,
    sandbox: Sandbox,
) -> None:
    text = keep("words", EvidenceKind.CHAT)
    assert not can_redact(text.evidence)
    assert code_of(library, text, sandbox) == "redact.no_picture"


@pytest.mark.parametrize("boxes", [(), (Box(500, 500, 5, 5),)])
def test_without_a_box_on_the_picture_nothing_is_kept(
    library: Library, order: Order, picture: Keep, sandbox: Sandbox, boxes: tuple[Box, ...]
) -> None:
    original = picture()
    with pytest.raises(KnownError) as caught:
        redact(library, original, boxes, sandbox, Ticket())
    assert caught.value.code == "redact.no_boxes"
    assert len(library.evidence.of_order(order.id)) == 1


def test_a_hostile_picture_leaves_nothing_behind(
    library: Library, order: Order, picture: Keep, sandbox: Sandbox
) -> None:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x40\0\0\x9c\x40\x08\x02\0\0\0"
    bomb = picture(header + b"\0\0\0\0" + b"\0" * 40, name="bomb.png")
    assert code_of(library, bomb, sandbox) in {
        "readers.image_broken",
        "readers.picture_too_large",
    }
    assert len(library.evidence.of_order(order.id)) == 1


def test_cancelled_in_time_it_keeps_nothing(
    library: Library, order: Order, picture: Keep, sandbox: Sandbox
) -> None:
    original, ticket = picture(), Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        redact(library, original, BOXES, sandbox, ticket)
    assert len(library.evidence.of_order(order.id)) == 1


def test_a_long_screenshot_is_covered_whole(
    library: Library, picture: Keep, sandbox: Sandbox
) -> None:
    original = picture(png((1080, 20_000)))
    box = Box(100, 19_900, 800, 60)
    copy = redact(library, original, [box], sandbox, Ticket()).value.copy
    image = pixels(library, copy)
    assert image.size == (1080, 20_000)
    assert image.crop(box.edges).getextrema() == ((0, 0),) * 3


def test_the_name_of_a_copy_says_no_more_than_its_kind(picture: Keep) -> None:
    filed = picture(name="Jane's address.png")
    other = replace(filed, evidence=replace(filed.evidence, kind=EvidenceKind.OTHER))
    assert copy_name(filed, ".jpg") == "E1_waybill_redacted.jpg"
    assert copy_name(other, ".png") == "E1_redacted.png"
    assert copy_name(replace(other, number=None), ".png") == "redacted.png"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixels_is_covered(
    library: Library, picture: Keep, sandbox: Sandbox, mode: str
) -> None:
    out = io.BytesIO()
    ground = Image.linear_gradient("L").resize((90, 70))
    deep = ground.convert("I").point(lambda value: value * 257).convert("I;16")
    image = deep if mode == "I;16" else ground.convert("RGB").convert(mode)
    image.save(out, "PNG")
    copy = redact(library, picture(out.getvalue()), BOXES, sandbox, Ticket()).value.copy
    found = pixels(library, copy)
    assert found.mode in {"L", "RGB"}
    for box in BOXES:
        assert not any(found.crop(box.edges).tobytes())
    assert any(found.tobytes())


def test_boxes_lie_in_the_picture_as_it_is_shown(
    library: Library, picture: Keep, sandbox: Sandbox
) -> None:
    """The photo was taken with the phone on its side: what is its top left corner is not that of the file."""
    out = io.BytesIO()
    tags = Image.Exif()
    tags[0x0112] = 6
    Image.new("RGB", (96, 64), "orange").save(out, "JPEG", exif=tags, quality=95, subsampling=0)
    filed = picture(out.getvalue(), name="a.jpg")
    assert (filed.evidence.facts["width"], filed.evidence.facts["height"]) == ("64", "96")
    made = redact(library, filed, [Box(0, 80, 16, 16)], sandbox, Ticket()).value
    found = pixels(library, made.copy)
    assert (found.size, found.format) == ((64, 96), "PNG")
    assert made.boxes == (Box(0, 80, 16, 16),)
    assert found.crop((0, 80, 16, 96)).getextrema() == ((0, 0),) * 3
    assert min(low for low, _ in found.crop((16, 0, 64, 80)).getextrema()[:2]) > 100  # type: ignore[misc]


def test_a_full_disk_is_told_and_nothing_is_kept(
    library: Library,
    order: Order,
    picture: Keep,
    sandbox: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    original = picture()
    events = len(library.custody.events())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(copying, "write", full)
    assert code_of(library, original, sandbox) == "library.full"
    assert len(library.evidence.of_order(order.id)) == 1
    assert len(library.custody.events()) == events


@settings(max_examples=25, deadline=None)
@given(
    st.tuples(st.integers(8, 70), st.integers(8, 50), st.integers(4, 40), st.integers(4, 30)),
    st.integers(1, 8),
    st.integers(20, 95),
    st.integers(0, 255),
    st.integers(0, 255),
)
def test_a_copy_of_a_jpeg_does_not_tell_what_stood_under_a_box(
    tmp_path_factory: pytest.TempPathFactory,
    place: tuple[int, int, int, int],
    turn: int,
    quality: int,
    one: int,
    other: int,
) -> None:
    """Two photos that differ only under the box, and in the noise JPEG spreads around it, have the same copy."""
    folder = tmp_path_factory.mktemp("photos")
    copies_ = []
    for ink in (one, other):
        image = Image.linear_gradient("L").resize((123, 85))
        left, top, width, height = place
        image.paste(ink, (left, top, min(123, left + width), min(85, top + height)))
        path = folder / "photo.jpg"
        tags = Image.Exif()
        tags[0x0112] = turn
        image.save(path, quality=quality, exif=tags)
        mark = Image.new("L", (123, 85))
        mark.paste(255, (left, top, left + width, top + height))
        mark.getexif()[0x0112] = turn
        edges = ImageOps.exif_transpose(mark).getbbox()
        assert edges is not None
        copies_.append(redact_picture(path, [from_edges(*edges)]).data)
    assert copies_[0] == copies_[1]
