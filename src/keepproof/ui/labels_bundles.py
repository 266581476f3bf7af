"""Words for evidence bundles: what goes in, for whom, and what a check found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from keepproof.services.bundle_plan import BundlePlan, PrivateFind
from keepproof.ui.labels_orders import enumerated
from keepproof.ui.labels_redaction import kind_words

UNITS = ("B", "KB", "MB", "GB")
MOST_NAMED = 4


class BundleCounts(QObject):
    """Counted words; an object, because Qt collects plural forms from objects only."""

    def items(self, count: int) -> str:
        """Count what is numbered."""
        return self.tr("%n piece(s) of evidence, by number", "", count)

    def originals(self, count: int) -> str:
        """Count originals."""
        return self.tr("%n original(s)", "", count)

    def copies(self, count: int) -> str:
        """Count redacted copies."""
        return self.tr("%n redacted copies", "", count)

    def uploads(self, count: int) -> str:
        """Count small copies of pictures."""
        return self.tr("%n picture(s)", "", count)

    def unread(self, count: int) -> str:
        """Count pictures nobody has read."""
        return self.tr(
            "The text in %n picture(s) has not been read yet; look at them yourself", "", count
        )

    def checked(self, count: int) -> str:
        """Say that all files read back as written."""
        return self.tr("Exported and read back: all %n file(s) match", "", count)

    def coming(self, count: int) -> str:
        """Count what an import brings."""
        return self.tr("Import %n item(s)", "", count)


def audiences() -> list[tuple[str, str]]:
    """List who may get a bundle, id and words."""
    return [
        ("platform", QCoreApplication.translate("BundleWords", "Platform support")),
        ("12315", QCoreApplication.translate("BundleWords", "12315 / association")),
        ("self", QCoreApplication.translate("BundleWords", "For myself")),
    ]


def size(count: int) -> str:
    """Write a number of bytes: 212 MB."""
    amount = float(count)
    unit = UNITS[0]
    for unit in UNITS:
        if amount < 1024 or unit == UNITS[-1]:
            break
        amount /= 1024
    return (
        f"{amount:.1f} {unit}"
        if unit == "GB" or (unit == "MB" and amount < 10)
        else f"{amount:.0f} {unit}"
    )


def numbers(every: Sequence[int]) -> str:
    """Name pieces of evidence by number, at most a few: Evidence 1, 4, 6."""
    words = QCoreApplication.translate("BundleWords", "Evidence {numbers}")
    more = QCoreApplication.translate("BundleWords", "{numbers} and more")
    named = enumerated([str(one) for one in every[:MOST_NAMED]])
    if len(every) > MOST_NAMED:
        named = more.format(numbers=named)
    return words.format(numbers=named)


def tree(plan: BundlePlan, name: str) -> str:
    """Draw what stands in a bundle, as a list of folders and files."""
    counts = BundleCounts()
    rows = []
    if plan.originals:
        rows.append(("originals/", counts.originals(plan.originals)))
    if plan.copies:
        rows.append(("share/", counts.copies(plan.copies)))
    if plan.uploads:
        rows.append(("share/upload/", counts.uploads(plan.uploads)))
    rows += [(one, "") for one in plan.texts]
    width = max((len(one) for one, words in rows if words), default=0)
    lines = [
        f"{'└' if at == len(rows) - 1 else '├'} {one:<{width}}  {words}".rstrip()
        for at, (one, words) in enumerate(rows)
    ]
    return "\n".join([name, *lines])


def size_line(plan: BundlePlan) -> str:
    """Say how large it becomes, and how much of that is video."""
    whole = QCoreApplication.translate("BundleWords", "About {size}").format(size=size(plan.size))
    if not plan.video:
        return whole
    video = QCoreApplication.translate("BundleWords", "{size} of it video")
    return f"{whole} · {video.format(size=size(plan.video))}"


def replaced_line(plan: BundlePlan, *, chosen: bool) -> str:
    """Say which originals stay out where redacted copies take their place."""
    if not plan.copied:
        return QCoreApplication.translate(
            "BundleWords", "There is no redacted copy in this order yet"
        )
    if not chosen or not plan.replaced:
        return QCoreApplication.translate("BundleWords", "Copies and originals both go in")
    words = QCoreApplication.translate(
        "BundleWords", "{evidence}: the original stays out, only its hash is listed"
    )
    return words.format(evidence=numbers(plan.replaced))


def text_line(plan: BundlePlan, channel: str, *, chosen: bool) -> str:
    """Say which text goes in as the complaint."""
    if not chosen:
        return ""
    if plan.text is None:
        return QCoreApplication.translate("BundleWords", "No problem is open, so there is no text")
    if plan.text.at:
        words = QCoreApplication.translate("BundleWords", "{channel}, as copied on {day}")
        return words.format(channel=channel, day=plan.text.at[:10])
    words = QCoreApplication.translate("BundleWords", "{channel}, the present draft")
    return words.format(channel=channel)


def private_line(found: Sequence[PrivateFind]) -> str:
    """Say what may be private in which evidence."""
    kinds = dict.fromkeys(kind for one in found for kind in one.kinds)
    words = QCoreApplication.translate(
        "BundleWords", "{evidence} may still show: {kinds}. Not redacted"
    )
    evidence = numbers([one.filed.number or 0 for one in found])
    return words.format(evidence=evidence, kinds=enumerated([kind_words(one) for one in kinds]))


def place_line(every: Sequence[int]) -> str:
    """Say which photos name the place where they were taken."""
    words = QCoreApplication.translate(
        "BundleWords", "{evidence}: the photo file names the place where it was taken"
    )
    return words.format(evidence=numbers(every))


def state_words(state: str) -> str:
    """Say what an import does with a piece of evidence."""
    words = {
        "new": QCoreApplication.translate("BundleWords", "New"),
        "known": QCoreApplication.translate("BundleWords", "Here already, is filed"),
        "filed": QCoreApplication.translate("BundleWords", "In this order already"),
        "absent": QCoreApplication.translate("BundleWords", "Not in the bundle"),
        "changed": QCoreApplication.translate("BundleWords", "Differs from the list, stays out"),
    }
    return words[state]


def history_words(state: str) -> str:
    """Say what the check of the custody record found."""
    words = {
        "intact": QCoreApplication.translate("BundleWords", "The custody record is unbroken"),
        "broken": QCoreApplication.translate("BundleWords", "The custody record was changed"),
        "absent": QCoreApplication.translate("BundleWords", "There is no custody record in it"),
    }
    return words[state]
