from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from keepproof.domain.contradiction import Contradiction
from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence
from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading, ReadLine
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services import contradictions, log_order, sightings
from keepproof.services.add_evidence import add_content
from keepproof.services.contradictions import Contradictions
from keepproof.services.log_order import OrderForm
from keepproof.ticket import Ticket

NUMBER = "2690183455720166318"
OTHER = "2690183455720166999"
PAGE = f"""澄屿家电旗舰店
X1 无线吸尘器
实付款 ￥1,199.00
订单编号：{NUMBER} 复制
付款时间：2026-11-10 21:06:31
"""
BILL = f"""交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注
2026-11-11 09:00:00,数码,某某公司,/,吸尘器,支出,1199.00,花呗,交易成功,2026,T200P{NUMBER},
2026-11-11 09:00:00,数码,某某公司,/,别的,支出,5.00,花呗,交易成功,2027,T200P{OTHER},
"""
Say = Callable[..., tuple[Contradiction, ...]]


@pytest.fixture
def say(library: Library, order: Order, sandbox: Sandbox) -> Say:
    """Keep a text of a kind under the order, take it as read, and compare."""

    def keep(
        text: str,
        kind: EvidenceKind,
        lines: tuple[ReadLine, ...] = (),
        shot: str = "",
    ) -> tuple[Contradiction, ...]:
        kept = add_content(
            library,
            text.encode(),
            "file.csv" if "," in text.splitlines()[0] else "file.txt",
            order_id=order.id,
            kind=kind,
            origin="pasted",
            ticket=Ticket(),
        ).value.kept[0]
        reading = Reading(kept.evidence.sha256, "text", text, lines, shot)
        library.readings.put(reading)
        return look(library, order.id, sandbox)

    return keep


def look(library: Library, order_id: str, sandbox: Sandbox) -> tuple[Contradiction, ...]:
    gathered = contradictions.gather(library, order_id)
    return Contradictions(sandbox).find(gathered, Ticket())


def fields(found: tuple[Contradiction, ...]) -> list[str]:
    return [one.field for one in found]


def test_an_order_page_that_says_otherwise_is_told_with_its_place(say: Say) -> None:
    (one,) = say(PAGE, EvidenceKind.ORDER_SHOT)
    (sighting,) = one.sightings
    assert (one.field, one.here, sighting.value) == ("paid", Money(129900), Money(119900))
    assert (sighting.number, sighting.line) == (1, 3)
    assert "1,199.00" in sighting.words


def test_a_page_that_agrees_is_not_told(say: Say) -> None:
    assert say(PAGE.replace("1,199", "1,299"), EvidenceKind.ORDER_SHOT) == ()


def test_a_page_of_another_order_is_told_by_its_number_alone(say: Say) -> None:
    assert fields(say(PAGE.replace(NUMBER, OTHER), EvidenceKind.ORDER_SHOT)) == ["number"]


def test_a_page_that_shows_no_number_still_counts(say: Say) -> None:
    page = "\n".join(line for line in PAGE.splitlines() if "编号" not in line)
    assert fields(say(page, EvidenceKind.ORDER_SHOT)) == ["paid"]


@pytest.mark.parametrize("kind", [EvidenceKind.SNAPSHOT, EvidenceKind.PHOTO, EvidenceKind.OTHER])
def test_figures_elsewhere_count_only_with_the_number_of_the_order(
    say: Say, kind: EvidenceKind
) -> None:
    loose = "\n".join(line for line in PAGE.splitlines() if "编号" not in line)
    assert say(loose, kind) == ()
    assert fields(say(PAGE, kind)) == ["paid"]


def test_an_unlabelled_price_is_no_evidence(say: Say) -> None:
    assert (
        say(f"订单编号：{NUMBER}\n￥1,199.00\n到手价 999\n2026-01-01", EvidenceKind.ORDER_SHOT)
        == ()
    )


def test_a_list_of_several_orders_says_nothing_for_sure(say: Say) -> None:
    assert say(PAGE + PAGE.replace(NUMBER, OTHER), EvidenceKind.ORDER_SHOT) == ()


def test_words_recognised_with_doubt_do_not_count(say: Say) -> None:
    rows = PAGE.rstrip("\n").splitlines()
    lines = tuple(ReadLine(one, score=0.5 if "实付" in one else 0.99) for one in rows)
    assert say("\n".join(rows), EvidenceKind.ORDER_SHOT, lines=lines) == ()


def test_a_picture_has_no_lines_to_count(say: Say) -> None:
    """The rows of a picture are put together of boxes: the label at the left, the value at the right."""
    boxes = tuple(
        ReadLine(part, (0, 10 * place, 10, 10 * place + 9), score=0.99)
        for place, row in enumerate(PAGE.rstrip("\n").splitlines())
        for part in row.split(" ")
    )
    (one,) = say(PAGE, EvidenceKind.ORDER_SHOT, lines=boxes)
    assert [each.line for each in one.sightings] == [0]
    assert contradictions.source_words(one.sightings[0]) == "E1"
    doubtful = tuple(replace(box, score=0.5) if "1,199" in box.text else box for box in boxes)
    assert say(f"{PAGE} ", EvidenceKind.ORDER_SHOT, lines=doubtful) == (one,)


def test_the_kind_a_picture_was_read_as_counts(say: Say) -> None:
    loose = "\n".join(line for line in PAGE.splitlines() if "编号" not in line)
    assert fields(say(loose, EvidenceKind.OTHER, shot="order")) == ["paid"]


CHAT = f"""tb买家 2026-11-16 09:12:00
实付款 ￥1.00 是别的订单
澄屿旗舰店:客服 2026-11-16 09:13:00
订单编号：{NUMBER}
实付款：￥1,199.00
付款时间：2026-11-10 21:06:31
tb买家 2026-11-16 09:14:00
实付款 ￥2.00
"""


def test_an_order_card_in_a_chat_counts_and_the_talk_around_it_does_not(say: Say) -> None:
    (one,) = say(CHAT, EvidenceKind.CHAT)
    assert [(each.value, each.line) for each in one.sightings] == [(Money(119900), 5)]


def test_a_chat_about_other_orders_says_nothing(say: Say) -> None:
    assert say(CHAT.replace(NUMBER, OTHER), EvidenceKind.CHAT) == ()


@pytest.mark.parametrize("kind", [EvidenceKind.PAY_SHOT, EvidenceKind.OTHER])
def test_a_bill_is_compared_by_the_row_of_the_order(say: Say, kind: EvidenceKind) -> None:
    found = say(BILL, kind)
    assert fields(found) == ["paid", "paid_at"]
    assert [one.sightings[0].line for one in found] == [2, 2]


def test_two_parcels_are_told_only_where_a_number_is_known(
    say: Say, library: Library, order: Order
) -> None:
    way = "运单号：YT8812345678901\n签收时间：2026-11-19 10:00:00\n"
    assert say(way, EvidenceKind.TRACK) == ()
    form = log_order.form_from(library.orders.get(order.id))
    known = replace(form, tracking_number="YT8812345678999")
    log_order.change_order(library, order.id, known, Ticket())
    assert fields(say(f"{way} ", EvidenceKind.TRACK)) == ["tracking_number"]
    same = replace(form, tracking_number="yt8812345678901")
    log_order.change_order(library, order.id, same, Ticket())
    assert fields(say(f"{way}  ", EvidenceKind.TRACK)) == ["signed"]


def test_taking_a_value_over_settles_it_and_can_be_taken_back(
    say: Say, library: Library, order: Order, sandbox: Sandbox
) -> None:
    (one,) = say(PAGE, EvidenceKind.ORDER_SHOT)
    done = contradictions.take_over(library, order.id, one.sightings[0], Ticket())
    assert (done.value.paid, done.value.sources["paid"]) == (Money(119900), "E1 L3")
    assert look(library, order.id, sandbox) == ()
    assert done.undo is not None
    done.undo(library)
    assert library.orders.get(order.id) == order


def test_a_moment_is_taken_over(say: Say, library: Library, order: Order) -> None:
    paid_at = next(one for one in say(BILL, EvidenceKind.PAY_SHOT) if one.field == "paid_at")
    contradictions.take_over(library, order.id, paid_at.sightings[0], Ticket())
    moments = library.orders.get(order.id).moments
    assert moments.paid == datetime(2026, 11, 11, 1, 0, tzinfo=UTC)
    assert moments.signed == order.moments.signed


def test_a_number_of_another_order_cannot_be_taken_over(
    say: Say, library: Library, order: Order
) -> None:
    log_order.add_order(library, OrderForm(OTHER), Ticket())
    (one,) = say(PAGE.replace(NUMBER, OTHER), EvidenceKind.ORDER_SHOT)
    with pytest.raises(KnownError, match=r"order\.exists"):
        contradictions.take_over(library, order.id, one.sightings[0], Ticket())


def test_a_dismissed_difference_stays_away_until_it_is_taken_back(
    say: Say, library: Library, order: Order, sandbox: Sandbox
) -> None:
    (one,) = say(PAGE, EvidenceKind.ORDER_SHOT)
    done = contradictions.dismiss(
        library, order.id, [one.dismissal(each) for each in one.sightings], Ticket()
    )
    assert look(library, order.id, sandbox) == ()
    assert done.changes.orders == {order.id}
    assert done.undo is not None
    back = done.undo(library)
    assert look(library, order.id, sandbox) == (one,)
    assert back.undo is not None
    back.undo(library)
    assert look(library, order.id, sandbox) == ()


@given(some.text(max_size=300), some.sampled_from(list(EvidenceKind)))
def test_whatever_a_file_says_every_claim_stands_in_a_line_of_it(
    text: str, kind: EvidenceKind
) -> None:
    order = Order("o", NUMBER, "tmall", "m", "s")
    evidence = Evidence("e", "0" * 64, 1, "text/plain", "a.txt", kind)
    filed = FiledEvidence(evidence, "o", 1)
    whole = f"{text}\n订单编号：{NUMBER}\n实付款：￥5.00\n{text}"
    found = sightings.of_reading(order, filed, Reading("0" * 64, "text", whole))
    lines = whole.splitlines()
    assert all(1 <= one.line <= len(lines) for one in found)


@given(
    some.integers(1, 10**8),
    some.sampled_from(["￥{}", "¥{}", "{}元", "￥ {}", "CNY {}"]),
    some.booleans(),
    some.sampled_from(["：", ":", " "]),
)
def test_an_amount_is_read_however_it_is_written(
    cents: int, shape: str, thousands: bool, colon: str
) -> None:
    figure = f"{cents // 100:,}.{cents % 100:02d}" if thousands else f"{cents / 100:.2f}"
    text = f"订单编号：{NUMBER}\n实付款{colon}{shape.format(figure)}"
    order = Order("o", NUMBER, "tmall", "m", "s")
    evidence = Evidence("e", "0" * 64, 1, "text/plain", "a.txt")
    found = sightings.of_reading(
        order, FiledEvidence(evidence, "o", 1), Reading("0" * 64, "text", text)
    )
    assert [one.value for one in found if one.field == "paid"] == [Money(cents)]


def test_a_redacted_copy_says_nothing_of_its_own(
    library: Library, order: Order, say: Say, sandbox: Sandbox
) -> None:
    say(PAGE, EvidenceKind.ORDER_SHOT)
    (one,) = say(PAGE + " ", EvidenceKind.ORDER_SHOT)
    assert len(one.sightings) == 2
    original, copy = library.evidence.of_order(order.id)
    data = f"{PAGE}  ".encode()
    library.evidence.trash(copy.evidence.id, "test")
    made = add_content(
        library,
        data,
        "copy.txt",
        order_id=order.id,
        kind=EvidenceKind.ORDER_SHOT,
        origin="redacted",
        ticket=Ticket(),
        derived_from=original.evidence.id,
    ).value.kept[0]
    library.readings.put(Reading(made.evidence.sha256, "text", PAGE))
    (one,) = look(library, order.id, sandbox)
    assert [sighting.number for sighting in one.sightings] == [1]
