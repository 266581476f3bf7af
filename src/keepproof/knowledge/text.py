"""Words in the two languages of the program."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same thing said in Chinese and in English."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """Give the words of one language ("zh" or "en")."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class KindText:
    """How a kind of evidence is called, and one line on what belongs to it."""

    label: Text
    hint: Text
