"""Pictures for upload in the window: the plan, what becomes of each piece, the folder."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence
from keepproof.domain.redaction import Box
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.services.open_dispute import open_dispute
from keepproof.services.outcome import Outcome
from keepproof.services.plan_pictures import names_of
from keepproof.services.redact_evidence import redact
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.pictures_dialog import PicturesDialog
from keepproof.ui.dialogs.pictures_dialog_rows import PicturesWanted, rows_of
from keepproof.ui.labels_uploads import Fate
from keepproof.ui.models.upload_model import FATE_ROLE, UploadModel, UploadRow
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.session import Session
from keepproof.ui.widgets.notice import Notice
from ui.complaint_desk import answer_all, with_order, with_proof

Do = Callable[..., Any]
CHECK = Qt.ItemDataRole.CheckStateRole
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def jpeg(colour: str, width: int = 600, height: int = 800) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(made, "JPEG")
    return made.getvalue()


def an_item(name: str = "a.jpg", media_type: str = "image/jpeg") -> Evidence:
    return Evidence("id", "0" * 64, 1000, media_type, name)


def a_row(number: int, *, picture: bool = True) -> UploadRow:
    kind = "image/jpeg" if picture else "text/plain"
    return UploadRow(number, f"名{number}", an_item(media_type=kind), "1 KB", picture)


@pytest.fixture
def model() -> UploadModel:
    made = UploadModel("zh")
    made.set_rows([a_row(2), a_row(1), a_row(3, picture=False)], frozenset({1, 2, 3}))
    return made


def test_the_model_keeps_qt_s_rules(model: UploadModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.set_fates({1: Fate("单独一张", "ok", goes=True)})
    qtmodeltester.check(model)


def test_pictures_come_first_and_only_they_have_a_box(model: UploadModel) -> None:
    rows = [model.index(at) for at in range(model.rowCount())]
    assert [str(one.data()).partition("\n")[0] for one in rows] == [
        "证据1  名1",
        "证据2  名2",
        "证据3  名3",
    ]
    assert [one.data(CHECK) for one in rows] == [ON, ON, None]
    assert model.ticked() == {1, 2}
    assert not model.setData(rows[2], ON, CHECK)


def test_a_tick_is_told_and_taken_away(qtbot: QtBot, model: UploadModel) -> None:
    with qtbot.waitSignal(model.ticks_changed):
        model.setData(model.index(0), OFF, CHECK)
    assert model.ticked() == {2}
    fate = model.index(0).data(FATE_ROLE)
    assert isinstance(fate, Fate)
    assert not fate.goes


def test_what_has_happened_cannot_be_ticked_any_more(model: UploadModel) -> None:
    model.set_fates({}, fixed=True)
    assert not model.setData(model.index(0), OFF, CHECK)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_row_is_said_whole(model: UploadModel) -> None:
    model.set_fates({1: Fate("单独一张", "ok", goes=True)})
    said = str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert all(one in said for one in ("证据1", "名1", "1 KB", "单独一张"))


@pytest.fixture
def filed(qtbot: QtBot, session: Session, do: Do) -> list[FiledEvidence]:
    """Keep three pictures and a text under one order."""
    order_id = with_order(do)
    for colour in ("#ff0000", "#00ff00", "#0000ff"):
        data = jpeg(colour)
        do(
            lambda library, data=data: add_content(
                library,
                data,
                "a.jpg",
                order_id=order_id,
                kind=EvidenceKind.PHOTO,
                origin="pasted",
                ticket=Ticket(),
                sandbox=session.sandbox,
            )
        )
    with_proof(do, order_id, "chat", EvidenceKind.CHAT)
    return evidence(do)


def evidence(do: Do) -> list[FiledEvidence]:
    found: list[FiledEvidence] = do(
        lambda library: Outcome(library.evidence.of_order(library.orders.all()[0].id), Changes())
    )
    return found


def wanted(book: Book, do: Do, filed: list[FiledEvidence], cited: set[int]) -> PicturesWanted:
    order = do(lambda library: Outcome(library.orders.all()[0], Changes()))
    channel = book.channel("refund_form", "tmall")
    names = names_of(book, filed, "zh")
    return PicturesWanted(order, filed, names, frozenset(cited), "zh", channel)


@pytest.fixture
def dialog(
    qtbot: QtBot, session: Session, book: Book, do: Do, filed: list[FiledEvidence], tmp_path: Path
) -> Iterator[PicturesDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = PicturesDialog(session, wanted(book, do, filed, {1, 2, 4}), window)
    made.set_parent_folder(str(tmp_path))
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.reject()
    qtbot.waitUntil(session.operations.idle, timeout=15_000)


def fates(dialog: PicturesDialog) -> list[str]:
    rows = [dialog.model.index(at) for at in range(dialog.model.rowCount())]
    return [one.data(FATE_ROLE).words for one in rows]


def test_what_the_complaint_cites_is_ticked(dialog: PicturesDialog) -> None:
    assert dialog.model.ticked() == {1, 2}
    assert fates(dialog)[:3] == ["on its own", "on its own", "stays here"]
    assert "不是图片" in fates(dialog)[3]
    assert "2 picture" in dialog.write_button.text()


def test_the_limits_of_the_channel_stand_in_the_form(dialog: PicturesDialog) -> None:
    limits = dialog.form.limits()
    assert (limits.count, limits.bytes, limits.formats) == (None, 512_000, ("jpg", "png", "gif"))
    dialog.form.kilobytes.setValue(300)
    assert dialog.form.limits().bytes == 300_000


def test_fewer_pictures_make_a_sheet(dialog: PicturesDialog) -> None:
    dialog.form.count.setValue(1)
    assert fates(dialog)[:2] == ["on sheet 1", "on sheet 1"]
    assert "sheet" in dialog.sum.text()


def test_nothing_ticked_is_nothing_to_write(dialog: PicturesDialog) -> None:
    for row in (0, 1):
        dialog.model.setData(dialog.model.index(row), OFF, CHECK)
    assert not dialog.write_button.isEnabled()


def test_the_pictures_are_written_and_the_folder_opened(
    qtbot: QtBot,
    session: Session,
    dialog: PicturesDialog,
    do: Do,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    folder = dialog.target()
    dialog.write_button.click()
    qtbot.waitUntil(lambda: not dialog.open_button.isHidden(), timeout=15_000)
    assert sorted(one.name for one in folder.iterdir()) == ["E1_实物照片.jpg", "E2_实物照片.jpg"]
    assert "2 picture" in dialog.title.text()
    assert all("KB" in one for one in fates(dialog)[:2])
    dialog.open_button.click()
    assert [Path(one.toLocalFile()) for one in opened] == [folder]
    events = do(lambda library: Outcome(library.custody.events(), Changes()))
    assert events[-1].action == "export.pictures"
    assert events[-1].data["channel"] == "refund_form"


def test_closing_it_meanwhile_leaves_nothing_half(
    qtbot: QtBot, session: Session, dialog: PicturesDialog, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    dialog.write_button.click()
    dialog.reject()
    qtbot.waitUntil(session.operations.idle, timeout=15_000)
    assert set(tmp_path.iterdir()) == before


def test_a_folder_that_cannot_be_written_is_explained(
    qtbot: QtBot, dialog: PicturesDialog, tmp_path: Path
) -> None:
    dialog.set_parent_folder(str(tmp_path / "gone"))
    dialog.write_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Notice)), timeout=15_000)
    assert dialog.write_button.isEnabled()


def test_a_redacted_copy_stands_for_its_original(
    session: Session, do: Do, book: Book, filed: list[FiledEvidence]
) -> None:
    def cover(library: Library) -> Outcome[Any]:
        return redact(library, filed[0], [Box(0, 0, 99, 99)], session.sandbox, Ticket())

    do(cover)
    rows = rows_of(wanted(book, do, evidence(do), {1}))
    assert [one.number for one in rows] == [1, 2, 3, 4]
    assert rows[0].item.origin == "redacted"
    assert "redacted copy" in rows[0].about


@pytest.mark.parametrize("words", ["", "x" * 500, "在合图 1"])
def test_every_row_can_be_painted(dialog: PicturesDialog, words: str) -> None:
    dialog.model.set_fates({1: Fate(words, "warn")})
    option = QStyleOptionViewItem()
    option.rect = QRect(QPoint(), dialog.list.sizeHint())
    image = QImage(400, 60, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    for at in range(dialog.model.rowCount()):
        dialog.list.itemDelegate().paint(painter, option, dialog.model.index(at))
    painter.end()


def test_space_ticks(qtbot: QtBot, dialog: PicturesDialog) -> None:
    dialog.list.setCurrentIndex(dialog.model.index(2))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.model.ticked() == {1, 2, 3}
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.model.ticked() == {1, 2}


def test_the_pictures_of_a_form_lead_to_the_dialog(
    qtbot: QtBot, session: Session, do: Do, book: Book, filed: list[FiledEvidence]
) -> None:
    order = do(lambda library: Outcome(library.orders.all()[0], Changes()))
    issue = book.issue("not_as_described")
    do(lambda library: open_dispute(library, order.id, issue, Ticket()))
    tab = ComplaintTab(session)
    qtbot.addWidget(tab)
    tab.resize(1240, 1000)
    tab.show()
    with qtbot.waitSignal(tab.ready):
        tab.set_order(order.id)
    answer_all(tab)
    tab.text.choose_channel("refund_form")
    assert tab.text.attachments.fit_button.isVisible()
    tab.text.attachments.fit_button.click()
    dialog = tab.findChild(PicturesDialog)
    assert isinstance(dialog, PicturesDialog)
    assert dialog.model.ticked() == {1, 2, 3}
    dialog.reject()
    qtbot.waitUntil(session.operations.idle)
