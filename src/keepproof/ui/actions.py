"""Every action of the window as data: menus, shortcuts and the list of keys come from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its id, words and keys, and whether a line stands before it in its menu.

    `free` ones work without an open library.
    """

    id: str
    text: str
    keys: str = ""
    separated: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """One menu of the bar."""

    id: str
    text: str
    actions: tuple[ActionSpec, ...]


ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}


def menus() -> tuple[MenuSpec, ...]:
    """List the menus in the language of the window."""
    return (
        MenuSpec("file", QCoreApplication.translate("Actions", "&File"), _file()),
        MenuSpec("edit", QCoreApplication.translate("Actions", "&Edit"), _edit()),
        MenuSpec("view", QCoreApplication.translate("Actions", "&View"), _view()),
        MenuSpec("help", QCoreApplication.translate("Actions", "&Help"), _help()),
    )


def inside() -> tuple[tuple[str, str], ...]:
    """List the keys that work inside lists and texts, as words and keys."""
    return (
        (QCoreApplication.translate("Actions", "Open the chosen item"), "Return"),
        (QCoreApplication.translate("Actions", "Look at the chosen evidence"), "Space"),
        (QCoreApplication.translate("Actions", "Rename the chosen evidence"), "F2"),
        (QCoreApplication.translate("Actions", "Remove the chosen item"), "Del"),
        (QCoreApplication.translate("Actions", "Show or hide the details of evidence"), "Ctrl+I"),
        (QCoreApplication.translate("Actions", "Next sentence of the complaint"), "Alt+Down"),
        (QCoreApplication.translate("Actions", "Previous sentence of the complaint"), "Alt+Up"),
    )


def _bundles() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "export_bundle",
            QCoreApplication.translate("Actions", "Export evidence bundle…"),
            "Ctrl+E",
            separated=True,
        ),
        ActionSpec(
            "import_bundle", QCoreApplication.translate("Actions", "Import evidence bundle…")
        ),
    )


def _file() -> tuple[ActionSpec, ...]:
    return (
        *_bring_in(),
        *_bundles(),
        ActionSpec(
            "verify",
            QCoreApplication.translate("Actions", "Check integrity"),
            "Ctrl+Shift+H",
            separated=True,
        ),
        ActionSpec(
            "libraries",
            QCoreApplication.translate("Actions", "Libraries…"),
            free=True,
        ),
        ActionSpec("back_up", QCoreApplication.translate("Actions", "Back up…")),
        ActionSpec(
            "restore",
            QCoreApplication.translate("Actions", "Restore from a backup…"),
            free=True,
        ),
        ActionSpec(
            "settings",
            QCoreApplication.translate("Actions", "Settings…"),
            "Ctrl+,",
            separated=True,
            free=True,
        ),
        ActionSpec(
            "quit",
            QCoreApplication.translate("Actions", "Quit"),
            "Ctrl+Q",
            separated=True,
            free=True,
        ),
    )


def _bring_in() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("new_order", QCoreApplication.translate("Actions", "New order…"), "Ctrl+N"),
        ActionSpec(
            "paste_order",
            QCoreApplication.translate("Actions", "New order from pasted text…"),
            "Ctrl+Shift+V",
        ),
        ActionSpec(
            "import_bills",
            QCoreApplication.translate("Actions", "Import bills or orders…"),
            "Ctrl+Shift+I",
        ),
        ActionSpec("before_buying", QCoreApplication.translate("Actions", "Before you buy…")),
        ActionSpec(
            "add_files",
            QCoreApplication.translate("Actions", "Add files…"),
            "Ctrl+O",
            separated=True,
        ),
        ActionSpec("add_folder", QCoreApplication.translate("Actions", "Add folder…")),
    )


def _edit() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("undo", QCoreApplication.translate("Actions", "Undo"), "Ctrl+Z"),
        ActionSpec("redo", QCoreApplication.translate("Actions", "Redo"), "Ctrl+Shift+Z"),
        ActionSpec(
            "paste",
            QCoreApplication.translate("Actions", "Paste as evidence"),
            "Ctrl+V",
            separated=True,
        ),
        ActionSpec(
            "copy_complaint",
            QCoreApplication.translate("Actions", "Copy complaint text"),
            "Ctrl+Shift+C",
        ),
        ActionSpec(
            "log_contact",
            QCoreApplication.translate("Actions", "Log a contact…"),
            "Ctrl+L",
            separated=True,
        ),
        ActionSpec(
            "search",
            QCoreApplication.translate("Actions", "Search everything…"),
            "Ctrl+K",
            separated=True,
        ),
        ActionSpec("find", QCoreApplication.translate("Actions", "Find here"), "Ctrl+F"),
    )


def _view() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("today", QCoreApplication.translate("Actions", "Today"), "Ctrl+1"),
        ActionSpec("orders", QCoreApplication.translate("Actions", "Orders"), "Ctrl+2"),
        ActionSpec("evidence", QCoreApplication.translate("Actions", "Evidence"), "Ctrl+3"),
        ActionSpec("channels", QCoreApplication.translate("Actions", "Channels"), "Ctrl+4"),
        ActionSpec("overview", QCoreApplication.translate("Actions", "Overview"), "Ctrl+5"),
        ActionSpec("back", QCoreApplication.translate("Actions", "Back"), "Alt+Left"),
        ActionSpec(
            "tab_overview",
            QCoreApplication.translate("Actions", "Overview of the order"),
            "Alt+1",
            separated=True,
        ),
        ActionSpec("tab_chat", QCoreApplication.translate("Actions", "Chat of the order"), "Alt+2"),
        ActionSpec(
            "tab_next", QCoreApplication.translate("Actions", "Next steps of the order"), "Alt+3"
        ),
        ActionSpec(
            "tab_complaint",
            QCoreApplication.translate("Actions", "Complaint of the order"),
            "Alt+4",
        ),
        ActionSpec(
            "next_pane",
            QCoreApplication.translate("Actions", "Next pane"),
            "F6",
            separated=True,
            free=True,
        ),
        ActionSpec(
            "last_pane",
            QCoreApplication.translate("Actions", "Previous pane"),
            "Shift+F6",
            free=True,
        ),
        *_look(),
    )


def _look() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "larger",
            QCoreApplication.translate("Actions", "Larger text"),
            "Ctrl++; Ctrl+=",
            separated=True,
            free=True,
        ),
        ActionSpec(
            "smaller", QCoreApplication.translate("Actions", "Smaller text"), "Ctrl+-", free=True
        ),
        ActionSpec(
            "normal", QCoreApplication.translate("Actions", "Normal text size"), "Ctrl+0", free=True
        ),
        ActionSpec(
            "theme",
            QCoreApplication.translate("Actions", "Light, dark, as the system"),
            "Ctrl+Shift+D",
            free=True,
        ),
    )


def _help() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("guide", QCoreApplication.translate("Actions", "Guide"), "F1", free=True),
        ActionSpec(
            "shortcuts",
            QCoreApplication.translate("Actions", "Keyboard shortcuts"),
            "Shift+F1",
            free=True,
        ),
        ActionSpec("example", QCoreApplication.translate("Actions", "Open the example")),
        ActionSpec(
            "about",
            QCoreApplication.translate("Actions", "About KeepProof"),
            separated=True,
            free=True,
        ),
    )


def build(window: QMainWindow, run: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Fill a window's menu bar; every action calls the function of its id."""
    made: dict[str, QAction] = {}
    bar = window.menuBar()
    for spec in menus():
        menu = bar.addMenu(spec.text)
        for one in spec.actions:
            made[one.id] = _add(menu, one, run[one.id])
    return made


def _add(menu: QMenu, spec: ActionSpec, call: Callable[[], object]) -> QAction:
    if spec.separated:
        menu.addSeparator()
    action = menu.addAction(spec.text)
    action.setObjectName(spec.id)
    action.setProperty("free", spec.free)
    action.setShortcuts(QKeySequence.listFromString(spec.keys))
    action.setMenuRole(ROLES.get(spec.id, QAction.MenuRole.NoRole))
    action.triggered.connect(lambda _checked=False: call())
    return action
