"""The right column of a complaint: channel, live text, counters, warnings, and the row that copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain import complaint as domain
from keepproof.domain.complaint import Complaint
from keepproof.domain.dispute import StatementEdit, Submission
from keepproof.domain.evidence import FiledEvidence
from keepproof.knowledge.channel import Channel
from keepproof.services import compose_complaint
from keepproof.services.reword import reworded_edit
from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.attachment_strip import AttachmentStrip
from keepproof.ui.widgets.channel_bar import ChannelBar
from keepproof.ui.widgets.citation_view import CitationView
from keepproof.ui.widgets.copy_bar import CopyBar
from keepproof.ui.widgets.difference_panel import DifferencePanel
from keepproof.ui.widgets.scroll_pane import ScrollPane
from keepproof.ui.widgets.statement_editor import StatementEditor
from keepproof.ui.widgets.text_card import TextCard
from keepproof.ui.widgets.text_counts import TextCounts
from keepproof.ui.widgets.warning_list import WarningList

if TYPE_CHECKING:
    from keepproof.composing.facts import Facts

LOW = 720
# Below this height the warnings fold where pictures stand below the text.
ROOMY = 900
WIDEST = 770
WIDE, SIDE = 1600, 440


class TextPane(QWidget):
    """Writes the text anew for every change of facts, channel, size or language.

    `edit_kept` carries a StatementEdit, `edit_dropped` one to take back, `warning_acted` a warning.
    """

    edit_kept = Signal(object)
    edit_dropped = Signal(object)
    warning_acted = Signal(object)
    copy_asked = Signal(int)
    export_asked = Signal(str)
    history_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty column."""
        super().__init__(parent)
        self._session = session
        self._facts: Facts | None = None
        self._channel = ""
        self._sizes: dict[str, str] = {}
        self.complaint: Complaint | None = None
        self.bar = ChannelBar(session.lang, self)
        self.card = TextCard(session, self)
        self.editor = StatementEditor(self)
        self.counts = TextCounts(self)
        self.attachments = AttachmentStrip(session, self)
        self.differences = DifferencePanel(session, 1, self)
        self.warnings = WarningList(self)
        self.copy_bar = CopyBar(self)
        self.dock = CitationView(session, large=True)
        self.side = self._side()
        self.card.wire(self.dock)
        self._connect()
        self._lay_out()

    @property
    def channel(self) -> Channel | None:
        """Give the chosen channel as the platform of the order has it."""
        if self._facts is None:
            return None
        channels = self._session.book.channels(self._facts.order.platform)
        return next((one for one in channels if one.id == self._channel), channels[0])

    @property
    def language(self) -> str:
        """Give the language the text is written in."""
        return self._session.settings.value.complaint_language

    def set_facts(self, facts: Facts, sent: Sequence[Submission]) -> None:
        """Write the text from these facts."""
        before = self._facts
        if before is not None and before.dispute.id != facts.dispute.id:
            self._channel, self._sizes = "", {}
            self.editor.close_now()
            self.dock.set_nothing()
        self._facts = facts
        self.differences.set_order(facts.order.id)
        self.bar.set_channels(self._session.book.channels(facts.order.platform))
        self.copy_bar.set_history(sent)
        self.write()

    def write(self) -> None:
        """Compose the text and show it with its counters and warnings."""
        facts, channel = self._facts, self.channel
        if facts is None or channel is None:
            return
        size = self._sizes.get(channel.id, channel.size)
        complaint = compose_complaint.write(facts, channel, self.language, size, self._session.lang)
        self.complaint = complaint
        self.bar.set_state(channel, complaint.size, self.language)
        self.card.set_complaint(complaint, facts.evidence, self._labels(facts))
        self.counts.set_complaint(complaint)
        pictures = self._pictures(facts, channel, complaint)
        self.attachments.set_pictures(pictures, complaint.limits)
        self._fold(pictures=bool(pictures))
        self.warnings.set_warnings(complaint.warnings)
        self.copy_bar.set_complaint(complaint)

    def choose_channel(self, channel: str) -> None:
        """Write for another channel."""
        if channel != self._channel:
            self.editor.close_now()
            self.card.text.let_go()
            self.dock.set_nothing()
            self._channel = channel
            self.write()

    def choose_size(self, size: str) -> None:
        """Write at another length."""
        channel = self.channel
        if channel is not None:
            self._sizes[channel.id] = size
            self.write()

    def choose_language(self, lang: str) -> None:
        """Write in another language, from now on."""
        if lang != self.language:
            self.editor.close_now()
            self._session.settings.change(complaint_language=lang)
            self.write()

    def edit(self, id: str) -> None:
        """Start rewording a statement."""
        if self.complaint is None:
            return
        found = next((one for one in self.complaint.statements if one.id == id), None)
        if found is not None:
            now = self.generated(id) or ("" if found.edited else found.text)
            self.editor.open_for(found, now)

    def generated(self, id: str) -> str:
        """Give the words the facts give a statement now, whatever the user put in their place."""
        facts, channel = self._facts, self.channel
        if facts is None or channel is None:
            return ""
        bare = replace(facts, edits=tuple(one for one in facts.edits if one.statement != id))
        size = self._sizes.get(channel.id, channel.size)
        written = compose_complaint.write(bare, channel, self.language, size)
        return next((one.text for one in written.statements if one.id == id), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the warnings where the window is low."""
        super().resizeEvent(event)
        self._fold(pictures=not self.attachments.isHidden())
        wide = self.window().width() >= theme.px(WIDE)
        if wide == self.side.isHidden():
            self.side.setVisible(wide)
            self.card.set_dock(self.dock if wide else None)

    def _keep_edit(self, id: str, words: str, generated: str) -> None:
        self.editor.close_now()
        edit = self._edit(id, words, generated)
        if edit is not None:
            self.edit_kept.emit(edit)

    def _drop_edit(self, id: str) -> None:
        self.editor.close_now()
        edit = self._edit(id, "", "")
        if edit is not None:
            self.edit_dropped.emit(edit)

    def _edit(self, id: str, words: str, base: str) -> StatementEdit | None:
        if self._facts is None or self.complaint is None:
            return None
        dispute, text = self._facts.dispute.id, self.complaint
        return StatementEdit(dispute, text.channel, text.lang, id, words, base)

    def _act(self, warning: domain.Warning) -> None:
        text, facts = self.complaint, self._facts
        if facts is None or text is None or warning.kind not in {"tone", "stale"}:
            self.warning_acted.emit(warning)
        elif edit := reworded_edit(facts.edits, text.channel, text.lang, warning):
            self.editor.close_now()
            self.edit_kept.emit(edit)
        elif warning.place in self._statement_ids():
            self.card.text.choose(warning.place)
            self.edit(warning.place)
        else:
            self.warning_acted.emit(warning)

    def _statement_ids(self) -> set[str]:
        return {one.id for one in self.complaint.statements} if self.complaint else set()

    def _pictures(
        self, facts: Facts, channel: Channel, complaint: Complaint
    ) -> list[FiledEvidence]:
        """List the pictures a form wants with the text; where the window is low there is no room."""
        if channel.type != "form" or self._low():
            return []
        cited = frozenset(complaint.numbers)
        return [
            one
            for one in facts.evidence
            if one.number in cited and one.evidence.media_type.startswith("image/")
        ]

    def _low(self) -> bool:
        return self.window().height() < max(LOW, theme.px(LOW))

    def _fold(self, *, pictures: bool) -> None:
        """Let the warnings give way where there is no room: the text is what the user came for."""
        tight = self._low() or (pictures and self.window().height() < max(ROOMY, theme.px(ROOMY)))
        self.differences.set_tight(tight=tight)
        self.warnings.set_tight(tight=tight)

    def _labels(self, facts: Facts) -> dict[str, str]:
        lang = self._session.lang
        return {f"answer.{one.id}": one.label.of(lang) for one in facts.issue.questions}

    def _connect(self) -> None:
        self.bar.channel_chosen.connect(self.choose_channel)
        self.bar.size_chosen.connect(self.choose_size)
        self.bar.language_chosen.connect(self.choose_language)
        self.card.edit_asked.connect(self.edit)
        self.card.restore_asked.connect(self._drop_edit)
        self.attachments.opened.connect(self.card.opened)
        self.attachments.fit_asked.connect(lambda: self.export_asked.emit("pictures"))
        self.editor.kept.connect(self._keep_edit)
        self.editor.restored.connect(self._drop_edit)
        self.editor.closed.connect(self.card.text.setFocus)
        self.warnings.acted.connect(self._act)
        self.copy_bar.copy_asked.connect(lambda: self.copy_asked.emit(-1))
        self.counts.message_asked.connect(self.copy_asked)
        self.copy_bar.export_asked.connect(self.export_asked)
        self.copy_bar.history_asked.connect(self.history_asked)
        for keys, by in ((QKeySequence("Ctrl+PgDown"), 1), (QKeySequence("Ctrl+PgUp"), -1)):
            shortcut = QShortcut(keys, self)
            shortcut.activated.connect(lambda by=by: self.bar.step(by))

    def _lay_out(self) -> None:
        upper = QWidget(self)
        inner = QVBoxLayout(upper)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(8))
        inner.addWidget(self.bar)
        inner.addWidget(self.card, 1)
        notes = (self.attachments, self.differences, self.warnings)
        for part in (self.editor, self.counts, *notes):
            inner.addWidget(part)
        # Where not even the least height of the text is there, all above the buttons scrolls.
        column = QWidget(self)
        column.setMaximumWidth(theme.px(WIDEST))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(ScrollPane(upper, column), 1)
        layout.addWidget(self.copy_bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        outer.setSpacing(theme.px(16))
        outer.addWidget(column, 1)
        outer.addWidget(self.side)
        outer.addStretch(0)

    def _side(self) -> QWidget:
        """Put what a statement rests on beside the text, where the window is wide."""
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.dock)
        layout.addStretch(1)
        side = ScrollPane(inner, parent=self)
        side.setFixedWidth(theme.px(SIDE))
        side.hide()
        return side
