"""A window's surroundings: its look, a session with an open library, and a look round for what was left behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keepproof import settings
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.outcome import Outcome
from keepproof.settings import Settings
from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.start import Start

T = TypeVar("T")


@pytest.fixture(autouse=True)
def light_look(qapp: QApplication) -> None:
    """Begin every test with the same look."""
    theme.apply(qapp, "light", 100)


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a thread running or a window open."""
    threads = set(threading.enumerate())
    windows = set(_visible())
    yield
    # Data left there would be freed after Python, which ends the run with a segmentation fault.
    QGuiApplication.clipboard().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [one.name for one in set(threading.enumerate()) - threads if not one.daemon]
    open_ = [repr(one) for one in set(_visible()) - windows]
    assert (left, open_) == ([], [])


def _visible() -> list[object]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


@pytest.fixture
def new_session(qtbot: QtBot, own_home: Path) -> Iterator[Callable[[str], Session]]:
    """Give a function that starts a session in a language, with an open library; all are closed at the end."""
    made: list[Session] = []

    def start(lang: str = "zh") -> Session:
        session = Session(user_paths(), lang)
        made.append(session)
        with qtbot.waitSignal(session.operations.opened):
            session.open()
        return session

    yield start
    for session in made:
        session.close()
        session.deleteLater()


@pytest.fixture
def session(new_session: Callable[[str], Session]) -> Session:
    """Start a Chinese session with an empty library."""
    return new_session("zh")


@pytest.fixture
def do(qtbot: QtBot, session: Session) -> Callable[[Callable[[Library], Outcome[T]]], T]:
    """Give a function that changes the library by the session's own way and waits for the result."""

    def run(work: Callable[[Library], Outcome[T]]) -> T:
        results: list[T] = []
        session.operations.write(session, lambda library, _: work(library), results.append)
        qtbot.waitUntil(lambda: bool(results))
        return results[0]

    return run


@pytest.fixture
def start_window(
    qtbot: QtBot, qapp: QApplication, own_home: Path
) -> Iterator[Callable[[Settings], Start]]:
    """Give a function that starts the whole window with some settings; all are closed at the end."""
    made: list[Start] = []

    def start(chosen: Settings) -> Start:
        settings.save(chosen, user_paths().settings)
        one = Start(qapp, user_paths())
        made.append(one)
        one.show()
        qtbot.waitUntil(lambda: one.window.pages.place() != "")
        qtbot.waitUntil(one.session.operations.idle)
        return one

    yield start
    for one in made:
        one.window.close()
        one.close()
        one.window.deleteLater()
        one.deleteLater()
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def window(start_window: Callable[[Settings], Start]) -> Start:
    """Start the whole window in English on an empty library."""
    return start_window(Settings(language="en"))
