"""Whom to contact, and how: the channels of a platform, the free ones first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QListView, QSplitter, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.official_number import OfficialNumber
from keepproof.services import edit_knowledge
from keepproof.services.edit_knowledge import SeenChannel
from keepproof.services.outcome import Outcome
from keepproof.ui import labels_channels, theme
from keepproof.ui.dialogs.channel_dialog import ChannelDialog
from keepproof.ui.dialogs.number_dialog import NumberDialog
from keepproof.ui.models.channels_model import CHANNEL_ROLE, ChannelsModel
from keepproof.ui.pages.channels_page_detail import ChannelDetail
from keepproof.ui.pages.channels_page_numbers import NumbersCard
from keepproof.ui.session import Session
from keepproof.ui.widgets.channel_delegate import ChannelDelegate
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.quiet_combo import QuietCombo
from keepproof.ui.widgets.scroll_pane import ScrollPane
from keepproof.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable

    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

LEAST_DETAIL = 300


class ChannelsPage(QWidget):
    """Platform and question at the left with the channels, the chosen one at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page and choose the platform of the latest order."""
        super().__init__(parent)
        self._session = session
        self._channel = ""
        self.platforms = QuietCombo(self)
        self.platforms.setAccessibleName(self.tr("Platform"))
        self.questions = QuietCombo(self)
        self.questions.setAccessibleName(self.tr("What is it about?"))
        self.search = SearchField(self.tr("Channel, path, words"), self)
        self.model = ChannelsModel(session.lang, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChannelDelegate(session.lang, self.list))
        self.list.setAccessibleName(self.tr("Channels"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.viewport().setAutoFillBackground(False)
        self.detail = ChannelDetail(session.lang, self)
        self.numbers = NumbersCard(session, self)
        self.wrong = QVBoxLayout()
        self._lay_out()
        self._fill_choices()
        self._connect()
        self.refresh()
        session.operations.read(self, lambda library, _: _latest_platform(library), self._begin)

    def focus_search(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()

    def changed(self, changes: Changes) -> None:
        """Look again when a profile changed."""
        if changes.platforms:
            self.refresh()

    def refresh(self) -> None:
        """Show the channels of the platform, those for the question first."""
        book, platform = self._session.book, self.platform()
        profile = book.platform(platform)
        kind = str(self.questions.currentData() or "")
        route = profile.route(kind) if kind else None
        self.model.set_channels(book.every_channel(platform), route.channels if route else ())
        self.numbers.set_numbers([one for one in book.numbers if one.platform == platform])
        self._show_problems()
        self._choose(self._channel)

    def platform(self) -> str:
        """Say which platform is shown."""
        return str(self.platforms.currentData())

    def edit(self) -> None:
        """Ask what the page says of the chosen channel."""
        channel = self._current()
        if channel is not None:
            dialog = ChannelDialog(channel, self._session.lang, self.window())
            dialog.stored.connect(lambda seen: self._seen(channel.id, seen))
            dialog.open()

    def reset(self) -> None:
        """Bring the program's values of the chosen channel back."""
        folder, platform, channel = self._session.paths.knowledge, self.platform(), self._channel
        self._write(lambda: edit_knowledge.reset_channel(folder, platform, channel))

    def add_number(self) -> None:
        """Ask for a phone number."""
        folder = self._session.paths.knowledge
        dialog = NumberDialog(self.platform(), self._session.lang, self.window())
        dialog.stored.connect(
            lambda number: self._write(lambda: edit_knowledge.put_number(folder, number))
        )
        dialog.open()

    def drop_number(self, number: OfficialNumber) -> None:
        """Forget a phone number."""
        folder = self._session.paths.knowledge
        self._write(lambda: edit_knowledge.drop_number(folder, number))

    def _seen(self, channel: str, seen: SeenChannel) -> None:
        folder, platform = self._session.paths.knowledge, self.platform()
        self._write(lambda: edit_knowledge.change_channel(folder, platform, channel, seen))

    def _write(self, work: Callable[[], object]) -> None:
        """Change the user's files and read them again."""
        book, platform = self._session.book, self.platform()

        def change(library: Library, ticket: Ticket) -> Outcome[None]:
            del library
            ticket.check()
            work()
            book.reload()
            return Outcome(None, Changes(platforms=frozenset({platform})))

        self._session.operations.write(self, change)

    def _begin(self, platform: str) -> None:
        place = self.platforms.findData(platform)
        if place >= 0:
            self.platforms.setCurrentIndex(place)
            self.refresh()

    def _fill_choices(self) -> None:
        lang = self._session.lang
        for one in self._session.book.platforms:
            self.platforms.addItem(one.name.of(lang), one.id)
        self.questions.addItem(self.tr("All channels"), "")
        for kinds in (labels_channels.INQUIRIES, labels_channels.GENERAL):
            self.questions.insertSeparator(self.questions.count())
            for kind in kinds:
                self.questions.addItem(labels_channels.question(kind), kind)

    def _choose(self, channel: str) -> None:
        row = self.model.row_of(channel)
        if row < 0:
            row = next((at for at in range(self.model.rowCount()) if self._at(at)), -1)
        self.list.setCurrentIndex(self.model.index(row))
        self._show(self.model.index(row))

    def _at(self, row: int) -> Channel | None:
        found = self.model.index(row).data(CHANNEL_ROLE)
        return found if isinstance(found, Channel) else None

    def _current(self) -> Channel | None:
        return self._at(self.list.currentIndex().row())

    def _show(self, index: QModelIndex) -> None:
        channel = index.data(CHANNEL_ROLE)
        self.detail.setVisible(isinstance(channel, Channel))
        if not isinstance(channel, Channel):
            return
        self._channel = channel.id
        book, lang = self._session.book, self._session.lang
        profile = book.platform(self.platform())
        route = profile.route(str(self.questions.currentData() or ""))
        why = route.why.of(lang) if route and channel.id == route.channels[0] else ""
        own = book.own_entry(profile.id, channel.id)
        today = datetime.now().astimezone().date()
        self.detail.set_channel(channel, why, own=own, old=profile.old(today) and not own)

    def _show_problems(self) -> None:
        while self.wrong.count():
            item = self.wrong.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for error in self._session.book.problems:
            self.wrong.addWidget(Notice("warn", self._session.explain(error), parent=self))

    def _connect(self) -> None:
        self.platforms.activated.connect(lambda _: self.refresh())
        self.questions.activated.connect(lambda _: self._ask())
        self.search.textChanged.connect(self._search)
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._show(index))
        self.detail.edit_asked.connect(self.edit)
        self.detail.reset_asked.connect(self.reset)
        self.numbers.add_asked.connect(self.add_number)
        self.numbers.drop_asked.connect(self.drop_number)
        copied = self.tr("Copied {number}")
        self.numbers.copied.connect(
            lambda number: self._session.status.emit(copied.format(number=number))
        )
        self._session.events.changed.connect(self.changed)

    def _ask(self) -> None:
        self._channel = ""
        self.refresh()

    def _search(self, words: str) -> None:
        self.model.set_search(words)
        self._choose(self._channel)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.px(20), theme.px(20), theme.px(8), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Channels"), "page", "text", left))
        for part in (self.platforms, self.questions, self.search):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        right = QWidget(self)
        inner = QVBoxLayout(right)
        inner.setContentsMargins(theme.px(16), theme.px(20), theme.px(24), theme.px(24))
        inner.setSpacing(theme.px(14))
        inner.addLayout(self.wrong)
        inner.addWidget(self.detail)
        inner.addWidget(self.numbers)
        inner.addStretch(1)
        self.splitter = QSplitter(self)
        self.splitter.setObjectName("channels")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        pane = ScrollPane(right, self)
        # In a small window the list gives way, its paths are cut; the detail is read whole.
        pane.setMinimumWidth(theme.px(LEAST_DETAIL))
        self.splitter.addWidget(pane)
        self.splitter.setSizes([theme.px(380), theme.px(640)])
        self.splitter.setStretchFactor(1, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)


def _latest_platform(library: Library) -> str:
    orders = library.orders.all()
    return orders[-1].platform if orders else ""
