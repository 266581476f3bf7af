from __future__ import annotations

import pytest

from keepproof.domain.changes import Changes

ONE = frozenset({"x"})


@pytest.mark.parametrize("kind", ["orders", "evidence", "disputes", "merchants", "platforms"])
def test_a_change_of_a_thing_is_one_for_lists(kind: str) -> None:
    changes = Changes(**{kind: ONE})
    assert changes
    assert changes.things


def test_words_read_change_no_list() -> None:
    changes = Changes(readings=ONE)
    assert changes
    assert not changes.things
    assert (changes | Changes(orders=ONE)).things
