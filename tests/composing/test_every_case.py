"""What holds for every issue type, channel, language and size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from composing.facts_of_a_case import BOOK, CODES, LANGS, TODAY, facts_for
from keepproof.composing.compose import compose
from keepproof.composing.counting import characters
from keepproof.composing.facts import Facts
from keepproof.composing.figures import word_day
from keepproof.composing.style import NOMINAL
from keepproof.composing.wording import frames
from keepproof.domain.complaint import Complaint
from keepproof.knowledge.channel import Channel

STATUTORY = re.compile(
    r"退一赔|[三十3]倍|10 ?倍|惩罚|triple|threefold|tenfold|three times|punitive", re.I
)
DISPUTES = [one.code for one in BOOK.issues]


@cache
def written(code: str, lang: str) -> tuple[tuple[Facts, Channel, Complaint], ...]:
    facts = facts_for(code, lang)
    channels = BOOK.channels(facts.order.platform)
    return tuple(
        (facts, channel, compose(facts, channel, lang, size))
        for channel in channels
        for size in channel.sizes
    )


def every_text() -> Iterator[tuple[Facts, Channel, Complaint]]:
    for code in CODES:
        for lang in LANGS:
            yield from written(code, lang)


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("code", CODES)
def test_a_text_keeps_the_limits_of_channel_and_size(code: str, lang: str) -> None:
    for _, channel, one in written(code, lang):
        most, size = channel.limits.characters, channel.limits.bytes
        assert one.counters.characters <= NOMINAL[lang].get(one.size, 10_000)
        assert most is None or one.counters.characters <= most
        assert size is None or len(one.text.encode(channel.limits.encoding)) <= size


@pytest.mark.parametrize("code", CODES)
def test_no_message_is_longer_than_the_chat_takes(code: str, lang: str) -> None:
    for _, channel, one in written(code, lang):
        most = channel.limits.message_characters
        assert most is None or all(characters(message) <= most for message in one.messages)


@pytest.mark.parametrize("code", CODES)
def test_the_order_number_is_there(code: str, lang: str) -> None:
    for facts, _, one in written(code, lang):
        assert facts.order.number in one.text.replace(" ", "")


@pytest.mark.parametrize("code", CODES)
def test_the_core_of_the_problem_is_there(code: str, lang: str) -> None:
    cores = {one.id for one in BOOK.issue(code).statements if one.rank == 0}
    for _, _, one in written(code, lang):
        said = {statement.id for statement in one.statements}
        assert said & (cores | {"problem"})


@pytest.mark.parametrize("code", CODES)
def test_the_demand_is_there_with_its_amount(code: str, lang: str) -> None:
    for facts, channel, one in written(code, lang):
        demand = next(two for two in one.statements if two.id == "demand")
        option = facts.issue.demand(facts.dispute.demand)
        if option.where == "authority" and not channel.statutory:
            option = next(two for two in facts.issue.demands if two.where == "all")
        if option.amount != "none":
            assert re.search(r"\d+(\.\d\d)? ?元|CNY [\d,]+", demand.text)


@pytest.mark.parametrize("code", DISPUTES)
def test_evidence_is_named_by_its_numbers(code: str, lang: str) -> None:
    for _, _, one in written(code, lang):
        if one.size == "call_card":
            continue
        named = re.findall(r"(?:证据|E|Evidence )\d+", one.text)
        assert named


@pytest.mark.parametrize("code", CODES)
def test_a_statement_rests_on_evidence_or_on_the_user(code: str, lang: str) -> None:
    for _, _, one in written(code, lang):
        for statement in one.statements:
            assert bool(statement.citations) != statement.stated_by_user, statement


@pytest.mark.parametrize("code", CODES)
def test_a_statement_is_where_its_span_says(code: str, lang: str) -> None:
    for _, _, one in written(code, lang):
        places = {span.statement: one.text[span.start : span.end] for span in one.spans}
        assert places == {statement.id: statement.text for statement in one.statements}


def frame_words(lang: str) -> list[str]:
    """List what a text may say outside its statements, the longest first."""
    full, standard = frames(lang, "full"), frames(lang, "standard")
    words = [one for key, one in full.items() if key.startswith(("title", "signature"))]
    words.append(word_day(TODAY, lang))
    words += [*full["headings"].values(), *(one.strip() for one in standard["headings"].values())]
    return sorted(words, key=len, reverse=True)


@pytest.mark.parametrize("code", CODES)
def test_nothing_but_headings_and_marks_stands_outside_the_statements(code: str, lang: str) -> None:
    known = re.compile("|".join(re.escape(one) for one in frame_words(lang)))
    for _, _, one in written(code, lang):
        end, outside = 0, []
        for span in one.spans:
            outside.append(one.text[end : span.start])
            end = span.end
        rest = known.sub("", "\n".join([*outside, one.text[end:]]))
        assert re.sub(r"[一二三四五六七]、|\(?\d[.)]|[，。；,.;\s]", "", rest) == ""


@pytest.mark.parametrize("code", CODES)
def test_a_platform_never_reads_of_statutory_damages(code: str, lang: str) -> None:
    for _, channel, one in written(code, lang):
        if not channel.statutory:
            assert not STATUTORY.search(one.text)


@pytest.mark.parametrize("code", ["counterfeit", "false_ad", "food_safety"])
def test_a_platform_never_reads_of_them_even_when_they_are_demanded(code: str, lang: str) -> None:
    facts = facts_for(code, lang)
    option = next(one for one in facts.issue.demands if one.where == "authority")
    facts = replace(facts, dispute=replace(facts.dispute, demand=option.id))
    for channel in BOOK.channels("tmall"):
        for size in channel.sizes:
            if not channel.statutory:
                assert not STATUTORY.search(compose(facts, channel, lang, size).text)


@pytest.mark.parametrize("code", CODES)
def test_no_law_is_named_where_the_channel_takes_none(code: str, lang: str) -> None:
    for _, channel, one in written(code, lang):
        laws = re.findall(r"《|\bart\. \d", one.text)
        most = {"none": 0, "one": 1, "numbered": 3}[channel.law]
        assert len(laws) <= (0 if one.size in {"tiny", "short", "call_card"} else most)


@pytest.mark.parametrize("code", CODES)
def test_what_was_dropped_is_not_said(code: str, lang: str) -> None:
    for _, _, one in written(code, lang):
        assert not {two.id for two in one.dropped} & {two.id for two in one.statements}


@pytest.mark.parametrize("code", CODES)
def test_personal_data_stand_only_where_a_true_name_is_asked_for(code: str, lang: str) -> None:
    for facts, channel, one in written(code, lang):
        shown = facts.person.phone in one.text or facts.person.name in one.text
        assert shown == (channel.real_name and one.size == "full")


@pytest.mark.parametrize("code", CODES)
def test_marks_are_not_doubled(code: str, lang: str) -> None:
    wrong = re.compile(
        r"[，。；：、]{2}|[,;:]{2}|\.\.|  (?![A-Z\u4e00-\u9fff])|[（(][）)]|“”|\"\"|\bNone\b(?! of)|\{|\}|，。| ,| \.(?!\d)"
    )
    for _, _, one in written(code, lang):
        assert not wrong.search(one.text), wrong.search(one.text)


def test_the_same_facts_give_the_same_bytes() -> None:
    for code in ("damaged", "counterfeit"):
        facts = facts_for(code, "zh")
        for channel in BOOK.channels("tmall"):
            assert compose(facts, channel, "zh") == compose(facts_for(code, "zh"), channel, "zh")


def test_ids_of_frame_and_facts_never_meet() -> None:
    for _, _, one in every_text():
        ids = [two.id for two in (*one.statements, *one.dropped)]
        assert len(ids) == len(set(ids)), one.channel


def test_numbers_are_those_of_the_statements() -> None:
    for _, _, one in every_text():
        assert one.numbers == tuple(sorted({n for two in one.statements for n in two.citations}))


@pytest.mark.parametrize(
    "platform", ["amazon", "ebay", "aliexpress", "pdd", "jd", "weixin", "generic"]
)
def test_every_platform_gets_a_text(platform: str, lang: str) -> None:
    facts = facts_for("damaged", lang)
    profile = BOOK.platform(platform)
    order = replace(facts.order, platform=platform)
    rules = BOOK.rules_for(facts.issue, platform, facts.dispute.answers)
    facts = replace(facts, order=order, platform=profile, rules=rules)
    for channel in BOOK.channels(platform):
        text = compose(facts, channel, lang).text
        assert "其他平台" not in text
        assert "Another platform" not in text
