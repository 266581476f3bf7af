"""The two kinds of failure: what the user must be told, and bugs (any other exception)."""

from __future__ import annotations

from collections.abc import Mapping


class KnownError(Exception):
    """Tell the user what happened and what to do; carries a stable code and the data to word it.

    `code` is one of the keys of `keepproof.messages.ERRORS`, where the sentences stand in Chinese
    and English.
    """

    def __init__(self, code: str, **data: object) -> None:
        """Raise with a stable code and the values its sentence needs."""
        self.code = code
        self.data: Mapping[str, object] = data
        super().__init__(code, dict(data))

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a child process."""
        return _rebuild, (self.__class__, self.code, dict(self.data))


class CancelledError(Exception):
    """The user cancelled the work; what was finished before stays."""


def _rebuild(kind: type[KnownError], code: str, data: dict[str, object]) -> KnownError:
    return kind(code, **data)
