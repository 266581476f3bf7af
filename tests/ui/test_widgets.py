from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from keepproof.ui import theme
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.counter import Counter
from keepproof.ui.widgets.drop_zone import DropZone
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.empty_state import EmptyState
from keepproof.ui.widgets.field import Field
from keepproof.ui.widgets.flow_layout import FlowLayout
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.nav_row import NavRow
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.press_card import PressCard
from keepproof.ui.widgets.progress_card import ProgressCard
from keepproof.ui.widgets.quiet_combo import QuietCombo
from keepproof.ui.widgets.search_field import SearchField
from keepproof.ui.widgets.segment import Segment
from keepproof.ui.widgets.status_line import StatusLine
from keepproof.ui.widgets.tab_strip import TabStrip

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def choices(kind: type[Segment | TabStrip]) -> Segment | TabStrip:
    made = kind()
    made.set_options([("all", "全部 23"), ("open", "Open 5")])
    return made


MAKERS: dict[str, Callable[[], QWidget]] = {
    "primary": lambda: Button("保存 Save", "primary", "plus"),
    "link": lambda: Button("更多 More", "link"),
    "icon_button": lambda: IconButton("gear", "设置 Settings"),
    "card": Card,
    "counter": Counter,
    "drop_zone": DropZone,
    "elided": lambda: ElidedLabel(text="一个很长的文件名 IMG_20261110.png"),
    "empty": lambda: EmptyState("package", "还没有订单", "No order yet", [Button("粘贴")]),
    "field": lambda: Field("订单号 Number", QLineEdit(), "例如"),
    "label": lambda: Label("一段话 " * 20, "body", "text2"),
    "nav_row": lambda: NavRow("sun", "今日 Today"),
    "dispute_row": lambda: NavRow("", "X1 无线吸尘器"),
    "notice": lambda: Notice("warn", "缺 1 个事实", "detail", "去填写"),
    "pill": lambda: Pill("商家拒绝退款", "warn"),
    "press_card": lambda: PressCard("plus", "新建订单", "填写订单号"),
    "progress": lambda: ProgressCard("正在导入"),
    "search": lambda: SearchField("搜索 Search"),
    "segment": lambda: choices(Segment),
    "tabs": lambda: choices(TabStrip),
    "status": lambda: StatusLine("全部资料留在这台电脑上"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("name", MAKERS)
def test_every_widget_is_painted_in_every_look(
    qtbot: QtBot, qapp: QApplication, name: str, scheme: str, size: int
) -> None:
    theme.apply(qapp, scheme, size)
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    widget.resize(max(widget.sizeHint().width(), 200), max(widget.sizeHint().height(), 24))
    assert not widget.grab().isNull()


@pytest.mark.parametrize("name", MAKERS)
def test_every_widget_follows_a_new_theme(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    widget.resize(240, 80)
    before = widget.grab().toImage()
    theme.apply(qapp, "dark", 100)
    assert widget.grab().toImage() != before


@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost", "link"])
def test_focus_does_not_move_a_button(qtbot: QtBot, kind: str) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    first, second = Button("第一个", kind), Button("第二个", kind)
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    second.setFocus()
    before = first.sizeHint()
    first.setFocus()
    assert first.sizeHint() == before


def test_focus_is_visible_on_every_kind_of_button(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    buttons: list[QWidget] = [
        Button("按钮", one) for one in ("primary", "secondary", "ghost", "link")
    ]
    buttons += [IconButton("gear", "设置"), NavRow("sun", "今日"), PressCard("plus", "新建", "")]
    for one in buttons:
        column.addWidget(one)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    same = []
    for place, one in enumerate(buttons):
        buttons[place - 1].setFocus()
        plain = one.grab().toImage()
        one.setFocus()
        if one.grab().toImage() == plain:
            same.append(repr(one))
    assert same == []


def test_targets_are_large_enough(qtbot: QtBot) -> None:
    small = []
    for one in (Button("好"), Button("好", "link"), IconButton("x", "关闭"), NavRow("sun", "今日")):
        qtbot.addWidget(one)
        one.ensurePolished()
        if max(one.sizeHint().height(), one.minimumHeight()) < 26:
            small.append((one.accessibleName() or one.text(), one.sizeHint()))
    assert small == []


def test_an_elided_label_gives_way_and_shows_the_rest_in_its_tip(qtbot: QtBot) -> None:
    label = ElidedLabel(
        Qt.TextElideMode.ElideMiddle, "一个很长很长的文件名 IMG_20261110_210217.png"
    )
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.minimumSizeHint().width() < 40
    assert label.toolTip() == label.text()


def test_long_words_make_a_label_higher_not_wider(qtbot: QtBot) -> None:
    label = Label("把截图、聊天记录、照片、视频拖到这里。" * 6)
    qtbot.addWidget(label)
    assert label.heightForWidth(160) > 2 * label.heightForWidth(900)


def test_labels_show_markup_as_it_is(qtbot: QtBot) -> None:
    label = Label("<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("value", "limit", "ink"),
    [(100, 200, "accent"), (190, 200, "warn_mark"), (201, 200, "bad_mark")],
)
def test_a_counter_warns_near_its_limit(qtbot: QtBot, value: int, limit: int, ink: str) -> None:
    counter = Counter()
    qtbot.addWidget(counter)
    counter.set(value, limit, "字")
    counter.resize(counter.sizeHint())
    picture = counter.grab().toImage()
    shown = picture.pixelColor(4, picture.height() - 2)
    assert shown.name() == QColor(theme.color(ink)).name()


def test_a_counter_reads_its_figures_aloud(qtbot: QtBot) -> None:
    counter = Counter()
    qtbot.addWidget(counter)
    counter.set(1431, 400, "字节 UTF-8")
    assert (counter.accessibleName(), counter.over()) == ("1,431 / 400 字节 UTF-8", True)


def test_a_segment_is_walked_with_arrows(qtbot: QtBot) -> None:
    segment = choices(Segment)
    qtbot.addWidget(segment)
    segment.show()
    segment.setFocus()
    with qtbot.waitSignal(segment.chosen) as chosen:
        qtbot.keyClick(segment, Qt.Key.Key_Right)
    assert chosen.args == ["open"]


def test_new_options_keep_the_chosen_one(qtbot: QtBot) -> None:
    segment = choices(Segment)
    qtbot.addWidget(segment)
    segment.set_current("open")
    with qtbot.assertNotEmitted(segment.chosen):
        segment.set_options([("all", "全部"), ("open", "进行中"), ("archived", "已归档")])
    assert segment.current() == "open"


def test_a_field_says_what_is_wrong(qtbot: QtBot) -> None:
    editor = QLineEdit()
    field = Field("订单号", editor)
    qtbot.addWidget(field)
    field.set_error("订单号应为 15 到 20 位数字，现在是 6 位")
    assert (editor.property("state"), editor.accessibleName()) == ("bad", "订单号")
    field.set_error("")
    assert editor.property("state") == ""


def test_a_flow_goes_on_in_the_next_row(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, 8)
    for _ in range(6):
        label = QLabel()
        label.setFixedSize(QSize(50, 20))
        flow.addWidget(label)
    assert (flow.heightForWidth(400), flow.heightForWidth(120)) == (20, 3 * 20 + 2 * 8)


def test_a_notice_has_one_thing_to_do(qtbot: QtBot) -> None:
    notice = Notice("warn", "缺 1 个事实", "", "去填写")
    qtbot.addWidget(notice)
    assert notice.link is not None
    with qtbot.waitSignal(notice.link_clicked):
        notice.link.click()


def test_a_nav_row_on_the_rail_keeps_its_name(qtbot: QtBot) -> None:
    row = NavRow("sun", "今日")
    qtbot.addWidget(row)
    row.set_words("今日", "5")
    row.set_rail(rail=True)
    assert (row.accessibleName(), row.toolTip()) == ("今日 5", "今日 5")


def test_the_status_line_goes_back_to_rest(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keepproof.ui.widgets.status_line.STAYS_MS", 1)
    line = StatusLine("休息")
    qtbot.addWidget(line)
    line.say("已加入 12 份证据")
    assert line.words() == "已加入 12 份证据"
    qtbot.waitUntil(lambda: line.words() == "休息")


@pytest.mark.parametrize("name", ["primary", "link", "icon_button", "nav_row", "press_card"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_presses_what_has_it(qtbot: QtBot, name: str, key: Qt.Key) -> None:
    button = MAKERS[name]()
    qtbot.addWidget(button)
    assert isinstance(button, QAbstractButton)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_enter_presses_the_button_that_has_the_keyboard_not_the_default(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    default, other = Button("保存", parent=dialog), Button("取消", parent=dialog)
    default.setDefault(True)
    pressed: list[str] = []
    default.clicked.connect(lambda: pressed.append("default"))
    other.clicked.connect(lambda: pressed.append("other"))
    dialog.show()
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert pressed == ["other"]


def test_the_bar_follows_a_part_of_a_step_and_the_words_count_whole_ones(qtbot: QtBot) -> None:
    card = ProgressCard("Importing")
    qtbot.addWidget(card)
    card.report(2.41, 12, "long.mp4 · 41 %")
    assert card.bar.value() / card.bar.maximum() == pytest.approx(2.41 / 12, abs=1e-3)
    assert card._line.text().startswith("Importing 2 / 12")


def takes(field: SearchField, key: Qt.Key) -> bool:
    """Say whether a line keeps a key with Ctrl for itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_an_untouched_search_leaves_undo_to_the_window(qtbot: QtBot) -> None:
    field = SearchField("名称")
    qtbot.addWidget(field)
    assert not takes(field, Qt.Key.Key_Z)
    qtbot.keyClicks(field, "x1")
    assert takes(field, Qt.Key.Key_Z)


def test_a_search_takes_pasted_words_and_leaves_pictures_to_the_window(qtbot: QtBot) -> None:
    field = SearchField("名称")
    qtbot.addWidget(field)
    clipboard = QApplication.clipboard()
    clipboard.setText("退款")
    assert takes(field, Qt.Key.Key_V)
    clipboard.setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not takes(field, Qt.Key.Key_V)
    clipboard.clear()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_open_list_of_a_combo_box_shows_every_option_whole(qtbot: QtBot) -> None:
    combo = QuietCombo()
    qtbot.addWidget(combo)
    combo.addItems(["标准", "简短", "承诺没有兑现（返现、价保、赔付、服务）"])
    combo.insertSeparator(2)
    combo.show()
    combo.showPopup()
    view = combo.view()
    model = view.model()
    rows = [view.visualRect(model.index(row, 0)) for row in range(combo.count())]
    assert rows[2].height() < rows[0].height()
    assert view.viewport().rect().contains(rows[-1])
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    box = combo.mapToGlobal(combo.rect().bottomLeft())
    assert view.mapToGlobal(view.rect().topLeft()).y() >= box.y()  # beneath, not over it
    combo.hidePopup()
