"""A label in bold: heads of groups and titles of rows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.label import Label


class BoldLabel(Label):
    """A label whose role is set in bold."""

    def __init__(
        self, text: str = "", role: str = "body", color: str = "text", parent: QWidget | None = None
    ) -> None:
        """Build a label; see Label."""
        super().__init__(text, role, color, parent)

    def _dress(self) -> None:
        super()._dress()
        self.setFont(theme.font(self._role, bold=True))
