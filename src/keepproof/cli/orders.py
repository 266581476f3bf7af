"""`keepproof order`: log, list and show orders."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from keepproof.cli import output
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.imports import import_command
from keepproof.domain.money import Money
from keepproof.domain.order import MOMENTS, Order, OrderItem
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.services import log_order
from keepproof.services.log_order import OrderForm
from keepproof.ticket import Ticket

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print data as JSON.")


@click.group()
def order() -> None:
    """Log, list and show orders."""


order.add_command(import_command)


@order.command()
@click.option(
    "--from-text",
    type=click.File("r", encoding="utf-8", errors="replace"),
    help="Text of an order page; - reads standard input.",
)
@click.option("--platform", help="tmall, taobao, jd, pdd, amazon …")
@click.option("--no", "number", help="Order number.")
@click.option("--shop", help="Shop name.")
@click.option("--item", "items", multiple=True, help="Item title; may be given several times.")
@click.option("--sku", help="Variant of the first item.")
@click.option("--paid", help="Amount paid, e.g. 1299.00.")
@click.option("--freight", help="Freight paid.")
@click.option("--courier", help="Courier.")
@click.option("--tracking", help="Tracking number.")
@click.option("--ordered-at", help="When it was ordered: 2026-11-10 21:04.")
@click.option("--paid-at", help="When it was paid.")
@click.option("--shipped-at", help="When it was shipped.")
@click.option("--signed-at", help="When it was signed for.")
@click.option("--confirmed-at", help="When receipt was confirmed.")
@AS_JSON
@pass_desk
def add(desk: Desk, /, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - click hands options over like this
    """Log an order.

    From the text of its page, from options, or from both; options win.
    """
    form = _form(desk.book, given)
    problems = log_order.check_form(form, desk.book, datetime.now().astimezone())
    for problem in problems:
        if problem.blocks:
            raise KnownError(problem.code, **problem.data)
        click.echo(output.worded(problem.code, problem.data), err=True)
    with desk.library() as library:
        stored = log_order.add_order(library, form, Ticket()).value
        if as_json:
            output.put_json(order_json(stored))
        else:
            output.put(_lines(stored))


@order.command(name="list")
@AS_JSON
@pass_desk
def list_orders(desk: Desk, as_json: bool) -> None:
    """List all orders."""
    with desk.library() as library:
        orders = library.orders.all()
    if as_json:
        output.put_json([order_json(one) for one in orders])
        return
    for one in orders:
        paid = one.paid.shown() if one.paid else "-"
        output.put(
            "\t".join(
                output.clean(part) for part in (one.number, one.platform, one.shop, one.title, paid)
            )
        )


@order.command()
@click.argument("number", metavar="ORDER")
@AS_JSON
@pass_desk
def show(desk: Desk, number: str, as_json: bool) -> None:
    """Show one order."""
    with desk.library() as library:
        found = find_order(library, number)
    if as_json:
        output.put_json(order_json(found))
    else:
        output.put(_lines(found))


def order_json(one: Order) -> dict[str, Any]:
    """Write an order in its stable shape."""
    return {
        "no": one.number,
        "platform": one.platform,
        "shop": one.shop,
        "items": [
            {
                "title": item.title,
                "sku": item.sku,
                "quantity": item.quantity,
                "price": output.cents(item.price),
            }
            for item in one.items
        ],
        "paid": one.paid.cents if one.paid else None,
        "currency": one.paid.currency if one.paid else None,
        "discount": one.discount.cents if one.discount else None,
        "freight": one.freight.cents if one.freight else None,
        "times": {name: output.moment(getattr(one.moments, name)) for name in MOMENTS},
        "courier": one.courier or None,
        "tracking_number": one.tracking_number or None,
        "archived": one.archived,
        "sources": dict(one.sources),
    }


def _lines(one: Order) -> str:
    paid = one.paid.shown() if one.paid else "-"
    rows = [f"{one.number}  {one.platform}  {output.clean(one.shop)}  {paid}"]
    rows += [
        f"  {output.clean(item.title)} {output.clean(item.sku)} × {item.quantity}"
        for item in one.items
    ]
    rows += [f"  {name}: {at:%Y-%m-%d %H:%M %z}" for name, at in one.moments.known().items()]
    return "\n".join(rows)


def _form(book: Book, given: dict[str, Any]) -> OrderForm:
    form = OrderForm()
    if given["from_text"] is not None:
        draft = log_order.read_text(given["from_text"].read(), given["platform"])
        for code in draft.problems:
            click.echo(output.worded(code), err=True)
        form = log_order.form_of(draft)
    platform = given["platform"] or form.platform
    if platform not in {one.id for one in book.platforms}:
        known = ", ".join(one.id for one in book.platforms)
        raise KnownError("platform.unknown", platform=platform, known=known)
    form = replace(form, platform=platform)
    texts = {
        "number": given["number"],
        "shop": given["shop"],
        "courier": given["courier"],
        "tracking_number": given["tracking"],
    }
    form = _stated(form, {name: value for name, value in texts.items() if value})
    if given["items"]:
        items = tuple(
            OrderItem(title, given["sku"] or "" if not index else "")
            for index, title in enumerate(given["items"])
        )
        form = _stated(form, {"items": items})
    currency = book.platform(platform).currency
    amounts = {name: _amount(given[name], currency) for name in ("paid", "freight") if given[name]}
    form = _stated(form, amounts)
    zone = ZoneInfo(book.platform(platform).time_zone)
    times = {name: _moment(given[f"{name}_at"], zone) for name in MOMENTS if given[f"{name}_at"]}
    sources = {
        **form.sources,
        **dict.fromkeys(
            ("paid_at" if name == "paid" else name for name in times), log_order.STATED
        ),
    }
    return replace(form, moments=replace(form.moments, **times), sources=sources)


def _stated(form: OrderForm, values: dict[str, Any]) -> OrderForm:
    names = {("item.0.title" if name == "items" else name): log_order.STATED for name in values}
    return replace(form, **values, sources={**form.sources, **names})


def _amount(text: str, currency: str) -> Money:
    try:
        return Money.parse(text, currency)
    except ValueError as error:
        raise KnownError("order.amount_impossible", text=text) from error


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        at = datetime.fromisoformat(text.strip().replace("/", "-"))
    except ValueError as error:
        raise KnownError("order.date_impossible", text=text) from error
    return at if at.tzinfo else at.replace(tzinfo=zone)
