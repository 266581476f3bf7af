"""From the settings to the window on the screen, and all that the menu can ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from keepproof.errors import KnownError
from keepproof.paths import Paths
from keepproof.settings import TEXT_SIZES, THEMES
from keepproof.ui import actions, alerts, icons, language, theme
from keepproof.ui.main_window import MainWindow
from keepproof.ui.only_one import OnlyOne
from keepproof.ui.session import Session


class Start(QObject):
    """Owns session and window; a new language builds a new window on the same session."""

    def __init__(self, app: QApplication, paths: Paths) -> None:
        """Prepare everything but show nothing."""
        super().__init__(app)
        self._app = app
        self._only_one = OnlyOne(paths.config, self)
        self._translators = language.Translators()
        self.session = Session(paths, "en", self)
        self._dress()
        self._speak()
        app.setWindowIcon(icons.app_icon())
        self.window: MainWindow | None = None
        self._look = self._chosen_look()
        self.session.settings.changed.connect(self._settings_changed)
        self.session.operations.failed.connect(self._failed)
        self.session.operations.crashed.connect(self.show_bug)
        self.session.operations.opened.connect(self._opened)
        self.session.new_order_requested.connect(self.new_order)
        self.session.verify_requested.connect(self.verify)
        self._only_one.called.connect(self._come_to_front)

    def handed_over(self) -> bool:
        """Say whether another window of this user has been brought to the front instead."""
        return self._only_one.call()

    def show(self) -> None:
        """Show the window; the library opens meanwhile."""
        self.session.open()
        self._build()
        QTimer.singleShot(0, self._only_one, self._only_one.listen)

    def close(self) -> None:
        """Close the library."""
        self.session.close()

    def show_bug(self, error: BaseException) -> None:
        """Show a mistake of the program."""
        alerts.show_bug(self.window, error)

    def new_order(self, text: str = "") -> None:
        """Log an order, from a pasted text where there is one."""
        from keepproof.ui.dialogs.order_dialog import OrderDialog  # noqa: PLC0415 - built when first needed

        dialog = OrderDialog(self.session, self._parent())
        dialog.saved.connect(lambda order: self.session.order_requested.emit(order.id, "overview"))
        dialog.open_asked.connect(
            lambda order_id: self.session.order_requested.emit(order_id, "overview")
        )
        if text.strip():
            dialog.start_with_text(text)
        dialog.open()

    def verify(self) -> None:
        """Check everything since import."""
        from keepproof.ui.dialogs.verify_dialog import VerifyDialog  # noqa: PLC0415 - as above

        VerifyDialog(self.session, self._parent()).open()

    def open_example(self) -> None:
        """Lay the example into the library and show it."""
        from keepproof.services.example import add_example  # noqa: PLC0415 - as above

        session = self.session
        session.operations.write(
            self,
            lambda library, ticket: add_example(library, session.lang, ticket, session.sandbox),
            lambda order: session.order_requested.emit(order.id, "overview"),
            progress=self.tr("Opening the example"),
        )

    def _parent(self) -> QWidget:
        if self.window is None:
            raise RuntimeError("there is no window yet")
        return self.window

    def _build(self) -> None:
        before = self.window
        self.window = MainWindow(self.session)
        actions.build(self.window, self._runs())
        self.window.sidebar.settings_asked.connect(self._settings)
        self.window.closed.connect(self._window_closed)
        self.window.show_place("today")
        self.window.show()
        self.window.sidebar.refresh()
        if before is not None:
            before.closed.disconnect(self._window_closed)
            before.close()
            before.deleteLater()

    def _window_closed(self) -> None:
        self._app.quit()

    def _opened(self) -> None:
        self.session.operations.read(
            self,
            lambda library, _: bool(library.orders.all()) or library.evidence.count() > 0,
            self._greet,
        )

    def _greet(self, filled: bool) -> None:
        window = self.window
        if window is None:
            return
        if not filled:
            self._welcome(window)
            return
        place = self.session.settings.value.window.get("place", "today")
        window.show_place(place if place in window.sidebar.places else "today")

    def _welcome(self, window: MainWindow) -> None:
        from keepproof.ui.pages.welcome_page import WelcomePage  # noqa: PLC0415 - only in an empty library

        page = window.pages.get("welcome")
        if not isinstance(page, WelcomePage):
            return
        page.example_asked.connect(self.open_example)
        page.paste_order_asked.connect(self._paste_order)
        page.paste_asked.connect(self._paste)
        self.session.events.changed.connect(lambda _changes: self._leave_welcome())
        window.show_place("welcome")
        window.sidebar.show_place("today")

    def _leave_welcome(self) -> None:
        window = self.window
        if window is not None and window.pages.name_of(window.stack.currentWidget()) == "welcome":
            window.show_place("today")

    def _failed(self, error: KnownError) -> None:
        words = self.session.explain(error)
        if error.code.startswith("library."):
            alerts.ask(self.window, words, self.tr("Open another library…"), self._settings)
        else:
            alerts.tell(self.window, words)

    def _come_to_front(self) -> None:
        if self.window is not None:
            self.window.showNormal()
            self.window.raise_()
            self.window.activateWindow()

    def _settings(self) -> None:
        from keepproof.ui.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - built when first needed

        dialog = SettingsDialog(self.session, self._parent())
        dialog.folder_chosen.connect(self._open_folder)
        dialog.open()

    def _open_folder(self, folder: str) -> None:
        self.session.settings.change(library=str(Path(folder)))
        self.session.open()
        self._build()

    def _chosen_look(self) -> tuple[str, str, int]:
        value = self.session.settings.value
        return value.language, value.theme, value.text_size

    def _settings_changed(self) -> None:
        look, before = self._chosen_look(), self._look
        self._look = look
        if look == before:
            return
        self._dress()
        if look[0] != before[0] or look[2] != before[2]:
            self._speak()
            # After the dialog that changed it is done with this click.
            QTimer.singleShot(0, self, self._build)

    def _dress(self) -> None:
        value = self.session.settings.value
        theme.apply(self._app, value.theme, value.text_size)

    def _speak(self) -> None:
        locale = language.choose(self.session.settings.value.language)
        language.install(locale, self._translators)
        self.session.lang = language.short(locale)

    def _runs(self) -> dict[str, Callable[[], object]]:
        session, window = self.session, self._window_now
        return {
            "new_order": self.new_order,
            "paste_order": self._paste_order,
            "add_files": lambda: session.add_requested.emit(window().target().order_id, None),
            "add_folder": lambda: window().importing.choose_folder(window().target().order_id),
            "paste": self._paste,
            "verify": self.verify,
            "settings": self._settings,
            "quit": lambda: window().close(),
            "undo": session.undo,
            "redo": lambda: session.undo(redo=True),
            "find": lambda: _call(window().stack.currentWidget(), "focus_search", "focus_first"),
            "copy_complaint": lambda: _call(window().stack.currentWidget(), "copy_complaint"),
            "today": lambda: window().show_place("today"),
            "orders": lambda: window().show_place("orders"),
            "evidence": lambda: window().show_place("evidence"),
            "tab_overview": lambda: _call_with(
                window().stack.currentWidget(), "show_tab", "overview"
            ),
            "tab_complaint": lambda: _call_with(
                window().stack.currentWidget(), "show_tab", "complaint"
            ),
            "back": lambda: window().back(),
            "next_pane": lambda: window().focusNextChild(),
            "larger": lambda: self._step_text(1),
            "smaller": lambda: self._step_text(-1),
            "normal": lambda: session.settings.change(text_size=100),
            "theme": self._next_theme,
            "shortcuts": self._shortcuts,
            "example": self.open_example,
            "about": self._about,
        }

    def _window_now(self) -> MainWindow:
        if self.window is None:
            raise RuntimeError("there is no window yet")
        return self.window

    def _paste(self) -> None:
        """Paste as evidence, unless the caret is in a text: there the text field takes it."""
        focus = self._app.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) and not focus.isReadOnly():
            focus.paste()
            return
        window = self._window_now()
        window.importing.take(QGuiApplication.clipboard().mimeData(), window.target(), "pasted")

    def _paste_order(self) -> None:
        self.new_order(QGuiApplication.clipboard().text())

    def _step_text(self, step: int) -> None:
        size = self.session.settings.value.text_size
        place = TEXT_SIZES.index(size) + step
        if 0 <= place < len(TEXT_SIZES):
            self.session.settings.change(text_size=TEXT_SIZES[place])

    def _next_theme(self) -> None:
        place = THEMES.index(self.session.settings.value.theme)
        self.session.settings.change(theme=THEMES[(place + 1) % len(THEMES)])

    def _shortcuts(self) -> None:
        from keepproof.ui.dialogs.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - built when first needed

        ShortcutsDialog(self._parent()).open()

    def _about(self) -> None:
        from keepproof.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415 - as above

        AboutDialog(self._parent()).open()


def _call(page: QWidget | None, *names: str) -> None:
    for name in names:
        found = getattr(page, name, None)
        if found is not None:
            found()
            return


def _call_with(page: QWidget | None, name: str, value: str) -> None:
    found = getattr(page, name, None)
    if found is not None:
        found(value)
