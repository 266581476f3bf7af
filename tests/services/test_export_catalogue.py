"""The evidence catalogue of an order, checked and written."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from exporting.documents.reading_back import pdf_pages, word_text
from keepproof.domain.evidence import EvidenceKind, FiledEvidence, SourcedTime
from keepproof.domain.order import Order, OrderItem
from keepproof.errors import CancelledError, KnownError
from keepproof.exporting.documents.fonts import FontSource
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.evidence_words import moment_words
from keepproof.services.export_catalogue import export_catalogue, gather_catalogue
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]


@pytest.fixture
def chat(order: Order, keep: Keep) -> FiledEvidence:
    return keep("客服：48 小时内发货", EvidenceKind.CHAT)


@pytest.fixture
def photo(chat: FiledEvidence, keep: Keep) -> FiledEvidence:
    return keep("充电器", EvidenceKind.PHOTO)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", ["pdf", "docx", "csv"])
def test_every_piece_is_listed_with_its_hash(
    library: Library,
    book: Book,
    order: Order,
    chat: FiledEvidence,
    photo: FiledEvidence,
    out: Path,
    kind: str,
) -> None:
    path = out / f"list.{kind}"
    exported = export_catalogue(library, book, order.id, path, kind, "zh", Ticket()).value
    data = path.read_bytes()
    read = {"pdf": lambda: "".join(pdf_pages(data)), "docx": lambda: word_text(data)}
    text = read.get(kind, data.decode)()
    assert exported.count == 2
    for one in (chat, photo):
        assert one.evidence.sha256 in text
    assert "与商家的聊天" in text or kind != "csv"
    assert "与商家协商的经过" in text
    assert "自导入以来未改动" in text


def test_an_export_goes_into_the_custody_log(
    library: Library, book: Book, order: Order, chat: FiledEvidence, out: Path
) -> None:
    path = out / "list.csv"
    exported = export_catalogue(library, book, order.id, path, "csv", "zh", Ticket()).value
    event = library.custody.events(order.id)[-1]
    assert event.action == "export.catalogue"
    assert event.data == {"form": "csv", "sha256": exported.sha256, "numbers": [chat.number]}
    assert library.custody.check() is None


def test_a_missing_original_is_found_and_named(
    library: Library,
    book: Book,
    order: Order,
    chat: FiledEvidence,
    photo: FiledEvidence,
    out: Path,
) -> None:
    library.original_path(photo.evidence.sha256).unlink()
    path = out / "list.csv"
    outcome = export_catalogue(library, book, order.id, path, "csv", "zh", Ticket())
    assert [one.number for one in outcome.value.broken] == [photo.number]
    assert outcome.changes.evidence == {photo.evidence.id}
    states = [one["完整性"] for one in rows(path)]
    assert states[0].startswith("自导入以来未改动")
    assert states[1].startswith("原件找不到")


def test_a_changed_original_keeps_the_hash_of_its_import(
    library: Library, book: Book, order: Order, chat: FiledEvidence, photo: FiledEvidence, out: Path
) -> None:
    original = library.original_path(photo.evidence.sha256)
    original.chmod(0o644)
    original.write_bytes(b"other")
    path = out / "list.csv"
    export_catalogue(library, book, order.id, path, "csv", "en", Ticket())
    row = rows(path)[1]
    assert row["Integrity"].startswith("original differs from import")
    assert row["Hash (SHA-256)"] == photo.evidence.sha256


def test_nothing_is_written_while_the_originals_cannot_be_reached(
    library: Library, book: Book, order: Order, chat: FiledEvidence, out: Path
) -> None:
    (library.folder / "originals").rename(library.folder / "away")
    with pytest.raises(KnownError) as caught:
        export_catalogue(library, book, order.id, out / "a.csv", "csv", "zh", Ticket())
    assert caught.value.code == "export.store_unreachable"
    assert list(out.iterdir()) == []
    assert library.evidence.broken_count() == 0


def test_an_order_without_evidence_has_no_catalogue(
    library: Library, book: Book, order: Order, out: Path
) -> None:
    with pytest.raises(KnownError, match=r"export\.no_evidence"):
        export_catalogue(library, book, order.id, out / "a.pdf", "pdf", "zh", Ticket())


def test_a_cancelled_export_leaves_nothing(
    library: Library, book: Book, order: Order, chat: FiledEvidence, out: Path
) -> None:
    ticket = Ticket(lambda *_: ticket.cancel())
    with pytest.raises(CancelledError):
        export_catalogue(library, book, order.id, out / "a.csv", "csv", "zh", ticket)
    assert list(out.iterdir()) == []
    assert not [one for one in library.custody.events() if one.action.startswith("export")]


def test_an_export_that_cannot_be_written_is_not_in_the_log(
    library: Library, book: Book, order: Order, chat: FiledEvidence, out: Path
) -> None:
    with pytest.raises(KnownError, match=r"export\.failed"):
        export_catalogue(library, book, order.id, out / "no" / "a.csv", "csv", "zh", Ticket())
    assert not [one for one in library.custody.events() if one.action.startswith("export")]


def test_without_a_chinese_font_there_is_no_pdf_but_a_word_document(
    library: Library, book: Book, order: Order, chat: FiledEvidence, out: Path, tmp_path: Path
) -> None:
    none = FontSource(system=False)
    with pytest.raises(KnownError, match=r"export\.no_font"):
        export_catalogue(library, book, order.id, out / "a.pdf", "pdf", "zh", Ticket(), none)
    export_catalogue(library, book, order.id, out / "a.docx", "docx", "zh", Ticket(), none)
    assert [one.name for one in out.iterdir()] == ["a.docx"]


def test_the_four_times_stay_apart(
    library: Library, book: Book, order: Order, chat: FiledEvidence
) -> None:
    item = library.evidence.get(chat.evidence.id)
    happened = SourcedTime(datetime(2026, 11, 15, 10, 45, tzinfo=UTC), "stated")
    library.evidence.replace(replace(item, times=replace(item.times, event=happened)))
    (line,) = gather_catalogue(library, book, order.id, "zh").lines
    times = {one.which: one for one in line.times}
    assert (times["event"].at, times["event"].source) == ("2026-11-15 10:45:00 +00:00", "本人陈述")
    assert times["content"].at == ""
    assert times["imported"].source == "本机时钟"


def test_a_derived_piece_says_of_which(
    library: Library, book: Book, order: Order, chat: FiledEvidence, photo: FiledEvidence
) -> None:
    item = library.evidence.get(photo.evidence.id)
    library.evidence.replace(replace(item, derived_from=chat.evidence.id))
    lines = gather_catalogue(library, book, order.id, "zh").lines
    assert "源自证据1" in lines[1].source


@pytest.mark.parametrize(
    ("media_type", "facts", "wanted"),
    [
        ("application/pdf", {"pages": "12"}, "12"),
        ("image/png", {}, "1"),
        ("image/tiff", {"frames": "3"}, "3"),
        ("video/mp4", {"duration_s": "67.2"}, "时长 1:07"),
        ("video/mp4", {"duration_s": "inf"}, ""),
        ("text/plain", {}, ""),
    ],
)
def test_pages_are_those_of_the_file(
    library: Library,
    book: Book,
    order: Order,
    chat: FiledEvidence,
    media_type: str,
    facts: dict[str, str],
    wanted: str,
) -> None:
    item = library.evidence.get(chat.evidence.id)
    library.evidence.replace(replace(item, media_type=media_type, facts=facts))
    (line,) = gather_catalogue(library, book, order.id, "zh").lines
    assert line.pages == wanted


def test_a_moment_is_written_with_its_distance_from_utc() -> None:
    assert moment_words(datetime.fromisoformat("2026-11-15T18:45:01.5-05:00")) == (
        "2026-11-15 18:45:01 -05:00"
    )


NAUGHTY = (
    '"; DROP TABLE',
    "' OR 1=1 --",
    "#set text(size: 90pt)",
    "$ x^2 $ `code` ```raw```",
    "<script>alert(1)</script> &lt; ]]> <!--",
    "=1+1|cmd",
    "\u202eexe.gpj \u2067rtl\u2069 שלום مرحبا",
    "\x00\x07\x1b[2J\r\n\t end",
    "{{ 7 * 7 }} %s %n {name} ${HOME} ~/x",
    "../../etc/passwd \\\\server\\share C:\\x",
    "Z̷̢͙̀a͠l̡g͝o 𝕬𝖇𝖈 🏳️‍🌈 👩‍👩‍👧 ﷽ 𠮷",
    "word " * 1000,
    "長" * 5000,
    "W" * 5000,
)


@pytest.mark.parametrize("naughty", NAUGHTY, ids=range(len(NAUGHTY)))
@pytest.mark.parametrize("kind", ["pdf", "docx", "csv"])
def test_no_name_breaks_a_catalogue(
    library: Library,
    book: Book,
    order: Order,
    chat: FiledEvidence,
    out: Path,
    kind: str,
    naughty: str,
) -> None:
    item = library.evidence.get(chat.evidence.id)
    library.evidence.replace(replace(item, title=naughty, note=naughty))
    library.orders.replace(
        replace(order, shop=naughty, items=(OrderItem(naughty, naughty),), number=naughty[:60])
    )
    path = out / f"list.{kind}"
    exported = export_catalogue(library, book, order.id, path, kind, "zh", Ticket()).value
    data = path.read_bytes()
    if kind == "csv":
        (row,) = rows(path)
        assert row["散列值（SHA-256）"] == item.sha256
        return
    text = "".join(pdf_pages(data)) if kind == "pdf" else word_text(data)
    assert item.sha256 in text
    assert exported.count == 1
