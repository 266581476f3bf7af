"""The evidence of one order: tiles, what is missing, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.services.views import OrderView
from keepproof.ui import labels_orders, theme
from keepproof.ui.document_export import DocumentExport
from keepproof.ui.models.evidence_model import MissingTile
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.evidence_actions import EvidenceActions
from keepproof.ui.widgets.evidence_strip import EvidenceStrip
from keepproof.ui.widgets.label import Label

# Without a problem nothing is required; these two are what every later complaint starts from.
FIRST_KINDS = (EvidenceKind.ORDER_SHOT, EvidenceKind.SNAPSHOT)


class EvidenceCard(Card):
    """Heading with counts, the strip of tiles, and the buttons beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty card."""
        super().__init__(parent)
        self._session = session
        self._view: OrderView | None = None
        self.strip = EvidenceStrip(session, self)
        self._counts = ElidedLabel(Qt.TextElideMode.ElideRight, "", self)
        self._counts.set_look("small", "text2")
        self.all_button = Button("", "link")
        self.export_button = IconButton(
            "export", self.tr("Export the evidence of this order"), self
        )
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setMenu(self._menu())
        self.papers = DocumentExport(session, self)
        self.add_button = Button(self.tr("Add"), "secondary", "plus")
        self.tile_actions = EvidenceActions(session, self.strip)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(Label(self.tr("Evidence"), "section", "text", self))
        head.addWidget(self._counts, 1)
        head.addWidget(self.all_button)
        head.addWidget(self.export_button)
        head.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(15), theme.px(10), theme.px(15), theme.px(10))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(self.strip)
        self.all_button.clicked.connect(lambda: self.strip.set_folded(folded=not self.strip.folded))
        self.add_button.clicked.connect(lambda: self._add(None))
        self.strip.folded_changed.connect(self._word_fold)
        self.strip.add_asked.connect(self._add)
        self.strip.opened.connect(self._open)
        self.strip.menu_asked.connect(self.tile_actions.show_menu)
        self.strip.remove_asked.connect(self.tile_actions.remove)
        self.strip.tiles().rename_asked.connect(self.tile_actions.rename_to)

    def set_view(self, view: OrderView) -> None:
        """Show the evidence of one order."""
        self._view = view
        missing = missing_tiles(view, self._session)
        required = sum(1 for one in missing if one.need == "required")
        self.strip.set_tiles(view.filed, missing)
        counts = [labels_orders.evidence_count(len(view.filed))]
        if required:
            counts.append(labels_orders.missing_count(required))
        self._counts.setText(labels_orders.facts_line(counts))
        self.export_button.setVisible(bool(view.filed))
        self._word_fold()

    def export(self, form: str) -> None:
        """Ask for a file and write the list of the evidence into it, or show the pictures to go out."""
        view = self._view
        if view is not None and form == "pictures":
            self.papers.show_all_pictures(view.order, view.filed)
        elif view is not None:
            self.papers.ask_catalogue(view.order, form)

    def show_broken(self) -> None:
        """Select what the last check found broken, in its place among the rest."""
        broken = [one for one in self.strip.filed() if one.evidence.broken]
        if broken:
            self.strip.set_folded(folded=False)
            self.strip.choose([one.evidence.id for one in broken])
            self.strip.setFocus()

    def export_bundle(self) -> None:
        """Export all of it as one file that anybody can check."""
        if self._view is not None:
            self._session.bundle_requested.emit(self._view.order.id)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Evidence bundle (ZIP)…"), self.export_bundle)
        for form, words in (
            ("pdf", self.tr("Evidence catalogue (PDF)…")),
            ("docx", self.tr("Evidence catalogue (Word)…")),
            ("csv", self.tr("Evidence catalogue (table)…")),
            ("pictures", self.tr("Pictures for upload…")),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, one=form: self.export(one))
        return menu

    def _word_fold(self) -> None:
        count = len(self._view.filed) if self._view is not None else 0
        folded = self.strip.folded
        self.all_button.setVisible(self.strip.overflows())
        self.all_button.setText(
            self.tr("Show all {count}").format(count=count) if folded else self.tr("Show one row")
        )

    def _add(self, kind: EvidenceKind | None) -> None:
        if self._view is not None:
            self._session.add_requested.emit(self._view.order.id, kind)

    def _open(self, filed: FiledEvidence) -> None:
        self._session.evidence_requested.emit(filed.evidence.id)


def missing_tiles(view: OrderView, session: Session) -> list[MissingTile]:
    """List the kinds of proof that are not there: required ones first."""
    book, lang = session.book, session.lang
    if view.dispute is None:
        have = {one.evidence.kind for one in view.filed}
        return [
            MissingTile(
                kind, "helpful", book.kind(kind).label.of(lang), book.kind(kind).hint.of(lang)
            )
            for kind in FIRST_KINDS
            if kind not in have
        ]
    return [
        MissingTile(row.kind, row.need, book.kind(row.kind).label.of(lang), row.why.of(lang))
        for row in view.checklist
        if row.missing
    ]
