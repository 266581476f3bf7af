from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from keepproof.ui import theme, tokens

TEXT = 4.5
MARK = 3.0
# ink, ground, the least contrast (WCAG 2)
PAIRS = [
    *[("text", one, TEXT) for one in ("surface", "window", "accent_tint", "mark", "sunken")],
    *[
        ("text2", one, TEXT)
        for one in ("surface", "sidebar", "neutral", "accent_tint", "warn_tint", "bad_tint")
    ],
    *[
        ("text3", one, TEXT)
        for one in ("surface", "window", "sidebar", "sunken", "accent_tint", "neutral")
    ],
    *[("accent", one, TEXT) for one in ("surface", "window", "warn_tint", "bad_tint", "neutral")],
    *[("on_accent", one, TEXT) for one in ("accent", "accent_hover", "accent_press")],
    ("accent_text", "accent_tint", TEXT),
    *[("warn_text", one, TEXT) for one in ("warn_tint", "window", "surface", "accent_tint")],
    *[("bad_text", one, TEXT) for one in ("bad_tint", "surface", "window", "accent_tint")],
    *[("border_strong", one, MARK) for one in ("surface", "window", "sidebar")],
    *[("warn_mark", one, MARK) for one in ("surface", "warn_tint", "window")],
    ("bad_mark", "surface", MARK),
]


def luminance(name: str, place: int) -> float:
    color = QColor(tokens.COLORS[name][place])
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("place", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=[f"{a}-{b}" for a, b, _ in PAIRS])
def test_contrast(ink: str, ground: str, least: float, place: int) -> None:
    high, low = sorted((luminance(ink, place), luminance(ground, place)), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= least


def test_every_colour_is_written_alike() -> None:
    pairs = [one for pair in tokens.COLORS.values() for one in pair]
    assert all(QColor(one).name().upper() == one for one in pairs)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_palette_takes_its_colours_from_the_tokens(qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, scheme, 100)
    place = ["light", "dark"].index(scheme)
    shown = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    assert shown == tokens.COLORS["window"][place]


def test_a_new_look_is_told(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.changed()):
        theme.apply(qapp, "dark", 100)


def test_text_size_scales_fonts_and_lengths(qapp: QApplication) -> None:
    before = theme.font("body").pixelSize(), theme.px(28)
    theme.apply(qapp, "light", 150)
    after = theme.font("body").pixelSize(), theme.px(28)
    assert (after[0] / before[0], after[1] / before[1]) == pytest.approx((1.5, 1.5), rel=0.08)


def test_text_size_does_not_add_up(qapp: QApplication) -> None:
    before = theme.font("body").pixelSize()
    theme.apply(qapp, "light", 150)
    theme.apply(qapp, "light", 100)
    assert theme.font("body").pixelSize() == before


def test_chinese_fonts_are_named_first(qapp: QApplication) -> None:
    assert theme.font("body").families()[0] in {
        "Noto Sans CJK SC",
        "Microsoft YaHei UI",
        "PingFang SC",
    }


def test_a_hint_in_a_field_stays_readable(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown.name().upper() == tokens.COLORS["text3"][0]


def test_lines_of_reading_are_higher_than_the_font_size() -> None:
    assert theme.line_height("reading") == round(theme.font("reading").pixelSize() * 1.72)


@pytest.mark.parametrize("dark", [True, False])
def test_the_system_s_scheme_is_followed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, dark: bool
) -> None:
    monkeypatch.setattr(theme, "_system_is_dark", lambda: dark)
    theme.apply(qapp, "system", 100)
    assert theme.is_dark() == dark


def test_high_contrast_makes_hairlines_and_quiet_text_strong(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_high_contrast", lambda: True)
    theme.apply(qapp, "light", 100)
    shown = [theme.hex_color(name) for name in ("border", "text2", "text3")]
    wanted = [tokens.COLORS[name][0] for name in ("border_strong", "text", "text")]
    assert shown == wanted


def test_every_colour_the_style_sheet_names_is_filled_in(qapp: QApplication) -> None:
    theme.apply(qapp, "dark", 100)
    sheet = qapp.styleSheet()
    assert "{" in sheet
    assert tokens.COLORS["accent"][1] in sheet
    assert tokens.COLORS["accent"][0] not in sheet
