"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "keepproof"
FILES = sorted(SOURCE.rglob("*.py"))
FILE_LINES = 300
FUNCTION_LINES = 40


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("file", FILES, ids=lambda one: str(one.relative_to(SOURCE)))
def test_files_and_functions_stay_small(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("\n") <= FILE_LINES
    long = [
        f"{node.name}: {_body_lines(node)}"
        for node in _functions(ast.parse(text))
        if _body_lines(node) > FUNCTION_LINES
    ]
    assert long == []


def test_everything_below_the_window_works_without_qt() -> None:
    names = [
        ".".join(("keepproof", *one.relative_to(SOURCE).with_suffix("").parts))
        for one in FILES
        if one.relative_to(SOURCE).parts[0] not in {"ui", "app.py", "__main__.py"}
    ]
    modules = [name.removesuffix(".__init__") for name in names]
    program = (
        "import sys, importlib\nsys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        + "".join(f"importlib.import_module({name!r})\n" for name in modules)
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


DOORS = re.compile(
    r"\b(QThread|QRunnable|QThreadPool|processEvents|threading|concurrent\.futures|_thread)\b"
)
ALLOWED = {
    "ui/operations.py",  # the one door of the window
    "ui/session.py",  # guards the one start of the child processes
    "ticket.py",  # the flag that both sides of the door look at
    "library/copying.py",  # two workers copy and hash
    "library/fixity.py",  # two workers hash
    "readers/children.py",  # a child watches its own memory
    "readers/sandbox.py",  # the pool of child processes is shared by threads
}


@pytest.mark.parametrize("file", FILES, ids=lambda one: str(one.relative_to(SOURCE)))
def test_threads_have_one_door(file: Path) -> None:
    name = file.relative_to(SOURCE).as_posix()
    if name in ALLOWED:
        return
    imports = [
        line
        for line in file.read_text("utf-8").splitlines()
        if DOORS.search(line) and not line.lstrip().startswith(("#", '"'))
    ]
    assert imports == []


@pytest.mark.parametrize("file", FILES, ids=lambda one: str(one.relative_to(SOURCE)))
def test_what_outlives_a_widget_calls_its_methods_only(file: Path) -> None:
    # Qt lets go of a method together with its widget; a lambda is called on after the widget is gone.
    held = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and re.match(r"(self\.)?_?session\.", ast.unparse(node.func))
        and any(isinstance(one, ast.Lambda) for one in node.args)
    ]
    assert held == []


@pytest.mark.parametrize("file", FILES, ids=lambda one: str(one.relative_to(SOURCE)))
def test_broad_excepts_stay_at_the_door(file: Path) -> None:
    if file.name in {"operations.py", "app.py"}:
        return
    caught = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception"})
        )
    ]
    assert caught == []


def test_project_stands_alone() -> None:
    """Nothing but the CI script knows of anything beside the checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    bad = re.compile(r"\.\./shared" + r"|/work" + r"/")
    guilty = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if name == ".ci/run" or not path.is_file() or path.suffix in {".png", ".jpg", ".webp"}:
            continue
        if bad.search(path.read_bytes().decode("utf-8", "replace")):
            guilty.append(name)
    assert guilty == []


def test_every_error_code_has_its_sentence() -> None:
    from keepproof.messages import sentences

    raised = set()
    for file in FILES:
        raised |= set(re.findall(r'KnownError\(\s*"([a-z0-9_.]+)"', file.read_text("utf-8")))
    assert raised
    assert raised - set(sentences()) == set()


def test_every_sentence_stands_in_both_languages() -> None:
    from keepproof.messages import sentences

    lame = [
        code
        for code, entry in sentences().items()
        if set(entry) != {"zh", "en"} or not all(entry.values())
    ]
    assert lame == []
    fields = re.compile(r"\{([a-z_]+)\}")
    uneven = [
        code
        for code, one in sentences().items()
        if set(fields.findall(one["zh"])) != set(fields.findall(one["en"]))
    ]
    assert uneven == []
