"""Looks for new screenshots in the folder the user chose, and keeps, files or passes over what she says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from keepproof.services.watch_folder import Look, Mark, Seen, look
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.library.library import Library
    from keepproof.services.add_evidence import AddReport
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

SOON_MS = 400
SETTLE_MS = 1500
AGAIN_MS = 60_000
# What may go better by itself: such a file is offered again.
PASSING = frozenset(
    {
        "keep.changed_while_read",
        "keep.locked",
        "keep.source_error",
        "library.full",
        "library.disk_error",
        "library.no_permission",
    }
)


class Watching(QObject):
    """`waiting` are new, finished files nobody decided on yet; `changed` tells that they are others."""

    changed = Signal()
    kept = Signal(object)

    def __init__(self, session: Session) -> None:
        """Prepare; `begin` starts with an open library."""
        super().__init__(session)
        self._session = session
        self._seen = Seen(session.paths.config / "watched.json")
        self._last: Look | None = None
        self._since: dict[str, tuple[Mark, float]] = {}
        self._tried: set[Path] = set()
        self._looking = False
        self._busy = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._stirred)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        self.waiting: tuple[Path, ...] = ()
        self.lost = False
        session.settings.changed.connect(self._follow)

    def begin(self) -> None:
        """Begin to watch, or watch on for the library that is open now; what came meanwhile is found."""
        self._tried.clear()
        self._busy = False
        self._follow()
        self.look()

    def look(self) -> None:
        """Look at the folder in the background."""
        folder = self._folder()
        if folder is None or self._looking:
            return
        self._looking = True
        self._session.operations.pool(self, lambda _: look(folder), self._take, quiet=True)

    def file(self, paths: Sequence[Path], order_id: str | None) -> None:
        """Keep files, in an order or in none yet; the sources are only read."""
        session = self._session
        self._busy = True
        self._tried |= set(paths)

        def work(library: Library, ticket: Ticket) -> Outcome[AddReport]:
            from keepproof.services.add_evidence import add_paths  # noqa: PLC0415 - brings the readers

            return add_paths(
                library,
                paths,
                order_id=order_id,
                kind=None,
                origin="watched",
                ticket=ticket,
                sandbox=session.sandbox,
            )

        def then(report: AddReport) -> None:
            self._kept(paths, report)

        session.operations.write(
            self, work, then, self._failed, progress=self.tr("Keeping new screenshots")
        )

    def ignore(self, paths: Sequence[Path]) -> None:
        """Do not offer these files again; they stay where they are."""
        self._settle(paths)

    def _folder(self) -> Path | None:
        chosen = self._session.settings.value.watch_folder
        return Path(chosen) if chosen and self._session.opened else None

    def _follow(self) -> None:
        """Watch the folder of the settings."""
        folder = self._folder()
        wanted = [str(folder)] if folder is not None else []
        if [path for path in self._watcher.directories() if path not in wanted]:
            self._watcher.removePaths(self._watcher.directories())
        if folder is None:
            self.timer.stop()
            self._offer(())
        elif self._last is None or self._last.folder != folder:
            self._last = None
            self.look()

    def _stirred(self, _folder: str) -> None:
        self._look_in(SOON_MS)

    def _look_in(self, wait_ms: int) -> None:
        if not self.timer.isActive() or self.timer.remainingTime() > wait_ms:
            self.timer.start(wait_ms)

    def _take(self, found: Look | None) -> None:
        self._looking = False
        folder = self._folder()
        if folder is None:
            return
        if found is None or found.folder != folder:
            # Perhaps a stick that was pulled out; it is looked for again.
            self.lost = found is None
            self._last = None
            self._offer(())
            self._look_in(AGAIN_MS if found is None else SOON_MS)
            return
        self.lost = False
        if str(folder) not in self._watcher.directories():
            self._watcher.addPath(str(folder))
        if not self._seen.knows(folder):
            # What was there before watching began is nothing new.
            self._last = found
            self._settle(None)
        names, writing = self._seen.fresh(self._steady(found), found)
        self._last = found
        self._offer(tuple(folder / name for name in names))
        self._look_in(SETTLE_MS if writing else AGAIN_MS)

    def _steady(self, found: Look) -> Look:
        """Give what has looked the same for a while."""
        now, before = monotonic(), self._since
        self._since = {
            name: (mark, before[name][1] if name in before and before[name][0] == mark else now)
            for name, mark in found.files.items()
        }
        old = {
            name: mark
            for name, (mark, since) in self._since.items()
            if (now - since) * 1000 >= SETTLE_MS
        }
        return Look(found.folder, old)

    def _offer(self, paths: tuple[Path, ...]) -> None:
        if self._busy:
            return
        untried = [one for one in paths if one not in self._tried]
        if untried and self._session.settings.value.watch_keep:
            self.file(untried, None)
            return
        if paths != self.waiting:
            self.waiting = paths
            self.changed.emit()

    def _kept(self, paths: Sequence[Path], report: AddReport) -> None:
        done = {one.evidence.original_name for one in report.kept}
        done |= {one.path.name for one in report.duplicates}
        done |= {one.path.name for one in report.refused if one.reason not in PASSING}
        self._busy = False
        self._settle([one for one in paths if one.name in done])
        count = len(report.kept)
        if count:
            words = self.tr("%n new screenshot(s) kept", "", count)
            self._session.status.emit(words)
        self.kept.emit(report)

    def _failed(self, error: KnownError) -> None:
        self._busy = False
        self._session.status.emit(self._session.explain(error))
        self.look()

    def _settle(self, paths: Sequence[Path] | None) -> None:
        """Note what was decided; where that cannot be written, it is offered again at the next start."""
        if self._last is None:
            return
        try:
            self._seen.settle(self._last, None if paths is None else [one.name for one in paths])
        except OSError as error:
            self._session.status.emit(
                self.tr("Could not note which screenshots were seen: {error}").format(
                    error=error.strerror or ""
                )
            )
        if paths is not None:
            decided = set(paths)
            self._offer(tuple(one for one in self.waiting if one not in decided))
            self.look()
