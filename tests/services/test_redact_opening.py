"""An edit begins with the original, the former boxes and suggestions; its tiles do not stay."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.redaction import Box, Grid
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.redact_evidence import redact
from keepproof.services.redact_opening import close_tiles, open_tiles, start
from keepproof.ticket import Ticket


@pytest.fixture
def filed(library: Library, order: Order, sandbox: Sandbox) -> FiledEvidence:
    out = io.BytesIO()
    Image.new("RGB", (700, 300), "orange").save(out, "JPEG")
    outcome = add_content(
        library,
        out.getvalue(),
        "a.jpg",
        order_id=order.id,
        kind=None,
        origin="pasted",
        ticket=Ticket(),
        sandbox=sandbox,
    )
    return outcome.value.kept[0]


def test_an_edit_of_a_copy_begins_with_its_original(
    library: Library, filed: FiledEvidence, sandbox: Sandbox
) -> None:
    box = Box(8, 8, 16, 16)
    copy = redact(library, filed, [box], sandbox, Ticket()).value.copy
    for one in (filed, copy):
        begun = start(library, one, Ticket())
        assert (begun.filed, begun.boxes, begun.suggestions.items) == (filed, (box,), ())


def test_a_text_cannot_be_opened(
    library: Library, order: Order, keep: Callable[[str, EvidenceKind], FiledEvidence]
) -> None:
    with pytest.raises(KnownError) as caught:
        start(library, keep("words", EvidenceKind.CHAT), Ticket())
    assert caught.value.code == "redact.no_picture"


def test_the_tiles_are_there_and_gone_again(
    library: Library, filed: FiledEvidence, sandbox: Sandbox
) -> None:
    path = library.original_path(filed.evidence.sha256)
    left = library.folder / "derived" / "redaction" / "left by a crash"
    left.mkdir(parents=True)
    opened = open_tiles(library.folder, path, sandbox)
    assert not left.exists()
    assert (opened.size, opened.levels, opened.frames) == ((700, 300), 2, 1)
    assert (opened.suffix, opened.tile_suffix, opened.grids) == (
        ".png",
        ".jpg",
        (Grid(16, beyond=1),),
    )
    names = {one.name for one in opened.folder.iterdir()}
    assert names == {"0_0_0.jpg", "0_1_0.jpg", "1_0_0.jpg"}
    close_tiles(opened)
    assert not opened.folder.exists()


def test_no_room_for_tiles_is_a_known_problem(
    library: Library, filed: FiledEvidence, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox
) -> None:
    def full(*_: object, **more: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(sandbox, "run", full)
    with pytest.raises(KnownError) as caught:
        open_tiles(library.folder, Path("a"), sandbox)
    assert caught.value.code == "library.full"
