"""Take over a neutral wording, and choose which private items a text hides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from keepproof.domain import complaint as domain
from keepproof.domain.changes import Changes
from keepproof.domain.dispute import Dispute, MaskChoice, StatementEdit
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library

ANSWER = "answer."


def reworded_answer(dispute: Dispute, warning: domain.Warning) -> Dispute | None:
    """Put the wording of a warning into the answer it is about; None where it is about no answer.

    The words must still be what the warning was given for: an answer that has changed since is left alone.
    """
    id = warning.place.removeprefix(ANSWER)
    answer = dispute.answers.get(id)
    if not warning.place.startswith(ANSWER) or not isinstance(answer, str):
        return None
    if warning.rewritten is None or not _stands(answer, warning):
        return None
    return replace(dispute, answers={**dispute.answers, id: warning.rewritten})


def reworded_edit(
    edits: tuple[StatementEdit, ...], channel: str, lang: str, warning: domain.Warning
) -> StatementEdit | None:
    """Put the wording of a warning into the sentence the user rewrote; None where there is none."""
    place = (channel, lang, warning.place)
    edit = next((one for one in edits if (one.channel, one.lang, one.statement) == place), None)
    if edit is None or warning.rewritten is None or not _stands(edit.text, warning):
        return None
    return replace(edit, text=warning.rewritten)


def choose_mask(library: Library, choice: MaskChoice, ticket: Ticket) -> Outcome[None]:
    """Hide or show a private item in the texts of one channel."""
    ticket.check()
    before = library.masks.get(choice.dispute_id, choice.channel, choice.item)
    library.masks.put(choice)
    undo = _forgetting(choice) if before is None else _choosing(before)
    label = "mask.hide" if choice.masked else "mask.show"
    return Outcome(None, _touched(library, choice), undo, label)


def forget_mask(library: Library, choice: MaskChoice, ticket: Ticket) -> Outcome[None]:
    """Treat a private item again as the channel needs it."""
    ticket.check()
    library.masks.drop(choice.dispute_id, choice.channel, choice.item)
    return Outcome(None, _touched(library, choice), _choosing(choice), "mask.forget")


def _stands(words: str, warning: domain.Warning) -> bool:
    return warning.span is not None and words[slice(*warning.span)] == warning.found


def _touched(library: Library, choice: MaskChoice) -> Changes:
    dispute = library.disputes.get(choice.dispute_id)
    return Changes(orders=frozenset({dispute.order_id}), disputes=frozenset({dispute.id}))


def _forgetting(choice: MaskChoice) -> Callable[[Library], Outcome[None]]:
    return lambda library: forget_mask(library, choice, Ticket())


def _choosing(choice: MaskChoice) -> Callable[[Library], Outcome[None]]:
    return lambda library: choose_mask(library, choice, Ticket())
