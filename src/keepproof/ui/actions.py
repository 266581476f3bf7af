"""Every action of the window as data: menus, shortcuts and the list of keys come from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its id, words, keys, and the menu it stands in."""

    id: str
    text: str
    keys: str = ""
    menu: str = ""
    role: str = ""
    separated: bool = False


def specs() -> list[ActionSpec]:
    """List all actions in the language of the window."""
    return [*_file_specs(), *_edit_specs(), *_view_specs(), *_help_specs()]


def menus() -> dict[str, str]:
    """Name the menus."""
    return {
        "file": QCoreApplication.translate("Actions", "&File"),
        "edit": QCoreApplication.translate("Actions", "&Edit"),
        "view": QCoreApplication.translate("Actions", "&View"),
        "help": QCoreApplication.translate("Actions", "&Help"),
    }


def _file_specs() -> list[ActionSpec]:
    return [
        ActionSpec(
            "new_order", QCoreApplication.translate("Actions", "New order"), "Ctrl+N", "file"
        ),
        ActionSpec(
            "paste_order",
            QCoreApplication.translate("Actions", "New order from pasted text"),
            "Ctrl+Shift+V",
            "file",
        ),
        ActionSpec(
            "add_files",
            QCoreApplication.translate("Actions", "Add files…"),
            "Ctrl+O",
            "file",
            separated=True,
        ),
        ActionSpec(
            "add_folder",
            QCoreApplication.translate("Actions", "Add folder…"),
            "Ctrl+Shift+O",
            "file",
        ),
        ActionSpec(
            "paste", QCoreApplication.translate("Actions", "Paste as evidence"), "Ctrl+V", "file"
        ),
        ActionSpec(
            "verify",
            QCoreApplication.translate("Actions", "Check integrity"),
            "Ctrl+Shift+H",
            "file",
            separated=True,
        ),
        ActionSpec(
            "settings",
            QCoreApplication.translate("Actions", "Settings"),
            "Ctrl+,",
            "file",
            "preferences",
            separated=True,
        ),
        ActionSpec("quit", QCoreApplication.translate("Actions", "Quit"), "Ctrl+Q", "file", "quit"),
    ]


def _edit_specs() -> list[ActionSpec]:
    return [
        ActionSpec("undo", QCoreApplication.translate("Actions", "Undo"), "Ctrl+Z", "edit"),
        ActionSpec("redo", QCoreApplication.translate("Actions", "Redo"), "Ctrl+Shift+Z", "edit"),
        ActionSpec(
            "find", QCoreApplication.translate("Actions", "Find"), "Ctrl+F", "edit", separated=True
        ),
        ActionSpec(
            "copy_complaint",
            QCoreApplication.translate("Actions", "Copy complaint text"),
            "Ctrl+Shift+C",
            "edit",
        ),
    ]


def _view_specs() -> list[ActionSpec]:
    return [
        ActionSpec("today", QCoreApplication.translate("Actions", "Today"), "Ctrl+1", "view"),
        ActionSpec("orders", QCoreApplication.translate("Actions", "Orders"), "Ctrl+2", "view"),
        ActionSpec("evidence", QCoreApplication.translate("Actions", "Evidence"), "Ctrl+3", "view"),
        ActionSpec(
            "tab_overview",
            QCoreApplication.translate("Actions", "Overview of the order"),
            "Alt+1",
            "view",
            separated=True,
        ),
        ActionSpec(
            "tab_complaint",
            QCoreApplication.translate("Actions", "Complaint of the order"),
            "Alt+2",
            "view",
        ),
        ActionSpec("back", QCoreApplication.translate("Actions", "Back"), "Alt+Left", "view"),
        ActionSpec("next_pane", QCoreApplication.translate("Actions", "Next pane"), "F6", "view"),
        ActionSpec(
            "larger",
            QCoreApplication.translate("Actions", "Larger text"),
            "Ctrl++",
            "view",
            separated=True,
        ),
        ActionSpec(
            "smaller", QCoreApplication.translate("Actions", "Smaller text"), "Ctrl+-", "view"
        ),
        ActionSpec(
            "normal", QCoreApplication.translate("Actions", "Normal text size"), "Ctrl+0", "view"
        ),
        ActionSpec(
            "theme",
            QCoreApplication.translate("Actions", "Light, dark or as the system"),
            "Ctrl+Shift+D",
            "view",
        ),
    ]


def _help_specs() -> list[ActionSpec]:
    return [
        ActionSpec(
            "shortcuts", QCoreApplication.translate("Actions", "Keyboard shortcuts"), "F1", "help"
        ),
        ActionSpec(
            "example", QCoreApplication.translate("Actions", "Open the example"), "", "help"
        ),
        ActionSpec(
            "about",
            QCoreApplication.translate("Actions", "About KeepProof"),
            "",
            "help",
            "about",
            separated=True,
        ),
    ]


ROLES = {
    "preferences": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}


def build(window: QMainWindow, run: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Fill a window's menu bar; every action calls the function of its id."""
    bar = window.menuBar()
    bar.clear()
    shown: dict[str, QMenu] = {name: bar.addMenu(words) for name, words in menus().items()}
    made: dict[str, QAction] = {}
    for spec in specs():
        action = QAction(spec.text, window)
        action.setObjectName(spec.id)
        if spec.keys:
            action.setShortcuts(QKeySequence.listFromString(spec.keys))
        action.setMenuRole(ROLES.get(spec.role, QAction.MenuRole.NoRole))
        action.triggered.connect(lambda _on=False, call=run[spec.id]: call())
        if spec.separated:
            shown[spec.menu].addSeparator()
        shown[spec.menu].addAction(action)
        made[spec.id] = action
    return made
