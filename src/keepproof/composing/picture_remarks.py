"""Say which cited pictures show private data, and that a redacted copy can go out in their place."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from keepproof.composing.citing import usable
from keepproof.composing.facts import Facts
from keepproof.composing.masking import NEVER_NEEDED
from keepproof.composing.warning import warn
from keepproof.domain import complaint as domain
from keepproof.domain.evidence import number_label
from keepproof.knowledge.channel import Channel

# Who is asked for help knows these of the order already; in public nobody does.
NAMES = frozenset({"name", "nick"})


def picture_remarks(
    facts: Facts, channel: Channel, cited: Collection[int], lang: str
) -> Iterator[domain.Warning]:
    """Name each cited picture that shows what this channel does not need."""
    numbers = {one.number for one in usable(facts)} & set(cited)
    for one in facts.exposed:
        kinds = [kind for kind in one.kinds if _unneeded(kind, channel)]
        if kinds and one.number in numbers:
            what = [warn("", f"private_{kind}", lang).text for kind in kinds]
            words = "、".join(what) if lang == "zh" else ", ".join(what).lower()
            label = number_label(one.number, lang)
            place = f"evidence.{one.number}"
            yield warn("picture", "picture_exposed", lang, place, number=label, what=words)


def _unneeded(kind: str, channel: Channel) -> bool:
    if channel.public or kind in NEVER_NEEDED:
        return True
    return not channel.real_name and kind not in NAMES
