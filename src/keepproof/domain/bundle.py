"""The evidence bundle: one folder after BagIt (RFC 8493) in a zip, and the record in it that programs read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from keepproof.domain.evidence import SourcedTime

FORMAT = 1
AUDIENCES = ("platform", "12315", "self")

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
ORIGINALS = "data/originals"
SHARE = "data/share"
RECORD = "bundle.json"
INDEX = "index.html"
COMPLAINT = "complaint.txt"
CATALOGUE = "evidence_list.pdf"
HISTORY = "history.jsonl"
MESSAGES = "messages.jsonl"
HASHES = "hashes.txt"
GUIDE = "README_zh_en.txt"

DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MOST_FILES = 50_000


@dataclass(frozen=True, slots=True)
class Amount:
    """Money as a record writes it: integer cents and currency."""

    cents: int
    currency: str


@dataclass(frozen=True, slots=True)
class BundledProduct:
    """One line of the order."""

    title: str
    sku: str = ""
    quantity: int = 1
    price: Amount | None = None


@dataclass(frozen=True, slots=True)
class BundledOrder:
    """The order as the record has it; `times` are ISO 8601 with offset by the names of its moments."""

    number: str
    platform: str
    shop: str
    items: tuple[BundledProduct, ...] = ()
    paid: Amount | None = None
    discount: Amount | None = None
    freight: Amount | None = None
    times: Mapping[str, str] = field(default_factory=dict)
    courier: str = ""
    tracking_number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BundledItem:
    """One piece of evidence.

    `file` is its path in the bundle, "" where its bytes are left out; `left_out` says why: redacted (a redacted copy
    goes in its place), changed, missing or unreadable. `derived_from` is the SHA-256 of what a copy was made from.
    """

    id: str
    number: int
    kind: str
    title: str
    original_name: str
    sha256: str
    size: int
    media_type: str
    file: str = ""
    left_out: str = ""
    origin: str = ""
    derived_from: str = ""
    note: str = ""
    times: Mapping[str, SourcedTime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BundledText:
    """Which text the complaint is: `at` when it was copied, "" where it is the present draft."""

    channel: str
    lang: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last event of the custody log the bundle was made from; its hash seals all events before."""

    hash: str
    sequence: int


@dataclass(frozen=True, slots=True)
class BundleRecord:
    """What a program reads of a bundle; `made_at` is ISO 8601 with offset."""

    format: int
    program: str
    made_at: str
    audience: str
    order: BundledOrder
    items: tuple[BundledItem, ...]
    custody: ChainHead
    complaint: BundledText | None = None
