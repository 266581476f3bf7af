"""The one demand: which it is in this channel, with which amount, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

from keepproof.composing.answers import Answers
from keepproof.composing.cleaning import squeeze
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.figures import word_money
from keepproof.composing.style import Style
from keepproof.composing.wording import capital, frame, render, small, voiced, without_amount
from keepproof.domain.money import Money
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.issue_type import DemandOption, StatementRule


@dataclass(frozen=True, slots=True)
class Demanded:
    """The demand of a text. `instead_of` is the one the user chose when this channel does not take it."""

    option: DemandOption | None
    amount: Money | None = None
    instead_of: DemandOption | None = None


def demanded(facts: Facts, channel: Channel) -> Demanded:
    """Decide the demand: the chosen one, or the usual one where the channel bars the chosen one."""
    chosen = next((one for one in facts.issue.demands if one.id == facts.dispute.demand), None)
    if chosen is None:
        return Demanded(None)
    if chosen.where == "all" or channel.statutory:
        return Demanded(chosen, _amount(facts, chosen, facts.dispute.amount))
    usual = next((one for one in facts.issue.demands if one.where == "all"), None)
    if usual is None:
        return Demanded(None, instead_of=chosen)
    # The sum was entered for the other demand, so it does not carry over.
    return Demanded(usual, _amount(facts, usual, None), chosen)


def _amount(facts: Facts, option: DemandOption, entered: Money | None) -> Money | None:
    if option.amount == "none":
        return None
    return entered or (facts.order.paid if option.amount == "paid" else None)


def demand_drafts(facts: Facts, answers: Answers, wanted: Demanded) -> list[Draft]:
    """Write the demand and what belongs to it, such as who pays the way back."""
    option = wanted.option
    if option is None:
        return []
    inquiry = facts.issue.inquiry
    conditions = [one for one in facts.issue.statements if one.part == "demand"]
    conditions = [one for one in conditions if one.applies(answers.given, option.id)]

    def write(style: Style) -> str:
        words = demand_words(wanted, style, inquiry=inquiry)
        if style.paragraph:
            key = "demand_label" if style.demand == "label" else "demand"
            money = option.amount != "none"
            key = "demand_inquiry" if inquiry else key
            words = frame(style.lang, style.size, key, demand=words, money=money)
        if style.size == "full" and not conditions:
            words = capital(words)
        return squeeze(words) if style.squeezed else words

    fields = ("demand", "amount") if wanted.amount else ("demand",)
    demand = Draft("demand", "demand", write, "core", 0, (), fields)
    return [demand, *(_condition(one, answers) for one in conditions)]


def demand_words(wanted: Demanded, style: Style, *, inquiry: bool = False) -> str:
    """Word the demand itself with its amount."""
    option, lang = wanted.option, style.lang
    if option is None:
        return ""
    amount = word_money(wanted.amount, lang, brief=style.paragraph) if wanted.amount else ""
    if style.demand == "label" and not inquiry:
        # In a very small field: the plain name of the demand, and the sum.
        label = option.label.of(lang) if lang == "zh" else small(option.label.en)
        joint = (" " if "，" not in label else "，") if lang == "zh" else ", "
        return label + joint + amount if amount else label
    source = option.text.of(lang)
    if not amount and option.amount != "none":
        source = without_amount(source, lang)
    return render(voiced(source, lang, style.voice), {"amount": amount}).strip()


def _condition(rule: StatementRule, answers: Answers) -> Draft:
    names = (*rule.uses, *rule.also)

    def write(style: Style) -> str:
        source = voiced(rule.template(style.lang, short=style.brief), style.lang, style.voice)
        text = render(source, answers.values(names, source, style)).strip()
        return squeeze(text) if style.squeezed else text

    fields = tuple(f"answer.{one}" for one in names)
    return Draft(rule.id, "demand", write, "fact", rule.rank, (), fields)
