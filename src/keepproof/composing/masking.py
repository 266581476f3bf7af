"""Hide private data in what a text is made from: always in public, elsewhere what the channel does not need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from keepproof.composing import privacy
from keepproof.composing.facts import Facts, Person
from keepproof.composing.privacy import Private, PrivateKind
from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.dispute import Answer, StatementEdit
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.quote import Quote
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.issue_type import Question

# No channel asks for these in the text; a page that needs them has a field of its own.
NEVER_NEEDED = frozenset({"id", "card"})
STAR = "*"


@dataclass(frozen=True, slots=True)
class Item:
    """A private item of one channel: where it stands, what the text shows in its place.

    `place` is answer.<question>, the id of a statement (rewritten, a contact, a quotation), evidence.<number> or a field of the order or
    the parties. `usual` says whether the channel hides it when the user has not chosen.
    """

    place: str
    private: Private
    written: str
    veiled: str
    usual: bool
    masked: bool

    @property
    def key(self) -> str:
        """Name the item in a choice."""
        return f"{self.private.kind}:{self.private.value}"

    @property
    def shown(self) -> str:
        """Give what the text shows."""
        return self.veiled if self.masked else self.written


@dataclass(frozen=True, slots=True)
class Hidden:
    """The facts as the channel may see them, and the private items that were looked at."""

    facts: Facts
    items: tuple[Item, ...]


def hide(facts: Facts, channel: Channel) -> Hidden:
    """Put masked values in place of private ones, as the channel needs it and the user has chosen."""
    return _Veil(facts, channel).hidden()


@lru_cache(maxsize=2048)
def veil(text: str, known: frozenset[str] = frozenset()) -> str:
    """Hide everything private in a text."""
    for one in reversed(privacy.find(text, known)):
        text = text[: one.start] + star(text[one.start : one.end], one.kind) + text[one.end :]
    return text


def numbers_of(facts: Facts) -> frozenset[str]:
    """List the numbers of an order that are never private, whatever they look like."""
    known = [facts.order.number, facts.order.tracking_number, facts.merchant.credit_code]
    known += [one.ticket for one in facts.contacts]
    return frozenset(one.strip() for one in known if one.strip())


def star(words: str, kind: PrivateKind) -> str:
    """Hide a private value, leaving enough of it to be recognised by who knows it."""
    if kind == "email":
        name, at, host = re.split(r"([@＠])", words, maxsplit=1)
        return f"{name[:1]}{STAR * 3}{at}{host}"
    if kind == "name":
        parts = words.split(" ")
        if len(parts) > 1 or words.isascii():
            return " ".join(one[:1] + STAR * 3 for one in parts)
        return words[:1] + STAR * (len(words) - 1)
    if kind == "address":
        return STAR * 3
    places = [at for at, one in enumerate(words) if one.isdigit() or one in "Xx"]
    first, last = {"phone": (3, 4), "id": (3, 2), "card": (0, 4)}[kind]
    if len(places) < first + last + 4:
        first, last = max(0, len(places) - last - 4), min(last, len(places) - 4)
    hidden = set(places[first : len(places) - last])
    return "".join(STAR if at in hidden else one for at, one in enumerate(words))


class _Veil:
    """Goes through the facts for one channel."""

    def __init__(self, facts: Facts, channel: Channel) -> None:
        self._facts, self._channel = facts, channel
        self._known = numbers_of(facts)
        self._chosen = {one.item: one.masked for one in facts.masks if one.channel == channel.id}
        self._questions = {one.id: one for one in facts.issue.questions}
        self._items: list[Item] = []

    def hidden(self) -> Hidden:
        facts = self._facts
        answers = {id: self._answer(id, value) for id, value in facts.dispute.answers.items()}
        made = replace(
            facts,
            dispute=replace(facts.dispute, answers=answers),
            edits=tuple(self._edit(one) for one in facts.edits),
            evidence=tuple(self._filed(one) for one in facts.evidence),
            quotes=tuple(self._quote(one) for one in facts.quotes),
            contacts=tuple(self._contact(one) for one in facts.contacts),
            commitments=tuple(self._commitment(one) for one in facts.commitments),
        )
        if self._channel.public:
            made = self._in_public(made)
        return Hidden(made, tuple(self._items)) if self._items else Hidden(facts, ())

    def _answer(self, id: str, value: Answer) -> Answer:
        question = self._questions.get(id)
        if not isinstance(value, str) or question is None or question.type != "text":
            return value
        return self._text(f"answer.{id}", value, question)

    def _edit(self, edit: StatementEdit) -> StatementEdit:
        if edit.channel != self._channel.id:
            return edit
        return replace(edit, text=self._text(edit.statement, edit.text))

    def _filed(self, filed: FiledEvidence) -> FiledEvidence:
        if filed.number is None or not filed.evidence.title:
            return filed
        title = self._text(f"evidence.{filed.number}", filed.evidence.title)
        if title == filed.evidence.title:
            return filed
        return replace(filed, evidence=replace(filed.evidence, title=title))

    def _quote(self, quote: Quote) -> Quote:
        numbers = {one.evidence.id: one.number for one in self._facts.evidence}
        place = f"quote.{numbers.get(quote.evidence_id)}.{quote.place}"
        sender = self._text(place, quote.sender)
        return replace(quote, sender=sender, text=self._text(place, quote.text))

    def _contact(self, contact: Contact) -> Contact:
        place = f"contact.{contact.id}"
        who = self._text(place, contact.who)
        return replace(contact, who=who, summary=self._text(place, contact.summary))

    def _commitment(self, commitment: Commitment) -> Commitment:
        place = f"contact.{commitment.contact_id}"
        return replace(commitment, words=self._text(place, commitment.words))

    def _in_public(self, facts: Facts) -> Facts:
        """Hide what other channels need: who complains, and private data in names of shop and goods."""
        order, merchant, person = facts.order, facts.merchant, facts.person
        items = tuple(
            replace(
                one,
                title=self._text("order.items", one.title),
                sku=self._text("order.items", one.sku),
            )
            for one in order.items
        )
        return replace(
            facts,
            order=replace(
                order,
                shop=self._text("order.shop", order.shop),
                items=items,
                courier=self._text("order.courier", order.courier),
            ),
            merchant=replace(
                merchant,
                registered_name=self._text("merchant.registered_name", merchant.registered_name),
                address=self._text("merchant.address", merchant.address),
                phone=self._whole("merchant.phone", merchant.phone, "phone"),
            ),
            person=Person(
                self._whole("person.name", person.name, "name"),
                self._whole("person.phone", person.phone, "phone"),
                self._whole("person.address", person.address, "address"),
            ),
        )

    def _text(self, place: str, text: str, question: Question | None = None) -> str:
        made, last = "", 0
        for one in self._found(text, question):
            item = self._item(place, one, text[one.start : one.end], question)
            made += text[last : one.start] + item.shown
            last = one.end
        return made + text[last:]

    def _found(self, text: str, question: Question | None) -> Iterator[Private]:
        for one in privacy.find(text, self._known):
            names_a_thing = question is not None and privacy.names_a_thing(question.label.zh)
            if not (one.kind == "card" and names_a_thing):
                yield one

    def _whole(self, place: str, value: str, kind: PrivateKind) -> str:
        """Hide a field that holds nothing else."""
        words = value.strip()
        if not words:
            return value
        return self._item(place, Private(0, len(words), kind, words), words, None).shown

    def _item(self, place: str, one: Private, words: str, question: Question | None) -> Item:
        usual = self._usual(one.kind, question)
        key = f"{one.kind}:{one.value}"
        masked = self._chosen.get(key, usual)
        item = Item(place, one, words, star(words, one.kind), usual, masked)
        self._items.append(item)
        return item

    def _usual(self, kind: PrivateKind, question: Question | None) -> bool:
        if self._channel.public or kind in NEVER_NEEDED:
            return True
        asked_for = question is not None and kind in question.personal
        return not (self._channel.real_name or asked_for)
