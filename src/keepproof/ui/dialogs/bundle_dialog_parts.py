"""Parts of the dialog for evidence bundles: a tick with a line below, the contents, where it goes, the result."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from keepproof.services.bundle_plan import BundlePlan
from keepproof.services.export_bundle import Exported
from keepproof.ui import labels_bundles, theme
from keepproof.ui.labels_bundles import BundleCounts
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice

ENDING = ".zip"


class Tick(QWidget):
    """A box to tick with one quiet line below it."""

    changed = Signal()

    def __init__(self, words: str, line: str, parent: QWidget, *, fixed: bool = False) -> None:
        """Build a tick; a fixed one is set and cannot be taken away."""
        super().__init__(parent)
        self.box = QCheckBox(words, self)
        self.box.setChecked(True)
        self.box.setEnabled(not fixed)
        self.line = Label(line, "caption", "text2", self)
        below = QHBoxLayout()
        below.setContentsMargins(theme.px(24), 0, 0, 0)
        below.addWidget(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addLayout(below)
        self.say(line)
        self.box.clicked.connect(self.changed)

    def say(self, line: str) -> None:
        """Change the line."""
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.box.setAccessibleDescription(line)

    def chosen(self) -> bool:
        """Say whether it is ticked."""
        return self.box.isChecked()

    def choose(self, *, chosen: bool) -> None:
        """Tick it or not, without telling."""
        self.box.setChecked(chosen)


class ContentsCard(Card):
    """What stands in the bundle, and how large it becomes."""

    def __init__(self, parent: QWidget) -> None:
        """Build the empty card."""
        super().__init__(parent, "sunken", None)
        self.tree = QLabel("", self)
        self.tree.setTextFormat(Qt.TextFormat.PlainText)
        self.tree.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.tree.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.tree.setAccessibleName(self.tr("In the bundle"))
        self.size_line = Label("", "small", "text2", self)
        layout = QVBoxLayout(self)
        edge = theme.px(14)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addWidget(Label(self.tr("In the bundle"), "small", "text2", self))
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.size_line)
        self._dress()
        theme.changed().connect(self._dress)

    def sizeHint(self) -> QSize:
        """Be as wide as the design."""
        return QSize(theme.px(270), super().sizeHint().height())

    def set_plan(self, plan: BundlePlan, name: str) -> None:
        """Show what a bundle would hold."""
        self.tree.setText(labels_bundles.tree(plan, name))
        self.size_line.setText(labels_bundles.size_line(plan))

    def _dress(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.font("caption").pixelSize())
        self.tree.setFont(font)


class Notices(QWidget):
    """What is to be said about the bundle; each may have a link."""

    def __init__(self, parent: QWidget) -> None:
        """Build an empty list."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def tell(self, tone: str, words: str, detail: str = "", link: str = "") -> Notice:
        """Add a notice in a tone: info, ok, warn or bad."""
        notice = Notice(tone, words, detail, link, self)
        self._column.addWidget(notice)
        notice.show()  # at once, not with the next event
        return notice

    def clear(self) -> None:
        """Take all away."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class PlaceRow(QWidget):
    """Where the bundle is written to, and the way to choose another place."""

    def __init__(self, parent: QWidget) -> None:
        """Build the row without a place."""
        super().__init__(parent)
        self._path = Path()
        self.field = QLineEdit(self)
        self.field.setReadOnly(True)
        label = Label(self.tr("Save to"), "small", "text2", self)
        label.setWordWrap(False)
        label.setBuddy(self.field)
        self.field.setAccessibleName(self.tr("Save to"))
        self.change = Button(self.tr("Change…"), "secondary", parent=self)
        self.change.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        row.addWidget(self.field, 1)
        row.addWidget(self.change)

    @property
    def path(self) -> Path:
        """Give the place."""
        return self._path

    def set_path(self, path: Path) -> None:
        """Show a place."""
        self._path = path
        self.field.setText(str(path))
        self.field.setCursorPosition(len(str(path)))

    def ask(self) -> None:
        """Ask for a file with the system's dialog, which also asks before one is replaced."""
        dialog = QFileDialog(self.window(), self.tr("Save evidence bundle"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Evidence bundle (*.zip)"))
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        folder = self._path.parent
        dialog.setDirectory(str(folder if folder.is_dir() else folder.parent))
        dialog.selectFile(self._path.name)
        dialog.fileSelected.connect(lambda name: self.set_path(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class ProgressRow(QWidget):
    """How far the export is."""

    def __init__(self, parent: QWidget) -> None:
        """Build the row at its beginning."""
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self._line = ElidedLabel(Qt.TextElideMode.ElideMiddle, "", self)
        self._line.set_look("small", "text2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._line)
        layout.addWidget(self.bar)

    def begin(self) -> None:
        """Start anew."""
        self.bar.setRange(0, 0)
        self._line.setText(self.tr("Collecting"))

    def report(self, done: float, total: int, what: str) -> None:
        """Show how far it is and with which file."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(int(done))
        percent = int(100 * done / max(total, 1))
        self._line.setText(
            self.tr("{percent} % · {file}").format(percent=percent, file=what.rpartition("/")[2])
        )


class ResultPane(QWidget):
    """What was written, its seal, and the way to its folder."""

    def __init__(self, parent: QWidget) -> None:
        """Build the pane before there is a result."""
        super().__init__(parent)
        self._done: Exported | None = None
        self._seal = QLineEdit(self)
        self._seal.setReadOnly(True)
        self._notices = QVBoxLayout()
        self.copy_button = Button(self.tr("Copy"), "secondary", "copy", self)
        self.copy_button.clicked.connect(self.copy_seal)
        label = Label(self.tr("Seal of the bundle (SHA-256)"), "small", "text2", self)
        label.setBuddy(self._seal)
        self._seal.setAccessibleName(label.text())
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._seal, 1)
        row.addWidget(self.copy_button)
        hint = self.tr(
            "Send the seal to yourself or to the other side: later it shows that this bundle was not changed since. It "
            "does not show that the content is true, and it is no trusted timestamp"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(self._notices)
        layout.addSpacing(theme.px(6))
        layout.addWidget(label)
        layout.addLayout(row)
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addStretch(1)

    def set_result(self, done: Exported) -> None:
        """Show what was written."""
        self._done = done
        words = BundleCounts().checked(len(done.report.files))
        detail = f"{done.path.name} · {labels_bundles.size(done.size)}"
        self._notices.addWidget(Notice("ok", words, detail, "", self))
        broken = [
            one.number
            for one in done.contents.record.items
            if one.left_out and one.left_out != "redacted"
        ]
        if broken:
            words = self.tr("{evidence}: the original was left out, and the list says why")
            numbers = labels_bundles.numbers(broken)
            self._notices.addWidget(Notice("warn", words.format(evidence=numbers), "", "", self))
        self._seal.setText(done.report.seal)
        self._seal.setCursorPosition(0)

    def open_folder(self) -> None:
        """Show the folder in the system's file manager."""
        if self._done is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._done.path.parent)))

    def copy_seal(self) -> None:
        """Put the seal on the clipboard."""
        QGuiApplication.clipboard().setText(self._seal.text())
