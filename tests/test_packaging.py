"""What is shipped is whole: the wheel carries the program, its resources and its compiled translations."""

from __future__ import annotations

import inspect
import subprocess
import sys
import tomllib
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    pytest.importorskip("hatchling")
    out = tmp_path_factory.mktemp("wheel")
    words = [
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(out),
        str(ROOT),
    ]
    subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True)
    wheel = next(out.glob("*.whl"))
    with zipfile.ZipFile(wheel) as opened:
        return opened.namelist()


def test_every_resource_is_in_the_wheel(names: list[str]) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "resources"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    wanted = {
        f"keepproof/{one}"
        for one in listed.stdout.splitlines()
        if one.isascii() and (ROOT / one).is_file()
    }
    assert wanted - set(names) == set()


def test_every_module_is_in_the_wheel(names: list[str]) -> None:
    wanted = {
        f"keepproof/{one.relative_to(ROOT / 'src' / 'keepproof').as_posix()}"
        for one in (ROOT / "src").rglob("*.py")
    }
    assert wanted - set(names) == set()


@pytest.mark.parametrize("locale", ["zh_CN", "en"])
def test_translations_are_compiled_into_the_wheel(names: list[str], locale: str) -> None:
    assert f"keepproof/resources/i18n/keepproof_{locale}.qm" in names


def test_each_way_to_start_is_a_function_that_needs_nothing() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    for named in (*project["scripts"].values(), *project["gui-scripts"].values()):
        module, name = named.split(":")
        function = getattr(import_module(module), name)
        assert not inspect.signature(function).parameters, named
