"""What each action of the menu does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from keepproof.settings import TEXT_SIZES, THEMES
from keepproof.ui import actions
from keepproof.ui.bundle_commands import BundleCommands
from keepproof.ui.help_key import HelpKey
from keepproof.ui.library_commands import LibraryCommands
from keepproof.ui.main_window import MainWindow
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


class Commands(QObject):
    """The actions of one window, and the functions behind them; dialogs are imported when first opened."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        """Fill the window's menu bar."""
        super().__init__(window)
        self._session, self._window = session, window
        self.help = HelpKey(session, window)
        self.library = LibraryCommands(session, window)
        self.bundles = BundleCommands(session, window)
        self.actions: Mapping[str, QAction] = actions.build(window, self._runs())
        self.set_library_open(opened=False)

    def begin(self) -> None:
        """Answer the session, now that the window is on the screen."""
        session = self._session
        session.new_order_requested.connect(self.new_order)
        session.verify_requested.connect(self.verify)
        session.search_requested.connect(self.search)
        session.paste_requested.connect(self.paste)
        session.order_text_requested.connect(self.paste_order)
        session.example_requested.connect(self.open_example)
        session.contact_requested.connect(self.log_contact)
        self.library.begin()
        self.bundles.begin()
        session.undo_changed.connect(self._name_steps)
        self._name_steps()

    def set_library_open(self, *, opened: bool) -> None:
        """Offer only what works without a library, or everything."""
        for action in self.actions.values():
            action.setEnabled(opened or bool(action.property("free")))
        if opened:
            self._name_steps()

    def new_order(self, text: str = "") -> None:
        """Log an order, from a pasted text where there is one."""
        from keepproof.ui.dialogs.order_dialog import OrderDialog  # noqa: PLC0415 - see the class

        dialog = OrderDialog(self._session, self._window)
        if text:
            dialog.start_with_text(text)
        dialog.saved.connect(lambda order: self._show_order(order.id))
        dialog.open_asked.connect(self._show_order)
        dialog.open()

    def log_contact(self, order_id: str = "") -> None:
        """Log a contact about an order; without one the dialog asks which."""
        from keepproof.ui.dialogs.contact_dialog import ContactDialog  # noqa: PLC0415 - see the class

        dialog = ContactDialog(self._session, self._window, order_id)
        words = self.tr("Contact logged")
        dialog.saved.connect(lambda _: self._session.status.emit(words))
        dialog.open()

    def before_buying(self) -> None:
        """Go through what to look at before an order is placed."""
        from keepproof.ui.dialogs.merchant_dialog import MerchantDialog  # noqa: PLC0415 - see the class

        MerchantDialog(self._session, None, self._window).open()

    def paste_order(self) -> None:
        """Log an order from the text on the clipboard."""
        self.new_order(QGuiApplication.clipboard().text())

    def paste(self) -> None:
        """Paste as evidence; words go into a text field where the caret is in one."""
        from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit  # noqa: PLC0415 - not for the first paint

        from keepproof.ui import drops  # noqa: PLC0415 - see above

        # An empty clipboard has no data at all.
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        field = QLineEdit | QTextEdit | QPlainTextEdit
        focus = QApplication.focusWidget()
        if isinstance(focus, field) and not focus.isReadOnly() and drops.for_a_field(mime):
            focus.paste()
        elif self._window.importing is not None:
            self._window.importing.take(mime, self._window.target(), "pasted")

    def add_files(self) -> None:
        """Choose files for what is shown."""
        target = self._window.target()
        self._session.add_requested.emit(target.order_id, target.kind)

    def add_folder(self) -> None:
        """Choose a folder for what is shown."""
        if self._window.importing is not None:
            self._window.importing.choose_folder(self._window.target().order_id)

    def verify(self) -> None:
        """Check everything since import."""
        from keepproof.ui.dialogs.verify_dialog import VerifyDialog  # noqa: PLC0415 - see the class

        VerifyDialog(self._session, self._window).open()

    def search(self, words: str = "") -> None:
        """Search everything, beginning with these words."""
        from keepproof.ui.dialogs.search_dialog import SearchDialog  # noqa: PLC0415 - see the class
        from keepproof.ui.finding import Finding  # noqa: PLC0415 - see the class

        dialog = SearchDialog(self._session, self._window, words)
        found = Finding(self._session, self._window.pages, self._window)
        dialog.chosen.connect(found.go)
        dialog.open()

    def open_example(self) -> None:
        """Lay the example into the library and show it."""
        session = self._session

        def work(library: Library, ticket: Ticket) -> Outcome[Order]:
            from keepproof.services.example import add_example  # noqa: PLC0415 - brings the readers

            lang = session.settings.value.complaint_language
            return add_example(library, lang, ticket, session.sandbox)

        session.operations.write(
            self,
            work,
            lambda order: self._show_order(order.id),
            progress=self.tr("Opening the example"),
        )

    def settings(self) -> None:
        """Show the settings."""
        from keepproof.ui.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - see the class

        SettingsDialog(self._session, self._window).open()

    def shortcuts(self) -> None:
        """List the keys."""
        from keepproof.ui.dialogs.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - see the class

        ShortcutsDialog(self._window).open()

    def about(self) -> None:
        """Tell version and licence."""
        from keepproof.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415 - see the class

        AboutDialog(self._window).open()

    def step_text(self, step: int) -> None:
        """Make the text larger or smaller."""
        place = TEXT_SIZES.index(self._session.settings.value.text_size) + step
        if 0 <= place < len(TEXT_SIZES):
            self._session.settings.change(text_size=TEXT_SIZES[place])

    def next_theme(self) -> None:
        """Go through light, dark and the system's choice."""
        place = THEMES.index(self._session.settings.value.theme) + 1
        chosen = THEMES[place % len(THEMES)]
        self._session.settings.change(theme=chosen)
        words = {
            "system": self.tr("Colours as the system"),
            "light": self.tr("Light colours"),
            "dark": self.tr("Dark colours"),
        }
        self._session.status.emit(words[chosen])

    def _show_order(self, order_id: str) -> None:
        self._session.order_requested.emit(order_id, "overview")

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would do."""
        for id_, redo in (("undo", False), ("redo", True)):
            label = self._session.undo_stack.label(redo=redo)
            action = self.actions[id_]
            action.setEnabled(label is not None)
            step = self._session.step_name(label) if label else ""
            action.setText(_undo_words(step, redo=redo))

    def _runs(self) -> dict[str, Callable[[], object]]:
        session, window, pages = self._session, self._window, self._window.pages
        return {
            **self.library.runs(),
            **self.bundles.runs(),
            **self._view_runs(),
            "new_order": self.new_order,
            "paste_order": self.paste_order,
            "import_bills": session.bills_requested.emit,
            "before_buying": self.before_buying,
            "add_files": self.add_files,
            "add_folder": self.add_folder,
            "paste": self.paste,
            "verify": self.verify,
            "settings": self.settings,
            "quit": window.close,
            "undo": session.undo,
            "redo": lambda: session.undo(redo=True),
            "search": self.search,
            "log_contact": lambda: self.log_contact(window.target().order_id or ""),
            "find": pages.find,
            "copy_complaint": lambda: pages.call("copy_complaint"),
            "guide": self.help.open_here,
            "shortcuts": self.shortcuts,
            "example": self.open_example,
            "about": self.about,
        }

    def _view_runs(self) -> dict[str, Callable[[], object]]:
        session, window, pages = self._session, self._window, self._window.pages
        return {
            "today": lambda: window.show_place("today"),
            "orders": lambda: window.show_place("orders"),
            "evidence": lambda: window.show_place("evidence"),
            "channels": lambda: window.show_place("channels"),
            "overview": lambda: window.show_place("overview"),
            "back": window.back,
            "tab_overview": lambda: pages.show_tab("overview"),
            "tab_chat": lambda: pages.show_tab("chat"),
            "tab_next": lambda: pages.show_tab("next"),
            "tab_complaint": lambda: pages.show_tab("complaint"),
            "next_pane": lambda: window.go_pane(1),
            "last_pane": lambda: window.go_pane(-1),
            "larger": lambda: self.step_text(1),
            "smaller": lambda: self.step_text(-1),
            "normal": lambda: session.settings.change(text_size=100),
            "theme": self.next_theme,
        }


def _undo_words(step: str, *, redo: bool) -> str:
    if redo:
        words = QCoreApplication.translate("Actions", "Redo")
        named = QCoreApplication.translate("Actions", "Redo: {step}")
    else:
        words = QCoreApplication.translate("Actions", "Undo")
        named = QCoreApplication.translate("Actions", "Undo: {step}")
    return named.format(step=step) if step else words
