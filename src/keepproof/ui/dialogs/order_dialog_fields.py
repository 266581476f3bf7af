"""The fields of an order: what is typed or read, checked as it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from keepproof.domain.money import Money
from keepproof.domain.order import MOMENTS, Moments
from keepproof.knowledge.book import Book
from keepproof.messages import say
from keepproof.services.log_order import STATED, FormProblem, OrderForm, check_form
from keepproof.ui import labels_orders, theme
from keepproof.ui.dialogs.order_dialog_items import ItemsEditor
from keepproof.ui.dialogs.order_dialog_values import (
    MOMENT_FIELDS,
    MONEY,
    find_zone,
    form_values,
    or_none,
    row_problem,
)
from keepproof.ui.widgets.field_row import FieldRow
from keepproof.ui.widgets.moment_edit import MomentEdit
from keepproof.ui.widgets.quiet_combo import QuietCombo

ROOM_FOR_TWO = 680


class OrderFields(QWidget):
    """Every field of an order; `form()` reads them, `problems()` says what is wrong."""

    changed = Signal(str)
    pointed = Signal(str)
    left = Signal(str)

    def __init__(self, book: Book, lang: str, parent: QWidget | None = None) -> None:
        """Build empty fields."""
        super().__init__(parent)
        self._book = book
        self._lang = lang
        self._base = OrderForm()
        self._touched: set[str] = set()
        self.rows: dict[str, FieldRow] = {}
        self._beside = False
        self.moments: dict[str, MomentEdit] = {}
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.px(8))
        first, second = self._first_rows(), self._second_rows()
        wide = max(row.label_width() for row in (*first, *second))
        for rows in (first, second):
            self._columns.addLayout(self._column(rows, wide), 1)
        self._platform_changed()

    def set_side_by_side(self, *, beside: bool) -> None:
        """Lay the fields out in two columns where there is room for them, or in one."""
        self._beside = beside
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fall back to one column where two would be cut."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self._beside and self.width() >= theme.px(ROOM_FOR_TWO)
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if beside else direction.TopToBottom
        if wanted != self._columns.direction():
            self._columns.setDirection(wanted)
            self._columns.setSpacing(theme.px(24) if beside else theme.px(8))

    def set_shops(self, names: Sequence[str]) -> None:
        """Offer the remembered shops while a name is typed."""
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line("shop").setCompleter(completer)

    def line(self, name: str) -> QLineEdit:
        """Give the line of a plain field."""
        editor = self.rows[name].editor
        if not isinstance(editor, QLineEdit):
            raise KeyError(name)
        return editor

    def set_form(self, form: OrderForm) -> None:
        """Show a form; fields whose text is not changed keep their source."""
        self._touched.clear()
        self.take(form)

    def take(self, form: OrderForm) -> None:
        """Show a form where the user has typed nothing of her own."""
        self._base = form
        free = [name for name in self.rows if name not in self._touched]
        for name in free:
            self._fill(name, form)

    def filled(self) -> set[str]:
        """Name the rows that hold a value."""
        form = self.form()
        names = {name.partition(".")[0] for name, value in form_values(form).items() if value}
        return {"items" if name == "item" else name for name in names}

    def touched(self) -> bool:
        """Say whether the user changed anything herself."""
        return bool(self._touched)

    def chosen_platform(self) -> str | None:
        """Give the platform the user chose herself, None while it is only a guess."""
        return str(self.platform.currentData()) if "platform" in self._touched else None

    def form(self) -> OrderForm:
        """Read the fields that can be read; what cannot is left empty and listed by `problems`."""
        items = self._base.items
        try:
            items = self.items.items()
        except ValueError:
            items = self._base.items
        read = OrderForm(
            number=self.line("number").text().strip(),
            platform=str(self.platform.currentData()),
            shop=self.line("shop").text().strip(),
            items=items,
            moments=Moments(**{name: or_none(one.moment) for name, one in self.moments.items()}),
            courier=self.line("courier").text().strip(),
            tracking_number=self.line("tracking_number").text().strip(),
            note=self.note.toPlainText().strip(),
            **{name: self._amount(name) for name in MONEY},  # type: ignore[arg-type]  # money fields all
        )
        return replace(read, sources=self._sources(read))

    def problems(self, now: datetime) -> list[FormProblem]:
        """List what is impossible or odd in the fields as they stand."""
        found = [
            FormProblem(name, "order.amount_impossible", {"text": self.line(name).text()})
            for name in MONEY
            if self.line(name).text().strip() and self._amount(name) is None
        ]
        for line in self.items.lines():
            text = line.price.text().strip()
            if text and or_none(lambda text=text: Money.parse(text)) is None:  # type: ignore[misc]  # bound now
                found.append(FormProblem("items", "order.amount_impossible", {"text": text}))
        for name, editor in self.moments.items():
            if editor.text().strip() and or_none(editor.moment) is None:
                field = MOMENT_FIELDS[name]
                found.append(FormProblem(field, "order.date_impossible", {"text": editor.text()}))
        named = [row_problem(one) for one in check_form(self.form(), self._book, now)]
        return [*found, *named]

    def show_problems(self, problems: Sequence[FormProblem], marks: Mapping[str, str]) -> None:
        """Mark each row: a problem first, else the mark given (read, missing), else nothing."""
        worst = {one.field: one for one in sorted(problems, key=lambda one: one.blocks)}
        for name, row in self.rows.items():
            problem = worst.get(name)
            if problem is None:
                row.set_state(marks.get(name, ""))
                continue
            words = say(problem.code, self._lang, problem.data)
            row.set_state("error" if problem.blocks else "odd", words)

    def _fill(self, name: str, form: OrderForm) -> None:
        moments = {field: moment for moment, field in MOMENT_FIELDS.items()}
        if name == "platform":
            self.platform.setCurrentIndex(max(self.platform.findData(form.platform), 0))
        elif name == "items":
            self.items.set_items(form.items, self._currency())
        elif name == "note":
            self.note.setPlainText(form.note)
            self._touched.discard("note")
        elif name in moments:
            moment = moments[name]
            self.moments[moment].set_moment(getattr(form.moments, moment))
        else:
            value = getattr(form, name)
            self.line(name).setText(value.plain() if isinstance(value, Money) else value or "")
            self.line(name).setCursorPosition(0)

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self.changed.emit(name)

    def _first_rows(self) -> list[FieldRow]:
        """Make the rows of the first column; the Tab key visits editors in the order they are made."""
        self.platform = QuietCombo(self)
        for one in self._book.platforms:
            self.platform.addItem(one.name.of(self._lang), one.id)
        self.platform.currentIndexChanged.connect(self._platform_changed)
        self.platform.activated.connect(lambda _: self._touch("platform"))
        head = [
            self._row("platform", self.tr("Platform"), self.platform),
            self._row("number", self.tr("Order number"), QLineEdit(self)),
            self._row("shop", self.tr("Shop"), QLineEdit(self)),
        ]
        self.items = ItemsEditor(self)
        self.items.edited.connect(lambda: self._touch("items"))
        return [
            *head,
            self._row("items", self.tr("Items"), self.items),
            self._row("paid", self.tr("Paid"), QLineEdit(self)),
            self._row("discount", self.tr("Discount"), QLineEdit(self)),
            self._row("freight", self.tr("Freight"), QLineEdit(self)),
        ]

    def _second_rows(self) -> list[FieldRow]:
        moments = []
        for name in MOMENTS:
            self.moments[name] = MomentEdit(labels_orders.moment_name(name), None, self)
            label = labels_orders.moment_field(name)
            moments.append(self._row(MOMENT_FIELDS[name], label, self.moments[name]))
        parcel = [
            self._row("courier", self.tr("Courier"), QLineEdit(self)),
            self._row("tracking_number", self.tr("Tracking no."), QLineEdit(self)),
        ]
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(52))
        self.note.textChanged.connect(lambda: self._touch("note"))
        return [*moments, *parcel, self._row("note", self.tr("Note"), self.note)]

    def _row(self, name: str, label: str, editor: QWidget) -> FieldRow:
        row = FieldRow(name, label, editor, self)
        row.pointed.connect(self.pointed)
        row.left.connect(self.left)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda: self._touch(name))
        elif isinstance(editor, MomentEdit):
            editor.changed.connect(lambda: self._touch(name))
        self.rows[name] = row
        return row

    def _column(self, rows: list[FieldRow], wide: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        for row in rows:
            row.set_label_width(max(wide, theme.px(64)))
            column.addWidget(row)
        column.addStretch(1)
        return column

    def _platform_changed(self) -> None:
        platform = self._book.platform(str(self.platform.currentData()))
        if "number" in self.rows:
            self.line("number").setPlaceholderText(platform.number_hint.of(self._lang))
        for editor in self.moments.values():
            editor.set_zone(find_zone(platform.time_zone))
        self.items.set_currency(platform.currency)
        self.changed.emit("platform")

    def _currency(self) -> str:
        return self._book.platform(str(self.platform.currentData())).currency

    def _amount(self, name: str) -> Money | None:
        text = self.line(name).text().strip()
        known = getattr(self._base, name)
        same_platform = self._base.platform == self.platform.currentData()
        if isinstance(known, Money) and text == known.plain() and same_platform:
            return known
        return or_none(lambda: Money.parse(text, self._currency())) if text else None

    def _sources(self, form: OrderForm) -> dict[str, str]:
        """Keep the source of what was not changed; what was typed is stated by the user."""
        before, after = form_values(self._base), form_values(form)
        sources = {}
        for name, value in after.items():
            if value:
                same = before.get(name) == value
                sources[name] = self._base.sources.get(name, STATED) if same else STATED
        return sources
