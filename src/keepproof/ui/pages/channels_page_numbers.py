"""Phone numbers: what a number costs, and those the user copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from keepproof.knowledge.official_number import OfficialNumber
from keepproof.knowledge.phone_cost import UNKNOWN, phone_costs
from keepproof.services.call_cost import call_cost
from keepproof.ui import theme
from keepproof.ui.models.numbers_model import NUMBER_ROLE, NumbersModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.two_line_delegate import TwoLineDelegate
from keepproof.ui.widgets.whole_list import WholeList

MINUTES = 10  # a usual call to a service line


class NumbersCard(Card):
    """A field that tells what a number costs, the list of copied numbers, the warning about impostors."""

    add_asked = Signal()
    drop_asked = Signal(object)
    copied = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the card without numbers."""
        super().__init__(parent)
        self._session = session
        self._lang = lang = session.lang
        self.check = QLineEdit(self)
        self.check.setPlaceholderText(self.tr("Number, to see who pays for the call"))
        self.check.setAccessibleName(self.tr("Phone number"))
        self.check.setClearButtonEnabled(True)
        self.check.textChanged.connect(self._look)
        self.found = Label("", "small", "text", self)
        self.source = Label("", "caption", "text2", self)
        self.model = NumbersModel(lang, self)
        self.list = WholeList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setAccessibleName(self.tr("Numbers you copied"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.activated.connect(lambda index: self._copy(index.data(NUMBER_ROLE)))
        self.add_button = Button(self.tr("Add a number…"), "link", parent=self)
        self.add_button.clicked.connect(self.add_asked)
        self.none = Label(
            self.tr("None yet. The program ships no numbers: copy them from the official page."),
            "small",
            "text2",
            self,
        )
        self._lay_out()
        self._look("")

    def set_numbers(self, numbers: Sequence[OfficialNumber]) -> None:
        """Show the numbers of a platform."""
        self.model.set_numbers(numbers)
        self.none.setVisible(not numbers)
        self.list.setVisible(bool(numbers))

    def _look(self, text: str) -> None:
        found = phone_costs().classify(text)
        shown = bool(text.strip())
        self.found.setVisible(shown)
        self.source.setVisible(shown and found.kind.id != UNKNOWN)
        lang = self._lang
        lines = [f"{found.kind.label.of(lang)}: {found.payer(lang)}", found.note(lang)]
        self.found.setText("\n".join([*lines, *self._estimate(text)]))
        as_of = self.tr("{source}, as of {day}")
        self.source.setText(as_of.format(source=found.source, day=found.kind.as_of))

    def _estimate(self, number: str) -> list[str]:
        """Say what a call would cost at the user's own rate, where she gave one."""
        settings = self._session.settings.value
        cost = call_cost(MINUTES * 60, number=number, channel=None, settings=settings)
        if cost.money is None:
            return []
        words = self.tr("{minutes} minutes at your rate: {sum}")
        return [words.format(minutes=MINUTES, sum=cost.money.shown())]

    def _copy(self, number: OfficialNumber | None) -> None:
        if number is not None:
            QGuiApplication.clipboard().setText(number.number)
            self.copied.emit(number.number)

    def _show_menu(self, point: QPoint) -> None:
        number = self.list.indexAt(point).data(NUMBER_ROLE)
        if number is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Copy"), lambda: self._copy(number))
        menu.addAction(self.tr("Remove"), lambda: self.drop_asked.emit(number))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(point))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Numbers you copied"), "section", "text", self), 1)
        head.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        edge = theme.px(18)
        layout.setContentsMargins(edge, theme.px(14), edge, theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(self.none)
        layout.addWidget(self.list)
        layout.addWidget(Label(self.tr("What does a call cost?"), "section", "text", self))
        layout.addWidget(self.check)
        layout.addWidget(self.found)
        layout.addWidget(self.source)
        fraud = phone_costs().fraud.text.of(self._lang)
        layout.addWidget(Notice("bad", fraud, parent=self))
