"""Run every measurement beside this file and print one table: figure, reference, ratio, goal.

Each script prints JSON lines {name, figure_s, reference_s, ratio, goal}; figures are seconds, taken in the same run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    names = sys.argv[1:] or sorted(
        one.stem for one in HERE.glob("*.py") if one.stem not in {"table", "tools"}
    )
    print(f"{'what':58} {'figure':>10} {'reference':>10} {'ratio':>7} {'goal':>7}")
    missed = 0
    for name in names:
        command = [sys.executable, str(HERE / f"{name}.py")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{name}: failed\n{done.stderr[-2000:]}")
            missed += 1
        for line in done.stdout.splitlines():
            row = json.loads(line)
            late = row["ratio"] > row["goal"]
            missed += late
            mark = "  over" if late else ""
            figures = f"{row['figure_s']:>9.4f}s {row['reference_s']:>9.4f}s"
            print(
                f"{row['name']:58} {figures} {row['ratio']:>7.2f} {row['goal']:>7.2f}{mark}",
                flush=True,
            )
    print("every goal reached" if not missed else f"{missed} over their goal")
    return 0


if __name__ == "__main__":
    sys.exit(main())
