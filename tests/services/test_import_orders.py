from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from keepproof.domain.money import Money
from keepproof.domain.order import Moments, Order, OrderItem
from keepproof.errors import CancelledError
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services import import_orders, log_order
from keepproof.services.import_orders import Conflict, Entry, ImportPreview
from keepproof.services.log_order import OrderForm
from keepproof.ticket import Ticket

NUMBER = "2690183455720166318"
TRADE = "2026111022001412345678901234"
EXPORT = f"""订单号,订单提交时间,订单状态,店铺名称,商品名称,型号款式,商品数量,商品金额,实付金额,运费
{NUMBER},2026-11-10 21:04:00,交易成功,澄屿家电旗舰店,X1 无线吸尘器,标准版,1,￥1299.00,￥1299.00,￥0.00
,,,,滤网,两片,2,￥0.00,,
"""
HEAD = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"


def paid(
    amount: str,
    *,
    at: str = "2026-11-10 21:06:00",
    shop: str = "杭州某某有限公司",
    order: str = f"T200P{NUMBER}",
    trade: str = TRADE,
    kind: str = "数码电器",
    title: str = "X1 无线吸尘器",
    way: str = "支出",
) -> str:
    return f"{at},{kind},{shop},/,{title},{way},{amount},花呗,交易成功,{trade}\t,{order}\t,\n"


BILL = HEAD + paid("1299.00")
Preview = Callable[..., ImportPreview]


@pytest.fixture
def preview(library: Library, tmp_path: Path, sandbox: Sandbox) -> Preview:
    """Write each text to a file of its own and preview them all."""

    def look(*texts: str) -> ImportPreview:
        paths = []
        for index, text in enumerate(texts, start=1):
            path = tmp_path / f"{index}.csv"
            path.write_text(text, "utf-8")
            paths.append(path)
        return import_orders.preview(library, paths, Ticket(), sandbox)

    return look


def only(found: ImportPreview) -> Entry:
    (entry,) = found.entries
    return entry


def test_an_export_becomes_a_form_that_names_its_sources(preview: Preview) -> None:
    entry = only(preview(EXPORT))
    assert (entry.state, entry.source) == ("new", "1.csv:2")
    form = entry.form
    assert (form.number, form.platform, form.shop) == (NUMBER, "tmall", "澄屿家电旗舰店")
    assert [one.title for one in form.items] == ["X1 无线吸尘器", "滤网"]
    assert form.paid == Money(129900)
    assert form.moments.ordered == datetime(2026, 11, 10, 13, 4, tzinfo=UTC)
    assert form.sources["paid"] == "1.csv:2"


def test_a_payment_becomes_a_form(preview: Preview) -> None:
    form = only(preview(BILL)).form
    assert (form.number, form.platform) == (NUMBER, "taobao")
    assert form.moments == Moments(paid=datetime(2026, 11, 10, 13, 6, tzinfo=UTC))
    assert form.items == (OrderItem("X1 无线吸尘器"),)


def test_previewing_stores_nothing(preview: Preview, library: Library) -> None:
    preview(EXPORT, BILL)
    assert library.orders.all() == []


@pytest.mark.parametrize("texts", [(EXPORT, BILL), (BILL, EXPORT)], ids=("export", "bill"))
def test_an_export_and_the_bill_of_the_same_order_are_one(
    preview: Preview, texts: tuple[str, str]
) -> None:
    form = only(preview(*texts)).form
    assert (form.shop, len(form.items)) == ("澄屿家电旗舰店", 2)
    assert set(form.moments.known()) == {"ordered", "paid"}


def test_the_same_payment_in_two_overlapping_bills_counts_once(preview: Preview) -> None:
    assert only(preview(BILL, BILL)).form.paid == Money(129900)


def test_deposit_and_balance_of_one_order_are_summed(preview: Preview) -> None:
    text = HEAD + paid("100.00", trade="1") + paid("1199.00", trade="2", at="2026-11-11 00:10:00")
    form = only(preview(text)).form
    assert form.paid == Money(129900)
    assert form.moments.paid == datetime(2026, 11, 10, 16, 10, tzinfo=UTC)


def test_one_number_with_two_merchants_is_not_guessed_at(preview: Preview) -> None:
    found = preview(BILL + paid("5.00", shop="另一家", trade="2"))
    assert only(found).form.paid == Money(129900)
    assert [(one.code, one.line) for one in found.problems] == [("bills.number_twice", 3)]


def test_what_came_back_is_told(preview: Preview) -> None:
    back = paid("100.00", trade=f"{TRADE}_1", title="退款-X1", kind="退款", way="不计收支")
    assert only(preview(BILL + back)).refunded == Money(10000)


def test_a_refund_without_its_payment_is_told(preview: Preview) -> None:
    found = preview(HEAD + paid("100.00", title="退款-X1", kind="退款", way="不计收支"))
    assert found.entries == ()
    assert [one.code for one in found.problems] == ["bills.refund_alone"]


@pytest.mark.parametrize(
    ("kind", "title", "way"),
    [
        ("转账红包", "转账", "支出"),
        ("亲友代付", "亲情卡", "支出"),
        ("收入", "商品", "收入"),
        ("投资理财", "余额宝", "不计收支"),
    ],
)
def test_what_buys_nothing_is_left_out(preview: Preview, kind: str, title: str, way: str) -> None:
    found = preview(BILL + paid("9.00", order="7", trade="7", kind=kind, title=title, way=way))
    assert (len(found.entries), found.left_out) == (1, 1)


def test_a_payment_without_an_order_number_goes_by_its_transaction(preview: Preview) -> None:
    assert only(preview(HEAD + paid("1.00", order=""))).form.number == TRADE


def test_one_bad_file_does_not_stop_the_others(
    preview: Preview, library: Library, tmp_path: Path
) -> None:
    found = preview(EXPORT, "nothing of the kind")
    assert len(found.entries) == 1
    assert [(one.file, one.code, one.line) for one in found.problems] == [
        ("2.csv", "bills.not_a_bill", 0)
    ]


def test_a_missing_file_is_a_problem_of_its_own(
    library: Library, tmp_path: Path, sandbox: Sandbox
) -> None:
    found = import_orders.preview(library, [tmp_path / "none.csv"], Ticket(), sandbox)
    assert [one.code for one in found.problems] == ["bills.unreadable"]


def test_adding_stores_the_new_orders(preview: Preview, library: Library) -> None:
    done = import_orders.add(library, preview(EXPORT).entries, Ticket()).value
    assert [one.number for one in done.added] == [NUMBER]
    assert library.orders.all() == list(done.added)


def test_the_parcel_of_a_userscript_reaches_the_order(preview: Preview, library: Library) -> None:
    text = f"""订单号,下单日期,卖家,商品明细,单价,数量,实付款,快递公司,快递单号,状态
{NUMBER},2026-11-10,澄屿家电旗舰店,吸尘器,1299,1,1299.00,圆通速递,YT8812345678901,交易成功
"""
    (order,) = import_orders.add(library, preview(text).entries, Ticket()).value.added
    assert (order.courier, order.tracking_number) == ("圆通速递", "YT8812345678901")
    assert order.sources["tracking_number"] == "1.csv:2"
    other = only(preview(text.replace("YT88", "YT99")))
    assert Conflict("tracking_number", "YT8812345678901", "YT9912345678901") in other.conflicts


def test_the_second_import_finds_everything_known(preview: Preview, library: Library) -> None:
    import_orders.add(library, preview(EXPORT, BILL).entries, Ticket())
    entry = only(preview(EXPORT, BILL))
    assert (entry.state, entry.lacking) == ("known", ())
    again = import_orders.add(library, [entry], Ticket(), complete=True)
    assert (again.value.unchanged, bool(again.changes), again.undo) == (1, False, None)


def test_a_known_transaction_is_recognised_without_the_order_number(
    preview: Preview, library: Library
) -> None:
    import_orders.add(library, preview(BILL).entries, Ticket())
    entry = only(preview(HEAD + paid("1299.00", order="")))
    assert (entry.state, entry.order_id) == ("known", library.orders.all()[0].id)


def test_importing_is_undone_and_redone_as_one(preview: Preview, library: Library) -> None:
    text = EXPORT + "2690183455720166319,2026-07-08 08:20:00,交易成功,某某,抽纸,橙色,1,1.00,1.00,\n"
    outcome = import_orders.add(library, preview(text).entries, Ticket())
    before = library.orders.all()
    assert outcome.undo is not None
    back = outcome.undo(library)
    assert library.orders.all() == []
    assert back.undo is not None
    back.undo(library)
    assert library.orders.all() == before


def test_what_differs_is_shown_and_never_overwritten(
    preview: Preview, library: Library, order: Order
) -> None:
    entry = only(preview(EXPORT.replace("￥1299.00,￥0.00", "￥1199.00,￥0.00")))
    assert entry.state == "conflict"
    assert Conflict("paid", "¥1,299.00", "¥1,199.00") in entry.conflicts
    import_orders.add(library, [entry], Ticket(), complete=True)
    assert library.orders.get(order.id).paid == Money(129900)


def test_a_company_in_a_bill_does_not_contradict_the_shop(
    preview: Preview, library: Library
) -> None:
    import_orders.add(library, preview(EXPORT).entries, Ticket())
    assert only(preview(BILL)).state == "known"


@pytest.mark.parametrize(("shift", "state"), [(30, "known"), (90, "conflict")])
def test_seconds_do_not_contradict(
    preview: Preview, library: Library, shift: int, state: str
) -> None:
    form = only(preview(BILL)).form
    assert form.moments.paid is not None
    moved = Moments(paid=form.moments.paid + timedelta(seconds=shift))
    log_order.add_order(library, replace(form, moments=moved), Ticket())
    assert only(preview(BILL)).state == state


def test_a_known_order_gets_what_is_empty_there_only_when_asked(
    preview: Preview, library: Library
) -> None:
    stored = log_order.add_order(library, OrderForm(NUMBER, "tmall", note="mine"), Ticket()).value
    entry = only(preview(EXPORT))
    assert entry.lacking == ("shop", "items", "paid", "freight", "ordered")
    import_orders.add(library, [entry], Ticket())
    assert library.orders.get(stored.id) == stored
    outcome = import_orders.add(library, [entry], Ticket(), complete=True)
    (after,) = outcome.value.completed
    assert (after.shop, after.paid, after.note) == ("澄屿家电旗舰店", Money(129900), "mine")
    assert after.sources["item.0.title"] == "1.csv:2"
    assert outcome.undo is not None
    outcome.undo(library)
    assert library.orders.get(stored.id) == stored


def test_cancelling_leaves_the_library_as_it_was(preview: Preview, library: Library) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        import_orders.add(library, preview(EXPORT).entries, ticket)
    assert library.orders.all() == []
