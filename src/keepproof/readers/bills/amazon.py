"""Amazon's order history: one row an item, times in UTC.

A row bears either its own part of the total or, in some exports, the total of the whole shipment again.
"""

from __future__ import annotations

from keepproof.domain.money import Money
from keepproof.readers.bills import cells
from keepproof.readers.bills.layout import Columns, Names
from keepproof.readers.bills.orders import Orders
from keepproof.readers.bills.table import Row

_TOTAL = ("TotalOwed", "TotalAmount")
_QUANTITY = ("Quantity", "OriginalQuantity")
_PARCEL = ("CarrierName&TrackingNumber",)
_SHIPMENT = (("ShipDate",), _PARCEL, ("ShipmentItemSubtotal",), ("ShipmentItemSubtotalTax",))


def _platform(_shop: str) -> str:
    return "amazon"


def _part_of(columns: Columns, row: Row, total: Money) -> str:
    """Name the shipment a row gives the total of; "" where the total is that of its own item."""

    def cents(names: Names) -> int:
        found = cells.amount_or_none(columns.text(row, names).lstrip("'-"))
        return found.cents if found else 0

    quantity = cells.count(columns.cell(row, _QUANTITY))
    item = quantity * (cents(("UnitPrice",)) + cents(("UnitPriceTax",)))
    shipment = cents(("ShipmentItemSubtotal",)) + cents(("ShipmentItemSubtotalTax",))
    if abs(shipment - item) <= quantity:  # the tax of one piece is rounded
        return ""
    whole = shipment + cents(("ShippingCharge",))
    if total.cents not in {whole, whole - cents(("TotalDiscounts",))}:
        return ""
    return " ".join(columns.text(row, names) for names in _SHIPMENT)


AMAZON = Orders(
    format="amazon",
    needs=(("OrderID",), ("OrderDate",), ("ProductName",), _TOTAL),
    number=("OrderID",),
    time=("OrderDate",),
    total=_TOTAL,
    shop=("Website",),
    title=("ProductName",),
    sku=(),
    quantity=_QUANTITY,
    price=("UnitPrice",),
    status=("OrderStatus",),
    currency=("Currency",),
    usual_currency="USD",
    platform_of=_platform,
    tracking=_PARCEL,
    part_of=_part_of,
)
