"""Documents and mails from the command line: what hangs on a mail is named, words are shown plainly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fixtures.documents import MAIL, PAGE, docx, paragraph, pdf
from keepproof.cli import main


@pytest.fixture
def library(tmp_path: Path) -> str:
    return str(tmp_path / "library")


def run(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    assert main([*command, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_what_hangs_on_a_mail_is_named(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_bytes(MAIL)
    report = run(capsys, "--library", library, "evidence", "add", str(mail))
    ids = [one["id"] for one in report["kept"]]
    assert report["attached"] == [
        {"mail": ids[0], "items": ids[1:3]},
        {"mail": ids[2], "items": ids[3:]},
    ]
    assert [one["derived_from"] for one in report["kept"]] == [None, ids[0], ids[0], ids[2]]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", pdf(["电子发票"]), "电子发票"),
        ("a.docx", docx(paragraph("质检报告")), "质检报告"),
        ("a.eml", MAIL, "Subject: 订单 1"),
        ("a.html", PAGE.encode(), "全新 正品"),
    ],
)
def test_words_are_shown(
    library: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes,
    words: str,
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    kept = run(capsys, "--library", library, "evidence", "add", str(file))["kept"][0]
    shown = run(capsys, "--library", library, "evidence", "show", kept["sha256"][:12])
    assert words in shown["text"]
