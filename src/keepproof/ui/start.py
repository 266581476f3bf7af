"""From the settings to the window on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from keepproof.ui import icons, language, theme
from keepproof.ui.commands import Commands
from keepproof.ui.main_window import MainWindow
from keepproof.ui.only_one import OnlyOne
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.paths import Paths
    from keepproof.ui.library_swap import LibrarySwap

# A library that is open by then says nothing about it.
PATIENCE_MS = 400


class Start(QObject):
    """Owns session and window; a new language or text size builds a new window on the same session.

    `finished` says that the user closed the window.
    """

    finished = Signal()

    def __init__(self, app: QApplication, paths: Paths) -> None:
        """Prepare everything but show nothing."""
        super().__init__(app)
        self._app = app
        self._only_one = OnlyOne(paths.config, self)
        self._translators = language.Translators()
        self.session = Session(paths, "en", self)
        self._dress()
        self._speak()
        # A new language closes one window and opens another: only `closed` says that the user is done.
        app.setQuitOnLastWindowClosed(False)
        self._look = self._chosen_look()
        self._begun = self._opened = False
        self._swap: LibrarySwap | None = None
        self.window, self.commands = self._build()

    def handed_over(self) -> bool:
        """Say whether another window of this user has been brought to the front instead."""
        return self._only_one.call()

    def show(self) -> None:
        """Show the window; everything else waits for its first paint."""
        self.window.show()

    def close(self) -> None:
        """Close the library and leave the application as it was."""
        self._only_one.leave()
        language.remove(self._translators)
        if self._begun:
            self.session.close()

    def show_bug(self, error: BaseException) -> None:
        """Show a mistake of the program."""
        from keepproof.ui.dialogs.crash_dialog import CrashDialog  # noqa: PLC0415 - hopefully never needed

        # A mistake that comes again with every paint is shown once.
        if self.window.findChild(CrashDialog) is None:
            CrashDialog(error, self.session.paths.logs, self.window).open()

    def _build(self) -> tuple[MainWindow, Commands]:
        window = MainWindow(self.session)
        commands = Commands(self.session, window)
        window.painted.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        window.closed.connect(self.finished)
        window.sidebar.settings_asked.connect(commands.settings)
        return window, commands

    def _begin(self) -> None:
        """Open the library once the window is on the screen; a later window finds it open."""
        self.window.begin()
        self.commands.begin()
        if self._begun:
            if self._opened:
                self._look_inside()
            return
        self._begun = True
        self._app.setWindowIcon(icons.app_icon())
        session = self.session
        session.settings.changed.connect(self._settings_changed)
        session.library_requested.connect(self._open_folder)
        session.reopen_requested.connect(self._open)
        session.swap_requested.connect(self._take_swap)
        operations = session.operations
        operations.opened.connect(self._look_inside)
        operations.open_failed.connect(self._not_opened)
        operations.failed.connect(self._failed)
        operations.crashed.connect(self.show_bug)
        self._app.styleHints().colorSchemeChanged.connect(self._dress)
        self._only_one.called.connect(self._come_to_front)
        session.reading.begin()
        self._open()
        self._only_one.listen()

    def _open(self, *, chosen: bool = False, swap: LibrarySwap | None = None) -> None:
        self._opened = self.session.opened = False
        self._swap = swap
        self.commands.set_library_open(opened=False)
        QTimer.singleShot(PATIENCE_MS, self, self._say_opening)
        self.session.open(chosen=chosen, between=swap.run if swap is not None else None)

    def _say_opening(self) -> None:
        if not self.session.operations.idle() and not self._opened:
            self.session.status.emit(self.tr("Opening the library…"))

    def _look_inside(self) -> None:
        from keepproof.services import known_libraries  # noqa: PLC0415 - not for the first paint

        self._opened = self.session.opened = True
        settings = self.session.settings
        libraries = known_libraries.remember(settings.value.libraries, self.session.folder)
        settings.change(libraries=libraries)
        self.session.operations.read(
            self,
            lambda library, _: not (library.evidence.count() or library.orders.all()),
            self._greet,
        )

    def _greet(self, empty: bool) -> None:
        self.commands.set_library_open(opened=True)
        self.window.show_open(empty=empty)
        swap, self._swap = self._swap, None
        if swap is not None:
            self._tell_swap(swap)

    def _not_opened(self, error: KnownError) -> None:
        absent = error.code == "library.not_there"
        self.window.show_closed(self.session.explain(error), absent=absent)

    def _failed(self, error: KnownError) -> None:
        from keepproof.ui import alerts  # noqa: PLC0415 - rarely needed

        alerts.tell(self.window, self.session.explain(error))

    def _come_to_front(self) -> None:
        state = self.window.windowState() & ~Qt.WindowState.WindowMinimized
        self.window.setWindowState(state | Qt.WindowState.WindowActive)
        self.window.raise_()
        self.window.activateWindow()

    def _open_folder(self, folder: str) -> None:
        """Open another library in a new window: nothing of the one before is shown any longer."""
        self._leave_place()
        self.session.settings.change(library=str(Path(folder)))
        self._open(chosen=True)

    def _take_swap(self, swap: LibrarySwap) -> None:
        """Let a restored library take the place of the open one, in a new window."""
        self._leave_place()
        self._open(swap=swap)

    def _leave_place(self) -> None:
        """Begin a new window on Today: the order that was shown belongs to the library before."""
        self._opened = False
        self._rebuild()
        window = self.session.settings.value.window
        self.session.settings.change(window={**window, "place": "today", "order": "", "tab": ""})

    def _tell_swap(self, swap: LibrarySwap) -> None:
        from keepproof.ui import alerts, restoring  # noqa: PLC0415 - rarely needed

        session, done = self.session, swap.done
        if done is None:
            if swap.error is not None:
                alerts.tell(self.window, session.explain(swap.error))
            return
        words = self.tr("The library was restored. The one before is kept at {folder}")
        alerts.note(self.window, words.format(folder=done.aside))
        restoring.take_settings(session, done.extras)

    def _rebuild(self) -> None:
        before = self.window
        before.closed.disconnect(self.finished)
        settings = before.findChild(QWidget, "settings")
        before.close()
        self.window, self.commands = self._build()
        self.window.show()
        before.deleteLater()
        if settings is not None and settings.isVisible():
            self.commands.settings()

    def _chosen_look(self) -> tuple[str, str, int]:
        value = self.session.settings.value
        return value.language, value.theme, value.text_size

    def _settings_changed(self) -> None:
        look, before = self._chosen_look(), self._look
        self._look = look
        if look == before:
            return
        self._dress()
        if (look[0], look[2]) != (before[0], before[2]):
            self._speak()
            # After the dialog that changed it is done with this click.
            QTimer.singleShot(0, self, self._rebuild)

    def _dress(self) -> None:
        value = self.session.settings.value
        theme.apply(self._app, value.theme, value.text_size)

    def _speak(self) -> None:
        locale = language.choose(self.session.settings.value.language)
        language.install(locale, self._translators)
        self.session.lang = language.short(locale)
