"""Small complaints the tests are made from."""

from __future__ import annotations

from collections.abc import Sequence

from keepproof.domain.complaint import Complaint, Counters, Limits, Span, Statement

GREETING = Statement("greeting", "greeting", "您好，我要反映一个售后问题。")
CLAIM = Statement(
    "claim", "problem", "页面写明“40 分钟”（证据2），客服也说“40 分钟”（证据7）。", (2, 7)
)
OWN = Statement("own", "state", "商品齐全，仅测试两次。", stated_by_user=True)


def a_complaint(
    statements: Sequence[Statement] = (GREETING, CLAIM, OWN), **changes: object
) -> Complaint:
    """Make a text of these statements, one line each."""
    text = "\n".join(one.text for one in statements)
    spans, start = [], 0
    for one in statements:
        spans.append(Span(start, start + len(one.text), one.id))
        start += len(one.text) + 1
    values: dict[str, object] = {
        "channel": "platform_chat",
        "lang": "zh",
        "size": "standard",
        "text": text,
        "messages": (text,),
        "statements": tuple(statements),
        "spans": tuple(spans),
        "counters": Counters(len(text), len(text.encode()), 1, 2),
        "limits": Limits(characters=200, message_characters=300),
        "numbers": (2, 7),
    }
    return Complaint(**{**values, **changes})  # type: ignore[arg-type]  # tests name real fields
