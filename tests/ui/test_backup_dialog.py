from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.errors import KnownError
from keepproof.library.backups import writing
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.services import back_up, restore
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.backing_up import BackingUp, Wanted
from keepproof.ui.dialogs.backup_dialog import BackupDialog
from keepproof.ui.session import Session
from keepproof.ui.widgets.backup_hint import BackupHint
from keepproof.ui.widgets.passphrase_fields import PassphraseFields
from library.backups.backup_pieces import AT, fill

Do = Callable[[Callable[[Library], Outcome[object]]], object]


def keep(library: Library, count: int = 3) -> Outcome[object]:
    ids = [one.evidence.id for one in library.evidence.all()]
    fill(library, count)
    fresh = {one.evidence.id for one in library.evidence.all()} - set(ids)
    return Outcome(None, Changes(evidence=frozenset(fresh)))


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, do: Do, tmp_path: Path) -> Iterator[BackupDialog]:
    do(keep)
    session.clock = lambda: AT
    session.settings.change(backup_folder=str(tmp_path))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = BackupDialog(session, parent)
    qtbot.waitUntil(session.operations.idle)
    yield dialog
    parent.close()


def finish(qtbot: QtBot, dialog: BackupDialog) -> None:
    qtbot.waitUntil(lambda: bool(dialog.results.notices), timeout=20_000)


def test_a_file_of_today_is_suggested_where_the_last_one_went(
    dialog: BackupDialog, tmp_path: Path
) -> None:
    assert dialog.file.text() == str(tmp_path / "留证备份-2026-11-22.zip")
    assert dialog.last.text() == "Not backed up yet"


def test_the_second_backup_of_a_day_does_not_suggest_the_first_ones_name(
    qtbot: QtBot, dialog: BackupDialog, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "留证备份-2026-11-22.zip").touch()
    again = BackupDialog(session, dialog)
    assert again.file.text() == str(tmp_path / "留证备份-2026-11-22-2.zip")
    qtbot.waitUntil(session.operations.idle)


def test_a_folder_that_is_gone_is_not_suggested(
    qtbot: QtBot, dialog: BackupDialog, session: Session, tmp_path: Path
) -> None:
    session.settings.change(backup_folder=str(tmp_path / "gone"))
    again = BackupDialog(session, dialog)
    assert Path(again.file.text()).parent.is_dir()
    qtbot.waitUntil(session.operations.idle)


def test_a_backup_is_written_and_told(
    qtbot: QtBot, dialog: BackupDialog, session: Session, tmp_path: Path
) -> None:
    dialog.file.setText(str(tmp_path / "b.zip"))
    dialog.start_button.click()
    finish(qtbot, dialog)
    assert "b.zip" in dialog.results.words()
    assert restore.open_backup(tmp_path / "b.zip").manifest.contents.evidence == 3
    qtbot.waitUntil(session.operations.idle)
    assert dialog.last.text().startswith("Last backup")
    assert session.settings.value.backup_folder == str(tmp_path)


def test_a_passphrase_is_wanted_twice_and_alike(
    qtbot: QtBot, dialog: BackupDialog, tmp_path: Path
) -> None:
    dialog.file.setText(str(tmp_path / "b.zip"))
    dialog.encrypt.setChecked(True)
    dialog.passphrase.first.setText("芝麻 开门 2026")
    dialog.passphrase.second.setText("芝麻 开门 2025")
    dialog.start_button.click()
    assert not dialog.work.running
    dialog.passphrase.second.setText("芝麻 开门 2026")
    dialog.start_button.click()
    finish(qtbot, dialog)
    assert restore.needs_passphrase(tmp_path / "b.zip")


@pytest.mark.parametrize("name", ["", "   ", "{tmp}"])
def test_a_file_must_be_named(dialog: BackupDialog, tmp_path: Path, name: str) -> None:
    dialog.file.setText(name.format(tmp=tmp_path))
    dialog.start_button.click()
    assert not dialog.work.running
    assert dialog.file_field.editor.property("state") == "bad"


def test_what_goes_wrong_is_said_and_can_be_tried_again(
    qtbot: QtBot, dialog: BackupDialog, tmp_path: Path
) -> None:
    dialog.file.setText(str(tmp_path / "gone" / "b.zip"))
    dialog.start_button.click()
    finish(qtbot, dialog)
    assert "没有写备份" in dialog.results.words()
    assert dialog.start_button.isEnabled()
    dialog.file.setText(str(tmp_path / "b.zip"))
    dialog.start_button.click()
    finish(qtbot, dialog)
    assert (tmp_path / "b.zip").exists()


def test_damaged_originals_are_named(
    qtbot: QtBot, dialog: BackupDialog, session: Session, tmp_path: Path
) -> None:
    original = next(one for one in (session.folder / "originals").rglob("*") if one.is_file())
    original.unlink()
    dialog.file.setText(str(tmp_path / "b.zip"))
    dialog.start_button.click()
    finish(qtbot, dialog)
    assert len(dialog.results.notices) == 2
    assert "截图" in dialog.results.words()


def test_closing_stops_a_backup_and_leaves_nothing(
    qtbot: QtBot, dialog: BackupDialog, session: Session, tmp_path: Path
) -> None:
    dialog.file.setText(str(tmp_path / "b.zip"))
    dialog.begin()
    dialog.reject()
    qtbot.waitUntil(session.operations.idle)
    assert list(tmp_path.glob("*.zip")) == []
    assert list(tmp_path.glob(".keepproof*")) == []
    qtbot.waitUntil(lambda: list((session.folder / "incoming").iterdir()) == [])


def test_a_stop_while_the_file_is_written_leaves_nothing(
    qtbot: QtBot, session: Session, do: Do, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(lambda library: keep(library, 50))
    monkeypatch.setattr("keepproof.library.backups.meter.PAUSE_S", 0.0)
    work = BackingUp(session, session)
    told: list[float] = []
    work.progressed.connect(told.append)
    work.progressed.connect(lambda _: work.stop())
    monkeypatch.setattr(writing, "_read_back", lambda *_: _wait(told))
    work.start(Wanted(tmp_path / "b.zip"))
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(session.operations.idle)
    assert list(tmp_path.iterdir()) == []
    assert list((session.folder / "incoming").iterdir()) == []


def _wait(told: list[float]) -> None:
    """Hold the writing up until the window has heard of it, then end as a stop does."""
    import time

    from keepproof.errors import CancelledError

    end = time.monotonic() + 10
    while not told and time.monotonic() < end:
        time.sleep(0.001)
    raise CancelledError


def test_the_window_is_told_when_the_library_cannot_be_copied(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(library: Library, ticket: Ticket) -> None:
        raise KnownError("backup.no_copy", folder="", detail="")

    monkeypatch.setattr(Library, "snapshot", fail)
    work = BackingUp(session, session)
    with qtbot.waitSignal(work.failed) as caught:
        work.start(Wanted(tmp_path / "b.zip"))
    assert caught.args[0].code == "backup.no_copy"


def test_letters_of_a_passphrase_are_shown_on_demand(qtbot: QtBot) -> None:
    fields = PassphraseFields(twice=True)
    qtbot.addWidget(fields)
    assert fields.first.echoMode() == fields.first.EchoMode.Password
    fields.show_box.setChecked(True)
    assert fields.second.echoMode() == fields.second.EchoMode.Normal


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("", "", ""),
        ("short", "short", ""),
        ("long enough", "long enougH", ""),
        (" long enough ", " long enough ", " long enough "),
    ],
)
def test_a_passphrase_counts_when_it_is_long_and_the_same(
    qtbot: QtBot, first: str, second: str, value: str
) -> None:
    fields = PassphraseFields(twice=True)
    qtbot.addWidget(fields)
    fields.first.setText(first)
    fields.second.setText(second)
    assert fields.value() == value


def hint(qtbot: QtBot, session: Session, now: datetime) -> BackupHint:
    session.clock = lambda: now
    found = BackupHint(session)
    qtbot.addWidget(found)
    qtbot.waitUntil(session.operations.idle)
    return found


def test_a_backup_is_suggested_some_weeks_after_the_first_evidence(
    qtbot: QtBot, session: Session, do: Do
) -> None:
    session.clock = lambda: AT
    do(keep)
    assert hint(qtbot, session, AT + timedelta(days=27)).isHidden()
    shown = hint(qtbot, session, AT + timedelta(days=28))
    assert not shown.isHidden()
    assert "Not backed up yet" in shown.detail.text()


def test_no_backup_is_suggested_when_told_not_to(qtbot: QtBot, session: Session, do: Do) -> None:
    session.clock = lambda: AT
    do(keep)
    session.settings.change(backup_weeks=0)
    assert hint(qtbot, session, AT + timedelta(days=900)).isHidden()


def test_without_new_evidence_no_backup_is_suggested(
    qtbot: QtBot, session: Session, do: Do, tmp_path: Path
) -> None:
    session.clock = lambda: AT
    do(keep)
    do(lambda library: back_up.back_up(library, tmp_path / "b.zip", {}, Ticket()))  # type: ignore[arg-type, return-value]
    late = AT + timedelta(days=100)
    assert hint(qtbot, session, late).isHidden()
    do(lambda library: keep(library, 5))
    assert "2 piece(s) of evidence since" in hint(qtbot, session, late).detail.text()


def test_the_suggestion_goes_for_a_week_and_comes_again(
    qtbot: QtBot, session: Session, do: Do
) -> None:
    session.clock = lambda: AT
    do(keep)
    late = AT + timedelta(days=40)
    shown = hint(qtbot, session, late)
    shown.later_button.click()
    assert shown.isHidden()
    assert hint(qtbot, session, late + timedelta(days=6)).isHidden()
    assert not hint(qtbot, session, late + timedelta(days=7)).isHidden()


def test_the_suggestion_goes_with_the_backup(
    qtbot: QtBot, session: Session, do: Do, tmp_path: Path
) -> None:
    session.clock = lambda: AT
    do(keep)
    shown = hint(qtbot, session, AT + timedelta(days=40))
    work = BackingUp(session, session)
    with qtbot.waitSignal(work.done):
        work.start(Wanted(tmp_path / "b.zip"))
    qtbot.waitUntil(shown.isHidden)


def test_the_suggestion_leads_to_the_backup(qtbot: QtBot, session: Session, do: Do) -> None:
    session.clock = lambda: AT
    do(keep)
    shown = hint(qtbot, session, AT + timedelta(days=40))
    with qtbot.waitSignal(session.backup_requested):
        shown.button.click()


def test_odd_things_in_a_library_are_backed_up_too(
    qtbot: QtBot, session: Session, do: Do, tmp_path: Path
) -> None:
    def odd(library: Library) -> Outcome[object]:
        list(library.keep([Incoming(Path("odd \udcff.png"), data=b"odd")], Ticket()))
        return Outcome(None, Changes())

    do(odd)
    work = BackingUp(session, session)
    with qtbot.waitSignal(work.done) as caught:
        work.start(Wanted(tmp_path / "b.zip"))
    assert caught.args[0].manifest.contents.evidence == 1
