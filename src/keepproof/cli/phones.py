"""`keepproof phone`: what a call to a number costs, and who pays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from keepproof.cli import output
from keepproof.cli.orders import AS_JSON
from keepproof.knowledge.phone_cost import (
    UNKNOWN,
    CallPlan,
    PhoneCost,
    PhoneCosts,
    estimate,
    phone_costs,
)


@click.command()
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER…")
@click.option("--rate", help="Your own rate in yuan per minute, such as 0.15.")
@click.option("--minutes", help="How long the call lasts.")
@click.option("--included", default="0", help="Minutes left in your plan.", show_default=True)
@AS_JSON
def phone(
    numbers: tuple[str, ...], rate: str | None, minutes: str | None, included: str, as_json: bool
) -> None:
    """Tell who pays for a call to a number.

    With the class of the number, an estimate where your rate is known, and where that was read.
    """
    plan = _plan(rate, minutes, included)
    costs = phone_costs()
    lang = output.language()
    found = [costs.classify(one) for one in joined(numbers, costs)]
    if as_json:
        rows = [phone_json(one, plan, lang) for one in found]
        output.put_json(rows[0] if len(rows) == 1 else rows)
    else:
        output.put("\n\n".join("\n".join(_lines(one, plan, lang)) for one in found))
    click.echo(costs.fraud.text.of(lang), err=True)


def joined(words: Sequence[str], costs: PhoneCosts) -> Sequence[str]:
    """Take the words as one number, typed with spaces and no quotes, where only that makes sense."""
    whole = " ".join(words)
    if any(costs.classify(one).kind.id != UNKNOWN for one in words):
        return words
    return words if costs.classify(whole).kind.id == UNKNOWN else (whole,)


def phone_json(one: PhoneCost, plan: CallPlan | None, lang: str) -> dict[str, Any]:
    """Write what is known of a number in its stable shape; one number gives one object."""
    return {
        "number": one.number,
        "digits": one.digits or None,
        "extension": one.extension or None,
        "class": one.kind.id,
        "label": one.kind.label.of(lang),
        "cost_class": one.kind.cost_class,
        "payer": one.payer(lang),
        "note": one.note(lang),
        "estimate": output.cents(estimate(one, plan)) if plan else None,
        "source": one.source,
        "as_of": one.kind.as_of,
        "status": one.kind.status,
    }


def _plan(rate: str | None, minutes: str | None, included: str) -> CallPlan | None:
    if rate is not None and minutes is not None:
        return CallPlan.parse(rate, minutes, included)
    if rate is None and minutes is None and included == "0":
        return None
    raise click.UsageError(output.worded("phone.estimate_incomplete"))


def _lines(one: PhoneCost, plan: CallPlan | None, lang: str) -> list[str]:
    kind = one.kind
    status = output.worded(f"phone.status.{kind.status}")
    lines = [
        _line("class", text=kind.label.of(lang)),
        _line("payer", text=one.payer(lang)),
        _line("note", text=one.note(lang)),
        _line("source", text=one.source, as_of=kind.as_of, status=status),
    ]
    if one.extension:
        lines.insert(1, _line("extension", text=one.extension))
    if plan:
        lines.insert(-1, _estimate_line(one, plan))
    return [output.clean(one.number), *lines]


def _estimate_line(one: PhoneCost, plan: CallPlan) -> str:
    money = estimate(one, plan)
    if money is None:
        return _line("no_estimate")
    if plan.billed == 0 and plan.minutes:
        return _line("included", minutes=plan.minutes)
    return _line("estimate", amount=money.shown(), billed=plan.billed)


def _line(name: str, **data: object) -> str:
    return f"  {output.worded(f'phone.line.{name}', data)}"
