"""The editor of redacted copies: mouse, keyboard, suggestions, leaving, saving."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.reading import Reading, ReadLine
from keepproof.domain.redaction import Box, boxes_of
from keepproof.library.library import Library
from keepproof.services import redact_evidence
from keepproof.services.add_evidence import AddReport, add_content
from keepproof.services.outcome import Outcome
from keepproof.services.redact_suggestions import Suggestion
from keepproof.ticket import Ticket
from keepproof.ui import theme
from keepproof.ui.dialogs.redact_dialog import RedactDialog
from keepproof.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
SIZE = (600, 400)
LINE = ReadLine("林小满 13800000042", (50, 50, 350, 80))
Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
Open = Callable[..., RedactDialog]


def picture(size: tuple[int, int] = SIZE) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "orange").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def keep(do: Do, session: Session) -> Callable[[bytes], FiledEvidence]:
    """Keep a picture in no order."""

    def add(library: Library, data: bytes) -> Outcome[AddReport]:
        return add_content(
            library,
            data,
            "IMG_1.png",
            order_id=None,
            kind=EvidenceKind.WAYBILL,
            origin="pasted",
            ticket=Ticket(),
            sandbox=session.sandbox,
        )

    def keep_one(data: bytes) -> FiledEvidence:
        found: FiledEvidence = do(lambda library: add(library, data)).kept[0]
        return found

    return keep_one


@pytest.fixture
def filed(keep: Callable[[bytes], FiledEvidence]) -> FiledEvidence:
    return keep(picture())


@pytest.fixture
def behind(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1280, 800)
    widget.show()
    yield widget
    widget.close()


@pytest.fixture
def open_editor(qtbot: QtBot, session: Session, behind: QWidget) -> Iterator[Open]:
    """Give a function that opens the editor and waits for the picture."""
    made: list[RedactDialog] = []

    def start(filed: FiledEvidence, *, ready: bool = True) -> RedactDialog:
        dialog = RedactDialog(session, filed, behind)
        made.append(dialog)
        dialog.open()
        if ready:
            qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
        qtbot.waitUntil(session.operations.idle)
        return dialog

    yield start
    for one in made:
        if one in behind.children():
            one.boxes.set_saved()
            one.reject()
    qtbot.waitUntil(session.operations.idle)


@pytest.fixture
def editor(open_editor: Open, filed: FiledEvidence) -> RedactDialog:
    return open_editor(filed)


def at(dialog: RedactDialog, x: float, y: float) -> QPoint:
    """Give where a pixel of the picture is seen."""
    return dialog.canvas.mapFromScene(QPointF(x, y))


def drag(dialog: RedactDialog, start: tuple[int, int], *way: tuple[int, int]) -> None:
    port = dialog.canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, at(dialog, *start))
    for point in way:
        QTest.mouseMove(port, at(dialog, *point))
    QTest.mouseRelease(port, LEFT, NONE, at(dialog, *way[-1]))


def press(dialog: RedactDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(dialog.canvas, key, modifier)


def read_words(library: Library, filed: FiledEvidence, *lines: ReadLine) -> Outcome[None]:
    facts = {"width": str(SIZE[0]), "height": str(SIZE[1])}
    reading = Reading(filed.evidence.sha256, "picture", "", lines, facts=facts)
    library.readings.put(reading)
    return Outcome(None, Changes(readings=frozenset({filed.evidence.id})))


def near(box: Box, *edges: int) -> bool:
    return all(abs(one - other) <= 2 for one, other in zip(box.edges, edges, strict=True))


def test_a_box_is_drawn_moved_and_resized_by_mouse(editor: RedactDialog) -> None:
    drag(editor, (100, 100), (200, 150), (300, 200))
    (box,) = editor.boxes.boxes
    assert near(box, 100, 100, 300, 200)
    drag(editor, (200, 150), (210, 155), (250, 180))
    assert near(editor.boxes.boxes[0], 150, 130, 350, 230)
    drag(editor, (350, 230), (360, 240), (400, 260))
    assert near(editor.boxes.boxes[0], 150, 130, 400, 260)
    drag(editor, (150, 195), (500, 195))
    assert near(editor.boxes.boxes[0], 400, 130, 500, 260)
    for _ in range(3):
        editor.boxes.undo()
    assert editor.boxes.boxes == (box,)


def test_a_click_chooses_and_a_tiny_drag_draws_nothing(editor: RedactDialog) -> None:
    drag(editor, (100, 100), (200, 200))
    drag(editor, (400, 300), (401, 300))
    assert len(editor.boxes.marks) == 1
    assert editor.boxes.current is None
    QTest.mouseClick(editor.canvas.viewport(), LEFT, NONE, at(editor, 150, 150))
    assert editor.boxes.current == editor.boxes.marks[0].id


def test_in_drawing_a_box_may_begin_on_another(editor: RedactDialog) -> None:
    drag(editor, (100, 100), (300, 300))
    press(editor, Qt.Key.Key_D)
    assert editor.head.draw_button.isChecked()
    drag(editor, (150, 150), (200, 200))
    assert len(editor.boxes.marks) == 2
    assert not editor.head.draw_button.isChecked()


def test_the_keyboard_draws_moves_resizes_and_removes(editor: RedactDialog) -> None:
    press(editor, Qt.Key.Key_D)
    press(editor, Qt.Key.Key_Return)
    box = editor.boxes.boxes[0]
    press(editor, Qt.Key.Key_Right)
    press(editor, Qt.Key.Key_Down, CONTROL)
    press(editor, Qt.Key.Key_Right, SHIFT)
    press(editor, Qt.Key.Key_Up, SHIFT)
    assert editor.boxes.boxes == (Box(box.left + 1, box.top + 10, box.width + 1, box.height - 1),)
    press(editor, Qt.Key.Key_Delete)
    assert not editor.boxes.marks
    QTest.keySequence(editor, "Ctrl+Z")
    assert len(editor.boxes.marks) == 1


def test_tab_goes_through_the_boxes_and_then_on(editor: RedactDialog) -> None:
    for left in (10, 200):
        editor.boxes.add(Box(left, 20, 90, 40))
    editor.boxes.choose(None)
    first, second = (one.id for one in editor.boxes.marks)
    editor.canvas.setFocus()
    seen = []
    for _ in range(3):
        press(editor, Qt.Key.Key_Tab)
        seen.append((editor.boxes.current, editor.canvas.accessibleDescription()[:19]))
    assert seen == [(first, "Box 1 of 2: 90 × 40"), (second, "Box 2 of 2: 90 × 40"), (None, "")]
    assert editor.focusWidget() is not editor.canvas


def test_tab_goes_as_one_reads(editor: RedactDialog) -> None:
    editor.boxes.set_suggestions((Suggestion("phone", "138****0042", Box(10, 10, 60, 12)),))
    editor.head.draw_button.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(3):
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
        seen.append(editor.focusWidget())
    # nothing is covered yet, so there is nothing to save, and no box to stop at
    assert seen == [editor.canvas, editor.side.all_button, editor.side.list]


def test_the_original_is_seen_while_o_is_held(editor: RedactDialog) -> None:
    drag(editor, (100, 100), (300, 200))
    editor.boxes.choose(None)

    def colour() -> str:
        grabbed = editor.canvas.viewport().grab().toImage()
        return grabbed.pixelColor(at(editor, 200, 150)).name()

    QTest.qWaitForWindowExposed(editor)
    assert colour() == "#000000"
    QTest.keyPress(editor.canvas, Qt.Key.Key_O)
    assert colour() != "#000000"
    QTest.keyRelease(editor.canvas, Qt.Key.Key_O)
    assert colour() == "#000000"
    editor.head.look.setCurrentIndex(1)
    assert colour() != "#000000"


def test_escape_gives_up_what_is_being_drawn(editor: RedactDialog) -> None:
    port = editor.canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, at(editor, 10, 10))
    QTest.mouseMove(port, at(editor, 200, 200))
    press(editor, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NONE, at(editor, 200, 200))
    assert not editor.boxes.marks
    assert editor.isVisible()


def test_zoom_is_shown_and_goes_back_to_fitting(editor: RedactDialog) -> None:
    fitted = editor.canvas.zoom()
    press(editor, Qt.Key.Key_1)
    assert editor.foot.zoom.text() == "100%"
    press(editor, Qt.Key.Key_Plus)
    assert editor.foot.zoom.text() == "125%"
    press(editor, Qt.Key.Key_0)
    assert editor.canvas.zoom() == pytest.approx(fitted)


def test_suggestions_are_ticked_in_the_list_and_in_the_picture(
    qtbot: QtBot, session: Session, filed: FiledEvidence, do: Do, open_editor: Open
) -> None:
    do(lambda library: read_words(library, filed, LINE))
    editor = open_editor(filed)
    assert editor.side.model.rowCount() == 2
    name, phone = (one.box for one in editor.boxes.suggestions)
    QTest.mouseClick(
        editor.canvas.viewport(), LEFT, NONE, at(editor, name.left + 20, name.top + 20)
    )
    assert editor.boxes.boxes == (name,)
    editor.side.list.setCurrentIndex(editor.side.model.index(1))
    QTest.keyClick(editor.side.list, Qt.Key.Key_Space)
    assert set(editor.boxes.boxes) == {name, phone}
    assert not editor.side.all_button.isEnabled()


def test_suggestions_come_when_the_words_have_been_read(
    qtbot: QtBot, session: Session, filed: FiledEvidence, do: Do, open_editor: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("keepproof.readers.reading.find_spec", lambda name: object())
    editor = open_editor(filed)
    assert "not been read yet" in editor.side.state.text()
    assert not editor.side.list.isVisible()
    do(lambda library: read_words(library, filed, LINE))
    qtbot.waitUntil(lambda: editor.side.model.rowCount() == 2)
    assert "look over the whole picture" in editor.side.state.text()


def test_without_the_part_that_reads_it_says_so(
    filed: FiledEvidence, open_editor: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keepproof.readers.reading.find_spec", lambda name: None)
    editor = open_editor(filed)
    assert "not installed" in editor.side.state.text()


def test_saving_keeps_a_copy_and_closes(
    qtbot: QtBot, session: Session, editor: RedactDialog, filed: FiledEvidence, do: Do
) -> None:
    assert not editor.head.save_button.isEnabled()
    drag(editor, (100, 100), (300, 200))
    (box,) = editor.boxes.boxes
    said: list[str] = []
    session.status.connect(said.append)
    QTest.mouseClick(editor.head.save_button, LEFT)
    qtbot.waitUntil(lambda: bool(said))
    copies: list[FiledEvidence] = do(lambda library: Outcome(library.evidence.all(), Changes()))
    assert [one.evidence.derived_from for one in copies] == [None, filed.evidence.id]
    assert boxes_of(copies[1].evidence) == (box,)
    assert said == ["Redacted copy kept"]


def test_the_tiles_are_gone_when_it_is_closed(
    qtbot: QtBot, session: Session, editor: RedactDialog
) -> None:
    root = session.folder / "derived" / "redaction"
    assert len(list(root.iterdir())) == 1
    editor.reject()
    qtbot.waitUntil(lambda: list(root.iterdir()) == [])


def test_a_later_edit_goes_on_from_the_boxes(
    session: Session, filed: FiledEvidence, do: Do, open_editor: Open
) -> None:
    box = Box(10, 20, 100, 40)
    made = do(
        lambda library: redact_evidence.redact(library, filed, [box], session.sandbox, Ticket())
    )
    editor = open_editor(made.copy)
    assert editor.boxes.boxes == (box,)
    assert not editor.boxes.unsaved
    editor.reject()
    assert not editor.isVisible()


def test_unsaved_boxes_are_asked_about(editor: RedactDialog) -> None:
    drag(editor, (100, 100), (300, 200))
    press(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.leave.isVisible()
    QTest.mouseClick(editor.leave.stay_button, LEFT)
    assert not editor.leave.isVisible()
    editor.reject()
    QTest.mouseClick(editor.leave.discard_button, LEFT)
    assert not editor.isVisible()


def test_the_question_goes_when_nothing_is_unsaved_any_more(editor: RedactDialog) -> None:
    drag(editor, (100, 100), (300, 200))
    editor.reject()
    editor.boxes.undo()
    assert not editor.leave.isVisible()
    editor.reject()
    assert not editor.isVisible()


def test_a_copy_that_cannot_be_made_is_told_and_nothing_is_lost(
    qtbot: QtBot, session: Session, editor: RedactDialog, filed: FiledEvidence
) -> None:
    drag(editor, (100, 100), (300, 200))
    path = session.folder / "originals" / filed.evidence.sha256[:2] / filed.evidence.sha256[2:4]
    (path / filed.evidence.sha256).unlink()
    editor.save()
    qtbot.waitUntil(editor.head.save_button.isEnabled)
    assert editor.isVisible()
    assert len(editor.boxes.boxes) == 1


def test_what_cannot_be_opened_says_why(
    qtbot: QtBot, session: Session, keep: Callable[[bytes], FiledEvidence], open_editor: Open
) -> None:
    broken = keep(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    dialog = open_editor(broken, ready=False)
    qtbot.waitUntil(lambda: session.operations.idle() and not dialog.ready)
    assert not dialog.head.save_button.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()


def test_of_several_pages_the_first_is_shown_and_that_is_said(
    session: Session, keep: Callable[[bytes], FiledEvidence], open_editor: Open
) -> None:
    out = io.BytesIO()
    pages = [Image.new("RGB", SIZE, colour) for colour in ("orange", "blue")]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    editor = open_editor(keep(out.getvalue()))
    words = session.say("redact.first_page", {"frames": 2})
    assert any(one.accessibleName() == words for one in editor.findChildren(QWidget))


def test_a_long_screenshot_is_painted_from_tiles(
    qtbot: QtBot, keep: Callable[[bytes], FiledEvidence], open_editor: Open
) -> None:
    editor = open_editor(keep(picture((1080, 20_000))))
    editor.canvas.own_size()
    editor.canvas.verticalScrollBar().setValue(19_000)

    def shown() -> str:
        image = editor.canvas.viewport().grab().toImage()
        return image.pixelColor(image.rect().center()).name()

    qtbot.waitUntil(lambda: shown() == "#ffa500")
    assert len(editor.tiles._pixmaps) < 60


def test_closed_before_the_picture_came_it_leaves_no_tiles(
    qtbot: QtBot, session: Session, filed: FiledEvidence, open_editor: Open, behind: QWidget
) -> None:
    dialog = RedactDialog(session, filed, behind)
    dialog.open()
    dialog.reject()
    root = session.folder / "derived" / "redaction"
    qtbot.waitUntil(session.operations.idle, timeout=20_000)
    qtbot.waitUntil(lambda: not root.exists() or list(root.iterdir()) == [])
    assert filed.evidence.fixity == "intact"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_cover_is_black_in_both_looks(
    qapp: QApplication, qtbot: QtBot, editor: RedactDialog, scheme: str
) -> None:
    theme.apply(qapp, scheme, 100)
    drag(editor, (100, 100), (300, 200))
    editor.boxes.choose(None)
    place = at(editor, 200, 150)
    assert editor.canvas.viewport().grab().toImage().pixelColor(place).name() == "#000000"
