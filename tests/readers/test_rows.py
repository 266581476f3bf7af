from __future__ import annotations

from keepproof.domain.reading import ReadLine
from keepproof.readers.rows import rows, text_of


def test_what_stands_side_by_side_is_one_row_from_the_left() -> None:
    boxes = [(300, 12, 400, 40), (10, 100, 90, 130), (10, 10, 90, 42)]
    assert rows(boxes) == [[2, 0], [1]]


def test_a_slightly_lower_line_is_another_row() -> None:
    assert rows([(10, 10, 90, 40), (10, 36, 90, 66)]) == [[0], [1]]


def test_a_large_picture_beside_small_lines_binds_nothing() -> None:
    assert rows([(10, 0, 200, 200), (210, 10, 300, 40), (210, 150, 300, 180)]) == [[1], [0], [2]]


def test_nothing_has_no_rows() -> None:
    assert rows([]) == []


def test_the_text_keeps_rows_together() -> None:
    lines = [
        ReadLine("实付款", (10, 10, 90, 40)),
        ReadLine("￥129.00", (300, 12, 400, 40)),
        ReadLine("备注", (10, 100, 90, 130)),
        ReadLine("第二页", (200, 100, 290, 130), page=1),
    ]
    assert text_of(lines) == "实付款  ￥129.00\n备注\n第二页"
