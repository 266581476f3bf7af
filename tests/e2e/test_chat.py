"""A chat is dropped on an order: its promises are judged, two of its messages stand in the complaint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from e2e.shopper import ORDER_PAGE, Shopper, text_of
from keepproof.library.library import Library
from keepproof.settings import Settings
from keepproof.ui.models.chat_side_model import ChatSideModel
from keepproof.ui.pages.chat_tab import ChatTab
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.start import Start

LOG = """tb林小满2026-11-10 20:58:02
今天下单什么时候发货？
已读
澄屿家电旗舰店:小七2026-11-10 20:58:41
亲，48 小时内发货，超时赔付的
澄屿家电旗舰店:小七2026-11-16 9:15:55
已使用的商品，不支持退货呢
tb林小满2026-11-16 9:20:00
那什么时候给答复？
澄屿家电旗舰店:小七2026-11-16 9:21:00
24小时内给您答复
澄屿家电旗舰店:小七2026-11-16 15:00:00
申请过了，还是不支持
"""
SHIPPED = datetime.fromisoformat("2026-11-13T10:06:31+08:00")


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "旺旺聊天.txt"
    path.write_bytes(LOG.replace("\n", "\r\n").encode("gb18030"))
    return path


def shipped(library: Library) -> None:
    order = library.orders.all()[0]
    library.orders.replace(replace(order, moments=replace(order.moments, shipped=SHIPPED)))


def tones(model: ChatSideModel) -> list[str]:
    rows = (model.row_at(model.index(at)) for at in range(model.rowCount()))
    return [row.tone for row in rows if row is not None]


def open_chat(shopper: Shopper) -> ChatTab:
    shopper.start.window.pages.show_tab("chat")
    tab = shopper.shown(ChatTab)
    shopper.qtbot.waitUntil(lambda: tab.list.isVisible() and tab.model.rowCount() > 0)
    shopper.settle()
    return tab


def quote(shopper: Shopper, tab: ChatTab, *messages: int) -> None:
    for one in messages:
        tab.list.setCurrentIndex(tab.model.index_of(one))
        shopper.qtbot.keyClick(tab.list, Qt.Key.Key_Space)
    shopper.click(tab.side.quote_button)
    shopper.settle()


def complaint(shopper: Shopper) -> ComplaintTab:
    shopper.start.window.pages.show_tab("complaint")
    tab = shopper.shown(ComplaintTab)
    shopper.qtbot.waitUntil(
        lambda: tab.text.complaint is not None and bool(tab.text.complaint.text)
    )
    shopper.settle()
    return tab


def test_the_promises_of_a_dropped_chat_show_as_kept_and_broken(
    shopper: Shopper, log: Path
) -> None:
    assert "2026-11-10 21:06:31" in ORDER_PAGE  # paid, so 48 hours end on the 12th at 21:06
    shopper.log_order()
    shopper.ask(shipped)
    shopper.drop(log)

    tab = open_chat(shopper)

    assert tones(tab.side.promises) == ["warn", "ok"]
    late = tab.side.promises.row_at(tab.side.promises.index(0))
    assert late is not None
    assert "13" in late.pill


def test_two_quoted_messages_stand_in_the_complaint_word_for_word(
    shopper: Shopper, log: Path
) -> None:
    order_id = shopper.log_order()
    shopper.drop(log)
    number = shopper.filed(order_id)[-1].number
    shopper.complain("seven_day_refused")
    tab = open_chat(shopper)

    quote(shopper, tab, 1, 2)

    written = text_of(complaint(shopper))
    words = {
        "亲，48 小时内发货，超时赔付的": "2026-11-10 20:58:41",
        "已使用的商品，不支持退货呢": "2026-11-16 09:15:55",
    }
    found = [one for one in written.statements if one.id.startswith("quote.")]
    assert [one.citations for one in found] == [(number,), (number,)]
    for one, (said, at) in zip(found, words.items(), strict=True):
        assert f"“{said}”" in one.text
        assert at in one.text
        assert one.text in written.text
        assert (f"证据{number}" if "证据" in one.text else f"{number}") in one.text
