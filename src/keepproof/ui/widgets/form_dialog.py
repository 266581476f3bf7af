"""A dialog that Tab goes through as it reads."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from keepproof.ui import reading_order


class FormDialog(QDialog):
    """What is laid out first comes first, whatever was built first: fields, then Cancel, then the verb."""

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Go to the next stop as one reads."""
        return reading_order.step(self, forward=forward) or super().focusNextPrevChild(forward)
