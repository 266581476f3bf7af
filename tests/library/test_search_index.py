from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.dispute import Dispute, StatementEdit, Submission
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.money import Money
from keepproof.domain.order import Merchant, Moments, Order, OrderItem
from keepproof.domain.reading import Reading, ReadLine
from keepproof.domain.search import Hit, Term, Wanted
from keepproof.library import search_index
from keepproof.library.library import Library

KeepBytes = Callable[..., FiledEvidence]
AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def found(library: Library, *words: str, **filters: object) -> list[Hit]:
    """Bring the index up to date and look for words."""
    assert library.search.refresh() == 0
    terms = tuple(map(Term, words))
    return list(library.search.find(replace(Wanted(terms), **filters)).hits)  # type: ignore[arg-type]


def types(library: Library, *words: str) -> list[str]:
    return [one.type for one in found(library, *words)]


@pytest.fixture
def vacuum(library: Library) -> Order:
    """Add an order with everything in it."""
    library.merchants.add(Merchant("m1", "tmall", "澄屿家电旗舰店", "澄屿（杭州）电器有限公司"))
    order = Order(
        "o1",
        "2690183455720166318",
        "tmall",
        "m1",
        "澄屿家电旗舰店",
        (OrderItem("X1 无线吸尘器", "标准版"), OrderItem("滤网")),
        Money(129900),
        moments=Moments(ordered=datetime(2026, 11, 10, 13, 6, tzinfo=UTC)),
        courier="顺丰",
        tracking_number="SF 1234 5678 9012",
        note="送给妈妈",
    )
    library.orders.add(order)
    return order


@pytest.mark.parametrize(
    "words",
    [
        "吸尘",
        "166318",
        "2690183455720166318",
        "無線",
        "標準",
        "滤",
        "cyjd",
        "顺丰",
        "SF12345678",
        "妈妈",
        "1299",
    ],
)
def test_an_order_is_found_by_everything_in_it(library: Library, vacuum: Order, words: str) -> None:
    hits = found(library, words)
    assert (hits[0].type, hits[0].id, hits[0].order, hits[0].title) == (
        "order",
        "o1",
        vacuum.number,
        "X1 无线吸尘器",
    )


def test_a_snippet_says_where_the_words_stand(library: Library, vacuum: Order) -> None:
    (hit,) = found(library, "166318")
    start, end = hit.ranges[0]
    assert hit.snippet[start:end] == "166318"
    (hit,) = found(library, "無線")
    assert [hit.title[start:end] for start, end in hit.title_ranges] == ["无线"]


def test_a_number_written_in_groups_is_marked_as_it_stands(library: Library, vacuum: Order) -> None:
    (hit,) = found(library, "45678901")
    assert [hit.snippet[start:end] for start, end in hit.ranges] == ["4 5678 901"]


def test_a_seller_is_found_and_leads_to_the_newest_order(library: Library, vacuum: Order) -> None:
    hits = {one.type: one for one in found(library, "杭州")}
    assert (hits["merchant"].title, hits["merchant"].order_id) == ("澄屿家电旗舰店", "o1")


def test_evidence_is_found_by_title_note_name_and_what_was_read(
    library: Library, order: Order, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"picture", "IMG_2041.png", order.id).evidence
    library.evidence.replace(replace(item, title="底座裂缝", note="左边第二条"))
    library.readings.put(Reading(item.sha256, "picture", "商家：不支持退货"))
    for words in ("裂缝", "第二条", "img", "2041", "不支持"):
        (hit,) = found(library, words)
        assert (hit.type, hit.number, hit.order, hit.title) == (
            "evidence",
            1,
            order.number,
            "底座裂缝",
        )


def test_words_of_a_title_and_of_a_reading_are_found_together(
    library: Library, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"picture", "发票.png").evidence
    library.readings.put(Reading(item.sha256, "picture", "开票日期 2026年11月3日"))
    assert types(library, "发票", "11月3日") == ["evidence"]


def test_lines_without_a_text_are_read(library: Library, keep_bytes: KeepBytes) -> None:
    item = keep_bytes(b"picture").evidence
    library.readings.put(Reading(item.sha256, "picture", lines=(ReadLine("质量问题"),)))
    assert types(library, "质量") == ["evidence"]


def test_another_reading_takes_the_place_of_the_first(
    library: Library, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"picture").evidence
    library.readings.put(Reading(item.sha256, "picture", "真击"))
    assert types(library, "真击") == ["evidence"]
    library.readings.put(Reading(item.sha256, "picture", "直击"))
    assert (types(library, "真击"), types(library, "直击")) == ([], ["evidence"])
    library.readings.forget(item.sha256)
    assert types(library, "直击") == []


def test_what_is_deleted_is_not_found_until_it_is_back(
    library: Library, order: Order, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"x", "收据.png", order.id).evidence
    library.evidence.trash(item.id, "加错了")
    assert types(library, "收据") == []
    library.evidence.restore(item.id)
    assert types(library, "收据") == ["evidence"]


def test_evidence_deleted_a_moment_ago_is_not_shown(
    library: Library, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"x", "收据.png").evidence
    library.search.refresh()
    library.evidence.trash(item.id, "加错了")
    assert library.search.find(Wanted((Term("收据"),))).hits == ()


def dispute(library: Library, order: Order) -> None:
    """Log everything that can be said about an order."""
    library.disputes.add(
        Dispute("d1", order.id, "quality_visible", {"seen": "划痕很深", "use": "never_used"})
    )
    library.disputes.put_edit(StatementEdit("d1", "12315", "zh", "s", "我拍了全过程", "原文"))
    library.disputes.add_submission(
        Submission("s1", "d1", "12315", "zh", "请求退一赔三", AT, (1,), "T-778899")
    )
    library.contacts.put(Contact("c1", order.id, "merchant", "phone", AT, "说明天回电", who="小林"))
    library.commitments.put(
        Commitment("p1", order.id, "merchant", "三天内补发", AT, contact_id="c1")
    )


@pytest.mark.parametrize(
    ("words", "type", "id"),
    [
        ("划痕", "dispute", "d1"),
        ("全过程", "dispute", "d1"),
        ("退一赔三", "sent", "s1"),
        ("778899", "sent", "s1"),
        ("回电", "contact", "c1"),
        ("小林", "contact", "c1"),
        ("补发", "promise", "p1"),
    ],
)
def test_what_was_said_is_found_and_goes_with_its_order(
    library: Library, order: Order, words: str, type: str, id: str
) -> None:
    dispute(library, order)
    assert [(one.type, one.id, one.order) for one in found(library, words)] == [
        (type, id, order.number)
    ]
    library.orders.remove(order.id)
    assert found(library, words) == []
    library.orders.restore(order.id)
    assert types(library, words) == [type]


def test_answers_that_are_choices_are_no_words(library: Library, order: Order) -> None:
    dispute(library, order)
    assert types(library, "never") == []


def test_a_removed_dispute_takes_its_texts_with_it(library: Library, order: Order) -> None:
    dispute(library, order)
    library.disputes.remove("d1")
    assert (types(library, "划痕"), types(library, "退一赔三")) == ([], [])
    library.disputes.restore("d1")
    assert (types(library, "划痕"), types(library, "退一赔三")) == (["dispute"], ["sent"])


def test_a_seller_without_orders_is_not_found(library: Library, vacuum: Order) -> None:
    library.orders.remove(vacuum.id)
    assert types(library, "澄屿") == []
    library.orders.restore(vacuum.id)
    assert set(types(library, "澄屿")) == {"order", "merchant"}


def test_a_changed_order_is_found_by_what_it_says_now(library: Library, vacuum: Order) -> None:
    library.search.refresh()
    library.orders.replace(replace(vacuum, items=(OrderItem("扫地机器人"),)))
    assert (types(library, "吸尘"), types(library, "扫地")) == ([], ["order"])


def test_titles_and_numbers_come_before_texts_and_orders_before_evidence(
    library: Library, vacuum: Order, keep_bytes: KeepBytes
) -> None:
    noted = keep_bytes(b"1", "a.png", vacuum.id).evidence
    library.evidence.replace(replace(noted, note="订单 2690183455720166318"))
    keep_bytes(b"2", "166318.png", vacuum.id)
    assert [(one.type, one.title) for one in found(library, "166318")] == [
        ("order", "X1 无线吸尘器"),
        ("evidence", "166318.png"),
        ("evidence", "a.png"),
    ]


def test_the_order_whose_number_was_asked_for_comes_first(library: Library, vacuum: Order) -> None:
    for id, number in (("o2", "1001"), ("o3", "9910019"), ("o4", "1001-2")):
        library.orders.add(replace(vacuum, id=id, number=number, moments=Moments(ordered=AT)))
    assert [one.order for one in found(library, "1001")] == ["1001", "1001-2", "9910019"]


def test_in_each_type_the_newest_day_comes_first(library: Library, vacuum: Order) -> None:
    for id, day in (("o2", 19), ("o3", 20), ("o4", 1)):
        moments = Moments(ordered=datetime(2026, 11, day, 12, tzinfo=UTC))
        library.orders.add(replace(vacuum, id=id, number=id, moments=moments))
    assert [one.id for one in found(library, "吸尘")] == ["o3", "o2", "o1", "o4"]


@pytest.mark.parametrize(("limit", "evidence", "contacts"), [(1, 1, 0), (6, 5, 1), (20, 8, 1)])
def test_many_hits_of_one_type_do_not_hide_the_types_behind_them(
    library: Library,
    vacuum: Order,
    keep_bytes: KeepBytes,
    limit: int,
    evidence: int,
    contacts: int,
) -> None:
    dispute(library, vacuum)
    for number in range(8):
        item = keep_bytes(f"{number}".encode(), f"{number}.png").evidence
        library.evidence.replace(replace(item, note="回电"))
    library.search.refresh()
    hits = library.search.find(Wanted((Term("回电"),)), limit).hits
    assert [one.type for one in hits] == ["evidence"] * evidence + ["contact"] * contacts


def test_a_word_left_out_may_stand_in_the_text_of_what_the_title_names(
    library: Library, keep_bytes: KeepBytes
) -> None:
    for name, words in (("1", "亲，可以退款"), ("2", "亲，不可以")):
        item = keep_bytes(name.encode(), f"聊天{name}.txt").evidence
        library.readings.put(Reading(item.sha256, "page", words))
    hits = found(library, "聊天", excluded=(Term("退款"),))
    assert [one.title for one in hits] == ["聊天2.txt"]


def test_words_that_begin_so_come_before_words_that_hold_it(
    library: Library, keep_bytes: KeepBytes
) -> None:
    for name, words in (("1", "art of the shop"), ("2", "a party")):
        item = keep_bytes(name.encode(), f"{name}.png").evidence
        library.readings.put(Reading(item.sha256, "picture", words))
    assert [one.title for one in found(library, "art")] == ["1.png", "2.png"]
    assert [one.title for one in found(library, "shop", excluded=(Term("arty"),))] == ["1.png"]


def test_a_word_on_one_line_comes_before_one_that_is_broken(
    library: Library, keep_bytes: KeepBytes
) -> None:
    for name, words in (("1", "七天无理由退货"), ("2", "七天无理\n由退货")):
        item = keep_bytes(name.encode(), f"{name}.png").evidence
        library.readings.put(Reading(item.sha256, "picture", words))
    assert [one.title for one in found(library, "无理由")] == ["1.png", "2.png"]


def test_a_word_left_out_is_not_looked_for_inside_of_others(
    library: Library, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"1", "1.png").evidence
    library.readings.put(Reading(item.sha256, "picture", "a party"))
    assert types(library, "party") == ["evidence"]
    assert [one.type for one in found(library, "party", excluded=(Term("art"),))] == ["evidence"]


def test_a_part_far_inside_a_long_text_is_shown(library: Library, keep_bytes: KeepBytes) -> None:
    item = keep_bytes(b"1", "长聊天.txt").evidence
    lines = [f"第{number}句 好的亲" for number in range(8000)]
    lines[6000] = "unbelievable"
    library.readings.put(Reading(item.sha256, "page", "\n".join(lines)))
    (hit,) = found(library, "believ")
    assert [hit.snippet[start:end] for start, end in hit.ranges] == ["believ"]


def test_many_hits_of_one_type_leave_room_for_the_others(
    library: Library, vacuum: Order, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"1", "a.png").evidence
    library.evidence.replace(replace(item, note="吸尘器"))
    for number in range(12):
        library.orders.add(replace(vacuum, id=f"n{number}", number=f"90000000{number}"))
    library.search.refresh()
    hits = library.search.find(Wanted((Term("吸尘"),)), 10)
    assert [one.type for one in hits.hits] == ["order"] * 9 + ["evidence"]
    assert hits.more


def test_exclusions_and_filters_narrow(
    library: Library, vacuum: Order, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"1", "退款页面.png", vacuum.id).evidence
    library.evidence.replace(replace(item, kind=EvidenceKind.REFUSE, kind_by_user=True))
    keep_bytes(b"2", "退款运费.png")

    def names(**filters: object) -> list[str]:
        return [one.title for one in found(library, "退款", **filters)]

    assert names() == ["退款运费.png", "退款页面.png"]
    assert names(excluded=(Term("运"),)) == ["退款页面.png"]
    assert names(kinds=frozenset({"refuse"})) == ["退款页面.png"]
    assert names(types=frozenset({"order"})) == []
    assert names(order="6318") == ["退款页面.png"]
    assert names(order="' OR 1 --") == []
    assert names(until=date(2000, 1, 1)) == []


def test_without_words_the_filters_list_the_newest(library: Library, vacuum: Order) -> None:
    other = replace(vacuum, id="o2", number="1", moments=Moments(ordered=AT))
    library.orders.add(other)
    days = {"since": date(2026, 11, 1), "until": date(2026, 11, 30)}
    assert [one.id for one in found(library, **days)] == ["o2", "o1"]
    assert [one.id for one in found(library, since=date(2026, 11, 15))] == ["o2"]


def test_a_place_far_inside_a_long_text_is_shown(library: Library, keep_bytes: KeepBytes) -> None:
    item = keep_bytes(b"1", "长聊天.txt").evidence
    lines = [f"第{number}句 好的亲" for number in range(8000)]
    lines[6000] = "我方承诺四十八小时内处理 2690183455720166318"
    library.readings.put(Reading(item.sha256, "page", "\n".join(lines)))
    for words in ("承诺", "166318"):
        (hit,) = found(library, words)
        assert [hit.snippet[start:end] for start, end in hit.ranges] == [words]


def test_a_word_is_found_wherever_a_long_text_is_cut(
    library: Library, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"1").evidence
    library.readings.put(Reading(item.sha256, "page", "".join(map(chr, range(0x4E00, 0x8E00)))))
    assert types(library, "".join(map(chr, range(0x5000, 0x5100)))) == ["evidence"]


def test_odd_names_are_found_and_harm_nothing(library: Library, keep_bytes: KeepBytes) -> None:
    keep_bytes(b"1", "odd \udcff 名字.txt")
    (hit,) = found(library, "名字")
    assert hit.title == "odd \udcff 名字.txt"


def test_a_better_way_of_indexing_reads_everything_again(
    library: Library, vacuum: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.search.refresh()
    monkeypatch.setattr(search_index, "VERSION", search_index.VERSION + 1)
    assert library.search.pending() == 2
    assert types(library, "吸尘") == ["order"]


def test_an_index_of_an_earlier_program_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = Path(__file__).parents[1] / "fixtures" / "libraries" / "v2"
    shutil.copytree(stored, tmp_path / "v2")
    with monkeypatch.context() as earlier, Library.open(tmp_path / "v2") as library:
        earlier.setattr(search_index, "VERSION", 1)
        earlier.setattr(search_index, "inner", lambda *_: "")
        assert library.search.refresh() == 0
        assert types(library, "234567") == []
    with Library.open(tmp_path / "v2") as library:
        assert library.search.pending() > 0
        assert types(library, "234567") == ["order"]


def pieces(library: Library) -> int:
    """Count the pieces the index of words is in."""
    (row,) = library._catalog.rows("SELECT count(DISTINCT segid) FROM search_words_idx")
    return int(row[0])


def test_many_changes_leave_few_pieces_once_the_index_is_tidied(
    library: Library, keep_bytes: KeepBytes
) -> None:
    for number in range(20):
        keep_bytes(f"{number}".encode(), f"收据{number}.png")
        library.search.refresh(0.0)
    assert pieces(library) == 20
    while library.search.tidy(0.0):
        pass
    assert pieces(library) < 8
    assert len(found(library, "收据")) == 20


def test_a_forgotten_index_is_made_again(library: Library, vacuum: Order) -> None:
    before = found(library, "澄屿")
    library.search.rebuild()
    assert found(library, "澄屿") == before


def test_a_refresh_stops_when_its_time_is_over(library: Library, keep_bytes: KeepBytes) -> None:
    for number in range(search_index.BATCH + 1):
        keep_bytes(f"{number}".encode(), f"收据{number}.png")
    assert library.search.refresh(0.0) == 1
    assert library.search.refresh(0.0) == 0


def test_what_was_not_committed_is_not_in_the_index(library: Library, order: Order) -> None:
    def fails() -> None:
        with library.transaction():
            library.orders.replace(replace(order, note="没有保存"))
            library.search.refresh()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fails()
    assert types(library, "没有保存") == []


def test_checking_integrity_gives_the_index_nothing_to_do(
    library: Library, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"1").evidence
    library.search.refresh()
    library.evidence.set_fixity(item.id, "intact", AT)
    assert library.search.pending() == 0


def test_a_library_of_the_first_version_is_searched(tmp_path: Path) -> None:
    stored = Path(__file__).parents[1] / "fixtures" / "libraries" / "v1"
    shutil.copytree(stored, tmp_path / "v1")
    with Library.open(tmp_path / "v1") as library:
        assert library.search.pending() > 0
        assert types(library, "示例商品") == ["order"]
        assert types(library, "聊天") == ["evidence"]
        assert types(library, "deleted") == []
        assert types(library, "234567") == ["order"]


def test_what_changes_twice_before_it_is_read_is_noted_once(library: Library, order: Order) -> None:
    dispute(library, order)
    before = library.search.pending()
    dispute_words = StatementEdit("d1", "12315", "zh", "s", "我又改了", "原文")
    library.disputes.put_edit(dispute_words)
    library.contacts.put(Contact("c1", order.id, "merchant", "phone", AT, "改约后天"))
    assert library.search.pending() == before
    assert types(library, "后天") == ["contact"]


def test_a_phrase_does_not_begin_in_the_title_and_end_in_the_text(
    library: Library, keep_bytes: KeepBytes
) -> None:
    item = keep_bytes(b"1", "退款").evidence
    library.evidence.replace(replace(item, note="运费"))
    assert library.search.refresh() == 0
    assert library.search.find(Wanted((Term("退款 运费", exact=True),))).hits == ()
    assert types(library, "退款", "运费") == ["evidence"]
