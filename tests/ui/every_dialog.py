"""Every dialog of the window, opened on the example, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from bundles import make as make_bundle
from keepproof import assets
from keepproof.domain.dispute import Dispute
from keepproof.knowledge.deadlines import Deadline
from keepproof.library.incoming import Refused
from keepproof.library.library import Library
from keepproof.services.add_evidence import AddReport, Odd
from keepproof.services.back_up import back_up
from keepproof.services.deadlines import deadlines_of
from keepproof.services.plan_pictures import names_of
from keepproof.services.redact_picture import can_redact
from keepproof.services.views import OrderView, order_page
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.about_dialog import AboutDialog
from keepproof.ui.dialogs.backup_dialog import BackupDialog
from keepproof.ui.dialogs.bill_dialog import BillDialog
from keepproof.ui.dialogs.bundle_dialog import BundleDialog
from keepproof.ui.dialogs.call_card_dialog import CallCardDialog
from keepproof.ui.dialogs.channel_dialog import ChannelDialog
from keepproof.ui.dialogs.claim_event_dialog import ClaimEventDialog
from keepproof.ui.dialogs.close_dispute_dialog import CloseDisputeDialog
from keepproof.ui.dialogs.contact_dialog import ContactDialog
from keepproof.ui.dialogs.countdown_dialog import CountdownDialog
from keepproof.ui.dialogs.crash_dialog import CrashDialog
from keepproof.ui.dialogs.guide_window import GuideWindow
from keepproof.ui.dialogs.import_bundle_dialog import ImportBundleDialog
from keepproof.ui.dialogs.libraries_dialog import LibrariesDialog
from keepproof.ui.dialogs.merchant_dialog import MerchantDialog
from keepproof.ui.dialogs.new_files_dialog import NewFilesDialog
from keepproof.ui.dialogs.number_dialog import NumberDialog
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.dialogs.pictures_dialog import PicturesDialog
from keepproof.ui.dialogs.pictures_dialog_rows import PicturesWanted
from keepproof.ui.dialogs.redact_dialog import RedactDialog
from keepproof.ui.dialogs.report_dialog import ReportDialog
from keepproof.ui.dialogs.restore_dialog import RestoreDialog
from keepproof.ui.dialogs.search_dialog import SearchDialog
from keepproof.ui.dialogs.settings_dialog import SettingsDialog
from keepproof.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from keepproof.ui.dialogs.submission_dialog import SubmissionDialog
from keepproof.ui.dialogs.verify_dialog import VerifyDialog
from keepproof.ui.dialogs.viewer_dialog import ViewerDialog
from keepproof.ui.start import Start

T = TypeVar("T")
CHINA = ZoneInfo("Asia/Shanghai")


class Desk:
    """The window with the example in its library, and what dialogs need of it."""

    def __init__(self, qtbot: QtBot, start: Start) -> None:
        self.qtbot, self.start = qtbot, start
        self.session, self.window = start.session, start.window
        self.view: OrderView = self.read(self._view)

    def read(self, work: Callable[[Library], T]) -> T:
        found: list[T] = []
        self.session.operations.read(self.start, lambda library, _: work(library), found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    @property
    def dispute(self) -> Dispute:
        assert self.view.dispute is not None
        return self.view.dispute

    def deadline(self) -> Deadline:
        book, view = self.session.book, self.view
        return self.read(
            lambda library: deadlines_of(library, book, view.order, view.dispute, library.now())[0]
        )

    def _view(self, library: Library) -> OrderView:
        return order_page(library, library.orders.all()[0].id, self.session.book)


def _order(desk: Desk) -> QDialog:
    dialog = OrderDialog(desk.session, desk.window)
    dialog.start_with_text(assets.text("example", "order.txt"))
    return dialog


def _guide(desk: Desk) -> QDialog:
    guide = GuideWindow(desk.session, desk.window)
    guide.show_topic("channels")
    return guide


def _report(desk: Desk) -> QDialog:
    odd = Odd(Path("cut.png"), "readers.image_truncated")
    refused = Refused(Path("empty.txt"), "keep.empty")
    report = AddReport(kept=desk.view.filed[:3], odd=(odd,), refused=(refused,))
    return ReportDialog(desk.session, report, desk.window)


def _redact(desk: Desk) -> QDialog:
    filed = next(one for one in desk.view.filed if can_redact(one.evidence))
    dialog = RedactDialog(desk.session, filed, desk.window)
    desk.qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    dialog.leave.ask()
    return dialog


def _bundle(desk: Desk) -> QDialog:
    dialog = BundleDialog(desk.session, desk.view.order.id, desk.window)
    desk.qtbot.waitUntil(lambda: dialog.plan is not None)
    return dialog


def _bundle_done(desk: Desk) -> QDialog:
    dialog = BundleDialog(desk.session, desk.view.order.id, desk.window)
    desk.qtbot.waitUntil(lambda: dialog.plan is not None)
    dialog.ticks.catalogue.choose(chosen=False)
    dialog.place.set_path(desk.session.paths.data / "x.zip")
    dialog.export()
    desk.qtbot.waitUntil(lambda: not dialog.working, timeout=20_000)
    return dialog


def _import_bundle(desk: Desk) -> QDialog:
    path = make_bundle(desk.session.paths.data)
    dialog = ImportBundleDialog(desk.session, path, desk.window, dropped=True)
    desk.qtbot.waitUntil(lambda: dialog.preview is not None)
    return dialog


def _channel(desk: Desk) -> QDialog:
    channel = desk.session.book.channel("refund_form", desk.view.order.platform)
    return ChannelDialog(channel, desk.session.lang, desk.window)


def _submissions(desk: Desk) -> QDialog:
    channels = desk.session.book.channels(desk.view.order.platform)
    names = {one.id: one.label.of(desk.session.lang) for one in channels}
    sent = desk.read(lambda library: library.disputes.submissions(desk.dispute.id))
    return SubmissionDialog(desk.session, sent, names, desk.window)


def _backup(desk: Desk) -> QDialog:
    dialog = BackupDialog(desk.session, desk.window)
    dialog.encrypt.setChecked(True)
    return dialog


def _new_files(desk: Desk) -> QDialog:
    folder = desk.session.folder
    desk.session.watching.waiting = tuple(folder / f"Screenshot_2026-11-22_{n}.png" for n in "123")
    return NewFilesDialog(desk.session, desk.window)


def _restore(desk: Desk) -> QDialog:
    """Show a backup one of whose originals was missing."""
    target = desk.session.folder.parent / "backup.zip"
    item = desk.view.filed[0].evidence
    path = desk.session.folder / "originals" / item.sha256[:2] / item.sha256[2:4] / item.sha256
    away = path.rename(path.with_suffix(".away"))
    desk.read(lambda library: back_up(library, target, {}, Ticket()).value)
    away.rename(path)
    dialog = RestoreDialog(desk.session, target, desk.window)
    desk.qtbot.waitUntil(lambda: not dialog.card.isHidden())
    return dialog


def _pictures(desk: Desk) -> QDialog:
    book, lang, filed = desk.session.book, desk.session.lang, desk.view.filed
    channel = book.channel("refund_form", desk.view.order.platform)
    names = names_of(book, filed, lang)
    cited = frozenset(one.number for one in filed if one.number is not None)
    wanted = PicturesWanted(desk.view.order, filed, names, cited, lang, channel)
    return PicturesDialog(desk.session, wanted, desk.window)


DIALOGS: dict[str, Callable[[Desk], QDialog]] = {
    "about": lambda desk: AboutDialog(desk.window),
    "backup": _backup,
    "bills": lambda desk: BillDialog(desk.session, desk.window),
    "bundle": _bundle,
    "bundle_done": _bundle_done,
    "channel": _channel,
    "claim_event": lambda desk: ClaimEventDialog(desk.session, desk.dispute.id, CHINA, desk.window),
    "close_dispute": lambda desk: CloseDisputeDialog(
        desk.session, desk.dispute, "CNY", desk.window
    ),
    "call card": lambda desk: CallCardDialog({"Order": "2690 1834 5572"}, desk.window),
    "contact": lambda desk: ContactDialog(desk.session, desk.window),
    "countdown": lambda desk: CountdownDialog(
        desk.deadline(), desk.session.lang, CHINA, desk.window
    ),
    "crash": lambda desk: CrashDialog(ValueError("example"), desk.session.paths.logs, desk.window),
    "guide": _guide,
    "libraries": lambda desk: LibrariesDialog(desk.session, desk.window),
    "import_bundle": _import_bundle,
    "merchant": lambda desk: MerchantDialog(desk.session, desk.view.merchant, desk.window),
    "new files": _new_files,
    "number": lambda desk: NumberDialog("tmall", desk.session.lang, desk.window),
    "order": _order,
    "order_edit": lambda desk: OrderDialog(desk.session, desk.window, desk.view.order),
    "redact": _redact,
    "pictures": _pictures,
    "report": _report,
    "restore": _restore,
    "search": lambda desk: SearchDialog(desk.session, desk.window, "40"),
    "settings": lambda desk: SettingsDialog(desk.session, desk.window),
    "shortcuts": lambda desk: ShortcutsDialog(desk.window),
    "submissions": _submissions,
    "verify": lambda desk: VerifyDialog(desk.session, desk.window),
    "viewer": lambda desk: ViewerDialog(
        desk.session, desk.view.filed, desk.view.filed[0], desk.window
    ),
}
