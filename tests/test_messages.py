from __future__ import annotations

from keepproof import messages
from keepproof.errors import KnownError


def test_a_hostile_name_cannot_act_on_the_terminal() -> None:
    error = KnownError("order.unknown", number="1\x1b[31m\u202e2")
    words = messages.explain(error, "zh")
    assert "\x1b" not in words
    assert "\u202e" not in words


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert messages.say("no.such", "en") == "no.such"


def test_a_known_error_survives_the_way_from_a_child_process() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(KnownError("export.failed", path="a", reason="b")))
    assert (error.code, error.data) == ("export.failed", {"path": "a", "reason": "b"})
