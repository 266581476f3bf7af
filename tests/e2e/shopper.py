"""A shopper who uses the real window of this process: drops, pastes, types and clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from keepproof import settings
from keepproof.domain.complaint import Complaint
from keepproof.domain.evidence import FiledEvidence
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.settings import Settings
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.dialogs.report_dialog import ReportDialog
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.start import Start

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
NUMBER = "2690183455720166318"
ORDER_PAGE = f"""卖家已发货
天猫 澄屿家电旗舰店 >
X1 无线吸尘器 标准版
￥1299.00
x1
实付款
￥1,299.00
订单编号：{NUMBER}复制
创建时间：2026-11-10 21:04:12
付款时间：2026-11-10 21:06:31
"""


class Shopper:
    """One user at one window."""

    def __init__(
        self, qtbot: QtBot, open_window: Callable[[Settings], Start], language: str
    ) -> None:
        """Open the window in a language."""
        self.qtbot, self._open = qtbot, open_window
        self._settings = Settings(language=language)
        self.start = open_window(self._settings)

    @property
    def lang(self) -> str:
        """Name the language of the window: zh or en."""
        return self.start.session.lang

    def reopen(self, *, remembering: bool = False) -> None:
        """Close the window, and start the program again, with what it remembered or as it was at first."""
        self.start.window.close()
        self.start.close()
        if remembering:
            self._settings = settings.load(user_paths().settings)
        self.start = self._open(self._settings)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.start.session.operations.idle)

    def ask(self, look: Callable[[Library], T]) -> T:
        """Look something up in the library the window has open."""
        found: list[T] = []
        session = self.start.session
        session.operations.read(session, lambda library, _: look(library), found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def shown(self, kind: type[W]) -> W:
        """Wait for a visible widget of a class."""

        def visible() -> list[W]:
            return [one for one in self.start.window.findChildren(kind) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(visible()))
        return visible()[0]

    def paste_order(self, text: str = ORDER_PAGE) -> OrderDialog:
        """Paste the text of an order page, and wait until it was read."""
        QGuiApplication.clipboard().setText(text)
        self.start.commands.actions["paste_order"].trigger()
        dialog = self.shown(OrderDialog)
        self.qtbot.waitUntil(lambda: dialog.fields.line("number").text() != "")
        self.settle()
        return dialog

    def log_order(self) -> str:
        """Log the order of the pasted text, and wait until its page is shown."""
        dialog = self.paste_order()
        self.click(dialog.save_button)
        detail = self.start.window.pages.orders().detail
        self.qtbot.waitUntil(lambda: bool(detail.order_id) and detail.isVisible())
        self.settle()
        return detail.order_id

    def drop(self, *paths: Path) -> None:
        """Let go of files over the page, as the system tells it."""
        window, mime = self.start.window, QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
        pane = window.pages.drop_pane()
        point = pane.mapTo(window, pane.rect().center())
        both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            window.windowHandle(), QDragEnterEvent(point, both, mime, LEFT, keys)
        )
        QApplication.sendEvent(
            window.windowHandle(), QDropEvent(QPointF(point), both, mime, LEFT, keys)
        )
        self.settle()

    def report(self) -> list[tuple[str, str, str]]:
        """Read what the report says of each file, and close it."""
        dialog = self.shown(ReportDialog)
        rows = dialog.rows
        dialog.accept()
        return rows

    def filed(self, order_id: str) -> list[FiledEvidence]:
        """List the evidence of an order."""
        return self.ask(lambda library: library.evidence.of_order(order_id))

    def complain(self, issue: str = "not_as_described") -> ComplaintTab:
        """Choose what went wrong, and wait for the form."""
        self.start.window.pages.show_tab("complaint")
        tab = self.shown(ComplaintTab)
        self.qtbot.waitUntil(lambda: tab.start.isVisible() and tab.start.model.rowCount() > 0)
        row = tab.start.model.index_of(issue)
        tab.start.list.scrollTo(row)
        place = tab.start.list.visualRect(row).center()
        with self.qtbot.waitSignal(tab.ready):
            QTest.mouseClick(tab.start.list.viewport(), LEFT, pos=place)
        self.settle()
        return tab

    def answer(self, tab: ComplaintTab, question: str, words: str) -> None:
        """Type an answer into the form."""
        field = tab.facts.form.field(question)
        assert field is not None
        target: Any = field.editor.target()
        target.setFocus()
        target.insertPlainText(words)

    def click(self, button: QWidget) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(button, LEFT)


def text_of(tab: ComplaintTab) -> Complaint:
    """Give the complaint that is shown."""
    assert tab.text.complaint is not None
    return tab.text.complaint
