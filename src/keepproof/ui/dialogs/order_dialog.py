"""Log an order, from pasted text or field by field, or change one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.order import Merchant, Order, OrderDraft
from keepproof.errors import KnownError
from keepproof.messages import explain, say
from keepproof.services import log_order
from keepproof.ui import theme
from keepproof.ui.dialogs.order_dialog_fields import OrderFields
from keepproof.ui.dialogs.order_dialog_text import PastedText, keep_as_evidence, row_of
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.scroll_pane import ScrollPane
from keepproof.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

PAUSE_MS = 250
# Rows marked as missing when a text did not give them: the ones a complaint needs later.
WANTED = ("number", "shop", "items", "paid", "paid_at", "shipped", "signed")


class OrderDialog(QDialog):
    """A new order (`order` None) or an existing one; `saved` carries the order as it was stored."""

    saved = Signal(object)
    open_asked = Signal(str)

    def __init__(
        self, session: Session, parent: QWidget | None = None, order: Order | None = None
    ) -> None:
        """Build the dialog; a new order begins with pasted text."""
        super().__init__(parent)
        self._session = session
        self._order = order
        self._draft: OrderDraft | None = None
        self._seen: frozenset[tuple[str, str]] = frozenset()
        self._tried = order is not None
        self._known = ""
        self._leaving = False
        self.notice: Notice | None = None
        # Made in the order the Tab key visits them.
        self.segment = Segment(self)
        self.segment.set_options([("text", self.tr("Paste text")), ("form", self.tr("Fill in"))])
        self.pasted = PastedText(self)
        self.fields = OrderFields(session.book, session.lang, self)
        self._cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        self._cancel.clicked.connect(self.reject)
        self.save_button = Button(self.tr("Save order"), "primary", parent=self)
        self.save_button.setDefault(True)
        title = self.tr("Change order") if order is not None else self.tr("New order")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(PAUSE_MS)
        self._lay_out(title)
        self._connect()
        if order is not None:
            self.fields.set_form(log_order.form_from(order))
            self.segment.hide()
        self.show_mode("form" if order is not None else "text")
        session.operations.read(self, lambda library, _: log_order.shops(library), self._offer)

    def start_with_text(self, text: str) -> None:
        """Paste a text into the dialog."""
        self.show_mode("text")
        self.pasted.edit.setPlainText(text)

    def show_mode(self, mode: str) -> None:
        """Show the pasted text beside the fields, or the fields alone."""
        text = mode == "text"
        self.segment.set_current(mode)
        self.pasted.setVisible(text)
        self.fields.set_side_by_side(beside=not text)
        hint = self.tr("Select all on the order page of the app or web site, copy, paste here")
        self._hint.setText(hint if text else "")
        self._hint.setVisible(text)
        if text:
            self.pasted.edit.setFocus()
        else:
            self.focus_field("number")

    def focus_field(self, name: str) -> None:
        """Put the keyboard into one field."""
        row = self.fields.rows.get(name)
        if row is not None:
            row.focus_line().setFocus(Qt.FocusReason.OtherFocusReason)
            # What is wrong with it may stand below it, once the rows are laid out anew.
            QTimer.singleShot(
                0, row, lambda: self._pane.ensureWidgetVisible(row.focus_line(), 0, theme.px(60))
            )

    def save(self) -> None:
        """Check the fields, then store the order; what is only odd is shown once and may be kept."""
        self._tried = True
        problems = self._look()
        odd = frozenset((one.field, one.code) for one in problems)
        blocking = [one.field for one in problems if one.blocks]
        if blocking:
            self.focus_field(blocking[0])
            return
        if not odd <= self._seen:
            self._seen = odd
            self.focus_field(problems[0].field)
            self.save_button.setText(self.tr("Save anyway"))
            return
        self.save_button.setEnabled(False)
        form, order = self.fields.form(), self._order

        def work(library: Library, ticket: Ticket) -> Outcome[Order]:
            if order is None:
                return log_order.add_order(library, form, ticket)
            return log_order.change_order(library, order.id, form, ticket)

        self._session.operations.write(self, work, self._stored, self._refused)

    def reject(self) -> None:
        """Close; what was typed and is not saved is thrown away only when asked twice."""
        unsaved = self.fields.touched() or (self._order is None and self.pasted.text().strip())
        if unsaved and not self._leaving:
            self._leaving = True
            words = self.tr("This is not saved yet. Press Cancel once more to discard it.")
            self._tell("warn", words)
            return
        super().reject()

    def _stored(self, order: Order) -> None:
        text = self.pasted.text()
        if self._order is None and text.strip() and self.pasted.keep.isChecked():
            keep_as_evidence(self._session, text, order)
        self.saved.emit(order)
        self.accept()

    def _refused(self, error: KnownError) -> None:
        self.save_button.setEnabled(True)
        if error.code == "order.exists":
            self._tell_exists(str(error.data.get("id", "")), str(error.data.get("number", "")))
        else:
            self._tell("bad", explain(error, self._session.lang))

    def _look(self) -> list[log_order.FormProblem]:
        """Mark the rows; an empty form is not scolded before it was tried to be saved."""
        problems = self.fields.problems(datetime.now().astimezone())
        shown = [one for one in problems if self._tried or one.code != "order.number_missing"]
        self.fields.show_problems(shown, self._marks())
        return problems

    def _marks(self) -> dict[str, str]:
        if self._draft is None or self.segment.current() != "text":
            return {}
        filled = self.fields.filled()
        reads = {row_of(one.name) for one in self._draft.reads}
        marks = dict.fromkeys(reads & filled, "read")
        return marks | {name: "missing" for name in WANTED if name not in filled}

    def _read(self, text: str) -> None:
        """Read the pasted text, away from the window."""
        if text.strip():
            platform = self.fields.chosen_platform()

            def take(draft: OrderDraft) -> None:
                # A longer text that was replaced meanwhile may be read after the shorter one.
                if text == self.pasted.text():
                    self._take(draft)

            self._session.operations.pool(
                self, lambda _: log_order.read_text(text, platform), take, self._refused
            )

    def _take(self, draft: OrderDraft) -> None:
        """Fill the fields with what was read; what the user typed herself stays."""
        self._draft = draft
        self.fields.take(log_order.form_of(draft))
        self.pasted.set_reads(draft.reads)
        words = [say(code, self._session.lang) for code in draft.problems]
        if words:
            self._tell("warn", words[0], "\n".join(words[1:]))
        else:
            self._tell("", "")
        self._look()
        self._look_up()

    def _look_up(self) -> None:
        """Find out whether the number is already logged."""
        number = self.fields.line("number").text().strip()
        if number and (self._order is None or number != self._order.number):
            self._session.operations.read(
                self, lambda library, _: library.orders.find(number), self._found
            )

    def _found(self, order: Order | None) -> None:
        number = self.fields.line("number").text().strip()
        if order is not None and order.number == number:
            self._tell_exists(order.id, order.number)
        elif self._known:
            self._known = ""
            self._tell("", "")

    def _tell_exists(self, order_id: str, number: str) -> None:
        self._known = order_id
        words = say("order.exists", self._session.lang, {"number": number})
        self._tell("warn", words, link=self.tr("Open that order"))

    def _open_known(self) -> None:
        self.open_asked.emit(self._known)
        super().reject()

    def _tell(self, tone: str, text: str, detail: str = "", link: str = "") -> None:
        """Show one notice over the buttons, or none when there is no text."""
        if self.notice is not None:
            self._notices.removeWidget(self.notice)
            self.notice.deleteLater()
            self.notice = None
        if text:
            self.notice = Notice(tone, text, detail, link, self)
            self.notice.link_clicked.connect(self._open_known)
            self._notices.addWidget(self.notice)

    def _offer(self, shops: list[Merchant]) -> None:
        self.fields.set_shops(sorted({one.name for one in shops if one.name}))

    def _connect(self) -> None:
        self.segment.chosen.connect(self.show_mode)
        self.save_button.clicked.connect(self.save)
        self.pasted.settled.connect(self._read)
        self.fields.pointed.connect(self.pasted.show_words)
        self.fields.left.connect(lambda _: self.pasted.show_words(""))
        self.fields.changed.connect(lambda _: self._check.start())
        self.fields.line("number").editingFinished.connect(self._look_up)
        self._check.timeout.connect(self._look)

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(title, "title", "text", self), 1)
        head.addWidget(self.segment)
        self._hint = Label("", "small", "text2", self)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(20))
        columns.addWidget(self.pasted, 1)
        self._pane = ScrollPane(self.fields, parent=self)
        columns.addWidget(self._pane, 1)
        self._notices = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        edge = theme.px(24)
        layout.setContentsMargins(edge, theme.px(18), edge, theme.px(18))
        layout.setSpacing(theme.px(10))
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addLayout(columns, 1)
        layout.addLayout(self._notices)
        layout.addLayout(buttons)
        bar = self._pane.verticalScrollBar().sizeHint().width()
        self._pane.setMinimumWidth(self.fields.minimumSizeHint().width() + bar)
        self.resize(room(self, 820, 600))
