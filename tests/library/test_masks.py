from __future__ import annotations

import pytest

from keepproof.domain.dispute import Dispute, MaskChoice
from keepproof.domain.order import Order
from keepproof.library.library import Library

CHOICE = MaskChoice("d1", "platform_chat", "phone:13812345678", masked=False)


@pytest.fixture(autouse=True)
def _dispute(library: Library, order: Order) -> None:
    assert order.id == "o1"
    library.disputes.add(Dispute("d1", "o1", "harassment"))


def test_a_choice_comes_back(library: Library) -> None:
    library.masks.put(CHOICE)
    assert library.masks.of_dispute("d1") == [CHOICE]
    assert library.masks.get("d1", "platform_chat", CHOICE.item) == CHOICE
    assert library.masks.get("d1", "12315", CHOICE.item) is None


def test_a_later_choice_takes_the_place_of_the_earlier(library: Library) -> None:
    library.masks.put(CHOICE)
    after = MaskChoice("d1", "platform_chat", CHOICE.item, masked=True)
    library.masks.put(after)
    assert library.masks.of_dispute("d1") == [after]


def test_a_choice_can_be_forgotten(library: Library) -> None:
    library.masks.put(CHOICE)
    library.masks.drop("d1", "platform_chat", CHOICE.item)
    assert library.masks.of_dispute("d1") == []
