from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import Evidence
from keepproof.errors import KnownError
from keepproof.ticket import Ticket
from keepproof.ui.session import Session

SIZE = QSize(100, 80)


class Previews:
    """Makes red squares, or fails."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[list[str]] = []
        self.fails = False
        self._file = folder / "red.png"
        image = QImage(160, 160, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        image.save(str(self._file))

    def thumbnails(
        self, folder: Path, evidence: Sequence[Evidence], edge: int, ticket: Ticket
    ) -> list[Path | None]:
        self.asked.append([one.id for one in evidence])
        if self.fails:
            raise KnownError("readers.closed")
        return [self._file for _ in evidence]


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, session: Session) -> Previews:
    made = Previews(tmp_path)
    monkeypatch.setattr(Session, "previews", made)
    return made


def picture(place: int, media_type: str = "image/png") -> Evidence:
    return Evidence(f"evidence{place}", f"{place:064x}", 10, media_type, "a.png")


def test_a_picture_comes_later_and_is_told(
    qtbot: QtBot, session: Session, previews: Previews
) -> None:
    with qtbot.waitSignal(session.thumbnails.ready) as told:
        assert session.thumbnails.pixmap(picture(1), SIZE, 1.0) is None
    made = session.thumbnails.pixmap(picture(1), SIZE, 1.0)
    assert told.args == ["evidence1"]
    assert made is not None
    assert made.width() == 160


def test_a_picture_is_asked_for_once(qtbot: QtBot, session: Session, previews: Previews) -> None:
    with qtbot.waitSignal(session.thumbnails.ready):
        for _ in range(3):
            session.thumbnails.pixmap(picture(1), SIZE, 1.0)
    session.thumbnails.pixmap(picture(1), SIZE, 1.0)
    assert previews.asked == [["evidence1"]]


def test_dense_screens_get_larger_pictures(
    qtbot: QtBot, session: Session, previews: Previews
) -> None:
    for ratio in (1.0, 2.0):
        with qtbot.waitSignal(session.thumbnails.ready):
            session.thumbnails.pixmap(picture(1), SIZE, ratio)
    assert len(previews.asked) == 2


def test_what_was_asked_for_last_comes_first(
    qtbot: QtBot, session: Session, previews: Previews
) -> None:
    for place in range(3):
        session.thumbnails.pixmap(picture(place), SIZE, 1.0)
    qtbot.waitUntil(lambda: bool(previews.asked))
    qtbot.waitUntil(session.operations.idle)
    assert previews.asked[0] == ["evidence2", "evidence1", "evidence0"]


def test_an_archive_has_no_picture(session: Session, previews: Previews) -> None:
    assert session.thumbnails.pixmap(picture(1, "application/zip"), SIZE, 1.0) is None
    assert session.operations.idle()


def test_a_failure_alarms_nobody_and_is_not_the_end(
    qtbot: QtBot, session: Session, previews: Previews
) -> None:
    previews.fails = True
    with qtbot.assertNotEmitted(session.operations.failed):
        session.thumbnails.pixmap(picture(1), SIZE, 1.0)
        qtbot.waitUntil(lambda: bool(previews.asked))
        qtbot.waitUntil(session.operations.idle)
    previews.fails = False
    with qtbot.waitSignal(session.thumbnails.ready):
        session.thumbnails.pixmap(picture(2), SIZE, 1.0)
