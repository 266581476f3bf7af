"""The keys that scripts rely on: more may come, these stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from keepproof.cli import main

NUMBER = "2690183455720166318"
ORDERS = f"""订单号,订单提交时间,订单状态,店铺名称,商品名称,型号款式,商品数量,商品金额,实付金额,运费
{NUMBER},2026-11-10 21:04:00,交易成功,澄屿家电旗舰店,吸尘器,标准版,1,￥1299.00,￥1299.00,￥0.00
"""
PAGE = f"""订单详情
店铺：澄屿家电旗舰店
订单编号：{NUMBER}
实付款：￥1299.00
"""
CHAT = """tb买家 2026-11-16 09:12:00
什么时候发货
澄屿家电旗舰店:小陈 2026-11-16 09:15:00
亲，48小时内给您发货
"""
TIMES = {"file", "content", "imported", "event"}
EVIDENCE = {
    "number": None,
    "kind": str,
    "title": str,
    "original_name": str,
    "sha256": str,
    "size": int,
    "media_type": str,
    "order": None,
    "times": dict.fromkeys(TIMES),
    "state": str,
    "derived_from": None,
}
SHAPES: dict[str, Any] = {
    "evidence list": [EVIDENCE],
    "evidence add": {
        "kept": [EVIDENCE],
        "duplicates": [{"path": str, "of": EVIDENCE}],
        "odd": [{"path": str, "reason": str}],
        "refused": [{"path": str, "reason": str}],
    },
    "evidence show": {
        **EVIDENCE,
        "text": str,
        "messages": [
            {"sender": str, "role": str, "time": str, "text": str, "source": str, "flags": list}
        ],
        "suggestions": list,
        "custody": [dict],
    },
    "evidence verify": {
        "checked": int,
        "intact": int,
        "missing": list,
        "changed": list,
        "unreadable": list,
        "store": str,
        "chain": str,
    },
    "order show": {
        "no": str,
        "platform": str,
        "shop": str,
        "items": [{"title": str, "sku": str, "quantity": int, "price": dict}],
        "paid": int,
        "currency": str,
        "times": dict.fromkeys(("ordered", "paid", "shipped", "signed", "confirmed")),
        "sources": dict,
    },
    "dispute show": {
        "order": str,
        "issue": str,
        "demand": None,
        "answers": dict,
        "checklist": [{"kind": str, "need": str, "have": list, "why": str}],
        "contradictions": [{"field": str, "values": [{"value": None, "source": str}]}],
        "deadlines": [
            {"id": str, "due": None, "rule": str, "source": str, "as_of": str, "status": str}
        ],
        "next_step": {"channel": None, "party": None, "why": str, "cost_class": None},
    },
    "complaint": {
        "channel": str,
        "lang": str,
        "text": str,
        "messages": [str],
        "statements": [{"text": str, "citations": list, "stated_by_user": bool}],
        "counters": {"characters": int, "bytes": int, "messages": int, "pictures": int},
        "limits": dict,
        "dropped": list,
        "warnings": [{"kind": str, "text": str, "suggestion": None}],
    },
    "channels": [
        {
            "id": str,
            "platform": str,
            "party": str,
            "type": str,
            "path": str,
            "cost_class": str,
            "hours": str,
            "limits": dict,
            "real_name": bool,
            "public": bool,
            "source": str,
            "as_of": str,
            "status": str,
        }
    ],
    "phone": {"number": str, "class": str, "payer": str, "note": str, "source": str},
    "search": [{"type": str, "order": None, "number": None, "title": str, "snippet": str}],
}
"""Keys with their types; None stands for any value, a type for one that is not null, [x] for at least one x."""

CALLS = {
    "evidence list": ["evidence", "list"],
    "evidence add": ["evidence", "add", "again.txt", "missing.txt", "fake.png", "new.txt"],
    "evidence show": ["evidence", "show", "E2", "--order", NUMBER],
    "evidence verify": ["evidence", "verify"],
    "order show": ["order", "show", NUMBER],
    "dispute show": ["dispute", "show", NUMBER],
    "complaint": ["complaint", NUMBER, "--channel", "merchant_chat"],
    "channels": ["channels", "--platform", "tmall"],
    "phone": ["phone", "95188"],
    "search": ["search", "发货"],
}


def misses(value: object, shape: object, at: str = "") -> list[str]:
    """Name every place where a value does not have a shape."""
    if shape is None:
        return []
    if isinstance(shape, type):
        return [] if isinstance(value, shape) else [f"{at}: {value!r} is no {shape.__name__}"]
    if isinstance(shape, list):
        if not isinstance(value, list) or not value:
            return [f"{at}: {value!r} has no rows"]
        return [one for row in value for one in misses(row, shape[0], f"{at}[]")]
    assert isinstance(shape, dict)
    if not isinstance(value, dict):
        return [f"{at}: {value!r} has no keys"]
    lacking = [f"{at}.{key} is missing" for key in shape if key not in value]
    found = [(key, one) for key, one in shape.items() if key in value]
    return lacking + [one for key, part in found for one in misses(value[key], part, f"{at}.{key}")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library in which every list of every answer has something."""
    folder = tmp_path_factory.mktemp("shapes")
    (folder / "mine.csv").write_text(ORDERS, "utf-8")
    (folder / "page.txt").write_text(PAGE.replace("1299", "1199"), "utf-8")
    (folder / "订单.csv").write_text(
        ORDERS.replace("￥1299.00,￥0.00", "￥1199.00,￥0.00"), "utf-8"
    )
    (folder / "chat.txt").write_text(CHAT, "utf-8")
    (folder / "again.txt").write_text(CHAT, "utf-8")
    (folder / "new.txt").write_text("48 小时内发货", "utf-8")
    (folder / "fake.png").write_bytes(b"%PDF-1.4 not a picture")
    files = [str(folder / name) for name in ("订单.csv", "chat.txt", "page.txt")]
    library = str(folder / "library")
    for words in (
        ["order", "import", str(folder / "mine.csv"), "--yes"],
        ["evidence", "add", *files, "--order", NUMBER],
        ["dispute", "open", NUMBER, "--issue", "not_as_described", "--answer", "actual=骗子商家"],
        ["dispute", "event", NUMBER, "applied", "--claim", "return", "--at", "2026-11-18 12:00"],
    ):
        assert main(["--library", library, *words]) == 0, words
    return folder


@pytest.mark.parametrize("name", SHAPES)
def test_the_keys_that_scripts_rely_on_are_there(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    capsys.readouterr()
    status = main(["--library", str(folder / "library"), *CALLS[name], "--json"])
    shown = json.loads(capsys.readouterr().out)
    assert (misses(shown, SHAPES[name]), status) == ([], 1 if name == "evidence add" else 0)
