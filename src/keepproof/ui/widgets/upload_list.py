"""The pieces of evidence that could go out as pictures, to be ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from keepproof.ui import theme
from keepproof.ui.models.upload_model import CHECK, UploadModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.upload_delegate import UploadDelegate


class UploadList(QListView):
    """A list that scrolls; Space and Enter tick."""

    def __init__(self, session: Session, model: UploadModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(UploadDelegate(session, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Evidence to go out"))
        session.thumbnails.ready.connect(self._picture_came)
        theme.changed().connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Enter and Space."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        index = self.currentIndex()
        checkable = index.isValid() and index.flags() & Qt.ItemFlag.ItemIsUserCheckable
        if event.key() not in keys or not checkable:
            super().keyPressEvent(event)
            return
        done = Qt.CheckState(index.data(CHECK)) == Qt.CheckState.Checked
        after = Qt.CheckState.Unchecked if done else Qt.CheckState.Checked
        self.model().setData(index, after, CHECK)

    def _picture_came(self, _id: str) -> None:
        # A method, not a lambda: Qt lets go of it together with the widget.
        self.viewport().update()
