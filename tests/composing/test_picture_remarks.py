"""A cited picture that shows private data is named, as far as the channel does not need it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from composing.facts_of_a_case import BOOK, facts_for
from keepproof.composing.citing import usable
from keepproof.composing.compose import compose
from keepproof.domain import complaint as domain
from keepproof.domain.exposed import Exposed
from keepproof.knowledge.channel import Channel

FACTS = facts_for("not_as_described", "zh")
CHAT = BOOK.channel("platform_chat", "tmall")
AUTHORITY = BOOK.channel("12315", "tmall")
PUBLIC = replace(CHAT, public=True)
EVERY = ("phone", "address", "id", "name")


def pictures(*exposed: Exposed, channel: Channel = CHAT, lang: str = "zh") -> list[domain.Warning]:
    made = compose(replace(FACTS, exposed=exposed), channel, lang, ui_lang=lang)
    return [one for one in made.warnings if one.kind == "picture"]


@pytest.mark.parametrize(
    ("channel", "what"),
    [
        (CHAT, "电话号码、地址、身份证号"),
        (PUBLIC, "电话号码、地址、身份证号、姓名"),
        (AUTHORITY, "身份证号"),
    ],
)
def test_only_what_the_channel_does_not_need_is_named(channel: Channel, what: str) -> None:
    (one,) = pictures(Exposed(1, EVERY), channel=channel)
    assert one.text == f"证据1 里有{what}，附图可以改用遮挡副本。"
    assert one.place == "evidence.1"


def test_names_alone_are_no_matter_where_the_buyer_is_known() -> None:
    assert pictures(Exposed(1, ("name", "nick"))) == []
    assert len(pictures(Exposed(1, ("name", "nick")), channel=PUBLIC)) == 1


def test_what_is_not_cited_is_not_named() -> None:
    last = max(one.number or 0 for one in usable(FACTS))
    assert pictures(Exposed(last + 1, EVERY)) == []


def test_it_is_said_in_the_language_of_the_window() -> None:
    (one,) = pictures(Exposed(1, ("phone", "card")), lang="en")
    assert one.text == (
        "Evidence 1 shows private data (phone number, card number). A redacted copy can be attached instead."
    )
