from __future__ import annotations

from collections.abc import Callable

import pytest

from keepproof.domain.chat import Chat, Role

Reading = Callable[..., Chat]
AFTERNOON = "2024-01-22 15:04:05"


@pytest.mark.parametrize(
    "head",
    [
        "22/01/2024, 15:04:05 - ",
        "22.01.24, 15:04:05 - ",
        "22-01-2024 15:04:05 - ",
        "1/22/24, 3:04:05\u202fPM - ",
        "1/22/24, 3:04:05\xa0pm - ",
        "2024/1/22 下午3:04:05 - ",
        "2024年1月22日 下午3:04:05 - ",
        "2024. 1. 22. 오후 3:04:05 - ",
        "2024/01/22 午後3:04:05 - ",
        "22/1/2024, 3:04:05 p. m. - ",
        "22.1.2024 klo 15.04.05 - ",
        "[22/01/2024, 15:04:05] ",
        "\u200e[22.01.24, 15:04:05] ",
        "[2024/1/22 下午3:04:05] ",
        "[1/22/24, 3:04:05\u202fPM] ",
        "[2024-01-22, 3:04:05 p.m.] ",
    ],
)
def test_the_ways_of_writing_a_time(reading: Reading, head: str) -> None:
    message = reading(f"{head}Bob: hello\n").messages[0]

    assert (message.sender, message.local, message.text) == ("Bob", AFTERNOON, "hello")


def test_no_zone_is_invented(reading: Reading) -> None:
    assert reading("2024/1/22, 15:04 - Bob: hello\n").messages[0].at is None


def test_dates_that_can_be_read_twice_are_left_open(reading: Reading) -> None:
    chat = reading("01/02/24, 10:00 - Bob: a\n02/03/24, 10:00 - Bob: b\n")

    assert [one.local for one in chat.messages] == ["01/02/24, 10:00", "02/03/24, 10:00"]
    assert [(one.code, dict(one.data)) for one in chat.problems] == [
        ("chats.ambiguous_dates", {"orders": "D/M/Y / M/D/Y"})
    ]


def test_one_plain_date_decides_for_the_file(reading: Reading) -> None:
    chat = reading("01/02/24, 10:00 - Bob: a\n13/02/24, 10:00 - Bob: b\n")

    assert chat.span == ("2024-02-01 10:00:00", "2024-02-13 10:00:00")


def test_the_order_without_jumps_back_is_taken(reading: Reading) -> None:
    chat = reading("01/11/24, 10:00 - B: a\n02/11/24, 10:00 - B: b\n01/12/24, 10:00 - B: c\n")

    assert chat.span == ("2024-11-01 10:00:00", "2024-12-01 10:00:00")


def test_equal_day_and_month_leave_nothing_open(reading: Reading) -> None:
    assert reading("02/02/24, 10:00 - Bob: a\n").problems == ()


def test_a_short_year_in_front_is_eastern(reading: Reading) -> None:
    chat = reading("17/5/12 下午3:04 - Bob: a\n17/6/1 下午3:04 - Bob: b\n")

    assert chat.span == ("2017-05-12 15:04:00", "2017-06-01 15:04:00")


def test_what_the_program_says_has_no_sender(reading: Reading) -> None:
    chat = reading('2024/1/2, 10:00 - Bob: a\n2024/1/2, 10:01 - Al created group "a: b"\n')

    assert (chat.messages[1].sender, chat.messages[1].role) == ("", Role.SYSTEM)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("\u200eimage omitted", "image"),
        ("<Media omitted>", "media"),
        ("<省略影音内容>", "media"),
        ("圖片已略去", "image"),
        ("<attached: 0001-PHOTO.jpg>", "image"),
        ("<附件: 报告.pdf>", "file"),
        ("This message was deleted", "recalled"),
    ],
)
def test_what_is_more_than_text_is_marked(reading: Reading, text: str, flag: str) -> None:
    assert reading(f"2024/1/2, 10:00 - Bob: {text}\n").messages[0].flags == (flag,)


def test_lines_below_belong_to_the_message(reading: Reading) -> None:
    chat = reading("2024/1/2, 10:00 - Bob: a\r\n\r\nb: c\r\n2024/1/2, 10:01 - Al: d\r\n")

    assert [(one.text, one.source) for one in chat.messages] == [("a\n\nb: c", "L1"), ("d", "L4")]


def test_the_file_name_names_the_other_side(reading: Reading) -> None:
    text = "2024/1/2, 10:00 - Bob: a\n"

    assert reading(text, name="与某某店的 WhatsApp 聊天.txt").peer == "某某店"
    assert reading(text, name="WhatsApp Chat with Bob Lee.txt").peer == "Bob Lee"


def test_what_somebody_says_about_encryption_stays_what_somebody_says(reading: Reading) -> None:
    said = [f"2024/1/2, 10:0{at} - Bob: hello {at}\n" for at in range(5)]
    said.append("2024/1/2, 10:06 - Bob: is this end-to-end encrypted?\n")

    chat = reading("".join(said))

    assert chat.messages[-1].flags == ()


def test_words_around_a_number_are_no_time(reading: Reading) -> None:
    chat = reading("2024/1/2, 10:00 - Bob: see\n12/13/24, 9:31 foo - bar\n")

    assert [one.text for one in chat.messages] == ["see\n12/13/24, 9:31 foo - bar"]
