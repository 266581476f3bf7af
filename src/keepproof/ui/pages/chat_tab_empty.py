"""What the chat tab says when there are no messages to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.empty_state import EmptyState


class ChatEmpty(EmptyState):
    """Say how a chat is saved, or why it cannot be shown; `add_asked` wants a file."""

    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the state with its button."""
        self._add = Button("", "primary", "plus")
        super().__init__("chats", "", "", [self._add], parent)
        self._add.setText(self.tr("Add chat file"))
        self._add.clicked.connect(self.add_asked)
        self.say_reading()

    def say_reading(self) -> None:
        """Say that a chat is being read: a long one takes a while."""
        self.set_words(self.tr("Reading the chat…"), "")
        self._add.setVisible(False)

    def say_none(self) -> None:
        """Say that the order has no chat, and how to save one."""
        self.set_words(
            self.tr("No chat yet"),
            self.tr(
                "In Wangwang or Qianniu on a computer, mark the messages, copy them and paste them here; "
                "or save the chat page as a file. In WhatsApp and Telegram use Export chat."
            ),
        )
        self._add.setVisible(True)

    def say_no_messages(self, name: str) -> None:
        """Say that a file holds no messages."""
        self.set_words(
            self.tr("No messages were found in {name}").format(name=name),
            self.tr(
                "The file is kept as it is. Export the chat as text, or add screenshots of it."
            ),
        )
        self._add.setVisible(True)

    def say_refused(self, why: str) -> None:
        """Say why a chat cannot be shown."""
        self.set_words(self.tr("The chat cannot be shown"), why)
        self._add.setVisible(True)
