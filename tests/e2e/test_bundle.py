"""A bundle goes out of one library and comes into another, and anybody can check it on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from e2e.shopper import NUMBER, Shopper
from keepproof.cli import main
from keepproof.library.library import Library
from keepproof.settings import Settings
from keepproof.ui.dialogs.bundle_dialog import BundleDialog
from keepproof.ui.dialogs.import_bundle_dialog import ImportBundleDialog
from keepproof.ui.start import Start


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


def hashes(shopper: Shopper) -> list[tuple[int | None, str]]:
    order = shopper.ask(lambda library: library.orders.find(NUMBER))
    return [] if order is None else [
        (one.number, one.evidence.sha256) for one in shopper.filed(order.id)
    ]  # fmt: skip


def exported(shopper: Shopper, folder: Path) -> Path:
    """Log an order with two files and export it for oneself, by the keyboard."""
    shopper.log_order()
    for name, words in (("chat.txt", "客服：不退"), ("order.txt", "订单编号")):
        (folder / name).write_text(words, "utf-8")
        shopper.drop(folder / name)
    shopper.settle()
    shopper.start.session.settings.change(bundle_folder=str(folder))
    shopper.start.commands.actions["export_bundle"].trigger()
    dialog = shopper.shown(BundleDialog)
    shopper.qtbot.waitUntil(lambda: dialog.plan is not None)
    for _ in range(2):
        QTest.keyClick(dialog.ticks.audience, Qt.Key.Key_Right)
    shopper.settle()
    assert dialog.ticks.choice().audience == "self"
    path = dialog.place.path
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    shopper.qtbot.waitUntil(dialog.outcome.isVisible, timeout=30_000)
    dialog.reject()
    return path


def test_what_goes_out_of_one_library_comes_into_another(
    shopper: Shopper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(shopper, tmp_path)
    capsys.readouterr()
    assert main(["check", str(path), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["order"], report["history"]) == (NUMBER, "intact")
    before = hashes(shopper)
    assert len(before) == 3  # with the pasted text

    with Library.open(tmp_path / "other"):
        pass
    shopper.start.session.settings.change(library=str(tmp_path / "other"))
    shopper.reopen(remembering=True)
    assert hashes(shopper) == []
    shopper.drop(path)
    dialog = shopper.shown(ImportBundleDialog)
    shopper.qtbot.waitUntil(lambda: dialog.preview is not None)
    assert hashes(shopper) == []
    shopper.click(dialog.import_button)
    shopper.qtbot.waitUntil(lambda: hashes(shopper) == before)
    shopper.settle()
    detail = shopper.start.window.pages.orders().detail
    shopper.qtbot.waitUntil(lambda: bool(detail.order_id))
    shopper.start.session.undo()
    shopper.settle()
    assert hashes(shopper) == []
    assert shopper.ask(lambda library: library.evidence.count()) == 0
