from __future__ import annotations

import unicodedata

from keepproof.library.backups import sealing


def test_a_passphrase_is_the_same_whichever_system_it_is_typed_on() -> None:
    identity = sealing.new_identity()
    typed = unicodedata.normalize("NFC", "Café 芝麻")
    elsewhere = unicodedata.normalize("NFD", typed)
    assert elsewhere != typed
    assert sealing.unlock(sealing.lock(identity, elsewhere), typed) == identity
