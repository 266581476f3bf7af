"""The guide: topics in a small Markdown, with figures, rules and channels filled in from the book."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from keepproof import assets, messages
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.knowledge.phone_cost import phone_costs

BlockKind = Literal["title", "heading", "text", "item", "step", "cited"]

_LINK = re.compile(r"\[([^\]\n]+)\]\(([a-z_]+)\)")
_FILLED = re.compile(r"\{(fact|rule|channel|phone) ([\w.\-]+)\}")
_MARKS = re.compile(r"\*\*|`")
_SNIPPET = 90
UNSURE = frozenset({"memory", "open"})


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or line of a list; `note` is where a cited one comes from."""

    kind: BlockKind
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the guide."""

    id: str
    group: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """Give the heading of the page."""
        return self.blocks[0].text

    @property
    def links(self) -> tuple[str, ...]:
        """List the topics it leads to."""
        return tuple(target for one in self.blocks for _, target in _LINK.findall(one.text))

    def plain(self) -> str:
        """Give its words without marks."""
        return "\n".join(bare(f"{one.text} {one.note}".strip()) for one in self.blocks)


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic in which all words were found, and the line of the first."""

    topic: Topic
    snippet: str


class Guide:
    """The topics in one language, in their order."""

    def __init__(self, book: Book, lang: str) -> None:
        """Read nothing yet."""
        self._book, self.lang = book, lang

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Read all topics."""
        return tuple(
            Topic(id, group, tuple(self._blocks(id))) for group, ids in ORDER.items() for id in ids
        )

    def topic(self, id: str) -> Topic:
        """Give one topic; one that is not known gives the first."""
        return next((one for one in self.topics if one.id == id), self.topics[0])

    def search(self, words: str) -> tuple[Hit, ...]:
        """Find the topics that hold all these words, those with one in the title first."""
        wanted = [folded(one) for one in words.split()]
        if not wanted:
            return ()
        found = [
            (not any(one in folded(topic.title) for one in wanted), place, Hit(topic, snippet))
            for place, topic in enumerate(self.topics)
            if (snippet := _snippet(topic, wanted)) is not None
        ]
        return tuple(hit for _, _, hit in sorted(found, key=lambda one: one[:2]))

    def _blocks(self, id: str) -> Iterator[Block]:
        lines: list[str] = []
        for line in [*assets.text("help", self.lang, f"{id}.md").splitlines(), ""]:
            starts = re.match(r"(# |## |- |\d+\. |\{)", line)
            if (not line.strip() or starts) and lines:
                yield self._block(lines)
                lines = []
            if line.strip():
                lines.append(line.strip())

    def _block(self, lines: list[str]) -> Block:
        text = ("" if self.lang == "zh" else " ").join(lines)
        if filled := _FILLED.fullmatch(text):
            return self._filled(filled[1], filled[2])
        for mark, kind in MARKED.items():
            if found := re.match(mark, text):
                return Block(kind, text[found.end() :])
        return Block("text", text)

    def _filled(self, what: str, id: str) -> Block:
        readers = {
            "fact": self._fact,
            "rule": self._rule,
            "channel": self._channel,
            "phone": self._phone,
        }
        return readers[what](id)

    def _fact(self, id: str) -> Block:
        fact = self._book.fact(id)
        if fact.status in UNSURE:
            raise KnownError("knowledge.invalid", name="help", detail=f"{id}: {fact.status}")
        figure = messages.say(f"guide.{fact.unit}", self.lang, {"figure": fact.figure})
        text = messages.say(
            "guide.fact", self.lang, {"subject": fact.subject.of(self.lang), "figure": figure}
        )
        if fact.condition is not None:
            text += messages.say("guide.also", self.lang, {"words": fact.condition.of(self.lang)})
        return Block("cited", text, self._note(fact.rule.of(self.lang), fact.as_of, fact.status))

    def _rule(self, id: str) -> Block:
        rule = self._book.rule(id)
        if rule.status in UNSURE:
            raise KnownError("knowledge.invalid", name="help", detail=f"{id}: {rule.status}")
        name, article = rule.name.of(self.lang), rule.article.of(self.lang)
        title = f"《{name}》{article}" if self.lang == "zh" else f"{name}, {article}"
        return Block("cited", rule.gist.of(self.lang), self._note(title, rule.version, rule.status))

    def _channel(self, id: str) -> Block:
        """Say how a channel is reached; a path nobody has checked says so."""
        one = self._book.channel(id)
        values = {
            "label": one.label.of(self.lang),
            "path": one.path.of(self.lang),
            "hours": one.hours.of(self.lang),
        }
        text = messages.say("guide.channel", self.lang, values)
        if one.note is not None:
            text += messages.say("guide.also", self.lang, {"words": one.note.of(self.lang)})
        return Block("cited", text, self._note("", one.as_of, one.status))

    def _phone(self, id: str) -> Block:
        one = phone_costs().kind(id)
        values = {"label": one.label.of(self.lang), "payer": one.payer.of(self.lang)}
        text = messages.say("guide.phone", self.lang, values) + one.note.of(self.lang)
        return Block("cited", text, self._note("", one.as_of, one.status))

    def _note(self, title: str, as_of: str, status: str) -> str:
        state = messages.say(f"guide.status.{status}", self.lang)
        parts = [one for one in (title, as_of, state) if one]
        return (" · ").join(parts)


ORDER: dict[str, tuple[str, ...]] = {
    "begin": ("start", "buying", "orders", "evidence", "search"),
    "proof": ("recordings", "redaction", "chats", "integrity", "bundle", "backup"),
    "complain": ("disputes", "burden", "complaint", "wording", "exports"),
    "contact": ("channels", "platform", "calls", "authorities", "deadlines"),
    "about": ("privacy", "limits", "keys"),
}
MARKED: dict[str, BlockKind] = {
    "# ": "title",
    "## ": "heading",
    "- ": "item",
    r"\d+\. ": "step",
}
TOPICS = tuple(id for ids in ORDER.values() for id in ids)


def bare(text: str) -> str:
    """Take marks and link targets out of a line."""
    return _MARKS.sub("", _LINK.sub(r"\1", text))


def folded(text: str) -> str:
    """Spell a text so that capitals and full-width letters do not matter."""
    return unicodedata.normalize("NFKC", text).casefold()


def _snippet(topic: Topic, wanted: list[str]) -> str | None:
    plain = folded(topic.plain())
    if not all(one in plain for one in wanted):
        return None
    for line in topic.plain().splitlines()[1:]:
        if any(one in folded(line) for one in wanted):
            at = min(folded(line).find(one) for one in wanted if one in folded(line))
            start = max(0, at - _SNIPPET // 3)
            cut = line[start : start + _SNIPPET]
            return ("…" if start else "") + cut + ("…" if start + _SNIPPET < len(line) else "")
    return ""
