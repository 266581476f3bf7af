"""Pictures for upload: fitted copies in a folder, nothing half, nothing that tells where they were taken."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.redaction import Box
from keepproof.errors import CancelledError, KnownError
from keepproof.exporting.picture_set.plan import PictureLimits, PicturePlan
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.export_pictures import (
    PictureReport,
    free_folder,
    make_pictures,
    record_pictures,
)
from keepproof.services.plan_pictures import PictureRequest, names_of, prepare_pictures
from keepproof.services.redact_evidence import redact
from keepproof.ticket import Ticket

KeepPicture = Callable[..., FiledEvidence]
NAMES = {number: f"图{number}" for number in range(1, 20)}


def jpeg(width: int = 800, height: int = 600, colour: str = "#336699") -> bytes:
    """Make a photo that says where, with what and by whom it was taken."""
    image = Image.new("RGB", (width, height), colour)
    ImageDraw.Draw(image).ellipse((100, 100, 300, 300), "white")
    tags = Image.Exif()
    tags[0x010F], tags[0x9286] = "SECRETMAKER", "SECRETCOMMENT"
    tags.get_ifd(0x8825)[2] = (31.0, 13.0, 49.0)
    made = io.BytesIO()
    image.save(made, "JPEG", exif=tags, comment=b"SECRETWORDS", quality=95)
    return made.getvalue()


def png(width: int, height: int) -> bytes:
    image = Image.new("RGB", (width, height), "#ededed")
    draw = ImageDraw.Draw(image)
    for top in range(20, height - 200, 190):
        draw.rectangle((40, top, width - 40, top + 140), "white")
        draw.line((60, top + 30, width - 90, top + 30), "black", 6)
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def keep_picture(library: Library, order: Order, sandbox: Sandbox) -> KeepPicture:
    def keep(data: bytes, name: str = "a.jpg") -> FiledEvidence:
        outcome = add_content(
            library,
            data,
            name,
            order_id=order.id,
            kind=EvidenceKind.PHOTO,
            origin="dropped",
            ticket=Ticket(),
            sandbox=sandbox,
        )
        return outcome.value.kept[0]

    return keep


def planned(
    library: Library,
    order: Order,
    limits: PictureLimits | None = None,
    numbers: list[int] | None = None,
) -> PicturePlan:
    wanted = None if numbers is None else frozenset(numbers)
    request = PictureRequest(order.id, wanted, NAMES, limits or PictureLimits(), "zh")
    return prepare_pictures(library, request, Ticket()).value


def made(
    library: Library,
    order: Order,
    sandbox: Sandbox,
    folder: Path,
    limits: PictureLimits | None = None,
    *,
    captions: bool = False,
) -> PictureReport:
    chosen = planned(library, order, limits)
    return make_pictures(chosen, folder, sandbox, Ticket(), captions=captions)


def files(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_copy_goes_out_and_says_nothing_of_place_or_camera(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    data = jpeg()
    kept = keep_picture(data)
    report = made(library, order, sandbox, out / "set")
    assert files(out / "set") == ["E1_图1.jpg"]
    written = (out / "set" / "E1_图1.jpg").read_bytes()
    assert b"SECRET" in data
    assert b"SECRET" not in written
    assert b"Exif" not in written
    with Image.open(io.BytesIO(written)) as read:
        assert dict(read.getexif()) == {}
        assert read.size == (800, 600)
    assert library.original_path(kept.evidence.sha256).read_bytes() == data
    assert report.pictures[0].size == len(written)
    assert report.left_out == ()


def test_a_photo_goes_out_the_right_way_up(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    tags = Image.Exif()
    tags[0x0112] = 6
    turned = io.BytesIO()
    Image.new("RGB", (800, 600), "red").save(turned, "JPEG", exif=tags)
    keep_picture(turned.getvalue())
    report = made(library, order, sandbox, out / "set")
    assert (report.pictures[0].width, report.pictures[0].height) == (600, 800)


def test_the_bytes_of_the_channel_are_kept(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((1600, 1200), 90) for _ in range(3)])
    large = io.BytesIO()
    noise.save(large, "PNG")
    keep_picture(large.getvalue(), "a.png")
    report = made(library, order, sandbox, out / "set", PictureLimits(bytes=512_000))
    assert 0 < report.pictures[0].size <= 512_000
    assert len(large.getvalue()) > 3_000_000


def test_what_cannot_be_made_small_enough_is_named(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((1600, 1200), 90) for _ in range(3)])
    large = io.BytesIO()
    noise.save(large, "PNG")
    keep_picture(jpeg())
    keep_picture(large.getvalue(), "a.png")
    report = made(library, order, sandbox, out / "set", PictureLimits(bytes=20_000))
    assert files(out / "set") == ["E1_图1.jpg"]
    assert [(one.number, one.code) for one in report.left_out] == [(2, "pictures.bytes")]


def test_where_nothing_fits_the_reason_is_told(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((1600, 1200), 90) for _ in range(3)])
    large = io.BytesIO()
    noise.save(large, "PNG")
    keep_picture(large.getvalue(), "a.png")
    with pytest.raises(KnownError) as caught:
        made(library, order, sandbox, out / "set", PictureLimits(bytes=20_000))
    assert caught.value.code == "pictures.none_fits"
    assert "看不清" in str(caught.value.data["reason"])
    assert list(out.iterdir()) == []


def test_a_long_screenshot_keeps_its_width(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(png(540, 6000), "long.png")
    report = made(library, order, sandbox, out / "set")
    assert len(report.pictures) == 6
    assert {one.width for one in report.pictures} == {540}
    assert sum(one.height for one in report.pictures) > 6000


def test_pictures_share_sheets_where_the_channel_takes_few(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    for colour in ("red", "green", "blue", "yellow", "black"):
        keep_picture(jpeg(colour=colour))
    report = made(library, order, sandbox, out / "set", PictureLimits(count=2))
    assert files(out / "set") == ["合图1_E1_E2.jpg", "合图2_E3_E4_E5.jpg"]
    assert report.left_out == ()


def test_a_redacted_copy_goes_out_in_place_of_its_original(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    original = keep_picture(jpeg(colour="#ff0000"))
    redact(library, original, [Box(0, 0, 400, 400)], sandbox, Ticket())
    report = made(library, order, sandbox, out / "set")
    assert [one.upload.numbers for one in report.pictures] == [(1,)]
    assert report.pictures[0].upload.redacted == (1,)
    with Image.open(out / "set" / "E1_图1.jpg") as read:
        assert max(read.crop((4, 4, 380, 380)).convert("L").tobytes()) < 60


def test_an_original_stays_here_while_its_copy_cannot_be_read(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox
) -> None:
    original = keep_picture(jpeg())
    made = redact(library, original, [Box(0, 0, 400, 400)], sandbox, Ticket()).value
    library.original_path(made.copy.evidence.sha256).unlink()
    chosen = planned(library, order, numbers=[1])
    assert chosen.uploads == ()
    assert [(one.number, one.code) for one in chosen.left_out] == [(1, "pictures.copy_broken")]


def test_a_copy_that_is_cited_itself_goes_out(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox
) -> None:
    original = keep_picture(jpeg())
    redact(library, original, [Box(0, 0, 400, 400)], sandbox, Ticket())
    library.original_path(original.evidence.sha256).unlink()
    chosen = planned(library, order, numbers=[2])
    assert [(one.numbers, one.redacted) for one in chosen.uploads] == [((2,), (2,))]
    assert chosen.left_out == ()


def test_what_is_no_picture_is_named(
    library: Library,
    order: Order,
    keep_picture: KeepPicture,
    keep: Callable[[str, EvidenceKind], FiledEvidence],
) -> None:
    keep_picture(jpeg())
    keep("客服：您好", EvidenceKind.CHAT)
    chosen = planned(library, order)
    assert [(one.number, one.code) for one in chosen.left_out] == [(2, "pictures.no_picture")]


def test_only_the_chosen_numbers_go_out(
    library: Library, order: Order, keep_picture: KeepPicture
) -> None:
    keep_picture(jpeg())
    keep_picture(jpeg(colour="red"))
    chosen = planned(library, order, numbers=[2])
    assert [one.numbers for one in chosen.uploads] == [(2,)]
    assert chosen.left_out == ()


def test_a_broken_picture_is_named_and_the_others_go_out(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(jpeg())
    keep_picture(b"\x89PNG\r\n\x1a\n" + os.urandom(300), "b.png")
    keep_picture(b"\xff\xd8\xff\xe0" + os.urandom(300), "c.jpg")
    report = made(library, order, sandbox, out / "set", captions=True)
    assert files(out / "set") == ["E1_图1.jpg"]
    assert {one.number for one in report.left_out} == {2, 3}


def test_a_picture_that_is_cut_off_goes_out_with_a_word_about_it(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    noise = io.BytesIO()
    Image.effect_noise((800, 600), 90).convert("RGB").save(noise, "JPEG", quality=90)
    keep_picture(noise.getvalue()[: len(noise.getvalue()) // 2])
    report = made(library, order, sandbox, out / "set")
    assert len(report.pictures) == 1
    assert [(one.number, one.code) for one in report.left_out] == [(1, "pictures.damaged")]


def test_several_pages_go_out_as_the_first_with_a_word_about_it(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    pages = io.BytesIO()
    first, second = (Image.new("RGB", (400, 500), one) for one in ("red", "blue"))
    first.save(pages, "TIFF", save_all=True, append_images=[second])
    keep_picture(pages.getvalue(), "scan.tiff")
    report = made(library, order, sandbox, out / "set")
    assert [(one.number, one.code) for one in report.left_out] == [(1, "pictures.first_only")]
    with Image.open(out / "set" / report.pictures[0].upload.file_name) as read:
        assert read.convert("RGB").resize((1, 1)).tobytes()[0] > 200


def test_a_missing_original_is_named(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(jpeg())
    lost = keep_picture(jpeg(colour="red"))
    chosen = planned(library, order)
    library.original_path(lost.evidence.sha256).unlink()
    report = make_pictures(chosen, out / "set", sandbox, Ticket())
    assert [one.number for one in report.left_out] == [2]


def test_a_cancelled_export_leaves_nothing(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    for colour in ("red", "green", "blue"):
        keep_picture(jpeg(colour=colour))
    steps: list[float] = []

    def step(done: float, total: int, what: str) -> None:
        steps.append(done)
        if done:
            ticket.cancel()

    ticket = Ticket(step)
    with pytest.raises(CancelledError):
        make_pictures(planned(library, order), out / "set", sandbox, ticket)
    assert steps[:2] == [0, 1]
    assert list(out.iterdir()) == []


def test_a_folder_with_files_in_it_is_left_alone(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(jpeg())
    (out / "set").mkdir()
    (out / "set" / "mine.txt").write_text("mine")
    with pytest.raises(KnownError, match=r"pictures\.folder_in_use"):
        made(library, order, sandbox, out / "set")
    assert files(out / "set") == ["mine.txt"]
    assert free_folder(out, "set") == out / "set (2)"


def test_an_empty_folder_is_filled(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(jpeg())
    (out / "set").mkdir()
    made(library, order, sandbox, out / "set")
    assert files(out) == ["set"]
    assert files(out / "set") == ["E1_图1.jpg"]


def test_a_place_that_cannot_be_written_is_a_known_problem(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(jpeg())
    with pytest.raises(KnownError, match=r"export\.failed"):
        made(library, order, sandbox, out / "no" / "set")


def test_without_a_picture_no_folder_is_made(
    library: Library, order: Order, sandbox: Sandbox, out: Path
) -> None:
    with pytest.raises(KnownError, match=r"pictures\.none"):
        made(library, order, sandbox, out / "set")
    assert list(out.iterdir()) == []


def test_what_went_out_is_in_the_custody_log(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(jpeg())
    report = made(library, order, sandbox, out / "set")
    record_pictures(library, order.id, "refund_form", report, Ticket())
    event = library.custody.events(order.id)[-1]
    assert event.action == "export.pictures"
    assert event.data["channel"] == "refund_form"
    assert event.data["files"] == [
        {
            "name": "E1_图1.jpg",
            "sha256": report.pictures[0].sha256,
            "numbers": [1],
            "redacted": [],
        }
    ]
    assert all(one.frozen for one in library.evidence.of_order(order.id))


def test_a_file_name_is_not_shown_to_others(
    library: Library, order: Order, book: Book, keep_picture: KeepPicture
) -> None:
    keep_picture(jpeg(), "王小明 13812345678.jpg")
    filed = library.evidence.of_order(order.id)
    assert names_of(book, filed, "zh") == {1: "实物照片"}


def test_what_is_known_to_be_broken_takes_no_place(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(jpeg()[:60])
    keep_picture(jpeg())
    report = made(library, order, sandbox, out / "set", PictureLimits(count=1))
    assert files(out / "set") == ["E2_图2.jpg"]
    assert [(one.number, one.code) for one in report.left_out] == [(1, "readers.image_broken")]


def test_what_could_not_be_put_on_a_sheet_did_not_go_out(
    library: Library, order: Order, keep_picture: KeepPicture, sandbox: Sandbox, out: Path
) -> None:
    keep_picture(jpeg())
    broken = keep_picture(jpeg()[:60])
    # Nobody has looked into it yet.
    library.evidence.replace(replace(broken.evidence, odd=""))
    report = made(library, order, sandbox, out / "set", PictureLimits(count=1))
    assert [one.upload.numbers for one in report.pictures] == [(1,)]
    assert [(one.number, one.code) for one in report.left_out] == [(2, "readers.image_broken")]
    record_pictures(library, order.id, "", report, Ticket())
    told = library.custody.events(order.id)[-1].data
    assert isinstance(told["files"], list)
    assert [one["numbers"] for one in told["files"]] == [[1]]
