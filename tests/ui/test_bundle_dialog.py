"""The dialog that exports a bundle: what it shows is what is written, and it stops, refuses and goes on as told."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading, ReadLine
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_paths
from keepproof.services.check_bundle import check_bundle
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.bundle_dialog import BundleDialog
from keepproof.ui.pages.order_page import OrderPage
from keepproof.ui.session import Session
from keepproof.ui.widgets.notice import Notice
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[..., Any]
Read = Callable[[Callable[[Library], Any]], Any]


@pytest.fixture
def order(do: Do) -> Order:
    """Log an order with two pieces of evidence and a problem."""
    made: Order = do(make.log)
    for kind in (EvidenceKind.ORDER_SHOT, EvidenceKind.CHAT):
        do(lambda library, kind=kind: make.keep(library, made.id, kind))
    do(lambda library: make.dispute(library, made.id, answered=True))
    return made


@pytest.fixture
def read(qtbot: QtBot, session: Session) -> Read:
    """Give a function that looks something up in the library of the session."""

    def look(work: Callable[[Library], Any]) -> Any:
        found: list[Any] = []
        session.operations.read(session, lambda library, _: work(library), found.append)
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    return look


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, order: Order, tmp_path: Path) -> BundleDialog:
    session.settings.change(bundle_folder=str(tmp_path))
    dialog = BundleDialog(session, order.id)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    dialog.ticks.catalogue.box.click()
    dialog.show()
    qtbot.waitUntil(session.operations.idle)
    return dialog


def planned(qtbot: QtBot, dialog: BundleDialog) -> None:
    qtbot.waitUntil(dialog._session.operations.idle)


def press(dialog: BundleDialog) -> None:
    dialog.export_button.click()


def done(qtbot: QtBot, dialog: BundleDialog) -> None:
    qtbot.waitUntil(dialog.export_button.isEnabled)
    press(dialog)
    assert dialog.working
    qtbot.waitUntil(lambda: not dialog.working, timeout=20_000)


def notices(dialog: BundleDialog) -> list[str]:
    return [one.text.text() for one in dialog.findChildren(Notice) if not one.isHidden()]


def link(dialog: BundleDialog) -> Any:
    (found,) = [one.link for one in dialog.findChildren(Notice) if one.link and not one.isHidden()]
    return found


def test_it_writes_what_it_shows(qtbot: QtBot, dialog: BundleDialog, tmp_path: Path) -> None:
    path = dialog.place.path
    assert path.parent == tmp_path
    assert "originals/" in dialog.contents.tree.text()
    assert "complaint.txt" in dialog.contents.tree.text()
    done(qtbot, dialog)
    assert check_bundle(path, Ticket()).sound
    with zipfile.ZipFile(path) as archive:
        names = {one.partition("/")[2] for one in archive.namelist()}
    for line in dialog.contents.tree.text().splitlines()[1:]:
        shown = line[2:].split()[0]
        assert any(one == shown or f"/{shown}" in one for one in names), shown


def test_the_result_opens_the_folder_and_copies_the_seal(
    qtbot: QtBot, dialog: BundleDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    path = dialog.place.path
    done(qtbot, dialog)
    press(dialog)
    assert opened == [str(path.parent)]
    dialog.outcome.copy_button.click()
    assert QGuiApplication.clipboard().text() == check_bundle(path, Ticket()).seal
    assert dialog.cancel_button.text() == "Close"


def test_the_folder_is_remembered(
    qtbot: QtBot, dialog: BundleDialog, session: Session, order: Order, tmp_path: Path
) -> None:
    dialog.place.set_path(tmp_path / "elsewhere" / "x.zip")
    done(qtbot, dialog)
    assert (tmp_path / "elsewhere" / "x.zip").is_file()
    again = BundleDialog(session, order.id)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.plan is not None)
    assert again.place.path.parent == tmp_path / "elsewhere"


def test_a_name_that_is_taken_is_not_suggested_again(
    qtbot: QtBot, dialog: BundleDialog, session: Session, order: Order
) -> None:
    first = dialog.place.path
    done(qtbot, dialog)
    again = BundleDialog(session, order.id)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.plan is not None)
    assert again.place.path.name == f"{first.stem} (2).zip"


@pytest.mark.parametrize(
    ("audience", "redacted", "messages"),
    [("platform", True, False), ("12315", False, False), ("self", False, True)],
)
def test_the_audience_sets_the_ticks(
    qtbot: QtBot, dialog: BundleDialog, audience: str, redacted: bool, messages: bool
) -> None:
    places = {dialog.ticks.audience.tabData(at): at for at in range(3)}
    dialog.ticks.audience.setCurrentIndex(places["self"])
    dialog.ticks.audience.setCurrentIndex(places[audience])
    choice = dialog.ticks.choice()
    assert (choice.audience, choice.redacted, choice.messages) == (audience, redacted, messages)
    planned(qtbot, dialog)


def test_a_tick_changes_the_contents(qtbot: QtBot, dialog: BundleDialog) -> None:
    dialog.ticks.complaint.box.click()
    planned(qtbot, dialog)
    assert "complaint.txt" not in dialog.contents.tree.text()


def test_what_may_be_private_is_warned_of_and_shown(
    qtbot: QtBot, dialog: BundleDialog, do: Do
) -> None:
    def read_in(library: Library) -> Outcome[None]:
        first = library.evidence.all()[0].evidence
        lines = (ReadLine("收货人：王小明"), ReadLine("13812345678"))
        library.readings.put(Reading(first.sha256, "text", "", lines, at=library.now()))
        return Outcome(None, Changes(readings=frozenset({first.id})))

    do(read_in)
    qtbot.waitUntil(lambda: any("Evidence 1" in one for one in notices(dialog)))
    assert any("Name" in one and "Phone number" in one for one in notices(dialog))
    assert link(dialog).text() == "Look"


def test_photos_that_name_their_place_are_warned_of(
    qtbot: QtBot, dialog: BundleDialog, do: Do, order: Order, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({2: (30.0, 16.0, 1.2), 4: (120.0, 9.0, 0.5)})
    Image.new("RGB", (8, 8)).save(tmp_path / "photo.jpg", exif=exif.tobytes())

    def add(library: Library) -> Outcome[Any]:
        return add_paths(
            library,
            [tmp_path / "photo.jpg"],
            order_id=order.id,
            kind=None,
            origin="chosen",
            ticket=Ticket(),
        )

    do(add)
    qtbot.waitUntil(lambda: any("the place" in one for one in notices(dialog)), timeout=20_000)
    assert any("Evidence 3" in one for one in notices(dialog))
    places = {dialog.ticks.audience.tabData(at): at for at in range(3)}
    dialog.ticks.audience.setCurrentIndex(places["self"])
    qtbot.waitUntil(lambda: notices(dialog) == [])


def test_a_changed_original_stops_it_until_it_may_be_left_out(
    qtbot: QtBot, dialog: BundleDialog, read: Read, order: Order
) -> None:
    def spoil(library: Library) -> None:
        path = library.original_path(library.evidence.of_order(order.id)[0].evidence.sha256)
        path.unlink()

    read(spoil)
    told: list[Changes] = []
    dialog._session.events.changed.connect(told.append)
    done(qtbot, dialog)
    assert len(told[-1].evidence) == 1
    assert not dialog.place.path.exists()
    assert any("E1" in one for one in notices(dialog))
    link(dialog).click()
    qtbot.waitUntil(dialog.outcome.isVisible, timeout=20_000)
    report = check_bundle(dialog.place.path, Ticket())
    assert report.record is not None
    assert [one.left_out for one in report.record.items] == ["missing", ""]
    assert any("Evidence 1" in one for one in notices(dialog))


def test_stopping_leaves_nothing_and_stays_open(
    qtbot: QtBot, dialog: BundleDialog, session: Session
) -> None:
    press(dialog)
    assert (dialog.working, dialog.cancel_button.text()) == (True, "Stop")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(session.operations.idle, timeout=20_000)
    assert (dialog.isVisible(), dialog.working, dialog.place.path.exists()) == (True, False, False)
    assert dialog.export_button.isEnabled()


def test_a_place_that_cannot_be_written_is_explained(
    qtbot: QtBot, dialog: BundleDialog, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    dialog.place.set_path(tmp_path / "file" / "x.zip")
    done(qtbot, dialog)
    (words,) = notices(dialog)
    assert "x.zip" in words
    assert dialog.export_button.isEnabled()


def test_an_order_without_evidence_cannot_be_exported(
    qtbot: QtBot, session: Session, do: Do
) -> None:
    bare: Order = do(lambda library: make.log(library, "1111111111111111"))
    dialog = BundleDialog(session, bare.id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(notices(dialog)))
    assert not dialog.export_button.isEnabled()


def test_the_order_page_asks_for_it(qtbot: QtBot, session: Session, order: Order) -> None:
    page = OrderPage(session)
    qtbot.addWidget(page)
    page.set_order(order.id)
    qtbot.waitUntil(session.operations.idle)
    menu = page.head.menu()
    (action,) = [one for one in menu.actions() if "evidence bundle" in one.text()]
    with qtbot.waitSignal(session.bundle_requested) as asked:
        action.trigger()
    assert asked.args == [order.id]
    with qtbot.waitSignal(session.bundle_requested):
        page.overview.evidence.export_button.menu().actions()[0].trigger()


def test_the_whole_dialog_works_by_keyboard(qtbot: QtBot, dialog: BundleDialog) -> None:
    dialog.activateWindow()
    dialog.ticks.audience.setFocus()
    qtbot.keyClick(dialog.ticks.audience, Qt.Key.Key_Right)
    assert dialog.ticks.choice().audience == "12315"
    planned(qtbot, dialog)
    dialog.ticks.catalogue.choose(chosen=False)
    dialog.ticks.redacted.box.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.outcome.isVisible, timeout=20_000)
    assert dialog.focusWidget() is dialog.export_button
