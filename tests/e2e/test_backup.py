"""A shopper backs up with a passphrase, gets a new computer, and goes on there where she stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from e2e.shopper import Shopper, text_of
from keepproof.services.verify_library import verify
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.backup_dialog import BackupDialog
from keepproof.ui.dialogs.order_dialog_pick import PickOrderDialog
from keepproof.ui.dialogs.restore_dialog import RestoreDialog
from keepproof.ui.start import Start
from keepproof.ui.widgets.new_files_banner import NewFilesBanner

PASSPHRASE = "correct horse 电池"
PROOF = "吸力测试记录：三次均低于标称值的一半\n"
SHOTS = {"shot1.png", "shot2.png", "shot3.png"}
ANSWERS = {"claim_text": "标准档续航 40 分钟", "actual": "8 分 06 秒自动停机"}
LONG_MS = 30_000  # a passphrase takes seconds on purpose


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    (tmp_path / "proof.txt").write_text(PROOF, "utf-8")
    return tmp_path / "proof.txt"


def named(shopper: Shopper, order: str) -> set[str]:
    return {one.evidence.original_name for one in shopper.filed(order)}


def back_up(shopper: Shopper, target: Path) -> None:
    shopper.start.commands.actions["back_up"].trigger()
    dialog = shopper.shown(BackupDialog)
    dialog.file.setText(str(target))
    dialog.encrypt.click()
    for line in (dialog.passphrase.first, dialog.passphrase.second):
        shopper.qtbot.keyClicks(line, "correct horse ")
        line.insert("电池")
    shopper.click(dialog.start_button)
    shopper.qtbot.waitUntil(lambda: bool(dialog.results.notices), timeout=LONG_MS)
    shopper.click(dialog.close_button)


def restore(shopper: Shopper, backup: Path, folder: Path) -> None:
    shopper.start.commands.library.restore_from(str(backup))
    dialog = shopper.shown(RestoreDialog)
    shopper.qtbot.waitUntil(dialog.passphrase.isVisible)
    dialog.passphrase.first.setText(PASSPHRASE)
    shopper.click(dialog.unlock_button)
    shopper.qtbot.waitUntil(dialog.card.isVisible, timeout=LONG_MS)
    dialog.place.folder.setText(str(folder))
    before = shopper.start.window
    shopper.click(dialog.start_button)
    shopper.qtbot.waitUntil(lambda: shopper.start.window is not before, timeout=LONG_MS)
    shopper.qtbot.waitUntil(lambda: shopper.start.window.pages.opened)
    shopper.settle()


def test_a_library_moves_to_a_new_computer(
    shopper: Shopper,
    proof: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = shopper.log_order()
    shopper.drop(proof)
    shopper.qtbot.waitUntil(lambda: "proof.txt" in named(shopper, order))
    tab = shopper.complain()
    for question, words in ANSWERS.items():
        shopper.answer(tab, question, words)
    shopper.qtbot.waitUntil(lambda: all(one in text_of(tab).text for one in ANSWERS.values()))
    shopper.settle()
    said = text_of(tab).text
    (tmp_path / "stick").mkdir()
    back_up(shopper, tmp_path / "stick" / "b.zip")

    monkeypatch.setenv("KEEPPROOF_HOME", str(tmp_path / "new computer"))
    shopper.reopen()
    restore(shopper, tmp_path / "stick" / "b.zip", tmp_path / "my proof")
    assert shopper.start.session.folder == tmp_path / "my proof"
    (filed,) = (one for one in shopper.filed(order) if one.evidence.original_name == "proof.txt")
    path = shopper.ask(lambda library: library.original_path(filed.evidence.sha256))
    assert path.read_text("utf-8") == PROOF
    report = shopper.ask(lambda library: verify(library, Ticket()).value)
    assert (report.intact, report.chain) == (2, "intact")
    shopper.start.window.show_order(order, "complaint")
    again = shopper.shown(type(tab))
    shopper.qtbot.waitUntil(lambda: again.text.complaint is not None)
    shopper.settle()
    assert text_of(again).text == said


def test_screenshots_from_the_phone_find_their_order(
    shopper: Shopper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keepproof.ui.watching.SOON_MS", 10)
    monkeypatch.setattr("keepproof.ui.watching.SETTLE_MS", 20)
    order = shopper.log_order()
    folder = tmp_path / "phone"
    folder.mkdir()
    session = shopper.start.session
    session.settings.change(watch_folder=str(folder))
    shopper.qtbot.waitUntil(lambda: (tmp_path / "phone").name in str(session.watching._last))
    for name in SHOTS:
        (folder / name).write_bytes(name.encode())
    banner = shopper.shown(NewFilesBanner)
    shopper.qtbot.waitUntil(lambda: len(session.watching.waiting) == 3)
    shopper.click(banner.file_button)
    pick = shopper.shown(PickOrderDialog)
    shopper.qtbot.waitUntil(pick.ok_button.isEnabled)
    shopper.click(pick.ok_button)
    shopper.qtbot.waitUntil(banner.isHidden)
    shopper.settle()
    assert named(shopper, order) > SHOTS
    assert {one.name for one in folder.iterdir()} == SHOTS
    shopper.start.commands.actions["undo"].trigger()
    shopper.qtbot.waitUntil(lambda: not SHOTS & named(shopper, order))
