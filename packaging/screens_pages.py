"""Every page and every dialog that is pictured."""

from __future__ import annotations

import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QDialog
from screens_outgoing import outgoing
from screens_studio import Studio

from keepproof import assets
from keepproof.knowledge.deadlines import Deadline
from keepproof.library.incoming import Refused
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services import read_bills
from keepproof.services.add_evidence import AddReport, Odd
from keepproof.services.deadlines import deadlines_of
from keepproof.services.views import OrderView, order_page
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.about_dialog import AboutDialog
from keepproof.ui.dialogs.bill_dialog import BillDialog
from keepproof.ui.dialogs.call_card_dialog import CallCardDialog
from keepproof.ui.dialogs.channel_dialog import ChannelDialog
from keepproof.ui.dialogs.claim_event_dialog import ClaimEventDialog
from keepproof.ui.dialogs.close_dispute_dialog import CloseDisputeDialog
from keepproof.ui.dialogs.contact_dialog import ContactDialog
from keepproof.ui.dialogs.countdown_dialog import CountdownDialog
from keepproof.ui.dialogs.crash_dialog import CrashDialog
from keepproof.ui.dialogs.guide_window import GuideWindow
from keepproof.ui.dialogs.merchant_dialog import MerchantDialog
from keepproof.ui.dialogs.number_dialog import NumberDialog
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.dialogs.report_dialog import ReportDialog
from keepproof.ui.dialogs.search_dialog import SearchDialog
from keepproof.ui.dialogs.settings_dialog import SettingsDialog
from keepproof.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from keepproof.ui.dialogs.verify_dialog import VerifyDialog
from keepproof.ui.dialogs.viewer_dialog import ViewerDialog
from keepproof.ui.pages.complaint_tab import ComplaintTab

CHINA = ZoneInfo("Asia/Shanghai")
SEARCHED = {"zh": "续航", "en": "minutes"}
CARD = {
    "订单号": "2690 1234 5678 0166 318",
    "店铺": "澄屿家电旗舰店",
    "问题": "页面写“标准档续航 40 分钟”，实际为 8 分 06 秒、8 分 11 秒自动停机",
    "诉求": "退货退款 1299.00 元，运费由商家承担",
}
BILL = (
    "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"
    "2026-11-16 21:06:00,数码电器,北野户外旗舰店,/,登山杖一对,支出,189.00,花呗,交易成功,11,T200P2690123456780168801,\n"
    "2026-11-12 09:30:00,日用百货,拾木家居旗舰店,/,收纳盒,支出,39.90,花呗,交易成功,12,T200P2690123456780168802,\n"
    "2026-11-10 21:06:00,数码电器,澄屿家电旗舰店,/,X1 无线吸尘器,支出,1199.00,花呗,交易成功,13,T200P2690123456780166318,\n"
    "2026-11-09 12:00:00,餐饮美食,某某面馆,/,午饭,支出,18.00,花呗,交易成功,14,15,\n"
    "2026-11-08 12:00:00,数码电器,某某数码,/,键盘,支出,99.00,花呗,交易成功,16,5.19E+18,\n"
)


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
    for tab in ("chat", "next"):
        window.show_order(view.order.id, tab)
        studio.shoot(f"order-{tab}")
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
    studio.dialog("dialog-before-buying", lambda: MerchantDialog(session, None, window))
    dispute = view.dispute
    if dispute is not None:
        studio.dialog(
            "dialog-close-dispute", lambda: CloseDisputeDialog(session, dispute, "CNY", window)
        )
        deadline = _deadline(studio, view)
        studio.dialog(
            "dialog-claim-event", lambda: ClaimEventDialog(session, dispute.id, CHINA, window)
        )
        studio.dialog(
            "dialog-countdown", lambda: CountdownDialog(deadline, session.lang, CHINA, window)
        )
    channel = session.book.channel("refund_form", view.order.platform)
    studio.dialog("dialog-channel", lambda: ChannelDialog(channel, session.lang, window))
    studio.dialog("dialog-number", lambda: NumberDialog("tmall", session.lang, window))
    studio.dialog("dialog-contact", lambda: ContactDialog(session, window, view.order.id))
    studio.dialog("dialog-call-card", lambda: CallCardDialog(CARD, window))
    studio.dialog("dialog-search", lambda: SearchDialog(session, window, SEARCHED[session.lang]))
    studio.dialog("dialog-bills", lambda: _bills(studio))
    studio.dialog("dialog-guide", lambda: _guide(studio))
    studio.dialog("dialog-viewer", lambda: ViewerDialog(session, view.filed, view.filed[0], window))
    studio.dialog("dialog-verify", lambda: VerifyDialog(session, window))
    studio.dialog("dialog-settings", lambda: SettingsDialog(session, window))
    studio.dialog("dialog-shortcuts", lambda: ShortcutsDialog(window))
    studio.dialog("dialog-about", lambda: AboutDialog(window))
    studio.dialog("dialog-report", lambda: ReportDialog(session, report, window))
    outgoing(studio, view)
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


def _deadline(studio: Studio, view: OrderView) -> Deadline:
    session = studio.start.session
    found: list[Deadline] = []

    def load(library: Library, ticket: Ticket) -> Deadline:
        del ticket
        now = library.now()
        return deadlines_of(library, session.book, view.order, view.dispute, now)[0]

    session.operations.read(studio.start, load, found.append)
    studio.settle()
    return found[0]


def _guide(studio: Studio) -> GuideWindow:
    guide = GuideWindow(studio.start.session, studio.window)
    guide.show_topic("channels")
    return guide


def _bills(studio: Studio) -> BillDialog:
    """Preview a bill with a new, a known, a differing and a refused row."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "alipay.csv"
        path.write_text(BILL, "utf-8")
        with Sandbox(1) as sandbox:
            read = read_bills.read([read_bills.BillFile(path, path.name)], Ticket(), sandbox)
    dialog = BillDialog(studio.start.session, studio.window)
    dialog.show_bills(read)
    return dialog


def _choose_channel(studio: Studio, channel: str) -> None:
    studio.settle()
    tab = studio.window.findChild(ComplaintTab)
    if tab is not None:
        tab.text.choose_channel(channel)
