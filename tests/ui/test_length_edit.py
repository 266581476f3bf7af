from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from keepproof.ui.widgets.length_edit import LengthEdit, read_length


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", None),
        ("3", 180),
        ("3:10", 190),
        ("03:10", 190),
        ("３：１０", 190),
        ("3 min 10 s", 190),
        ("3 分 10 秒", 190),
        ("190 s", 190),
        ("45 秒", 45),
        ("1:02:05", 3725),
        ("1 小时 2 分 5 秒", 3725),
        ("24:00:00", 86400),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, seconds: int | None) -> None:
    assert read_length(text) == seconds


@pytest.mark.parametrize("text", ["soon", "-3", "3:10:15:20", "24:00:01", "99999", "3,5", "::"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_length(text)


@given(st.integers(0, 86400))
def test_what_is_shown_reads_back(seconds: int) -> None:
    from keepproof.ui.labels_contacts import clock

    assert read_length(clock(seconds)) == seconds


def test_the_field_tidies_what_was_typed(qtbot: QtBot) -> None:
    edit = LengthEdit("Waited")
    qtbot.addWidget(edit)
    edit.setText("3 分 10 秒")
    edit.editingFinished.emit()
    assert (edit.text(), edit.seconds()) == ("03:10", 190)


def test_the_field_leaves_nonsense_to_be_mended(qtbot: QtBot) -> None:
    edit = LengthEdit("Waited")
    qtbot.addWidget(edit)
    edit.setText("soon")
    edit.editingFinished.emit()
    assert edit.text() == "soon"
