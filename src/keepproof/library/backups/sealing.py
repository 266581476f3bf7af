"""Encryption of backups in the age format (https://age-encryption.org/v1), as a stream.

age locks only whole messages with a passphrase. So each backup has an identity of its own: every file is encrypted for
it, piece by piece, and only the identity is locked with the passphrase. `age -d -i key.age` opens both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from keepproof.errors import KnownError

KEY_BYTES = 4096  # a locked identity has some 300


class Source(Protocol):
    """Gives bytes."""

    def read(self, size: int = -1, /) -> bytes:
        """Give up to so many."""
        ...


class Sink(Protocol):
    """Takes bytes."""

    def write(self, data: bytes, /) -> int:
        """Take them all."""
        ...

    def flush(self) -> None:
        """Be done with what was written."""
        ...


def new_identity() -> str:
    """Make an identity for one backup."""
    import pyrage  # noqa: PLC0415 - only backups need it

    return str(pyrage.x25519.Identity.generate())


def lock(identity: str, passphrase: str) -> bytes:
    """Lock an identity with a passphrase; takes a second and up to some GiB of memory on purpose (scrypt)."""
    import pyrage  # noqa: PLC0415 - only backups need it

    return bytes(pyrage.passphrase.encrypt(identity.encode(), _typed(passphrase)))


def unlock(locked: bytes, passphrase: str) -> str:
    """Unlock an identity; KnownErrors restore.wrong_passphrase, restore.damaged."""
    import pyrage  # noqa: PLC0415 - only backups need it

    try:
        identity = bytes(pyrage.passphrase.decrypt(locked, _typed(passphrase))).decode("ascii")
        pyrage.x25519.Identity.from_str(identity)
    except pyrage.DecryptError as error:
        raise KnownError("restore.wrong_passphrase") from error
    except (pyrage.IdentityError, UnicodeDecodeError) as error:
        raise KnownError("restore.damaged", name="key.age") from error
    return identity


def _typed(passphrase: str) -> str:
    """Compose the characters: the same keys give é in one sign or in two, by system."""
    return unicodedata.normalize("NFC", passphrase)


def seal(source: Source, sink: Sink, identity: str) -> None:
    """Encrypt a stream; `source` must not raise, what `sink` raises comes through."""
    import pyrage  # noqa: PLC0415 - only backups need it

    guarded = _Guarded(sink)
    try:
        pyrage.encrypt_io(source, guarded, [pyrage.x25519.Identity.from_str(identity).to_public()])
    except pyrage.EncryptError:
        if guarded.raised is not None:
            raise guarded.raised from None
        raise


def unseal(source: Source, sink: Sink, identity: str, name: str) -> None:
    """Decrypt a stream; what `sink` raises comes through. KnownError restore.damaged with `name`.

    Everything the sink was given is authentic, but may end too early when an error follows.
    """
    import pyrage  # noqa: PLC0415 - only backups need it

    guarded = _Guarded(sink)
    with _damage(name, guarded):
        pyrage.decrypt_io(source, guarded, [pyrage.x25519.Identity.from_str(identity)])


class _Guarded:
    """A sink that remembers what it raised: age words some of it anew, and tells of damage by OSError too."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.raised: BaseException | None = None

    def write(self, data: bytes, /) -> int:
        try:
            return self._sink.write(data)
        except BaseException as error:
            self.raised = error
            raise

    def flush(self) -> None:
        self._sink.flush()


@contextmanager
def _damage(name: str, guarded: _Guarded) -> Iterator[None]:
    import pyrage  # noqa: PLC0415 - only backups need it

    try:
        yield
    except (OSError, pyrage.DecryptError) as error:
        if guarded.raised is not None:
            raise guarded.raised from None
        raise KnownError("restore.damaged", name=name) from error
