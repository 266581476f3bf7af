from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from keepproof.cli.main import main

NUMBER = "2690183455720166318"


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Any:
    """Run one command in a library with a Tmall order signed 2026-11-15 18:20, and give status and output."""
    folder = str(tmp_path / "library")

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["--library", folder, *arguments])
        said = capfd.readouterr()
        return status, said.out, said.err

    added = [
        "order",
        "add",
        "--platform",
        "tmall",
        "--no",
        NUMBER,
        "--shop",
        "澄屿",
        "--item",
        "X1",
    ]
    times = {
        "paid": "2026-11-10 21:06",
        "shipped": "2026-11-11 10:00",
        "signed": "2026-11-15 18:20",
    }
    for name, at in times.items():
        added += [f"--{name}-at", at]
    call(*added, "--paid", "1299.00")
    call("dispute", "open", NUMBER, "--issue", "seven_day_refused")
    return call


def shown(run: Any) -> dict[str, Any]:
    status, out, _ = run("dispute", "show", NUMBER, "--json")
    assert status == 0
    return {one["id"]: one for one in json.loads(out)["deadlines"]}


def test_the_seven_days_of_a_tmall_order_end_168_hours_after_midnight(run: Any) -> None:
    window = shown(run)["seven_day_window"]
    assert window["due"] == "2026-11-23T00:00:00+08:00"
    assert window["status"] == "verified"
    assert window["rule"]
    assert "ruleId=5408" in window["source"]
    assert window["as_of"] == "2026-03-27"


def test_a_countdown_of_the_refund_form_replaces_the_rule(run: Any) -> None:
    at = (datetime.now(tz=UTC) - timedelta(hours=2)).isoformat()
    run("dispute", "event", NUMBER, "applied", "--claim", "return", "--at", at)
    before = shown(run)["seller_answers"]
    assert (before["origin"], before["status"]) == ("rule", "verified")
    run("dispute", "countdown", NUMBER, "seller_answers", "--due", "2026-11-30 18:00")
    after = shown(run)["seller_answers"]
    assert (after["due"], after["origin"]) == ("2026-11-30T18:00:00+08:00", "page")
    assert after["status"] == "user"
    run("dispute", "countdown", NUMBER, "seller_answers", "--clear")
    assert shown(run)["seller_answers"] == before


def test_events_are_listed_and_can_be_removed(run: Any) -> None:
    at = (datetime.now(tz=UTC) - timedelta(hours=2)).isoformat()
    _, out, _ = run(
        "dispute", "event", NUMBER, "applied", "--claim", "refund", "--at", at, "--json"
    )
    (event,) = json.loads(out)["events"]
    assert (event["number"], event["kind"], event["claim"]) == (1, "applied", "refund")
    _, out, _ = run("dispute", "event", NUMBER, "--remove", "1", "--json")
    assert json.loads(out)["events"] == []


@pytest.mark.parametrize("left", ["1d3h20m", "1天3小时20分", "27h20m", "27:20:00"])
def test_what_the_page_counts_down_can_be_typed_as_it_stands(run: Any, left: str) -> None:
    before = datetime.now(tz=UTC)
    run("dispute", "countdown", NUMBER, "evidence_upload", "--left", left)
    due = datetime.fromisoformat(shown(run)["evidence_upload"]["due"])
    rest = due - before - timedelta(hours=27, minutes=20)
    assert timedelta(0) <= rest < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["event", NUMBER, "applied"], 1),
        (["event", NUMBER, "changed", "--claim", "return"], 1),
        (["event", NUMBER, "--remove", "7"], 1),
        (["event", NUMBER, "refused", "--at", "one day"], 1),
        (["event", NUMBER], 2),
        (["event", "404", "refused"], 1),
        (["countdown", NUMBER, "no_such", "--left", "1h"], 1),
        (["countdown", NUMBER, "seller_answers", "--left", "soon"], 1),
        (["countdown", NUMBER, "seller_answers", "--left", "9999999d"], 1),
        (["countdown", NUMBER, "seller_answers", "--due", "2036-01-01"], 1),
        (["countdown", NUMBER, "seller_answers", "--clear"], 1),
        (["countdown", NUMBER, "seller_answers"], 2),
        (["countdown", NUMBER, "seller_answers", "--left", "1h", "--clear"], 2),
    ],
)
def test_impossible_input_is_refused_in_one_sentence(
    run: Any, arguments: list[str], status: int
) -> None:
    code, out, err = run("dispute", *arguments)
    assert (code, out) == (status, "")
    assert err.strip()
    assert "Traceback" not in err


def test_channels_lists_every_system_with_its_steps(run: Any) -> None:
    _, out, _ = run("channels", "--platform", "tmall", "--json")
    rows = {one["id"]: one for one in json.loads(out)}
    assert len(rows) == 19
    old = {"id", "platform", "party", "type", "path", "cost_class", "hours", "limits", "real_name"}
    assert all(old | {"public", "source", "as_of", "status"} <= set(one) for one in rows.values())
    assert rows["robot"]["type"] == "robot"
    assert rows["robot"]["text_profile"] is None
    assert rows["12315"]["text_profile"] == "full"
    assert " › ".join(rows["call"]["steps"]) == rows["call"]["path"]


def test_a_wrong_file_of_the_user_is_told_beside_the_answer(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEEPPROOF_HOME", str(tmp_path / "home"))
    file = tmp_path / "home" / "config" / "knowledge" / "platforms" / "tmall.toml"
    file.parent.mkdir(parents=True)
    file.write_text("\nname = 3\n", "utf-8")
    status, out, err = run("channels", "--platform", "tmall")
    assert status == 0
    assert len(out.splitlines()) == 19
    assert "tmall.toml" in err
    assert "line 2" in err


def test_who_proves_what_is_said_with_its_rules(run: Any) -> None:
    _, out, _ = run("dispute", "show", NUMBER, "--json")
    burden = json.loads(out)["burden"]
    assert burden["binding"] is True
    assert {"buyer", "seller", "confirmed"} <= set(burden)
    assert [one["id"] for one in burden["rules"]] == ["CPL-25", "CPLR-19", "R7-8"]


@pytest.mark.parametrize(
    ("arguments", "cents"),
    [
        (["459.00", "--platform", "taobao", "--hours", "48"], 459),
        (["459.00", "--platform", "taobao", "--kind", "out_of_stock", "--hours", "72"], 6885),
        (["459.00", "--platform", "tmall", "--kind", "out_of_stock"], 4590),
    ],
)
def test_compensation_is_a_hint_with_its_rule(run: Any, arguments: list[str], cents: int) -> None:
    _, out, _ = run("compensation", *arguments, "--json")
    shape = json.loads(out)
    assert shape["amount"] == {"cents": cents, "currency": "CNY"}
    assert shape["rule"]
    assert shape["source"]
    assert shape["as_of"] == "2026-04-09"
    assert shape["hint"]


def test_tmall_names_no_share_for_late_shipping(run: Any) -> None:
    _, out, _ = run("compensation", "459.00", "--platform", "tmall", "--json")
    assert (json.loads(out)["amount"], json.loads(out)["status"]) == (None, "open")


@pytest.mark.parametrize(
    "arguments", [["459", "--platform", "jd"], ["459", "--platform", "x"], ["a lot"]]
)
def test_compensation_that_nobody_can_compute_is_told(run: Any, arguments: list[str]) -> None:
    code, out, err = run("compensation", *arguments)
    assert (code, out) == (1, "")
    assert err.strip()


def test_a_calendar_is_written_for_an_order_with_deadlines(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    run("dispute", "countdown", NUMBER, "seller_answers", "--left", "30h")
    status, out, err = run("export", "ics", NUMBER, "-o", str(path))
    assert (status, out) == (0, "")
    assert "a.ics" in err
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"BEGIN:VALARM" in path.read_bytes()


def test_reminders_name_what_is_due_in_all_orders(run: Any) -> None:
    run("dispute", "countdown", NUMBER, "seller_answers", "--left", "5h")
    status, out, _ = run("reminders", "--json")
    rows = json.loads(out)
    assert status == 0
    (ringing,) = [one for one in rows if one["text"] and one["id"].count("seller_answers")]
    assert (ringing["order"], ringing["rings"], ringing["urgency"]) == (NUMBER, True, "now")
    assert {"kind", "due", "why", "status"} <= set(ringing)


def test_the_delivery_checklist_can_be_ticked_off(run: Any) -> None:
    number = "2690183455720166319"
    signed = (datetime.now(tz=UTC) - timedelta(hours=1)).isoformat()
    add = ["order", "add", "--platform", "tmall", "--no", number, "--shop", "s", "--item", "i"]
    run(*add, "--signed-at", signed)

    def done() -> dict[str, bool]:
        _, out, _ = run("order", "checklist", number, "--json")
        return {one["id"]: one["done"] for one in json.loads(out)}

    assert done()["count_items"] is False
    run("order", "checklist", number, "--done", "count_items")
    assert done()["count_items"] is True
    run("order", "checklist", number, "--undone", "count_items")
    assert done()["count_items"] is False
    status, _, err = run("order", "checklist", number, "--done", "nothing")
    assert (status, "nothing" in err) == (1, True)
