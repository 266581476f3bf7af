"""The channels of a platform: headings of parties and below them their channels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.knowledge.channel import Channel
from keepproof.ui import labels_channels, labels_complaint
from keepproof.ui.labels_orders import listed
from keepproof.ui.models.evidence_model import SORT_ROLE

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CHANNEL_ROLE = Qt.ItemDataRole.UserRole + 41
STEP_ROLE = Qt.ItemDataRole.UserRole + 42


class ChannelsModel(QAbstractListModel):
    """Rows are headings (no CHANNEL_ROLE) and channels; the search leaves out what does not fit.

    STEP_ROLE is the place of a channel in the advised order, from 1, or 0.
    """

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        """Build an empty model that words channels in a language."""
        super().__init__(parent)
        self._lang = lang
        self._channels: tuple[Channel, ...] = ()
        self._advised: tuple[str, ...] = ()
        self._search = ""
        self._rows: list[str | Channel] = []

    def set_channels(self, channels: Sequence[Channel], advised: Sequence[str] = ()) -> None:
        """Show these channels; those `advised` come first, in their order, the others by party."""
        self._channels, self._advised = tuple(channels), tuple(advised)
        self._fill()

    def set_search(self, words: str) -> None:
        """Show only channels that hold all of these words in name, path, note or party."""
        self._search = words.casefold()
        self._fill()

    def row_of(self, channel: str) -> int:
        """Find the row of a channel, -1 where it is not shown."""
        for row, one in enumerate(self._rows):
            if isinstance(one, Channel) and one.id == channel:
                return row
        return -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count headings and channels."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only channels be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], Channel):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, or its channel."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == SORT_ROLE:
            return index.row()
        if isinstance(row, str):
            words = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return row if role in words else None
        if role == CHANNEL_ROLE:
            return row
        if role == STEP_ROLE:
            return self._advised.index(row.id) + 1 if row.id in self._advised else 0
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label.of(self._lang)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cost, _ = labels_complaint.cost(row.cost_class)
            return listed([row.label.of(self._lang), cost, row.path.of(self._lang)])
        return None

    def _fill(self) -> None:
        self.beginResetModel()
        shown = [one for one in self._channels if self._fits(one)]
        by_id = {one.id: one for one in shown}
        first = [by_id[id_] for id_ in self._advised if id_ in by_id]
        rows: list[str | Channel] = []
        if first:
            rows += [self.tr("In this order, free ones first"), *first]
        heading = ""
        for one in sorted(
            (one for one in shown if one.id not in self._advised),
            key=lambda one: PARTIES.index(one.party),
        ):
            words = labels_channels.party_heading(one.party)
            if words != heading:
                rows.append(words)
                heading = words
            rows.append(one)
        self._rows = rows
        self.endResetModel()

    def _fits(self, one: Channel) -> bool:
        note = one.note.of(self._lang) if one.note is not None else ""
        party = labels_channels.party_heading(one.party)
        words = " ".join((one.label.of(self._lang), one.path.of(self._lang), note, party, one.id))
        return all(part in words.casefold() for part in self._search.split())


PARTIES = (
    "self_help",
    "merchant",
    "platform",
    "special_aftersales",
    "payment",
    "courier",
    "authority",
)
