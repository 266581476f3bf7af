from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from keepproof import settings
from keepproof.cli import main
from keepproof.domain.chat import Role
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.chat_roles import set_role
from keepproof.ticket import Ticket

NUMBER = "2690183455720166318"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command on a library of the test's own: status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library"), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


@pytest.fixture
def order(run: Run) -> str:
    words = (
        "--platform",
        "tmall",
        "--no",
        NUMBER,
        "--shop",
        "澄屿家电旗舰店",
        "--item",
        "X1 无线吸尘器",
    )
    status, _, _ = run(
        "order", "add", *words, "--paid", "1299.00", "--signed-at", "2026-11-15 18:20"
    )
    assert status == 0
    return NUMBER


def data(run: Run, *words: str) -> Any:
    status, out, _ = run(*words, "--json")
    assert status == 0
    return json.loads(out)


def test_an_order_is_shown_in_its_stable_shape(run: Run, order: str) -> None:
    shown = data(run, "order", "show", order)
    assert (shown["no"], shown["paid"], shown["currency"]) == (NUMBER, 129900, "CNY")
    assert shown["times"]["signed"] == "2026-11-15T18:20:00+08:00"
    assert shown["times"]["paid"] is None
    assert shown["sources"]["shop"] == "stated"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("order", "show", "123"), "no order 123"),
        (("order", "add", "--no", "1", "--paid", "much"), "not an amount"),
        (("order", "add", "--no", "1", "--paid-at", "2026-02-30"), "not a date"),
        (("order", "add", "--shop", "x"), "order number is empty"),
        (("order", "add", "--no", "1", "--platform", "moon"), "no platform"),
        (("channels", "--platform", "moon"), "no platform"),
        (("evidence", "show", "E9"), "no evidence E9"),
    ],
)
def test_a_known_problem_is_one_clear_line(run: Run, words: tuple[str, ...], part: str) -> None:
    status, out, said = run(*words)
    assert status == 1
    assert out == ""
    assert part in said
    assert said.strip().count("\n") == 0


def test_wrong_usage_is_told_apart(run: Run) -> None:
    assert run("order", "explode")[0] == 2
    assert run("evidence", "add")[0] == 2


def test_files_are_kept_once_and_sources_stay_as_they_were(
    run: Run, order: str, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in {
        "a.txt": b"one",
        "b.txt": b"two",
        "same.txt": b"one",
        "empty.txt": b"",
    }.items():
        (folder / name).write_bytes(content)
    before = {
        one: (hashlib.sha256(one.read_bytes()).digest(), one.stat().st_mtime_ns)
        for one in folder.iterdir()
    }
    status, out, _ = run("evidence", "add", str(folder), "--order", order, "--json")
    first = json.loads(out)
    assert status == 1
    assert [one["number"] for one in first["kept"]] == [1, 2]
    assert [Path(one["path"]).name for one in first["duplicates"]] == ["same.txt"]
    assert [Path(one["path"]).name for one in first["refused"]] == ["empty.txt"]
    again = json.loads(run("evidence", "add", str(folder), "--order", order, "--json")[1])
    assert again["kept"] == []
    assert len(again["duplicates"]) == 3
    after = {
        one: (hashlib.sha256(one.read_bytes()).digest(), one.stat().st_mtime_ns)
        for one in folder.iterdir()
    }
    assert after == before


def test_verify_names_what_changed_and_exits_1(run: Run, order: str, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("one")
    kept = data(run, "evidence", "add", str(source), "--order", order)["kept"][0]
    assert data(run, "evidence", "verify")["intact"] == 1
    sha = kept["sha256"]
    original = tmp_path / "library" / "originals" / sha[:2] / sha[2:4] / sha
    original.chmod(0o644)
    original.write_text("two")
    status, out, _ = run("evidence", "verify", "--json")
    report = json.loads(out)
    assert status == 1
    assert [one["original_name"] for one in report["changed"]] == ["a.txt"]
    assert (report["missing"], report["chain"], report["store"]) == ([], "intact", "reachable")


def test_evidence_is_found_by_number_and_by_fingerprint(
    run: Run, order: str, tmp_path: Path
) -> None:
    source = tmp_path / "chat.txt"
    source.write_text("您好", "utf-8")
    kept = data(run, "evidence", "add", str(source), "--order", order, "--kind", "chat")["kept"][0]
    by_number = data(run, "evidence", "show", "E1", "--order", order)
    by_print = data(run, "evidence", "show", kept["sha256"][:10])
    assert by_number["sha256"] == by_print["sha256"]
    assert by_number["text"] == "您好"
    assert by_number["custody"]


def test_a_chat_is_shown_message_by_message(run: Run, order: str, tmp_path: Path) -> None:
    source = tmp_path / "wangwang.txt"
    source.write_text(
        "tb46922026-8-5 9:31:00\r\n亲，什么时候发货\r\n已读\r\n示例旗舰店:小七2026-8-5 9:32:10\r\n今天发出\r\n",
        "utf-8",
    )
    run("evidence", "add", str(source), "--order", order)
    shown = data(run, "evidence", "show", "E1", "--order", order)
    said = [(one["sender"], one["time"], one["text"]) for one in shown["messages"]]
    assert said == [
        ("tb4692", "2026-08-05T09:31:00+08:00", "亲，什么时候发货"),
        ("示例旗舰店:小七", "2026-08-05T09:32:10+08:00", "今天发出"),
    ]
    assert shown["messages"][1]["role"] == "merchant"
    assert all(one["source"].startswith("L") for one in shown["messages"])
    status, out, _ = run("evidence", "show", "E1", "--order", order)
    assert (status, "今天发出" in out) == (0, True)


def test_a_dispute_is_opened_answered_and_shown(run: Run, order: str) -> None:
    words = (
        "--issue",
        "not_as_described",
        "--answer",
        "claim_text=标准档续航 40 分钟",
        "--answer",
        "actual=8 分 06 秒",
    )
    shown = data(run, "dispute", "open", order, *words)
    assert shown["answers"]["claim_text"] == "标准档续航 40 分钟"
    assert shown["demand"]["amount"] == {"cents": 129900, "currency": "CNY"}
    assert shown["next_step"]["code"] in {"answer", "add_missing"}
    missing = [
        one["kind"] for one in shown["checklist"] if one["need"] == "required" and not one["have"]
    ]
    assert "order_shot" in missing


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--issue", "boredom"), "no kind of problem"),
        (("--issue", "not_as_described", "--demand", "moon"), "no demand"),
        (("--issue", "not_as_described", "--answer", "colour=red"), "no question"),
        (("--issue", "not_as_described", "--answer", "found_at=soon"), "does not fit"),
    ],
)
def test_impossible_answers_change_nothing(
    run: Run, order: str, words: tuple[str, ...], part: str
) -> None:
    status, _, said = run("dispute", "open", order, *words)
    assert status == 1
    assert part in said
    assert run("dispute", "show", order)[0] == 1


def test_another_demand_does_not_take_over_the_sum_of_the_first(run: Run, order: str) -> None:
    words = ("dispute", "open", order, "--issue", "not_as_described")
    partial = data(run, *words, "--demand", "partial_refund")["demand"]
    assert partial == {"id": "partial_refund", "amount": None}
    whole = data(run, *words, "--demand", "return_refund")["demand"]
    assert whole["amount"] == {"cents": 129900, "currency": "CNY"}


def test_the_complaint_is_the_text_and_nothing_else(run: Run, order: str) -> None:
    words = (
        "--issue",
        "not_as_described",
        "--answer",
        "claim_text=标准档续航 40 分钟",
        "--answer",
        "actual=8 分 06 秒",
    )
    run("dispute", "open", order, *words)
    status, out, _ = run("complaint", order, "--channel", "refund_form")
    assert status == 0
    shape = data(run, "complaint", order, "--channel", "refund_form")
    assert out.rstrip("\n") == shape["text"]
    assert NUMBER in out
    assert "1299元" in out
    assert len(shape["text"].encode()) <= shape["limits"]["bytes"]
    assert all(one["citations"] or one["stated_by_user"] for one in shape["statements"])


def test_a_remark_names_place_span_and_wording(run: Run, order: str) -> None:
    words = ("--issue", "not_as_described", "--answer", "use_note=这家店就是骗子，打 13812345678")
    run("dispute", "open", order, *words)
    shape = data(run, "complaint", order, "--channel", "platform_chat")
    assert "138****5678" in shape["text"]
    tone = next(one for one in shape["warnings"] if one["kind"] == "tone")
    assert (tone["place"], tone["found"], tone["span"]) == (
        "answer.use_note",
        "这家店就是骗子",
        [0, 7],
    )
    assert tone["suggestion"] == "商家的说法与实际不符"
    assert tone["rewritten"] == "商家的说法与实际不符，打 13812345678"
    private = next(one for one in shape["warnings"] if one["kind"] == "privacy")
    assert (private["found"], private["masked"]) == ("138****5678", True)


def test_channels_carry_source_date_and_status(run: Run) -> None:
    rows = data(run, "channels", "--platform", "tmall")
    assert len(rows) >= 7
    assert all(one["source"] and one["as_of"] and one["status"] for one in rows)


def test_demo_prints_every_channel(run: Run) -> None:
    status, out, _ = run("demo", "--lang", "zh")
    assert status == 0
    assert out.count("===") >= 7


def test_a_library_of_the_settings_that_is_not_there_is_never_made_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEEPPROOF_LANG", "en")
    away = tmp_path / "disk" / "library"
    settings.save(settings.Settings(library=str(away)), user_paths().settings)
    status = main(["order", "list"])
    assert (status, away.parent.exists()) == (1, False)
    assert "library" in capsys.readouterr().err


def test_a_chat_shows_the_roles_the_user_gave(run: Run, order: str, tmp_path: Path) -> None:
    log = tmp_path / "聊天.txt"
    log.write_text("小七 2026-11-10 20:58:41\n亲，您好\ntb林 2026-11-10 20:59:00\n您好\n", "utf-8")
    run("evidence", "add", str(log), "--order", order)
    with Library.open(tmp_path / "library") as library:
        merchant = library.orders.all()[0].merchant_id
        set_role(library, merchant, "小七", Role.COURIER, Ticket())

    shown = data(run, "evidence", "show", "E1", "--order", order)

    assert [one["role"] for one in shown["messages"]] == ["courier", "me"]


PROMISING = (
    "tb林 2026-11-10 20:58:02\n什么时候发货？\n小七 2026-11-10 20:58:41\n亲，48 小时内发货\n"
)


@pytest.fixture
def promising(run: Run, order: str, tmp_path: Path) -> str:
    """Keep a chat with a promise under the order."""
    log = tmp_path / "聊天.txt"
    log.write_text(PROMISING, "utf-8")
    assert run("evidence", "add", str(log), "--order", order)[0] == 0
    return order


def test_a_chat_shows_what_it_promises(run: Run, promising: str) -> None:
    chat = data(run, "evidence", "show", "E1", "--order", promising)["chat"]

    (one,) = chat["promises"]
    assert (one["words"], one["topic"], one["source"]) == ("48 小时内发货", "ship", "L3")
    assert (one["due"], one["state"]) == ("2026-11-12T20:58:41+08:00", "unjudged")


def test_quoted_messages_stand_in_the_complaint(run: Run, promising: str) -> None:
    run("dispute", "open", promising, "--issue", "late_shipment")

    assert run("evidence", "quote", "E1", "L3", "--order", promising)[0] == 0

    status, text, _ = run("complaint", promising, "--channel", "12315", "--lang", "zh")
    assert status == 0
    assert "“亲，48 小时内发货”（证据1，第 3 行）" in text


@pytest.mark.parametrize("place", ["L4", "45"])
def test_a_place_that_is_not_there_is_named(run: Run, promising: str, place: str) -> None:
    run("dispute", "open", promising, "--issue", "late_shipment")

    status, _, said = run("evidence", "quote", "E1", place, "--order", promising)

    assert status != 0
    assert place in said


def test_without_a_problem_nothing_is_quoted(run: Run, promising: str) -> None:
    assert run("evidence", "quote", "E1", "L3", "--order", promising)[0] != 0
