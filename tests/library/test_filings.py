from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Merchant, Order
from keepproof.errors import KnownError
from keepproof.library.incoming import Incoming, Kept
from keepproof.library.library import Library
from keepproof.ticket import Ticket

Keep = Callable[..., FiledEvidence]


def numbers(library: Library, order: Order) -> list[int | None]:
    return [one.number for one in library.evidence.of_order(order.id)]


@pytest.fixture
def three(order: Order, keep_bytes: Keep) -> list[str]:
    """Keep three items under numbers 1, 2, 3."""
    return [keep_bytes(bytes([n]), order_id=order.id).evidence.id for n in range(3)]


def test_numbers_follow_one_another(library: Library, order: Order, three: list[str]) -> None:
    assert numbers(library, order) == [1, 2, 3]


def test_an_item_has_a_number_of_its_own_in_each_order(
    library: Library, three: list[str], other_order: Order
) -> None:
    assert library.evidence.file(three[2], other_order.id) == 1


def test_filing_twice_keeps_the_number(library: Library, order: Order, three: list[str]) -> None:
    assert library.evidence.file(three[1], order.id) == 2


def test_a_gap_is_not_filled(library: Library, order: Order, three: list[str]) -> None:
    library.evidence.unfile(three[0], order.id)
    assert library.evidence.next_number(order.id) == 4


def test_refiling_gives_the_old_number_back(
    library: Library, order: Order, three: list[str]
) -> None:
    library.evidence.unfile(three[0], order.id)
    library.evidence.refile(three[0], order.id, 1)
    assert numbers(library, order) == [1, 2, 3]


def test_a_number_given_away_meanwhile_is_not_taken_back(
    library: Library, order: Order, three: list[str], keep_bytes: Keep
) -> None:
    library.evidence.unfile(three[2], order.id)
    keep_bytes(b"new", order_id=order.id)
    assert library.evidence.refile(three[2], order.id, 3) == 4


def test_a_frozen_number_is_never_given_to_another_item(
    library: Library, order: Order, three: list[str], keep_bytes: Keep
) -> None:
    library.evidence.freeze(order.id, [3])
    library.evidence.unfile(three[2], order.id)
    assert keep_bytes(b"new", order_id=order.id).number == 4


def test_a_frozen_number_waits_for_its_item(
    library: Library, order: Order, three: list[str]
) -> None:
    library.evidence.freeze(order.id, [2])
    library.evidence.unfile(three[1], order.id)
    assert library.evidence.file(three[1], order.id) == 2


def test_frozen_filings_say_so(library: Library, order: Order, three: list[str]) -> None:
    library.evidence.freeze(order.id, [1, 3])
    assert [one.frozen for one in library.evidence.of_order(order.id)] == [True, False, True]


def test_a_deleted_item_keeps_its_number_for_its_return(
    library: Library, order: Order, three: list[str], keep_bytes: Keep
) -> None:
    library.evidence.trash(three[2], "wrong picture")
    keep_bytes(b"new", order_id=order.id)
    library.evidence.restore(three[2])
    assert numbers(library, order) == [1, 2, 3, 4]


def test_unfiling_what_is_not_filed_changes_nothing(
    library: Library, three: list[str], other_order: Order
) -> None:
    head = library.custody.head()
    library.evidence.unfile(three[0], other_order.id)
    assert library.custody.head() == head


def test_filing_in_an_unknown_order_is_told(library: Library, three: list[str]) -> None:
    with pytest.raises(KnownError) as caught:
        library.evidence.file(three[0], "nothing")
    assert caught.value.code == "library.not_found"


def test_filing_an_unknown_item_is_told(library: Library, order: Order) -> None:
    with pytest.raises(KnownError) as caught:
        library.evidence.file("nothing", order.id)
    assert caught.value.code == "library.not_found"


def test_every_filing_is_in_the_custody_log(
    library: Library, order: Order, three: list[str]
) -> None:
    library.evidence.unfile(three[0], order.id)
    library.evidence.file(three[0], order.id)
    events = library.custody.events(three[0])
    assert [(one.action, one.data["number"]) for one in events] == [
        ("evidence.kept", 1),
        ("evidence.unfiled", 1),
        ("evidence.filed", 4),
    ]


steps = st.lists(
    st.tuples(st.sampled_from(["file", "unfile", "refile", "freeze"]), st.integers(0, 3)),
    max_size=25,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_a_frozen_number_belongs_to_one_item_whatever_happens(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int]]
) -> None:
    with Library.open(tmp_path_factory.mktemp("library")) as library:
        ids = prepare(library)
        owners: dict[int, str] = {}
        for action, which in actions:
            act(library, action, ids[which], which)
            for one in library.evidence.of_order("o1"):
                if one.frozen and one.number is not None:
                    assert owners.setdefault(one.number, one.evidence.id) == one.evidence.id


def prepare(library: Library) -> list[str]:
    library.merchants.add(Merchant("m1", "tmall", "店"))
    library.orders.add(Order("o1", "1", "tmall", "m1", "店"))
    things = [Incoming(Path(str(n)), data=bytes([n])) for n in range(4)]
    results = library.keep(things, Ticket())
    return [one.filed.evidence.id for one in results if isinstance(one, Kept)]


def act(library: Library, action: str, id: str, which: int) -> None:
    evidence = library.evidence
    if action == "file":
        evidence.file(id, "o1")
    elif action == "unfile":
        evidence.unfile(id, "o1")
    elif action == "refile":
        evidence.refile(id, "o1", which + 1)
    else:
        evidence.freeze("o1", [which + 1])
