from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof import messages
from keepproof.domain.money import Money
from keepproof.library.library import Library
from keepproof.services import import_orders
from keepproof.services.import_orders import ImportPreview
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.read_bills import ReadBills
from keepproof.ticket import Ticket
from keepproof.ui.models import bill_model
from keepproof.ui.models.bill_filter import BillFilter
from keepproof.ui.models.bill_model import STATE_ROLE, BillModel
from ui.bill_files import NUMBERS, read, write

CHECK = Qt.ItemDataRole.CheckStateRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture(scope="module")
def bills(tmp_path_factory: pytest.TempPathFactory) -> ReadBills:
    return read(write(tmp_path_factory.mktemp("bills")))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library")


@pytest.fixture
def preview(library: Library, bills: ReadBills) -> ImportPreview:
    add_order(
        library, OrderForm(NUMBERS[0], "tmall", "澄屿家电旗舰店", paid=Money(129900)), Ticket()
    )
    add_order(library, OrderForm(NUMBERS[1], "tmall", "澄屿家电旗舰店", paid=Money(500)), Ticket())
    found = import_orders.compare(library, bills)
    library.close()
    return found


@pytest.fixture
def model(qtbot: QtBot, preview: ImportPreview) -> BillModel:
    made = BillModel(lambda code, data: messages.say(code, "zh", data))
    made.set_preview(preview)
    return made


def row_of(model: BillModel, number: str) -> int:
    numbers = [model.index(row, bill_model.NUMBER).data() for row in range(model.rowCount())]
    return numbers.index(number)


def cell(model: BillModel, number: str, column: int, role: int = 0) -> object:
    return model.index(row_of(model, number), column).data(role)


def test_the_model_keeps_qts_rules(model: BillModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_the_filter_keeps_qts_rules(model: BillModel, qtmodeltester: ModelTester) -> None:
    shown = BillFilter(model)
    shown.set_state("new")
    qtmodeltester.check(shown)


def test_rows_are_new_known_different_doubtful_or_refused(model: BillModel) -> None:
    assert model.counts() == {"new": 2, "known": 1, "conflict": 1, "other": 1, "refused": 2}


def test_only_what_is_new_and_looks_like_shopping_is_ticked(model: BillModel) -> None:
    assert {one.form.number for one in model.ticked()} == set(NUMBERS[2:])


def test_a_row_says_what_was_bought_and_what_came_back(model: BillModel) -> None:
    row = [cell(model, NUMBERS[2], column) for column in range(model.columnCount())]
    assert row[1:6] == [
        "2026-11-12 21:06",
        "澄屿家电旗舰店",
        "抽纸",
        "¥3,299.00",
        NUMBERS[2],
    ]
    assert "¥100.00" in str(row[6])


def test_a_refused_row_says_why_and_cannot_be_ticked(model: BillModel) -> None:
    rows = [
        row for row in range(model.rowCount()) if model.index(row, 0).data(STATE_ROLE) == "refused"
    ]
    reasons = [str(model.index(row, bill_model.ITEM).data()) for row in rows]
    assert any("5.19E+18" in one for one in reasons)
    assert any("11/9/2026" in one for one in reasons)
    place = model.index(rows[0], bill_model.TICK)
    assert not model.setData(place, Qt.CheckState.Checked, CHECK)
    assert not model.flags(place) & Qt.ItemFlag.ItemIsUserCheckable
    assert place.data(CHECK) is None


def test_a_tick_is_set_taken_away_and_spoken(model: BillModel, qtbot: QtBot) -> None:
    place = model.index(row_of(model, NUMBERS[2]), bill_model.TICK)
    before = place.data(SPOKEN)
    with qtbot.waitSignal(model.ticks_changed):
        model.setData(place, Qt.CheckState.Unchecked, CHECK)
    assert {one.form.number for one in model.ticked()} == {NUMBERS[3]}
    assert place.data(SPOKEN) != before


def test_only_new_ticks_nothing_else(model: BillModel) -> None:
    model.tick(range(model.rowCount()), ticked=True)
    assert len(model.ticked()) == 5
    model.tick_new()
    assert {one.form.number for one in model.ticked()} == set(NUMBERS[2:])


def test_a_new_comparison_keeps_the_ticks(model: BillModel, preview: ImportPreview) -> None:
    model.tick([row_of(model, NUMBERS[2])], ticked=False)
    model.set_preview(preview)
    assert {one.form.number for one in model.ticked()} == {NUMBERS[3]}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("3299.00", 1),
        ("5.19e+18", 1),
        ("滤网", 1),
        ("166320", 1),
        ("２６９０", 4),
        ("旗舰店 抽纸", 1),
        ("不存在", 0),
        ("", 7),
    ],
)
def test_words_filter_the_rows(model: BillModel, words: str, found: int) -> None:
    shown = BillFilter(model)
    shown.set_words(words)
    assert shown.rowCount() == found


def test_the_newest_stand_first_and_amounts_sort_as_numbers(model: BillModel) -> None:
    shown = BillFilter(model)
    first = [shown.index(row, bill_model.NUMBER).data() for row in range(4)]
    assert first == [*reversed(NUMBERS)]
    shown.sort(bill_model.AMOUNT, Qt.SortOrder.DescendingOrder)
    amounts = [shown.index(row, bill_model.AMOUNT).data() for row in range(3)]
    assert amounts == ["¥4,299.00", "¥3,299.00", "¥2,299.00"]


def test_the_filter_holds_when_the_rows_are_compared_again(
    model: BillModel, preview: ImportPreview
) -> None:
    shown = BillFilter(model)
    shown.set_words("抽纸")
    model.set_preview(preview)
    assert shown.rowCount() == 1
    shown.set_state("known")
    assert shown.rowCount() == 0
