from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.add_evidence import add_content
from keepproof.services.edit_evidence import file_under
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.viewer_dialog import ViewerDialog
from keepproof.ui.start import Start
from ui import order_library as make

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
StartWindow = Callable[[Settings], Start]


@pytest.fixture
def shared() -> tuple[str, str, str]:
    """File a chat as E1 of one order and as E2 of another; give the two orders and the chat."""
    with Library.open(user_paths().library) as library:
        first = make.log(library, "2690183455720166001").value.id
        second = make.log(library, "2690183455720166002").value.id
        chat = make.keep(library, first, EvidenceKind.CHAT).value.evidence.id
        make.keep(library, second, EvidenceKind.ORDER_SHOT)
        file_under(library, chat, second, Ticket())
        return first, second, chat


def viewer(qtbot: QtBot, start: Start) -> ViewerDialog:
    qtbot.waitUntil(lambda: start.window.findChild(ViewerDialog) is not None)
    found = start.window.findChild(ViewerDialog)
    assert isinstance(found, ViewerDialog)
    qtbot.waitUntil(start.session.operations.idle)
    return found


def test_the_viewer_counts_as_the_order_that_is_shown_does(
    qtbot: QtBot, start_window: StartWindow, shared: tuple[str, str, str]
) -> None:
    _, second, chat = shared
    start = start_window(Settings(language="en"))
    start.window.show_order(second, "overview")
    qtbot.waitUntil(start.session.operations.idle)
    start.session.evidence_requested.emit(chat)
    shown = viewer(qtbot, start).current()
    assert (shown.order_id, shown.number) == (second, 2)


def test_evidence_that_was_just_removed_can_still_be_looked_at(
    qtbot: QtBot, start_window: StartWindow, shared: tuple[str, str, str]
) -> None:
    with Library.open(user_paths().library) as library:
        done = add_content(
            library,
            b"\0\1",
            "file",
            order_id=shared[0],
            kind=None,
            origin="pasted",
            ticket=Ticket(),
        )
        id = done.value.kept[0].evidence.id
        library.evidence.trash(id, "by mistake")
    start = start_window(Settings(language="en"))
    start.session.evidence_requested.emit(id)
    assert viewer(qtbot, start).current().evidence.id == id


def test_evidence_that_is_not_there_is_a_known_problem(
    qtbot: QtBot, start_window: StartWindow
) -> None:
    start = start_window(Settings(language="en"))
    with qtbot.waitSignal(start.session.operations.failed) as told:
        start.session.evidence_requested.emit("gone")
    error = told.args[0]
    assert isinstance(error, KnownError)
    assert error.code == "library.not_found"
