"""Compare the time to validate 5 000 avvik of a CSV file with that of 5 000 other records; print the ratio.

Nothing is asserted: a ratio of about 1 or less is what is wanted.
"""

from __future__ import annotations

import csv
import statistics
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import corpus
from run import ROUNDS, measure

ROWS, BASE = 5_000, 1_000
_FIRST = date(2020, 1, 1)
_AREAS = ("HMS", "tjenestekvalitet", "informasjonssikkerhet", "ytre miljø")
_REGISTER = "type: avvik\nid: av\ntittel: Avvik\nperiode: 2020-2021\nfil: avvik.csv\nkolonner: {Meldt dato: meldt}\n"
_HEAD = ("id", "Meldt dato", "slag", "kilde", "område", "kategori", "enhet", "status", "lukket", "årsaksgruppe")


def write_rows(folder: Path, units: int) -> None:
    """Write a register of avvik with its rows beside it."""
    (folder / "avvik.yaml").write_text(_REGISTER, encoding="utf-8")
    with (folder / "avvik.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(_HEAD)
        for n in range(ROWS):
            day = _FIRST + timedelta(n % 500)
            row = ("avvik", "ansatt", _AREAS[n % 4], f"Kategori {n % 12}", f"v{n % units}", "lukket")
            table.writerow((f"av.{n}", day, *row, day + timedelta(9), "kompetanse"))


def main() -> None:
    """Measure a small municipality alone, with 5 000 rows more, and with 5 000 other records more, in turn."""
    with tempfile.TemporaryDirectory() as name:
        folders = {kind: Path(name) / kind for kind in ("base", "rows", "records")}
        for kind, folder in folders.items():
            corpus.write(folder, BASE + (ROWS if kind == "records" else 0))
        write_rows(folders["rows"], BASE // 13)
        times: dict[str, list[float]] = {kind: [] for kind in folders}
        for _ in range(ROUNDS):
            for kind, folder in folders.items():
                times[kind].append(measure([sys.executable, "-m", "planctl", "-C", str(folder), "validate"]))
    base, rows, records = (statistics.median(times[kind]) for kind in folders)
    print(f"{BASE} records: {base:.2f} s")
    print(f"and {ROWS} rows of a CSV file: {rows - base:.2f} s more")
    print(f"and {ROWS} records in YAML: {records - base:.2f} s more")
    print(f"ratio: {(rows - base) / (records - base):.2f}")


if __name__ == "__main__":
    main()
