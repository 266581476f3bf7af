"""Children are started late, limited, replaced when they misbehave, and gone in the end."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import select
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from keepproof.errors import KnownError
from keepproof.readers.sandbox import Sandbox

SOURCE = Path(__file__).parents[2] / "src"
MAIN = """
import os, signal, sys
with open(sys.argv[1], "a") as log:
    log.write("started\\n")
from keepproof.readers.sandbox import Sandbox
sandbox = Sandbox(workers=1)
if __name__ == "__main__":
    print(sandbox.run(os.getpid), flush=True)
    if sys.argv[2] == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    sandbox.close()
"""


def code_of(sandbox: Sandbox, function: object, *args: object, timeout_s: float = 20) -> str:
    with pytest.raises(KnownError) as caught:
        sandbox.run(function, *args, timeout_s=timeout_s)  # type: ignore[arg-type]
    return caught.value.code


def run_main(tmp_path: Path, ending: str) -> tuple[int, str]:
    script = tmp_path / "main.py"
    script.write_text(MAIN)
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "log"), ending],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ending == "die" or not done.stderr
    return int(done.stdout), (tmp_path / "log").read_text()


def test_it_gives_back_what_the_function_returns(sandbox: Sandbox) -> None:
    assert sandbox.run(divmod, 17, 5) == (3, 2)


def test_it_runs_in_another_process(sandbox: Sandbox) -> None:
    assert sandbox.run(os.getpid) != os.getpid()


def test_what_the_function_raises_comes_through(sandbox: Sandbox) -> None:
    with pytest.raises(ZeroDivisionError):
        sandbox.run(divmod, 1, 0)


def test_known_errors_come_through_with_their_data(sandbox: Sandbox) -> None:
    with pytest.raises(KnownError) as caught:
        sandbox.run(_refuse, "x.png")

    assert (caught.value.code, caught.value.data) == ("readers.image_broken", {"name": "x.png"})


def test_a_function_that_takes_too_long_is_stopped(sandbox: Sandbox) -> None:
    assert code_of(sandbox, time.sleep, 60, timeout_s=0.3) == "readers.timeout"


def test_a_loop_without_python_is_stopped(sandbox: Sandbox) -> None:
    assert code_of(sandbox, eval, "sum(range(10**13))", timeout_s=0.3) == "readers.timeout"


def test_a_child_that_dies_is_told(sandbox: Sandbox) -> None:
    assert code_of(sandbox, os.abort) == "readers.crashed"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
def test_a_child_that_wants_too_much_memory_is_told(sandbox: Sandbox) -> None:
    assert code_of(sandbox, bytearray, 8 * 1024**3) == "readers.memory"


@pytest.mark.parametrize("misdeed", [(os.abort,), (time.sleep, 60), (bytearray, 8 * 1024**3)])
def test_work_goes_on_after_a_misdeed(sandbox: Sandbox, misdeed: tuple[object, ...]) -> None:
    code_of(sandbox, *misdeed, timeout_s=0.3)

    assert [sandbox.run(abs, -at) for at in range(4)] == [0, 1, 2, 3]


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux can wait for a stranger")
def test_an_idle_child_killed_from_outside_is_replaced() -> None:
    with Sandbox(workers=1) as own:
        child = own.run(os.getpid)
        handle = os.pidfd_open(child)
        os.kill(child, 9)
        select.select([handle], [], [], 10)
        os.close(handle)

        assert own.run(abs, -1) == 1


def test_no_window_library_can_be_loaded(sandbox: Sandbox) -> None:
    with pytest.raises(ModuleNotFoundError):
        sandbox.run(importlib.import_module, "PySide6.QtWidgets")


def test_only_the_guilty_item_of_many_fails(sandbox: Sandbox) -> None:
    results = list(sandbox.map(time.sleep, [0, 0, 30, 0, 0, 0], timeout_s=0.4, chunk=3))

    assert [one.code if isinstance(one, KnownError) else one for one in results] == [
        None,
        None,
        "readers.timeout",
        None,
        None,
        None,
    ]


def test_many_items_come_back_in_their_order(sandbox: Sandbox) -> None:
    assert list(sandbox.map(abs, range(0, -100, -1), chunk=7)) == list(range(100))


def test_several_threads_may_use_it(sandbox: Sandbox) -> None:
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda at=at: found.append(sandbox.run(abs, -at)))
        for at in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(found) == list(range(8))


def test_nothing_is_started_before_it_is_used() -> None:
    before = multiprocessing.active_children()
    with Sandbox():
        assert multiprocessing.active_children() == before


def test_importing_it_loads_nothing_heavy() -> None:
    code = (
        "import sys, keepproof.services.previews, keepproof.readers.facts\n"
        "heavy = {'pebble', 'multiprocessing', 'PIL', 'av', 'pillow_heif', 'charset_normalizer', 'puremagic'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_closing_ends_all_children_even_at_work() -> None:
    own = Sandbox()
    before = set(multiprocessing.active_children())
    threads = [threading.Thread(target=code_of, args=(own, time.sleep, 60)) for _ in range(2)]
    own.run(abs, 1)
    for one in threads:
        one.start()
    own.close()
    for one in threads:
        one.join(10)

    assert set(multiprocessing.active_children()) <= before


def test_nothing_runs_after_closing() -> None:
    own = Sandbox()
    own.close()

    assert code_of(own, abs, 1) == "readers.closed"


def test_the_main_module_is_not_run_again_in_a_child(tmp_path: Path) -> None:
    assert run_main(tmp_path, "close")[1] == "started\n"


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux can wait for a stranger")
def test_children_do_not_outlive_a_killed_program(tmp_path: Path) -> None:
    child, _log = run_main(tmp_path, "die")
    try:
        handle = os.pidfd_open(child)
    except ProcessLookupError:
        return
    ended, _, _ = select.select([handle], [], [], 10)
    os.close(handle)

    assert ended


def _refuse(name: str) -> None:
    raise KnownError("readers.image_broken", name=name)
