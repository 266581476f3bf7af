"""Statements become one text: sections, numbering, punctuation, and where each statement stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from keepproof.composing.draft import Draft
from keepproof.composing.style import Style
from keepproof.composing.wording import frames
from keepproof.domain.complaint import Span

Shown = tuple[Draft, str]
SECTIONS = ("order", "problem", "tried", "demand", "basis", "evidence", "declaration")
_NUMERALS = "一二三四五六七八九"
_QUOTES = re.compile(r"“[^”]*”|（[^（）]*）")
_ENDED = {"zh": "。！？!?；，、：", "en": ".!?;,:"}


@dataclass(slots=True)
class Page:
    """A text in the making that remembers where each statement stands."""

    lang: str
    parts: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    length: int = 0

    def put(self, words: str) -> None:
        """Add words that belong to no statement."""
        self.parts.append(words)
        self.length += len(words)

    def state(self, shown: Shown) -> None:
        """Add a statement."""
        draft, text = shown
        self.spans.append(Span(self.length, self.length + len(text), draft.id))
        self.put(text)

    def join(self, every: Sequence[Shown], joint: str, end: str) -> None:
        """Add statements with a mark between them and one behind the last."""
        for at, one in enumerate(every):
            self.state(one)
            self.put(self._mark(one[1], joint if at < len(every) - 1 else end))

    def _mark(self, text: str, mark: str) -> str:
        """Drop the mark a text already ends with; the space after it stays."""
        closing = mark.strip() in {"。", "."}
        last = text.rstrip("”’\"'")[-1:] if closing else text[-1:]
        if last and last in _ENDED[self.lang] + ("…" if closing else ""):
            return mark[len(mark.rstrip()) :]
        return mark

    def text(self) -> str:
        """Give the whole text."""
        return "".join(self.parts)


def paragraph(every: Sequence[Shown], style: Style) -> Page:
    """Write a form field: order, problem, what was tried, the state of things, the demand."""
    page = Page(style.lang)
    groups = [_of(every, part) for part in ("order", "problem", "state", "tried", "demand")]
    groups = [one for one in groups if one]
    for at, group in enumerate(groups):
        last = at == len(groups) - 1
        if style.lang == "zh":
            page.join(group, _joint(group), "。")
        else:
            joint = ", " if group[0][0].part == "demand" else ". "
            page.join(group, joint, "." if last else ". ")
    return page


def _joint(group: Sequence[Shown]) -> str:
    """Join short clauses with commas, clauses that hold commas themselves with semicolons."""
    bare = [_QUOTES.sub("", text) for _, text in group]
    plain = len(group) <= 3 and not any(re.search("[，：；。]", one) for one in bare)
    return "，" if plain or group[0][0].part == "demand" else "；"


def numbered(every: Sequence[Shown], style: Style, *, inquiry: bool) -> Page:
    """Write a chat text: a greeting, numbered sections, and when an answer is asked for."""
    page = Page(style.lang)
    headings = frames(style.lang, "standard")["headings"]
    stop = "。" if style.lang == "zh" else "."
    for one in _of(every, "greeting"):
        page.join([one], "", stop)
        page.put("\n")
    number = 0
    for section in SECTIONS:
        if not _of(every, section) and not (section == "problem" and _of(every, "state")):
            continue
        number += 1
        heading = f"{section}_inquiry" if inquiry and f"{section}_inquiry" in headings else section
        page.put(_count(number, style.lang) + headings[heading])
        _section(page, every, section)
        page.put("\n")
    for one in _of(every, "reply"):
        page.join([one], "", stop)
    return _trimmed(page)


def _section(page: Page, every: Sequence[Shown], section: str) -> None:
    zh = page.lang == "zh"
    between, stop = ("；", "。") if zh else (". ", ".")
    group = _of(every, section)
    if section == "demand":
        page.join(group, "，" if zh else ", ", stop)
        return
    if section != "problem":
        page.join(group, between, stop)
        return
    state = _of(every, "state")
    page.join(group, between, stop if zh or not state else ". ")
    page.join(state, between, stop)


def letter(every: Sequence[Shown], style: Style, *, inquiry: bool, dated: str) -> Page:
    """Write a letter: parties, numbered sections with a line each, place to sign, date."""
    page = Page(style.lang)
    words = frames(style.lang, "full")
    headings = words["headings"]
    page.put(words["title_inquiry" if inquiry else "title"] + "\n\n")
    _parties(page, _of(every, "parties"))
    number = 0
    for section in ("demand", "order", "course", "basis", "evidence", "declaration"):
        groups = _letter_groups(every, section)
        if not groups:
            continue
        number += 1
        heading = f"{section}_inquiry" if inquiry and f"{section}_inquiry" in headings else section
        page.put(f"\n{_count(number, style.lang)}{headings[heading]}\n")
        for group in groups:
            _letter_group(page, section, group)
    page.put(f"\n{words['signature_inquiry' if inquiry else 'signature']}\n{dated}")
    return page


def _parties(page: Page, every: Sequence[Shown]) -> None:
    """Put name, phone and address of a party on one line, in the order given."""
    lines: list[list[Shown]] = []
    for one in every:
        inline = one[0].id in {"person_phone", "person_address", "merchant_phone"}
        if lines and inline and lines[-1][-1][0].id.startswith(one[0].id.split("_")[0]):
            lines[-1].append(one)
        else:
            lines.append([one])
    for line in lines:
        page.join(line, "  ", "\n")


def _letter_groups(every: Sequence[Shown], section: str) -> list[list[Shown]]:
    """Give the paragraphs of a section: what happened is told first, then dated line by line."""
    groups = [_of(every, section)]
    if section == "course":
        groups = [[*_of(every, "problem"), *_of(every, "state")], _of(every, "tried")]
    return [one for one in groups if one]


def _letter_group(page: Page, section: str, group: Sequence[Shown]) -> None:
    zh = page.lang == "zh"
    stop = "。" if zh else "."
    part = group[0][0].part
    if section == "evidence":
        page.join(group, "\n", "\n")
    elif section in {"demand", "basis"} and len(group) > 1:
        for at, one in enumerate(group, 1):
            ends = section == "basis" or at == len(group)
            page.put(f"{at}. " if zh else f"({at}) ")
            page.join([one], "", (stop if ends else "；" if zh else ";") + "\n")
    elif part == "tried":
        page.join(group, stop + "\n", stop + "\n")
    else:
        page.join(group, "。" if zh else ". ", stop + "\n")


def lines(every: Sequence[Shown], style: Style) -> Page:
    """Write one statement on a line, as on a card to read from."""
    page = Page(style.lang)
    page.join(every, "\n", "")
    return page


def _of(every: Iterable[Shown], part: str) -> list[Shown]:
    return [one for one in every if one[0].part == part]


def _count(number: int, lang: str) -> str:
    return f"{_NUMERALS[number - 1]}、" if lang == "zh" else f"{number}. "


def _trimmed(page: Page) -> Page:
    while page.parts and not page.parts[-1].strip():
        page.length -= len(page.parts.pop())
    if page.parts:
        last = page.parts[-1]
        page.parts[-1] = last.rstrip("\n")
        page.length -= len(last) - len(page.parts[-1])
    return page
