"""Keep what hangs on a mail as evidence of its own, beside the mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from keepproof.domain.evidence import FiledEvidence
from keepproof.errors import KnownError
from keepproof.library.incoming import Describe, Incoming, Kept, Refused
from keepproof.library.library import Library
from keepproof.readers.documents import attachments
from keepproof.readers.kinds import MAILS
from keepproof.readers.sandbox import Sandbox
from keepproof.ticket import Ticket

TIMEOUT_S = 30.0
DEEPEST = 3  # mails that hang on mails that hang on mails
ORIGIN = "attached"


@dataclass(frozen=True, slots=True)
class Attached:
    """What hung on a mail, in its order; a file that was in the library before stands there too."""

    mail: FiledEvidence
    items: tuple[FiledEvidence, ...]


def keep_attachments(
    library: Library,
    kept: Sequence[Kept],
    describe: Describe,
    sandbox: Sandbox,
    ticket: Ticket,
) -> Iterator[Kept | Refused]:
    """Keep what hangs on the mails among what was just kept, filed in the same order after them.

    A mail that cannot be read has nothing hanging on it; what is wrong with it is told when it is looked at.
    """
    waiting = list(kept)
    for _ in range(DEEPEST):
        mails = [one for one in waiting if _is_new_mail(one)]
        waiting = []
        for mail in mails:
            for one in library.keep(_hanging(library, mail, sandbox), ticket, describe):
                if isinstance(one, Kept):
                    waiting.append(one)
                yield one


def attached(results: Sequence[Kept]) -> tuple[Attached, ...]:
    """Gather what was kept with which mail."""
    mails = {one.filed.evidence.id: one.filed for one in results}
    items: dict[str, list[FiledEvidence]] = {}
    for one in results:
        if one.incoming.derived_from is not None and one.incoming.origin == ORIGIN:
            items.setdefault(one.incoming.derived_from, []).append(one.filed)
    return tuple(Attached(mails[id], tuple(some)) for id, some in items.items())


def _is_new_mail(one: Kept) -> bool:
    return one.filed.evidence.media_type in MAILS and (not one.duplicate or one.newly_filed)


def _hanging(library: Library, mail: Kept, sandbox: Sandbox) -> list[Incoming]:
    item = mail.filed.evidence
    path = library.original_path(item.sha256)
    try:
        found = sandbox.run(attachments.read, path, item.media_type, timeout_s=TIMEOUT_S)
    except (KnownError, OSError):
        return []
    return [
        Incoming(
            Path(one.name),
            data=one.data,
            order_id=mail.filed.order_id,
            origin=ORIGIN,
            derived_from=item.id,
        )
        for one in found.items
    ]
