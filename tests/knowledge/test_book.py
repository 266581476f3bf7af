from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book


def test_opening_the_book_reads_nothing_and_loads_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from keepproof.knowledge.book import Book\n"
        f"Book(Path({str(tmp_path)!r}) / 'nowhere')\n"
        "Book.load()\n"
        "print(sorted({'msgspec', 'jinja2'} & set(sys.modules)))\n"
    )
    source = Path(__file__).parents[2] / "src"
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(source)},
    )
    assert run.stdout.strip() == "[]"


def test_an_issue_is_parsed_once() -> None:
    book = Book.load()
    assert book.issue("damaged") is book.issue("damaged")


def test_one_issue_does_not_need_the_files_of_the_others(folder: Callable[..., Path]) -> None:
    book = Book(
        folder(
            common='issues = ["a", "b"]\ninquiries = []',
            a='code = "a"\ngroup = "goods"\nfirst_contact = "merchant"\n'
            'label = { zh = "甲", en = "A" }\nshort = { zh = "甲", en = "a" }',
            b="not toml",
        )
    )
    assert book.issue("a").label.of("en") == "A"


@pytest.mark.parametrize("lookup", ["issue", "channel", "rule"])
def test_an_unknown_name_is_a_known_error(lookup: str) -> None:
    with pytest.raises(KnownError, match=f"knowledge.unknown_{lookup}"):
        getattr(Book.load(), lookup)("no-such-name")


def test_an_unknown_platform_is_treated_as_the_general_one() -> None:
    assert Book.load().platform("brand-new-market").id == "generic"


def test_a_platform_changes_only_what_it_names() -> None:
    book = Book.load()
    general, own = book.channel("refund_form"), book.channel("refund_form", "tmall")
    assert (general.limits.bytes, own.limits.bytes, own.label) == (None, 400, general.label)


def test_every_kind_of_evidence_is_worded() -> None:
    book = Book.load()
    assert all(book.kind(kind).label.zh and book.kind(kind).hint.en for kind in EvidenceKind)


def test_rules_of_a_platform_stay_on_it() -> None:
    book = Book.load()
    issue = book.issue("not_as_described")
    ids = {one.id for one in book.rules_for(issue, "jd", {})}
    assert "CPL-23" in ids
    assert not any(id.startswith("TB-") for id in ids)


def test_chinese_law_is_not_named_for_an_order_abroad() -> None:
    book = Book.load()
    assert book.rules_for(book.issue("not_as_described"), "amazon", {}) == ()


def test_the_rule_that_fits_the_answer_comes_first() -> None:
    book = Book.load()
    issue = book.issue("not_as_described")
    first = [
        book.rules_for(issue, "tmall", {"visibility": choice})[0].id
        for choice in ("at_once", "in_use")
    ]
    assert first == ["TB-77", "TB-78"]


def test_what_only_guides_the_user_is_no_ground_of_a_complaint() -> None:
    book = Book.load()
    issue = book.issue("counterfeit")
    assert "TB-6" in issue.rules
    assert "TB-6" not in {one.id for one in book.rules_for(issue, "tmall", {})}
