"""Every command says what it does, in a line that is not cut and in words for every option."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from keepproof.cli import main
from keepproof.cli.main import cli

WITHOUT_ORDER = "2690183455720100000"
ARGUMENTS = {
    "position": "1",
    "state": "kept",
    "kind": "applied",
    "deadline": "seller_answers",
    "name": "E1",
    "places": "L1",
}
OPTIONS = {
    "dispute open": ["--issue", "not_as_described"],
    "dispute close": ["--outcome", "solved"],
    "dispute countdown": ["--left", "2d"],
    "complaint": ["--channel", "merchant_chat"],
    "contact add": ["--summary", "said"],
    "export ics": ["-o", "dates.ics"],
    "export catalogue": ["-o", "list.pdf"],
    "export pictures": ["-o", "pictures"],
    "export pdf": ["--channel", "12315", "-o", "complaint.pdf"],
    "export docx": ["--channel", "12315", "-o", "complaint.docx"],
    "evidence redact": ["--box", "1,1,9,9"],
    "export bundle": ["-o", "bundle.zip"],
    "export hashes": ["-o", "hashes.txt"],
}


def commands(
    group: click.Group = cli, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    """List all commands with their words."""
    for name, command in sorted(group.commands.items()):
        words = (*path, name)
        yield " ".join(words), command
        if isinstance(command, click.Group):
            yield from commands(command, words)


ALL = dict(commands())
LEAVES = {name: one for name, one in ALL.items() if not isinstance(one, click.Group)}
OF_AN_ORDER = {
    name: one
    for name, one in LEAVES.items()
    if name != "order add" and any(part.name == "number" for part in one.params)
}


@pytest.mark.parametrize("name", ALL)
def test_the_first_line_of_a_command_is_not_cut_in_the_list(name: str) -> None:
    above, _, own = name.rpartition(" ")
    group = ALL[above] if above else cli
    context = click.Context(group, info_name="keepproof", terminal_width=80, max_content_width=80)
    lines = group.get_help(context).splitlines()
    (line,) = [one for one in lines if one.split()[:1] == [own]]
    assert line.rstrip().endswith(".")
    assert not line.rstrip().endswith("...")


@pytest.mark.parametrize("name", LEAVES)
def test_every_option_is_explained(name: str) -> None:
    options = [one for one in LEAVES[name].params if isinstance(one, click.Option)]
    assert [one.opts[0] for one in options if not one.help] == []


# For `search` a word that begins with a dash is one to leave out.
@pytest.mark.parametrize("name", [one for one in LEAVES if one != "search"])
def test_an_unknown_option_is_wrong_usage(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*name.split(), "--no-such-option"]) == 2
    assert "--no-such-option" in capsys.readouterr().err


@pytest.mark.parametrize("name", OF_AN_ORDER)
def test_an_unknown_order_is_a_known_problem_in_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEEPPROOF_LANG", "en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text("one", "utf-8")
    words = [*name.split(), *OPTIONS.get(name, [])]
    for part in LEAVES[name].params:
        if part.name == "number":
            option = part.opts[0] if isinstance(part, click.Option) else ""
            words += [option, WITHOUT_ORDER] if option else [WITHOUT_ORDER]
        elif isinstance(part, click.Argument):
            words.append(ARGUMENTS.get(str(part.name), "one.txt"))
    status = main(["--library", str(tmp_path / "library"), *words])
    said = capsys.readouterr()
    assert (status, said.out) == (1, "")
    assert WITHOUT_ORDER in said.err
    assert len(said.err.splitlines()) == 1
