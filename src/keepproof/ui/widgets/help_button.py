"""A question mark that opens a part of the guide."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from keepproof.ui import tips
from keepproof.ui.help_key import PROPERTY
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import IconButton


class HelpButton(IconButton):
    """Stands beside what may need explaining."""

    def __init__(self, session: Session, topic: str, parent: QWidget | None = None) -> None:
        """Lead to a topic."""
        super().__init__("question", "")
        if parent is not None:
            self.setParent(parent)
        name = self.tr("Explain this")
        self.setToolTip(tips.plain(name))
        self.setAccessibleName(name)
        self.setProperty(PROPERTY, topic)
        self.clicked.connect(lambda: session.help_requested.emit(topic))
