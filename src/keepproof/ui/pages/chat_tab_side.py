"""Beside the chat: what was promised, what is to be quoted, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.chat import ChatMessage
from keepproof.domain.promise import Promise, PromiseState
from keepproof.ui import labels_chat, theme
from keepproof.ui.models.chat_side_model import ChatSideModel, SideRow
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.chat_side_delegate import ChatSideDelegate
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.promise_list import PromiseList
from keepproof.ui.widgets.scroll_pane import ScrollPane
from keepproof.ui.widgets.whole_list import WholeList

WIDE = 330
MOST = 40
URGENT = frozenset({PromiseState.BROKEN, PromiseState.OPEN})


class ChatSide(QWidget):
    """The right column; `message_asked` carries the number of a message to show, `promise_asked` a promise to log."""

    message_asked = Signal(int)
    promise_asked = Signal(object)
    excerpt_asked = Signal()
    quote_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty column."""
        super().__init__(parent)
        self.promises = ChatSideModel(self)
        self.quotes = ChatSideModel(self)
        self._shown: tuple[Promise, ...] = ()
        self.promise_list = PromiseList(self.promises, self)
        self.promise_list.setAccessibleName(self.tr("Promises"))
        self.promise_list.shown.connect(self._show_promise)
        self.promise_list.taken.connect(self._take_promise)
        self._quote_list = self._list(self.quotes, self.tr("Messages to quote"))
        self._promise_head = Label(self.tr("Promises"), "section", "text", self)
        self._quote_head = Label("", "section", "text", self)
        self._more = Label("", "caption", "text2", self)
        self._none = Label("", "small", "text2", self)
        self._hint = Label("", "caption", "text2", self)
        self.excerpt_button = Button(self.tr("Save excerpt"), "secondary", parent=self)
        self.excerpt_button.setToolTip(
            self.tr("Keep the ticked messages as evidence of their own, beside the original")
        )
        self.quote_button = Button(self.tr("Add to complaint"), "primary", parent=self)
        self.compared = QCheckBox(self.tr("I compared these words with the picture"), self)
        self.compared.setToolTip(
            self.tr("The words were read from the picture by the program and may be wrong")
        )
        self.compared.toggled.connect(self._allow)
        self._chosen: tuple[str, ...] = ()
        self._same = True
        self.excerpt_button.clicked.connect(self.excerpt_asked)
        self.quote_button.clicked.connect(self.quote_asked)
        self._lay_out()
        self._dress()
        theme.changed().connect(self._dress)
        self.set_quotes([], 0, same=True)

    def set_promises(
        self, promises: Sequence[Promise], taken: Sequence[bool], *, pictured: bool = False
    ) -> None:
        """Show what was promised, and which of it stands in the contact log; of very many those that matter most."""
        both = _first(list(zip(promises, taken, strict=True)))
        self._shown = tuple(one for one, _ in both)
        self._more.setVisible(len(promises) > len(both))
        more = self.tr(
            "and %n more; choose “Promises” above the chat", "", len(promises) - len(both)
        )
        self._more.setText(more)
        self.promises.set_rows(
            [
                SideRow(
                    one.index,
                    one.words.replace("\n", " "),
                    labels_chat.promise_detail(one, pictured=pictured),
                    labels_chat.state_words(one),
                    labels_chat.TONES[one.state],
                    labels_chat.promise_reason(one),
                    action=self.tr("Add to contact log")
                    if _open_to_log(one, logged=logged)
                    else "",
                    done=self.tr("In the contact log") if logged else "",
                    hint=self._hint_words(one),
                )
                for one, logged in both
            ]
        )
        self._none.setVisible(not promises)
        self._none.setText(self.tr("No promise was found in this chat."))

    def set_quotes(
        self,
        chosen: Sequence[tuple[int, ChatMessage]],
        quoted: int,
        *,
        same: bool,
        pictured: bool = False,
    ) -> None:
        """Show the ticked messages; `same` says that the complaint quotes just these, `quoted` of them.

        What is `pictured` must be compared with the picture first, again whenever something else is ticked.
        """
        self.quotes.set_rows([_quote_row(at, one, placed=not pictured) for at, one in chosen])
        head = self.tr("Messages to quote {count}").format(count=len(chosen))
        self._quote_head.setText(head if chosen else self.tr("Messages to quote"))
        self._hint.setText(
            self._hint_below(some=bool(chosen or quoted), same=same, pictured=pictured)
        )
        self.excerpt_button.setEnabled(bool(chosen) and not pictured)
        if same and (self.quote_button.hasFocus() or self.compared.hasFocus()):
            self._quote_list.setFocus()  # else the keyboard leaves the page with the button
        texts = tuple(one.text for _, one in chosen)
        if texts != self._chosen or same:
            self.compared.setChecked(False)
        self._chosen, self._same = texts, same
        self.compared.setVisible(pictured and bool(chosen) and not same)
        self._allow()
        self.quote_button.setText(
            self.tr("Change in complaint") if quoted else self.tr("Add to complaint")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the hairline at the left."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(0, 0, 0, self.height())
        painter.end()

    def _hint_below(self, *, some: bool, same: bool, pictured: bool) -> str:
        if not some:
            return self.tr("Tick the messages that matter; they are quoted word for word.")
        if same:
            return self.tr("These stand in the complaint, word for word, with time and place.")
        if pictured:
            return self.tr("The complaint will say that these words were copied from a screenshot.")
        return self.tr("Quoted word for word, with time and place.")

    def _allow(self) -> None:
        """Let quote what was compared; the box is only there where that is needed."""
        needed = self.compared.isVisibleTo(self)
        self.quote_button.setEnabled(not self._same and (not needed or self.compared.isChecked()))

    def _hint_words(self, one: Promise) -> str:
        """Say what to do with what cannot be added to the log."""
        if one.claim:
            return self.tr("Not true? Tick the message to quote it")
        return self.tr("No full time; log it as a contact") if one.said is None else ""

    def _show_promise(self, row: int) -> None:
        self.message_asked.emit(self._shown[row].index)

    def _take_promise(self, row: int) -> None:
        self.promise_asked.emit(self._shown[row])

    def _dress(self) -> None:
        self.setFixedWidth(theme.px(WIDE))

    def _list(self, model: ChatSideModel, name: str) -> WholeList:
        made = WholeList(self)
        made.setModel(model)
        made.setItemDelegate(ChatSideDelegate(made))
        made.setAccessibleName(name)

        def go(index: QModelIndex) -> None:
            row = model.row_at(index)
            if row is not None:
                self.message_asked.emit(row.message)

        made.clicked.connect(go)
        made.activated.connect(go)
        return made

    def _lay_out(self) -> None:
        inner = QWidget(self)
        rows = QVBoxLayout(inner)
        edge = theme.px(16)
        rows.setContentsMargins(edge, theme.px(16), edge, theme.px(8))
        rows.setSpacing(theme.px(6))
        rows.addWidget(self._promise_head)
        rows.addWidget(self._none)
        rows.addWidget(self.promise_list)
        rows.addWidget(self._more)
        rows.addSpacing(theme.px(14))
        rows.addWidget(self._quote_head)
        rows.addWidget(self._quote_list)
        rows.addWidget(self._hint)
        rows.addWidget(self.compared)
        rows.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(edge, theme.px(8), edge, theme.px(14))
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.excerpt_button)
        buttons.addStretch(1)
        buttons.addWidget(self.quote_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollPane(inner, self), 1)
        layout.addLayout(buttons)


def _open_to_log(one: Promise, *, logged: bool) -> bool:
    return not logged and not one.claim and one.said is not None


def _first(both: list[tuple[Promise, bool]]) -> list[tuple[Promise, bool]]:
    """Choose the promises to list, in the order of the chat: broken and open ones before all others."""
    if len(both) <= MOST:
        return both
    ranked = sorted(range(len(both)), key=lambda at: (both[at][0].state not in URGENT, at))
    return [both[at] for at in sorted(ranked[:MOST])]


def _quote_row(at: int, one: ChatMessage, *, placed: bool) -> SideRow:
    return SideRow(
        at,
        f"“{one.text}”".replace("\n", " "),
        f"{labels_chat.who(one.sender, one.role, pictured=not placed)} {labels_chat.clock(one, day=True)}",
        labels_chat.place_words(one.source) if placed else "",
        quoted=True,
    )
