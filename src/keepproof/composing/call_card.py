"""The card to read from on the phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from keepproof.composing.citing import by_kind, cited, usable
from keepproof.composing.cleaning import release, spaced
from keepproof.composing.demanding import Demanded, demand_words
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.layout import Page
from keepproof.composing.ordering import goods, grouped_number, seller, tail_of
from keepproof.composing.style import Style
from keepproof.composing.wording import frame, frames
from keepproof.domain.complaint import Complaint
from keepproof.domain.evidence import EvidenceKind

_JOINT = {"zh": "；", "en": ". "}
TRIED = 3  # more steps than this are not listened to


def card_drafts(facts: Facts, drafts: Sequence[Draft], wanted: Demanded) -> list[Draft]:
    """Write the lines of the card out of the statements of a complaint."""
    problem = [one for one in drafts if one.part == "problem" and one.role == "core"]
    problem = problem or [one for one in drafts if one.part == "problem"][:1]
    tried = [one for one in drafts if one.part == "tried"]
    kept = sorted(tried, key=lambda one: one.rank)[:TRIED]
    tried = [one for one in tried if one in kept]
    conditions = [one for one in drafts if one.part == "demand" and one.id != "demand"]
    order = next(one for one in drafts if one.part == "order")
    shot = cited([EvidenceKind.ORDER_SHOT], by_kind(usable(facts)))
    made = [_line("opening", "greeting", facts, (), ("order.number",))]
    made.append(_line("order", "order", facts, shot, ("order.number",)))
    if facts.order.items:
        made.append(_line("goods", "order", facts, order.citations, ("order.items",)))
    about = "problem_inquiry" if facts.issue.inquiry else "problem"
    made += [_joined("problem", about, problem)] if problem else []
    made += [_joined("tried", "tried", tried)] if tried else []
    made += [_demand(wanted, conditions, inquiry=facts.issue.inquiry)] if wanted.option else []
    made.append(_line("ask", "closing", facts, (), ()))
    return made


def spoken(complaint: Complaint) -> dict[str, str]:
    """Give what is said in each line of a written card, by the statement's id and without its heading."""
    said: dict[str, str] = {}
    for one in complaint.statements:
        words = one.text
        for key in (one.id, f"{one.id}_inquiry"):
            source = frames(complaint.lang, "call_card").get(key, "")
            heading = source.partition("{{")[0]
            if heading and "{{" in source and words.startswith(heading):
                words = words.removeprefix(heading)
        said[one.id] = words.strip()
    return said


def _line(
    key: str, part: str, facts: Facts, numbers: tuple[int, ...], fields: tuple[str, ...]
) -> Draft:
    def write(style: Style) -> str:
        values: Mapping[str, str] = {
            "tail": tail_of(facts),
            "number": grouped_number(facts),
            "goods": goods(facts, style),
            "seller": seller(facts, style.lang),
        }
        name = f"{key}_inquiry" if key == "opening" and facts.issue.inquiry else key
        return release(frame(style.lang, "call_card", name, **values))

    return Draft(key, part, write, "core", 0, numbers, fields)


def _joined(part: str, key: str, drafts: Sequence[Draft]) -> Draft:
    """Say several statements in one line."""

    def write(style: Style) -> str:
        page = Page(style.lang)
        page.join([(one, one.write(style)) for one in drafts], _JOINT[style.lang], "")
        words = spaced(page.text()) if style.lang == "zh" else page.text()
        return frame(style.lang, "call_card", key, **{part: words})

    numbers = tuple(sorted({number for one in drafts for number in one.citations}))
    fields = tuple(dict.fromkeys(field for one in drafts for field in one.fields))
    return Draft(part, part, write, "core", 0, numbers, fields)


def _demand(wanted: Demanded, conditions: Sequence[Draft], *, inquiry: bool) -> Draft:
    def write(style: Style) -> str:
        joint = "，" if style.lang == "zh" else ", "
        words = joint.join([demand_words(wanted, style), *(one.write(style) for one in conditions)])
        words = spaced(words) if style.lang == "zh" else words
        return frame(
            style.lang, "call_card", "demand_inquiry" if inquiry else "demand", demand=words
        )

    fields = ["demand", *(["amount"] if wanted.amount else [])]
    fields += [field for one in conditions for field in one.fields]
    return Draft("demand", "demand", write, "core", 0, (), tuple(fields))
