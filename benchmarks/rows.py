"""Measure records in a CSV file against the same records in YAML: load and validate, in turn, in one process each.

Each figure is the median of several rounds; in a round both ways run once. Nothing is asserted: read the ratio.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
ROWS = 5_000
_CONFIG = "format: 1\nkommune:\n  navn: Prøve\nprofil: fri\n"
_HEAD = "type: vedtak\nid: vr\ntittel: Vedtak 2021\nperiode: 2021\n"
_FIELDS = ("id", "tittel", "sak", "dato", "slag", "frist", "status", "tekst")


def records(count: int) -> list[tuple[str, ...]]:
    """Make vedtak with a handful of simple fields, as an extract from a case system has them."""
    made = []
    for number in range(count):
        day = f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}"
        row = (
            f"v{number}",
            f"Sak nummer {number}",
            f"{number}/21",
            day,
            "vedtak",
            "2021-T3",
            "gjennomført",
            "Som innstilt",
        )
        made.append(row)
    return made


def write(folder: Path, rows: list[tuple[str, ...]], *, table: bool) -> None:
    """Write a repository with the records, in YAML or as a table."""
    folder.mkdir()
    (folder / "planctl.yaml").write_text(_CONFIG, encoding="utf-8")
    if table:
        text = "\n".join(";".join(row) for row in (_FIELDS, *rows))
        (folder / "vedtak.csv").write_text(text + "\n", encoding="utf-8")
        (folder / "vedtak.yaml").write_text(f"{_HEAD}fil: vedtak.csv\n", encoding="utf-8")
        return
    items = ("\n    ".join(f'{name}: "{value}"' for name, value in zip(_FIELDS, row, strict=True)) for row in rows)
    text = "".join(f"  - {item}\n" for item in items)
    (folder / "vedtak.yaml").write_text(f"{_HEAD}vedtak:\n{text}", encoding="utf-8")


def seconds(folder: Path) -> float:
    """Return the seconds that a check of a repository takes, its output thrown away."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "planctl", "validate", str(folder)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Run both ways in turn, and print the medians and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        folders = {way: Path(name) / way for way in ("yaml", "csv")}
        for way, folder in folders.items():
            write(folder, records(ROWS), table=way == "csv")
        times: dict[str, list[float]] = {way: [] for way in folders}
        for _ in range(ROUNDS):
            for way, folder in folders.items():
                times[way].append(seconds(folder))
    ratios = sorted(one / other for one, other in zip(times["csv"], times["yaml"], strict=True))
    for way, found in times.items():
        sys.stdout.write(f"{ROWS} records in {way:<5} {statistics.median(found):>7.3f} s\n")
    sys.stdout.write(f"csv / yaml {statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})\n")


if __name__ == "__main__":
    main()
