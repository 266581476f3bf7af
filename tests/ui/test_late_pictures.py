"""A widget may be gone when the picture it asked for comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence
from keepproof.ui.session import Session
from keepproof.ui.widgets.attachment_strip import AttachedPicture
from keepproof.ui.widgets.evidence_inspector import Preview

FILED = FiledEvidence(Evidence("e", "0" * 64, 10, "image/png", "a.png", EvidenceKind.PHOTO), "o", 1)


@pytest.mark.parametrize(
    "make",
    [
        lambda session, parent: AttachedPicture(session, FILED, None, parent),
        Preview,
    ],
    ids=["attachment", "preview"],
)
def test_a_picture_that_comes_too_late_harms_nobody(
    qtbot: QtBot, session: Session, make: Callable[[Session, QWidget], QWidget]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shiboken6.delete(make(session, parent))
    with qtbot.captureExceptions() as errors:
        session.thumbnails.ready.emit("e")
    assert errors == []
