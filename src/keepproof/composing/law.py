"""The rules a text names: checked ones only, in force on the day it happened."""

from __future__ import annotations

import re
from datetime import date

from keepproof.composing.demanding import Demanded
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.figures import word_moment
from keepproof.composing.style import Style
from keepproof.composing.wording import frame, small
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.rule import Rule

IN_A_LETTER = 3
IN_A_MESSAGE = 2
LONG_NAME = 24
# Damages above the loss are for authorities and courts; a platform does not award them.
STATUTORY = re.compile(
    r"[三十3]倍|10\s*倍|惩罚|threefold|tenfold|(?:three|ten) times|punitive", re.I
)


def event_day(facts: Facts) -> date:
    """Give the day the law is asked about: delivery, or else the purchase, or today."""
    known = facts.order.moments
    at = known.signed or known.paid or known.ordered
    return at.date() if at else facts.today


def is_statutory(rule: Rule) -> bool:
    """Say whether a rule is about damages above the loss."""
    return bool(STATUTORY.search(rule.gist.zh) or STATUTORY.search(rule.gist.en))


def printable(facts: Facts, channel: Channel, wanted: Demanded, size: str) -> list[Rule]:
    """Choose the rules this channel may name, in the order they are printed."""
    if channel.law == "none":
        return []
    day = event_day(facts)
    asked = channel.statutory and wanted.option is not None and wanted.option.where == "authority"
    rules = [one for one in facts.rules if one.printable(day)]
    rules = [one for one in rules if asked or not is_statutory(one)]
    if channel.party == "authority":
        # An authority applies the law; what a platform decreed comes after it.
        rules.sort(key=lambda one: (not (asked and is_statutory(one)), bool(one.platforms)))
    if channel.law == "one":
        # A title of half a message says little in a chat, if there is another rule.
        rules.sort(key=lambda one: len(one.name.zh) > LONG_NAME)
        return rules[:1]
    return rules[: IN_A_LETTER if size == "full" else IN_A_MESSAGE]


def law_drafts(facts: Facts, channel: Channel, wanted: Demanded, style: Style) -> list[Draft]:
    """Write one statement for each rule."""
    rules = printable(facts, channel, wanted, style.size)
    return [_law_draft(one, at) for at, one in enumerate(rules)]


def _law_draft(rule: Rule, place: int) -> Draft:
    def write(style: Style) -> str:
        lang, version = style.lang, rule.version
        if lang == "en" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", version):
            version = word_moment(date.fromisoformat(version), lang, "day", 0)
        gist = rule.gist.of(lang)
        return frame(
            lang,
            style.size,
            "basis",
            name=rule.name.of(lang),
            article=rule.article.of(lang),
            version=version,
            gist=gist if lang == "zh" or style.size == "full" else small(gist),
        )

    return Draft(f"basis.{rule.id}", "basis", write, "law", place, (), (f"rule.{rule.id}",))
