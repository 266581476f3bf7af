from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.services.course import Course, Courses, course_of

AT = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)
FIRST = Contact("c1", "o", "merchant", "merchant_chat", AT, dispute_id="d1")
SECOND = Contact("c2", "o", "merchant", "merchant_chat", AT + timedelta(days=1), dispute_id="d2")
PROMISE = Commitment("p1", "o", "merchant", "x", AT, AT, contact_id="c1")


def test_what_belongs_to_another_dispute_is_left_out() -> None:
    read = replace(PROMISE, id="p2", contact_id=None)
    course = Course((FIRST, SECOND), (PROMISE, read)).about("d2")
    assert (course.contacts, course.commitments) == ((SECOND,), (read,))


def test_a_contact_from_before_the_dispute_belongs_to_it() -> None:
    early = replace(FIRST, dispute_id=None)
    assert Course((early,)).about("d2").contacts == (early,)


def test_one_course_is_read_as_all_of_them_are(library: Library, order: Order) -> None:
    for one in (replace(SECOND, dispute_id=None), replace(FIRST, dispute_id=None)):
        library.contacts.put(replace(one, order_id=order.id))
    library.commitments.put(replace(PROMISE, order_id=order.id))
    single = course_of(library, order.id, None)
    assert single == Courses(library).of(order.id, None)
    assert [one.id for one in single.contacts] == ["c1", "c2"]
