from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.ui.models.evidence_model import EvidenceModel, MissingTile, tile_name
from ui.order_pieces import a_filing

CHAT = MissingTile(EvidenceKind.CHAT, "required", "聊天记录")


@pytest.fixture
def model() -> EvidenceModel:
    made = EvidenceModel(lambda tile: f"say {tile_name(tile)}")
    made.set_tiles([a_filing(1), a_filing(2)], [CHAT])
    return made


def test_the_model_keeps_qt_s_rules(model: EvidenceModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.append([a_filing(3)])
    model.set_tiles([a_filing(2)])


def test_missing_kinds_come_after_what_is_there(model: EvidenceModel) -> None:
    assert [model.data(model.index(row)) for row in range(3)] == [
        "shot1.png",
        "shot2.png",
        "聊天记录",
    ]


def test_a_new_title_does_not_reset_the_tiles(model: EvidenceModel) -> None:
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_tiles([a_filing(1), a_filing(2, title="续航页")], [CHAT])
    assert (model.data(model.index(1)), resets) == ("续航页", [])


def test_only_changed_tiles_are_painted_again(model: EvidenceModel) -> None:
    painted: list[int] = []
    model.dataChanged.connect(lambda first: painted.append(first.row()))
    model.set_tiles([a_filing(1), a_filing(2, title="续航页")], [CHAT])
    assert painted == [1]


def test_a_picture_that_came_repaints_its_tiles(model: EvidenceModel) -> None:
    painted: list[int] = []
    model.dataChanged.connect(lambda first: painted.append(first.row()))
    model.picture_came("evidence2")
    assert painted == [1]


def test_appended_tiles_are_found_by_their_evidence(model: EvidenceModel) -> None:
    model.append([a_filing(3)])
    assert [one.row() for one in model.indexes_of("evidence3")] == [3]


def test_editing_a_name_asks_for_it_and_changes_nothing_itself(
    model: EvidenceModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.rename_asked) as asked:
        model.setData(model.index(0), "  订单详情 ")
    assert asked.args is not None
    assert asked.args[1] == "订单详情"
    assert model.data(model.index(0)) == "shot1.png"


def test_an_empty_name_asks_for_nothing(model: EvidenceModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.rename_asked):
        model.setData(model.index(0), "  ")


def test_missing_tiles_cannot_be_renamed(model: EvidenceModel) -> None:
    assert not model.flags(model.index(2)) & Qt.ItemFlag.ItemIsEditable


def test_nothing_is_given_outside_the_tiles(model: EvidenceModel) -> None:
    assert model.data(QModelIndex()) is None
