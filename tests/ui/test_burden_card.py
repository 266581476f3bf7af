from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keepproof.knowledge.book import Book
from keepproof.services.burden import burden_of
from keepproof.ui import theme
from keepproof.ui.widgets.burden_card import LOW, BurdenCard


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication) -> BurdenCard:
    theme.apply(qapp, "light", 100)
    made = BurdenCard()
    qtbot.addWidget(made)
    made.resize(300, 300)
    return made


def test_it_names_both_parts_and_the_rule(card: BurdenCard, book: Book) -> None:
    card.set_burden(burden_of(book, "not_received", "tmall"), "zh")
    assert card.isVisible()
    assert card.seller.text().startswith("证明已送到")
    assert "第三十八条" in card.rule.text()
    assert "2025-08-15" in card.rule.text()


def test_elsewhere_it_is_called_a_guide(card: BurdenCard, book: Book) -> None:
    card.set_burden(burden_of(book, "not_received", "jd"), "en")
    assert "guide" in card.rule.text()


def test_a_question_shows_nothing(card: BurdenCard, book: Book) -> None:
    card.set_burden(burden_of(book, "how_to", "tmall"), "en")
    assert not card.isVisible()


def test_a_low_column_keeps_only_what_the_buyer_brings(card: BurdenCard, book: Book) -> None:
    card.set_burden(burden_of(book, "damaged", "tmall"), "zh")
    card.make_room(theme.px(LOW) - 1)
    assert (card.buyer.isVisible(), card.seller.isVisible()) == (True, False)
    card.make_room(theme.px(LOW))
    assert card.seller.isVisible()


def test_what_the_user_folded_stays_folded(qtbot: QtBot, card: BurdenCard, book: Book) -> None:
    card.set_burden(burden_of(book, "damaged", "tmall"), "zh")
    qtbot.mouseClick(card.head, Qt.MouseButton.LeftButton)
    card.make_room(theme.px(LOW) + 200)
    assert not card.seller.isVisible()
    qtbot.keyClick(card.head, Qt.Key.Key_Space)
    card.make_room(theme.px(LOW) - 200)
    assert card.seller.isVisible()
    assert card.head.accessibleDescription()
