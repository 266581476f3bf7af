from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.evidence import EvidenceKind
from keepproof.services.next_page import ContactRow
from keepproof.ui.models.contacts_model import CONTACT_ROLE, SORT_ROLE, ContactsModel
from keepproof.ui.session import Session
from ui.order_pieces import a_filing

AT = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)
CONTACT = Contact(
    "c1", "o", "platform", "call", AT, "先提交售后申请", who="37", ticket="T-1", talked_seconds=190
)
PROMISE = Commitment("p", "o", "platform", "48 小时答复", AT, AT + timedelta(hours=48))
BARE = Contact("c2", "o", "merchant", "merchant_chat", AT - timedelta(days=1), outcome="no_answer")
ROWS = (ContactRow(CONTACT, (PROMISE,), a_filing(5, EvidenceKind.CALL)), ContactRow(BARE))


@pytest.fixture
def model(session: Session, qtmodeltester: ModelTester) -> ContactsModel:
    made = ContactsModel(session)
    qtmodeltester.check(made)
    made.set_rows(ROWS, "tmall")
    return made


def words(model: ContactsModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_row_tells_the_whole_contact(model: ContactsModel) -> None:
    shown = words(model, 0)
    assert shown[1:3] == ["Platform support 37", "Phone 3 min 10 s"]
    assert shown[3].startswith("先提交售后申请")
    assert "5" in shown[3]
    assert shown[4].startswith("“48 小时答复” by ")
    assert shown[5] == "T-1"


def test_what_is_not_known_is_a_dash_and_silent(model: ContactsModel) -> None:
    assert words(model, 1)[4:] == ["–", "–"]
    assert model.index(1, 4).data(Qt.ItemDataRole.AccessibleTextRole) is None


def test_without_words_the_outcome_is_told(model: ContactsModel) -> None:
    assert words(model, 1)[3] == "No answer"


def test_times_sort_as_times(model: ContactsModel) -> None:
    values = [model.index(row, 0).data(SORT_ROLE) for row in range(2)]
    assert values == [AT.timestamp(), BARE.at.timestamp()]


def test_rows_are_found_again(model: ContactsModel) -> None:
    assert (model.place_of("c2"), model.place_of("c9")) == (1, -1)
    assert model.index(1, 3).data(CONTACT_ROLE) == ROWS[1]


def test_the_same_rows_do_not_reset_the_view(model: ContactsModel, qtbot: object) -> None:
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_rows(ROWS, "tmall")
    model.set_rows((replace(ROWS[0]), ROWS[1]), "tmall")
    assert resets == []
    model.set_rows(ROWS[:1], "tmall")
    assert resets == [True]
