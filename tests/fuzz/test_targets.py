"""The fuzz targets reach what they name, and every reader has one."""

from __future__ import annotations

import logging
import random

import pytest

from fuzz import targets as named
from fuzz.targets import targets
from keepproof.readers.bills.orders import Orders
from keepproof.readers.bills.payments import Payments
from keepproof.readers.bills.reader import LAYOUTS
from keepproof.readers.chats.reader import PAGES, TEXTS

EVERY = targets()


@pytest.mark.parametrize("name", EVERY)
def test_the_reader_finds_something_in_every_seed(name: str) -> None:
    target = EVERY[name]

    assert [target(seed) for seed in target.seeds] == [True] * len(target.seeds)


@pytest.mark.parametrize("name", EVERY)
def test_a_spoiled_seed_is_read_or_refused(name: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, "PIL")  # it tells of bad pictures in its own log
    target, chance = EVERY[name], random.Random(name)
    for seed in target.seeds:
        for _ in range(20):
            spoiled = bytearray(seed)
            for _ in range(chance.randint(1, 8)):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
            cut = chance.randrange(len(spoiled))
            assert target(bytes(spoiled)) in {True, False}
            assert target(bytes(spoiled[:cut])) in {True, False}


def test_every_grammar_of_chats_has_a_target() -> None:
    assert set(named.TEXT_CHATS.values()) == set(TEXTS)
    assert set(named.PAGE_CHATS.values()) == set(PAGES)


def test_every_layout_of_bills_has_a_target() -> None:
    missing = [
        one
        for one in LAYOUTS
        if not isinstance(one, Orders | Payments) or f"bill_{one.format}" not in EVERY
    ]
    assert missing == []
