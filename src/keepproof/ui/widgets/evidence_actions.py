"""What can be done with chosen evidence: one menu, the same for every place that shows tiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.services import edit_evidence
from keepproof.services.redact_picture import can_redact
from keepproof.ui.dialogs.order_dialog_pick import PickOrderDialog
from keepproof.ui.session import Session
from keepproof.ui.widgets.ask_dialog import ask_moment, ask_text

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

    Work = Callable[[Library, Ticket], Outcome[Any]]


class EvidenceActions(QObject):
    """Open, describe, refile and remove evidence chosen in a view."""

    def __init__(self, session: Session, view: QAbstractItemView, column: int = 0) -> None:
        """Serve one view, whose names stand in a column; its choice and focus come back after every dialog."""
        super().__init__(view)
        self._column = column
        self._session = session
        self._view = view

    def menu(self, filed: Sequence[FiledEvidence]) -> QMenu:
        """Build the menu for these items."""
        menu = QMenu(self._view)
        one = filed[0] if len(filed) == 1 else None
        if one is not None:
            self._add(menu, self.tr("Open"), lambda: self.open(one), "Return")
            self._add(menu, self.tr("Rename"), self._rename_here, "F2")
            if can_redact(one.evidence):
                self._add(menu, self.tr("Redacted copy…"), lambda: self.redact(one))
        kinds = menu.addMenu(self.tr("Kind"))
        for kind in EvidenceKind:
            label = self._session.book.kind(kind).label.of(self._session.lang)
            action = self._add(kinds, label, partial(self.change_kind, filed, kind))
            action.setCheckable(True)
            action.setChecked(all(item.evidence.kind == kind for item in filed))
        self._add(menu, self.tr("Note…"), lambda: self.note(filed))
        self._add(menu, self.tr("When it happened…"), lambda: self.event_time(filed))
        menu.addSeparator()
        new = all(item.order_id is None for item in filed)
        also = self.tr("File under an order…") if new else self.tr("Also file under another order…")
        self._add(menu, also, lambda: self.file_also(filed))
        if all(item.order_id is not None for item in filed):
            self._add(menu, self.tr("Move to another order…"), lambda: self.move(filed))
            self._add(menu, self.tr("Take out of this order"), lambda: self.unfile(filed))
        menu.addSeparator()
        self._add(menu, self.tr("Remove…"), lambda: self.remove(filed), "Del")
        return menu

    def show_menu(self, filed: Sequence[FiledEvidence], where: QPoint) -> None:
        """Show the menu at a place on the screen."""
        menu = self.menu(filed)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def open(self, filed: FiledEvidence) -> None:
        """Show an item in the viewer."""
        self._session.evidence_requested.emit(filed.evidence.id)

    def redact(self, filed: FiledEvidence) -> None:
        """Draw boxes on a copy of a picture."""
        self._session.redact_requested.emit(filed)

    def rename_to(self, filed: FiledEvidence, title: str) -> None:
        """Give an item another title."""
        id = filed.evidence.id
        self._write(lambda library, ticket: edit_evidence.rename(library, id, title, ticket))

    def change_kind(self, filed: Sequence[FiledEvidence], kind: EvidenceKind) -> None:
        """Say what kind of evidence it is."""
        ids = _ids(filed)
        self._write(lambda library, ticket: edit_evidence.change_kind(library, ids, kind, ticket))

    def note(self, filed: Sequence[FiledEvidence]) -> None:
        """Ask for a note."""
        ids = _ids(filed)

        def take(note: str) -> None:
            self._write(lambda library, ticket: edit_evidence.set_note(library, ids, note, ticket))

        before = filed[0].evidence.note if len(filed) == 1 else ""
        ask_text(
            self._view, self.tr("Note"), self.tr("What this shows"), self.tr("Save"), take, before
        )

    def event_time(self, filed: Sequence[FiledEvidence]) -> None:
        """Ask when it happened; an empty field makes it unknown again."""
        ids = _ids(filed)

        def take(at: datetime | None) -> None:
            self._write(
                lambda library, ticket: edit_evidence.set_event_time(library, ids, at, ticket)
            )

        event = filed[0].evidence.times.event
        before = event.at if event is not None else None
        ask_moment(self._view, self.tr("When it happened"), self.tr("Save"), take, before)

    def file_also(self, filed: Sequence[FiledEvidence]) -> None:
        """Ask for an order to file the items under as well."""
        ids = _ids(sorted(filed, key=_imported))  # numbers follow the order in which things came
        said = self.tr("%n item(s) filed under the order", "", len(ids))

        def take(order_id: str) -> None:
            self._session.operations.write(
                self,
                lambda library, ticket: edit_evidence.file_under(library, ids, order_id, ticket),
                lambda _: self._session.status.emit(said),
            )

        self._pick(filed, take)

    def move(self, filed: Sequence[FiledEvidence]) -> None:
        """Ask for an order to move the items to."""
        places = _places(filed)

        def take(order_id: str) -> None:
            self._write(
                lambda library, ticket: edit_evidence.move(library, places, order_id, ticket)
            )

        self._pick(filed, take)

    def unfile(self, filed: Sequence[FiledEvidence]) -> None:
        """Take the items out of their orders; they stay in the library."""
        places = _places(filed)
        self._write(lambda library, ticket: edit_evidence.unfile_all(library, places, ticket))

    def remove(self, filed: Sequence[FiledEvidence]) -> None:
        """Ask for the reason and remove the items; undo brings them back."""
        ids = _ids(filed)

        def take(reason: str) -> None:
            self._write(lambda library, ticket: edit_evidence.remove(library, ids, reason, ticket))

        ask_text(
            self._view,
            self.tr("Remove %n item(s)", "", len(ids)),
            self.tr(
                "Reason (kept in the custody log; the file stays in the trash for {days} days and "
                "is then deleted for good)"
            ).format(days=edit_evidence.TRASH_DAYS),
            self.tr("Remove"),
            take,
            self.tr("Filed by mistake"),
        )

    def _pick(self, filed: Sequence[FiledEvidence], take: Callable[[str], None]) -> None:
        dialog = PickOrderDialog(self._session, self._view.window(), filed[0].order_id)
        dialog.picked.connect(take)
        dialog.open()

    def _rename_here(self) -> None:
        self._view.edit(self._view.currentIndex().siblingAtColumn(self._column))

    def _write(self, work: Work) -> None:
        self._session.operations.write(self, work)

    def _add(self, menu: QMenu, text: str, run: Callable[[], object], keys: str = "") -> QAction:
        action = menu.addAction(text)
        if keys:
            # Shown as a hint only: the view itself answers these keys.
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _: run())
        return action


def _ids(filed: Sequence[FiledEvidence]) -> list[str]:
    return [one.evidence.id for one in filed]


def _imported(filed: FiledEvidence) -> float:
    time = filed.evidence.times.imported
    return time.at.timestamp() if time is not None else 0.0


def _places(filed: Sequence[FiledEvidence]) -> list[tuple[str, str]]:
    return [(one.evidence.id, one.order_id) for one in filed if one.order_id is not None]
