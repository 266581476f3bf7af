"""Write the tables of the search from the libraries that keep them: `python packaging/search_tables.py`.

Needs `pip install pypinyin opencc-python-reimplemented`; the program itself needs neither, a window must not wait
for their dictionaries. `resources/search/simplified.txt` has two lines, a traditional character above its simplified
one. `resources/search/initials.txt` has one line a letter: the letter, then every character that may begin with it.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from pypinyin import Style, pinyin

TARGET = Path(__file__).parents[1] / "resources" / "search"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
HAN = range(0x4E00, 0xA000)
READINGS = 3


def simplified() -> dict[str, str]:
    """Map each traditional character to one that is not traditional itself."""
    lines = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    pairs = (line.split("\t") for line in lines.splitlines() if line)
    table = {one: other.split(" ")[0] for one, other in pairs}
    table = {one: other for one, other in table.items() if len(one) == len(other) == 1}
    return {one: table.get(other, other) for one, other in table.items() if one != other}


def initials() -> dict[str, list[str]]:
    """List the characters that may begin with each letter; the common readings of each."""
    found: dict[str, list[str]] = {letter: [] for letter in LETTERS}
    for code in HAN:
        readings = pinyin(chr(code), style=Style.FIRST_LETTER, heteronym=True, errors="ignore")
        for letter in dict.fromkeys(readings[0][:READINGS] if readings else ()):
            if letter in found:
                found[letter].append(chr(code))
    return found


def main() -> None:
    """Write both tables."""
    TARGET.mkdir(exist_ok=True)
    table = sorted(simplified().items())
    both = "".join(one for one, _ in table), "".join(other for _, other in table)
    (TARGET / "simplified.txt").write_text("\n".join(both) + "\n", "utf-8")
    lines = [letter + "".join(found) for letter, found in initials().items() if found]
    (TARGET / "initials.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
