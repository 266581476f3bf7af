"""What the user typed, made fit to stand inside a sentence, and cut where it does not hurt."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ELLIPSIS = "…"
_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029\u0085\v\f]+\s*")
_SPACES = re.compile(r"[ \t\u00a0\u3000]+")
_ENDS = "。．.；;，,、！!：:"
_CLAUSE_ENDS = "，。；、！？,;"
_OPENERS = "（(“‘\"'《「【[ "
_PAIRS = {"“": "”", '"': '"', "「": "」", "'": "'", "‘": "’"}
_HAN = r"\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—"
_BESIDE_HAN = re.compile(rf"(?<=[{_HAN}]) +| +(?=[{_HAN}])")
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_MEETS_HAN = re.compile(
    r"(?<=[\u3400-\u9fff\uf900-\ufaff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3400-\u9fff\uf900-\ufaff])"
)
_HELD = "\ue000"  # private use, so never typed: clean() drops it
_WORD = re.compile(r"[^\W_]", re.ASCII)
_IN_NUMBER = set("0123456789.,:-/%+×*()#")


@lru_cache(maxsize=8192)
def clean(text: str, lang: str) -> str:
    """Make one line without a final mark, without quotes around it and without hidden characters."""
    line = one_line(text, lang)
    before = ""
    while before != line:
        before = line
        line = line.rstrip()
        if not line.endswith("..."):
            line = line.rstrip(_ENDS)
        closing = _PAIRS.get(line[:1])
        if closing and len(line) > 1 and line.endswith(closing) and line.count(closing) <= 2:
            inner = line[1:-1]
            line = inner if line[0] not in inner and closing not in inner else line
    return line.strip()


def one_line(text: str, lang: str) -> str:
    """Make one line without hidden characters."""
    joint = "；" if lang == "zh" else "; "
    shown = "".join(one for one in text if visible(one))
    line = _SPACES.sub(" ", _BREAKS.sub(joint, shown.strip())).strip()
    return re.sub(r"([.。；;，,：:！!？?、])(；|; )", r"\1" if lang == "zh" else r"\1 ", line)


def visible(one: str) -> bool:
    """Keep what can be seen, line breaks, and the joiners emoji and Indic scripts need."""
    if one in "\r\n\t\v\f\u2028\u2029\u0085\u200d\u200c":
        return True
    return unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def inner_quotes(text: str, lang: str) -> str:
    """Turn the quotes inside a quotation into single ones."""
    if lang == "zh":
        opened = re.sub(r'"([^"]*)"', r"‘\1’", text)
        return opened.translate(str.maketrans("“”", "‘’"))
    return re.sub(r"[\"“”]", "'", text)


def hold(text: str) -> str:
    """Mark the spaces the user put between Chinese words, so that squeezing keeps them."""
    return _BETWEEN_HAN.sub(_HELD, text)


def squeeze(text: str) -> str:
    """Drop the spaces beside Chinese characters, but for those that were marked."""
    return release(_BESIDE_HAN.sub("", text))


def release(text: str) -> str:
    """Turn the marked spaces back into spaces."""
    return text.replace(_HELD, " ")


def spaced(text: str) -> str:
    """Put a space between Chinese characters and the Latin letters or figures beside them."""
    return _MEETS_HAN.sub(" ", text)


def shorten(text: str, width: int) -> str:
    """Cut a text to a width with “…”: behind a clause if one ends near, else between words.

    Never inside or right behind a number.
    """
    if len(text) <= width:
        return text
    places = range(width - 1, 0, -1)
    clauses = [at for at in places[: width // 3] if text[at] in _CLAUSE_ENDS]
    for place in (*clauses, *places):
        kept = text[:place].rstrip(_OPENERS + _ENDS)
        if kept and is_border(text, place) and not kept[-1].isdigit():
            return kept + ELLIPSIS
    return ELLIPSIS


def is_border(text: str, place: int) -> bool:
    """Say whether a text may be divided here: not in a word, a number or one visible character."""
    if place <= 0 or place >= len(text):
        return True
    before, after = text[place - 1], text[place]
    if splits_character(text, place):
        return False
    if _WORD.match(before) and _WORD.match(after):
        return False
    number = before in _IN_NUMBER and after in _IN_NUMBER
    return not (number and (before.isdigit() or after.isdigit()))


def splits_character(text: str, place: int) -> bool:
    """Say whether a place lies inside one visible character: an accent, an emoji sequence, a flag."""
    if place <= 0 or place >= len(text):
        return False
    return _belongs(text[place]) or text[place - 1] == "\u200d" or _flags(text, place)


def _belongs(one: str) -> bool:
    """Say whether a character only changes the one before it."""
    return (
        unicodedata.combining(one) != 0
        or unicodedata.category(one) in {"Mn", "Me", "Mc"}
        or one in "\u200d\u200c\ufe0e\ufe0f"
        or "\U0001f3fb" <= one <= "\U0001f3ff"
        or "\U000e0020" <= one <= "\U000e007f"
    )


def _flags(text: str, place: int) -> bool:
    """Say whether a place lies between the two letters of a flag."""
    run = 0
    while place - 1 - run >= 0 and "\U0001f1e6" <= text[place - 1 - run] <= "\U0001f1ff":
        run += 1
    return run % 2 == 1 and "\U0001f1e6" <= text[place] <= "\U0001f1ff"
