"""The main job in one go: a pasted order, dropped files, a few answers, the text on the clipboard, and all of it kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.verify_library import verify
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.start import Start
from ui.complaint_desk import ANSWERS, answer_all

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NUMBER = "2690183455720166318"
ORDER_TEXT = f"""澄屿家电旗舰店
X1 无线吸尘器 标准版
￥1299.00 x1
实付款 ￥1299.00
订单编号 {NUMBER} 复制
付款时间 2026-11-10 21:06:31
"""
FILES = {
    "订单详情.png.txt": "截图",
    "旺旺聊天.txt": "买家：续航只有 8 分钟\n商家：这属于正常现象\n",
}


def settled(qtbot: QtBot, start: Start) -> None:
    qtbot.waitUntil(start.session.operations.idle)


def log_pasted_order(qtbot: QtBot, start: Start) -> None:
    dialog = OrderDialog(start.session, start.window)
    dialog.saved.connect(lambda order: start.session.order_requested.emit(order.id, "overview"))
    dialog.open()
    dialog.start_with_text(ORDER_TEXT)
    qtbot.waitUntil(lambda: NUMBER in dialog.fields.form().number)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    settled(qtbot, start)


def drop_files(qtbot: QtBot, start: Start, folder: Path) -> None:
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_text(content, "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in sorted(folder.iterdir())])
    place = start.window.rect().center()
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    rest = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window = start.window.windowHandle()
    QApplication.sendEvent(window, QDragEnterEvent(place, both, mime, *rest))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), both, mime, *rest))
    settled(qtbot, start)


def complaint_tab(qtbot: QtBot, start: Start, order_id: str) -> ComplaintTab:
    start.window.show_order(order_id, "complaint")
    qtbot.waitUntil(lambda: start.window.findChild(ComplaintTab) is not None)
    settled(qtbot, start)
    tab = start.window.findChild(ComplaintTab)
    assert isinstance(tab, ComplaintTab)
    return tab


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_from_a_pasted_order_to_a_pasted_complaint(
    qtbot: QtBot, start_window: Callable[[Settings], Start], tmp_path: Path, lang: str
) -> None:
    chosen = Settings(language="zh_CN" if lang == "zh" else "en", complaint_language=lang)
    start = start_window(chosen)
    log_pasted_order(qtbot, start)
    drop_files(qtbot, start, tmp_path / "in")
    order_id = start.window.pages.orders().detail.order_id
    tab = complaint_tab(qtbot, start, order_id)
    tab.start.chosen.emit(start.session.book.issue("not_as_described"))
    settled(qtbot, start)
    qtbot.waitUntil(lambda: tab.facts.form.field("claim_text") is not None)
    answer_all(tab)
    texts = {}
    for channel in ("platform_chat", "refund_form", "12315"):
        tab.text.choose_channel(channel)
        assert tab.text.complaint is not None
        texts[channel] = tab.text.complaint.text
        assert NUMBER in texts[channel]
        assert "1,299" in texts[channel] or "1299" in texts[channel]
    assert ANSWERS["claim_text"] in texts["platform_chat"]
    with qtbot.waitSignal(tab.draft.saved):
        tab.copy_text()
    qtbot.waitUntil(lambda: len(tab.draft.sent) == 1)
    assert QGuiApplication.clipboard().text() == texts["12315"]
    start.window.close()
    start.close()
    with Library.open(user_paths().library) as library:
        order = library.orders.find(NUMBER)
        assert order is not None
        dispute = library.disputes.of_order(order.id)[0]
        assert {key: dispute.answers[key] for key in ANSWERS} == ANSWERS
        assert [one.text for one in library.disputes.submissions(dispute.id)] == [texts["12315"]]
        filed = library.evidence.of_order(order.id)
        assert {one.evidence.original_name for one in filed} >= set(FILES)
        assert all(one.frozen for one in filed if one.number in _sent_numbers(library, dispute.id))
        report = verify(library, Ticket()).value
        assert (report.intact, report.chain) == (len(filed), "intact")


def _sent_numbers(library: Library, dispute_id: str) -> set[int]:
    return {number for one in library.disputes.submissions(dispute_id) for number in one.numbers}
