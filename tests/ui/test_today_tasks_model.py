from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from keepproof.ui.models.tasks_model import TasksModel
from ui.order_pieces import a_task


@pytest.fixture
def model() -> TasksModel:
    return TasksModel(lambda task: task.step.code, lambda task: f"say {task.step.code}")


def test_the_model_keeps_qt_s_rules(model: TasksModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.set_tasks([a_task(0), a_task(1)])
    model.set_tasks([a_task(1)])


def test_another_step_of_the_same_orders_does_not_reset_the_list(model: TasksModel) -> None:
    model.set_tasks([a_task(0), a_task(1)])
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_tasks([a_task(0, "write"), a_task(1)])
    assert (model.data(model.index(0)), resets) == ("write", [])
