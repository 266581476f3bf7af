"""Bad input in the real window: one clear sentence in both languages, and nothing lost or half done."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from filelock import FileLock
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from e2e.shopper import ORDER_PAGE, Shopper
from keepproof.library import copying
from keepproof.library.catalog import FILE
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.library.migrations import MIGRATIONS
from keepproof.library.opening import LOCK
from keepproof.messages import say
from keepproof.paths import user_paths
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.start import Start

Open = Callable[[Settings], Start]
both = pytest.mark.parametrize("language", ["zh_CN", "en"])
BAD = "shot.txt"


@pytest.fixture(params=["zh_CN", "en"])
def shopper(request: pytest.FixtureRequest, qtbot: QtBot, start_window: Open) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Make a file that is in order, and one that will be bad."""
    folder = tmp_path / "phone"
    folder.mkdir()
    good, bad = folder / "good.txt", folder / BAD
    good.write_text("good", "utf-8")
    bad.write_text("bad", "utf-8")
    return good, bad


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, path: Path) -> None:
    """Let a function of `os` say that it may not, for one path: a superuser may everything."""
    real = getattr(os, name)

    def call(asked: Any = ".", *arguments: object, **named: object) -> Any:
        if not isinstance(asked, int) and Path(os.fsdecode(asked)) == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(asked, *arguments, **named)

    monkeypatch.setattr(os, name, call)


def unreadable(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "open", bad)


def vanished(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del monkeypatch
    bad.unlink()


def empty(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del monkeypatch
    bad.write_bytes(b"")


def changing(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = copying.write

    def write(descriptor: int, data: memoryview) -> None:
        if bytes(data) == b"bad":
            bad.write_text("longer than before", "utf-8")
        real(descriptor, data)

    monkeypatch.setattr(copying, "write", write)


def a_pipe(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del monkeypatch
    bad.unlink()
    os.mkfifo(bad)


def an_empty_folder(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del monkeypatch
    bad.unlink()
    bad.mkdir()


def a_closed_folder(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    an_empty_folder(bad, monkeypatch)
    refuse(monkeypatch, "scandir", bad)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (unreadable, "keep.unreadable"),
        (vanished, "keep.vanished"),
        (empty, "keep.empty"),
        (changing, "keep.changed_while_read"),
        (a_pipe, "keep.not_a_file"),
        (an_empty_folder, "keep.empty_folder"),
        (a_closed_folder, "keep.unreadable"),
    ],
)
def test_a_bad_file_is_named_with_its_reason_and_the_others_are_kept(
    shopper: Shopper,
    files: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path, pytest.MonkeyPatch], None],
    code: str,
) -> None:
    good, bad = files
    spoil(bad, monkeypatch)
    shopper.drop(good, bad)
    assert shopper.report() == [("bad", BAD, say(code, shopper.lang))]
    kept = shopper.ask(lambda library: library.evidence.unfiled())
    assert [one.evidence.original_name for one in kept] == [good.name]
    assert not list((user_paths().library / "incoming").iterdir())


def test_a_full_disk_keeps_nothing_half_and_the_same_files_can_be_added_later(
    shopper: Shopper, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(copying, "free_bytes", lambda folder: 0)
        shopper.drop(*files)
    words = say("library.full", shopper.lang)
    assert [reason for _, _, reason in shopper.report()] == [words, words]
    assert shopper.ask(lambda library: library.evidence.count()) == 0
    assert not list((user_paths().library / "incoming").iterdir())
    shopper.drop(*files)
    assert shopper.ask(lambda library: library.evidence.count()) == 2


@pytest.mark.parametrize("text", ["今天天气很好", "\x00\x01\x02 }{ %s {number}", "9" * 5000])
def test_pasted_nonsense_is_told_and_logs_nothing(shopper: Shopper, text: str) -> None:
    shopper.start.commands.new_order(text)
    dialog = shopper.shown(OrderDialog)
    shopper.qtbot.waitUntil(lambda: dialog.notice is not None)
    assert dialog.notice is not None
    assert dialog.notice.accessibleName()
    shopper.click(dialog.save_button)
    assert dialog.isVisible()
    assert shopper.ask(lambda library: library.orders.all()) == []


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("paid", "一千多", "order.amount_impossible"),
        ("paid", "12,99,0.5.1", "order.amount_impossible"),
        ("paid_at", "2026-13-40 99:99", "order.date_impossible"),
    ],
)
def test_what_is_impossible_is_said_and_the_order_waits(
    shopper: Shopper, field: str, typed: str, code: str
) -> None:
    dialog = shopper.paste_order(ORDER_PAGE)
    line = dialog.fields.rows[field].focus_line()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    assert isinstance(line, QLineEdit)
    line.clear()
    event = QInputMethodEvent()  # Chinese is typed through an input method
    event.setCommitString(typed)
    QApplication.sendEvent(line, event)
    shopper.click(dialog.save_button)
    assert dialog.fields.rows[field].note() == say(code, shopper.lang, {"text": typed})
    assert dialog.isVisible()
    assert shopper.ask(lambda library: library.orders.all()) == []
    dialog.reject()
    dialog.reject()


@pytest.fixture
def folder(own_home: Path) -> Path:
    """Make a library with one original and close it."""
    folder = user_paths().library
    with Library.open(folder) as library:
        list(library.keep([Incoming(Path("a.txt"), data=b"original")], Ticket()))
    return folder


def locked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    del monkeypatch
    with Library.open(folder):
        yield


def newer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    del monkeypatch
    connection = apsw.Connection(str(folder / FILE))
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    yield


def damaged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    del monkeypatch
    with (folder / FILE).open("r+b") as file:
        file.write(b"\xff" * 100)
    yield


def without_catalogue(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    del monkeypatch
    (folder / FILE).unlink()
    yield


def read_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def acquire(self: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))

    monkeypatch.setattr(FileLock, "acquire", acquire)
    yield


@both
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (locked, "library.locked"),
        (newer, "library.newer"),
        (damaged, "library.damaged"),
        (without_catalogue, "library.catalog_missing"),
        (read_only, "library.no_permission"),
    ],
)
def test_a_library_that_cannot_be_opened_says_why_and_is_left_as_it_is(
    folder: Path,
    start_window: Open,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    spoil: Callable[[Path, pytest.MonkeyPatch], Iterator[None]],
    code: str,
) -> None:
    for _ in spoil(folder, monkeypatch):
        before = contents(folder)
        start = start_window(Settings(language=language))
        data = {"folder": folder, "version": 999, "known": MIGRATIONS[-1].version}
        page = start.window.pages.closed()
        assert page.isVisible()
        assert page.accessibleDescription() == say(code, start.session.lang, data)
        assert contents(folder) == before


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a library but its lock and what SQLite keeps while it is open."""
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and one.name != LOCK and not one.name.endswith(("-wal", "-shm"))
    }


@pytest.mark.qt_log_ignore(r"raise\(\)")  # the offscreen platform has no front
def test_a_second_start_brings_the_first_window_to_the_front(
    qtbot: QtBot, qapp: QApplication, shopper: Shopper
) -> None:
    first = shopper.start
    qtbot.waitUntil((user_paths().config / "running").exists)
    first.window.setWindowState(Qt.WindowState.WindowMinimized)
    second = Start(qapp, user_paths())
    try:
        assert second.handed_over()
        assert not second.window.isVisible()
        qtbot.waitUntil(lambda: not first.window.isMinimized())
    finally:
        second.window.deleteLater()
        second.deleteLater()
