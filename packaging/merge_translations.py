"""Fill resources/i18n/*.ts from the tables translators write: resources/i18n/zh/*.toml and resources/i18n/en/*.toml.

A table is a context (a class name), a key an English source, its value the translation. English needs only plurals:
"%n item(s)" becomes "%n item" and "%n items" by itself; other plurals stand in en/*.toml as ["one", "many"].
"""

from __future__ import annotations

import re
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

I18N = Path(__file__).resolve().parents[1] / "resources" / "i18n"
FILES = {"zh": "keepproof_zh_CN.ts", "en": "keepproof_en.ts"}
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
Words = str | list[str]
Tables = dict[str, dict[str, Words]]


def main() -> int:
    """Merge both languages; print what is missing or does not fit and return 1 when anything is."""
    problems = [problem for lang in FILES for problem in merge(lang, I18N)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def merge(lang: str, folder: Path) -> list[str]:
    """Fill one .ts file and list its problems: missing, unknown and ill-fitting translations."""
    tables, problems = read(folder / lang)
    target = folder / FILES[lang]
    tree = ET.parse(target)  # written by lupdate from our own source
    known: set[tuple[str, str]] = set()
    for context, message in messages(tree.getroot()):
        source = message.findtext("source", "")
        known.add((context, source))
        words = tables.get(context, {}).get(source)
        if lang == "en" and words is None:
            words = plurals(source)
        if words is None:
            problems.append(f"{lang}: {context}: missing: {source}")
            continue
        problems += [f"{lang}: {context}: {one}" for one in misfits(source, words)]
        fill(message, words)
    problems += [
        f"{lang}: {context}: not in the source: {source}"
        for context, entries in tables.items()
        for source in entries
        if (context, source) not in known
    ]
    write(tree, target)
    return problems


def read(folder: Path) -> tuple[Tables, list[str]]:
    """Read all tables of a language; one source may have one translation in a context."""
    tables: Tables = {}
    problems: list[str] = []
    for file in sorted(folder.glob("*.toml")):
        for context, entries in tomllib.loads(file.read_text("utf-8")).items():
            known = tables.setdefault(context, {})
            for source, words in entries.items():
                if known.setdefault(source, words) != words:
                    problems.append(f"{file.name}: {context}: translated twice: {source}")
    return tables, problems


def messages(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Go through all messages with the name of their context."""
    for context in root.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def plurals(source: str) -> list[str]:
    """Write the English singular and plural of a source that marks its plural with (s)."""
    return [source.replace("(s)", ""), source.replace("(s)", "s")]


def misfits(source: str, words: Words) -> list[str]:
    """Name the placeholders that differ between a source and its translation."""
    wanted = sorted(PLACEHOLDER.findall(source))
    forms = words if isinstance(words, list) else [words]
    return [
        f"placeholders differ: {source} -> {form}"
        for form in forms
        if sorted(PLACEHOLDER.findall(form)) != wanted and form_needs_them(form, words)
    ]


def form_needs_them(form: str, words: Words) -> bool:
    """Say whether a form must hold all placeholders: a singular may write the number out."""
    return not (isinstance(words, list) and len(words) > 1 and form is words[0])


def fill(message: ET.Element, words: Words) -> None:
    """Put a translation into a message and mark it finished."""
    translation = message.find("translation")
    if translation is None:
        translation = ET.SubElement(message, "translation")
    translation.attrib.pop("type", None)
    translation.text = None
    for child in list(translation):
        translation.remove(child)
    forms = words if isinstance(words, list) else [words]
    if message.get("numerus") != "yes":
        translation.text = forms[0]
        return
    for form in forms:
        ET.SubElement(translation, "numerusform").text = form


def write(tree: ET.ElementTree[ET.Element], target: Path) -> None:
    """Write the file as lupdate does, so that the next update changes nothing else."""
    root = tree.getroot()
    root.text = "\n"
    for context in root:
        ET.indent(context, "    ")
        context.tail = "\n"
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    target.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


if __name__ == "__main__":
    sys.exit(main())
