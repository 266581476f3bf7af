"""Finding words in a chat, from place to place, and showing one message."""

from __future__ import annotations

from PySide6.QtCore import QObject

from keepproof.ui.models.chat_model import ChatModel
from keepproof.ui.pages.chat_tab_head import ChatHead
from keepproof.ui.widgets.chat_list import ChatList


class ChatFinding(QObject):
    """Mark what is found in the messages shown, and go to it."""

    def __init__(self, head: ChatHead, model: ChatModel, shown: ChatList, parent: QObject) -> None:
        """Take the search, the messages and the list of them."""
        super().__init__(parent)
        self._head, self._model, self._list = head, model, shown
        self._hits: list[int] = []
        self._hit = 0
        head.group_chosen.connect(self.show_group)
        head.searched.connect(self.search)

    def search(self, words: str, way: int, *, go: bool = True) -> None:
        """Mark what is found; go on to the next place or back to the one before."""
        self._list.mark(words)
        self._hits = self._model.find(words)
        count = len(self._hits)
        self._hit = 0 if way == 0 else (self._hit + way) % max(1, count)
        self._head.set_hits(self._hit + 1 if count else 0, count)
        if count and go:
            self._list.go_to(self._hits[self._hit])

    def reset(self) -> None:
        """Look for nothing among all messages: another chat is another search."""
        self._head.search.clear()
        self._head.segment.set_current("all")
        self.show_group("all")

    def again(self, words: str) -> None:
        """Mark once more in messages that are new, and go to words that were asked for from elsewhere."""
        self._head.search.setText(words or self._head.search.text())
        self.search(self._head.search.text(), 0, go=bool(words))

    def show_group(self, group: str) -> None:
        """Show all messages, or some of them."""
        self._model.show_group(group)
        self.search(self._head.search.text(), 0, go=False)

    def show_message(self, message: int) -> None:
        """Show one message, with all others where it is among those left out."""
        if not self._model.index_of(message).isValid():
            self._head.segment.set_current("all")
            self.show_group("all")
        self._list.go_to(message)
