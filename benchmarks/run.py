"""Measure planctl as whole processes, in turn with a bare Python and with peers; print ratios.

Each figure is the median of several rounds; in a round every command runs once, so that a slow
moment of the machine hits them all alike. Nothing is asserted: read the ratios.
"""

from __future__ import annotations

import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import corpus

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "asker-2020"
ROUNDS = 5
RECORDS = 10_000
CHANGED = 50
_EARLY, _LATE = "frist: 2021-07-15", "frist: 2021-10-15"


def measure(command: list[str]) -> float:
    """Return the seconds one run takes, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def commit_twice(folder: Path) -> None:
    """Put a folder into git as it is, then with a later deadline for the first tiltak of some plans."""
    git = ["git", "-C", str(folder), "-c", "user.name=bench", "-c", "user.email=bench@localhost"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-qm", "before"], check=True)
    plans = (path for path in sorted(folder.rglob("*.yaml")) if _EARLY in path.read_text(encoding="utf-8"))
    for plan in itertools.islice(plans, CHANGED):
        plan.write_text(plan.read_text(encoding="utf-8").replace(_EARLY, _LATE, 1), encoding="utf-8")
    subprocess.run([*git, "commit", "-qam", "after"], check=True)
    subprocess.run([*git, "gc", "-q"], check=True)  # packed, as in a clone


def main() -> None:
    """Run every command in turn and print medians and ratios."""
    planctl = [sys.executable, "-m", "planctl"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder, RECORDS)
        commit_twice(folder)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "planctl --version": [*planctl, "--version"],
            "planctl list, a wrong option": [*planctl, "list", "--bad"],
            "planctl rules --format json": [*planctl, "rules", "--format", "json"],
            "planctl --help": [*planctl, "--help"],
            "planctl validate, example": [*planctl, "validate", str(EXAMPLE)],
            f"planctl validate, {RECORDS} records": [*planctl, "validate", str(folder)],
            f"planctl diff, {CHANGED} changes in them": [*planctl, "-C", str(folder), "diff", "HEAD~1...HEAD"],
        }
        if shutil.which("yamllint", path=str(Path(sys.executable).parent)):
            lint = [sys.executable, "-m", "yamllint", "-d", "relaxed"]
            commands["yamllint, example"] = [*lint, str(EXAMPLE)]
            commands[f"yamllint, {RECORDS} records"] = [*lint, str(folder)]
        obvious = [sys.executable, str(Path(__file__).parent / "obvious.py")]
        commands["ruamel + jsonschema, example"] = [*obvious, str(EXAMPLE)]
        commands[f"ruamel + jsonschema, {RECORDS} records"] = [*obvious, str(folder)]
        times: dict[str, list[float]] = {label: [] for label in commands}
        for _ in range(ROUNDS):
            for label, command in commands.items():
                times[label].append(measure(command))
    bare = times["python -c pass"]
    sys.stdout.write(f"{'command':<36} {'median':>9}  × python -c pass (min–max)\n")
    for label, found in times.items():
        ratios = sorted(one / other for one, other in zip(found, bare, strict=True))
        middle = statistics.median(ratios)
        sys.stdout.write(
            f"{label:<36} {statistics.median(found):>7.3f} s  {middle:>6.1f} ({ratios[0]:.1f}–{ratios[-1]:.1f})\n"
        )


if __name__ == "__main__":
    main()
