from __future__ import annotations

from dataclasses import replace

import pytest

from keepproof.domain import complaint as domain
from keepproof.domain.dispute import Dispute, MaskChoice, StatementEdit
from keepproof.domain.order import Order
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services import open_dispute, reword
from keepproof.ticket import Ticket

LABEL = domain.Warning(
    "tone", "…", "商家", "answer.use_note", "骗子", (3, 5), "这家是商家，只用过两次"
)
ANSWERED = Dispute(
    "d1", "o1", "not_as_described", {"use_note": "这家是骗子，只用过两次", "intact": True}
)
EDIT = StatementEdit("d1", "platform_chat", "zh", "use_note", "这家是骗子，只用过两次", "x")


def test_the_wording_goes_into_the_answer() -> None:
    after = reword.reworded_answer(ANSWERED, LABEL)
    assert after is not None
    assert after.answers == {"use_note": "这家是商家，只用过两次", "intact": True}


def test_an_answer_that_has_changed_since_is_left_alone() -> None:
    changed = replace(ANSWERED, answers={"use_note": "只用过两次"})
    assert reword.reworded_answer(changed, LABEL) is None


def test_a_warning_without_a_wording_changes_nothing() -> None:
    assert reword.reworded_answer(ANSWERED, replace(LABEL, rewritten=None)) is None
    assert (
        reword.reworded_edit((EDIT,), "platform_chat", "zh", replace(LABEL, rewritten=None)) is None
    )


def test_the_wording_goes_into_the_rewritten_sentence_of_its_channel() -> None:
    about = replace(LABEL, place="use_note")
    after = reword.reworded_edit((EDIT,), "platform_chat", "zh", about)
    assert after == replace(EDIT, text="这家是商家，只用过两次")
    assert reword.reworded_edit((EDIT,), "12315", "zh", about) is None


@pytest.fixture
def choice(library: Library, order: Order, book: Book) -> MaskChoice:
    opened = open_dispute.open_dispute(library, order.id, book.issue("harassment"), Ticket())
    return MaskChoice(opened.value.id, "platform_chat", "phone:13812345678", masked=False)


def test_a_choice_can_be_undone_and_done_again(library: Library, choice: MaskChoice) -> None:
    made = reword.choose_mask(library, choice, Ticket())
    assert made.changes.disputes == {choice.dispute_id}
    assert made.undo is not None
    undone = made.undo(library)
    assert library.masks.of_dispute(choice.dispute_id) == []
    assert undone.undo is not None
    undone.undo(library)
    assert library.masks.of_dispute(choice.dispute_id) == [choice]


def test_undo_brings_the_earlier_choice_back(library: Library, choice: MaskChoice) -> None:
    reword.choose_mask(library, choice, Ticket())
    second = reword.choose_mask(library, replace(choice, masked=True), Ticket())
    assert second.undo is not None
    second.undo(library)
    assert library.masks.of_dispute(choice.dispute_id) == [choice]
