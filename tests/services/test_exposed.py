from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.exposed import Exposed
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading, ReadLine
from keepproof.domain.redaction import Box
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.exposed import exposed
from keepproof.services.redact_evidence import redact
from keepproof.ticket import Ticket

Shot = Callable[..., FiledEvidence]


@pytest.fixture
def shot(library: Library, order: Order) -> Shot:
    """Keep a picture under the order, with lines read in it."""

    def keep(colour: str, *lines: str, media: str = "PNG") -> FiledEvidence:
        out = io.BytesIO()
        Image.new("RGB", (400, 300), colour).save(out, media)
        outcome = add_content(
            library,
            out.getvalue(),
            "a.png",
            order_id=order.id,
            kind=EvidenceKind.TRACK,
            origin="pasted",
            ticket=Ticket(),
        )
        filed = outcome.value.kept[0]
        if lines:
            read = tuple(
                ReadLine(text, (10, 40 * at, 300, 40 * at + 30)) for at, text in enumerate(lines)
            )
            library.readings.put(Reading(filed.evidence.sha256, "picture", "", read))
        return filed

    return keep


def test_pictures_with_private_words_are_listed_by_number(
    library: Library, order: Order, shot: Shot
) -> None:
    shot("red", "林小满 13800000042", "电话 13900000099")
    shot("green", "重量 4.20 kg", f"订单编号 {order.number}")
    shot("blue")
    shot("white", "浙江省杭州市余杭区示例路 12 号")
    assert exposed(library, order.id) == (
        Exposed(1, ("name", "phone")),
        Exposed(4, ("address",)),
    )


def test_one_with_a_redacted_copy_is_not(
    library: Library, order: Order, shot: Shot, sandbox: Sandbox
) -> None:
    filed = shot("red", "13800000042")
    copy = redact(library, filed, [Box(5, 5, 100, 30)], sandbox, Ticket()).value.copy
    library.readings.put(
        Reading(copy.evidence.sha256, "picture", "", (ReadLine("13800000042", (1, 1, 9, 9)),))
    )
    assert exposed(library, order.id) == ()
