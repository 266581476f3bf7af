"""What the window says of a bundle before it is written is what is then written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from keepproof.composing.facts import Person
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading, ReadLine
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.bundle_contents import BundleChoice, preset
from keepproof.services.bundle_plan import BundlePlan, plan_bundle
from keepproof.services.bundle_texts import Helpers
from keepproof.services.example import add_example
from keepproof.services.export_bundle import BundleOrder, export_bundle
from keepproof.services.previews import Previews
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]


def plan(library: Library, book: Book, order: Order, choice: BundleChoice) -> BundlePlan:
    return plan_bundle(library, book, BundleOrder(order.id, choice, "zh", Person()), Ticket())


def picture(library: Library, order: Order, number: int, words: str | None) -> FiledEvidence:
    """Keep something that counts as a picture, with the words that were read in it."""
    done = add_content(
        library,
        bytes([number]) * 100,
        f"{number}.png",
        order_id=order.id,
        kind=EvidenceKind.CHAT,
        origin="chosen",
        ticket=Ticket(),
    )
    (kept,) = done.value.kept
    library.evidence.replace(replace(kept.evidence, media_type="image/png"))
    if words is not None:
        lines = tuple(ReadLine(one, (0, 0, 9, 9)) for one in words.splitlines())
        library.readings.put(
            Reading(kept.evidence.sha256, "picture", words, lines, at=library.now())
        )
    return kept


@pytest.mark.parametrize("audience", ["platform", "12315", "self"])
def test_the_plan_is_what_is_written(
    library: Library, book: Book, order: Order, keep: Keep, out: Path, audience: str
) -> None:
    keep("订单页", EvidenceKind.ORDER_SHOT)
    shot = picture(library, order, 2, "收货人 王小明")
    copy = picture(library, order, 3, "")
    item = library.evidence.get(copy.evidence.id)
    with library.transaction():
        library._catalog.run("UPDATE evidence SET origin = 'redacted' WHERE id = ?", (item.id,))
        item = library.evidence.get(item.id)
        library.evidence.replace(replace(item, derived_from=shot.evidence.id))
    choice = replace(preset(audience), catalogue=False, messages=False)
    told = plan(library, book, order, choice)
    wanted = BundleOrder(order.id, choice, "zh", Person())
    done = export_bundle(library, book, wanted, out / "x.zip", None, Ticket()).value
    files = [one.path for one in done.report.files]
    assert told.stem == done.report.folder
    assert told.originals == sum(one.startswith("data/originals/") for one in files)
    assert told.copies == sum(one.startswith("data/share/") for one in files) == 1
    assert set(told.texts) <= {*files, "manifest-sha256.txt"}
    assert done.size <= told.size
    assert told.replaced == ((2,) if audience == "platform" else ())


def test_the_size_told_holds_the_pictures_for_upload(
    library: Library, book: Book, sandbox: Sandbox, out: Path
) -> None:
    example = add_example(library, "zh", Ticket(), sandbox).value
    told = plan(library, book, example, preset("platform"))
    wanted = BundleOrder(example.id, preset("platform"), "zh", Person())
    helpers = Helpers(sandbox, Previews(sandbox))
    done = export_bundle(library, book, wanted, out / "x.zip", helpers, Ticket()).value
    small = [one for one in done.report.files if "/upload/" in one.path]
    assert told.uploads == len(small) == 9
    assert done.size <= told.size <= 4 * done.size


def test_what_may_be_private_is_named_by_evidence(
    library: Library, book: Book, order: Order
) -> None:
    picture(library, order, 1, "订单编号 2690183455720166318")
    picture(library, order, 2, "收货人：王小明\n电话 13812345678")
    picture(library, order, 3, None)
    told = plan(library, book, order, preset("platform"))
    assert [(one.filed.number, set(one.kinds)) for one in told.private] == [(2, {"name", "phone"})]
    assert told.unread == (3,)


def test_of_ones_own_bundle_nothing_is_warned(library: Library, book: Book, order: Order) -> None:
    picture(library, order, 1, "电话 13812345678")
    assert plan(library, book, order, preset("self")).private == ()
