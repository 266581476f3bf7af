"""Which parts of which texts are found: the promises of the search, asked of a real index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keepproof.domain.evidence import Evidence
from keepproof.domain.search import Term, Wanted
from keepproof.library.incoming import Incoming, Kept
from keepproof.library.library import Library
from keepproof.library.search_folding import fold
from keepproof.library.search_words import (
    MARK,
    PIECE,
    beginnings,
    dashed,
    expression,
    indexed,
    initials,
    inner,
    long_words,
    runs,
)
from keepproof.ticket import Ticket

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=12)
LATIN = st.text("abcdefgXYZ", min_size=1, max_size=8)
DIGITS = st.text("0123456789", min_size=4, max_size=20)
MARKS = st.sampled_from([" ", "，", "\n", "。", "-", "：", "“", "*", '"', " AND ", "  "])
TEXTS = st.lists(st.one_of(HAN, LATIN, DIGITS, MARKS), min_size=1, max_size=12).map("".join)


class Shelf:
    """One piece of evidence whose note is the text that is searched."""

    def __init__(self, library: Library) -> None:
        self.library = library
        (kept,) = library.keep([Incoming(Path("=.="), data=b"x")], Ticket())
        assert isinstance(kept, Kept)
        self.item: Evidence = kept.filed.evidence

    def put(self, note: str) -> None:
        self.library.evidence.replace(replace(self.item, note=note))
        assert self.library.search.refresh() == 0

    def finds(self, words: str, *, exact: bool = False) -> bool:
        found = self.library.search.find(Wanted((Term(words, exact),)))
        return bool(found.hits)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    with Library.open(tmp_path_factory.mktemp("search") / "library") as library:
        yield Shelf(library)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), text=TEXTS, han=HAN)
def test_every_part_of_a_han_run_is_found(
    shelf: Shelf, data: st.DataObject, text: str, han: str
) -> None:
    shelf.put(f"{text}{han}{data.draw(TEXTS)}")
    start = data.draw(st.integers(0, len(han) - 1))
    end = data.draw(st.integers(start + 1, len(han)))
    assert shelf.finds(han[start:end])
    assert shelf.finds(han[start:end], exact=True)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), before=TEXTS, words=st.lists(st.one_of(HAN, LATIN), min_size=1, max_size=4))
def test_a_phrase_is_found_from_the_beginning_of_a_word_on(
    shelf: Shelf, data: st.DataObject, before: str, words: list[str]
) -> None:
    phrase = " ".join(words)
    shelf.put(f"{before} {phrase} {data.draw(TEXTS)}")
    assert shelf.finds(phrase, exact=True)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), before=TEXTS, number=st.text("0123456789", min_size=6, max_size=20))
def test_every_three_digits_inside_a_number_are_found(
    shelf: Shelf, data: st.DataObject, before: str, number: str
) -> None:
    shelf.put(f"{before} {number} {data.draw(TEXTS)}")
    start = data.draw(st.integers(0, len(number) - 3))
    end = data.draw(st.integers(start + 3, len(number)))
    assert shelf.finds(number[start:end])


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, words=TEXTS)
def test_what_is_found_is_there(shelf: Shelf, text: str, words: str) -> None:
    shelf.put(text)
    joined, asked = fold(text).replace(" ", ""), fold(words).replace(" ", "")
    if asked and shelf.finds(words):
        assert asked in joined


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_acts_in_the_expression(shelf: Shelf, text: str) -> None:
    shelf.put("退款 refund 2690183455720166318")
    shelf.library.search.find(Wanted((Term("退款"), Term(text)), (Term(text[::-1]),)))


@settings(max_examples=40, deadline=None)
@given(data=st.data(), before=st.one_of(HAN, MARKS), word=st.text("abcXYZ09", min_size=4))
def test_every_three_characters_inside_a_word_are_found(
    shelf: Shelf, data: st.DataObject, before: str, word: str
) -> None:
    shelf.put(f"{before}{word}{data.draw(HAN)}")
    start = data.draw(st.integers(0, len(word) - 3))
    end = data.draw(st.integers(start + 3, len(word)))
    assert shelf.finds(word[start:end])


@settings(max_examples=40, deadline=None)
@given(
    data=st.data(),
    parts=st.lists(
        st.one_of(st.text("abc", min_size=2), st.text("123", min_size=1)), min_size=1, max_size=4
    ),
)
def test_every_part_of_a_model_is_found_from_its_beginning(
    shelf: Shelf, data: st.DataObject, parts: list[str]
) -> None:
    joint = data.draw(st.sampled_from(["", "-"]))
    shelf.put("型号" + joint.join(one.capitalize() for one in parts) + "的")
    part = data.draw(st.sampled_from(parts))
    assert shelf.finds(part[: data.draw(st.integers(1, len(part)))])


@pytest.mark.parametrize(
    ("note", "query", "marked"),
    [
        ("BC-X1-Pro 已发货", "pro", "Pro"),
        ("BC-X1-Pro 已发货", "x1", "X1"),
        ("BC-X1-Pro 已发货", "bcx1", "BC-X1"),
        ("BC-X1-Pro 已发货", "BC-X1-Pro", "BC-X1-Pro"),
        ("买了 iPhone15ProMax", "phone", "Phone"),
        ("买了 iPhone15ProMax", "ph", "Ph"),
        ("2015年买了iPhone15", "15", "15"),
        ("买了 iPhone15ProMax", "5pr", "5Pr"),
        ("买了 ｉＰｈｏｎｅ１５", "15", "１５"),
        ("XMLReader", "re", "Re"),
        ("订单号2690183455720166318已签收", "166318", "166318"),
        ("the unbelievable shop", "believ", "believ"),
        ("2026-11-03 下单", "20261103", "2026-11-03"),
        ("支持七天无理\n由退货", "无理由", "无理 由"),
        ("支持七天无理\n由退货", "退货", "退货"),
        ("答应48小\n时内退款", "48小时内", "48小 时内"),
    ],
)
def test_a_part_of_a_word_is_found_and_marked(
    shelf: Shelf, note: str, query: str, marked: str
) -> None:
    shelf.put(note)
    (hit,) = shelf.library.search.find(Wanted((Term(query),))).hits
    assert [hit.snippet[start:end] for start, end in hit.ranges] == [marked]


@settings(max_examples=40, deadline=None)
@given(
    data=st.data(),
    words=st.text(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=60
    ),
)
def test_a_sentence_is_found_where_a_picture_breaks_it(
    shelf: Shelf, data: st.DataObject, words: str
) -> None:
    width = data.draw(st.integers(PIECE, 20))
    at = data.draw(st.integers(1, width))
    lines = [words[:at], *(words[one : one + width] for one in range(at, len(words), width))]
    if len(words) <= 2 * PIECE:
        lines = [words[:at], words[at:]]
    shelf.put("\n".join(lines))
    assert shelf.finds(words)
    assert shelf.finds(words, exact=True)


@pytest.mark.parametrize(
    ("note", "query"),
    [
        ("iPhone15", "on"),
        ("refund", "un"),
        ("一" * 8, "一" * 17),
        ("abcd cdef", "bcdef"),
        ("abc bcd", "abcd"),
        ("a" * 70, "a" * 65 + "b"),
    ],
)
def test_what_is_no_part_of_a_word_is_not_found(shelf: Shelf, note: str, query: str) -> None:
    shelf.put(note)
    assert not shelf.finds(query)


@pytest.mark.parametrize(
    ("note", "query", "found"),
    [
        ("七天无理由退货", "无理由", True),
        ("七天无理由退货", "由退 ", True),
        ("七天无理由退货", "天理", False),
        ("商家：48小时内退款", "48小时", True),
        ("Refund refused", "refu", True),
        ("Refund refused", "fund", True),
        ("Refund refused", "un", False),
        ("單號 SF1234567890123", "7890", True),
        ("单号 SF 1234 5678 90", "sf1234", False),
        ("12月5日", "2月", False),
        ("¥1,299.00", "1299", True),
        ("退款\n金额", "退款 金额", True),
        ("色差很大，色号不对", "色", True),
    ],
)
def test_what_is_promised(shelf: Shelf, note: str, query: str, found: bool) -> None:
    shelf.put(note)
    assert shelf.finds(query) is found


def test_in_quotation_marks_a_word_ends_where_it_ends(shelf: Shelf) -> None:
    shelf.put("refunds")
    assert (shelf.finds("refund"), shelf.finds("refund", exact=True)) == (True, False)


def test_the_words_of_a_run_are_its_pairs_and_its_last_character() -> None:
    words, count = indexed(runs("七天无 x1吸尘 "))
    assert (words.split(), count) == (["七天", "天无", "无", "x1", "吸尘", "尘"], 6)


def test_words_are_written_in_threes_and_numbers_with_their_tails() -> None:
    words = long_words(runs(fold("1234 退款 refund 12 abc")))
    assert inner(words, dashed("A-12-34, to-do")) == "234 ref efu fun und a1234 1234 234 tod odo"


def test_two_words_do_not_run_into_each_other() -> None:
    assert inner({"abcd", "cdef"}) == f"abc bcd {MARK} cde def"
    assert inner({"1234", "2345"}) == f"234 {MARK} 345"


def test_of_a_wall_of_letters_and_digits_the_parts_are_not_written() -> None:
    wall = "a1b2c3" * 20
    assert (long_words(runs(wall)), inner({wall}), beginnings(wall)) == (set(), "", set())


def test_words_begin_inside_of_words() -> None:
    assert beginnings("iPhone15Pro, refund 128GB") == {"phone15pro", "15pro", "pro", "gb"}


def test_initials_begin_anywhere_in_a_name() -> None:
    assert {"·cyjdqjd", "·jdqjd", "·qjd"} <= set(initials("澄嶼家電旗艦店 No.1").split())


def test_an_expression_holds_words_between_quotation_marks_alone() -> None:
    written = expression([Term('a" OR body:"b')], [Term("c*")])
    assert written == '((words : ("a or body b" *))) NOT ((words : ("c" *) OR initials : ("c" *)))'
