from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.order import Merchant
from keepproof.settings import Settings
from keepproof.ui.alerts import Alert
from keepproof.ui.dialogs.merchant_dialog import MerchantDialog
from keepproof.ui.start import Start

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_what_cannot_be_stored_is_said_and_can_be_tried_again(
    qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> None:
    start = start_window(Settings(language="en"))
    dialog = MerchantDialog(start.session, Merchant("gone", "tmall", "店"), start.window)
    dialog.open()
    dialog.lines["phone"].setText("0571-0000000")
    dialog.save()
    qtbot.waitUntil(lambda: dialog.findChild(Alert) is not None)
    assert (dialog.save_button.isEnabled(), dialog.lines["phone"].text()) == (True, "0571-0000000")


def tick(dialog: MerchantDialog, row: int) -> None:
    model = dialog.purchase.model
    assert model.setData(model.index(row), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def shops(qtbot: QtBot, start: Start) -> list[Merchant]:
    found: list[list[Merchant]] = []
    start.session.operations.read(
        start.session, lambda library, _: library.merchants.all(), found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def before_buying(qtbot: QtBot, window: Start) -> MerchantDialog:
    window.commands.before_buying()
    qtbot.waitUntil(window.session.operations.idle)
    dialog = window.window.findChild(MerchantDialog)
    assert isinstance(dialog, MerchantDialog)
    return dialog


def test_a_shop_can_be_checked_before_anything_is_bought(qtbot: QtBot, window: Start) -> None:
    dialog = before_buying(qtbot, window)
    dialog.picker.platforms.setCurrentIndex(dialog.picker.platforms.findData("jd"))
    dialog.picker.shop.setEditText("青禾生鲜")
    tick(dialog, 1)
    dialog.purchase.policy.setPlainText("48 小时内包赔")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    kept = shops(qtbot, window)[0]
    assert (kept.platform, kept.name, kept.return_policy) == ("jd", "青禾生鲜", "48 小时内包赔")
    assert list(kept.checks) == ["return_policy"]


def test_what_was_ticked_for_a_shop_is_shown_again(qtbot: QtBot, window: Start) -> None:
    dialog = before_buying(qtbot, window)
    dialog.picker.shop.setEditText("青禾生鲜")
    tick(dialog, 0)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    qtbot.waitUntil(lambda: window.window.findChild(MerchantDialog) is None)
    again = before_buying(qtbot, window)
    again.picker.shop.setEditText("青禾生鲜")
    assert again.purchase.model.counts()[0] == 1
    again.picker.shop.setEditText("青禾生鲜二店")
    assert again.purchase.model.counts()[0] == 0
    again.reject()


def test_what_was_written_stays_when_a_known_shop_is_chosen(qtbot: QtBot, window: Start) -> None:
    dialog = before_buying(qtbot, window)
    dialog.purchase.policy.setPlainText("不支持退换")
    known = Merchant("m", dialog.picker.identity()[0], "店", phone="0571", return_policy="七天")
    dialog.picker.set_known([known])
    dialog.picker.shop.setEditText("店")
    assert dialog.lines["phone"].text() == "0571"
    assert dialog.purchase.policy.toPlainText() == "不支持退换"
    dialog.purchase.policy.setPlainText("七天")
    dialog.reject()


def test_a_shop_without_a_name_is_not_stored(qtbot: QtBot, window: Start) -> None:
    dialog = before_buying(qtbot, window)
    tick(dialog, 0)
    dialog.save()
    qtbot.waitUntil(lambda: dialog.findChild(Alert) is not None)
    assert dialog.save_button.isEnabled()


def test_closing_asks_before_what_was_typed_is_let_go(qtbot: QtBot, window: Start) -> None:
    dialog = MerchantDialog(window.session, Merchant("m", "tmall", "店"), window.window)
    dialog.open()
    dialog.lines["phone"].setText("0571")
    dialog.reject()
    alert = dialog.findChild(Alert)
    assert isinstance(alert, Alert)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        alert.accept()


def test_closing_asks_nothing_when_nothing_changed(window: Start) -> None:
    spaced = Merchant("m", "tmall", "店", note=" with blanks ")
    dialog = MerchantDialog(window.session, spaced, window.window)
    dialog.open()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_checks_are_a_sound_model(window: Start) -> None:
    dialog = MerchantDialog(window.session, None, window.window)
    model = dialog.purchase.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tick(dialog, 2)
    assert "done" in str(model.index(2).data(Qt.ItemDataRole.AccessibleTextRole))
    assert model.setData(model.index(2), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.done() == {}
    dialog.deleteLater()
