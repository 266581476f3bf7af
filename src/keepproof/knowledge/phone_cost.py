"""What a call to a number costs, and who pays: own rules first, then Google's libphonenumber."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from keepproof import assets
from keepproof.domain.money import Money
from keepproof.errors import KnownError
from keepproof.knowledge.channel import CostClass
from keepproof.knowledge.reading import convert, table
from keepproof.knowledge.rule import Status
from keepproof.knowledge.text import Text

HOME = 86
FOREIGN = "FOREIGN"
FIXED = "FIXED_LINE"
UNKNOWN = "unknown"
LONGEST = 40
MOST_MINUTES = 100_000
_NAME = re.compile(r"^(?:tel|telephone|phone|电话|热线|客服电话|客服热线):?(?=[+0-9])")
_EXTENSION = re.compile(r"(?<=[0-9])(?:转|轉|分机|分機|;?ext(?:ension)?=?|x|#):?([0-9]{1,8})$")
_SEPARATORS = {"Pd", "Ps", "Pe", "Zs", "Zl", "Zp", "Cf", "Cc"}
_MARKS = ".\u00b7\u2022\u2212"


@dataclass(frozen=True, slots=True)
class PhoneClass:
    """One class of numbers, which look like `patterns` or are of `types`, and what is known of its cost."""

    id: str
    label: Text
    payer: Text
    note: Text
    cost_class: CostClass
    source: str
    as_of: str
    status: Status
    patterns: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    estimate: bool = False

    def fits(self, digits: str) -> bool:
        """Say whether a bare number looks like one of this class."""
        return any(re.fullmatch(one, digits) for one in self.patterns)


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning and where it is from."""

    text: Text
    source: str
    as_of: str
    status: Status


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number without its decoration: digits, a leading + for an international one, the extension."""

    bare: str
    extension: str = ""

    @property
    def international(self) -> bool:
        """Say whether it is written with a country code."""
        return self.bare.startswith("+")


@dataclass(frozen=True, slots=True)
class PhoneCost:
    """What is known about one number; `number` is as it was typed, `digits` as it is dialled."""

    number: str
    digits: str
    extension: str
    kind: PhoneClass
    reference: Text
    incoming: Caution | None

    def payer(self, lang: str) -> str:
        """Word who pays; what nobody has read anywhere is called a reference value."""
        words = self.kind.payer.of(lang)
        return self.reference.of(lang).format(text=words) if self.kind.status == "memory" else words

    def note(self, lang: str) -> str:
        """Word what to know besides, with the warning of impostors where the number calls for it."""
        words = self.kind.note.of(lang)
        if self.incoming is None:
            return words
        return f"{words}{'' if lang == 'zh' else ' '}{self.incoming.text.of(lang)}"

    @property
    def source(self) -> str:
        """Name where the words are from."""
        if self.incoming is None:
            return self.kind.source
        return f"{self.kind.source}; {self.incoming.source}"


@dataclass(frozen=True, slots=True)
class CallPlan:
    """The user's own tariff and the length of a call; a minute begun counts as a whole one."""

    rate: Money
    minutes: int
    included: int = 0

    @classmethod
    def parse(cls, rate: str, minutes: str, included: str = "0") -> CallPlan:
        """Read what a person typed; KnownError phone.bad_rate, phone.bad_minutes."""
        try:
            money = Money.parse(rate)
        except ValueError as error:
            raise KnownError("phone.bad_rate", text=rate) from error
        return cls(money, _minutes(minutes, up=True), _minutes(included, up=False))

    @property
    def billed(self) -> int:
        """Count the minutes that are not included."""
        return max(0, self.minutes - self.included)


def estimate(cost: PhoneCost, plan: CallPlan) -> Money | None:
    """Estimate a call at the user's own rate, or give None where that rate says nothing."""
    return plan.rate * plan.billed if cost.kind.estimate else None


@dataclass(frozen=True, slots=True)
class PhoneCosts:
    """All classes, the more particular ones first, and the warnings that go with them."""

    classes: tuple[PhoneClass, ...]
    reference: Text
    incoming: Caution
    fraud: Caution

    @classmethod
    def read(cls, file: Path) -> PhoneCosts:
        """Read the classes of a file; one without a class for the rest, or with a bad pattern, is refused."""
        costs = convert(table(file), cls, file.name)
        try:
            costs.kind(UNKNOWN)
            for one in costs.classes:
                one.fits("")
        except (StopIteration, re.error) as error:
            detail = str(error) or f"no class {UNKNOWN}"
            raise KnownError("knowledge.invalid", name=file.name, detail=detail) from error
        return costs

    def classify(self, number: str) -> PhoneCost:
        """Tell what a call costs; never fails, what is no number is of the class unknown."""
        spelled = spell(number)
        kind = self._kind(spelled)
        warned = spelled.international and kind.id != UNKNOWN
        return PhoneCost(
            number,
            spelled.bare,
            spelled.extension,
            kind,
            self.reference,
            self.incoming if warned else None,
        )

    def kind(self, id: str) -> PhoneClass:
        """Give one class."""
        return next(one for one in self.classes if one.id == id)

    def _kind(self, spelled: Spelled) -> PhoneClass:
        if not spelled.bare:
            return self.kind(UNKNOWN)
        home = spelled.bare.removeprefix(f"+{HOME}")
        zero = f"0{home}" if spelled.international else ""  # it leaves out the zero of the area
        if own := self._own(home, zero):
            return own
        type_, national = _looked_up(spelled.bare)
        own = None if type_ == FIXED else self._own(national, f"0{national}")
        by_type = (one for one in self.classes if type_ in one.types)
        return own or next(by_type, self.kind(UNKNOWN))

    def _own(self, *spellings: str) -> PhoneClass | None:
        """Find the class by our patterns."""
        fitting = (one for one in self.classes if any(one.fits(each) for each in spellings))
        return next(fitting, None)


@cache
def phone_costs() -> PhoneCosts:
    """Read the classes the program ships with."""
    return PhoneCosts.read(assets.path("knowledge", "phone_costs.toml"))


def spell(number: str) -> Spelled:
    """Take off what people write around a number; `bare` is "" for what is none."""
    text = unicodedata.normalize("NFKC", number).lower()
    bare = _NAME.sub("", "".join(_digit(one) for one in text if not _separates(one)))
    extension = ""
    if found := _EXTENSION.search(bare):
        bare, extension = bare[: found.start()], found[1]
    if bare.startswith("00"):
        bare = f"+{bare[2:]}"
    if len(bare) > LONGEST or not re.fullmatch(r"\+?[0-9]+", bare):
        return Spelled("")
    return Spelled(bare, extension)


def _digit(one: str) -> str:
    value = unicodedata.decimal(one, None)
    return one if value is None else str(value)


def _separates(one: str) -> bool:
    return one in _MARKS or unicodedata.category(one) in _SEPARATORS


def _looked_up(bare: str) -> tuple[str, str]:
    """Ask libphonenumber for the type of a number and, if it is one of mainland China, its digits."""
    import phonenumbers  # noqa: PLC0415 -- heavy, and the window starts without it

    try:
        parsed = phonenumbers.parse(bare, "CN")
    except phonenumbers.NumberParseException:
        return "", ""
    if not phonenumbers.is_valid_number(parsed):
        return "", ""
    if parsed.country_code != HOME:
        return FOREIGN, ""
    type_ = phonenumbers.PhoneNumberType.to_string(phonenumbers.number_type(parsed))
    return type_, phonenumbers.national_significant_number(parsed)


def _minutes(text: str, *, up: bool) -> int:
    """Read minutes, whole or with a decimal point; rounded against the caller, to be safe."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = re.fullmatch(r"([0-9]{1,6})(?:\.([0-9]{1,6}))?", plain)
    if not found or int(found[1]) > MOST_MINUTES:
        raise KnownError("phone.bad_minutes", text=text)
    begun = up and int(found[2] or "0") > 0
    return int(found[1]) + begun
