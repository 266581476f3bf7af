from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from keepproof.domain.order import Order
from keepproof.ui.dialogs.order_dialog_text import keep_as_evidence
from keepproof.ui.session import Session
from ui import order_library as make


def test_a_text_that_cannot_be_kept_is_said(
    qtbot: QtBot, new_session: Callable[[str], Session]
) -> None:
    session = new_session("en")
    made: list[Order] = []
    session.operations.read(session, lambda library, _: make.log(library).value, made.append)
    qtbot.waitUntil(lambda: bool(made))
    with qtbot.waitSignal(session.status) as told:
        keep_as_evidence(session, "", made[0])
    assert told.args == [session.say("keep.empty")]
