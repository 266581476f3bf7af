"""The words of everything shipped: two languages, proper punctuation, a calm tone, right figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from keepproof import assets
from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.book import Book
from keepproof.knowledge.issue_type import IssueType
from keepproof.knowledge.text import Text

BOOK = Book.load()
CODES = sorted(one.stem for one in assets.path("knowledge", "issues").glob("*.toml"))
HAN = re.compile(r"[\u3400-\u9fff]")
WIDE = re.compile(r"[，。；：？！（）、“”《》]")
NARROW = re.compile(r"(?<![\d])[,;:?!()](?!\d)|(?<=[\u3400-\u9fff])\.(?=[\u3400-\u9fff]|$)")
CURLY = str.maketrans("“”", '""')
LABELS = (
    "骗子",
    "黑店",
    "奸商",
    "曝光",
    "差评",
    "媒体",
    "垃圾",
    "无良",
    "知假",
    "必须",
    "！",
    "亲，",
)
ENGLISH_LABELS = ("scam", "crook", "fraudster", "expose", "!", "shame")


def texts(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from texts(getattr(value, one.name), f"{path}.{one.name}")
    elif isinstance(value, tuple | list):
        for index, one in enumerate(value):
            yield from texts(one, f"{path}[{getattr(one, 'id', index)}]")


def sentences(issue: IssueType) -> Iterator[tuple[str, Text]]:
    yield from texts(issue, issue.code)
    for rule in issue.statements:
        yield f"{issue.code}.{rule.id}", Text(rule.zh, rule.en)
        if rule.short_zh:
            yield f"{issue.code}.{rule.id}.short", Text(rule.short_zh, "word")
        if rule.short_en:
            yield f"{issue.code}.{rule.id}.short", Text("字", rule.short_en)


def everything() -> list[tuple[str, Text]]:
    found = [pair for code in CODES for pair in sentences(BOOK.issue(code))]
    found += [pair for one in BOOK.platforms for pair in texts(one, one.id)]
    found += [pair for one in BOOK.platforms for pair in texts(BOOK.channels(one.id), one.id)]
    found += [pair for one in BOOK.rules for pair in texts(one, one.id)]
    found += [pair for kind in EvidenceKind for pair in texts(BOOK.kind(kind), kind)]
    return found


def bare(template: str) -> str:
    """Drop the marks of the template and keep what stands for an answer as a digit."""
    return re.sub(r"\{%.*?%\}", "", re.sub(r"\{\{.*?\}\}", "0", template))


EVERY = everything()


def test_both_languages_are_there() -> None:
    assert [path for path, text in EVERY if not text.zh.strip() or not text.en.strip()] == []


def test_the_chinese_is_chinese() -> None:
    """Menu paths and names of foreign platforms stay in the language of the platform."""
    abroad = re.compile(r"(amazon|ebay|aliexpress)\b")
    words = [(path, text.zh) for path, text in EVERY if "{{" not in text.zh]
    bare = {zh for path, zh in words if not HAN.search(zh) and not abroad.match(path)}
    assert bare == {"12315"}


def test_the_english_holds_no_chinese() -> None:
    """Only advice may quote a word of the screen, as it stands there."""
    bad = [path for path, text in EVERY if HAN.search(text.en) and ".pitfalls" not in path]
    quoted = [(text.zh, HAN.findall(text.en)) for _, text in EVERY if HAN.search(text.en)]
    assert bad == []
    assert all(set(signs) <= set(chinese) for chinese, signs in quoted)


def test_chinese_is_punctuated_in_full_width() -> None:
    bad = [(path, text.zh) for path, text in EVERY if NARROW.search(bare(text.zh))]
    assert bad == []


def test_english_is_punctuated_in_half_width() -> None:
    bad = [(path, text.en) for path, text in EVERY if WIDE.search(text.en.translate(CURLY))]
    assert bad == []


def test_nothing_insults_threatens_or_shouts() -> None:
    quoted = re.compile(r"“[^”]*”")
    bad = [
        (path, one)
        for path, text in EVERY
        for one in (*LABELS, *ENGLISH_LABELS)
        if one in quoted.sub("", text.zh) or one in quoted.sub("", text.en.lower())
    ]
    assert bad == []


def test_no_law_stands_in_a_sentence_of_a_complaint() -> None:
    law = re.compile(r"第.{1,5}条|《|依法|违法|\bart\.|\blaw\b|illegal", re.IGNORECASE)
    rules = [rule for code in CODES for rule in BOOK.issue(code).statements]
    bad = [one.id for one in rules if law.search(one.zh) or law.search(one.en)]
    assert bad == []


@pytest.mark.parametrize("code", CODES)
def test_a_fake_is_only_ever_suspected(code: str) -> None:
    for rule in BOOK.issue(code).statements:
        claimed = re.search(r"假冒|假货", rule.zh)
        assert not claimed or "涉嫌" in rule.zh, rule.id
