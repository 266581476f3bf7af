"""F1 everywhere: which part of the guide belongs to what has the keyboard, and opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.ui.dialogs.guide_window import GuideWindow

PROPERTY = "help_topic"
FIRST = "start"
# What belongs to a whole page or dialog, by its class; the property on a widget inside it goes before.
TOPICS = {
    "BackupDialog": "backup",
    "BillDialog": "orders",
    "BundleDialog": "bundle",
    "ImportBundleDialog": "bundle",
    "CallCardDialog": "calls",
    "ChannelDialog": "channels",
    "ChannelsPage": "channels",
    "ChatTab": "chats",
    "ChecklistPane": "evidence",
    "ClaimEventDialog": "deadlines",
    "ClosedPage": "privacy",
    "CloseDisputeDialog": "limits",
    "ComplaintTab": "complaint",
    "ContactDialog": "calls",
    "CountdownDialog": "deadlines",
    "EvidencePage": "evidence",
    "ExportCalendarDialog": "deadlines",
    "ExportPaperDialog": "exports",
    "ExportTextDialog": "complaint",
    "FactsPane": "disputes",
    "LibrariesDialog": "backup",
    "MerchantDialog": "buying",
    "NewFilesDialog": "evidence",
    "NextTab": "channels",
    "NumberDialog": "calls",
    "OrderDialog": "orders",
    "OrderOverview": "orders",
    "OrderPage": "orders",
    "OrdersPage": "orders",
    "OverviewPage": "limits",
    "PickOrderDialog": "orders",
    "RedactDialog": "redaction",
    "PicturesDialog": "exports",
    "ReportDialog": "evidence",
    "RestoreDialog": "backup",
    "SearchDialog": "search",
    "SettingsDialog": "privacy",
    "ShortcutsDialog": "keys",
    "StartPane": "disputes",
    "SubmissionDialog": "complaint",
    "TextPane": "complaint",
    "TodayPage": "start",
    "VerifyDialog": "integrity",
    "ViewerDialog": "recordings",
    "WarningList": "wording",
    "WelcomePage": "start",
}


def topic_of(widget: QWidget | None) -> str:
    """Give the topic of the nearest widget that has one, from this one outwards."""
    while widget is not None:
        topic = widget.property(PROPERTY) or TOPICS.get(type(widget).__name__)
        if topic:
            return str(topic)
        widget = widget.parentWidget()
    return FIRST


class HelpKey(QObject):
    """Opens the guide for the window; each dialog gets the key when it first has the keyboard."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Watch which window has the keyboard."""
        super().__init__(window)
        self._session, self._window = session, window
        self.guide: GuideWindow | None = None
        session.help_requested.connect(self.open)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def open_here(self) -> None:
        """Open the part that belongs to what has the keyboard."""
        page = QApplication.focusWidget() or self._page()
        self.open(topic_of(page))

    def open(self, topic: str) -> None:
        """Open a part; over a dialog that blocks the window the guide belongs to the dialog."""
        from keepproof.ui.dialogs.guide_window import GuideWindow  # noqa: PLC0415 - with the first question

        owner = QApplication.activeModalWidget() or self._window
        if self.guide is None or self.guide.parentWidget() is not owner:
            if self.guide is not None:
                self.guide.close()
            self.guide = GuideWindow(self._session, owner)
            self.guide.destroyed.connect(self._forget)
        self.guide.show_topic(topic)
        self.guide.show()
        self.guide.activateWindow()

    def _page(self) -> QWidget:
        """Give what is shown, where nothing has the keyboard."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal
        pages = getattr(self._window, "pages", None)
        shown = pages.stack.currentWidget() if pages is not None else None
        return shown if isinstance(shown, QWidget) else self._window

    def _forget(self, guide: QObject) -> None:
        if self.guide is None or guide is self.guide:
            self.guide = None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        top = new.window() if new is not None else None
        if top is None or top is self._window or top.property("has_help_key"):
            return
        top.setProperty("has_help_key", True)  # noqa: FBT003 - Qt's own
        key = QShortcut(QKeySequence("F1"), top)
        key.setContext(Qt.ShortcutContext.WindowShortcut)
        key.activated.connect(self.open_here)
