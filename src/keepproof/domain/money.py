"""Money in integer cents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

SYMBOLS = {"CNY": "¥", "USD": "US$", "EUR": "€", "GBP": "£", "HKD": "HK$", "JPY": "JP¥"}
LIMIT = 10**12
_NOISE = re.compile(r"[\s,，¥￥$€£元]|CNY|RMB|USD|EUR|GBP|HK\$|US\$|yuan", re.IGNORECASE)
_WIDE = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in integer cents of one currency (ISO 4217)."""

    cents: int
    currency: str = "CNY"

    @classmethod
    def parse(cls, text: str, currency: str = "CNY") -> Money:
        """Read an amount a person typed ("1,299", "¥1299.00"); ValueError when it is none."""
        bare = _NOISE.sub("", text.translate(_WIDE))
        if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,2})?", bare):
            raise ValueError(text)
        try:
            cents = int(Decimal(bare) * 100)
        except InvalidOperation as error:
            raise ValueError(text) from error
        if cents >= LIMIT:
            raise ValueError(text)
        return cls(cents, currency)

    def plain(self) -> str:
        """Write the bare figure with two decimals: 1299.00."""
        sign = "-" if self.cents < 0 else ""
        whole, rest = divmod(abs(self.cents), 100)
        return f"{sign}{whole}.{rest:02d}"

    def shown(self) -> str:
        """Write the amount for the screen: ¥1,299.00."""
        sign = "-" if self.cents < 0 else ""
        whole, rest = divmod(abs(self.cents), 100)
        symbol = SYMBOLS.get(self.currency, f"{self.currency} ")
        return f"{sign}{symbol}{whole:,}.{rest:02d}"

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} + {other.currency}")
        return Money(self.cents + other.cents, self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.cents * times, self.currency)


def added(amounts: Iterable[Money | None]) -> tuple[Money, ...]:
    """Add amounts, each currency apart, the largest sum first; unknown ones are left out."""
    sums: dict[str, int] = {}
    for one in amounts:
        if one is not None:
            sums[one.currency] = sums.get(one.currency, 0) + one.cents
    made = [Money(cents, currency) for currency, cents in sums.items()]
    return tuple(sorted(made, key=lambda one: (-one.cents, one.currency)))
