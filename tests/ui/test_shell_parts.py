from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from keepproof import app, assets
from keepproof.library.incoming import Refused
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.add_evidence import AddReport
from keepproof.services.outcome import Outcome
from keepproof.ui import actions, language
from keepproof.ui.dialogs.crash_dialog import CrashDialog
from keepproof.ui.dialogs.report_dialog import SHOWN, ReportDialog
from keepproof.ui.dialogs.settings_dialog import SettingsDialog
from keepproof.ui.only_one import OnlyOne
from keepproof.ui.pages.welcome_page import WelcomePage
from keepproof.ui.session import Session

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


def test_no_two_actions_share_a_key(qapp: QApplication) -> None:
    specs = [one for menu in actions.menus() for one in menu.actions]
    keys = Counter(key.toString() for one in specs for key in QKeySequence.listFromString(one.keys))
    keys.update(keys_ for _, keys_ in actions.inside())
    assert [key for key, count in keys.items() if key and count > 1] == []


def test_every_action_has_its_own_id(qapp: QApplication) -> None:
    ids = [one.id for menu in actions.menus() for one in menu.actions]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("system", "locale"),
    [("zh-Hans-CN", "zh_CN"), ("zh-TW", "zh_CN"), ("en-GB", "en"), ("de-DE", "en")],
)
def test_the_system_s_language_is_followed(
    monkeypatch: pytest.MonkeyPatch, system: str, locale: str
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:  # noqa: N802 - Qt's own
            return [system]

    monkeypatch.setattr(QLocale, "system", System)
    assert language.choose("system") == locale


def test_chinese_translates_our_words_and_qt_s(qapp: QApplication) -> None:
    if not assets.path("i18n", "keepproof_zh_CN.qm").is_file():
        pytest.skip("translations are not compiled")
    translators = language.Translators()
    language.install("zh_CN", translators)
    words = QCoreApplication.translate("SideBar", "Orders")
    qt = QCoreApplication.translate("QLineEdit", "&Copy")
    language.remove(translators)
    QLocale.setDefault(QLocale.c())
    assert (words, qt, QCoreApplication.translate("SideBar", "Orders")) == (
        "订单",
        "复制(&C)",
        "Orders",
    )


def test_a_long_report_is_cut_but_copied_whole(
    session: Session, parent: QWidget, qapp: QApplication
) -> None:
    refused = tuple(Refused(Path(f"file{n}.png"), "keep.empty") for n in range(SHOWN + 7))
    dialog = ReportDialog(session, AddReport(refused=refused), parent)
    dialog.copy.click()
    copied = qapp.clipboard().text().splitlines()
    assert len(copied) == SHOWN + 7
    assert copied[0].startswith("file0.png\t文件是空的")


def test_a_crash_can_be_copied_with_versions(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    dialog = CrashDialog(ValueError("a mistake"), tmp_path, None)
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert "PySide6" in qapp.clipboard().text()
    assert "ValueError: a mistake" in qapp.clipboard().text()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def settings(session: Session, parent: QWidget) -> SettingsDialog:
    return SettingsDialog(session, parent)


def test_a_choice_counts_at_once(settings: SettingsDialog, session: Session) -> None:
    settings.theme.setCurrentIndex(settings.theme.findData("dark"))
    settings.theme.activated.emit(settings.theme.currentIndex())
    assert session.settings.value.theme == "dark"


def test_the_person_is_kept_when_the_field_is_left(
    settings: SettingsDialog, session: Session
) -> None:
    settings.person_name.setText(" 张三 ")
    settings.person_name.editingFinished.emit()
    assert session.settings.value.person_name == "张三"


def test_the_settings_show_what_was_chosen(session: Session, parent: QWidget) -> None:
    session.settings.value = replace(session.settings.value, text_size=130, complaint_language="en")
    dialog = SettingsDialog(session, parent)
    assert (dialog.text_size.currentData(), dialog.complaints.currentData()) == ("130", "en")


@pytest.mark.parametrize(
    ("card", "signal"),
    [
        ("new_order", "new_order_requested"),
        ("paste_order", "order_text_requested"),
        ("example", "example_requested"),
    ],
)
def test_the_first_page_has_three_ways_to_begin(
    session: Session, qtbot: QtBot, card: str, signal: str
) -> None:
    page = WelcomePage(session)
    qtbot.addWidget(page)
    with qtbot.waitSignal(getattr(session, signal)):
        getattr(page, card).click()


def test_a_second_start_calls_the_first(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    first, second = OnlyOne(tmp_path, qapp), OnlyOne(tmp_path, qapp)
    assert not first.call()
    first.listen()
    with qtbot.waitSignal(first.called):
        assert second.call()
    first.leave()
    assert not second.call()


def test_a_mark_left_by_a_crash_keeps_nobody_out(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "running").touch()
    assert not OnlyOne(tmp_path, qapp).call()


def test_without_a_display_the_example_runs_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    commands: list[list[str]] = []

    def command(arguments: list[str]) -> int:
        commands.append(arguments)
        return 0

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("keepproof.cli.main", command)
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert (app.main([]), commands) == (0, [["demo"]])
    assert "no display" in capsys.readouterr().err


def test_the_log_is_written_once(own_home: Path) -> None:
    root = logging.getLogger()
    before = list(root.handlers)
    paths = user_paths()
    app._log_to(paths)
    app._log_to(paths)
    added = [one for one in root.handlers if one not in before]
    for one in added:
        root.removeHandler(one)
        one.close()
    assert len(added) == 1


def test_a_rate_is_kept_once_it_is_an_amount(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(session, parent)
    for words in ("viel", "0.15"):
        dialog.call_rate.setText(words)
        dialog.call_rate.editingFinished.emit()
    dialog.call_included.setValue(100)
    dialog.tray.setChecked(True)
    value = session.settings.value
    assert (value.call_rate, value.call_included, value.tray) == ("0.15", 100, True)


def test_a_rate_that_is_no_amount_is_told_at_its_field(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(session, parent)
    dialog.call_rate.setText("viel")
    dialog.call_rate.editingFinished.emit()
    assert session.settings.value.call_rate == ""
    assert dialog.call_rate.property("state") == "bad"
