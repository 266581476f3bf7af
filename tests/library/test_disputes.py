from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.dispute import Dispute, StatementEdit, Submission
from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.library.library import Library

AT = datetime(2026, 11, 1, 18, 20, tzinfo=UTC)
FULL = Dispute(
    "d1",
    "o1",
    "not_as_described",
    {"claim_text": "全新", "intact": True, "times": "2", "no": False},
    "refund",
    Money(129900),
    "reason",
    frozenset({7, 3}),
    "sent",
    AT,
)
EDIT = StatementEdit("d1", "12315", "zh", "mismatch", "我的话", "原文")
SENT = Submission("s1", "d1", "12315", "zh", "全文", AT, (1, 3), "T-1")


@pytest.fixture
def dispute(library: Library, order: Order) -> Dispute:
    library.disputes.add(FULL)
    return FULL


def test_a_dispute_comes_back_whole(library: Library, dispute: Dispute) -> None:
    assert library.disputes.get("d1") == dispute


def test_a_bare_dispute_comes_back_bare(library: Library, order: Order) -> None:
    bare = Dispute("bare", order.id, "late")
    library.disputes.add(bare)
    assert library.disputes.of_order(order.id) == [bare]


def test_a_change_is_kept(library: Library, dispute: Dispute) -> None:
    changed = replace(dispute, answers={"claim_text": "九成新"}, amount=None, state="closed")
    library.disputes.replace(changed)
    assert library.disputes.all() == [changed]


def test_a_removed_dispute_is_gone(library: Library, dispute: Dispute) -> None:
    library.disputes.remove("d1")
    with pytest.raises(KnownError) as caught:
        library.disputes.get("d1")
    assert caught.value.code == "library.not_found"


def test_a_restored_dispute_is_as_it_was(library: Library, dispute: Dispute) -> None:
    library.disputes.remove("d1")
    library.disputes.restore("d1")
    assert library.disputes.all() == [dispute]


def test_a_removed_dispute_cannot_be_changed(library: Library, dispute: Dispute) -> None:
    library.disputes.remove("d1")
    with pytest.raises(KnownError) as caught:
        library.disputes.replace(dispute)
    assert caught.value.code == "library.not_found"


def test_own_words_come_back(library: Library, dispute: Dispute) -> None:
    library.disputes.put_edit(EDIT)
    assert library.disputes.edits("d1") == [EDIT]


def test_own_words_replace_earlier_ones(library: Library, dispute: Dispute) -> None:
    library.disputes.put_edit(EDIT)
    library.disputes.put_edit(replace(EDIT, text="又改", base="新原文"))
    assert library.disputes.edits("d1") == [replace(EDIT, text="又改", base="新原文")]


def test_own_words_are_dropped_for_one_statement_only(library: Library, dispute: Dispute) -> None:
    english = replace(EDIT, lang="en")
    library.disputes.put_edit(EDIT)
    library.disputes.put_edit(english)
    library.disputes.drop_edit("d1", "12315", "zh", "mismatch")
    assert library.disputes.edits("d1") == [english]


def test_what_was_sent_comes_back(library: Library, dispute: Dispute) -> None:
    library.disputes.add_submission(SENT)
    assert library.disputes.submissions("d1") == [SENT]


def test_only_the_ticket_of_what_was_sent_can_change(library: Library, dispute: Dispute) -> None:
    library.disputes.add_submission(SENT)
    library.disputes.replace_submission(replace(SENT, ticket="T-2", text="别的", numbers=(9,)))
    assert library.disputes.submissions("d1") == [replace(SENT, ticket="T-2")]


def test_an_unknown_submission_is_told(library: Library, dispute: Dispute) -> None:
    with pytest.raises(KnownError) as caught:
        library.disputes.replace_submission(SENT)
    assert caught.value.code == "library.not_found"


def test_what_was_sent_in_each_dispute_is_told(library: Library, dispute: Dispute) -> None:
    later = AT + timedelta(days=1)
    library.disputes.add_submission(SENT)
    library.disputes.add_submission(replace(SENT, id="s2", channel="call", at=later))
    assert library.disputes.sent() == {"d1": ((AT, "12315"), (later, "call"))}
