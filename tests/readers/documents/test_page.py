"""Saved pages: words, title, the address they came from; nothing in them is run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fixtures.documents import PAGE, SINGLE_FILE, WEB_ARCHIVE
from keepproof.readers.documents import reader
from keepproof.readers.reading import Found

HTML, MHT = "text/html", "multipart/related"
Reading = Callable[..., Found]


def test_the_words_are_read_and_no_script_is(reading: Reading) -> None:
    found = reading(PAGE, HTML)
    assert found.text.split() == [
        "X1",
        "无线吸尘器",
        "&",
        "配件",
        "X1",
        "无线吸尘器",
        "全新",
        "正品",
    ]
    assert (found.source, found.problem) == ("page", "")


@pytest.mark.parametrize(
    ("page", "media_type", "facts"),
    [
        (PAGE, HTML, {"title": "X1 无线吸尘器 & 配件", "address": "https://item.taobao.com/?id=1"}),
        (
            SINGLE_FILE,
            HTML,
            {
                "title": "详情",
                "address": "https://detail.tmall.com/item.htm?id=2",
                "written_at": "2026-11-10T21:06:00+08:00",
            },
        ),
        (
            WEB_ARCHIVE,
            MHT,
            {
                "title": "详情",
                "address": "https://detail.tmall.com/item.htm?id=3",
                "written_at": "2026-11-10T13:06:00+00:00",
            },
        ),
        ('<link rel="canonical" href="https://a.cn/x">', HTML, {"address": "https://a.cn/x"}),
        ('<meta property="og:url" content="https://a.cn/y">', HTML, {"address": "https://a.cn/y"}),
        ("<p>nothing", HTML, {}),
        ("<!-- saved from url=(0013)javascript:x -->", HTML, {}),
    ],
    ids=("browser", "single file", "archive", "canonical", "og", "nothing", "script"),
)
def test_title_address_and_moment(
    reading: Reading, page: str, media_type: str, facts: dict[str, str]
) -> None:
    assert dict(reading(page, media_type).facts) == facts


def test_an_archive_shows_its_page(reading: Reading) -> None:
    assert reading(WEB_ARCHIVE, MHT).text == "七天"


def test_a_saved_chat_is_written_as_one(reading: Reading) -> None:
    page = (
        '<div class="ww_header"></div><div class="message-item"><div class="nick">某某店</div>'
        '<div class="time">2026-08-15 20:00:00</div><div class="content"><pre class="edit">在的</pre></div></div>'
    )
    assert reading(page, HTML).text == "某某店 2026-08-15 20:00:00: 在的"


def test_at_import_the_time_is_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(SINGLE_FILE, "utf-8")
    facts = reader.facts(path, HTML)
    assert facts.taken_at is not None
    assert (facts.taken_at.source, facts.head) == ("page", "详情\n七天无理由")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["<title", "<!-- saved from", "<link ", "<meta ", "Page saved with SingleFile "]
)
def test_a_page_built_to_keep_a_reader_busy_is_read(reading: Reading, piece: str) -> None:
    assert reading(piece * (2_000_000 // len(piece)), HTML).source == "page"
