"""The chat of an order: what was said, what was promised, and what the complaint quotes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.chat import Chat, ChatMessage, Messages, Role
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.promise import Promise
from keepproof.errors import KnownError
from keepproof.services.take_promise import taken
from keepproof.ui import labels_tiles
from keepproof.ui.models.chat_model import ChatModel
from keepproof.ui.pages.chat_tab_actions import ChatActions
from keepproof.ui.pages.chat_tab_empty import ChatEmpty
from keepproof.ui.pages.chat_tab_finding import ChatFinding
from keepproof.ui.pages.chat_tab_head import ChatHead
from keepproof.ui.pages.chat_tab_reading import ChatReading
from keepproof.ui.pages.chat_tab_side import ChatSide
from keepproof.ui.session import Session
from keepproof.ui.widgets.chat_list import ChatList

if TYPE_CHECKING:
    from keepproof.domain.quote import Quote
    from keepproof.library.library import Library
    from keepproof.services.chat_page import ChatsView, ReadChat
    from keepproof.ticket import Ticket


class ChatTab(QWidget):
    """One chat file at a time; `complaint_asked` wants the complaint, where a problem is chosen."""

    complaint_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the tab without an order."""
        super().__init__(parent)
        self._session = session
        self._order_id = ""
        self._view: ChatsView | None = None
        self._file = ""
        self._read: ReadChat | None = None
        self._shown = ""
        self._quoted_then: set[tuple[str, str]] = set()
        self._texts: tuple[str, ...] = ()
        self._filled: tuple[ReadChat, list[str]] | None = None
        self._wanted = ""
        self.model = ChatModel(self)
        self.head = ChatHead(self)
        self.list = ChatList(self.model, self)
        self.finding = ChatFinding(self.head, self.model, self.list, self)
        self.side = ChatSide(self)
        self.doing = ChatActions(session, self)
        self.reading = ChatReading(session, self)
        self.empty = ChatEmpty(self)
        self.empty.add_asked.connect(self._add_chat)
        self._lay_out()
        self._connect()
        session.events.changed.connect(self._changed)

    def set_order(self, order_id: str) -> None:
        """Show the chats of another order."""
        if order_id != self._order_id:
            self._order_id, self._view, self._read = order_id, None, None
            self._file, self._shown = "", ""
            self.reading.forget()
            self.finding.reset()
            self.model.clear()
            self.empty.say_reading()
            self._put(shown=False)
        self.refresh()

    def refresh(self) -> None:
        """Look again which chats there are and what is known besides."""
        if not self._order_id:
            return
        order_id, book = self._order_id, self._session.book

        def load(library: Library, ticket: Ticket) -> ChatsView:
            from keepproof.services.chat_page import chats_of  # noqa: PLC0415 - the window starts without it

            del ticket
            return chats_of(library, order_id, book, library.now())

        self._session.operations.read(self, load, self._take_view, lambda _: None)

    def focus_first(self) -> None:
        """Put the keyboard into the search."""
        self.head.search.setFocus()

    def look_for(self, evidence_id: str, words: str) -> None:
        """Show one chat of the order and where these words stand in it, as soon as it is read."""
        self._file, self._wanted = evidence_id, words
        self.refresh()

    def ready(self) -> bool:
        """Say whether the chosen chat is shown."""
        return self._read is not None

    def _changed(self, changes: Changes) -> None:
        view = self._view
        if view is None or not self._order_id:
            return
        if (
            self._order_id in changes.orders
            or view.merchant_id in changes.merchants
            or view.watched & (changes.evidence | changes.readings)
        ):
            self.refresh()

    def _take_view(self, view: ChatsView) -> None:
        if view.order_id != self._order_id:
            return
        self._view = view
        ids = [one.evidence.id for one in view.files]
        if self._file not in ids:
            self._file = ids[0] if ids else ""
        self.head.set_files(view.files, self._file)
        if not ids:
            self._say_empty()
            return
        self._open(self._file)

    def _open(self, evidence_id: str) -> None:
        """Show a file, read first where that was not done yet."""
        view, filed = self._view, self._filed(evidence_id)
        if view is None or filed is None:
            return
        self._file = evidence_id
        if not self.reading.known(evidence_id):
            self.head.set_file(filed, None)
            self.empty.say_reading()
            self._put(shown=False)
        self.reading.open(view, filed.evidence)

    def _take_chat(self, evidence_id: str, read: ReadChat) -> None:
        filed = self._filed(evidence_id)
        if filed is None or evidence_id != self._file:
            return
        self._read = read
        self.head.set_file(filed, read.chat, pictured=self._pictured())
        if read.chat is not None:
            self._fill(evidence_id, read, read.chat)
        elif filed.evidence.broken:
            self.empty.say_refused(labels_tiles.broken_words(filed.evidence))
        else:
            self.empty.say_no_messages(filed.evidence.name)
        self._put(shown=read.chat is not None)

    def _put(self, *, shown: bool) -> None:
        """Put the messages in front, or what is said instead of them; the choice of files stays."""
        self._stack.setCurrentWidget(self.list if shown else self.empty)
        self.head.setVisible(self._view is not None and bool(self._view.files))
        self.head.set_searchable(shown)
        self.side.setVisible(shown)

    def _fill(self, evidence_id: str, read: ReadChat, chat: Chat) -> None:
        """Show a chat; what was ticked in it stays ticked, else what the complaint quotes is."""
        again = self._shown == evidence_id
        wanted, self._wanted = self._wanted, ""
        where = self.list.verticalScrollBar().value()
        quoted = {(one.place, one.text) for one in self._quoted()}
        messages = Messages.of(chat.messages)
        said = zip(messages.sources, messages.texts, strict=True)
        # a picture may be read otherwise by now: then its ticks stand at other words
        same = again and messages.texts == self._texts and quoted == self._quoted_then
        chosen = (
            self.model.chosen() if same else [at for at, one in enumerate(said) if one in quoted]
        )
        notices = self._notices(chat, read)
        self._shown = evidence_id
        self._quoted_then, self._texts = quoted, messages.texts
        placed = not self._pictured()
        if not again:
            self.list.setCurrentIndex(QModelIndex())
        filled = self._filled is not None and self._filled[0] is read and self._filled[1] == notices
        if again and not wanted and filled and chosen == self.model.chosen():
            self._chosen_changed()  # a long chat is not laid out again for nothing
        else:
            self.model.set_chat(chat, read.assessment, notices, chosen, placed=placed)
            self.finding.again(wanted)
            if again and not wanted:
                self.list.verticalScrollBar().setValue(where)
        self._filled = (read, notices)
        promises, known = read.assessment.promises, self._view.promised if self._view else ()
        logged = [taken(known, evidence_id, one) is not None for one in promises]
        self.side.set_promises(promises, logged, pictured=self._pictured())

    def _notices(self, chat: Chat, read: ReadChat) -> list[str]:
        """Say what is to be known of a chat as a whole."""
        say = self._session.say
        stale = [one.text for one in self._quoted() if one.stale]
        return [
            *(say(one.code, dict(one.data)) for one in chat.problems),
            *(say(code) for code in read.assessment.notices),
            *(say("chats.quote_changed", {"words": words}) for words in stale),
        ]

    def _refused(self, evidence_id: str, error: KnownError) -> None:
        if evidence_id != self._file:
            return
        self._read = None
        self.empty.say_refused(self._session.explain(error))
        self._put(shown=False)

    def _say_empty(self) -> None:
        self._read = None
        self.empty.say_none()
        self._put(shown=False)

    def _chosen_changed(self) -> None:
        chat = self._read.chat if self._read is not None else None
        if chat is None:
            return
        chosen = [(at, chat.messages[at]) for at in self.model.chosen()]
        quoted = {(one.place, one.text) for one in self._quoted()}
        same = {(one.source, one.text) for _, one in chosen} == quoted
        self.side.set_quotes(chosen, len(quoted), same=same, pictured=self._pictured())
        self.head.set_counts(len(chat.messages), self.model.telling(), len(chosen))

    def _quote(self) -> None:
        view = self._view
        if view is None:
            return
        if view.dispute_id is None:
            words = self.tr("First say what went wrong; then quote the messages.")
            self._session.status.emit(words)
            self.complaint_asked.emit()
            return
        self.doing.quote(view.dispute_id, self._file, self._ticked())

    def _save_excerpt(self) -> None:
        filed = self._filed(self._file)
        if filed is not None:
            self.doing.save_excerpt(filed, self._ticked())

    def _take_promise(self, promise: Promise) -> None:
        if self._view is not None:
            self.doing.take_promise(self._view.order_id, self._file, promise)

    def _give_role(self, sender: str, role: Role | None) -> None:
        if self._view is not None:
            self.doing.give_role(self._view.merchant_id, sender, role)

    def _ticked(self) -> list[ChatMessage]:
        chat = self._read.chat if self._read is not None else None
        return [chat.messages[at] for at in self.model.chosen()] if chat is not None else []

    def _add_chat(self) -> None:
        self._session.add_requested.emit(self._order_id, EvidenceKind.CHAT)

    def _filed(self, evidence_id: str) -> FiledEvidence | None:
        files = self._view.files if self._view is not None else ()
        return next((one for one in files if one.evidence.id == evidence_id), None)

    def _pictured(self) -> bool:
        return self._view is not None and self._file in self._view.readings

    def _quoted(self) -> list[Quote]:
        quotes = self._view.quotes if self._view is not None else ()
        return [one for one in quotes if one.evidence_id == self._file]

    def _connect(self) -> None:
        self.reading.read.connect(self._take_chat)
        self.reading.refused.connect(self._refused)
        self.head.file_chosen.connect(self._open)
        self.head.original_asked.connect(lambda: self._session.evidence_requested.emit(self._file))
        self.model.chosen_changed.connect(self._chosen_changed)
        self.list.role_asked.connect(self._give_role)
        self.list.promise_asked.connect(self._take_promise)
        self.side.message_asked.connect(self.finding.show_message)
        self.side.promise_asked.connect(self._take_promise)
        self.side.quote_asked.connect(self._quote)
        self.side.excerpt_asked.connect(self._save_excerpt)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 1)
        layout.addWidget(self.side)
        self._put(shown=False)
