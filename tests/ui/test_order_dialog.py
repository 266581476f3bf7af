from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.domain.order import Order, OrderItem
from keepproof.library.library import Library
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.session import Session

NUMBER = "2690183455720166318"
TEXT = f"""卖家已发货
澄屿家电旗舰店
X1 无线吸尘器 标准版
￥1299.00 x1
实付款 ￥1299.00
订单编号 {NUMBER} 复制
付款时间 2026-11-10 21:06:31
"""
Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> OrderDialog:
    return build(session, qtbot)


def build(session: Session, qtbot: QtBot, order: Order | None = None) -> OrderDialog:
    made = OrderDialog(session, None, order)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    return made


def paste(dialog: OrderDialog, qtbot: QtBot, text: str = TEXT) -> None:
    dialog.start_with_text(text)
    qtbot.waitUntil(lambda: bool(dialog.fields.line("shop").text()))


def orders(session: Session, qtbot: QtBot) -> list[Order]:
    found: list[list[Order]] = []
    session.operations.read(session, lambda library, _: library.orders.all(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def type_number(dialog: OrderDialog, qtbot: QtBot, number: str) -> None:
    dialog.show_mode("form")
    qtbot.keyClicks(dialog.fields.line("number"), number)


@pytest.fixture
def known(do: Do) -> Order:
    form = OrderForm(number=NUMBER, platform="tmall", shop="澄屿", paid=Money(100))
    order: Order = do(lambda library: add_order(library, form, Ticket()))
    return order


def test_pasted_text_fills_the_fields(dialog: OrderDialog, qtbot: QtBot) -> None:
    paste(dialog, qtbot)
    form = dialog.fields.form()
    assert (form.number, form.shop, form.platform) == (NUMBER, "澄屿家电旗舰店", "tmall")
    assert form.paid == Money(129900)
    assert form.items == (OrderItem("X1 无线吸尘器 标准版", "", 1, Money(129900)),)
    assert form.moments.paid is not None


def test_every_field_keeps_the_words_it_was_read_from(dialog: OrderDialog, qtbot: QtBot) -> None:
    paste(dialog, qtbot)
    sources = dialog.fields.form().sources
    assert sources["paid"] == "￥1299.00"
    assert sources["paid_at"] == "2026-11-10 21:06:31"


def test_a_read_field_that_was_changed_is_stated(dialog: OrderDialog, qtbot: QtBot) -> None:
    paste(dialog, qtbot)
    dialog.fields.line("paid").clear()
    qtbot.keyClicks(dialog.fields.line("paid"), "1200")
    assert dialog.fields.form().sources["paid"] == "stated"


def test_what_was_typed_outlives_another_paste(dialog: OrderDialog, qtbot: QtBot) -> None:
    paste(dialog, qtbot)
    dialog.fields.line("courier").clear()
    qtbot.keyClicks(dialog.fields.line("courier"), "SF")
    dialog.start_with_text(TEXT + "快递 示例速运 773022158841")
    qtbot.waitUntil(lambda: bool(dialog.fields.line("tracking_number").text()))
    assert dialog.fields.line("courier").text() == "SF"


def test_rows_say_what_was_read_and_what_is_missing(dialog: OrderDialog, qtbot: QtBot) -> None:
    paste(dialog, qtbot)
    rows = dialog.fields.rows
    states = {name: rows[name].state() for name in ("number", "items", "paid_at", "signed", "note")}
    assert states == {
        "number": "read",
        "items": "read",
        "paid_at": "read",
        "signed": "missing",
        "note": "",
    }


def test_pointing_at_a_field_lights_up_its_words(dialog: OrderDialog, qtbot: QtBot) -> None:
    paste(dialog, qtbot)
    dialog.fields.pointed.emit("paid_at")
    lit = dialog.pasted.edit.extraSelections()
    assert [one.cursor.selectedText() for one in lit] == ["2026-11-10 21:06:31"]
    dialog.fields.left.emit("paid_at")
    assert dialog.pasted.edit.extraSelections() == []


def test_text_without_an_order_says_so(dialog: OrderDialog, qtbot: QtBot) -> None:
    dialog.start_with_text("今天天气很好")
    qtbot.waitUntil(lambda: dialog.notice is not None)


def test_saving_stores_the_order_and_its_text(
    dialog: OrderDialog, session: Session, qtbot: QtBot
) -> None:
    paste(dialog, qtbot)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    order = orders(session, qtbot)[0]
    assert (order.number, order.paid) == (NUMBER, Money(129900))
    kept: list[Any] = []
    session.operations.read(session, lambda library, _: library.evidence.all(), kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    filed = kept[0][0]
    assert (filed.order_id, filed.evidence.kind) == (order.id, EvidenceKind.ORDER_SHOT)
    assert filed.evidence.origin == "pasted"


def test_the_text_is_not_kept_when_that_is_not_wanted(
    dialog: OrderDialog, session: Session, qtbot: QtBot
) -> None:
    paste(dialog, qtbot)
    dialog.pasted.keep.setChecked(False)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    counts: list[int] = []
    session.operations.read(session, lambda library, _: library.evidence.count(), counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_an_order_without_a_number_is_not_saved(
    dialog: OrderDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.show_mode("form")
    dialog.save()
    assert dialog.fields.rows["number"].state() == "error"
    assert orders(session, qtbot) == []


def test_an_empty_form_is_not_scolded_before_it_is_saved(dialog: OrderDialog) -> None:
    dialog.show_mode("form")
    assert dialog.fields.rows["number"].state() == ""


@pytest.mark.parametrize(
    ("field", "typed"),
    [("paid", "abc"), ("freight", "-5"), ("signed", "2026-13-40"), ("signed", "2031-01-01")],
)
def test_what_is_impossible_is_said_under_the_field(
    dialog: OrderDialog, session: Session, qtbot: QtBot, field: str, typed: str
) -> None:
    type_number(dialog, qtbot, NUMBER)
    line = dialog.fields.rows[field].focus_line()
    qtbot.keyClicks(line, typed)
    dialog.save()
    assert dialog.fields.rows[field].state() == "error"
    assert dialog.fields.rows[field].note()
    assert orders(session, qtbot) == []


def test_saving_shows_what_stops_it_even_far_down(dialog: OrderDialog, qtbot: QtBot) -> None:
    dialog.show()
    later = datetime.now(UTC) + timedelta(days=3)
    paste(dialog, qtbot, TEXT + f"成交时间：{later:%Y-%m-%d %H:%M:%S}\n")
    assert dialog.fields.rows["confirmed"].visibleRegion().isEmpty()
    dialog.save()
    line = dialog.fields.rows["confirmed"].focus_line()
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())
    assert line.hasFocus()


def test_a_wrong_price_of_an_item_stops_at_the_items(dialog: OrderDialog, qtbot: QtBot) -> None:
    type_number(dialog, qtbot, NUMBER)
    line = dialog.fields.items.lines()[0]
    qtbot.keyClicks(line.title, "X1")
    qtbot.keyClicks(line.price, "x")
    dialog.save()
    assert dialog.fields.rows["items"].state() == "error"


def test_an_odd_number_is_shown_once_and_may_be_kept(
    dialog: OrderDialog, session: Session, qtbot: QtBot
) -> None:
    type_number(dialog, qtbot, "2690")
    dialog.save()
    assert dialog.fields.rows["number"].state() == "odd"
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    assert [one.number for one in orders(session, qtbot)] == ["2690"]


def test_reversed_moments_are_odd_but_no_error(dialog: OrderDialog, qtbot: QtBot) -> None:
    type_number(dialog, qtbot, NUMBER)
    qtbot.keyClicks(dialog.fields.moments["paid"].line, "2026-11-10 10:00")
    qtbot.keyClicks(dialog.fields.moments["signed"].line, "2026-11-09 10:00")
    dialog.save()
    assert dialog.fields.rows["signed"].state() == "odd"


def test_a_known_number_offers_its_order(dialog: OrderDialog, known: Order, qtbot: QtBot) -> None:
    paste(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.notice is not None)
    assert dialog.notice is not None
    with qtbot.waitSignal(dialog.open_asked) as asked:
        dialog.notice.link_clicked.emit()
    assert asked.args == [known.id]


def test_saving_a_known_number_adds_nothing(
    dialog: OrderDialog, session: Session, known: Order, qtbot: QtBot
) -> None:
    type_number(dialog, qtbot, NUMBER)
    dialog.save()
    qtbot.waitUntil(lambda: dialog.notice is not None)
    assert (len(orders(session, qtbot)), dialog.save_button.isEnabled()) == (1, True)


def test_remembered_shops_are_offered(session: Session, known: Order, qtbot: QtBot) -> None:
    dialog = build(session, qtbot)
    qtbot.waitUntil(lambda: dialog.fields.line("shop").completer() is not None)
    model = dialog.fields.line("shop").completer().model()
    assert model.data(model.index(0, 0)) == known.shop


def test_changing_an_order_keeps_what_was_not_touched(
    session: Session, known: Order, qtbot: QtBot
) -> None:
    dialog = build(session, qtbot, known)
    dialog.fields.line("shop").clear()
    qtbot.keyClicks(dialog.fields.line("shop"), "New shop")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    after = orders(session, qtbot)[0]
    assert (after.id, after.shop, after.paid) == (known.id, "New shop", Money(100))


def test_items_are_added_and_removed(dialog: OrderDialog, qtbot: QtBot) -> None:
    items = dialog.fields.items
    qtbot.keyClicks(items.lines()[0].title, "first")
    items.add_button.click()
    qtbot.keyClicks(items.lines()[1].title, "second")
    items.lines()[0].removed.emit()
    assert [one.title for one in items.items()] == ["second"]


def test_tab_visits_the_fields_as_they_are_read(dialog: OrderDialog) -> None:
    dialog.show_mode("form")
    dialog.fields.items.add_button.click()
    fields, items = dialog.fields, dialog.fields.items.lines()
    expected: list[QWidget] = [
        dialog.segment,
        dialog.pasted.edit,
        fields.platform,
        fields.line("number"),
        items[0].title,
        items[0].price,
        items[1].title,
        items[1].price,
        fields.items.add_button,
        fields.line("paid"),
        fields.moments["ordered"].line,
        fields.line("courier"),
        fields.note,
        dialog.save_button,
    ]
    visited: list[QWidget] = []
    one: QWidget | None = dialog.segment
    while one is not None and one not in visited:
        visited.append(one)
        one = one.nextInFocusChain()
    assert [one for one in visited if one in expected] == expected


def test_another_platform_reads_amounts_in_its_currency(dialog: OrderDialog, qtbot: QtBot) -> None:
    paste(dialog, qtbot)
    dialog.fields.platform.setCurrentIndex(dialog.fields.platform.findData("amazon"))
    form = dialog.fields.form()
    assert form.paid == Money(129900, "USD")
    assert form.items[0].price == Money(129900, "USD")


def test_what_is_not_saved_is_discarded_only_when_asked_twice(
    dialog: OrderDialog, qtbot: QtBot
) -> None:
    type_number(dialog, qtbot, NUMBER)
    dialog.reject()
    assert dialog.notice is not None
    with qtbot.waitSignal(dialog.rejected):
        dialog.reject()


def test_an_untouched_dialog_closes_at_once(dialog: OrderDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        dialog.reject()


def test_what_was_read_of_a_text_that_is_gone_is_not_taken(
    dialog: OrderDialog, session: Session, qtbot: QtBot
) -> None:
    paste(dialog, qtbot, TEXT.replace("澄屿家电旗舰店", "新的旗舰店"))
    dialog.pasted.settled.emit(TEXT)
    qtbot.waitUntil(session.operations.idle)
    assert dialog.fields.line("shop").text() == "新的旗舰店"
