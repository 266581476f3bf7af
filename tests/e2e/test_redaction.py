"""A waybill is dropped on an order, its phone number covered on a copy, and the copy taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from e2e.shopper import LEFT, Shopper
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.services import edit_evidence
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.redact_dialog import RedactDialog
from keepproof.ui.start import Start

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


@pytest.fixture
def waybill(tmp_path: Path) -> Path:
    image = Image.new("RGB", (900, 600), "white")
    ImageDraw.Draw(image).rectangle((200, 200, 500, 240), fill="blue")  # where the number stands
    path = tmp_path / "IMG_20261115.png"
    tags = Image.Exif()
    tags[0x010F] = "Maker"
    image.save(path, exif=tags)
    return path


def open_editor(shopper: Shopper, filed: FiledEvidence) -> RedactDialog:
    """Choose the item on the page of evidence, and press the button beside it."""
    window = shopper.start.window
    window.show_place("evidence")
    page = window.pages.evidence()
    page.choose(filed.evidence.id)
    shopper.qtbot.waitUntil(page.inspector.redact_button.isVisible)
    shopper.click(page.inspector.redact_button)
    dialog = shopper.shown(RedactDialog)
    shopper.qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    shopper.settle()
    return dialog


def draw(dialog: RedactDialog, start: tuple[int, int], end: tuple[int, int]) -> None:
    port = dialog.canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, dialog.canvas.mapFromScene(QPointF(*start)))
    QTest.mouseMove(port, dialog.canvas.mapFromScene(QPointF(*end)))
    QTest.mouseRelease(port, LEFT, NONE, dialog.canvas.mapFromScene(QPointF(*end)))


def test_a_number_is_covered_on_a_copy_and_the_copy_taken_back(
    shopper: Shopper, waybill: Path
) -> None:
    order_id = shopper.log_order()
    shopper.drop(waybill)
    shopper.qtbot.waitUntil(lambda: len(shopper.filed(order_id)) == 2)
    shopper.settle()
    original = next(
        one for one in shopper.filed(order_id) if one.evidence.original_name == waybill.name
    )
    kind = EvidenceKind.WAYBILL
    shopper.start.session.operations.write(
        shopper.start,
        lambda library, _: edit_evidence.change_kind(library, original.evidence.id, kind, Ticket()),
    )
    dialog = open_editor(shopper, original)
    draw(dialog, (190, 190), (510, 250))
    shopper.click(dialog.head.save_button)
    shopper.qtbot.waitUntil(lambda: len(shopper.filed(order_id)) == 3)
    shopper.settle()

    page = shopper.start.window.pages.evidence()
    links = page.inspector.copy_links
    shopper.qtbot.waitUntil(links.isVisible)
    shopper.click(links.link)
    shopper.qtbot.waitUntil(lambda: page.grid.chosen()[0].evidence.id != original.evidence.id)
    copy = page.grid.chosen()[0]
    shopper.click(links.link)
    shopper.qtbot.waitUntil(lambda: page.grid.chosen()[0].evidence.id == original.evidence.id)
    assert copy.evidence.derived_from == original.evidence.id
    assert copy.evidence.original_name == f"E{original.number}_waybill_redacted.png"
    path = shopper.ask(lambda library: library.original_path(copy.evidence.sha256))
    with Image.open(path) as image:
        assert image.crop((195, 195, 505, 245)).getextrema() == ((0, 0),) * 3
        assert image.getpixel((100, 100)) == (255, 255, 255)
        assert (0, 0, 255) not in {colour for _, colour in image.getcolors() or []}
        assert not image.getexif()
    kept = shopper.ask(lambda library: library.original_path(original.evidence.sha256))
    assert kept.read_bytes() == waybill.read_bytes()
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == original.evidence.sha256

    shopper.start.session.undo()
    shopper.qtbot.waitUntil(lambda: len(shopper.filed(order_id)) == 2)
    shopper.start.session.undo(redo=True)
    shopper.qtbot.waitUntil(lambda: len(shopper.filed(order_id)) == 3)
    shopper.settle()
