"""What hangs on a mail is kept beside it, in the same order, and taken back with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.documents import MAIL, outlook_mail
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import AddReport, add_content
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

NAMES = ["mail.eml", "发票.txt", "inner.eml", "deep.txt"]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(workers=1) as opened:
        yield opened


def keep(
    library: Library,
    sandbox: Sandbox | None,
    order: Order | None = None,
    data: bytes = MAIL,
    name: str = "mail.eml",
    kind: EvidenceKind | None = None,
) -> Outcome[AddReport]:
    return add_content(
        library,
        data,
        name,
        order_id=None if order is None else order.id,
        kind=kind,
        origin="dropped",
        ticket=Ticket(),
        sandbox=sandbox,
    )


def test_attachments_are_filed_after_their_mail(
    library: Library, order: Order, sandbox: Sandbox
) -> None:
    report = keep(library, sandbox, order).value
    assert [(one.number, one.evidence.original_name) for one in report.kept] == list(
        enumerate(NAMES, 1)
    )
    assert tuple(library.evidence.of_order(order.id)) == report.kept


def test_each_is_linked_to_the_mail_it_hung_on(
    library: Library, order: Order, sandbox: Sandbox
) -> None:
    mail, invoice, inner, deep = (one.evidence for one in keep(library, sandbox, order).value.kept)
    assert (mail.derived_from, invoice.derived_from, inner.derived_from) == (None, mail.id, mail.id)
    assert deep.derived_from == inner.id
    assert {one.origin for one in (invoice, inner, deep)} == {"attached"}
    assert invoice.times.file is None


def test_the_report_names_them_with_their_mail(library: Library, sandbox: Sandbox) -> None:
    attached = keep(library, sandbox).value.attached
    assert [
        (one.mail.evidence.original_name, [item.evidence.original_name for item in one.items])
        for one in attached
    ] == [("mail.eml", ["发票.txt", "inner.eml"]), ("inner.eml", ["deep.txt"])]


def test_undo_takes_all_back_and_redo_brings_all(
    library: Library, order: Order, sandbox: Sandbox
) -> None:
    outcome = keep(library, sandbox, order)
    assert outcome.undo is not None
    undone = outcome.undo(library)
    assert library.evidence.all() == []
    assert undone.undo is not None
    undone.undo(library)
    assert [one.evidence.original_name for one in library.evidence.of_order(order.id)] == NAMES


def test_a_file_that_was_there_before_is_kept_once_and_filed(
    library: Library, order: Order, sandbox: Sandbox
) -> None:
    keep(library, None, data=b"invoice", name="old.txt")
    report = keep(library, sandbox, order).value
    assert [(one.of.evidence.original_name, one.of.number) for one in report.duplicates] == [
        ("old.txt", 2)
    ]
    assert report.attached[0].items[0].evidence.derived_from is None


def test_a_mail_filed_later_brings_its_attachments(
    library: Library, order: Order, sandbox: Sandbox
) -> None:
    keep(library, sandbox)
    report = keep(library, sandbox, order).value
    assert [one.of.evidence.original_name for one in report.duplicates] == NAMES
    assert all(one.newly_filed for one in report.duplicates)


def test_the_mail_says_who_wrote_when(library: Library, sandbox: Sandbox) -> None:
    mail = keep(library, sandbox).value.kept[0].evidence
    assert mail.facts["subject"] == "订单 1"
    assert mail.times.content is not None
    assert (mail.times.content.at.isoformat(), mail.times.content.source) == (
        "2026-11-10T21:06:00+08:00",
        "mail",
    )


def test_kinds_are_guessed_for_each(library: Library, sandbox: Sandbox) -> None:
    kinds = [one.evidence.kind for one in keep(library, sandbox).value.kept]
    assert kinds[:2] == [EvidenceKind.SMS, EvidenceKind.INVOICE]


def test_a_kind_the_user_chose_is_the_mails_alone(library: Library, sandbox: Sandbox) -> None:
    kinds = [
        one.evidence.kind for one in keep(library, sandbox, kind=EvidenceKind.PROMISE).value.kept
    ]
    assert kinds[:2] == [EvidenceKind.PROMISE, EvidenceKind.INVOICE]


def test_a_mail_of_outlook_does_the_same(library: Library, sandbox: Sandbox) -> None:
    data = outlook_mail({0x37: "x", 0x1000: "y"}, None, {"a.txt": b"hi"})
    report = keep(library, sandbox, data=data, name="a.msg").value
    assert [one.evidence.original_name for one in report.kept] == ["a.msg", "a.txt"]


def test_without_a_sandbox_nothing_is_taken_off(library: Library) -> None:
    assert len(keep(library, None).value.kept) == 1


def test_the_library_shows_no_trace_of_names_that_lead_elsewhere(
    library: Library, sandbox: Sandbox, tmp_path: Path
) -> None:
    data = MAIL.replace(b'"deep.txt"', b'"../../../deep.txt"')
    report = keep(library, sandbox, data=data).value
    assert report.kept[3].evidence.original_name == "deep.txt"
    assert list(tmp_path.rglob("deep.txt")) == []
