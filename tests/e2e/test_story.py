"""The main job from end to end, in the real window on a real library, in both languages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from e2e.shopper import NUMBER, Shopper, text_of
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.settings import Settings
from keepproof.ui.dialogs.verify_dialog import VerifyDialog
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.start import Start

ANSWERS = {"claim_text": "标准档续航 40 分钟", "actual": "8 分 06 秒自动停机"}
CHANNELS = ("merchant_chat", "refund_form", "12315")
CHAT = "tb买家示例 2026-11-16 09:12:00\n您好，标准档只有 8 分钟\n"


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "phone"
    folder.mkdir()
    content = {"chat.txt": CHAT.encode(), "page.html": b"<p>40</p>", "odd.bin": bytes(range(256))}
    for name, data in content.items():
        (folder / name).write_bytes(data)
    return sorted(folder.iterdir())


def write_complaint(shopper: Shopper) -> ComplaintTab:
    tab = shopper.complain()
    for question, words in ANSWERS.items():
        shopper.answer(tab, question, words)
    return tab


def test_a_pasted_order_page_becomes_an_order_with_its_text_as_proof(shopper: Shopper) -> None:
    order_id = shopper.log_order()
    order = shopper.ask(lambda library: library.orders.get(order_id))
    merchant = shopper.ask(lambda library: library.merchants.get(order.merchant_id))
    assert (order.number, order.paid, merchant.name) == (
        NUMBER,
        Money(129900, "CNY"),
        "澄屿家电旗舰店",
    )
    assert [one.number for one in shopper.filed(order_id)] == [1]


def test_dropped_files_are_numbered_copied_whole_and_left_where_they_were(
    shopper: Shopper, files: list[Path]
) -> None:
    order_id = shopper.log_order()
    before = {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in files}
    shopper.drop(*files)
    filed = shopper.filed(order_id)[1:]
    assert [one.number for one in filed] == [2, 3, 4]
    assert {one.evidence.original_name: one.evidence.sha256 for one in filed} == before
    assert {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in files} == before


def test_answers_reach_the_text_of_every_channel_within_its_limit(
    shopper: Shopper, files: list[Path]
) -> None:
    shopper.log_order()
    shopper.drop(*files)
    tab = write_complaint(shopper)
    for channel in CHANNELS:
        tab.text.choose_channel(channel)
        complaint = text_of(tab)
        assert complaint.channel == channel
        assert "8分06秒" in complaint.text.replace(" ", "")
        most = complaint.limits.characters
        assert most is None or complaint.counters.characters <= most


def test_copying_keeps_what_was_copied_and_freezes_its_numbers(
    shopper: Shopper, files: list[Path]
) -> None:
    order_id = shopper.log_order()
    shopper.drop(*files)
    tab = write_complaint(shopper)
    tab.text.choose_language(shopper.lang)
    complaint = text_of(tab)
    shopper.click(tab.text.copy_bar.copy)
    shopper.settle()
    dispute = shopper.ask(lambda library: library.disputes.of_order(order_id)[0])
    (sent,) = shopper.ask(lambda library: library.disputes.submissions(dispute.id))
    assert QGuiApplication.clipboard().text() == complaint.text == sent.text
    assert (sent.channel, sent.lang) == (complaint.channel, shopper.lang)
    frozen = {one.number for one in shopper.filed(order_id) if one.frozen}
    assert frozen == set(sent.numbers) == set(complaint.numbers)
    assert frozen


def test_checking_finds_everything_unchanged_since_import(
    shopper: Shopper, files: list[Path]
) -> None:
    order_id = shopper.log_order()
    shopper.drop(*files)
    shopper.start.commands.actions["verify"].trigger()
    dialog = shopper.shown(VerifyDialog)
    shopper.settle()
    assert dialog.model.rowCount() == 0
    dialog.reject()
    assert {one.evidence.fixity for one in shopper.filed(order_id)} == {"intact"}


def test_closed_and_opened_again_everything_is_still_there(
    shopper: Shopper, files: list[Path]
) -> None:
    order_id = shopper.log_order()
    shopper.drop(*files)
    tab = write_complaint(shopper)
    text = text_of(tab).text
    shopper.reopen()
    assert [one.number for one in shopper.filed(order_id)] == [1, 2, 3, 4]
    kinds = {one.evidence.kind for one in shopper.filed(order_id)}
    assert EvidenceKind.CHAT in kinds
    shopper.start.window.show_order(order_id, "complaint")
    tab = shopper.shown(ComplaintTab)
    shopper.qtbot.waitUntil(lambda: tab.text.complaint is not None)
    assert text_of(tab).text == text
