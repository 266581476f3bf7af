"""The texts of every issue type in every channel, kept to be read; KEEPPROOF_GOLDEN=write writes them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from composing.facts_of_a_case import BOOK, CODES, LANGS, facts_for
from keepproof.composing.compose import compose

GOLDEN = Path(__file__).parents[1] / "golden"


def every_text(code: str, lang: str) -> str:
    """Put the texts of all channels under each other, each with its counters and what was dropped."""
    facts = facts_for(code, lang)
    parts = []
    for channel in BOOK.channels(facts.order.platform):
        written = compose(facts, channel, lang)
        counted = written.counters
        head = f"=== {channel.id} · {written.size} · {counted.characters} characters · {counted.bytes} bytes"
        if len(written.messages) > 1:
            head += f" · {len(written.messages)} messages"
        parts += [head, written.text]
        parts += [f"[dropped] {one.text}" for one in written.dropped]
        parts += [f"[{one.kind}] {one.text}" for one in written.warnings]
        parts.append("")
    return "\n".join(parts)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_the_texts_are_those_that_were_read(code: str, lang: str) -> None:
    file = GOLDEN / f"{code}.{lang}.txt"
    text = every_text(code, lang)
    if os.environ.get("KEEPPROOF_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    assert file.read_text("utf-8") == text
