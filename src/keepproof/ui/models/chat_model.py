"""The messages of one chat as rows, with the days, the holes and the notices between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from keepproof.domain.chat import Chat, ChatMessage, Messages, Role
from keepproof.domain.promise import Assessment, ChatGap, Promise, SayingKind
from keepproof.ui import labels_chat

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TELLING = frozenset({SayingKind.PROMISE, SayingKind.REFUSAL, SayingKind.ADMISSION})
_NAMES = frozenset({Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole})


class Row(NamedTuple):
    """One row: a message, a day, a gap or a notice; `at` is the number of the message or gap, or of the notice."""

    kind: str
    at: int
    words: str = ""
    detail: str = ""


class ChatModel(QAbstractListModel):
    """Rows for a view; `chosen_changed` tells that messages were ticked or unticked."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Build a model without a chat."""
        super().__init__(parent)
        self._messages = Messages.of(())
        self._times: list[str] = []
        self._assessment = Assessment()
        self._notices: tuple[str, ...] = ()
        self._promises: dict[int, list[Promise]] = {}
        self._rows: list[Row] = []
        self._row_of: dict[int, int] = {}
        self._chosen: set[int] = set()
        self._group = "all"

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, its sentence for the ear, its tick."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._messages.texts[row.at] if row.kind == "message" else row.words
        if role in _NAMES:
            return self._sentence(row)
        if role == Qt.ItemDataRole.CheckStateRole and self._tickable(row):
            ticked = row.at in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let messages be chosen and ticked."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._tickable(row) else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a message."""
        row = self.row_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or row is None or not self._tickable(row):
            return False
        state = Qt.CheckState(value) if isinstance(value, int) else value
        if state == Qt.CheckState.Checked:
            self._chosen.add(row.at)
        else:
            self._chosen.discard(row.at)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.chosen_changed.emit()
        return True

    def tick(self, rows: Sequence[QModelIndex], *, ticked: bool) -> None:
        """Tick or untick several messages at once."""
        found = [one for one in map(self.row_at, rows) if one is not None and self._tickable(one)]
        messages = {one.at for one in found}
        self._chosen = self._chosen | messages if ticked else self._chosen - messages
        if rows:
            self.dataChanged.emit(rows[0], rows[-1], [Qt.ItemDataRole.CheckStateRole])
            self.chosen_changed.emit()

    def set_chat(
        self,
        chat: Chat,
        assessment: Assessment,
        notices: Sequence[str],
        chosen: Iterable[int],
        *,
        placed: bool = True,
    ) -> None:
        """Show another chat, or the same one understood anew; without `placed` no message has a place, as in a picture."""
        self._messages, self._assessment = Messages.of(chat.messages), assessment
        if not placed:
            self._messages = replace(self._messages, places=("",) * len(self._messages))
        self._times = list(self._messages.times)
        self._notices = tuple(notices)
        self._promises = {}
        for one in assessment.promises:
            self._promises.setdefault(one.index, []).append(one)
        self._chosen = set(chosen)
        self._build()
        self.chosen_changed.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.set_chat(Chat("", "", ()), Assessment(), (), ())

    def show_group(self, group: str) -> None:
        """Show all, what tells something (promises), or what is chosen."""
        self._group = group
        self._build()

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index."""
        at = index.row()
        return self._rows[at] if index.isValid() and 0 <= at < len(self._rows) else None

    def message(self, row: Row) -> ChatMessage:
        """Return the message of a row."""
        return self._messages[row.at]

    def text(self, row: Row) -> str:
        """Return the words of the message of a row."""
        return self._messages.texts[row.at]

    def message_at(self, index: Index) -> ChatMessage | None:
        """Return the message at an index, None where another row stands."""
        row = self.row_at(index)
        return self._messages[row.at] if row is not None and row.kind == "message" else None

    def chosen(self) -> list[int]:
        """List the numbers of the ticked messages in the order of the chat."""
        return sorted(self._chosen)

    def is_chosen(self, row: Row) -> bool:
        """Say whether the message of a row is ticked."""
        return row.at in self._chosen

    def index_of(self, message: int) -> QModelIndex:
        """Return where a message is shown; invalid where it is not."""
        row = self._row_of.get(message)
        return self.index(row) if row is not None else QModelIndex()

    def marks(self, row: Row) -> list[tuple[str, str]]:
        """List what a message holds as words and tone: promises with what became of them, refusals, admissions."""
        found = []
        told = iter(self._promises.get(row.at, ()))
        for one in self._assessment.sayings.get(row.at, ()):
            if one.kind not in TELLING:
                continue
            words = self._messages.texts[row.at][one.start : one.end].replace("\n", " ")
            promise = next(told, None) if one.kind is SayingKind.PROMISE else None
            state = labels_chat.state_words(promise) if promise is not None else ""
            tone = labels_chat.TONES[promise.state] if promise is not None else "warn"
            found.append((labels_chat.saying_words(one, words, state), tone))
        return found

    def promises(self, row: Row) -> list[Promise]:
        """List what the message of a row promises."""
        return self._promises.get(row.at, []) if row.kind == "message" else []

    def mark_count(self, row: Row) -> int:
        """Count the marks of a message."""
        found = self._assessment.sayings.get(row.at)
        return sum(one.kind in TELLING for one in found) if found else 0

    def telling(self) -> int:
        """Count the messages that promise, refuse or admit something."""
        return sum(self.tells(at) for at in self._assessment.sayings)

    def tells(self, at: int) -> bool:
        """Say whether a message promises, refuses or admits something."""
        return any(one.kind in TELLING for one in self._assessment.sayings.get(at, ()))

    def find(self, words: str) -> list[int]:
        """List the numbers of the messages shown that hold these words."""
        wanted = words.casefold().strip()
        if not wanted:
            return []
        return [at for at in self._row_of if wanted in self._messages.texts[at].casefold()]

    def _tickable(self, row: Row) -> bool:
        return row.kind == "message" and self._messages.roles[row.at] is not Role.SYSTEM

    def _sentence(self, row: Row) -> str:
        if row.kind == "message":
            marks = [words for words, _ in self.marks(row)]
            return labels_chat.message_sentence(self._messages[row.at], marks)
        return " ".join(part for part in (row.words, row.detail) if part)

    def _build(self) -> None:
        """Put the rows together for the group that is shown."""
        self.beginResetModel()
        rows = [Row("notice", at, words) for at, words in enumerate(self._notices)]
        if self._group == "all":
            rows += self._all_rows()
        else:
            rows = self._some_rows()
        self._rows = rows
        self._row_of = {row.at: at for at, row in enumerate(rows) if row.kind == "message"}
        self.endResetModel()

    def _some_rows(self) -> list[Row]:
        wanted = (
            self.chosen()
            if self._group == "chosen"
            else sorted(at for at in self._assessment.sayings if self.tells(at))
        )
        rows: list[Row] = []
        day = ""
        for at in wanted:
            day = self._put_day(rows, at, day)
            rows.append(Row("message", at))
        return rows

    def _all_rows(self) -> list[Row]:
        gaps = {one.index: one for one in self._assessment.gaps}
        rows: list[Row] = []
        day = ""
        for at, written in enumerate(self._times):
            if at in gaps:
                rows.append(self._gap_row(gaps[at]))
            if not day or not written.startswith(day):
                day = self._put_day(rows, at, day)
            rows.append(Row("message", at))
        end = gaps.get(len(self._times))
        return rows if end is None else [*rows, self._gap_row(end)]

    def _gap_row(self, gap: ChatGap) -> Row:
        at = gap.index
        before = labels_chat.clock(self._messages[at - 1], day=True)[5:16] if at else ""
        return Row("gap", at, *labels_chat.gap_words(gap, before))

    def _put_day(self, rows: list[Row], at: int, day: str) -> str:
        """Put the day above the first message of it."""
        now = labels_chat.day_of(self._times[at])
        if now and now != day:
            rows.append(Row("day", at, now))
            return now
        return day
