"""Every page and every dialog that is pictured."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog
from screens_studio import Studio

from keepproof import assets
from keepproof.library.incoming import Refused
from keepproof.library.library import Library
from keepproof.services.add_evidence import AddReport, Odd
from keepproof.services.views import OrderView, order_page
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.about_dialog import AboutDialog
from keepproof.ui.dialogs.close_dispute_dialog import CloseDisputeDialog
from keepproof.ui.dialogs.crash_dialog import CrashDialog
from keepproof.ui.dialogs.merchant_dialog import MerchantDialog
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.dialogs.report_dialog import ReportDialog
from keepproof.ui.dialogs.settings_dialog import SettingsDialog
from keepproof.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from keepproof.ui.dialogs.verify_dialog import VerifyDialog
from keepproof.ui.dialogs.viewer_dialog import ViewerDialog
from keepproof.ui.pages.complaint_tab import ComplaintTab


def pages(studio: Studio) -> None:
    """Take a picture of every page."""
    window, session = studio.window, studio.start.session
    studio.shoot("today")
    window.show_place("overview")
    studio.shoot("overview")
    window.show_place("channels")
    studio.shoot("channels")
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
    dispute = view.dispute
    if dispute is not None:
        studio.dialog(
            "dialog-close-dispute", lambda: CloseDisputeDialog(session, dispute, "CNY", window)
        )
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
