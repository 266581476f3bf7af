"""House rules of the tests: no network, no real home, nothing noisy, nothing left running."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The same examples in every run; KEEPPROOF_EXPLORE=1 looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("explore" if os.environ.get("KEEPPROOF_EXPLORE") else "same")
SOCKETS: list[str] = []
NETWORK_FAMILIES = {2, 10}  # AF_INET and AF_INET6


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in NETWORK_FAMILIES:
        SOCKETS.append(f"{event} {arguments[1:]} in {os.environ.get('PYTEST_CURRENT_TEST', '?')}")
        raise PermissionError("tests open no network socket")


sys.addaudithook(_watch)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the whole run when anything reached for the network, even if somebody swallowed the error."""
    if SOCKETS:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        sys.stderr.write("network sockets were asked for:\n" + "\n".join(SOCKETS) + "\n")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a home of its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("KEEPPROOF_HOME", str(home))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("KEEPPROOF_LIBRARY", raising=False)
    monkeypatch.delenv("KEEPPROOF_LANG", raising=False)
    return home


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning it did not ask for."""
    yield
    loud = [one for one in caplog.get_records("call") if one.levelno >= logging.WARNING]
    expected = getattr(caplog, "expected_warnings", False)
    if loud and not expected:
        pytest.fail("logged: " + "; ".join(one.getMessage() for one in loud))


@pytest.fixture(scope="session")
def book() -> Book:
    """Load the shipped rules once."""
    from keepproof.knowledge.book import Book

    return Book.load()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Open a new, empty library."""
    from keepproof.library.library import Library

    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Name the folder of real input files, or skip."""
    named = os.environ.get("KEEPPROOF_CORPUS")
    if not named:
        pytest.skip("KEEPPROOF_CORPUS is not set")
    return Path(named)
