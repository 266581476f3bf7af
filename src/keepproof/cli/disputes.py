"""`keepproof dispute`: open a dispute, answer its questions, show where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from keepproof.cli import claims, differing, endings, output
from keepproof.cli.compensation import compensation_json
from keepproof.cli.desk import Desk, find_order, pass_desk
from keepproof.cli.orders import AS_JSON
from keepproof.domain.dispute import Dispute
from keepproof.domain.money import Money
from keepproof.errors import KnownError
from keepproof.services import open_dispute, views
from keepproof.services.answers import read_answer
from keepproof.services.compensation import compensation_of
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.knowledge.issue_type import IssueType
    from keepproof.library.library import Library


@click.group()
def dispute() -> None:
    """Open a dispute and show where it stands."""


dispute.add_command(claims.event)
dispute.add_command(claims.countdown)


@dispute.command(name="open")
@click.argument("number", metavar="ORDER")
@click.option("--issue", "code", required=True, help="Kind of problem, e.g. not_as_described.")
@click.option("--demand", "demand_id", help="The one thing asked for.")
@click.option("--amount", help="Amount asked for; the amount paid if not given.")
@click.option("--answer", "answers", multiple=True, help="KEY=VALUE; may be given several times.")
@AS_JSON
@pass_desk
def open_command(desk: Desk, /, number: str, code: str, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - click hands options over like this
    """Open a dispute on an order, or change the one that is open."""
    issue = _issue(desk, code)
    with desk.library() as library:
        order = find_order(library, number)
        current = views.current_dispute(library, order.id)
        with library.transaction():
            if current is None or current.state != "open":
                current = open_dispute.open_dispute(library, order.id, issue, Ticket()).value
            elif current.issue != issue.code:
                current = open_dispute.change_issue(library, current.id, issue, Ticket()).value
            zone = desk.book.platform(order.platform).time_zone
            changed = _changed(current, issue, given, order, zone)
            open_dispute.change_dispute(library, changed, Ticket())
        _show(desk, library, order.id, as_json=as_json)


@dispute.command()
@click.argument("number", metavar="ORDER")
@AS_JSON
@pass_desk
def show(desk: Desk, number: str, as_json: bool) -> None:
    """Show where a dispute stands.

    Facts, evidence checklist, contradictions, who has to prove what, deadlines with their rules, the next step.
    """
    with desk.library() as library:
        _show(desk, library, find_order(library, number).id, as_json=as_json)


dispute.add_command(endings.close)
dispute.add_command(endings.reopen)


def _issue(desk: Desk, code: str) -> IssueType:
    every = [*desk.book.issues, *desk.book.inquiries]
    found = next((one for one in every if one.code == code), None)
    if found is None:
        raise KnownError(
            "dispute.unknown_issue", issue=code, known=", ".join(one.code for one in every)
        )
    return found


def _changed(
    current: Dispute, issue: IssueType, given: dict[str, Any], order: Order, zone: str
) -> Dispute:
    demands = {one.id: one for one in issue.demands}
    wanted = given["demand_id"]
    if wanted and wanted not in demands:
        raise KnownError("dispute.unknown_demand", demand=wanted, known=", ".join(demands))
    amount = current.amount
    if wanted and wanted != current.demand:
        # The sum was meant for the other demand.
        amount = open_dispute.default_amount(order, demands[wanted])
    if given["amount"]:
        currency = order.paid.currency if order.paid else "CNY"
        try:
            amount = Money.parse(given["amount"], currency)
        except ValueError as error:
            raise KnownError("order.amount_impossible", text=given["amount"]) from error
    questions = {one.id: one for one in issue.questions}
    answers = dict(current.answers)
    for pair in given["answers"]:
        key, _, text = pair.partition("=")
        if key not in questions:
            raise KnownError("dispute.unknown_question", key=key, known=", ".join(questions))
        answers[key] = read_answer(questions[key], text, zone)
    return replace(current, demand=wanted or current.demand, amount=amount, answers=answers)


def _show(desk: Desk, library: Library, order_id: str, *, as_json: bool) -> None:
    view = views.order_page(library, order_id, desk.book)
    if view.dispute is None:
        raise KnownError("dispute.none", number=view.order.number)
    issue = desk.book.issue(view.dispute.issue)
    lang = output.language()
    found = desk.contradictions(library, order_id)
    rows = [
        {"kind": row.kind.value, "need": row.need, "have": list(row.have), "why": row.why.of(lang)}
        for row in view.checklist
    ]
    course = claims.course_json(desk, library, view.order)
    shape = {
        "order": view.order.number,
        "issue": issue.code,
        "label": issue.label.of(lang),
        "demand": {"id": view.dispute.demand, "amount": output.cents(view.dispute.amount)},
        "answers": dict(view.dispute.answers),
        "checklist": rows,
        "contradictions": differing.as_json(view.order, found),
        "burden": claims.burden_json(desk, issue.code, view.order.platform),
        "compensation": [
            compensation_json(one) for one in compensation_of(desk.book, view.order, view.dispute)
        ],
        **course,
        "next_step": _step_json(desk, view, lang),
    }
    if as_json:
        output.put_json(shape)
        return
    output.put(f"{view.order.number}  {issue.label.of(lang)}")
    for row in view.checklist:
        have = " ".join(f"E{number}" for number in row.have) or "-"
        output.put(
            f"  [{row.need}] {desk.book.kind(row.kind).label.of(lang)}: {have}  {row.why.of(lang)}"
        )
    differing.put(found, lang)
    claims.put_course(course)
    output.put(output.worded(f"next.{view.next.code}", _plain(view.next.data)))


def _step_json(desk: Desk, view: views.OrderView, lang: str) -> dict[str, Any]:
    """Write the next step with the channel it leads to; null where it leads to none."""
    step = view.next
    id = step.data.get("channel")
    known = {one.id: one for one in desk.book.channels(view.order.platform)}
    channel = known.get(str(id)) if id else None
    return {
        "code": step.code,
        "channel": channel.id if channel else None,
        "party": channel.party if channel else None,
        "cost_class": channel.cost_class if channel else None,
        "path": channel.path.of(lang) if channel else None,
        "why": output.worded(f"next.{step.code}", _plain(step.data)),
        **_plain(step.data),
    }


def _plain(data: Any) -> dict[str, Any]:  # noqa: ANN401 - the values of a next step
    shown: dict[str, Any] = {}
    for key, value in data.items():
        shown[key] = value.isoformat() if hasattr(value, "isoformat") else value
        if isinstance(value, (list, tuple)):
            shown[key] = [getattr(one, "value", one) for one in value]
    return shown
