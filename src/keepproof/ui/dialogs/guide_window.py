"""The guide: topics on the left, one of them on the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QPalette, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from keepproof.knowledge.guide import Guide, Hit, Topic
from keepproof.ui import guide_html, labels_guide, theme
from keepproof.ui.models.guide_model import TOPIC_ROLE, GuideModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import IconButton
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.search_field import SearchField


class GuidePage(QTextBrowser):
    """Shows one topic; nothing is ever loaded for it, neither from a file nor from a network."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing."""
        return None


class GuideWindow(QDialog):
    """Stands beside the window: search with highlights, back and forward, a table of contents."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Build the guide in the language of the window."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Guide"))
        self.setModal(False)
        self.resize(room(self, 860, 620))
        self.guide = Guide(session.book, session.lang)
        self._past: list[str] = []
        self._ahead: list[str] = []
        self._topic = ""
        self.search = SearchField(self.tr("Search the guide"), self)
        self.search.textChanged.connect(self._find)
        self.model = GuideModel(self)
        self.contents = self._contents()
        self.page = self._page()
        self.back_button = self._button("arrow-left", self.tr("Back"), self.back)
        self.forward_button = self._button("arrow-right", self.tr("Forward"), self.forward)
        self._nothing = Label(self.tr("Nothing found. Try another word."), "small", "text2", self)
        self._lay_out()
        self._find("")
        theme.changed().connect(self._show)
        for keys, call in (("Alt+Left", self.back), ("Alt+Right", self.forward)):
            QShortcut(QKeySequence(keys), self).activated.connect(call)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)

    @property
    def topic(self) -> str:
        """Say which topic is shown."""
        return self._topic

    def show_topic(self, id: str) -> None:
        """Show a topic and remember the one before."""
        if id == self._topic:
            return
        if self._topic:
            self._past.append(self._topic)
        self._ahead.clear()
        self._go(id)

    def back(self) -> None:
        """Show the topic before."""
        if self._past:
            self._ahead.append(self._topic)
            self._go(self._past.pop())

    def forward(self) -> None:
        """Show the topic one came back from."""
        if self._ahead:
            self._past.append(self._topic)
            self._go(self._ahead.pop())

    def marked(self) -> list[str]:
        """List the words that are highlighted."""
        return [one.cursor.selectedText() for one in self.page.extraSelections()]

    def _go(self, id: str) -> None:
        self._topic = self.guide.topic(id).id
        self._show()
        self.page.verticalScrollBar().setValue(0)
        self._mark(self.search.text())
        self._choose()
        self.back_button.setEnabled(bool(self._past))
        self.forward_button.setEnabled(bool(self._ahead))

    def _show(self) -> None:
        if self._topic:
            self.page.document().setDocumentMargin(theme.px(22))
            self.page.document().setIndentWidth(theme.px(20))
            self._dress_contents()
            self.page.setHtml(guide_html.rich(self.guide.topic(self._topic)))
            self._mark(self.search.text())

    def _find(self, words: str) -> None:
        hits = self.guide.search(words)
        rows: list[str | Topic | Hit] = list(hits) if words.strip() else self._all()
        self.model.set_rows(rows)
        self._nothing.setVisible(not rows)
        self.contents.setVisible(bool(rows))
        self._mark(words)
        self._choose()

    def _all(self) -> list[str | Topic | Hit]:
        rows: list[str | Topic | Hit] = []
        group = ""
        for one in self.guide.topics:
            if one.group != group:
                group = one.group
                rows.append(labels_guide.group(group))
            rows.append(one)
        return rows

    def _mark(self, words: str) -> None:
        """Highlight what is searched for, and bring the first place into view."""
        marks: list[QTextEdit.ExtraSelection] = []
        for one in words.split():
            cursor = self.page.document().find(one)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(theme.color("mark"))
                mark.format.setForeground(theme.color("text"))
                marks.append(mark)
                cursor = self.page.document().find(one, cursor)
        self.page.setExtraSelections(marks)
        if marks:
            first = min((one.cursor for one in marks), key=QTextCursor.selectionStart)
            place = QTextCursor(self.page.document())
            place.setPosition(first.selectionStart())
            self.page.setTextCursor(place)
            self.page.ensureCursorVisible()

    def _choose(self) -> None:
        row = self.model.row_of(self._topic)
        if row.isValid():
            self.contents.setCurrentIndex(row)

    def _opened(self, index: QModelIndex) -> None:
        topic = str(index.data(TOPIC_ROLE) or "")
        if topic:
            self.show_topic(topic)

    def _followed(self, url: QUrl) -> None:
        if url.scheme() == guide_html.SCHEME:
            self.show_topic(url.path())

    def _contents(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setWordWrap(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(False)
        view.setSpacing(theme.px(2))
        view.setIconSize(QSize(0, 0))
        view.setAccessibleName(self.tr("Contents"))
        view.clicked.connect(self._opened)
        view.activated.connect(self._opened)
        return view

    def _dress_contents(self) -> None:
        role = QPalette.ColorRole
        colors = {role.Base: "sidebar", role.Highlight: "accent_tint", role.HighlightedText: "text"}
        palette = QPalette(self.palette())
        for one, name in colors.items():
            palette.setColor(one, theme.color(name))
        self.contents.setPalette(palette)

    def _page(self) -> GuidePage:
        page = GuidePage(self)
        page.setOpenLinks(False)
        page.setOpenExternalLinks(False)
        page.setProperty("bare", "true")
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setAccessibleName(self.tr("Text of the guide"))
        page.anchorClicked.connect(self._followed)
        return page

    def _button(self, icon: str, name: str, call: object) -> IconButton:
        made = IconButton(icon, name)
        made.setEnabled(False)
        made.clicked.connect(call)
        return made

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(theme.px(12), theme.px(12), theme.px(4), theme.px(12))
        left.setSpacing(theme.px(8))
        left.addWidget(self.search)
        left.addWidget(self.contents, 1)
        left.addWidget(self._nothing)
        left.addStretch(0)
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(theme.px(250))
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), 0)
        bar.addWidget(self.back_button)
        bar.addWidget(self.forward_button)
        bar.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(bar)
        right.addWidget(self.page, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addLayout(right, 1)
