"""E-mails as programs save them (.eml): heads and body."""

from __future__ import annotations

from pathlib import Path

from keepproof.readers import letters
from keepproof.readers.documents import attachments, limits
from keepproof.readers.reading import Found
from keepproof.readers.text_head import text_of


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the heads and the body of a mail; what hangs on it is named in the fact `attachments`.

    Problems: readers.document_cut, attachments_left_out.
    """
    del untrusted_name
    with path.open("rb") as file:
        data = file.read(limits.MOST_BYTES + 1)
    problem = limits.CUT if len(data) > limits.MOST_BYTES else ""
    text = text_of(data, media_type)
    letter = letters.parse(data)
    if letter is None:
        return limits.found("mail", text, {}, problem=problem)
    facts = {"written_at": limits.moment(letters.date(letter))}
    heads = letters.heads(letter)
    facts |= {name.lower(): heads.get(name, "") for name in ("From", "To", "Subject")}
    hanging = attachments.of_letter(letter)
    facts["attachments"] = " · ".join(one.name for one in hanging.items)
    return limits.found("mail", text, facts, problem=problem or hanging.problem)
