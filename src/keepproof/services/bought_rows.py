"""Make one form of every purchase in a set of bills: refunds joined, repeated rows told from parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from keepproof.domain import bill as bills
from keepproof.domain.bill import Bill, BillRow
from keepproof.domain.order import Moments, OrderItem
from keepproof.services.log_order import OrderForm

if TYPE_CHECKING:
    from keepproof.domain.money import Money

TRANSACTION = "transaction_number"
REFUNDED = "refunded"
GENERIC = "generic"
# outgoing money that buys nothing
_NO_PURCHASE = re.compile(
    "转账|红包|还款|理财|基金|提现|零钱充值|零钱通|余额宝|小金库|白条|亲情卡|亲属卡|亲密卡|亲友代付|赞赏|捐"
)

# what bills call the kinds of business that are buying things to keep; a meal or a ride is no order to log
_SHOPPING = re.compile(
    "网购|购物|商城|数码|电器|电脑|手机|服饰|服装|鞋|箱包|百货|日用|家居|家装|家电|母婴|亲子|运动户外|美妆|护肤"
    "|个护|图书|文具|食品|生鲜|宠物|爱车|玩具|乐器"
)

Problem = tuple[str, str, int, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Bought:
    """One purchase as a form. `source` is "file:line"; `is_order` where an order export tells of it.

    `files` are all that tell of it; `likely` says whether it looks like something bought from a shop.
    """

    form: OrderForm
    source: str
    is_order: bool
    refunded: Money | None = None
    files: tuple[str, ...] = ()
    likely: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """All purchases, what could not be used as (file, code, line, data), and how many rows are none.

    `others` are the outgoing payments among those: transfers, gifts, repayments.
    """

    bought: tuple[Bought, ...]
    problems: tuple[Problem, ...]
    left_out: int
    others: tuple[Bought, ...] = ()


@dataclass
class _Purchase:
    rows: list[tuple[str, BillRow]]

    @property
    def first(self) -> BillRow:
        return self.rows[0][1]


@dataclass
class _Collected:
    by_number: dict[str, _Purchase] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0


def collect(read: Sequence[tuple[str, Bill]]) -> Found:
    """Gather the purchases of all bills, each given with its file name."""
    collected, others = _Collected(), _Collected()
    rows: list[tuple[str, BillRow]] = []
    for file, bill in read:
        bought, alone = bills.purchases(bill.rows)
        for one in bought:
            if one.kind != "order" and _buys_nothing(one):
                _put(others, file, one)
        shopping = [one for one in bought if one.kind == "order" or not _buys_nothing(one)]
        refunds = sum(one.kind == "refund" for one in bill.rows)
        collected.left_out += len(bill.rows) - refunds - len(shopping)
        rows += ((file, one) for one in shopping)
        collected.problems += (_problem(file, "bills.refund_alone", one) for one in alone)
    # what an order export says is fuller than what a bill says, so it comes first
    for file, row in sorted(rows, key=lambda one: one[1].kind != "order"):
        _put(collected, file, row)
    return Found(
        _all_bought(collected),
        tuple(collected.problems),
        collected.left_out,
        tuple(replace(one, likely=False) for one in _all_bought(others)),
    )


def _all_bought(collected: _Collected) -> tuple[Bought, ...]:
    return tuple(_bought(number, purchase) for number, purchase in collected.by_number.items())


def _is_shopping(row: BillRow) -> bool:
    """Say whether a row looks like an order: of a shop's platform, or of a kind that is shopping."""
    return row.kind == "order" or bool(row.platform) or _SHOPPING.search(row.category) is not None


def _buys_nothing(row: BillRow) -> bool:
    return _NO_PURCHASE.search(row.category) is not None or (
        # one word for the whole title is what these services write themselves
        _NO_PURCHASE.fullmatch(row.title) is not None
    )


def _put(collected: _Collected, file: str, row: BillRow) -> None:
    number = row.order_number or row.transaction_number
    if not number:
        collected.problems.append((file, "bills.number_missing", row.line, {"line": row.line}))
        return
    known = collected.by_number.get(number)
    if known is None:
        collected.by_number[number] = _Purchase([(file, row)])
        return
    if _is_other(known, row):
        collected.problems.append(
            (file, "bills.number_twice", row.line, {"line": row.line, "words": number})
        )
    elif all(not _is_same(one, row) for _, one in known.rows):
        known.rows.append((file, row))


def _is_other(known: _Purchase, row: BillRow) -> bool:
    """Say whether a row is about another purchase: two payments of one number to different merchants."""
    payments = [one for _, one in known.rows if one.kind == "payment"]
    if row.kind == "payment" and payments:
        return (
            payments[0].merchant != row.merchant
            or payments[0].amount.currency != row.amount.currency
        )
    return False


def _is_same(one: BillRow, other: BillRow) -> bool:
    """Say whether two rows tell of one event, as two exports of overlapping months do."""
    if one.kind != other.kind:
        return False
    return one.kind == "order" or (
        one.transaction_number == other.transaction_number and one.amount == other.amount
    )


def _bought(number: str, purchase: _Purchase) -> Bought:
    file, first = purchase.rows[0]
    payments = [(name, one) for name, one in purchase.rows if one.kind == "payment"]
    form = _order_form(number, file, first) if first.kind == "order" else OrderForm(number)
    sources = dict(form.sources)
    if payments:
        form, sources = _with_payments(form, payments, sources)
    back = [one.refunded for _, one in purchase.rows if one.refunded is not None]
    refunded = back[0] if back else None
    for more in back[1:]:
        refunded = refunded + more if refunded is not None else more
    source = f"{file}:{first.line}"
    sources["number"] = source
    if refunded is not None:
        sources[REFUNDED] = f"{refunded.plain()} {refunded.currency} {source}"
    return Bought(
        replace(form, sources=sources),
        source,
        first.kind == "order",
        refunded,
        tuple(dict.fromkeys(name for name, _ in purchase.rows)),
        any(_is_shopping(one) for _, one in purchase.rows),
    )


def _order_form(number: str, file: str, row: BillRow) -> OrderForm:
    source = f"{file}:{row.line}"
    names = ["shop", "paid", *(f"item.{index}.title" for index in range(len(row.items)))]
    names += ["freight"] if row.freight is not None else []
    names += ["ordered"] if row.at is not None else []
    names += [one for one in ("courier", "tracking_number") if getattr(row, one)]
    return OrderForm(
        number,
        row.platform or GENERIC,
        row.merchant,
        row.items,
        row.amount,
        freight=row.freight,
        moments=Moments(ordered=row.at),
        courier=row.courier,
        tracking_number=row.tracking_number,
        sources=dict.fromkeys(names, source),
    )


def _with_payments(
    form: OrderForm, payments: Sequence[tuple[str, BillRow]], sources: dict[str, str]
) -> tuple[OrderForm, dict[str, str]]:
    """Fill in what the payments of an order say; several are its parts, such as deposit and balance."""
    file, first = payments[0]
    source = f"{file}:{first.line}"
    if form.platform == GENERIC and first.platform:
        form = replace(form, platform=first.platform)
    if not form.shop and first.merchant:
        form = replace(form, shop=first.merchant)
        sources["shop"] = source
    if not form.items and first.title:
        form = replace(form, items=(OrderItem(first.title),))
        sources["item.0.title"] = source
    if form.paid is None:
        total = first.amount
        for _, one in payments[1:]:
            total += one.amount
        form = replace(form, paid=total)
        sources["paid"] = source
    times = [one.at for _, one in payments if one.at is not None]
    if times:
        form = replace(form, moments=replace(form.moments, paid=max(times)))
        sources["paid_at"] = source
    if first.transaction_number:
        sources[TRANSACTION] = first.transaction_number
    return form, sources


def _problem(file: str, code: str, row: BillRow) -> Problem:
    return file, code, row.line, {"line": row.line, "words": row.amount.shown()}
