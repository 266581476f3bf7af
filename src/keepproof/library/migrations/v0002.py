"""The second shape: what was read in kept files, chats, the course of a dispute, and the index of words.

Each part has its own file; together they are one step. What stands in `readings` and in the search index is
derived and may be made again from the originals at any time.
"""

from keepproof.library.migrations import (
    v0002_chats,
    v0002_contacts,
    v0002_course,
    v0002_dismissals,
    v0002_masks,
    v0002_merchants,
    v0002_readings,
    v0002_search,
)

SQL = "\n".join(
    part.SQL
    for part in (
        v0002_readings,
        v0002_chats,
        v0002_course,
        v0002_contacts,
        v0002_masks,
        v0002_merchants,
        v0002_dismissals,
        v0002_search,
    )
)
