"""A bundle of an order: what goes in, for whom, under which names, and what stops it."""

from __future__ import annotations

import base64
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import bagit
import pypdfium2
import pytest

from keepproof.composing.facts import Person
from keepproof.domain import bundle as form
from keepproof.domain.bundle_report import BundleReport
from keepproof.domain.dispute import Submission
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.file_names import folded
from keepproof.domain.order import Order, OrderItem
from keepproof.domain.redaction import Box
from keepproof.errors import CancelledError, KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services import export_bundle as service
from keepproof.services.add_evidence import add_content
from keepproof.services.bundle_contents import BundleChoice
from keepproof.services.bundle_contents import preset as full
from keepproof.services.bundle_texts import THUMB_EDGE, Helpers
from keepproof.services.check_bundle import check_bundle
from keepproof.services.example import add_example
from keepproof.services.export_bundle import (
    BundleOrder,
    Exported,
    broken_ids,
    export_bundle,
    export_hashes,
)
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.open_dispute import open_dispute
from keepproof.services.previews import Previews
from keepproof.services.redact_evidence import redact as redact_picture
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]
ME = Person("王小明", "13800001111", "杭州市某路 1 号")
HOSTILE = "<script>alert(1)</script> \"onload='x' & {{ 777*777 }} 😀 \u202egnp"


def preset(audience: str) -> BundleChoice:
    """Choose as the window does, but without the paper, which takes a moment to print."""
    return replace(full(audience), catalogue=False)


def run(
    library: Library,
    book: Book,
    order: Order,
    path: Path,
    choice: BundleChoice | None = None,
    helpers: Helpers | None = None,
) -> Exported:
    wanted = BundleOrder(order.id, choice or preset("platform"), "zh", ME)
    return export_bundle(library, book, wanted, path, helpers, Ticket()).value


def texts(path: Path) -> dict[str, str]:
    """Read all files at the top of a bundle."""
    with zipfile.ZipFile(path) as archive:
        return {
            name.partition("/")[2]: archive.read(name).decode("utf-8-sig")
            for name in archive.namelist()
            if "/data/" not in name and not name.endswith(".pdf")
        }


def payload(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        names = [one for one in archive.namelist() if "/data/" in one]
        return {one.partition("/")[2].removeprefix("data/"): archive.read(one) for one in names}


def printed(exported: Exported) -> str:
    """Read the words of the evidence catalogue."""
    with zipfile.ZipFile(exported.path) as archive:
        data = archive.read(f"{exported.report.folder}/{form.CATALOGUE}")
    pages = pypdfium2.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in pages)
    finally:
        pages.close()


def redact(library: Library, order: Order, of: FiledEvidence, data: bytes) -> FiledEvidence:
    """Keep a covered copy, as the editor does."""
    done = add_content(
        library,
        data,
        "copy.png",
        order_id=order.id,
        kind=of.kind,
        origin="redacted",
        ticket=Ticket(),
    )
    (kept,) = done.value.kept
    item = replace(library.evidence.get(kept.evidence.id), derived_from=of.evidence.id)
    library.evidence.replace(item)
    return replace(kept, evidence=item)


@pytest.fixture
def two(order: Order, keep: Keep) -> list[FiledEvidence]:
    return [keep("订单页", EvidenceKind.ORDER_SHOT), keep("聊天", EvidenceKind.CHAT)]


def test_the_example_gives_a_whole_valid_bag(
    library: Library, book: Book, sandbox: Sandbox, out: Path
) -> None:
    example = add_example(library, "zh", Ticket(), sandbox).value
    helpers = Helpers(sandbox, Previews(sandbox))
    done = run(library, book, example, out / "x.zip", full("self"), helpers)
    with zipfile.ZipFile(out / "x.zip") as archive:
        archive.extractall(out)
    bagit.Bag(str(out / done.report.folder)).validate()
    assert done.report.sound
    originals = {one.number: one.evidence for one in library.evidence.of_order(example.id)}
    for name, data in payload(out / "x.zip").items():
        number = int(re.match(r"originals/E(\d+)_", name)[1])  # type: ignore[index]
        assert data == library.original_path(originals.pop(number).sha256).read_bytes()
    assert originals == {}
    assert (out / done.report.folder / form.CATALOGUE).read_bytes().startswith(b"%PDF")
    assert set(texts(out / "x.zip")) >= {form.COMPLAINT, form.INDEX, form.MESSAGES, form.GUIDE}


def test_files_are_numbered_as_in_the_complaint(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    run(library, book, order, out / "x.zip")
    assert list(payload(out / "x.zip")) == ["originals/E1_order_shot.txt", "originals/E2_chat.txt"]


def test_a_redacted_copy_takes_the_place_of_its_original(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    redact(library, order, two[0], b"first try")
    redact(library, order, two[0], b"covered")
    done = run(library, book, order, out / "x.zip")
    assert payload(out / "x.zip") == {
        "share/E1-3_copy.png": b"first try",
        "share/E1_copy.png": b"covered",
        "originals/E2_chat.txt": "聊天".encode(),
    }
    original = done.contents.record.items[0]
    assert (original.file, original.left_out) == ("", "redacted")
    assert original.sha256 == two[0].evidence.sha256
    assert done.contents.record.items[2].derived_from == two[0].evidence.sha256
    for name in (form.INDEX, form.GUIDE, form.HASHES, form.RECORD):
        assert two[0].evidence.sha256 in texts(out / "x.zip")[name]


def test_the_row_of_a_covered_original_shows_its_copy(
    library: Library, book: Book, sandbox: Sandbox, out: Path
) -> None:
    example = add_example(library, "zh", Ticket(), sandbox).value
    first = library.evidence.of_order(example.id)[0]
    copy = redact_picture(library, first, [Box(10, 10, 200, 90)], sandbox, Ticket()).value.copy
    helpers = Helpers(sandbox, Previews(sandbox))
    run(library, book, example, out / "x.zip", helpers=helpers)
    page = Page(texts(out / "x.zip")[form.INDEX])
    thumb = helpers.previews.thumbnail(library.folder, copy.evidence, THUMB_EDGE)
    hidden = helpers.previews.thumbnail(library.folder, first.evidence, THUMB_EDGE)
    assert thumb is not None
    assert hidden is not None
    shown = [base64.b64decode(one.partition(",")[2]) for one in page.sources]
    assert (shown[0], shown.count(thumb.read_bytes())) == (thumb.read_bytes(), 2)
    assert hidden.read_bytes() not in shown


def test_the_file_name_of_a_covered_original_is_told_nowhere(
    library: Library, book: Book, order: Order, out: Path
) -> None:
    done = add_content(
        library, b"x", "王女士的地址.png", order_id=order.id, kind=None, origin="x", ticket=Ticket()
    )
    copy = redact(library, order, done.value.kept[0], b"covered")
    for choice, stands in ((full("platform"), False), (full("self"), True)):
        exported = run(library, book, order, out / "x.zip", choice)
        with zipfile.ZipFile(out / "x.zip") as archive:
            every = b"".join(archive.read(one) for one in archive.namelist())
        assert ("王女士".encode() in every) == stands
        assert ("王女士" in printed(exported)) == stands
    assert exported.contents.record.items[1].id == copy.evidence.id


def test_with_originals_both_go_in(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    redact(library, order, two[0], b"covered")
    run(library, book, order, out / "x.zip", preset("12315"))
    assert set(payload(out / "x.zip")) == {
        "originals/E1_order_shot.txt",
        "originals/E2_chat.txt",
        "share/E1_copy.png",
    }


def test_pictures_nobody_can_show_go_in_as_they_are(
    library: Library, book: Book, order: Order, sandbox: Sandbox, out: Path
) -> None:
    add_content(
        library,
        b"\xff\xd8\xff\xe0 cut off",
        "a.jpg",
        order_id=order.id,
        kind=None,
        origin="x",
        ticket=Ticket(),
    )
    run(library, book, order, out / "x.zip", helpers=Helpers(sandbox, Previews(sandbox)))
    assert set(payload(out / "x.zip")) == {"originals/E1_a.jpg"}


def test_small_pictures_for_upload_go_in_besides(
    library: Library, book: Book, sandbox: Sandbox, out: Path
) -> None:
    example = add_example(library, "zh", Ticket(), sandbox).value
    first = library.evidence.of_order(example.id)[0]
    redact_picture(library, first, [Box(10, 10, 200, 90)], sandbox, Ticket())
    helpers = Helpers(sandbox, Previews(sandbox))
    done = run(library, book, example, out / "x.zip", helpers=helpers)
    small = {name: data for name, data in payload(out / "x.zip").items() if "upload" in name}
    assert len(small) == 9
    assert all(len(data) <= 500 * 1024 for data in small.values())
    assert all(data.startswith(b"\xff\xd8") for data in small.values())
    assert "data/share/upload/" in texts(out / "x.zip")[form.GUIDE]
    assert not {one.file for one in done.contents.record.items} & {f"data/{one}" for one in small}
    with zipfile.ZipFile(out / "x.zip") as archive:
        archive.extractall(out)
    bagit.Bag(str(out / done.report.folder)).validate()


def test_a_broken_copy_never_brings_its_original_out(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    copy = redact(library, order, two[0], b"covered")
    library.original_path(copy.evidence.sha256).unlink()
    with pytest.raises(KnownError) as caught:
        run(library, book, order, out / "x.zip")
    assert caught.value.data["ids"] == (copy.evidence.id,)
    choice = replace(preset("platform"), left_out=frozenset({copy.evidence.id}))
    run(library, book, order, out / "x.zip", choice)
    assert set(payload(out / "x.zip")) == {"originals/E2_chat.txt"}


@pytest.mark.parametrize("audience", form.AUDIENCES)
def test_a_changed_or_missing_original_stops_the_export(
    library: Library,
    book: Book,
    order: Order,
    two: list[FiledEvidence],
    out: Path,
    audience: str,
) -> None:
    first, second = (library.original_path(one.evidence.sha256) for one in two)
    first.chmod(0o644)
    first.write_bytes(first.read_bytes()[:-1] + b"x")
    second.unlink()
    library.original_path(redact(library, order, two[0], b"c").evidence.sha256)
    with pytest.raises(KnownError) as caught:
        run(library, book, order, out / "x.zip", replace(preset(audience), redacted=False))
    assert (caught.value.code, caught.value.data["count"]) == ("bundle.broken", 2)
    assert "E1" in str(caught.value.data["names"])
    assert list(out.iterdir()) == []
    assert [one.evidence.fixity for one in library.evidence.of_order(order.id)][:2] == [
        "changed",
        "missing",
    ]


def test_by_the_users_word_broken_originals_are_left_out_and_named(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    library.original_path(two[0].evidence.sha256).unlink()
    with pytest.raises(KnownError) as caught:
        run(library, book, order, out / "x.zip")
    left_out = broken_ids(caught.value)
    run(library, book, order, out / "x.zip", replace(preset("platform"), left_out=left_out))
    assert set(payload(out / "x.zip")) == {"originals/E2_chat.txt"}
    assert "原件找不到，未放入" in texts(out / "x.zip")[form.INDEX]
    assert "original not found, not included" in texts(out / "x.zip")[form.GUIDE]


def test_a_store_that_is_gone_marks_nothing_as_lost(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    originals = library.folder / "originals"
    originals.rename(library.folder / "away")
    with pytest.raises(KnownError, match=r"bundle\.store_gone"):
        run(library, book, order, out / "x.zip")
    (library.folder / "away").rename(originals)
    assert {one.evidence.fixity for one in library.evidence.of_order(order.id)} == {"intact"}


def test_the_custody_log_says_what_went_out(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    done = run(library, book, order, out / "x.zip")
    event = library.custody.events(order.id)[-1]
    assert (event.action, event.data["seal"]) == ("export.bundle", done.report.seal)
    assert event.data["numbers"] == [1, 2]
    assert event.previous == done.contents.record.custody.hash
    assert library.custody.check() is None
    assert all(one.frozen for one in library.evidence.of_order(order.id))


def test_the_history_holds_the_events_of_this_order_only(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    other = add_order(library, OrderForm(number="1111111111111111", shop="别家"), Ticket()).value
    add_content(
        library, b"secret", "s.txt", order_id=other.id, kind=None, origin="x", ticket=Ticket()
    )
    done = run(library, book, order, out / "x.zip")
    lines = [json.loads(one) for one in texts(out / "x.zip")[form.HISTORY].splitlines()]
    subjects = {one["subject"] for one in lines[:-1]}
    assert subjects == {order.id, *(one.evidence.id for one in two)}
    assert lines[-1] == {"head": library.custody.events(order.id)[-1].previous, "sequence": 5}
    assert done.report.history == "intact"


def test_private_notes_go_into_ones_own_bundle_only(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    library.evidence.replace(replace(two[0].evidence, note="私人备注"))
    for audience, stands in (("platform", False), ("12315", False), ("self", True)):
        run(library, book, order, out / f"{audience}.zip", preset(audience))
        every = " ".join(texts(out / f"{audience}.zip").values())
        assert ("私人备注" in every) == stands


@pytest.fixture
def sent(library: Library, book: Book, order: Order) -> list[Submission]:
    dispute = open_dispute(library, order.id, book.issue("not_as_described"), Ticket()).value
    made = [
        Submission(f"s{at}", dispute.id, channel, "zh", f"写给 {channel}", library.now())
        for at, channel in enumerate(("platform_chat", "12315"))
    ]
    for one in made:
        library.disputes.add_submission(one)
    return made


@pytest.mark.parametrize(
    ("audience", "text"),
    [("platform", "写给 platform_chat\n"), ("12315", "写给 12315\n"), ("self", "写给 12315\n")],
)
def test_each_audience_gets_the_text_written_for_it(
    library: Library,
    book: Book,
    order: Order,
    two: list[FiledEvidence],
    sent: list[Submission],
    out: Path,
    audience: str,
    text: str,
) -> None:
    run(library, book, order, out / "x.zip", preset(audience))
    assert texts(out / "x.zip")[form.COMPLAINT] == text


def test_a_platform_never_gets_name_and_address(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    open_dispute(library, order.id, book.issue("not_as_described"), Ticket())
    run(library, book, order, out / "x.zip")
    every = " ".join(texts(out / "x.zip").values())
    assert form.COMPLAINT in texts(out / "x.zip")
    assert not [one for one in (ME.name, ME.phone, ME.address) if one in every]


def test_without_a_problem_there_is_no_complaint(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    run(library, book, order, out / "x.zip")
    assert form.COMPLAINT not in texts(out / "x.zip")
    assert "complaint.txt" not in texts(out / "x.zip")[form.GUIDE]


class Page(HTMLParser):
    """Collects what a browser would do with a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.handlers: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "href":
                self.links.append(unquote(value or ""))
            elif name == "src":
                self.sources.append(value or "")
            elif name.startswith("on"):
                self.handlers.append(name)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_needs_nothing_and_every_link_leads_somewhere(
    library: Library, book: Book, sandbox: Sandbox, out: Path
) -> None:
    example = add_example(library, "zh", Ticket(), sandbox).value
    done = run(library, book, example, out / "x.zip", helpers=Helpers(sandbox, Previews(sandbox)))
    with zipfile.ZipFile(out / "x.zip") as archive:
        names = {one.partition("/")[2] for one in archive.namelist()}
    page = Page(texts(out / "x.zip")[form.INDEX])
    assert {"script", "link", "iframe", "object", "form"} & set(page.tags) == set()
    assert set(page.links) <= names
    assert {one.file for one in done.contents.record.items} <= set(page.links)
    assert len(page.sources) == 9
    assert all(one.startswith("data:image/webp;base64,UklGR") for one in page.sources)


def test_hidden_signs_do_not_turn_the_words_of_the_page_round(
    library: Library, book: Book, out: Path
) -> None:
    turned = "\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe"
    form_ = OrderForm(number="1", platform="tmall", shop=turned, items=(OrderItem(turned),))
    order = add_order(library, form_, Ticket()).value
    add_content(
        library, b"x", f"{turned}.png", order_id=order.id, kind=None, origin="x", ticket=Ticket()
    )
    run(library, book, order, out / "x.zip")
    page = texts(out / "x.zip")[form.INDEX]
    assert page.count("gpj.exe") >= 4
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in page


def test_names_that_look_like_markup_or_templates_are_shown_as_they_are(
    library: Library, book: Book, form_of_hostile: Order, out: Path
) -> None:
    done = run(library, book, form_of_hostile, out / "x.zip")
    page = Page(texts(out / "x.zip")[form.INDEX])
    assert ("script" in page.tags, page.handlers) == (False, [])
    assert "<script>alert(1)</script>" in page.words
    assert "{{ 777*777 }}" in page.words
    assert "603729" not in page.words
    assert done.report.sound


@pytest.fixture
def form_of_hostile(library: Library, form: OrderForm) -> Order:
    items = (replace(form.items[0], title=HOSTILE),)
    order = add_order(library, replace(form, shop=HOSTILE, items=items), Ticket()).value
    for at in range(3):
        done = add_content(
            library,
            bytes([at + 1]),
            f"{HOSTILE}.html",
            order_id=order.id,
            kind=None,
            origin="chosen",
            ticket=Ticket(),
        )
        item = done.value.kept[0].evidence
        library.evidence.replace(replace(library.evidence.get(item.id), title=HOSTILE))
    return order


def test_hostile_names_become_safe_ones_that_differ(
    library: Library, book: Book, form_of_hostile: Order, out: Path
) -> None:
    run(library, book, form_of_hostile, out / "x.zip")
    names = list(payload(out / "x.zip"))
    assert len({folded(one) for one in names}) == 3
    assert all(re.fullmatch(r"originals/E\d_\w+\.html", one) for one in names)


def test_half_a_character_in_a_file_name_stops_nothing(
    library: Library, book: Book, order: Order, out: Path
) -> None:
    add_content(
        library, b"x", "\udcff.png", order_id=order.id, kind=None, origin="x", ticket=Ticket()
    )
    assert run(library, book, order, out / "x.zip").report.sound


def test_an_order_without_evidence_has_no_bundle(
    library: Library, book: Book, order: Order, out: Path
) -> None:
    with pytest.raises(KnownError, match=r"bundle\.nothing"):
        run(library, book, order, out / "x.zip")


def test_a_bundle_is_not_put_into_the_library(
    library: Library, book: Book, order: Order, two: list[FiledEvidence]
) -> None:
    with pytest.raises(KnownError, match=r"export\.inside_library"):
        run(library, book, order, library.folder / "originals" / "x.zip")


def test_what_does_not_read_back_is_removed(
    library: Library,
    book: Book,
    order: Order,
    two: list[FiledEvidence],
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def spoil(part: Path, ticket: Ticket) -> BundleReport:
        data = bytearray(part.read_bytes())
        data[data.index("聊天".encode()[:3], data.index(b"E2_chat"))] ^= 1
        part.write_bytes(data)
        return check_bundle(part, ticket)

    # A name by which the bytes can be found: stored, not deflated.
    item = library.evidence.get(two[1].evidence.id)
    library.evidence.replace(replace(item, media_type="image/png"))
    monkeypatch.setattr(service, "check_bundle", spoil)
    with pytest.raises(KnownError, match=r"bundle\.check_failed"):
        run(library, book, order, out / "x.zip")
    assert list(out.iterdir()) == []


def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    (out / "x.zip").write_bytes(b"old")
    wanted = BundleOrder(order.id, preset("platform"), "zh", ME)

    def tell(done: float, total: int, what: str) -> None:
        if done > total / 2:
            ticket.cancel()

    ticket = Ticket(tell)
    with pytest.raises(CancelledError):
        export_bundle(library, book, wanted, out / "x.zip", None, ticket)
    assert [one.name for one in out.iterdir()] == ["x.zip"]
    assert (out / "x.zip").read_bytes() == b"old"
    assert library.custody.events(order.id)[-1].action != "export.bundle"


def test_progress_rises_to_the_whole(
    library: Library, book: Book, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    told: list[float] = []
    wanted = BundleOrder(order.id, preset("platform"), "zh", ME)
    ticket = Ticket(lambda done, total, _: told.append(done / total))
    export_bundle(library, book, wanted, out / "x.zip", None, ticket)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_the_hash_list_names_all_evidence_and_the_head(
    library: Library, order: Order, two: list[FiledEvidence], out: Path
) -> None:
    assert export_hashes(library, order.id, out / "h.txt", Ticket()) == 2
    text = (out / "h.txt").read_text("utf-8")
    assert all(f"{one.evidence.sha256}  E{one.number}  " in text for one in two)
    assert library.custody.head() in text
