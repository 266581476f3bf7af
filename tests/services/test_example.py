from __future__ import annotations

import pytest

from keepproof.errors import CancelledError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.example import add_example
from keepproof.services.views import order_page
from keepproof.ticket import Ticket


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_example_needs_no_more_answers_and_no_more_proof(
    library: Library, book: Book, lang: str
) -> None:
    order = add_example(library, lang, Ticket()).value
    assert order_page(library, order.id, book).next.code == "write"


def test_asked_for_again_the_example_is_not_doubled(library: Library) -> None:
    first = add_example(library, "zh", Ticket()).value
    count = library.evidence.count()
    assert add_example(library, "zh", Ticket()).value == first
    assert (library.evidence.count(), len(library.disputes.of_order(first.id))) == (count, 1)


def test_a_half_example_is_completed(library: Library, book: Book) -> None:
    stopped = Ticket(lambda done, total, what: stopped.cancel() if done == 3 else None)
    with pytest.raises(CancelledError):
        add_example(library, "zh", stopped)
    order = add_example(library, "zh", Ticket()).value
    assert order_page(library, order.id, book).next.code == "write"
    assert [one.number for one in library.evidence.of_order(order.id)] == list(range(1, 12))
