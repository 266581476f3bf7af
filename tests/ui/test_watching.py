"""The watched folder in the window: offered, filed, ignored, kept by itself only when told to, never touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof import settings
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.watch_folder import Look
from keepproof.settings import Settings
from keepproof.ui import watching
from keepproof.ui.dialogs.new_files_dialog import NewFilesDialog
from keepproof.ui.dialogs.order_dialog_pick import PickOrderDialog
from keepproof.ui.dialogs.settings_dialog_watch import WatchSettings
from keepproof.ui.models.new_files_model import NewFilesModel
from keepproof.ui.session import Session
from keepproof.ui.start import Start
from keepproof.ui.watching import Watching
from keepproof.ui.widgets.new_files_banner import NewFilesBanner
from ui import order_library as make

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "SOON_MS", 10)
    monkeypatch.setattr(watching, "SETTLE_MS", 20)
    monkeypatch.setattr(watching, "AGAIN_MS", 50)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "截图").mkdir()
    (tmp_path / "截图" / "old.png").write_bytes(b"was here before")
    return tmp_path / "截图"


def shot(folder: Path, name: str) -> Path:
    (folder / name).write_bytes(name.encode() * 20)
    return folder / name


def begin(qtbot: QtBot, session: Session, folder: Path, *, keep: bool = False) -> Watching:
    session.opened = True
    session.settings.change(watch_folder=str(folder), watch_keep=keep)
    one = session.watching
    one.begin()
    qtbot.waitUntil(lambda: one._seen.knows(folder))
    return one


def names(qtbot: QtBot, session: Session) -> list[str]:
    found: list[list[str]] = []
    session.operations.read(
        session,
        lambda library, _: sorted(one.evidence.original_name for one in library.evidence.all()),
        found.append,
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def offered(qtbot: QtBot, one: Watching, *wanted: Path) -> None:
    qtbot.waitUntil(lambda: set(one.waiting) == set(wanted))


def test_what_was_there_before_is_not_offered_and_what_comes_is(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    one = begin(qtbot, session, folder)
    offered(qtbot, one, shot(folder, "new.png"))
    assert names(qtbot, session) == []


def test_a_file_still_being_written_is_not_offered(
    qtbot: QtBot, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = begin(qtbot, session, folder)
    now = [100.0]
    monkeypatch.setattr(watching, "monotonic", lambda: now[0])
    monkeypatch.setattr(watching, "SETTLE_MS", 1500)
    one.timer.stop()
    qtbot.waitUntil(lambda: not one._looking)

    def looks(size: int, seconds: float) -> bool:
        now[0] += seconds
        one._take(Look(folder, {"half.png": (size, size)}))
        one.timer.stop()
        return one.waiting == (folder / "half.png",)

    # However often it is looked at, only a file that stands still for a while is finished.
    assert [looks(size, 1.0) for size in (1, 2, 3, 3, 4, 4)] == [False] * 6
    assert not looks(4, 0.4)
    assert looks(4, 0.2)


def test_a_file_is_kept_and_the_source_stays(qtbot: QtBot, session: Session, folder: Path) -> None:
    one = begin(qtbot, session, folder)
    new = shot(folder, "new.png")
    offered(qtbot, one, new)
    before = (new.read_bytes(), new.stat().st_mtime_ns)
    with qtbot.waitSignal(one.kept):
        one.file([new], None)
    assert one.waiting == ()
    assert names(qtbot, session) == ["new.png"]
    assert (new.read_bytes(), new.stat().st_mtime_ns) == before
    origins: list[str] = []
    session.operations.read(
        session, lambda library, _: library.evidence.all()[0].evidence.origin, origins.append
    )
    qtbot.waitUntil(lambda: origins == ["watched"])


def test_what_is_ignored_is_not_offered_again(qtbot: QtBot, session: Session, folder: Path) -> None:
    one = begin(qtbot, session, folder)
    offered(qtbot, one, shot(folder, "a.png"), shot(folder, "b.png"))
    one.ignore([folder / "a.png"])
    assert one.waiting == (folder / "b.png",)
    shot(folder, "c.png")
    offered(qtbot, one, folder / "b.png", folder / "c.png")
    assert (folder / "a.png").exists()


def test_kept_by_themselves_only_when_told_to(qtbot: QtBot, session: Session, folder: Path) -> None:
    one = begin(qtbot, session, folder, keep=True)
    with qtbot.waitSignal(one.kept):
        shot(folder, "new.png")
    assert names(qtbot, session) == ["new.png"]
    assert one.waiting == ()


def test_what_cannot_be_kept_by_itself_is_offered_and_not_tried_for_ever(
    qtbot: QtBot, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keepproof.domain.changes import Changes
    from keepproof.library.incoming import Refused
    from keepproof.services import add_evidence
    from keepproof.services.outcome import Outcome

    tries: list[Path] = []

    def refuse(library: Library, paths: list[Path], **_: object) -> Outcome[object]:
        tries.extend(paths)
        refused = tuple(Refused(path, "library.full") for path in paths)
        return Outcome(add_evidence.AddReport(refused=refused), Changes())

    monkeypatch.setattr(add_evidence, "add_paths", refuse)
    one = begin(qtbot, session, folder, keep=True)
    new = shot(folder, "new.png")
    offered(qtbot, one, new)
    other = shot(folder, "other.png")
    offered(qtbot, one, new, other)
    assert tries == [new, other]


def test_a_file_that_can_never_be_kept_is_not_offered_again(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    one = begin(qtbot, session, folder)
    new = shot(folder, "new.png")
    offered(qtbot, one, new)
    new.unlink()
    with qtbot.waitSignal(one.kept):
        one.file([new], None)
    offered(qtbot, one)


def test_a_folder_that_goes_and_comes_back_is_watched_on(
    qtbot: QtBot, session: Session, folder: Path, tmp_path: Path
) -> None:
    one = begin(qtbot, session, folder)
    folder.rename(tmp_path / "away")
    qtbot.waitUntil(lambda: one.lost)
    assert one.waiting == ()
    (tmp_path / "away").rename(folder)
    qtbot.waitUntil(lambda: not one.lost)
    offered(qtbot, one, shot(folder, "new.png"))


def test_another_folder_begins_anew(
    qtbot: QtBot, session: Session, folder: Path, tmp_path: Path
) -> None:
    one = begin(qtbot, session, folder)
    offered(qtbot, one, shot(folder, "new.png"))
    (tmp_path / "other").mkdir()
    shot(tmp_path / "other", "was there.png")
    session.settings.change(watch_folder=str(tmp_path / "other"))
    qtbot.waitUntil(lambda: one._seen.knows(tmp_path / "other"))
    offered(qtbot, one, shot(tmp_path / "other", "second.png"))


def test_switched_off_nothing_is_offered_any_longer(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    one = begin(qtbot, session, folder)
    offered(qtbot, one, shot(folder, "new.png"))
    session.settings.change(watch_folder="")
    assert one.waiting == ()
    assert one._watcher.directories() == []


def test_a_memory_that_cannot_be_written_is_told_and_stops_nothing(
    qtbot: QtBot, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = begin(qtbot, session, folder)
    new = shot(folder, "new.png")
    offered(qtbot, one, new)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(one._seen, "settle", fail)
    with qtbot.waitSignal(session.status) as said:
        one.ignore([new])
    assert "No space" in said.args[0]


@pytest.fixture
def order(own_home: Path) -> str:
    with Library.open(user_paths().library) as library:
        return make.log(library).value.id


def test_shots_made_while_the_program_was_closed_are_offered_at_its_start(
    qtbot: QtBot, order: str, folder: Path, start_window: Callable[[Settings], Start]
) -> None:
    start = start_window(Settings(language="en", watch_folder=str(folder)))
    qtbot.waitUntil(lambda: start.session.watching._seen.knows(folder))
    start.window.close()
    start.close()
    shot(folder, "while away.png")
    again = start_window(settings.load(user_paths().settings))
    banner = again.window.findChildren(NewFilesBanner)[0]
    qtbot.waitUntil(lambda: not banner.isHidden())
    assert banner.title.text() == "1 new screenshot: which order does it belong to?"
    assert banner.names.text() == "while away.png"


def test_new_shots_are_filed_to_an_order_from_the_banner(
    qtbot: QtBot, order: str, folder: Path, start_window: Callable[[Settings], Start]
) -> None:
    start = start_window(Settings(language="en", watch_folder=str(folder)))
    session = start.session
    qtbot.waitUntil(lambda: session.watching._seen.knows(folder))
    shot(folder, "a.png")
    shot(folder, "b.png")
    offered(qtbot, session.watching, folder / "a.png", folder / "b.png")
    banner = start.window.findChildren(NewFilesBanner)[0]
    banner.file_button.click()
    (pick,) = start.window.findChildren(PickOrderDialog)
    qtbot.waitUntil(pick.ok_button.isEnabled)
    pick.ok_button.click()
    qtbot.waitUntil(banner.isHidden)
    filed: list[int] = []
    session.operations.read(
        session, lambda library, _: len(library.evidence.of_order(order)), filed.append
    )
    qtbot.waitUntil(lambda: filed == [2])


def test_some_are_filed_some_ignored_and_the_dialog_closes_with_the_last(
    qtbot: QtBot, order: str, folder: Path, start_window: Callable[[Settings], Start]
) -> None:
    start = start_window(Settings(language="en", watch_folder=str(folder)))
    session = start.session
    qtbot.waitUntil(lambda: session.watching._seen.knows(folder))
    for name in ("a.png", "b.png", "c.png"):
        shot(folder, name)
    qtbot.waitUntil(lambda: len(session.watching.waiting) == 3)
    banner = start.window.findChildren(NewFilesBanner)[0]
    banner.look_button.click()
    (dialog,) = start.window.findChildren(NewFilesDialog)
    assert len(dialog.chosen()) == 3
    dialog.list.clearSelection()
    assert not dialog.file_button.isEnabled()
    dialog.list.setCurrentIndex(dialog.model.index(1))
    (chosen,) = dialog.chosen()
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert names(qtbot, session) == [chosen.name]
    dialog.list.selectAll()
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    dialog.ignore_button.click()
    qtbot.waitUntil(lambda: bool(closed))
    assert banner.isHidden()


def test_the_banner_lets_all_go_at_once(
    qtbot: QtBot, order: str, folder: Path, start_window: Callable[[Settings], Start]
) -> None:
    start = start_window(Settings(language="en", watch_folder=str(folder)))
    qtbot.waitUntil(lambda: start.session.watching._seen.knows(folder))
    shot(folder, "a.png")
    banner = start.window.findChildren(NewFilesBanner)[0]
    qtbot.waitUntil(lambda: not banner.isHidden())
    banner.ignore_button.click()
    assert banner.isHidden()


def test_the_setting_takes_a_folder_and_gives_it_up(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    part = WatchSettings(session)
    qtbot.addWidget(part)
    assert not part.watch.isChecked()
    assert not part.keep.isEnabled()
    part.take(str(folder))
    assert session.settings.value.watch_folder == str(folder)
    assert part.keep.isEnabled()
    part.keep.click()
    assert session.settings.value.watch_keep
    part.watch.click()
    value = session.settings.value
    assert (value.watch_folder, value.watch_keep) == ("", False)


@pytest.mark.parametrize("inside", [".", "originals"])
def test_the_librarys_own_folder_is_not_watched(
    qtbot: QtBot, session: Session, inside: str
) -> None:
    part = WatchSettings(session)
    qtbot.addWidget(part)
    part.take(str(session.folder / inside))
    assert session.settings.value.watch_folder == ""
    assert part.problem.text()


def test_no_choice_leaves_the_setting_off(qtbot: QtBot, session: Session) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    part = WatchSettings(session, parent)
    part.watch.click()
    assert not part.watch.isChecked()
    from PySide6.QtWidgets import QFileDialog

    for dialog in part.findChildren(QFileDialog):
        dialog.reject()


def test_the_model_keeps_qt_s_rules(
    qapp: QApplication, qtmodeltester: ModelTester, folder: Path
) -> None:
    model = NewFilesModel()
    qtmodeltester.check(model)
    model.set_paths([folder / "old.png", folder / "gone \udcff.png"])
    qtmodeltester.check(model)
    first, second = (str(model.index(row).data()) for row in range(2))
    assert first.startswith("old.png\n2")
    assert second == "gone \N{REPLACEMENT CHARACTER}.png\n"
    assert model.path_at(model.index(2)) is None


def test_a_library_that_is_changed_meanwhile_gets_what_is_new(
    qtbot: QtBot,
    order: str,
    folder: Path,
    tmp_path: Path,
    start_window: Callable[[Settings], Start],
) -> None:
    start = start_window(Settings(language="en", watch_folder=str(folder)))
    session = start.session
    qtbot.waitUntil(lambda: session.watching._seen.knows(folder))
    new = shot(folder, "a.png")
    offered(qtbot, session.watching, new)
    before = start.window
    session.library_requested.emit(str(tmp_path / "second"))
    qtbot.waitUntil(lambda: start.window is not before and start.window.pages.opened)
    banner = start.window.findChildren(NewFilesBanner)[0]
    qtbot.waitUntil(lambda: not banner.isHidden())
    with qtbot.waitSignal(session.watching.kept):
        session.watching.file([new], None)
    assert names(qtbot, session) == ["a.png"]
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: session.watching.lost)


def test_a_new_screenshot_is_seen_before_it_is_decided_on(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    picture = QPixmap(40, 80)
    picture.fill("red")
    picture.save(str(folder / "new.png"))
    session.watching.waiting = (folder / "new.png", folder / "old.png")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewFilesDialog(session, parent)
    role = Qt.ItemDataRole.DecorationRole
    qtbot.waitUntil(
        lambda: dialog.model.data(dialog.model.index(0), role) is not None, timeout=20_000
    )
    assert dialog.model.lacking() == [folder / "old.png"]
    dialog.resize(400, 300)
    assert not dialog.grab().isNull()
    qtbot.waitUntil(session.operations.idle)
    parent.close()
