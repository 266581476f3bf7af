"""The figures of all disputes: cards with the sums, plots with their tables."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.services.overview import Count, Overview, overview
from keepproof.ui import labels_overview, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.bar_chart import BarChart
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import IconButton
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.chart_card import ChartCard
from keepproof.ui.widgets.chart_figures import FigureRow, Figures
from keepproof.ui.widgets.column_chart import ColumnChart
from keepproof.ui.widgets.empty_state import EmptyState
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.scroll_pane import ScrollPane


class FigureCard(Card):
    """One figure with what it means."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Build the card without a figure."""
        super().__init__(parent)
        self.figure = BoldLabel("", "title", "text", self)
        self.detail = Label("", "caption", "text2", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(2))
        layout.addWidget(Label(title, "small", "text2", self))
        layout.addWidget(self.figure)
        layout.addWidget(self.detail)
        layout.addStretch(1)

    def set_figure(self, figure: str, detail: str = "") -> None:
        """Show a figure and what stands behind it."""
        self.figure.setText(figure)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))


class OverviewPage(QWidget):
    """Opened from Today; everything is counted from the library each time it is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page and count."""
        super().__init__(parent)
        self._session = session
        self.back = IconButton("caret-left", self.tr("Back to Today"))
        self.back.clicked.connect(lambda: session.place_requested.emit("today"))
        self.cards = {
            "open": FigureCard(self.tr("Disputes"), self),
            "at_stake": FigureCard(self.tr("Money in dispute"), self),
            "recovered": FigureCard(self.tr("Money recovered"), self),
            "days": FigureCard(self.tr("Days to the end"), self),
            "calls": FigureCard(self.tr("Contacts without a call"), self),
        }
        self.charts = {
            "issues": ChartCard(self.tr("By kind of problem"), BarChart(self), self),
            "merchants": ChartCard(self.tr("By shop"), BarChart(self), self),
            "months": ChartCard(self.tr("By month"), ColumnChart(self), self),
            "money": ChartCard(self.tr("Money by month"), ColumnChart(self), self),
            "outcomes": ChartCard(self.tr("How they ended"), BarChart(self), self),
            "waits": ChartCard(self.tr("Days to an answer, by channel"), BarChart(self), self),
        }
        self.blank = EmptyState(
            "scales",
            self.tr("No dispute yet"),
            self.tr(
                "Once a problem is recorded, its figures show here: how many, with whom, how much money."
            ),
            [],
            self,
        )
        self._lay_out()
        session.events.changed.connect(self.changed)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        book = self._session.book
        self._session.operations.read(self, lambda library, _: overview(library, book), self._show)

    def changed(self, changes: Changes) -> None:
        """Count again when a dispute or an order changed."""
        if changes.disputes or changes.orders:
            self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the way back."""
        self.back.setFocus()

    def _show(self, view: Overview) -> None:
        some = bool(view.issues)
        self.blank.setVisible(not some)
        self._content.setVisible(some)
        none = self.tr("None")
        count = self.tr("%n closed", "", view.closed)
        self.cards["open"].set_figure(self.tr("%n open", "", view.open), count)
        self.cards["at_stake"].set_figure(labels_overview.sums(view.at_stake) or none)
        self.cards["recovered"].set_figure(labels_overview.sums(view.recovered) or none)
        middle = self.tr("Half of the disputes took no longer")
        days = "" if view.days is None else self.tr("{days} days").format(days=f"{view.days:g}")
        self.cards["days"].set_figure(days or none, middle if days else "")
        book, lang = self._session.book, self._session.lang
        problem, shop = self.tr("Kind of problem"), self.tr("Shop")
        names = {one.name: book.issue(one.name).label.of(lang) for one in view.issues}
        self.charts["issues"].set_figures(self._counts(problem, view.issues, names))
        self.charts["merchants"].set_figures(self._counts(shop, view.merchants, {}))
        self.charts["months"].set_figures(self._months(view))
        currency = next((one.currency for one in (*view.at_stake, *view.recovered)), "")
        self.charts["money"].set_figures(self._money(view, currency))
        self.charts["money"].setVisible(bool(currency))
        self.charts["outcomes"].set_figures(self._outcomes(view))
        self.charts["outcomes"].setVisible(bool(view.outcomes))
        self.charts["waits"].set_figures(self._waits(view))
        self.charts["waits"].setVisible(bool(view.waits))
        self.cards["calls"].set_figure(str(view.calls.written), self._call_words(view))

    def _counts(self, heading: str, counts: tuple[Count, ...], names: dict[str, str]) -> Figures:
        unknown = self.tr("Shop not known")
        rows = tuple(
            FigureRow(
                names.get(one.name, one.name) or unknown,
                (one.open, one.closed),
                (str(one.open), str(one.closed)),
            )
            for one in counts
        )
        return Figures(heading, (self.tr("Open"), self.tr("Closed")), rows)

    def _months(self, view: Overview) -> Figures:
        rows = tuple(
            FigureRow(
                labels_overview.month_words(one),
                (one.opened, one.closed),
                (str(one.opened), str(one.closed)),
                labels_overview.month_mark(one),
            )
            for one in view.months
        )
        return Figures(self.tr("Month"), (self.tr("Opened"), self.tr("Closed")), rows)

    def _money(self, view: Overview, currency: str) -> Figures:
        """Show one currency: sums of different ones cannot stand on one scale."""
        rows = []
        for one in view.months:
            pair = [
                labels_overview.of_currency(sums, currency) for sums in (one.asked, one.recovered)
            ]
            words = tuple(sum_.shown() if sum_.cents else "0" for sum_ in pair)
            values = tuple(float(sum_.cents) for sum_ in pair)
            name, mark = labels_overview.month_words(one), labels_overview.month_mark(one)
            rows.append(FigureRow(name, values, words, mark))
        heading = self.tr("Month ({currency})").format(currency=currency)
        return Figures(heading, (self.tr("Asked for"), self.tr("Recovered")), tuple(rows))

    def _outcomes(self, view: Overview) -> Figures:
        rows = tuple(
            FigureRow(words, (view.outcomes[id_],), (str(view.outcomes[id_]),))
            for id_, words in labels_overview.outcomes()
            if view.outcomes.get(id_)
        )
        return Figures(self.tr("Outcome"), (self.tr("Disputes"),), rows)

    def _waits(self, view: Overview) -> Figures:
        book, lang = self._session.book, self._session.lang
        rows = tuple(
            FigureRow(
                book.channel(one.channel).label.of(lang),
                (one.days,),
                (
                    self.tr("{days} days ({count} times)").format(
                        days=f"{one.days:.1f}", count=one.count
                    ),
                ),
            )
            for one in view.waits
        )
        return Figures(self.tr("Channel"), (self.tr("Median"),), rows)

    def _call_words(self, view: Overview) -> str:
        """Say how it compares with calling; an estimate is called one, with what it rests on."""
        calls = view.calls
        if calls.saved is not None:
            words = self.tr("About {sum} saved, by the average cost of your calls")
            return words.format(sum=calls.saved.shown())
        return self.tr("%n call(s) besides", "", calls.count)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self.back)
        head.addWidget(Label(self.tr("Overview"), "page", "text", self), 1)
        cards = QHBoxLayout()
        cards.setSpacing(theme.px(14))
        for card in self.cards.values():
            cards.addWidget(card, 1)
        grid = QGridLayout()
        grid.setSpacing(theme.px(14))
        for place, chart in enumerate(self.charts.values()):
            grid.addWidget(chart, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._content = QWidget(self)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(16))
        inner.addLayout(cards)
        inner.addLayout(grid)
        self._content.hide()
        self.blank.hide()
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(28), theme.px(22), theme.px(28), theme.px(24))
        column.setSpacing(theme.px(18))
        column.addLayout(head)
        column.addWidget(self._content)
        column.addWidget(self.blank, 1)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(page, parent=self))
