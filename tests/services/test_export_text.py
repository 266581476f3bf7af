"""The text of a complaint as a file."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from keepproof.domain.complaint import Complaint, Counters, Limits, Statement
from keepproof.errors import KnownError
from keepproof.services.compose_complaint import export_text

HOSTILE = "型号 A_1*2 <img src=x> ![p](https://elsewhere/p.png) a|b \\| &lt; `x` ~~y~~"
FIRST = Statement("order", "order", HOSTILE, (1, 2), ("order.items",))
SECOND = Statement(
    "problem", "problem", "# 充电 3 次\n- 无效", (), ("answer.x",), stated_by_user=True
)
COMPLAINT = Complaint(
    channel="platform_chat",
    lang="zh",
    size="standard",
    text=f"{FIRST.text}\n{SECOND.text}",
    messages=(),
    statements=(FIRST, SECOND),
    spans=(),
    counters=Counters(0, 0, 1, 0),
    limits=Limits(),
    numbers=(1, 2),
)


def read_as_markdown(words: str) -> str:
    """Take the escapes out, as a reader of CommonMark does."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", words)


def exported(folder: Path, form: str, complaint: Complaint = COMPLAINT, title: str = "题") -> str:
    return export_text(complaint, folder / f"t.{form}", form, title).read_text("utf-8")


def test_plain_text_is_the_text_and_nothing_else(tmp_path: Path) -> None:
    assert exported(tmp_path, "txt") == COMPLAINT.text + "\n"


def test_markdown_shows_the_words_as_they_are(tmp_path: Path) -> None:
    body = exported(tmp_path, "md").partition("\n\n")[2].partition("\n\n|")[0]
    assert read_as_markdown(body.replace("  \n", "\n")).strip() == COMPLAINT.text


@pytest.mark.parametrize("mark", ["<", "[", "`", "*", "_", "|", "&", "~"])
def test_no_mark_of_a_name_is_left_without_its_escape(tmp_path: Path, mark: str) -> None:
    text = exported(tmp_path, "md", title=f"a{mark}b\nc").replace("|---|---|", "")
    cells = re.sub(r"(?m)^\| | \|$| \| ", "", text)  # the frame of the table is ours
    assert not re.search(rf"(?<!\\)(?:\\\\)*{re.escape(mark)}", cells)


def test_every_statement_stands_in_one_row_with_what_it_rests_on(tmp_path: Path) -> None:
    rows = [one for one in exported(tmp_path, "md").splitlines() if one.startswith("|")][2:]
    assert [one.rsplit(" | ", 1)[1] for one in rows] == ["证据1、证据2 |", "本人陈述 |"]


def test_english_joins_numbers_as_english_does(tmp_path: Path) -> None:
    assert "| E1, E2 |" in exported(tmp_path, "md", replace(COMPLAINT, lang="en"))


def test_a_failed_export_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "t.txt"
    old.write_text("old", "utf-8")

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KnownError):
        exported(tmp_path, "txt")
    assert {one.name: one.read_text("utf-8") for one in tmp_path.iterdir()} == {"t.txt": "old"}
