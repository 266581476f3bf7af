"""A field for a date and time that may stay empty."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, tzinfo

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QWidget,
    QWidgetAction,
)

from keepproof.ui.widgets.buttons import IconButton

PLACEHOLDER = "2026-11-15 18:20"
YEARS = range(1900, 2200)  # beyond, a mistyped year could not even be compared across zones
_MOMENT = re.compile(
    r"(?:(?P<y>\d{4})\s*[-/.年])?\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?"
    r"(?:[\sT]*(?P<h>\d{1,2})\s*[:时点]\s*(?P<min>\d{1,2})?\s*分?(?:\s*:\s*(?P<s>\d{1,2}))?)?"
)


def read_moment(
    text: str, zone: tzinfo | None, today: datetime, *, ahead: bool = False
) -> datetime | None:
    """Read what a person types (2026-11-15 18:20, 11月15日, 11/15 18:20); ValueError when it is none.

    Empty text gives None. A year left out is this year, or the last one when the date is still to come;
    `ahead` means a date to come: then it is the next year when the date is over.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    found = _MOMENT.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    numbers = {key: int(value) for key, value in found.groupdict().items() if value}
    year = numbers.get("y", today.year)
    if year not in YEARS:
        raise ValueError(text)
    at = datetime(
        year,
        numbers["m"],
        numbers["d"],
        numbers.get("h", 0),
        numbers.get("min", 0),
        numbers.get("s", 0),
        tzinfo=zone,
    )
    at = at if zone is not None else at.astimezone()
    if "y" not in numbers and ahead and at.date() < today.date():
        at = at.replace(year=year + 1)
    elif "y" not in numbers and not ahead and at.date() > today.date():
        at = at.replace(year=year - 1)
    return at


class MomentEdit(QWidget):
    """A line for a moment with a calendar beside it; `moment()` is None while it is empty."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        zone: tzinfo | None = None,
        parent: QWidget | None = None,
        *,
        ahead: bool = False,
    ) -> None:
        """Build the field: what it is called, the zone of typed times, whether the moment is still to come."""
        super().__init__(parent)
        self._ahead = ahead
        self._zone = zone
        self._kept: datetime | None = None
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("e.g. {example}").format(example=PLACEHOLDER))
        self._line.setAccessibleName(name)
        self._line.textEdited.connect(self._edited)
        self._line.editingFinished.connect(self._tidy)
        pick = IconButton(
            "calendar-blank", self.tr("Choose the date of “{name}”").format(name=name)
        )
        pick.clicked.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._line, 1)
        row.addWidget(pick)
        self._button = pick
        self.setFocusProxy(self._line)

    @property
    def line(self) -> QLineEdit:
        """Give the line the user types in."""
        return self._line

    def set_zone(self, zone: tzinfo | None) -> None:
        """Read typed times in another zone."""
        self._zone = zone

    def set_moment(self, at: datetime | None) -> None:
        """Show a moment, or nothing; it keeps its zone and seconds while it is not edited."""
        self._kept = at
        self._line.setText(at.strftime("%Y-%m-%d %H:%M") if at is not None else "")

    def moment(self) -> datetime | None:
        """Read the moment; ValueError when the text is none."""
        if self._kept is not None:
            return self._kept
        today = datetime.now().astimezone()
        return read_moment(self._line.text(), self._zone, today, ahead=self._ahead)

    def text(self) -> str:
        """Give the text as it stands."""
        return self._line.text()

    def _edited(self) -> None:
        self._kept = None
        self.changed.emit()

    def _tidy(self) -> None:
        try:
            at = self.moment()
        except ValueError:
            return
        if at is not None:
            self._line.setText(at.strftime("%Y-%m-%d %H:%M"))

    def _pick(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if not self._ahead:
            calendar.setMaximumDate(QDate.currentDate().addDays(1))
        known = self._known()
        if known is not None:
            calendar.setSelectedDate(QDate(known.year, known.month, known.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def chosen(date: QDate) -> None:
            before = self._known()
            time = before.strftime("%H:%M") if before is not None else "00:00"
            self._line.setText(f"{date.toString('yyyy-MM-dd')} {time}")
            self._edited()
            menu.close()
            self._line.setFocus()

        calendar.activated.connect(chosen)
        calendar.clicked.connect(chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _known(self) -> datetime | None:
        try:
            return self.moment()
        except ValueError:
            return None
