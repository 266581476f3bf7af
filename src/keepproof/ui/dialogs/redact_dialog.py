"""Cover private places on a copy of a picture; the original stays as it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import FiledEvidence
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services import redact_opening
from keepproof.services.outcome import Outcome
from keepproof.services.previews import original
from keepproof.services.redact_evidence import RedactedCopy, copy_name, redact
from keepproof.services.redact_opening import RedactionStart
from keepproof.services.redact_picture import OpenedPicture
from keepproof.services.redact_suggestions import Suggestions, suggestions
from keepproof.ticket import Ticket
from keepproof.ui import labels_tiles, theme
from keepproof.ui.dialogs.redact_dialog_parts import COPY, LeaveBar, RedactFoot, RedactHead
from keepproof.ui.dialogs.redact_dialog_side import RedactSide
from keepproof.ui.redaction_boxes import RedactionBoxes
from keepproof.ui.session import Session
from keepproof.ui.widgets.empty_state import EmptyState
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.redaction_canvas import RedactionCanvas
from keepproof.ui.widgets.tile_pictures import TilePictures


@dataclass(slots=True)
class _Closed:
    """Outlives the dialog, to tell what comes after it."""

    done: bool = False


def _remove(session: Session, picture: OpenedPicture) -> None:
    """Remove tiles out of sight."""
    session.operations.pool(
        session, lambda _: redact_opening.close_tiles(picture), lambda _: None, quiet=True
    )


class RedactDialog(FormDialog):
    """The picture with its boxes at the left, what could be covered at the right."""

    def __init__(self, session: Session, filed: FiledEvidence, parent: QWidget) -> None:
        """Open an item; of a redacted copy its original, with the boxes the copy was made with."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Redacted copy"))
        self._session = session
        self._filed = filed
        self._picture: OpenedPicture | None = None
        self._saving = False
        self._closed = _Closed()
        self.boxes = RedactionBoxes(self)
        self.tiles = TilePictures(session.operations, self)
        self.canvas = RedactionCanvas(self.boxes, self.tiles, self)
        self.head = RedactHead(session, self.boxes, self)
        self.side = RedactSide(self.boxes, self)
        self.foot = RedactFoot(session, self.canvas, self)
        self.leave = LeaveBar(self)
        self._empty = EmptyState("hourglass", self.tr("Opening"), "", [], self)
        self._stack = QStackedWidget(self)
        self._notices = QVBoxLayout()
        self._build()
        self._connect()
        self.resize(self.sizeHint())
        self._enable()
        session.operations.read(
            self, lambda library, ticket: redact_opening.start(library, filed, ticket),
            self._begin, self._fail,
        )  # fmt: skip

    @property
    def ready(self) -> bool:
        """Say whether the picture is there to be drawn on."""
        return self._picture is not None

    def sizeHint(self) -> QSize:
        """Fill nearly all of the window behind."""
        parent = self.parentWidget()
        behind = parent.window().size() if parent else QSize(1280, 800)
        return QSize(round(behind.width() * 0.96), round(behind.height() * 0.96))

    def save(self) -> None:
        """Make the copy and keep it; the dialog closes once it is there."""
        if self._picture is None or self._saving or not self.boxes.marks:
            return
        self._saving = True
        self._enable()
        self.leave.hide()
        filed, boxes, sandbox = self._filed, self.boxes.boxes, self._session.sandbox

        def work(library: Library, ticket: Ticket) -> Outcome[RedactedCopy]:
            return redact(library, filed, boxes, sandbox, ticket)

        self._session.operations.write(self, work, self._saved, self._not_saved)

    def reject(self) -> None:
        """Close; boxes that are not saved are asked about."""
        if self._saving:
            return
        if self.ready and self.boxes.unsaved:
            self.leave.ask()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Remove the tiles on the way out."""
        self._closed.done = True
        picture, self._picture = self._picture, None
        if picture is not None:
            _remove(self._session, picture)
        super().done(result)

    def _build(self) -> None:
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.canvas)
        left = QVBoxLayout()
        left.setSpacing(0)
        self._notices.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        left.addLayout(self._notices)
        left.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(self.side)
        self.side.setFixedWidth(theme.px(344))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(middle, 1)
        layout.addWidget(self.leave)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        head = self.head
        head.look.chosen.connect(self._look)
        head.undo_button.clicked.connect(self.boxes.undo)
        head.redo_button.clicked.connect(self.boxes.redo)
        head.draw_button.clicked.connect(self._draw)
        self.canvas.draw_changed.connect(head.draw_button.setChecked)
        head.save_button.clicked.connect(self.save)
        self.side.shown.connect(self.canvas.see_chosen)
        self.foot.close_button.clicked.connect(self.reject)
        self.leave.save_asked.connect(self.save)
        self.leave.discard_asked.connect(self._discard)
        self.boxes.changed.connect(self._enable)
        self._session.events.changed.connect(self._changed)
        for keys, run in (
            (QKeySequence.StandardKey.Undo, self.boxes.undo),
            (QKeySequence.StandardKey.Redo, self.boxes.redo),
            (QKeySequence.StandardKey.Save, self.save),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _begin(self, start: RedactionStart) -> None:
        self._filed = start.filed
        self.head.show_item(start.filed)
        session, item = self._session, start.filed.evidence
        folder, sandbox = session.folder, session.sandbox
        path = original(folder, item.sha256)

        closed = self._closed

        def take(picture: OpenedPicture) -> None:
            if closed.done:  # before the picture came
                _remove(session, picture)
            else:
                self._take(start, picture)

        def fail(error: KnownError) -> None:
            if not closed.done:
                self._fail(error)

        # The session waits for the tiles, not the dialog: closed early, it must not leave them behind.
        session.operations.pool(
            session, lambda _: redact_opening.open_tiles(folder, path, sandbox), take, fail
        )

    def _take(self, start: RedactionStart, picture: OpenedPicture) -> None:
        self._picture = picture
        self.boxes.begin(picture.size, picture.grids, start.boxes)
        self.side.show_item(start.filed, copy_name(start.filed, picture.suffix))
        self._take_suggestions(start.suggestions)
        self._stack.setCurrentWidget(self.canvas)
        self.canvas.show_picture(picture)
        self.canvas.setFocus()
        if picture.frames > 1:
            self._tell("info", self._session.say("redact.first_page", {"frames": picture.frames}))
        self._enable()

    def _take_suggestions(self, found: Suggestions) -> None:
        self.boxes.set_suggestions(found.items)
        words = {
            "unread": self.tr(
                "The text in this picture has not been read yet. Suggestions come once it has; boxes can be drawn now."
            ),
            "no_reader": self.tr(
                "The part that reads text in pictures is not installed, so nothing can be suggested. Boxes can be drawn by hand."
            ),
            "problem": self.tr(
                "The text in this picture could not be read. Look over the whole picture and draw boxes by hand."
            ),
        }
        nothing = self.tr(
            "Nothing private was found in the text of the picture. Look over the whole picture; boxes can be drawn by hand."
        )
        some = self.tr(
            "Found by the text in the picture; something may be missing, so look over the whole picture."
        )
        self.side.say_state(words.get(found.state) or (some if found.items else nothing))

    def _changed(self, changes: Changes) -> None:
        """Suggest once the words of this picture have been read."""
        filed = self._filed
        if self.ready and filed.evidence.id in changes.readings:
            self._session.operations.read(
                self, lambda library, _: suggestions(library, filed), self._take_suggestions
            )

    def _look(self, which: str) -> None:
        self.canvas.set_covered(covered=which == COPY)

    def _draw(self, drawing: bool) -> None:
        self.canvas.set_drawing(drawing=drawing)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _discard(self) -> None:
        super().reject()

    def _enable(self) -> None:
        """Let be pressed what makes sense now."""
        idle = self.ready and not self._saving
        self.head.save_button.setEnabled(idle and bool(self.boxes.marks))
        self.head.save_button.setToolTip(
            "" if self.boxes.marks else self.tr("Draw a box or tick a suggestion first")
        )
        self.head.draw_button.setEnabled(idle)
        self.leave.save_button.setEnabled(idle and bool(self.boxes.marks))
        for one in (self.canvas, self.side):
            one.setEnabled(idle)
        if not self.boxes.unsaved:
            self.leave.hide()

    def _saved(self, made: RedactedCopy) -> None:
        self._saving = False
        self.boxes.set_saved()
        if made.known:
            words = self._session.say("redact.same_copy")
        elif made.copy.number is not None:
            number = labels_tiles.number_words(made.copy.number)
            words = self.tr("Redacted copy kept as {number}").format(number=number)
        else:
            words = self.tr("Redacted copy kept")
        self._session.status.emit(words)
        self.accept()

    def _not_saved(self, error: KnownError) -> None:
        self._saving = False
        self._tell("bad", self._session.explain(error))
        self._enable()

    def _fail(self, error: KnownError) -> None:
        """Say why there is nothing to draw on."""
        self._empty.set_icon("warning-circle")
        self._empty.set_words(
            self.tr("This picture cannot be opened here"), self._session.explain(error)
        )

    def _tell(self, tone: str, words: str) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._notices.addWidget(Notice(tone, words, parent=self))
