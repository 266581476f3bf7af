"""Pictures of every kind are looked at and made small, and damaged ones are named."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from keepproof.errors import KnownError
from keepproof.readers.facts import Limits
from keepproof.readers.image import facts, fit, picture, thumbnail

pillow_heif.register_heif_opener()

RED, LIME, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'


def stored(image: Image.Image, path: Path, form: str, **options: object) -> Path:
    image.save(path, form, **options)
    return path


def with_tags(image: Image.Image, path: Path, form: str, tags: dict[int, object]) -> Path:
    exif = Image.Exif()
    exif.update(tags)
    return stored(image, path, form, exif=exif.tobytes(), quality=95)


def taken(image: Image.Image, path: Path, time: str, offset: str | None = None) -> Path:
    exif = Image.Exif()
    ifd = exif.get_ifd(0x8769)
    ifd[0x9003] = time
    if offset is not None:
        ifd[0x9011] = offset
    exif[0x8769] = ifd
    return stored(image, path, "JPEG", exif=exif.tobytes())


def small(path: Path, edge: int = 80) -> Image.Image:
    out = path.with_suffix(".small.webp")
    thumbnail(path, out, edge)
    with Image.open(out) as image:
        image.load()
        return image.convert("RGB")


def near(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(first, second, strict=True))


def at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    value = image.getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(value, tuple)
    return value


def chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def png(width: int, height: int, rows: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


FORMATS = ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "HEIF", "ICO"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_looked_at(drawn: Image.Image, tmp_path: Path, form: str) -> None:
    path = stored(drawn, tmp_path / "a", form, **({"sizes": [(160, 120)]} if form == "ICO" else {}))

    assert (facts(path).width, facts(path).height, facts(path).odd) == (160, 120, "")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_made_small(drawn: Image.Image, tmp_path: Path, form: str) -> None:
    path = stored(drawn, tmp_path / "a", form, **({"sizes": [(160, 120)]} if form == "ICO" else {}))
    image = small(path)

    assert (image.size, near(at(image, 0.1, 0.1), RED), near(at(image, 0.9, 0.1), LIME)) == (
        (80, 60),
        True,
        True,
    )


# where the red corner (top left of the stored picture) must appear, and the lime one
UPRIGHT = {
    0: ((0.1, 0.1), (0.9, 0.1)),
    1: ((0.1, 0.1), (0.9, 0.1)),
    2: ((0.9, 0.1), (0.1, 0.1)),
    3: ((0.9, 0.9), (0.1, 0.9)),
    4: ((0.1, 0.9), (0.9, 0.9)),
    5: ((0.1, 0.1), (0.1, 0.9)),
    6: ((0.9, 0.1), (0.9, 0.9)),
    7: ((0.9, 0.9), (0.9, 0.1)),
    8: ((0.1, 0.9), (0.1, 0.1)),
    9: ((0.1, 0.1), (0.9, 0.1)),
}


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG", "AVIF"])
@pytest.mark.parametrize("turn", UPRIGHT)
def test_pictures_are_turned_upright_once(
    drawn: Image.Image, tmp_path: Path, form: str, turn: int
) -> None:
    if form == "AVIF" and turn in {0, 9}:
        pytest.skip("an AVIF cannot state these")
    image = small(with_tags(drawn, tmp_path / "a", form, {0x0112: turn}))
    red, lime = UPRIGHT[turn]

    assert (near(at(image, *red), RED), near(at(image, *lime), LIME)) == (True, True)


def test_a_turned_heic_is_not_turned_twice(drawn: Image.Image, tmp_path: Path) -> None:
    image = small(with_tags(drawn, tmp_path / "a.heic", "HEIF", {0x0112: 6}))

    assert (image.size, near(at(image, 0.9, 0.1), RED)) == ((60, 80), True)


def test_orientation_in_png_xmp_counts(drawn: Image.Image, tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    path = stored(drawn, tmp_path / "a.png", "PNG", pnginfo=info)

    assert (facts(path).width, facts(path).height) == (120, 160)


def test_facts_tell_the_size_as_it_is_shown(drawn: Image.Image, tmp_path: Path) -> None:
    path = with_tags(drawn, tmp_path / "a.jpg", "JPEG", {0x0112: 8})

    assert (facts(path).width, facts(path).height) == (120, 160)


@pytest.mark.parametrize(
    ("mode", "colour"),
    [("1", 1), ("L", 200), ("P", 3), ("CMYK", (0, 255, 255, 0)), ("YCbCr", (100, 128, 128)), ("I;16", 60000),
     ("I", 60000), ("F", 0.7), ("LA", (200, 255)), ("RGBA", (250, 20, 20, 255)), ("LAB", (128, 128, 128))],
)  # fmt: skip
def test_every_kind_of_pixel_is_shown(tmp_path: Path, mode: str, colour: object) -> None:
    path = tmp_path / "a.tiff"
    stored(Image.new(mode, (40, 30), colour), path, "TIFF")  # type: ignore[arg-type]

    assert small(path, 20).size == (20, 15)


def test_sixteen_bits_keep_their_brightness(tmp_path: Path) -> None:
    path = stored(Image.new("I;16", (40, 30), 32768), tmp_path / "a.png", "PNG")

    assert near(at(small(path, 20), 0.5, 0.5), (128, 128, 128))


def test_a_broad_colour_profile_does_no_harm(drawn: Image.Image, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = stored(drawn, tmp_path / "a.jpg", "JPEG", icc_profile=profile)

    assert near(at(small(path), 0.1, 0.1), RED)


def test_white_on_nothing_can_be_seen(tmp_path: Path) -> None:
    image = Image.new("RGBA", (80, 80), (255, 255, 255, 0))
    image.paste((255, 255, 255, 255), (0, 40, 80, 80))
    shown = small(stored(image, tmp_path / "a.png", "PNG"), 80)

    assert shown.crop((0, 0, 80, 40)).getcolors() != shown.crop((0, 40, 80, 80)).getcolors()


def test_transparent_palettes_are_laid_on_a_ground(tmp_path: Path) -> None:
    image = Image.new("P", (40, 40), 0)
    path = stored(image, tmp_path / "a.png", "PNG", transparency=0)
    colours = small(path, 40).getcolors()

    assert colours is not None
    assert len(colours) > 1


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "TIFF", "AVIF"])
def test_frames_are_counted(drawn: Image.Image, tmp_path: Path, form: str) -> None:
    other = drawn.transpose(Image.Transpose.ROTATE_180)
    path = stored(drawn, tmp_path / "a", form, save_all=True, append_images=[other, drawn])

    assert facts(path).frames == 3


def test_two_pictures_in_one_jpeg_are_both_counted(drawn: Image.Image, tmp_path: Path) -> None:
    path = stored(drawn, tmp_path / "a.jpg", "MPO", save_all=True, append_images=[drawn])

    assert facts(path).frames == 2


def test_tall_screenshots_keep_half_the_edge(tmp_path: Path) -> None:
    path = stored(Image.new("RGB", (1080, 7020), "white"), tmp_path / "a.png", "PNG")

    assert small(path, 256).size == (128, 832)


def test_an_endless_screenshot_is_cut_off_below(tmp_path: Path) -> None:
    path = stored(Image.new("L", (100, 30_000), 255), tmp_path / "a.png", "PNG")

    assert small(path, 100).size == (50, 1200)


@pytest.mark.parametrize(
    ("size", "edge", "wanted"),
    [((4000, 3000), 256, (256, 192)), ((3000, 4000), 256, (192, 256)), ((1080, 2340), 256, (128, 277)),
     ((100, 50), 256, (100, 50)), ((60, 6000), 256, (60, 6000)), ((9000, 1), 256, (256, 1))],
)  # fmt: skip
def test_sizes(size: tuple[int, int], edge: int, wanted: tuple[int, int]) -> None:
    assert fit(*size, edge) == wanted


def test_the_time_taken_has_its_own_offset(drawn: Image.Image, tmp_path: Path) -> None:
    found = facts(taken(drawn, tmp_path / "a.jpg", "2026:11:13 10:12:08", "+08:00")).taken_at

    assert found is not None
    assert (found.at, found.source) == (
        datetime(2026, 11, 13, 10, 12, 8, tzinfo=timezone(timedelta(hours=8))),
        "exif",
    )


def test_a_time_without_offset_is_in_the_zone_of_this_computer(
    drawn: Image.Image, tmp_path: Path
) -> None:
    found = facts(taken(drawn, tmp_path / "a.jpg", "2026:11:13 10:12:08")).taken_at

    assert found is not None
    assert found.at == datetime(2026, 11, 13, 10, 12, 8).astimezone()


@pytest.mark.parametrize("time", ["0000:00:00 00:00:00", "2026:13:40 10:12:08", "    :  :     :  :  ", "", "1970:01:01 00:00:00"])  # fmt: skip
def test_a_nonsense_time_is_no_time(drawn: Image.Image, tmp_path: Path, time: str) -> None:
    assert facts(taken(drawn, tmp_path / "a.jpg", time)).taken_at is None


def test_a_nonsense_offset_is_no_offset(drawn: Image.Image, tmp_path: Path) -> None:
    found = facts(taken(drawn, tmp_path / "a.jpg", "2026:11:13 10:12:08", "+99:99")).taken_at

    assert found is None


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "BMP", "TIFF"])
def test_a_truncated_picture_is_named_and_shown_in_part(tmp_path: Path, form: str) -> None:
    noise = Image.effect_noise((400, 400), 90).convert("RGB")
    path = stored(noise, tmp_path / "a", form)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    odd = facts(path).odd

    assert odd in {"readers.image_truncated", "readers.image_broken"}
    assert odd == "readers.image_broken" or small(path).size == (80, 80)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_the_first_half_of_a_picture_is_still_shown(
    drawn: Image.Image, tmp_path: Path, form: str
) -> None:
    path = stored(Image.effect_noise((400, 400), 90).convert("RGB"), tmp_path / "a", form)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    assert (facts(path).odd, small(path).size) == ("readers.image_truncated", (80, 80))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kept", [4, 16, 40, 200])
def test_the_beginning_of_a_picture_never_crashes(
    drawn: Image.Image, tmp_path: Path, form: str, kept: int
) -> None:
    path = stored(drawn, tmp_path / "a", form)
    path.write_bytes(path.read_bytes()[:kept])

    assert facts(path).odd.startswith("readers.image_")


def test_a_forty_thousand_square_is_kept_but_not_decoded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png(40_000, 40_000, b"\0" * 1000))
    found = facts(path)

    assert (found.width, found.height, found.odd) == (40_000, 40_000, "readers.image_too_large")


def test_too_many_pixels_give_no_thumbnail(drawn: Image.Image, tmp_path: Path) -> None:
    path = stored(drawn, tmp_path / "a.png", "PNG")

    with pytest.raises(KnownError) as caught:
        thumbnail(path, tmp_path / "out.webp", 80, Limits(pixels=100))
    assert caught.value.code == "readers.image_too_large"


@pytest.mark.parametrize(
    "data",
    [
        png(0, 10, b""),
        png(2**31 - 1, 1, b""),
        b"GIF89a\0\0\0\0\0\0\0,\0\0\0\0\0\0\0\0\0\x02\x02\x4c\x01\0;",
        b"BM" + b"\0" * 12 + struct.pack("<IiiHHIIiiII", 40, 2**31 - 1, 2**31 - 1, 1, 24, 0, 0, 0, 0, 0, 0),
        b"II*\0" + struct.pack("<IH", 8, 65535) + b"\xff" * 200,
        b"\xff\xd8\xff\xe1\xff\xff" + b"Exif\0\0" + b"\xff" * 300,
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\0\x10meta" + b"\xff" * 500,
        b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + b"\0\0\0\x10meta" + b"\xff" * 500,
        b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0" + b"\xff" * 24,
    ],
)  # fmt: skip
def test_hostile_headers_are_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "hostile"
    path.write_bytes(data)

    assert facts(path).odd in {"readers.image_broken", "readers.image_too_large"}


def test_formats_that_start_programs_are_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.eps"
    path.write_bytes(
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\nshowpage\n"
    )

    assert facts(path).odd == "readers.image_broken"


def test_a_failed_thumbnail_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nnothing")

    with pytest.raises(KnownError):
        thumbnail(path, tmp_path / "out" / "a.webp", 80)
    assert not list((tmp_path / "out").glob("*"))


@pytest.mark.parametrize(("form", "suffix"), [("JPEG", ".jpg"), ("PNG", ".png"), ("HEIF", ".jpg")])
def test_the_viewer_gets_photos_as_jpeg_and_the_rest_sharp(drawn: Image.Image, tmp_path: Path, form: str, suffix: str) -> None:  # fmt: skip
    path = stored(drawn, tmp_path / "a", form)

    assert picture(path, tmp_path / "out" / "name", 1000) == tmp_path / "out" / f"name{suffix}"


def test_the_viewer_keeps_long_screenshots_readable(tmp_path: Path) -> None:
    path = stored(Image.new("RGB", (1080, 20_000), "white"), tmp_path / "a.png", "PNG")

    with Image.open(picture(path, tmp_path / "long", 2400)) as image:
        assert image.size == (1080, 20_000)


def test_damage_does_not_outlast_its_picture(drawn: Image.Image, tmp_path: Path) -> None:
    whole = stored(drawn, tmp_path / "whole.png", "PNG")
    cut = tmp_path / "cut.png"
    cut.write_bytes(whole.read_bytes()[:200])
    facts(cut)
    before = io.BytesIO(cut.read_bytes())

    with (
        Image.open(before) as image,
        pytest.raises(OSError, match=r"truncated|broken|unrecognized"),
    ):
        image.load()
