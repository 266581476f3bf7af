"""Amazon's order history: one row an item, each with its own part of the total, times in UTC."""

from __future__ import annotations

from keepproof.readers.bills.orders import Orders

_TOTAL = ("TotalOwed", "TotalAmount")


def _platform(_shop: str) -> str:
    return "amazon"


AMAZON = Orders(
    format="amazon",
    needs=(("OrderID",), ("OrderDate",), ("ProductName",), _TOTAL),
    number=("OrderID",),
    time=("OrderDate",),
    total=_TOTAL,
    shop=("Website",),
    title=("ProductName",),
    sku=(),
    quantity=("Quantity", "OriginalQuantity"),
    price=("UnitPrice",),
    status=("OrderStatus",),
    currency=("Currency",),
    usual_currency="USD",
    platform_of=_platform,
    each_row_owes=True,
)
