"""Everything is found again: the search over the real window, by keys alone, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from e2e.shopper import NUMBER, Shopper
from keepproof.domain.changes import Changes
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.search_dialog import SearchDialog
from keepproof.ui.start import Start


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


def look_for(shopper: Shopper, words: str) -> SearchDialog:
    """Press Ctrl+K and type; the field has the keyboard without a click."""
    window = shopper.start.window
    window.activateWindow()
    shopper.qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = shopper.shown(SearchDialog)
    shopper.qtbot.waitUntil(dialog.field.hasFocus)
    dialog.field.insert(words)
    shopper.qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    return dialog


def test_an_order_is_found_by_digits_inside_its_number(shopper: Shopper) -> None:
    order_id = shopper.log_order()
    shopper.start.window.show_place("today")
    dialog = look_for(shopper, NUMBER[4:12])
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    pages = shopper.start.window.pages
    shopper.qtbot.waitUntil(lambda: pages.place() == "orders")
    assert pages.orders().detail.order_id == order_id
    shopper.settle()


def test_what_was_noted_a_moment_ago_is_found_and_chosen(shopper: Shopper, tmp_path: Path) -> None:
    order_id = shopper.log_order()
    photo = tmp_path / "IMG_2041.bin"
    photo.write_bytes(bytes(range(256)))
    shopper.drop(photo)
    kept = shopper.filed(order_id)[-1].evidence

    def note(library: Library, ticket: Ticket) -> Outcome[None]:
        del ticket
        library.evidence.replace(replace(kept, note="左下角有裂縫"))
        return Outcome(None, Changes(evidence=frozenset({kept.id})))

    shopper.start.session.operations.write(shopper.start.session, note)
    dialog = look_for(shopper, "裂缝")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    pages = shopper.start.window.pages
    shopper.qtbot.waitUntil(lambda: pages.place() == "evidence")
    shopper.qtbot.waitUntil(lambda: bool(pages.evidence().grid.chosen()))
    assert [one.evidence.id for one in pages.evidence().grid.chosen()] == [kept.id]
    shopper.settle()
