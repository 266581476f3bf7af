"""Add one file to a library, read it and the chat in it, and print what came of it with the memory it took.

Run as a process of its own: `huge_child.py LIBRARY FILE`.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_paths
from keepproof.services.read_chats import chat_of
from keepproof.services.understand import understand
from keepproof.ticket import Ticket


def main() -> None:
    """Do it and print one line of JSON."""
    folder, file = map(Path, sys.argv[1:])
    started = time.monotonic()
    with Library.open(folder) as library, Sandbox(workers=1) as sandbox:
        report = add_paths(
            library,
            [file],
            order_id=None,
            kind=None,
            origin="chosen",
            ticket=Ticket(),
            sandbox=sandbox,
        ).value
        item = report.kept[0].evidence
        understand(library, sandbox, Ticket())
        reading = library.readings.get(item.sha256)
        problems: list[str] = []
        try:
            chat = chat_of(library.original_path(item.sha256), item, sandbox)
            said = f"{len(chat.messages)} messages" if chat is not None else "no chat"
            problems = [one.code for one in chat.problems] if chat is not None else []
        except KnownError as error:
            said = error.code
    peak = {
        name: resource.getrusage(who).ru_maxrss // 1024
        for name, who in (("own", resource.RUSAGE_SELF), ("children", resource.RUSAGE_CHILDREN))
    }
    found = {
        "size": item.size,
        "media_type": item.media_type,
        "characters": len(reading.text) if reading is not None else 0,
        "problem": reading.problem if reading is not None else "",
        "chat": said,
        "chat_problems": problems,
        "seconds": round(time.monotonic() - started, 1),
        "peak_mib": peak,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
