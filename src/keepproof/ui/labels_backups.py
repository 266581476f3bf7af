"""Backups in words: what is in them, what could not be put into them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from keepproof.library.backups.manifest import Contents, Fault, Manifest
from keepproof.services.back_up import LastBackup
from keepproof.ui.labels_orders import facts_line

NAMES = 3


class BackupWords(QObject):
    """Counted words; an object, because Qt collects plural forms from objects only."""

    def contents(self, one: Contents) -> str:
        """Say what a library holds: "12 orders · 340 pieces of evidence · 2 disputes · 1.2 GB"."""
        orders = self.tr("%n order(s)", "", one.orders)
        evidence = self.tr("%n piece(s) of evidence", "", one.evidence)
        disputes = self.tr("%n dispute(s)", "", one.disputes)
        return facts_line([orders, evidence, disputes, size(one.bytes)])

    def last(self, one: LastBackup) -> str:
        """Say when the library was last backed up, and what came since."""
        if one.at is None:
            return self.tr("Not backed up yet")
        at = one.at.astimezone().strftime("%Y-%m-%d %H:%M")
        since = self.tr("%n piece(s) of evidence since", "", one.since) if one.since else ""
        return facts_line([self.tr("Last backup {at}").format(at=at), since])

    def faults(self, some: tuple[Fault, ...]) -> str:
        """Name the originals that were not as they were kept, a few by name."""
        names = [name for one in some for name in one.names[:1]][:NAMES]
        words = self.tr("%n original(s) missing, changed or unreadable", "", len(some))
        shown = self.tr(", ").join(names) + ("…" if len(some) > len(names) else "")
        if not names:
            return words
        return self.tr("{words}: {names}").format(words=words, names=shown)


def size(count: int) -> str:
    """Write a number of bytes."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def moment(iso: str) -> str:
    """Write a moment of a backup in the time of this place; "" for none."""
    try:
        return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return ""


def latest(one: Contents) -> str:
    """Say when evidence came last."""
    at = moment(one.latest)
    words = QCoreApplication.translate("BackupWords", "Latest evidence {at}")
    return words.format(at=at) if at else ""


def made(one: Manifest) -> str:
    """Say when a backup was made and by which program."""
    words = QCoreApplication.translate("BackupWords", "Made {at} with KeepProof {version}")
    return words.format(at=moment(one.made_at) or one.made_at[:30], version=one.program[:20])
