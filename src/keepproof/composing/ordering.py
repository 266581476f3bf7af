"""The order in one statement: number, seller, goods, amount, and the moments that matter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from keepproof.composing.citing import bracketed, cited
from keepproof.composing.cleaning import clean, hold, shorten, squeeze
from keepproof.composing.draft import Draft
from keepproof.composing.facts import Facts
from keepproof.composing.figures import word_moment, word_money
from keepproof.composing.style import Style
from keepproof.composing.wording import common, frame
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import OrderItem
from keepproof.knowledge.book import GENERIC

Have = Mapping[EvidenceKind, tuple[int, ...]]
NAMED_ITEMS = 3  # in a letter so many goods are named, elsewhere the first
# Where the way of the parcel is the matter: when it was sent, by whom, under which number.
ON_THE_WAY = frozenset({"late_shipment", "fake_shipment", "not_received"})
NOT_RECEIVED = "not_received"


def order_draft(facts: Facts, have: Have) -> Draft:
    """Write the order; it rests on the order page, the payment and the tracking."""
    order = facts.order
    moments = [name for name, _ in moments_of(facts, brief=False)]
    read = [one.removesuffix("_shown") for one in moments]
    kinds = [EvidenceKind.ORDER_SHOT]
    if order.paid or "paid" in read:
        kinds.append(EvidenceKind.PAY_SHOT)
    if {"shipped", "signed"} & set(read):
        kinds.append(EvidenceKind.TRACK)
    numbers = cited(kinds, have)
    fields = ["order.number"]
    fields += ["order.shop"] if order.shop else []
    fields += ["order.items"] if order.items else []
    fields += ["order.paid"] if order.paid else []
    fields += [f"order.{one}" for one in read]

    def write(style: Style) -> str:
        text = _order_text(facts, style)
        if style.order_cited:
            text += bracketed(numbers, style)
        return squeeze(text) if style.squeezed else text

    return Draft("order", "order", write, "core", 0, numbers, tuple(fields))


def moments_of(facts: Facts, *, brief: bool) -> list[tuple[str, datetime]]:
    """Choose the moments to name: when it was bought, shipped where that is the matter, delivered."""
    known = facts.order.moments.known()
    bought = "paid" if "paid" in known else "ordered"
    code = facts.issue.code
    names = [bought]
    if code in ON_THE_WAY or "signed" not in known:
        names.append("shipped")
    names.append("signed")
    found = [(one, known[one]) for one in names if one in known]
    if brief and found:
        found = found[:1] if code in ON_THE_WAY else found[-1:]
    if code == NOT_RECEIVED:
        # The tracking says so; that it is true is what the dispute is about.
        return [("signed_shown" if name == "signed" else name, at) for name, at in found]
    return found


def number_of(facts: Facts) -> str:
    """Give the order number as it is written everywhere."""
    return clean(facts.order.number, "zh")


def seller(facts: Facts, lang: str) -> str:
    """Name platform and shop: 天猫“示例旗舰店”."""
    platform = "" if facts.platform.id == GENERIC else facts.platform.name.of(lang)
    shop = clean(facts.order.shop, lang)
    if not shop:
        return platform
    return common(lang, "order", "seller", platform=platform, shop=shop)


def goods(facts: Facts, style: Style) -> str:
    """Name what was bought: the first item in a message, up to three in a letter."""
    items = facts.order.items
    if not items:
        return ""
    full = style.size == "full" and style.order == "whole"
    named = items[: NAMED_ITEMS if full else 1]
    joint = "、" if style.lang == "zh" else ", "
    words = joint.join(_item(one, style) for one in named)
    if len(items) > len(named) and not style.brief:
        rest = len(items) - len(named)
        words = common(style.lang, "order", "more", goods=words, count=len(items), rest=rest)
    return words


def _item(item: OrderItem, style: Style) -> str:
    title = clean(item.title, style.lang)
    sku = clean(item.sku, style.lang)
    if style.squeezed:
        title = hold(title)
    if style.name_width is not None:
        title = shorten(title, style.name_width)
    told = style.order == "whole" and not style.brief
    keep = told and sku and sku not in title and len(sku) <= (style.name_width or len(sku))
    return common(
        style.lang,
        "order",
        "goods",
        title=title,
        sku=sku if keep else "",
        count=item.quantity if told else 0,
        counted=style.size == "full",
    ).strip()


def _order_text(facts: Facts, style: Style) -> str:
    lang, order = style.lang, facts.order
    key = {"whole": "order", "lean": "order_lean", "bare": "order_bare"}[style.order]
    year = facts.today.year
    moments = moments_of(facts, brief=style.paragraph)
    bought = ""
    if style.size == "full" and moments and moments[0][0] in {"paid", "ordered"}:
        bought = word_moment(moments.pop(0)[1], lang, style.moments, year)
    worded = [
        common(lang, "moments", name, at=word_moment(at, lang, style.moments, year))
        for name, at in moments
    ]
    return frame(
        lang,
        style.size,
        key,
        number=number_of(facts),
        seller=seller(facts, lang),
        goods=goods(facts, style),
        paid=word_money(order.paid, lang, brief=style.paragraph) if order.paid else "",
        moments=worded,
        bought=bought,
        named=bool(order.shop or facts.merchant.registered_name),
        parcel=_parcel(facts, lang),
    ).strip()


def _parcel(facts: Facts, lang: str) -> str:
    """Name the parcel where the dispute is about its way."""
    order = facts.order
    if facts.issue.code not in ON_THE_WAY or not order.tracking_number:
        return ""
    courier = clean(order.courier, lang)
    number = clean(order.tracking_number, lang)
    return common(lang, "order", "parcel", courier=courier, number=number)


def tail_of(facts: Facts) -> str:
    """Give the last four characters of the order number."""
    return number_of(facts)[-4:]


def grouped_number(facts: Facts) -> str:
    """Write the order number in groups of four, to be read aloud."""
    return grouped(number_of(facts))


def grouped(number: str) -> str:
    """Write a number in groups of four; a hyphen is a pause already."""
    parts = number.split("-")
    groups = (" ".join(part[at : at + 4] for at in range(0, len(part), 4)) for part in parts)
    return " - ".join(groups)
