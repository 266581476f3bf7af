"""Write the complaint of a dispute, keep the user's own words, and freeze what was sent."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.domain.changes import Changes
from keepproof.domain.dispute import Dispute, StatementEdit, Submission
from keepproof.exporting.writing import export_whole
from keepproof.services.course import course_of
from keepproof.services.exposed import exposed
from keepproof.services.outcome import Outcome
from keepproof.services.quote_messages import quotes_of
from keepproof.services.shot_gaps import shot_gaps
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.composing.facts import Facts, Person
    from keepproof.domain.complaint import Complaint
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.channel import Channel
    from keepproof.library.library import Library

_MARK = re.compile(r"[\\`*_\[\]<>&|~]")
_LINE_MARK = re.compile(r"^(\s*)([#+=-])")


def gather(library: Library, dispute_id: str, book: Book, person: Person, today: date) -> Facts:
    """Collect everything a complaint may rest on; from here on no library is needed."""
    from keepproof.composing.facts import Facts  # noqa: PLC0415 - the window starts without the composer

    dispute = library.disputes.get(dispute_id)
    order = library.orders.get(dispute.order_id)
    issue = book.issue(dispute.issue)
    course = course_of(library, order.id, dispute).about(dispute.id)
    return Facts(
        order=order,
        merchant=library.merchants.get(order.merchant_id),
        dispute=dispute,
        issue=issue,
        evidence=tuple(library.evidence.of_order(order.id)),
        person=person,
        platform=book.platform(order.platform),
        rules=book.rules_for(issue, order.platform, dispute.answers),
        today=today,
        reply_by=reply_by(dispute),
        edits=tuple(library.disputes.edits(dispute_id)),
        quotes=quotes_of(library, dispute_id),
        contacts=course.contacts,
        commitments=course.commitments,
        masks=tuple(library.masks.of_dispute(dispute_id)),
        gaps=shot_gaps(library, order.id),
        exposed=exposed(library, order.id),
    )


def answered(facts: Facts, dispute: Dispute, book: Book) -> Facts:
    """Put a changed dispute in place of the old one, with the rules and dates that follow from it."""
    issue = book.issue(dispute.issue)
    rules = book.rules_for(issue, facts.order.platform, dispute.answers)
    return replace(facts, dispute=dispute, issue=issue, rules=rules, reply_by=reply_by(dispute))


def reply_by(dispute: Dispute) -> datetime | None:
    """Read the moment the user wants an answer by, if she gave one."""
    answer = dispute.answers.get("reply_by")
    if not isinstance(answer, str) or not answer:
        return None
    try:
        return datetime.fromisoformat(answer)
    except ValueError:
        return None


def write(
    facts: Facts,
    channel: Channel,
    lang: str,
    size: str | None = None,
    ui_lang: str = "",
) -> Complaint:
    """Compose the text for one channel; the same facts give the same bytes. Warnings are worded in `ui_lang`."""
    from keepproof.composing.compose import compose  # noqa: PLC0415 - Jinja2 loads with the first text, not with the window

    return compose(facts, channel, lang, size, ui_lang=ui_lang)


def edit_statement(library: Library, edit: StatementEdit, ticket: Ticket) -> Outcome[None]:
    """Put the user's own words in place of one statement."""
    ticket.check()
    before = _edit(library, edit)
    library.disputes.put_edit(edit)
    undo = _unediting(edit) if before is None else _reediting(before)
    return Outcome(None, _touched(library, edit.dispute_id), undo, "statement.edit")


def restore_statement(library: Library, edit: StatementEdit, ticket: Ticket) -> Outcome[None]:
    """Give a statement its generated words back."""
    ticket.check()
    before = _edit(library, edit)
    library.disputes.drop_edit(edit.dispute_id, edit.channel, edit.lang, edit.statement)
    undo = _reediting(before) if before is not None else None
    return Outcome(None, _touched(library, edit.dispute_id), undo, "statement.restore")


def freeze(
    library: Library, complaint: Complaint, dispute_id: str, now: datetime, ticket: Ticket
) -> Outcome[Submission]:
    """Keep a frozen copy of what was copied or exported, and fix its evidence numbers for good."""
    ticket.check()
    dispute = library.disputes.get(dispute_id)
    submission = Submission(
        uuid.uuid4().hex,
        dispute_id,
        complaint.channel,
        complaint.lang,
        complaint.text,
        now,
        complaint.numbers,
    )
    with library.transaction():
        library.disputes.add_submission(submission)
        library.evidence.freeze(dispute.order_id, complaint.numbers)
        library.custody.record(
            "complaint.frozen",
            dispute_id,
            channel=complaint.channel,
            numbers=list(complaint.numbers),
        )
    return Outcome(submission, _touched(library, dispute_id), None, "complaint.freeze")


def set_ticket(
    library: Library, submission: Submission, number: str, ticket: Ticket
) -> Outcome[Submission]:
    """Note the ticket number the other side gave for a submission."""
    ticket.check()
    after = replace(submission, ticket=number.strip())
    library.disputes.replace_submission(after)

    def undo(again: Library) -> Outcome[Submission]:
        return set_ticket(again, after, submission.ticket, Ticket())

    return Outcome(after, _touched(library, submission.dispute_id), undo, "submission.ticket")


def export_text(complaint: Complaint, path: Path, form: str, title: str) -> Path:
    """Write the text as .txt or .md: whole or not at all; KnownError export.failed."""
    body = complaint.text if form == "txt" else _markdown(complaint, title)
    return export_whole(path, f"{body}\n".encode())


def _markdown(complaint: Complaint, title: str) -> str:
    if complaint.lang == "zh":
        head = ("句子", "依据", "本人陈述")
        label, joint = "证据", "、"
    else:
        head = ("Statement", "Rests on", "Stated by me")
        label, joint = "E", ", "
    rows = [f"| {head[0]} | {head[1]} |", "|---|---|"]
    for one in complaint.statements:
        words = _plain(one.text.replace("\n", " "))
        basis = joint.join(f"{label}{number}" for number in one.citations)
        rows.append(f"| {words} | {basis or (head[2] if one.stated_by_user else '')} |")
    lines = "  \n".join(_plain(one) for one in complaint.text.split("\n"))
    return "\n".join([f"# {_plain(' '.join(title.split()))}", "", lines, "", *rows])


def _plain(words: str) -> str:
    """Take the meaning from marks of Markdown and HTML, so that no link or picture comes in with a name."""
    return _LINE_MARK.sub(r"\1\\\2", _MARK.sub(r"\\\g<0>", words))


def _edit(library: Library, wanted: StatementEdit) -> StatementEdit | None:
    place = (wanted.channel, wanted.lang, wanted.statement)
    known = library.disputes.edits(wanted.dispute_id)
    return next((one for one in known if (one.channel, one.lang, one.statement) == place), None)


def _touched(library: Library, dispute_id: str) -> Changes:
    dispute = library.disputes.get(dispute_id)
    return Changes(orders=frozenset({dispute.order_id}), disputes=frozenset({dispute_id}))


def _unediting(edit: StatementEdit) -> Callable[[Library], Outcome[None]]:
    return lambda library: restore_statement(library, edit, Ticket())


def _reediting(edit: StatementEdit) -> Callable[[Library], Outcome[None]]:
    return lambda library: edit_statement(library, edit, Ticket())
