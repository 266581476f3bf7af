"""What programs read in a bundle: the record, the custody entries, the hash list, the messages of chats."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from keepproof.domain.bundle import BundledItem, BundleRecord, ChainHead
from keepproof.domain.chat import Chat
from keepproof.domain.custody import CustodyEvent


def record_bytes(record: BundleRecord) -> bytes:
    """Write bundle.json."""
    text = json.dumps(asdict(record), ensure_ascii=False, indent=1, default=_plain)
    return f"{text}\n".encode("utf-8", "replace")


def history_bytes(events: Iterable[CustodyEvent], head: ChainHead) -> bytes:
    """Write the entries as they stand in the log, one a line, and the head of the log in the last line."""
    # ASCII, so that a name with half a character in it still gives the bytes its seal was made of.
    lines = [json.dumps(asdict(one), sort_keys=True) for one in events]
    lines.append(json.dumps({"head": head.hash, "sequence": head.sequence}))
    return "".join(f"{one}\n" for one in lines).encode("ascii")


def hash_list(items: Sequence[BundledItem], head: ChainHead, made_at: str, program: str) -> bytes:
    """Write the hashes of all evidence, also of what is left out, for a timestamp or a notary."""
    lines = [
        f"# {program}, {made_at}",
        "# SHA-256, 证据编号 number, 文件名 name. 可把本文件交给可信时间戳或公证机构。For a trusted timestamp or notary.",
        *(f"{one.sha256}  E{one.number}  {_one_line(one.original_name)}" for one in items),
        f"# 保管记录链尾 head of the custody record: {head.sequence} {head.hash}",
    ]
    return "".join(f"{one}\n" for one in lines).encode("utf-8", "replace")


def message_lines(number: int, chat: Chat) -> bytes:
    """Write the messages of one chat, one a line; `evidence` and `source` say where each stands."""
    return "".join(
        json.dumps(
            {
                "evidence": f"E{number}",
                "source": one.source,
                "time": one.at.isoformat() if one.at else one.local or None,
                "sender": one.sender,
                "role": one.role.value,
                "text": one.text,
            },
            ensure_ascii=False,
        )
        + "\n"
        for one in chat.messages
    ).encode("utf-8", "replace")


def _one_line(untrusted_name: str) -> str:
    return "".join(one if one.isprintable() else " " for one in untrusted_name)


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value))
