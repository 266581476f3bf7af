from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import CancelledError, KnownError
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services import import_bills, import_orders, read_bills
from keepproof.services.add_evidence import add_paths
from keepproof.services.import_orders import Entry, Imported
from keepproof.services.outcome import Outcome
from keepproof.services.read_bills import BillFile, ReadBills
from keepproof.ticket import Ticket

NUMBERS = ("2690183455720166318", "2690183455720166319", "2690183455720166320")
HEAD = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"
BILL = HEAD + "".join(
    f"2026-11-1{place} 21:06:00,数码电器,某某店,/,吸尘器 {place},支出,1{place}.00,花呗,交易成功,20261110{place},T200P{number},\n"
    for place, number in enumerate(NUMBERS)
)
MORE = HEAD + (
    "2026-11-10 12:00:00,餐饮美食,某某面馆,/,午饭,支出,18.00,花呗,交易成功,91,92,\n"
    "2026-11-10 13:00:00,转账红包,某人,/,转账,支出,50.00,余额,交易成功,93,,\n"
    "2026-11-10 14:00:00,其他,工资,/,工资,收入,50.00,余额,交易成功,94,,\n"
)
Read = Callable[..., ReadBills]


@pytest.fixture
def read(tmp_path: Path, sandbox: Sandbox) -> Read:
    """Write texts to files and read those that are bills."""

    def look(*texts: str, name: str = "bill.csv") -> ReadBills:
        files = []
        for place, text in enumerate(texts):
            path = tmp_path / str(place) / name
            path.parent.mkdir()
            path.write_text(text, "utf-8")
            files.append(BillFile(path, name))
        return read_bills.find(files, Ticket(), sandbox)

    return look


def take(
    library: Library, found: ReadBills, *numbers: str, attach: bool = True
) -> Outcome[Imported]:
    entries = ticked(library, found, *numbers)
    return import_bills.import_ticked(library, entries, found, Ticket(), attach=attach)


def ticked(library: Library, found: ReadBills, *numbers: str) -> list[Entry]:
    preview = import_orders.compare(library, found)
    return [one for one in preview.entries if one.form.number in numbers]


def numbers(library: Library) -> list[str]:
    return sorted(one.number for one in library.orders.all())


def proof(library: Library, number: str) -> list[EvidenceKind]:
    order = library.orders.find(number)
    assert order is not None
    return [one.evidence.kind for one in library.evidence.of_order(order.id)]


def test_only_bills_are_found_among_files(read: Read) -> None:
    found = read("您好\n", BILL, "a,b,c\n1,2,3\n")
    assert [name for name, _ in found.bills] == ["bill.csv"]
    assert found.problems == ()


def test_two_bills_of_one_name_are_told_apart(read: Read) -> None:
    assert [one.name for one in read(BILL, MORE).files] == ["bill.csv", "bill (2).csv"]


def test_a_missing_file_said_to_be_a_bill_is_a_problem(tmp_path: Path, sandbox: Sandbox) -> None:
    found = read_bills.read([BillFile(tmp_path / "none", "none")], Ticket(), sandbox)
    assert [one.code for one in found.problems] == ["bills.unreadable"]


def test_what_looks_like_shopping_is_told_from_a_meal_and_a_transfer(
    read: Read, library: Library
) -> None:
    preview = import_orders.compare(library, read(BILL, MORE))
    assert {one.form.number for one in preview.entries if one.likely} == set(NUMBERS)
    assert [one.form.number for one in preview.entries if not one.likely] == ["92"]
    assert [(one.form.number, one.likely) for one in preview.others] == [("93", False)]
    assert preview.left_out == 2


def test_ticked_orders_exist_and_each_has_the_bill_as_proof(read: Read, library: Library) -> None:
    take(library, read(BILL), *NUMBERS[:2])
    assert numbers(library) == list(NUMBERS[:2])
    assert [proof(library, one) for one in NUMBERS[:2]] == [[EvidenceKind.PAY_SHOT]] * 2
    assert len({one.evidence.id for one in library.evidence.all()}) == 1


def test_a_bill_that_is_kept_already_is_not_kept_twice(
    read: Read, library: Library, sandbox: Sandbox
) -> None:
    found = read(BILL)
    path = found.files[0].path
    kept = add_paths(
        library, [path], order_id=None, kind=None, origin="dropped", ticket=Ticket()
    ).value.kept[0]
    known = replace(found, files=(replace(found.files[0], evidence_id=kept.evidence.id),))
    take(library, known, NUMBERS[0])
    take(library, found, NUMBERS[1])
    assert {one.evidence.id for one in library.evidence.all()} == {kept.evidence.id}
    assert proof(library, NUMBERS[1]) == [EvidenceKind.PAY_SHOT]


def test_the_bill_is_not_filed_when_not_wanted(read: Read, library: Library) -> None:
    take(library, read(BILL), NUMBERS[0], attach=False)
    assert numbers(library) == [NUMBERS[0]]
    assert library.evidence.all() == []


def test_a_bill_is_filed_only_under_orders_it_tells_of(read: Read, library: Library) -> None:
    take(library, read(BILL, MORE), NUMBERS[0], "92")
    assert len(proof(library, NUMBERS[0])) == len(proof(library, "92")) == 1
    assert len({one.evidence.id for one in library.evidence.all()}) == 2


def test_an_order_export_is_proof_of_the_order(read: Read, library: Library) -> None:
    text = f"订单号,订单提交时间,商品名称,实付金额\n{NUMBERS[0]},2026-11-10 21:00:00,抽纸,9.90\n"
    take(library, read(text), NUMBERS[0])
    assert proof(library, NUMBERS[0]) == [EvidenceKind.ORDER_SHOT]


def test_the_whole_import_is_taken_back_and_done_again_as_one(read: Read, library: Library) -> None:
    done = take(library, read(BILL), *NUMBERS)
    assert done.undo is not None
    back = done.undo(library)
    assert (numbers(library), library.evidence.all()) == ([], [])
    assert back.undo is not None
    back.undo(library)
    assert numbers(library) == list(NUMBERS)
    assert proof(library, NUMBERS[2]) == [EvidenceKind.PAY_SHOT]


def test_a_cancelled_import_leaves_nothing(read: Read, library: Library) -> None:
    found = read(BILL)
    entries = ticked(library, found, *NUMBERS)
    ticket = Ticket()
    ticket = Ticket(lambda done, _total, what: ticket.cancel() if what == NUMBERS[1] else None)
    with pytest.raises(CancelledError):
        import_bills.import_ticked(library, entries, found, ticket, attach=True)
    assert (numbers(library), library.evidence.all()) == ([], [])


def test_nothing_is_imported_when_the_bill_is_gone(read: Read, library: Library) -> None:
    found = read(BILL)
    entries = ticked(library, found, NUMBERS[0])
    found.files[0].path.unlink()
    with pytest.raises(KnownError):
        import_bills.import_ticked(library, entries, found, Ticket(), attach=True)
    assert numbers(library) == []
