"""Words of a text as they stand in the index, and the expression that finds them there.

A run of Han characters or kana is written as its pairs and its last character: 七天无 is 七天 天无 无. So every part of
it of two and more characters is a phrase of pairs, and every single one begins a pair. Other words and digits stand
whole. Two columns more hold what stands inside of them. `numbers`: of long numbers each of their tails, so that a part
of the number begins one of them; of other words every three letters that follow each other, so that a longer part is a
phrase of those (it takes a third of the room, and twenty digits in threes would take ten times as long to find).
`initials`: what begins inside a word (15 and Phone15 in iPhone15) and, behind a mark, the initials of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from keepproof.domain.search import Term
from keepproof.library.search_folding import HAN, fold, letters

WORDS = 0  # the place of the column of words among words, numbers, initials
PART = 3  # the least number of characters that are looked for inside a word
LONGEST = 40  # a longer word is a wall of letters
MARK = "\u00b7"  # begins what nobody can ask for: fold makes a space of it
_HAN = re.compile(f"[{HAN}]")
_RUNS = re.compile(f"([{HAN}]+)|([^ {HAN}]+)")
_NUMBER = re.compile(r"(?=(?:[a-z]*\d){3})[a-z\d]+")
_DASHED = re.compile(r"[A-Za-z\d]+(?:-[A-Za-z\d]+)+")
_JOINT = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])",
    re.ASCII,
)
_COMPOUND = re.compile(rf"(?<![A-Za-z\d])[A-Za-z\d]{{2,{LONGEST}}}(?![A-Za-z\d])", re.ASCII)
_MANY_JOINTS = 6  # a name has fewer; what has more was drawn by a machine
_LETTER = re.compile("[A-Za-z\uff21-\uff3a\uff41-\uff5a]")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LATIN = re.compile(r"[a-z]{2,12}")
_PLAIN = re.compile(r"[a-z\d]+", re.ASCII)
PIECE = 8  # what is longer is looked for in pieces, each of which may be broken over two lines
LONGEST_BROKEN = 120  # no more is looked for in that way
READINGS = 16  # 长 and 行 have two readings each; not every combination is worth a word


Runs = Sequence[
    tuple[str, str]
]  # runs of Han characters or kana, and other words: one of the two is empty


def runs(folded: str) -> Runs:
    """Part folded text into its runs of Han characters and its other words."""
    return _RUNS.findall(folded)


def indexed(runs: Runs) -> tuple[str, int]:
    """Write runs as the words of the index, parted by spaces; returns them and their number."""
    words: list[str] = []
    count = 0
    for han, other in runs:
        if han:
            words.extend(map(str.__add__, han, han[1:] + " "))
            count += len(han)
        else:
            words.append(other)
            count += 1
    return " ".join(words), count


def long_words(runs: Runs) -> set[str]:
    """Give the words in which parts are looked for."""
    return {other for _, other in runs if PART < len(other) <= LONGEST}


def dashed(text: str) -> set[str]:
    """Give numbers and models that are written in groups as one word each: BC-X1-Pro is bcx1pro."""
    return set(map(joined, _DASHED.findall(text))) if "-" in text else set()


def joined(number: str) -> str:
    """Write a number or model as one word, however it is parted."""
    return fold(number).replace(" ", "")


def inner(words: Iterable[str], whole: Iterable[str] = ()) -> str:
    """Write what is needed to find the parts of words, and of a `whole` one, which stands nowhere else, its beginning."""
    parts: list[str] = []
    for word, first in [*((one, 1) for one in sorted(words)), *((one, 0) for one in sorted(whole))]:
        if not PART < len(word) <= LONGEST or _HAN.search(word):
            continue
        if _NUMBER.fullmatch(word):
            own = [word[at:] for at in range(first, len(word) - PART + 1)]
        else:
            own = list(_threes(word))
        if parts and parts[-1][1:] == own[0][: PART - 1]:
            parts.append(
                MARK
            )  # or the end of one word and the beginning of the next were read as one
        parts.extend(own)
    return " ".join(parts)


def beginnings(text: str) -> set[str]:
    """Give what begins inside the words of a text, to the word's end: iPhone15Pro gives phone15pro, 15pro and pro."""
    if not _LETTER.search(text):
        return set()
    if _WIDE.search(text):
        text = text.translate(_NARROW)
    found: set[str] = set()
    for word in set(_COMPOUND.findall(text)):
        places = [one.start() for one in _JOINT.finditer(word)]
        if len(places) < _MANY_JOINTS:
            found.update(word[at:].lower() for at in places)
    return found


def initials(name: str) -> str:
    """Write the pinyin initials of a name and their tails, each marked: 澄屿旗舰店 gives cyqjd, yqjd and so on."""
    known = letters()
    found: set[str] = set()
    for run in re.findall(f"[{HAN}]+", fold(name)):
        choices = [known.get(one, "") for one in run[:20]]
        for word in islice(product(*(one for one in choices if one)), READINGS):
            found.update(MARK + "".join(word[at:]) for at in range(len(word) - 1))
    return " ".join(sorted(found))


def expression(terms: Iterable[Term], excluded: Iterable[Term], *, deep: bool = False) -> str:
    """Write the expression that finds all terms and none of the excluded ones.

    Digits are found inside words in any case; where it goes `deep`, letters are too, and so is a run of characters
    that is broken at the end of a line. Every word goes between quotation marks
    and holds letters and digits only, so that nothing in it can act.
    """
    found = " AND ".join(f"({one})" for one in _conditions(terms, deep=deep))
    without = either(excluded)
    return f"({found}) NOT ({without})" if without else found


def either(terms: Iterable[Term]) -> str:
    """Write the expression that finds any of the terms; empty where there is none."""
    return " OR ".join(f"({one})" for one in _conditions(terms))


def deepens(term: Term) -> bool:
    """Say whether more is found of a term where it is looked for deep."""
    parted = runs(fold(term.text))
    return _letters(parted, term) or bool(_over_lines(parted, exact=term.exact))


def searchable(term: Term) -> bool:
    """Say whether a term has anything that can be found."""
    return bool(_RUNS.search(fold(term.text)))


def patterns(term: Term) -> list[re.Pattern[str]]:
    """Give what marks a term in folded text, the best first; nothing where it has no letter or digit."""
    parts = [han or other for han, other in runs(fold(term.text))]
    if not parts:
        return []
    if _inside(parts, term):
        # SF 1234 5678 is one number.
        return [re.compile(" ?".join("".join(parts)))]
    words = " *".join(map(re.escape, parts))
    broken = " *".join(" *".join(one) if _HAN.match(one) else re.escape(one) for one in parts)
    last = f"(?![^ {HAN}])" if term.exact and not _HAN.match(parts[-1]) else ""
    first = f"(?<![^ {HAN}])" if term.exact else rf"(?<![^ {HAN}\d])"
    if _HAN.match(parts[0]):
        first = ""
    elif not term.exact and parts[0][0].isdigit():
        first = r"(?<!\d)"
    ways = [f"{first}{words}{last}", f"{first}{broken}{last}"]
    if len(parts) == 1 and not term.exact:
        ways.append(words)
    return [re.compile(one) for one in dict.fromkeys(ways)]


def _conditions(terms: Iterable[Term], *, deep: bool = False) -> Iterator[str]:
    for term in terms:
        parted = runs(fold(term.text))
        if not parted:
            continue
        found = [f"words : ({_phrase(parted, exact=term.exact)})"]
        whole = "".join(map("".join, parted))
        if _inside([*map("".join, parted)], term) or (deep and _letters(parted, term)):
            found.append(f'numbers : ("{whole}" *)')
            if len(whole) > PART and not whole.isdecimal():
                found.append(f'numbers : ("{" ".join(_threes(whole))}")')
        if deep:
            found.extend(_over_lines(parted, exact=term.exact))
        if len(parted) == 1 and not term.exact and _PLAIN.fullmatch(whole):
            found.append(f'initials : ("{whole}" *)')
            if _LATIN.fullmatch(whole):
                found.append(f'initials : ("{MARK}{whole}" *)')
        yield " OR ".join(found)


def _letters(parted: Runs, term: Term) -> bool:
    """Say whether a term is one word of letters that may stand inside another one."""
    fits = len(parted) == 1 and PART <= len(parted[0][1]) <= LONGEST and not term.exact
    return fits and not _inside([parted[0][1]], term)


def _over_lines(parted: Runs, *, exact: bool) -> list[str]:
    """Write the conditions that find the runs where they are broken over two lines; a long one over several."""
    length = sum(len(han) for han, _ in parted)
    if length > LONGEST_BROKEN:
        return []
    if length <= 2 * PIECE:
        return [f"words : ({_phrase(one, exact=exact)})" for one in _broken(parted)]
    pieces: list[Runs] = []
    for han, other in parted:
        pieces.extend([(han[at : at + PIECE], "")] for at in range(0, len(han), PIECE))
        if other:
            pieces.append([("", other)])
    return [
        "("
        + " AND ".join(
            f"words : ({' OR '.join(_phrase(way, exact=exact) for way in (one, *_broken(one)))})"
            for one in pieces
        )
        + ")"
    ]


def _broken(parted: Runs) -> Iterator[Runs]:
    """Give the runs as they stand where one of them is broken in two."""
    for place, (han, _) in enumerate(parted):
        for at in range(1, len(han)):
            yield [*parted[:place], (han[:at], ""), (han[at:], ""), *parted[place + 1 :]]


def _inside(parts: Sequence[str], term: Term) -> bool:
    """Say whether a term may stand inside a number."""
    together = "".join(parts)
    # 114-3941689 is a part of a number, 18:20 and 459.00 are not.
    whole = len(parts) == 1 or _DASHED.fullmatch(term.text.strip())
    digits = together.isascii() and any(one.isdigit() for one in together)
    return bool(whole and digits and PART <= len(together) <= LONGEST and not term.exact)


def _phrase(parted: Runs, *, exact: bool) -> str:
    words: list[str] = []
    begun = False
    for place, (han, other) in enumerate(parted):
        last = place == len(parted) - 1
        if other:
            words.append(other)
            begun = last and not exact
        elif last and len(han) > 1:
            words.extend(map(str.__add__, han, han[1:]))
        else:
            words.extend(map(str.strip, map(str.__add__, han, han[1:] + " ")))
            begun = last
    return f'"{" ".join(words)}"{" *" if begun else ""}'


def _threes(word: str) -> Iterator[str]:
    return map("".join, zip(word, word[1:], word[2:], strict=False))
