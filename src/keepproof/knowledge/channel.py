"""Channels: the ways to reach a shop, a platform or an authority, with what they take."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Literal

from keepproof.domain.complaint import Limits
from keepproof.knowledge.issue_type import Party
from keepproof.knowledge.rule import Status
from keepproof.knowledge.text import Text

Size = Literal["tiny", "short", "standard", "full", "call_card"]
ChannelType = Literal[
    "chat", "robot", "form", "phone", "notice", "self_help", "letter", "in_person", "other"
]
STEP = " › "
CostClass = Literal[
    "free", "caller_plan", "shared", "toll_free_landline", "government", "premium", "unknown"
]


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to send a complaint. What is not known about its limits is None; `note` says so.

    `status` tells how well path and limits are known, `as_of` when they were last looked at. `law` is how
    the text may name rules; `statutory` allows statutory damages in it; `numbers` is how it writes
    evidence numbers (long: 证据3, short: E3). No `sizes`: it takes no text we could write.
    """

    id: str
    label: Text
    party: Party
    type: ChannelType
    path: Text
    cost_class: CostClass
    hours: Text
    source: str
    as_of: str
    status: Status
    size: Size = "short"
    sizes: tuple[Size, ...] = ()
    limits: Limits = field(default_factory=Limits)
    law: Literal["none", "one", "numbered"] = "none"
    statutory: bool = False
    real_name: bool = False
    public: bool = False
    numbers: Literal["long", "short"] = "long"
    note: Text | None = None

    @property
    def takes_text(self) -> bool:
        """Say whether a complaint can be written for it."""
        return bool(self.sizes)

    def steps(self, lang: str) -> tuple[str, ...]:
        """Give the path step by step."""
        return tuple(self.path.of(lang).split(STEP))


@dataclass(frozen=True, slots=True)
class ChannelFile:
    """The shape of channels.toml."""

    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class ChannelOverride:
    """What a platform does differently from the general channel; None keeps the general value."""

    channel: str
    label: Text | None = None
    path: Text | None = None
    hours: Text | None = None
    cost_class: CostClass | None = None
    limits: Limits | None = None
    size: Size | None = None
    sizes: tuple[Size, ...] | None = None
    note: Text | None = None
    source: str | None = None
    as_of: str | None = None
    status: Status | None = None

    def applied(self, channel: Channel) -> Channel:
        """Return the channel as this platform has it."""
        names = [one.name for one in fields(self) if one.name != "channel"]
        values = {name: getattr(self, name) for name in names}
        return replace(
            channel, **{name: value for name, value in values.items() if value is not None}
        )
