"""Find what a complaint does better without in the words of the user, with a neutral wording for each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from keepproof.knowledge.book import Book
from keepproof.knowledge.text import Text
from keepproof.knowledge.tone import Tone, ToneKind, ToneRule

_SENTENCE_ENDS = re.compile(r"[。；;！!？?\n]|\.(?=\s|$)")
# Rules look no further than this: up to the end of a sentence with its marks.
_STRETCH = re.compile(r"[^。！!？?\n]*(?:[。！!？?\n]+|$)")
_CJK = re.compile(r"[\u3400-\u9fff]")
_HIDDEN = "\0"


@dataclass(frozen=True, slots=True)
class Heard:
    """One finding: characters start (in) to end (out), and what may stand there instead (None: nothing)."""

    start: int
    end: int
    kind: ToneKind
    rule: str
    neutral: str | None

    def rewritten(self, text: str) -> str:
        """Put the neutral wording in place; marks and spaces that are left over go."""
        if self.neutral is None:
            return text
        return tidy(text[: self.start], self.neutral, text[self.end :])


@cache
def rules() -> Tone:
    """Read the rules the program ships with."""
    return Book.load().tone


def reason(kind: ToneKind) -> Text:
    """Say why words of a kind are better left out."""
    return rules().reasons[kind]


@lru_cache(maxsize=512)
def listen(text: str) -> tuple[Heard, ...]:
    """Find what is better left out, in the order it stands; quoted and reported words are not the user's."""
    own = _without_quotes(text, rules())
    lang = "zh" if _CJK.search(own) else "en"
    found: list[Heard] = []
    for stretch in _STRETCH.finditer(own):
        at = stretch.start()
        found += [
            replace(one, start=one.start + at, end=one.end + at)
            for one in _listen_to(stretch.group(), lang)
        ]
    return tuple(found)


@lru_cache(maxsize=4096)
def _listen_to(own: str, lang: str) -> tuple[Heard, ...]:
    """Listen to one stretch; while somebody types, all others are known already."""
    tone = rules()
    found = [
        _heard(rule, match)
        for rule in tone.rules
        if rule.lang == lang
        for match in tone.of(rule).finditer(own)
        if match.group().strip(f" {_HIDDEN}") and not _spared(rule, match, own, tone)
    ]
    return tuple(_apart(found))


def tidy(before: str, words: str, after: str) -> str:
    """Join three parts of a sentence without doubled marks and spaces."""
    if not words:
        if after[:1] in "，,、" and (
            not before.strip() or before.rstrip()[-1] in "，,、。；;！!？?."
        ):
            after = after[1:]
        if before[-1:] in "，,、" and (
            not after.strip() or after.lstrip()[0] in "，,、。；;！!？?."
        ):
            before = before[:-1]
    if words in {"。", "."} and (not before.strip() or not after.strip()):
        words = ""
    joined = before + words + after
    return re.sub(r" {2,}", " ", joined).strip()


def _without_quotes(text: str, tone: Tone) -> str:
    """Blank out what is quoted, so that every place stays where it is."""
    return tone.regex(tone.quotes).sub(lambda one: _HIDDEN * len(one.group()), text)


def _heard(rule: ToneRule, match: re.Match[str]) -> Heard:
    words = match.group()
    lead = len(words) - len(words.lstrip(" " + _HIDDEN))
    tail = len(words.rstrip(" " + _HIDDEN)) if rule.neutral else len(words)
    neutral = match.expand(rule.neutral) if rule.neutral is not None else None
    if neutral is not None:
        neutral = neutral.replace(_HIDDEN, "")
    return Heard(match.start() + lead, match.start() + tail, rule.kind, rule.id, neutral)


def _spared(rule: ToneRule, match: re.Match[str], text: str, tone: Tone) -> bool:
    start, end = _sentence(text, match.start(), match.end())
    if rule.unless and tone.regex(rule.unless).search(text, start, end):
        return True
    before = text[start : match.start()]
    return bool(tone.regex(tone.reported[rule.lang], case=False).search(before))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the borders of the sentence around a place."""
    first = 0
    for mark in _SENTENCE_ENDS.finditer(text, 0, start):
        first = mark.end()
    last = _SENTENCE_ENDS.search(text, end)
    return first, last.start() if last else len(text)


def _apart(found: list[Heard]) -> list[Heard]:
    """Drop what lies inside another finding of its kind."""
    kept: list[Heard] = []
    for one in sorted(found, key=lambda one: (one.start, one.start - one.end)):
        if not any(one.kind == other.kind and one.start < other.end for other in kept):
            kept.append(one)
    return kept
