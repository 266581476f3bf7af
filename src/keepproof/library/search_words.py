"""Words of a text as they stand in the index, and the expression that finds them there.

A run of Han characters or kana is written as its pairs and its last character: 七天无 is 七天 天无 无. So every part of
it of two and more characters is a phrase of pairs, and every single one begins a pair. Other words and digits stand
whole. The parts of long numbers are in a column of their own: each of their tails is a word, and a part of the number
begins one of its tails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product

from keepproof.domain.search import Term
from keepproof.library.search_folding import HAN, fold, letters

WORDS = 0  # the place of the column of words among words, numbers, initials
PART = 3  # the least number of characters that are looked for inside a number
_HAN = re.compile(f"[{HAN}]")
_RUNS = re.compile(f"([{HAN}]+)|([^ {HAN}]+)")
_NUMBER = re.compile(r"(?=(?:[a-z]*\d){3})[a-z\d]{4,40}")
_DASHED = re.compile(r"[A-Za-z\d]+(?:-[A-Za-z\d]+)*")
_LATIN = re.compile(r"[a-z]{2,12}")
READINGS = 16  # 长 and 行 have two readings each; not every combination is worth a word


def indexed(folded: str) -> tuple[str, int]:
    """Write folded text as the words of the index, parted by spaces; returns them and their number."""
    words: list[str] = []
    count = 0
    for han, other in _RUNS.findall(folded):
        if han:
            words.extend(map(str.__add__, han, han[1:] + " "))
            count += len(han)
        else:
            words.append(other)
            count += 1
    return " ".join(words), count


def tails(folded: str) -> str:
    """Write the tails of all long numbers in folded text, so that their inner parts are found."""
    found = {one for one in folded.split() if _NUMBER.fullmatch(one)}
    return " ".join(one[at:] for one in sorted(found) for at in range(1, len(one) - PART + 1))


def number_words(number: str) -> str:
    """Write an order or tracking number and its tails as one, however it is parted."""
    whole = fold(number).replace(" ", "")
    return f"{whole} {tails(whole)}" if _NUMBER.fullmatch(whole) else ""


def initials(name: str) -> str:
    """Write the pinyin initials of a name and their tails: 澄屿旗舰店 gives cyqjd, yqjd and so on."""
    known = letters()
    found: set[str] = set()
    for run in re.findall(f"[{HAN}]+", fold(name)):
        choices = [known.get(one, "") for one in run[:20]]
        for word in islice(product(*(one for one in choices if one)), READINGS):
            found.update("".join(word[at:]) for at in range(len(word) - 1))
    return " ".join(sorted(found))


def expression(terms: Iterable[Term], excluded: Iterable[Term]) -> str:
    """Write the expression that finds all terms and none of the excluded ones.

    Every word goes between quotation marks and holds letters and digits only, so that nothing in it can act.
    """
    found = " AND ".join(f"({one})" for one in _conditions(terms))
    without = either(excluded)
    return f"({found}) NOT ({without})" if without else found


def either(terms: Iterable[Term]) -> str:
    """Write the expression that finds any of the terms; empty where there is none."""
    return " OR ".join(f"({one})" for one in _conditions(terms))


def searchable(term: Term) -> bool:
    """Say whether a term has anything that can be found."""
    return bool(_RUNS.search(fold(term.text)))


def pattern(term: Term) -> re.Pattern[str] | None:
    """Give what marks a term in folded text; None where it has no letter or digit."""
    runs = [han or other for han, other in _RUNS.findall(fold(term.text))]
    if not runs:
        return None
    if _inside(runs, term):
        # SF 1234 5678 is one number.
        return re.compile(" ?".join("".join(runs)))
    first = "" if _HAN.match(runs[0]) else f"(?<![^ {HAN}])"
    last = f"(?![^ {HAN}])" if term.exact and not _HAN.match(runs[-1]) else ""
    return re.compile(first + " *".join(map(re.escape, runs)) + last)


def _conditions(terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        runs = _RUNS.findall(fold(term.text))
        if not runs:
            continue
        found = [f"words : ({_phrase(runs, exact=term.exact)})"]
        whole = ["".join(run) for run in runs]
        if _inside(whole, term):
            found.append(f'numbers : ("{"".join(whole)}" *)')
        if len(whole) == 1 and not term.exact and _LATIN.fullmatch(whole[0]):
            found.append(f'initials : ("{whole[0]}" *)')
        yield " OR ".join(found)


def _inside(runs: list[str], term: Term) -> bool:
    """Say whether a term may stand inside a number."""
    joined = "".join(runs)
    # 114-3941689 is a part of a number, 18:20 and 459.00 are not.
    whole = len(runs) == 1 or _DASHED.fullmatch(term.text.strip())
    digits = joined.isascii() and any(one.isdigit() for one in joined)
    return bool(whole and digits and len(joined) >= PART and not term.exact)


def _phrase(runs: list[tuple[str, str]], *, exact: bool) -> str:
    words: list[str] = []
    begun = False
    for place, (han, other) in enumerate(runs):
        last = place == len(runs) - 1
        if other:
            words.append(other)
            begun = last and not exact
        elif last and len(han) > 1:
            words.extend(map(str.__add__, han, han[1:]))
        else:
            words.extend(map(str.strip, map(str.__add__, han, han[1:] + " ")))
            begun = last
    return f'"{" ".join(words)}"{" *" if begun else ""}'
