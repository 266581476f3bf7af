from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keepproof.knowledge.channel import Channel
from keepproof.knowledge.official_number import OfficialNumber, read_numbers
from keepproof.services.edit_knowledge import SeenChannel
from keepproof.ui.dialogs.channel_dialog import ChannelDialog
from keepproof.ui.dialogs.number_dialog import NumberDialog
from keepproof.ui.models.channels_model import CHANNEL_ROLE, STEP_ROLE, ChannelsModel
from keepproof.ui.models.numbers_model import NUMBER_ROLE, NumbersModel
from keepproof.ui.pages.channels_page import ChannelsPage
from keepproof.ui.session import Session
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[..., Any]
NUMBER = OfficialNumber("9510211", "tmall", "售后", "App › 客服与帮助", date(2026, 11, 22))


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ChannelsPage:
    made = ChannelsPage(session)
    qtbot.addWidget(made)
    qtbot.waitUntil(session.operations.idle)
    made.platforms.setCurrentIndex(made.platforms.findData("tmall"))
    made.refresh()
    return made


def ids(model: ChannelsModel) -> list[str]:
    rows = [model.index(row).data(CHANNEL_ROLE) for row in range(model.rowCount())]
    return [one.id for one in rows if isinstance(one, Channel)]


def choose(page: ChannelsPage, channel: str) -> None:
    page.list.setCurrentIndex(page.model.index(page.model.row_of(channel)))


def test_every_channel_of_the_platform_is_there_once(page: ChannelsPage, session: Session) -> None:
    wanted = [one.id for one in session.book.every_channel("tmall")]
    assert sorted(ids(page.model)) == sorted(wanted)


def test_a_question_puts_its_channels_first_with_their_place(page: ChannelsPage) -> None:
    page.questions.setCurrentIndex(page.questions.findData("payment"))
    page.questions.activated.emit(page.questions.currentIndex())
    route = page._session.book.platform("tmall").route("payment")
    assert route is not None
    assert tuple(ids(page.model)[: len(route.channels)]) == route.channels
    assert page.model.index(1).data(STEP_ROLE) == 1
    assert page.list.currentIndex().row() == 1


def test_the_search_leaves_only_what_holds_all_words(page: ChannelsPage) -> None:
    page.search.setText("12315")
    assert "12315" in ids(page.model)
    page.search.setText("没有这种渠道")
    assert ids(page.model) == []
    assert page.detail.isHidden()


def test_headings_cannot_be_chosen(page: ChannelsPage) -> None:
    heading = page.model.index(0)
    assert heading.data(CHANNEL_ROLE) is None
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable


def test_the_models_are_sound(qtbot: QtBot, session: Session) -> None:
    for model in (ChannelsModel("zh"), NumbersModel("zh")):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = ChannelsModel("en")
    model.set_channels(session.book.every_channel("amazon"))
    words = str(model.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "›" in words or "," in words


def test_what_the_page_says_comes_first_until_ours_is_brought_back(
    qtbot: QtBot, page: ChannelsPage, session: Session
) -> None:
    choose(page, "refund_form")
    ours = session.book.channel("refund_form", "tmall")
    page._seen("refund_form", SeenChannel("退款页面", date(2026, 11, 22), hours="9:00–21:00"))
    qtbot.waitUntil(lambda: session.book.own_entry("tmall", "refund_form"))
    qtbot.waitUntil(lambda: not page.detail.reset_button.isHidden())
    assert session.book.channel("refund_form", "tmall").hours.zh == "9:00–21:00"
    page.reset()
    qtbot.waitUntil(page.detail.reset_button.isHidden)
    assert session.book.channel("refund_form", "tmall") == ours


def test_a_wrong_file_of_the_user_is_said_and_ours_is_used(page: ChannelsPage) -> None:
    session = page._session
    file = session.paths.knowledge / "platforms" / "tmall.toml"
    file.parent.mkdir(parents=True)
    file.write_text("channels = 7\n", "utf-8")
    session.book.reload()
    page.refresh()
    assert page.wrong.count() == 1
    assert ids(page.model)


def test_the_dialog_needs_a_place_and_whole_numbers(
    qtbot: QtBot, session: Session, page: ChannelsPage
) -> None:
    dialog = ChannelDialog(session.book.channel("refund_form", "tmall"), "zh")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    given: list[SeenChannel] = []
    dialog.stored.connect(given.append)
    dialog.save()
    dialog.place.setText("退款页面")
    dialog.characters.setText("五百")
    dialog.save()
    assert given == []
    dialog.characters.setText("500")
    dialog.save()
    assert given[0].limits is not None
    assert (given[0].limits.characters, given[0].limits.bytes) == (500, None)


def test_a_number_is_kept_with_its_cost_and_can_be_copied_and_removed(
    qtbot: QtBot, page: ChannelsPage, qapp: QApplication
) -> None:
    page.add_number()
    dialog = page.window().findChild(NumberDialog)
    assert isinstance(dialog, NumberDialog)
    dialog.number.setText("hello")
    dialog.place.setText("App › 客服与帮助")
    assert not dialog.save_button.isEnabled()
    dialog.number.setText("9510211")
    assert "95" in dialog.cost.text()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: page.numbers.model.rowCount() == 1)
    page.numbers.list.activated.emit(page.numbers.model.index(0))
    assert qapp.clipboard().text() == "9510211"
    page.drop_number(page.numbers.model.index(0).data(NUMBER_ROLE))
    qtbot.waitUntil(lambda: page.numbers.model.rowCount() == 0)
    assert read_numbers(page._session.paths.knowledge) == ()


def test_the_field_tells_who_pays(page: ChannelsPage) -> None:
    page.numbers.check.setText("400-860-8608")
    assert "400" in page.numbers.found.text()
    page.numbers.check.setText("")
    assert page.numbers.found.isHidden()


def test_the_own_rate_tells_what_a_call_would_cost(page: ChannelsPage) -> None:
    page._session.settings.change(call_rate="0.15")
    page.numbers.check.setText("400-860-8608")
    assert "¥1.50" in page.numbers.found.text()


def test_the_page_begins_with_the_platform_of_the_latest_order(
    qtbot: QtBot, session: Session, do: Do
) -> None:
    do(make.log)
    page = ChannelsPage(session)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.platform() == "tmall")
