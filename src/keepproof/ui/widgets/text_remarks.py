"""Underline the words of a text that a warning is about."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from keepproof.domain.complaint import Complaint
from keepproof.ui import theme, tips
from keepproof.ui.widgets.text_places import found_places, units

Line = QTextCharFormat.UnderlineStyle
# Waves for tone, dashes for what is private: the shape tells them apart, not the colour alone.
LOOKS = {"tone": (Line.WaveUnderline, "warn_mark"), "privacy": (Line.DashUnderline, "text3")}


def underline(document: QTextDocument, complaint: Complaint) -> None:
    """Mark them in a document that shows the text; the tool tip is the warning."""
    for one in complaint.warnings:
        if one.kind not in LOOKS:
            continue
        line, tone = LOOKS[one.kind]
        look = QTextCharFormat()
        look.setUnderlineStyle(line)
        look.setUnderlineColor(theme.color(tone))
        look.setToolTip(tips.plain(one.text))
        for start, end in found_places(complaint, one):
            cursor = QTextCursor(document)
            cursor.setPosition(units(complaint.text, start))
            cursor.setPosition(units(complaint.text, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)
