"""Write complaints and catalogues as documents: ask for a file, do the work out of sight, say how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.ui import alerts, labels_tiles
from keepproof.ui.labels_orders import enumerated
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.composing.facts import Facts
    from keepproof.domain.complaint import Complaint
    from keepproof.errors import KnownError
    from keepproof.library.library import Library
    from keepproof.services.export_catalogue import Exported
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


class DocumentExport(QObject):
    """Works for one part of the window."""

    def __init__(self, session: Session, page: QWidget) -> None:
        """Work for a part of the window."""
        super().__init__(page)
        self._session, self._page = session, page

    def ask_catalogue(self, order: Order, form: str) -> None:
        """Ask for a file and write the list of all evidence of an order into it."""
        from keepproof.ui.dialogs.export_paper_dialog import ExportPaperDialog  # noqa: PLC0415 - built when first needed

        words, title = self.tr("Export the evidence catalogue"), order.title
        name = self.tr("{title} evidence catalogue").format(title=title[:40])
        dialog = ExportPaperDialog(self._session.settings, words, name, form, self._page.window())
        dialog.chosen.connect(lambda path: self.write_catalogue(order, Path(path), form))
        dialog.open()

    def ask_complaint(
        self, facts: Facts, complaint: Complaint, form: str, then: Callable[[], object]
    ) -> None:
        """Ask for a file, write a complaint with its evidence into it, and go on once it is there."""
        from keepproof.ui.dialogs.export_paper_dialog import ExportPaperDialog  # noqa: PLC0415 - built when first needed

        words = self.tr("Export the complaint with its list of evidence")
        dialog = ExportPaperDialog(
            self._session.settings, words, facts.order.title, form, self._page.window()
        )
        dialog.chosen.connect(
            lambda path: self.write_complaint(facts, complaint, Path(path), form, then)
        )
        dialog.open()

    def show_pictures(self, facts: Facts, complaint: Complaint) -> None:
        """Show the pictures a complaint cites, fitted to its channel."""
        from keepproof.services.plan_pictures import shown_names  # noqa: PLC0415 - as above
        from keepproof.ui.dialogs.pictures_dialog import PicturesDialog  # noqa: PLC0415 - as above
        from keepproof.ui.dialogs.pictures_dialog_rows import PicturesWanted  # noqa: PLC0415 - as above

        book, lang = self._session.book, complaint.lang
        channel = book.channel(complaint.channel, facts.order.platform)
        names = shown_names(book, facts, channel, lang)
        cited = frozenset(complaint.numbers)
        wanted = PicturesWanted(facts.order, facts.evidence, names, cited, lang, channel)
        PicturesDialog(self._session, wanted, self._page.window()).open()

    def show_all_pictures(self, order: Order, filed: Sequence[FiledEvidence]) -> None:
        """Show all pictures of an order, for no channel in particular."""
        from keepproof.services.plan_pictures import names_of  # noqa: PLC0415 - as above
        from keepproof.ui.dialogs.pictures_dialog import PicturesDialog  # noqa: PLC0415 - as above
        from keepproof.ui.dialogs.pictures_dialog_rows import PicturesWanted  # noqa: PLC0415 - as above

        lang = self._session.lang
        names = names_of(self._session.book, filed, lang)
        every = frozenset(one.number for one in filed if one.number is not None)
        wanted = PicturesWanted(order, filed, names, every, lang)
        PicturesDialog(self._session, wanted, self._page.window()).open()

    def write_catalogue(self, order: Order, path: Path, form: str) -> None:
        """Write the list of all evidence of an order into a file."""
        book, lang = self._session.book, self._session.lang

        def work(library: Library, ticket: Ticket) -> Outcome[Exported]:
            from keepproof.services.export_catalogue import export_catalogue  # noqa: PLC0415 - as above

            return export_catalogue(library, book, order.id, path, form, lang, ticket)

        self._run(work, None)

    def write_complaint(
        self,
        facts: Facts,
        complaint: Complaint,
        path: Path,
        form: str,
        then: Callable[[], object],
    ) -> None:
        """Write a complaint with its evidence into a file, and go on once it is there."""
        book = self._session.book
        channel = book.channel(complaint.channel, facts.order.platform)

        def work(library: Library, ticket: Ticket) -> Outcome[Exported]:
            from keepproof.services.export_complaint import export_complaint  # noqa: PLC0415 - as above

            return export_complaint(library, book, facts, channel, complaint, path, form, ticket)

        self._run(work, then)

    def _run(
        self,
        work: Callable[[Library, Ticket], Outcome[Exported]],
        then: Callable[[], object] | None,
    ) -> None:
        def written(exported: Exported) -> None:
            self._say(exported)
            if then is not None:
                then()

        self._session.operations.write(
            self, work, written, self._refused, progress=self.tr("Checking and writing")
        )

    def _say(self, exported: Exported) -> None:
        words = self.tr("Written to {name}, with %n piece(s) of evidence", "", exported.count)
        self._session.status.emit(words.format(name=exported.path.name))
        told = []
        if exported.broken:
            numbers = [labels_tiles.number_words(one.number or 0) for one in exported.broken]
            told.append(self._session.say("export.broken", {"numbers": enumerated(numbers)}))
        if exported.unshown:
            told.append(self._session.say("export.unshown", {"text": exported.unshown}))
        if told:
            alerts.tell(self._page.window(), "\n\n".join(told))

    def _refused(self, error: KnownError) -> None:
        alerts.tell(self._page.window(), self._session.explain(error))
