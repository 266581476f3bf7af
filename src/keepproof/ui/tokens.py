"""The colours of the window, light and dark, and the sizes of type."""

from __future__ import annotations

from collections.abc import Mapping

# Each name has its light and its dark colour.
COLORS: Mapping[str, tuple[str, str]] = {
    "window": ("#F7F7F5", "#1B1D1C"),
    "surface": ("#FFFFFF", "#232625"),
    "sidebar": ("#EFEFEB", "#161817"),
    "sunken": ("#F1F1EE", "#2B2F2D"),
    "neutral": ("#E9E9E5", "#333735"),
    "border": ("#E0E0DB", "#373B39"),
    "border_strong": ("#868A87", "#7E8481"),
    "text": ("#1D1F1E", "#ECEEEC"),
    "text2": ("#4A4F4C", "#C0C5C2"),
    "text3": ("#636865", "#9BA19E"),
    "accent": ("#0E6B60", "#5CC7B5"),
    "accent_hover": ("#0A574E", "#7DD6C7"),
    "accent_press": ("#074239", "#9BE2D6"),
    "on_accent": ("#FFFFFF", "#06231E"),
    "accent_tint": ("#E0EFEB", "#1C3A34"),
    "accent_text": ("#0A584E", "#8ADCCD"),
    "warn_tint": ("#FBF0D9", "#3B2F17"),
    "warn_text": ("#764800", "#F0C574"),
    "warn_mark": ("#B06A00", "#E0A33C"),
    "bad_tint": ("#FBE8E5", "#45241F"),
    "bad_text": ("#9B2219", "#FFA79D"),
    "bad_mark": ("#C0362B", "#F07A6C"),
    "mark": ("#FFE49A", "#6A5212"),
    "redact": ("#111111", "#000000"),
    "scrim": ("#1D1F1E", "#000000"),
}

# On high contrast these stand for the quieter ones.
HIGH_CONTRAST: Mapping[str, str] = {"border": "border_strong", "text2": "text", "text3": "text"}

# Each role has its size relative to the base, and whether it is bold.
TYPE: Mapping[str, tuple[float, bool]] = {
    "badge": (0.80, False),
    "caption": (0.86, False),
    "small": (0.92, False),
    "body": (1.00, False),
    "reading": (1.08, False),
    "section": (1.15, True),
    "title": (1.40, True),
    "page": (1.70, True),
}

# Line height relative to the font size: rows of text that are read, not scanned.
LINE_HEIGHT: Mapping[str, float] = {"body": 1.45, "small": 1.45, "caption": 1.45, "reading": 1.72}
