from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof.knowledge.book import Book
from keepproof.ui.dialogs.dispute_dialog_detail import IssueDetail
from keepproof.ui.dialogs.dispute_dialog_model import IssuesModel
from keepproof.ui.session import Session


@pytest.fixture
def model(book: Book) -> IssuesModel:
    made = IssuesModel(lambda group: f"group {group}", "zh")
    made.set_issues([*book.issues, *book.inquiries])
    return made


def codes(model: IssuesModel) -> list[str]:
    found = (model.issue_at(model.index(row)) for row in range(model.rowCount()))
    return [one.code for one in found if one is not None]


def test_the_model_keeps_qt_s_rules(model: IssuesModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.search("退款")
    model.search("")


def test_every_kind_is_offered(model: IssuesModel) -> None:
    assert len(codes(model)) == 25


@pytest.mark.parametrize(
    ("words", "code"),
    [("描述不符", "not_as_described"), ("材质", "not_as_described"), ("late", "late_shipment")],
)
def test_a_kind_is_found_by_its_names_and_the_platform_s_reasons(
    model: IssuesModel, words: str, code: str
) -> None:
    model.search(words)
    assert code in codes(model)
    assert len(codes(model)) < 25


def test_headings_cannot_be_chosen(model: IssuesModel) -> None:
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_headings_are_set_apart(model: IssuesModel) -> None:
    assert model.data(model.index(0), Qt.ItemDataRole.FontRole) is not None
    assert model.data(model.index(1), Qt.ItemDataRole.FontRole) is None


def test_the_detail_names_what_is_needed(session: Session, book: Book, qtbot: QtBot) -> None:
    detail = IssueDetail(session)
    qtbot.addWidget(detail)
    detail.set_issue(book.issue("not_as_described"))
    assert all(one.text() for one in detail._bodies)
