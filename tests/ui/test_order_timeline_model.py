from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from keepproof.ui.models.timeline_model import TimelineModel
from ui.order_pieces import an_entry


@pytest.fixture
def model() -> TimelineModel:
    made = TimelineModel(lambda entry: entry.what, lambda entry: f"{entry.at:%H:%M} {entry.what}")
    made.set_entries(
        [an_entry("sent", "chat", 3), an_entry("evidence", "照片", 2, 1), an_entry("order", "paid")]
    )
    return made


def test_the_model_keeps_qt_s_rules(model: TimelineModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.show_group("evidence")
    model.show_group("all")


def test_a_group_shows_only_its_entries(model: TimelineModel) -> None:
    model.show_group("evidence")
    assert [model.data(model.index(place)) for place in range(model.rowCount())] == ["照片"]


def test_a_screen_reader_hears_the_time(model: TimelineModel) -> None:
    said = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "21:04 paid"
