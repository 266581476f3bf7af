"""Fuzz every reader and tell the figures: `run.py [--runs N] [--seconds S] [--out FILE] [TARGET …]`.

A run ends after N executions or S seconds, whichever comes first; it fails on an exception that is no KnownError,
on more than 5 s for one input and on more than 1 GiB of memory.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

LONGEST_S = 5
MEMORY_MB = 1024
LONGEST_INPUT = 4096
_STAT = re.compile(r"stat::(number_of_executed_units|peak_rss_mb):\s+(\d+)")
_WORD = re.compile(r"[^\x00-\x1f]{2,40}")


def main() -> int:
    """Fuzz the chosen targets one after the other; return 1 where one failed."""
    if importlib.util.find_spec("atheris") is None:
        print(
            "atheris is not installed: pip install 'keepproof[fuzz]' (it has wheels for Python 3.11 to 3.13)"
        )
        return 0
    from fuzz.targets import targets

    options = _options()
    every = targets()
    failed = 0
    print(f"{'target':24} {'executions':>12} {'seconds':>8} {'peak MiB':>9}  result")
    for name in options.targets or every:
        figures = _run(name, every[name].seeds, options)
        failed += figures["result"] != "ok"
        print(
            f"{name:24} {figures['executions']:>12,} {figures['seconds']:>8} {figures['peak_mib']:>9}"
            f"  {figures['result']}",
            flush=True,
        )
        if options.out:
            with options.out.open("a", encoding="utf-8") as out:
                out.write(json.dumps({"target": name, **figures}) + "\n")
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200_000)
    parser.add_argument("--seconds", type=int, default=0, help="0: no limit of time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="append a line of JSON for each target")
    parser.add_argument("--found", type=Path, default=Path("build/fuzz"), help="bad inputs go here")
    parser.add_argument("targets", nargs="*")
    return parser.parse_args()


def _run(name: str, seeds: tuple[bytes, ...], options: argparse.Namespace) -> dict[str, object]:
    options.found.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds):
            (corpus / str(number)).write_bytes(seed)
        words = Path(folder) / "words"
        known = _dictionary(seeds)
        words.write_text(known, "ascii")
        command = [
            *(sys.executable, str(HERE / "one.py"), name),
            f"-runs={options.runs}",
            f"-max_total_time={options.seconds}",
            f"-seed={options.seed}",
            f"-timeout={LONGEST_S}",
            f"-rss_limit_mb={MEMORY_MB}",
            f"-max_len={max(LONGEST_INPUT, *map(len, seeds))}",
            *([f"-dict={words}"] if known else []),  # an empty one ends the run
            f"-artifact_prefix={options.found}/{name}-",
            "-print_final_stats=1",
            str(corpus),
        ]
        started = time.monotonic()
        done = subprocess.run(command, capture_output=True, check=False)
    text = done.stderr.decode("utf-8", "replace") + done.stdout.decode("utf-8", "replace")
    stats = dict(_STAT.findall(text))
    if done.returncode:
        (options.found / f"{name}.log").write_text(text, "utf-8")
    return {
        "executions": int(stats.get("number_of_executed_units", 0)),
        "seconds": round(time.monotonic() - started),
        "peak_mib": int(stats.get("peak_rss_mb", 0)),
        "result": _result(done.returncode, text),
    }


def _result(code: int, text: str) -> str:
    if code == 0:
        return "ok"
    for mark, words in (
        ("libFuzzer: timeout", "too slow"),
        ("libFuzzer: out-of-memory", "too much memory"),
        ("libFuzzer: deadly signal", "the process died"),
    ):
        if mark in text:
            return words
    lines = text.splitlines()
    at = next((at for at, line in enumerate(lines) if "Uncaught Python exception" in line), None)
    return lines[at + 1].strip() if at is not None and at + 1 < len(lines) else f"ended with {code}"


def _dictionary(seeds: tuple[bytes, ...]) -> str:
    """Name the words of the seeds, so that the fuzzer moves whole ones."""
    words = {
        word.encode()
        for seed in seeds
        for word in _WORD.findall(seed.decode("utf-8", "replace"))
        for word in (word, *re.split(r"[\s,|:：]+", word))
        if len(word) >= 2 and "\ufffd" not in word
    }
    shown = ("".join(f"\\x{one:02x}" for one in word) for word in sorted(words) if len(word) <= 64)
    return "".join(f'"{word}"\n' for word in shown)


if __name__ == "__main__":
    sys.exit(main())
