from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from keepproof.domain.dispute import Answer
from keepproof.domain.money import Money
from keepproof.knowledge.issue_type import Choice, DemandOption, Question
from keepproof.knowledge.text import Text
from keepproof.ui.widgets.demand_form import DemandForm
from keepproof.ui.widgets.fact_editors import ChoiceFact, GrowingEdit, LineFact, MomentFact
from keepproof.ui.widgets.fact_form import FactField, FactForm

WORD = Text("字", "word")
QUESTIONS = (
    Question("actual", WORD, required=True),
    Question("count", WORD, "number"),
    Question("price", WORD, "money"),
    Question("day", WORD, "date"),
    Question("at", WORD, "moment"),
    Question("seen", WORD, "choice", choices=(Choice("at_once", WORD), Choice("in_use", WORD))),
    Question("intact", WORD, "bool"),
)
REFUND = DemandOption("refund", Text("退款", "Refund"), WORD, "paid")
PARTIAL = DemandOption("partial", Text("部分退款", "Partial"), WORD, "entered", warn=WORD)
EXCHANGE = DemandOption("exchange", Text("换货", "Exchange"), WORD)
PAID = Money(129900)


@pytest.fixture
def form(qtbot: QtBot) -> FactForm:
    made = FactForm("en")
    qtbot.addWidget(made)
    made.set_questions(QUESTIONS, {}, "Asia/Shanghai")
    return made


@pytest.fixture
def demand(qtbot: QtBot) -> DemandForm:
    made = DemandForm("en")
    qtbot.addWidget(made)
    made.set_demand((REFUND, PARTIAL, EXCHANGE), "refund", PAID, PAID)
    return made


def field(form: FactForm, question: str) -> FactField:
    found = form.field(question)
    assert found is not None
    return found


def type_line(form: FactForm, question: str, words: str) -> FactField:
    found = field(form, question)
    assert isinstance(found.editor, LineFact | MomentFact)
    line = found.editor.line if isinstance(found.editor, LineFact) else found.editor.moment.line
    line.setText(words)
    line.textEdited.emit(words)
    line.editingFinished.emit()
    return found


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        ("count", "12", "12"),
        ("price", "¥1,299", "1299.00"),
        ("day", "2026/11/5", "2026-11-05"),
        ("day", "2026年3月8日", "2026-03-08"),
        ("at", "2026-11-15 18:20", "2026-11-15T18:20:00+08:00"),
    ],
)
def test_each_type_is_read_into_its_stored_form(
    form: FactForm, question: str, typed: str, answer: str
) -> None:
    seen: list[Mapping[str, Answer]] = []
    form.edited.connect(seen.append)
    type_line(form, question, typed)
    assert seen[-1] == {question: answer}


@pytest.mark.parametrize(
    ("question", "typed"), [("count", "many"), ("price", "cheap"), ("day", "soon"), ("at", "noon")]
)
def test_what_cannot_be_read_is_said_under_the_field(
    form: FactForm, question: str, typed: str
) -> None:
    assert type_line(form, question, typed).error()


def test_an_impossible_answer_leaves_the_last_one(form: FactForm) -> None:
    seen: list[Mapping[str, Answer]] = []
    type_line(form, "count", "12")
    form.edited.connect(seen.append)
    type_line(form, "count", "x")
    assert all(one.get("count") in {None, "12"} for one in seen)


def test_a_chosen_answer_is_stored_by_its_id(form: FactForm, qtbot: QtBot) -> None:
    editor = field(form, "seen").editor
    assert isinstance(editor, ChoiceFact)
    with qtbot.waitSignal(form.edited) as edited:
        editor.box.setCurrentIndex(2)
        editor.box.activated.emit(2)
    assert edited.args == [{"seen": "in_use"}]


def test_no_is_an_answer(form: FactForm, qtbot: QtBot) -> None:
    editor = field(form, "intact").editor
    assert isinstance(editor, ChoiceFact)
    with qtbot.waitSignal(form.edited) as edited:
        editor.box.setCurrentIndex(2)
        editor.box.activated.emit(2)
    assert edited.args == [{"intact": False}]


def test_stored_answers_are_shown_again(form: FactForm) -> None:
    answers: dict[str, Answer] = {
        "actual": "8 分钟",
        "count": "12",
        "price": "18.00",
        "day": "2026-03-08",
        "at": "2026-11-15T18:20:00+08:00",
        "seen": "in_use",
        "intact": False,
    }
    form.set_questions(QUESTIONS, answers, "Asia/Shanghai")
    assert {one.id: field(form, one.id).editor.answer() for one in QUESTIONS} == answers


def test_a_required_question_is_marked_until_it_is_answered(form: FactForm) -> None:
    marked = field(form, "actual").is_open()
    form.set_questions(QUESTIONS, {"actual": "8"}, "Asia/Shanghai")
    assert (marked, field(form, "actual").is_open()) == (True, False)


def test_words_that_are_being_typed_are_not_overwritten(form: FactForm) -> None:
    found = field(form, "day")
    assert isinstance(found.editor, LineFact)
    QTest.keyClicks(found.editor.line, "2026-11-")
    form.set_questions(QUESTIONS, {"count": "3"}, "Asia/Shanghai")
    assert found.editor.line.text() == "2026-11-"


def test_another_demand_brings_its_own_amount(demand: DemandForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(demand.edited) as edited:
        demand._radios["exchange"].click()
    assert edited.args == ["exchange", None]


def test_a_refund_asks_for_what_was_paid(demand: DemandForm, qtbot: QtBot) -> None:
    demand.set_demand((REFUND, PARTIAL, EXCHANGE), "exchange", None, PAID)
    with qtbot.waitSignal(demand.edited) as edited:
        demand._radios["refund"].click()
    assert edited.args == ["refund", PAID]


@pytest.mark.parametrize("typed", ["much", "0", "1299.01"])
def test_an_impossible_amount_is_said_and_not_taken(demand: DemandForm, typed: str) -> None:
    seen: list[object] = []
    demand.edited.connect(lambda _, amount: seen.append(amount))
    demand.line.setText(typed)
    demand.line.textEdited.emit(typed)
    demand.line.editingFinished.emit()
    assert (bool(demand.error()), seen) == (True, [])


def test_a_lower_amount_can_be_asked_for(demand: DemandForm, qtbot: QtBot) -> None:
    demand.line.selectAll()
    seen: list[object] = []
    demand.edited.connect(lambda _, amount: seen.append(amount))
    QTest.keyClicks(demand.line, "300")
    assert seen[-1] == Money(30000)


def test_the_warning_of_a_demand_is_shown_with_it(demand: DemandForm) -> None:
    demand._radios["partial"].click()
    assert demand._notice is not None
    assert demand._notice.text.text() == "word"


@pytest.mark.parametrize(
    "words", ["充电约 3 分钟后断开", "充电约 3 分钟后断开，重新插拔才恢复，" * 2]
)
def test_all_lines_that_fit_are_in_sight_after_pasting(qtbot: QtBot, words: str) -> None:
    field = GrowingEdit()
    qtbot.addWidget(field)
    field.resize(218, field.height())
    field.show()
    pasted = QMimeData()
    pasted.setText(words)
    field.insertFromMimeData(pasted)
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() == 0)
    assert field.contentOffset().y() == 0


def test_pasted_lines_become_one(qtbot: QtBot) -> None:
    field = GrowingEdit()
    qtbot.addWidget(field)
    pasted = QMimeData()
    pasted.setText("自动停机\r\n每次都这样\n")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "自动停机 每次都这样"
