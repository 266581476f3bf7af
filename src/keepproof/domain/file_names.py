"""Names of files that every system takes: made for what goes out, demanded of what comes in."""

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 40
MOST_BYTES = 120
LONGEST_PATH = 240
"""Characters of a whole path inside an archive; Windows Explorer unpacks no more than 260 in all."""

_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.I
)
_FORBIDDEN = frozenset('<>:"/\\|?*')
_SPACES = re.compile(r"[\s_]+")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
# Percent signs are escapes in a BagIt manifest, and a quote or dollar sign acts in a shell.
_AVOIDED = _FORBIDDEN | frozenset("%$`'!&;~#^=@,{}[]()")


def safe_name(prefix: str, untrusted_words: str, suffix: str = "") -> str:
    """Make a file name `prefix_words.suffix`: short, no sign a file system, shell or manifest minds."""
    plain = unicodedata.normalize("NFC", untrusted_words)
    kept = "".join(" " if one in _AVOIDED or not _visible(one) else one for one in plain)
    words = _cut(_SPACES.sub("_", kept).strip("._-"))
    return "_".join(one for one in (prefix, words) if one) + suffix


def safe_suffix(untrusted_name: str) -> str:
    """Give the ending of a file name in small letters, ".png"; "" where it has none worth the name."""
    stem, dot, end = untrusted_name.rpartition(".")
    return f".{end}".lower() if dot and stem and _SUFFIX.fullmatch(f".{end}") else ""


def path_problem(untrusted_path: str) -> str:
    """Name what makes a path inside an archive one that must not be unpacked; "" where nothing does.

    The codes are empty, absolute, outside, backslash, control, reserved, trailing, long.
    """
    if not untrusted_path or len(untrusted_path) > LONGEST_PATH:
        return "long" if untrusted_path else "empty"
    if "\\" in untrusted_path:
        return "backslash"
    if untrusted_path.startswith("/") or re.match(r"[A-Za-z]:", untrusted_path):
        return "absolute"
    for part in untrusted_path.split("/"):
        if problem := _part_problem(part):
            return problem
    return ""


def folded(path: str) -> str:
    """Fold a path as file systems do that tell neither case nor the form of a character apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _part_problem(part: str) -> str:
    if not part or part in {".", ".."}:
        return "outside" if part else "empty"
    if any(one in _FORBIDDEN or not _writable(one) for one in part):
        return "control"
    if _RESERVED.fullmatch(part.partition(".")[0].rstrip(" ")):
        return "reserved"
    if part[-1] in ". " or part[0] == " ":
        return "trailing"
    return ""


def _writable(one: str) -> bool:
    # Control and direction marks (Cc, Cf), halves of characters (Cs), line separators (Zl, Zp).
    return unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _visible(one: str) -> bool:
    # Beyond the first plane (emoji, rare signs) many unpackers and terminals fail.
    return _writable(one) and unicodedata.category(one) not in {"Co", "Cn"} and ord(one) < 0x10000


def _cut(words: str) -> str:
    short = words[:MOST_CHARACTERS]
    while len(short.encode()) > MOST_BYTES:
        short = short[:-1]
    return unicodedata.normalize("NFC", short).strip("._- ")
