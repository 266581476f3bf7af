from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import FiledEvidence
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.settings import Settings
from keepproof.ui import drops, labels_orders
from keepproof.ui.dialogs.report_dialog import ReportDialog
from keepproof.ui.start import Start
from keepproof.ui.widgets.drop_overlay import DropOverlay
from keepproof.ui.widgets.search_field import SearchField
from ui import order_library as make

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
T = TypeVar("T")
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


@pytest.fixture
def orders(own_home: Path) -> list[str]:
    with Library.open(user_paths().library) as library:
        return [
            make.log(library, f"2690183455720166{place:03d}", title).value.id
            for place, title in enumerate(("奇异果", "X1 无线吸尘器"))
        ]


@pytest.fixture
def start(qtbot: QtBot, orders: list[str], start_window: Callable[[Settings], Start]) -> Start:
    one = start_window(Settings(language="en"))
    one.window.show_order(orders[1], "overview")
    qtbot.waitUntil(one.session.operations.idle)
    return one


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "files"
    folder.mkdir()
    made = [folder / name for name in ("a.png", "b.txt", "c.txt")]
    for one in made:
        one.write_bytes(f"content of {one.name}".encode())
    return made


def mime_of(*urls: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(u)) if isinstance(u, Path) else QUrl(u) for u in urls])
    return mime


def middle(start: Start, widget: QWidget | None = None) -> QPoint:
    pane = widget or start.window.pages.drop_pane()
    return pane.mapTo(start.window, pane.rect().center())


def enter(start: Start, mime: QMimeData, point: QPoint | None = None) -> QDragEnterEvent:
    """Drag in as the system does it: the window behind the widgets hears of it first."""
    event = QDragEnterEvent(
        point or middle(start),
        BOTH,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(start.window.windowHandle(), event)
    return event


def drop(start: Start, mime: QMimeData, point: QPoint | None = None) -> QDropEvent:
    event = QDropEvent(
        QPointF(point or middle(start)),
        BOTH,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(start.window.windowHandle(), event)
    return event


def overlay(start: Start) -> DropOverlay:
    assert start.window.guide is not None
    return start.window.guide.overlay


def kept(qtbot: QtBot, start: Start, order_id: str | None) -> list[FiledEvidence]:
    found: list[list[FiledEvidence]] = []

    def look(library: Library, ticket: object) -> list[FiledEvidence]:
        if order_id is None:
            return library.evidence.unfiled()
        return library.evidence.of_order(order_id)

    start.session.operations.read(start.session, look, found.append)
    qtbot.waitUntil(lambda: bool(found) and start.session.operations.idle())
    return found[0]


def test_the_overlay_names_order_files_and_numbers(start: Start, files: list[Path]) -> None:
    event = enter(start, mime_of(*files))
    assert overlay(start).words()[:2] == [
        "Release to add to “X1 无线吸尘器”",
        labels_orders.facts_line(["2 texts, 1 picture", "become Evidence 1 to Evidence 3"]),
    ]
    assert (event.isAccepted(), event.dropAction()) == (True, Qt.DropAction.CopyAction)


def test_the_overlay_lies_over_the_receiving_pane_only(start: Start, files: list[Path]) -> None:
    enter(start, mime_of(*files))
    pane = start.window.pages.drop_pane()
    assert overlay(start).geometry().size() == pane.size()
    assert pane is start.window.pages.orders().stack


def test_files_dropped_on_an_order_are_filed_there(
    qtbot: QtBot, start: Start, orders: list[str], files: list[Path]
) -> None:
    enter(start, mime_of(*files))
    drop(start, mime_of(*files))
    filed = kept(qtbot, start, orders[1])
    assert [(one.number, one.evidence.original_name) for one in filed] == [
        (1, "a.png"),
        (2, "b.txt"),
        (3, "c.txt"),
    ]
    assert not overlay(start).isVisible()
    assert [one.exists() for one in files] == [True, True, True]


def test_a_row_of_the_list_is_a_target_too(
    qtbot: QtBot, start: Start, orders: list[str], files: list[Path]
) -> None:
    rows = start.window.pages.orders().pane.list
    place = next(
        place
        for place in range(rows.model().rowCount())
        if rows.rows.index_of(orders[0]).row() == place
    )
    spot = rows.visualRect(rows.model().index(place, 0)).center()
    point = rows.viewport().mapTo(start.window, spot)
    enter(start, mime_of(*files), point)
    assert "奇异果" in overlay(start).words()[0]
    assert rows.delegate.target == orders[0]
    drop(start, mime_of(*files), point)
    assert rows.delegate.target == ""
    assert len(kept(qtbot, start, orders[0])) == 3


def test_files_dropped_on_today_are_kept_without_an_order(
    qtbot: QtBot, start: Start, files: list[Path]
) -> None:
    start.window.show_place("today")
    enter(start, mime_of(files[0]))
    assert overlay(start).words()[0] == "Release to keep them; choose an order later"
    drop(start, mime_of(files[0]))
    assert len(kept(qtbot, start, None)) == 1


def test_a_link_is_refused_with_the_reason(start: Start) -> None:
    enter(start, mime_of("https://example.com/a.png"))
    assert not overlay(start).accepted()
    assert "nothing is fetched" in overlay(start).words()[0]


def test_a_refused_drop_is_said_in_the_status_line(start: Start, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    drop(start, mime_of(tmp_path / "empty"))
    assert start.window.status.words().startswith("There is no file in this folder")


def test_leaving_takes_the_overlay_away(start: Start, files: list[Path], orders: list[str]) -> None:
    rows = start.window.pages.orders().pane.list
    before = rows.grab().toImage()
    enter(start, mime_of(*files))
    assert rows.delegate.target == orders[1]
    assert rows.grab().toImage() != before
    QApplication.sendEvent(start.window.windowHandle(), QDragLeaveEvent())
    assert not overlay(start).isVisible()
    assert rows.grab().toImage() == before


def test_files_over_a_search_field_are_evidence_not_text(start: Start, files: list[Path]) -> None:
    field = start.window.pages.orders().pane.search
    enter(start, mime_of(*files), middle(start, field))
    assert overlay(start).isVisible()
    drop(start, mime_of(*files), middle(start, field))
    assert field.text() == ""


def test_text_over_a_search_field_is_left_to_it(start: Start) -> None:
    field = start.window.pages.orders().pane.search
    mime = QMimeData()
    mime.setText("吸尘器")
    enter(start, mime, middle(start, field))
    assert not overlay(start).isVisible()


def test_text_dropped_elsewhere_is_kept(qtbot: QtBot, start: Start, orders: list[str]) -> None:
    mime = QMimeData()
    mime.setText("客服：48 小时内发货")
    drop(start, mime)
    assert [one.evidence.media_type for one in kept(qtbot, start, orders[1])] == ["text/plain"]


def test_events_sent_to_the_widget_are_answered_alike(start: Start, files: list[Path]) -> None:
    mime = mime_of(*files)
    event = QDragEnterEvent(
        middle(start), BOTH, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(start.window, event)
    assert overlay(start).isVisible()


def test_nothing_is_taken_while_a_dialog_is_open(start: Start, files: list[Path]) -> None:
    start.commands.about()
    event = enter(start, mime_of(*files))
    assert (event.isAccepted(), overlay(start).isVisible()) == (False, False)
    modal = QApplication.activeModalWidget()
    assert modal is not None
    modal.close()


def test_a_pasted_picture_is_evidence(
    qtbot: QtBot, start: Start, orders: list[str], qapp: QApplication
) -> None:
    mime = QMimeData()
    mime.setData("image/png", b"\x89PNG\r\n\x1a\n not a real picture")
    qapp.clipboard().setMimeData(mime)
    start.window.sidebar.places["orders"].setFocus()
    qtbot.keyClick(start.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    filed = kept(qtbot, start, orders[1])
    assert [one.evidence.origin for one in filed] == ["pasted"]


def test_what_is_pasted_into_a_field_is_no_evidence(
    qtbot: QtBot, start: Start, orders: list[str], qapp: QApplication
) -> None:
    qapp.clipboard().setText("吸尘器")
    field = start.window.pages.orders().pane.search
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), kept(qtbot, start, orders[1])) == ("吸尘器", [])


def test_a_picture_pasted_while_a_search_has_the_keyboard_is_evidence(
    qtbot: QtBot, start: Start, orders: list[str], qapp: QApplication
) -> None:
    start.window.show_place("evidence")
    qtbot.waitUntil(lambda: isinstance(qapp.focusWidget(), SearchField))
    qapp.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    qtbot.keyClick(start.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: start.window.status.words() == "1 item added as evidence")
    assert len(kept(qtbot, start, None)) == 1


def test_words_copied_with_their_picture_go_into_a_field() -> None:
    mime = QMimeData()
    mime.setText("续航")
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert drops.for_a_field(mime)


def test_copied_files_go_into_no_field(files: list[Path]) -> None:
    mime = mime_of(*files)
    mime.setText("/home/x/a.png")
    assert not drops.for_a_field(mime)


def test_an_empty_clipboard_is_said(start: Start, qapp: QApplication) -> None:
    qapp.clipboard().clear()
    start.commands.paste()
    assert start.window.status.words() == "There is no file, picture or text to take"


def test_a_duplicate_and_a_refusal_are_reported(
    qtbot: QtBot, start: Start, files: list[Path]
) -> None:
    files[1].write_bytes(files[2].read_bytes())
    files[0].write_bytes(b"")
    drop(start, mime_of(*files))
    qtbot.waitUntil(lambda: start.window.findChild(ReportDialog) is not None)
    dialog = start.window.findChild(ReportDialog)
    assert dialog is not None
    parts = ["1 item added", "1 here already", "1 not added; the others are fine"]
    assert dialog.head.text() == labels_orders.facts_line(parts)
    assert [tone for tone, _, _ in dialog.rows] == ["bad", "info"]
    dialog.close()


def test_a_good_import_is_one_line(qtbot: QtBot, start: Start, files: list[Path]) -> None:
    drop(start, mime_of(*files[1:]))
    qtbot.waitUntil(lambda: start.window.status.words() == "2 items added as evidence")
    assert start.window.findChild(ReportDialog) is None
    qtbot.waitUntil(start.session.operations.idle)
