"""Pictures within the bytes of a channel."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from keepproof.exporting.picture_set.fitting import MOST_EDGE, READABLE, as_srgb, fit


def noise(width: int, height: int) -> Image.Image:
    return Image.merge("RGB", [Image.effect_noise((width, height), 120) for _ in range(3)])


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
@pytest.mark.parametrize("most", [400_000, 1_500_000])
def test_a_picture_keeps_the_limit(suffix: str, most: int) -> None:
    fitted = fit(noise(1500, 1000), suffix, most)
    assert fitted is not None
    assert len(fitted.data) <= most
    with Image.open(io.BytesIO(fitted.data)) as read:
        assert read.size == (fitted.width, fitted.height)
        assert read.format == {".jpg": "JPEG", ".png": "PNG"}[suffix]


def test_what_fits_keeps_its_pixels() -> None:
    fitted = fit(Image.new("RGB", (1080, 2160), "#336699"), ".jpg", 500_000)
    assert fitted is not None
    assert (fitted.width, fitted.height) == (1080, 2160)


def test_a_picture_that_cannot_be_read_any_more_is_not_made() -> None:
    assert fit(noise(1500, 2000), ".jpg", 20_000) is None


def test_a_picture_is_never_narrower_than_can_be_read() -> None:
    fitted = fit(noise(2000, 1000), ".jpg", 160_000)
    assert fitted is not None
    assert fitted.width >= READABLE


def test_a_small_picture_is_not_blown_up() -> None:
    fitted = fit(Image.new("RGB", (30, 40), "red"), ".jpg", 500_000)
    assert fitted is not None
    assert (fitted.width, fitted.height) == (30, 40)


def test_a_huge_photo_is_made_smaller() -> None:
    fitted = fit(Image.new("RGB", (9000, 6000), "red"), ".jpg", 2_000_000)
    assert fitted is not None
    assert max(fitted.width, fitted.height) == MOST_EDGE


def test_nothing_that_hangs_on_a_picture_goes_out() -> None:
    image = noise(800, 600)
    image.info = {"comment": b"SECRET", "icc_profile": b"SECRET", "xmp": b"SECRET", "dpi": (7, 7)}
    for suffix in (".jpg", ".png"):
        fitted = fit(image, suffix, 5_000_000)
        assert fitted is not None
        assert b"SECRET" not in fitted.data
        with Image.open(io.BytesIO(fitted.data)) as read:
            assert not set(read.info) & {"comment", "icc_profile", "xmp", "exif"}


def test_a_foreign_profile_is_not_read() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = noise(40, 40)
    assert as_srgb(image, profile).tobytes() == image.tobytes()
    assert as_srgb(image.convert("L"), b"garbage").mode == "RGB"
