"""A complaint goes out: as PDF with its list of evidence, its pictures fitted to the form, the catalogue as a table."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from e2e.shopper import NUMBER, Shopper, text_of
from exporting.documents.reading_back import bare, pdf_pages
from keepproof.domain.evidence import EvidenceKind
from keepproof.services import edit_evidence
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.export_paper_dialog import ExportPaperDialog
from keepproof.ui.dialogs.pictures_dialog import PicturesDialog
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.pages.order_overview_evidence import EvidenceCard
from keepproof.ui.start import Start

KINDS = {"photo.jpg": EvidenceKind.PHOTO, "page.png": EvidenceKind.SNAPSHOT}
ANSWERS = {"claim_text": "标准档续航 40 分钟", "actual": "8 分 06 秒自动停机"}


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """Draw a photo that tells where it was taken, and a listing of several screens."""
    folder = tmp_path / "phone"
    folder.mkdir()
    tags = Image.Exif()
    tags[0x010F] = "SECRETMAKER"
    tags.get_ifd(0x8825)[2] = (31.0, 13.0, 49.0)
    Image.new("RGB", (1600, 1200), "orange").save(folder / "photo.jpg", exif=tags)
    listing = Image.new("RGB", (540, 3600), "white")
    draw = ImageDraw.Draw(listing)
    for top in range(20, 3500, 130):
        draw.rectangle((30, top, 510, top + 90), "teal")
    listing.save(folder / "page.png")
    return sorted(folder.iterdir())


def sort(shopper: Shopper, evidence_id: str, kind: EvidenceKind) -> None:
    shopper.start.session.operations.write(
        shopper.start,
        lambda library, _: edit_evidence.change_kind(library, evidence_id, kind, Ticket()),
    )


def original(shopper: Shopper, sha256: str) -> Path:
    return shopper.ask(lambda library: library.original_path(sha256))


def complain(shopper: Shopper, pictures: list[Path]) -> ComplaintTab:
    order_id = shopper.log_order()
    shopper.drop(*pictures)
    shopper.qtbot.waitUntil(lambda: len(shopper.filed(order_id)) == 3)
    for one in shopper.filed(order_id)[1:]:
        sort(shopper, one.evidence.id, KINDS[one.evidence.original_name])
    shopper.settle()
    tab = shopper.complain()
    for question, words in ANSWERS.items():
        shopper.answer(tab, question, words)
    tab.text.choose_channel("refund_form")
    return tab


def choose(menu: QMenu, words: str) -> None:
    """Choose what says so, in Chinese or in English."""
    [action] = [
        one for one in menu.actions() if any(part in one.text() for part in words.split("|"))
    ]
    action.trigger()


def test_a_complaint_goes_out_with_its_pictures(
    shopper: Shopper, pictures: list[Path], tmp_path: Path
) -> None:
    tab = complain(shopper, pictures)
    menu = tab.text.copy_bar.export.menu()
    choose(menu, "PDF")
    shopper.qtbot.waitUntil(lambda: bool(shopper.start.window.findChildren(ExportPaperDialog)))
    [asked] = shopper.start.window.findChildren(ExportPaperDialog)
    path = tmp_path / "complaint.pdf"
    asked.chosen.emit(str(path))
    asked.close()
    shopper.qtbot.waitUntil(path.exists)
    shopper.settle()
    said, text = text_of(tab), "".join(pdf_pages(path.read_bytes()))
    assert bare(said.text) in text
    cited = [one for one in shopper.filed(tab.draft.order_id) if one.number in said.numbers]
    assert len(cited) == 3
    assert all(one.evidence.sha256 in text for one in cited)

    choose(menu, "上传用的图片|Pictures for upload")
    dialog = shopper.shown(PicturesDialog)
    dialog.set_parent_folder(str(tmp_path))
    assert dialog.form.limits().bytes == 512_000
    dialog.form.count.setValue(1)
    folder = dialog.target()
    shopper.click(dialog.write_button)
    shopper.qtbot.waitUntil(dialog.open_button.isVisible, timeout=20_000)
    [sheet] = folder.iterdir()
    data = sheet.read_bytes()
    assert len(data) <= 512_000
    assert b"SECRET" not in data
    with Image.open(sheet) as image:
        assert not image.getexif()
    shopper.click(dialog.cancel_button)
    shopper.settle()

    actions = [one.action for one in shopper.ask(lambda library: library.custody.events())]
    assert actions.index("export.complaint") < actions.index("export.pictures")
    assert all(one.frozen for one in shopper.filed(tab.draft.order_id))
    kept = {
        one.evidence.original_name: one.evidence.sha256 for one in shopper.filed(tab.draft.order_id)
    }
    for one in pictures:
        assert original(shopper, kept[one.name]).read_bytes() == one.read_bytes()


def test_the_catalogue_of_an_order_goes_out_as_a_table(
    shopper: Shopper, pictures: list[Path], tmp_path: Path
) -> None:
    order_id = shopper.log_order()
    shopper.drop(*pictures)
    shopper.qtbot.waitUntil(lambda: len(shopper.filed(order_id)) == 3)
    card = shopper.shown(EvidenceCard)
    choose(card.export_button.menu(), "表格|table")
    shopper.qtbot.waitUntil(lambda: bool(shopper.start.window.findChildren(ExportPaperDialog)))
    [asked] = shopper.start.window.findChildren(ExportPaperDialog)
    path = tmp_path / "list.csv"
    asked.chosen.emit(str(path))
    asked.close()
    shopper.qtbot.waitUntil(path.exists)
    shopper.settle()
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert [row[-1] for row in rows[1:]] == [f"{NUMBER}\t"] * 3
    hashes = {one.evidence.sha256 for one in shopper.filed(order_id)}
    assert all(hashes & set(row) for row in rows[1:])
