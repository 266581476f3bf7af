"""A field for a length of time in minutes and seconds that may stay empty."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtWidgets import QLineEdit, QWidget

from keepproof.ui import labels_contacts

LONGEST = 24 * 3600
_LENGTH = re.compile(
    r"(?:(?P<h>\d{1,2})\s*(?:h|小时|:(?=\d{1,2}:)))?\s*"
    r"(?:(?P<m>\d{1,4})\s*(?:min(?:utes?)?|m|分钟?|:(?=\d)|(?=$)))?\s*"
    r"(?:(?P<s>\d{1,5})\s*(?:s(?:ec(?:onds?)?)?|秒)?)?",
    re.IGNORECASE,
)


def read_length(text: str) -> int | None:
    """Read a length (3, 3:10, 3 min 10 s, 3 分 10 秒, 1:02:05) in seconds; bare figures are minutes.

    Empty text gives None; ValueError when it is none, or longer than a day.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    found = _LENGTH.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(found[one] or 0) for one in ("h", "m", "s"))
    whole = hours * 3600 + minutes * 60 + seconds
    if whole > LONGEST:
        raise ValueError(text)
    return whole


class LengthEdit(QLineEdit):
    """A line for a length of time; `seconds()` is None while it is empty."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the field; `name` is what it is called."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("e.g. {example}").format(example="3:10"))
        self.editingFinished.connect(self._tidy)

    def set_seconds(self, seconds: int | None) -> None:
        """Show a length, or nothing."""
        self.setText("" if seconds is None else labels_contacts.clock(seconds))

    def seconds(self) -> int | None:
        """Read the length in seconds; ValueError when the text is none."""
        return read_length(self.text())

    def _tidy(self) -> None:
        try:
            self.set_seconds(self.seconds())
        except ValueError:
            return
