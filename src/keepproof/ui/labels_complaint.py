"""Words for the complaint: costs, sizes, warnings, counters, and what a sentence rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from keepproof.domain import complaint as domain
from keepproof.domain.complaint import Complaint
from keepproof.domain.dispute import Submission
from keepproof.domain.evidence import Evidence, number_label
from keepproof.services.checklist import ChecklistRow
from keepproof.ui.labels_evidence import fixity_words
from keepproof.ui.labels_orders import listed
from keepproof.ui.labels_tiles import missing_word, need_word

# The order in which warnings are shown: what the text lacks comes before what may be noticed.
WARNING_ORDER = (
    "limit",
    "missing_fact",
    "contradiction",
    "stale",
    "missing_evidence",
    "tone",
    "privacy",
    "picture",
    "unverified",
)


@dataclass(frozen=True, slots=True)
class WarningLook:
    """How a warning is shown: its tone, and the words of its link ("" for none)."""

    tone: str
    link: str


def cost(code: str) -> tuple[str, str]:
    """Word what contacting a channel costs, with the tone of its pill."""
    words = {
        "free": (QCoreApplication.translate("ComplaintWords", "Free"), "ok"),
        "government": (QCoreApplication.translate("ComplaintWords", "Government line"), "mute"),
        "caller_plan": (QCoreApplication.translate("ComplaintWords", "Plan rate"), "warn"),
        "shared": (QCoreApplication.translate("ComplaintWords", "Local rate"), "warn"),
        "toll_free_landline": (
            QCoreApplication.translate("ComplaintWords", "Free from landlines"),
            "warn",
        ),
        "premium": (QCoreApplication.translate("ComplaintWords", "Costs extra"), "bad"),
    }
    unknown = QCoreApplication.translate("ComplaintWords", "Cost unknown"), "warn"
    return words.get(code, unknown)


def size(code: str) -> str:
    """Name a length of text."""
    words = {
        "tiny": QCoreApplication.translate("ComplaintWords", "One line"),
        "short": QCoreApplication.translate("ComplaintWords", "Short"),
        "standard": QCoreApplication.translate("ComplaintWords", "Standard"),
        "full": QCoreApplication.translate("ComplaintWords", "Full"),
        "call_card": QCoreApplication.translate("ComplaintWords", "Call card"),
    }
    return words.get(code, code)


def text_language(lang: str) -> str:
    """Name the language of the text; languages are named in themselves."""
    return "中文" if lang == "zh" else "English"


def warning_look(warning: domain.Warning) -> WarningLook:
    """Choose tone and link of a warning."""
    fill_in = QCoreApplication.translate("ComplaintWords", "Fill in")
    reword = QCoreApplication.translate("ComplaintWords", "Reword")
    add = QCoreApplication.translate("ComplaintWords", "Add")
    if warning.rewritten is not None:
        reword = QCoreApplication.translate("ComplaintWords", "Use this wording")
    compare = QCoreApplication.translate("ComplaintWords", "Compare")
    show = QCoreApplication.translate("ComplaintWords", "Show it")
    mask = QCoreApplication.translate("ComplaintWords", "Mask it")
    looks = {
        "missing_fact": WarningLook("warn", fill_in),
        "missing_evidence": WarningLook("warn", add),
        "contradiction": WarningLook("warn", fill_in),
        "tone": WarningLook("warn", reword),
        "stale": WarningLook("warn", compare),
        "privacy": WarningLook("info", show) if warning.masked else WarningLook("warn", mask),
        "picture": WarningLook(
            "info", QCoreApplication.translate("ComplaintWords", "Redacted copy…")
        ),
        "limit": WarningLook("bad", ""),
        "unverified": WarningLook("info", ""),
    }
    return looks.get(warning.kind, WarningLook("info", ""))


def warning_detail(warning: domain.Warning) -> str:
    """Word the second line of a warning: what may stand there instead."""
    if warning.suggestion:
        words = QCoreApplication.translate("ComplaintWords", "Instead: {wording}")
        return words.format(wording=warning.suggestion)
    if warning.rewritten is not None:
        return QCoreApplication.translate("ComplaintWords", "These words can be left out.")
    return ""


def warning_rank(warning: domain.Warning) -> int:
    """Give the place of a warning among others."""
    known = warning.kind in WARNING_ORDER
    return WARNING_ORDER.index(warning.kind) if known else len(WARNING_ORDER)


def copy_label(complaint: Complaint) -> str:
    """Word the copy button: it says by how much the text is too long."""
    limits, counted = complaint.limits, complaint.counters
    if limits.bytes is not None and counted.bytes > limits.bytes:
        over = counted.bytes - limits.bytes
        return QCoreApplication.translate("ComplaintWords", "Copy (%n byte(s) over)", "", over)
    if limits.characters is not None and counted.characters > limits.characters:
        over = counted.characters - limits.characters
        return QCoreApplication.translate("ComplaintWords", "Copy (%n character(s) over)", "", over)
    return QCoreApplication.translate("ComplaintWords", "Copy text")


def copied(count: int) -> str:
    """Say that a text is on the clipboard."""
    return QCoreApplication.translate("ComplaintWords", "%n character(s) copied", "", count)


def sent_line(submission: Submission, channel: str) -> str:
    """Word one line of the history of copies."""
    at = submission.at.strftime("%m-%d %H:%M")
    words = QCoreApplication.translate("ComplaintWords", "{at} · {channel}")
    return words.format(at=at, channel=channel)


def have_missing(have: int, missing: int) -> str:
    """Count the checklist: 有 6 · 缺 2."""
    if not missing:
        return QCoreApplication.translate("ComplaintWords", "{have} have").format(have=have)
    words = QCoreApplication.translate("ComplaintWords", "{have} have · {missing} missing")
    return words.format(have=have, missing=missing)


def together(evidence: list[Evidence]) -> tuple[str, str, str]:
    """Say how several pieces of evidence stand since import: words, tone, icon; the worst decides."""
    broken = [one for one in evidence if one.broken]
    if broken:
        return fixity_words(broken[0])
    if len(evidence) > 1:
        words = QCoreApplication.translate("ComplaintWords", "All unchanged since import")
        return words, "ok", "shield-check"
    return (
        QCoreApplication.translate("ComplaintWords", "Unchanged since import"),
        "ok",
        "shield-check",
    )


def need_heading(need: str) -> str:
    """Head the required or the helpful proof."""
    if need == "required":
        return QCoreApplication.translate("ComplaintWords", "Required")
    return QCoreApplication.translate("ComplaintWords", "Helpful")


def checklist_sentence(row: ChecklistRow, out: Sequence[int], label: str, lang: str) -> str:
    """Say a row of the checklist in one sentence, for a screen reader and the tool tip."""
    if row.have:
        state = listed([number_label(one, lang) for one in row.have])
    else:
        state = f"{missing_word()} · {need_word(row.need)}"
    parts = [label, state, row.why.of(lang)]
    if row.missing:
        parts.append(row.how.of(lang))
    if out:
        numbers = listed([number_label(one, lang) for one in out])
        words = QCoreApplication.translate("ComplaintWords", "left out: {numbers}")
        parts.append(words.format(numbers=numbers))
    return listed([one for one in parts if one])
