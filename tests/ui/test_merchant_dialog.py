from __future__ import annotations

from collections.abc import Callable

import pytest
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
