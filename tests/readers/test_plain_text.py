from __future__ import annotations

import json
from pathlib import Path

import pytest

from keepproof.readers import plain_text
from keepproof.readers.reading import read, reader_of


def kept(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "kept"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
def test_a_text_is_read_in_any_encoding_with_its_lines(tmp_path: Path, encoding: str) -> None:
    words = "賣家：這個是全新的，明天發貨\n買家：好的，我們等收貨\n"
    path = kept(tmp_path, words.replace("\n", "\r\n").encode(encoding))
    found = read(path, "對話.txt", "text/plain")
    assert (found.source, found.text, found.problem) == ("text", words, "")


def test_a_page_is_read_without_its_markup(tmp_path: Path) -> None:
    page = "<html><script>alert('退款')</script><p>七天无理由<br>退货</p></html>"
    found = read(kept(tmp_path, page.encode()), "页面.html", "text/html")
    assert found.text == "七天无理由\n退货"


def test_escaped_words_of_a_saved_chat_are_found(tmp_path: Path) -> None:
    chat = {
        "name": "店铺",
        "type": "personal_chat",
        "id": 7,
        "messages": [
            {
                "id": 1,
                "type": "message",
                "date": "2026-11-10T13:06:00",
                "date_unixtime": "1794287160",
                "from": "客服小李",
                "text": "四十八小时内退款",
            }
        ],
    }
    data = json.dumps(chat).encode()
    assert "退款" not in data.decode()
    found = read(kept(tmp_path, data), "result.json", "application/json")
    assert found.facts == {"chat": "telegram"}
    assert "客服小李" in found.text
    assert found.text.endswith(": 四十八小时内退款")


def test_json_that_is_no_chat_is_read_as_it_stands(tmp_path: Path) -> None:
    found = read(kept(tmp_path, '{"a": "运费"}'.encode()), "a.json", "application/json")
    assert (found.text, dict(found.facts)) == ('{"a": "运费"}', {})


def test_of_a_very_large_text_the_beginning_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_text, "LARGEST", 40)
    data = "卖家：明天发货\n买家：等了三天了\n".encode()
    found = read(kept(tmp_path, data), "a.txt", "text/plain")
    assert (found.text, found.problem) == ("卖家：明天发货\n", "readers.text_cut")


def test_a_text_of_just_that_size_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_text, "LARGEST", 9)
    assert read(kept(tmp_path, "甲乙丙".encode()), "a.txt", "text/plain").problem == ""


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    assert read(kept(tmp_path, b""), "a.txt", "text/plain").problem == "readers.empty_file"


def test_nobody_reads_what_has_no_words(tmp_path: Path) -> None:
    assert reader_of("application/x-executable") is None
    assert read(kept(tmp_path, b"x"), "a.exe", "application/x-executable").source == "none"
