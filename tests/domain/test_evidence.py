from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.evidence import number_label, number_runs


@given(st.lists(st.integers(1, 400)))
def test_runs_hold_exactly_the_numbers(numbers: list[int]) -> None:
    runs = number_runs(numbers)
    spread = [one for first, last in runs for one in range(first, last + 1)]
    assert spread == sorted(set(numbers))


@given(st.lists(st.integers(1, 60)))
def test_runs_never_touch(numbers: list[int]) -> None:
    runs = number_runs(numbers)
    assert all(b[0] - a[1] > 1 for a, b in pairwise(runs))


def test_numbers_are_written_as_the_language_wants_them() -> None:
    assert number_label(3, "zh") == "证据3"
    assert number_label(3, "en") == "Evidence 3"
    assert number_label(3, "zh", short=True) == "E3"
