"""What the form of an order is made of: names, values, zones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from keepproof.domain.order import MOMENTS
from keepproof.services.log_order import FormProblem, OrderForm

_T = TypeVar("_T")
MONEY = ("paid", "discount", "freight")
# The amount and the moment are both called "paid" in an order; a read text calls the moment paid_at.
MOMENT_FIELDS = {name: "paid_at" if name == "paid" else name for name in MOMENTS}


def form_values(form: OrderForm) -> dict[str, object]:
    """Lay a form out by the names its sources use."""
    plain = ("number", "shop", "courier", "tracking_number", *MONEY)
    values: dict[str, object] = {name: getattr(form, name) for name in plain}
    values |= {MOMENT_FIELDS[name]: at for name, at in form.moments.known().items()}
    for place, item in enumerate(form.items):
        for part in ("title", "sku", "quantity", "price"):
            values[f"item.{place}.{part}"] = getattr(item, part)
    return values


def row_problem(problem: FormProblem) -> FormProblem:
    """Name the row of the form a problem belongs to."""
    if problem.code.startswith("order.moment"):
        return replace(problem, field=MOMENT_FIELDS.get(problem.field, problem.field))
    return replace(problem, field="items") if problem.field.startswith("item.") else problem


def find_zone(name: str) -> ZoneInfo | None:
    """Find a time zone; None (the zone of this computer) where the system knows no zones."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def or_none(read: Callable[[], _T]) -> _T | None:
    """Read, or give None where the text is no value."""
    try:
        return read()
    except ValueError:
        return None
