from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from keepproof.domain.search import Hit
from keepproof.ui.models.search_model import HEAD_ROLE, HIT_ROLE, SearchModel


def a_hit(type: str, id: str, title: str = "X1 无线吸尘器") -> Hit:
    return Hit(type, id, "o1", "2690183455720166318", None, title, "退款", ((0, 2),))


@pytest.fixture
def model() -> SearchModel:
    return SearchModel(str.upper, lambda hit: f"say {hit.title}")


def test_the_model_keeps_qt_s_rules(model: SearchModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.set_hits([a_hit("order", "1"), a_hit("evidence", "2")])
    qtmodeltester.check(model)
    model.set_hits([])


def test_results_stand_together_by_type(model: SearchModel) -> None:
    hits = [a_hit("order", "1"), a_hit("evidence", "2"), a_hit("order", "3")]
    model.set_hits(hits)
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [model.data(one, HIT_ROLE) for one in rows] == [hits[0], hits[2], hits[1]]
    assert [model.data(one, HEAD_ROLE) for one in rows] == ["ORDER", "", "EVIDENCE"]


def test_the_same_results_do_not_reset_the_list(model: SearchModel) -> None:
    resets: list[bool] = []
    model.set_hits([a_hit("order", "1")])
    model.modelReset.connect(lambda: resets.append(True))
    model.set_hits([a_hit("order", "1")])
    assert resets == []


def test_a_result_is_said_whole_and_never_read_as_markup(model: SearchModel) -> None:
    model.set_hits([a_hit("order", "1", "<b>bold</b>")])
    index = model.index(0)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "say <b>bold</b>"
    assert "&lt;b&gt;" in str(model.data(index, Qt.ItemDataRole.ToolTipRole))
