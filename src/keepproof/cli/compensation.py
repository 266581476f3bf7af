"""`keepproof compensation`: what a shop owes for late shipping, as the rules of the platform have it."""

from __future__ import annotations

from typing import Any

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.money import Money
from keepproof.errors import KnownError
from keepproof.knowledge.compensation import Compensation, Kind, compensate

KINDS = ("late", "out_of_stock")


@click.command()
@click.argument("price")
@click.option("--platform", default="taobao", show_default=True, help="taobao, tmall …")
@click.option(
    "--hours",
    type=click.FloatRange(0, 9600),
    default=48,
    show_default=True,
    help="Within how many hours it was promised.",
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="late",
    show_default=True,
    help="Shipped late, or not shipped because none is left.",
)
@click.option("--admitted", is_flag=True, help="The shop said in time that it has none left.")
@AS_JSON
@pass_desk
def compensation(
    desk: Desk, price: str, platform: str, hours: float, kind: Kind, admitted: bool, as_json: bool
) -> None:
    """Compute what a shop owes for shipping late.

    PRICE is what was paid for the item, without postage.
    """
    known = [one.id for one in desk.book.platforms]
    if platform not in known:
        raise KnownError("platform.unknown", platform=platform, known=", ".join(known))
    try:
        money = Money.parse(price)
    except ValueError as error:
        raise KnownError("order.amount_impossible", text=price) from error
    rules = desk.book.platform(platform).compensations
    found = compensate(rules, desk.book.fact, kind, money, hours, admitted=admitted)
    if found is None:
        raise KnownError("claim.no_compensation", platform=platform)
    shape = compensation_json(found)
    if as_json:
        output.put_json(shape)
        return
    amount = found.amount.shown() if found.amount else "-"
    output.put(f"{amount}  {shape['rule']}  {shape['condition'] or ''}")
    output.put(f"{shape['hint']}  {shape['source']}  {shape['as_of']}")


def compensation_json(one: Compensation) -> dict[str, Any]:
    """Write one sum in its stable shape; it is a hint, whatever its status."""
    lang = output.language()
    return {
        "kind": one.kind,
        "promise": one.promise,
        "amount": output.cents(one.amount),
        "percent": one.fact.percent,
        "rule": one.fact.rule.of(lang),
        "source": one.fact.source,
        "as_of": one.fact.as_of,
        "status": one.fact.status,
        "hint": output.worded("deadline.page_decides"),
        "condition": one.fact.condition.of(lang) if one.fact.condition else None,
    }
