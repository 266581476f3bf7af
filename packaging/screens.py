"""Render every page and dialog, in Chinese and English, light and dark, for people to look at.

Usage: python packaging/screens.py FOLDER [SIZE …]; each size is WIDTHxHEIGHT, 1280x800 and 1024x700 if none is given.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from keepproof import assets, settings
from keepproof.domain.evidence import EvidenceKind
from keepproof.library.incoming import Refused
from keepproof.library.library import Library
from keepproof.paths import Paths
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import AddReport, Odd, add_content
from keepproof.services.example import add_example
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.views import OrderView, order_page
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.about_dialog import AboutDialog
from keepproof.ui.dialogs.crash_dialog import CrashDialog
from keepproof.ui.dialogs.merchant_dialog import MerchantDialog
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.dialogs.report_dialog import ReportDialog
from keepproof.ui.dialogs.settings_dialog import SettingsDialog
from keepproof.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from keepproof.ui.dialogs.verify_dialog import VerifyDialog
from keepproof.ui.dialogs.viewer_dialog import ViewerDialog
from keepproof.ui.main_window import MainWindow
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.start import Start

SIZES = ("1280x800", "1024x700")
LANGUAGES = {"zh": "zh_CN", "en": "en"}
THEMES = ("light", "dark")
LONGEST_S = 20.0


@dataclass(frozen=True)
class Look:
    """One way to render: language, colours, size of the window."""

    lang: str
    theme: str
    width: int
    height: int

    @property
    def name(self) -> str:
        """Name the files of this look."""
        return f"{self.lang}-{self.theme}-{self.width}"


class Studio:
    """One window on one library, and the camera before it."""

    def __init__(self, app: QApplication, paths: Paths, look: Look, folder: Path) -> None:
        """Open the window in a look."""
        self._app, self._look, self._folder = app, look, folder
        chosen = Settings(
            language=LANGUAGES[look.lang], theme=look.theme, complaint_language=look.lang
        )
        settings.save(chosen, paths.settings)
        self.start = Start(app, paths)
        self.start.show()
        self.window.resize(look.width, look.height)
        self.settle()

    @property
    def window(self) -> MainWindow:
        """Give the window."""
        return self.start.window

    def settle(self) -> None:
        """Wait until nothing is under way and every picture has come."""
        end = time.monotonic() + LONGEST_S
        quiet = 0
        while quiet < 12 and time.monotonic() < end:
            self._app.processEvents()
            quiet = quiet + 1 if self.start.session.operations.idle() else 0
            time.sleep(0.02)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture of the window, or of a dialog."""
        self.settle()
        path = self._folder / name / f"{self._look.name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        (widget or self.window).grab().save(str(path))

    def dialog(self, name: str, make: Callable[[], QDialog]) -> None:
        """Take a picture of a dialog and close it."""
        dialog = make()
        dialog.open()
        self.shoot(name, dialog)
        dialog.close()
        self.settle()


def fill(home: Path, lang: str) -> None:
    """Lay out a library: the example, a plain order, something unfiled, one item whose file is gone."""
    sandbox = Sandbox()
    with Library.open(home / "data" / "library") as library:
        add_example(library, lang, Ticket(), sandbox)
        plain = OrderForm(number="2690123456780166777", platform="taobao", shop="拾木家居旗舰店")
        order = add_order(library, plain, Ticket()).value
        words = {
            "order_id": order.id,
            "kind": EvidenceKind.CHAT,
            "origin": "pasted",
            "ticket": Ticket(),
        }
        kept = add_content(library, "您好，少了一件".encode(), "chat.txt", **words).value.kept[0]
        words = {"order_id": None, "kind": None, "origin": "pasted", "ticket": Ticket()}
        add_content(library, "备忘".encode(), "note.txt", **words)
        library.evidence.set_fixity(kept.evidence.id, "missing", datetime.now().astimezone())
    sandbox.close()


def pages(studio: Studio) -> None:
    """Take a picture of every page."""
    window, session = studio.window, studio.start.session
    studio.shoot("today")
    window.show_place("orders")
    studio.shoot("orders")
    view = _view(studio)
    window.show_order(view.order.id, "overview")
    studio.shoot("order")
    for channel in [one.id for one in session.book.channels(view.order.platform)]:
        window.show_order(view.order.id, "complaint")
        _choose_channel(studio, channel)
        studio.shoot(f"complaint-{channel}")
    window.show_order(view.order.id, "overview")
    window.show_place("evidence")
    page = window.pages.evidence()
    studio.settle()
    page.choose(view.filed[0].evidence.id)
    studio.shoot("evidence")
    page.show_mode("table")
    studio.shoot("evidence-table")
    page.show_mode("grid")


def dialogs(studio: Studio) -> None:
    """Take a picture of every dialog."""
    start, window = studio.start, studio.window
    session = start.session
    view = _view(studio)
    text = assets.text("example", "order.txt")
    odd = Odd(Path("cut.png"), "readers.image_truncated")
    refused = Refused(Path("empty.txt"), "keep.empty")
    report = AddReport(kept=view.filed[:3], odd=(odd,), refused=(refused,))

    def pasted() -> QDialog:
        dialog = OrderDialog(session, window)
        dialog.start_with_text(text)
        return dialog

    studio.dialog("dialog-order", lambda: OrderDialog(session, window))
    studio.dialog("dialog-order-pasted", pasted)
    studio.dialog("dialog-order-edit", lambda: OrderDialog(session, window, view.order))
    studio.dialog("dialog-merchant", lambda: MerchantDialog(session, view.merchant, window))
    studio.dialog("dialog-viewer", lambda: ViewerDialog(session, view.filed, view.filed[0], window))
    studio.dialog("dialog-verify", lambda: VerifyDialog(session, window))
    studio.dialog("dialog-settings", lambda: SettingsDialog(session, window))
    studio.dialog("dialog-shortcuts", lambda: ShortcutsDialog(window))
    studio.dialog("dialog-about", lambda: AboutDialog(window))
    studio.dialog("dialog-report", lambda: ReportDialog(session, report, window))
    studio.dialog(
        "dialog-crash", lambda: CrashDialog(ValueError("example"), session.paths.logs, window)
    )


def _view(studio: Studio) -> OrderView:
    session = studio.start.session
    found: list[OrderView] = []

    def load(library: Library, ticket: Ticket) -> OrderView:
        del ticket
        filled = max(library.orders.all(), key=lambda one: len(library.evidence.of_order(one.id)))
        return order_page(library, filled.id, session.book)

    session.operations.read(studio.start, load, found.append)
    studio.settle()
    return found[0]


def _choose_channel(studio: Studio, channel: str) -> None:
    studio.settle()
    tab = studio.window.findChild(ComplaintTab)
    if tab is not None:
        tab.text.choose_channel(channel)


def looks(sizes: list[str]) -> Iterator[Look]:
    """List every way to render."""
    for size in sizes:
        width, height = (int(one) for one in size.split("x"))
        for lang in LANGUAGES:
            for theme in THEMES:
                yield Look(lang, theme, width, height)


def render(look: Look, folder: Path) -> None:
    """Render everything in one look."""
    app = QApplication(["keepproof"])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as temporary:
        for name, steps in (("empty", ()), ("filled", (pages, dialogs))):
            home = Path(temporary) / name
            if steps:
                fill(home, look.lang)
            studio = Studio(app, Paths(home / "data", home / "config", home / "logs"), look, folder)
            if not steps:
                studio.shoot("welcome")
            for step in steps:
                step(studio)
            studio.window.close()
            studio.start.close()


def main(arguments: list[str]) -> int:
    """Render every look into a folder, each in a process of its own: Qt keeps its translators and fonts."""
    if arguments[:1] == ["--one"]:
        lang, theme, width, height, folder = arguments[1:]
        render(Look(lang, theme, int(width), int(height)), Path(folder))
        return 0
    folder = arguments[0] if arguments else "screens"
    for look in looks(arguments[1:] or list(SIZES)):
        words = [look.lang, look.theme, str(look.width), str(look.height), folder]
        subprocess.run([sys.executable, __file__, "--one", *words], check=True)
        sys.stdout.write(f"{look.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
