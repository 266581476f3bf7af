from __future__ import annotations

import re

import pytest

from keepproof import assets
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.knowledge.guide import ORDER, TOPICS, Guide

LANGS = ("zh", "en")


@pytest.fixture(scope="module", params=LANGS)
def guide(request: pytest.FixtureRequest) -> Guide:
    return Guide(Book.load(), request.param)


def test_every_topic_exists_in_both_languages_and_none_besides() -> None:
    for lang in LANGS:
        assert {one.stem for one in assets.path("help", lang).glob("*.md")} == set(TOPICS)


def test_topics_stand_once(guide: Guide) -> None:
    assert [one.id for one in guide.topics] == list(TOPICS)
    assert len(set(TOPICS)) == len(TOPICS)
    assert {one.group for one in guide.topics} == set(ORDER)


def test_each_topic_has_one_title_and_no_link_that_leads_nowhere(guide: Guide) -> None:
    for topic in guide.topics:
        assert [one.kind for one in topic.blocks].count("title") == 1
        assert topic.blocks[0].kind == "title"
        assert set(topic.links) <= set(TOPICS)


def test_no_address_and_no_marks_are_left_in_the_words(guide: Guide) -> None:
    for topic in guide.topics:
        assert not re.search(r"https?:|[{}\[\]*`]|\]\(|^#", topic.plain(), re.MULTILINE), topic.id


def test_both_languages_say_the_same_things() -> None:
    zh, en = (Guide(Book.load(), lang) for lang in LANGS)
    for one, other in zip(zh.topics, en.topics, strict=True):
        assert [block.kind for block in one.blocks] == [block.kind for block in other.blocks], (
            one.id
        )
        assert one.links == other.links


def test_figures_and_rules_carry_source_date_and_state(guide: Guide) -> None:
    cited = [block for topic in guide.topics for block in topic.blocks if block.kind == "cited"]
    assert len(cited) >= 40
    assert all(re.search(r"\d{4}", one.note) for one in cited)


def test_what_nobody_has_checked_is_never_given_as_a_fact(guide: Guide) -> None:
    with pytest.raises(KnownError):
        guide._fact("tb.autoconfirm")
    with pytest.raises(KnownError):
        guide._rule("3BAO")


def test_a_search_finds_topics_with_all_words(guide: Guide) -> None:
    words = {"zh": "骗子 打码", "en": "scammer masked"}[guide.lang]
    assert [one.topic.id for one in guide.search(words)] == ["wording"]


def test_titles_come_first(guide: Guide) -> None:
    words = {"zh": "证据", "en": "evidence"}[guide.lang]
    assert guide.search(words)[0].topic.id == "evidence"


def test_case_and_width_do_not_matter(guide: Guide) -> None:
    assert [one.topic.id for one in guide.search("ＦＡＣＴ")] == [
        one.topic.id for one in guide.search("fact")
    ]
    assert any(one.topic.id == "integrity" for one in guide.search("ＳＨＡ-256"))


def test_an_empty_search_finds_nothing(guide: Guide) -> None:
    assert guide.search("  ") == ()


def test_a_topic_that_is_not_known_gives_the_first(guide: Guide) -> None:
    assert guide.topic("nowhere").id == TOPICS[0]
