"""The postponed deadlines of a plan folder counted again: git by its own words, YAML by ruamel, nothing of planctl's."""

from __future__ import annotations

import subprocess
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

_GRAVITY = ("utgår", "fullført", "i rute", "idé", "ikke startet", "satt på vent", "risiko", "forsinket")
_ENDS = {"2021-T1": date(2021, 4, 30), "2021-T2": date(2021, 8, 31), "2021": date(2021, 12, 31)}


class Row(NamedTuple):
    """A tiltak or oppdrag: the first deadline, the one that holds, how often postponed, and by how many days."""

    first: date
    now: date
    times: int
    days: int


def recount(folder: Path, until: date) -> dict[str, Row]:
    """Count what had been postponed by a day, by the commits up to it and the reports of periods that had ended.

    Where git has no commit of that time, the plans are taken as they stand.
    """
    chains: dict[str, list[tuple[date, date]]] = {}
    here = [_read(path.read_text("utf-8")) for path in sorted(folder.rglob("*.yaml"))]
    for day, files in list(_commits(folder, until)) or [(date.min, here)]:
        for id_, deadline in _deadlines(files, _former(folder)):
            chain = chains.setdefault(id_, [])
            if not chain or chain[-1][1] != deadline:
                chain.append((day, deadline))
    for id_, told in _reported(folder, until).items():
        chains[id_] = sorted([*chains[id_], *told], key=lambda step: step[0])
    return {id_: row for id_, chain in chains.items() if (row := _row([end for _, end in chain])) is not None}


def _row(chain: list[date]) -> Row | None:
    moves = [(old, new) for old, new in pairwise(chain) if new > old]
    if not moves or chain[-1] <= moves[0][0]:
        return None
    first, now = moves[0][0], chain[-1]
    return Row(first, now, len(moves), (now - first).days)


def _git(folder: Path, *args: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *args], check=True, capture_output=True, text=True).stdout


def _commits(folder: Path, until: date) -> Iterator[tuple[date, list[Any]]]:
    for line in _git(folder, "log", "--first-parent", "--reverse", "--format=%H %cs").splitlines():
        sha, day = line.split()
        if date.fromisoformat(day) <= until:
            names = [name for name in _git(folder, "ls-tree", "-r", "-z", "--name-only", sha).split("\0") if name]
            files = [name for name in names if name.endswith(".yaml")]
            yield date.fromisoformat(day), [_read(_git(folder, "show", f"{sha}:./{name}")) for name in files]


def _read(text: str) -> Any:
    return YAML(typ="base").load(text)


def _former(folder: Path) -> dict[str, str]:
    """Give the id that every former id has now."""
    found = {}
    for path in folder.rglob("*.yaml"):
        for record in _walk(_read(path.read_text("utf-8"))):
            found.update(dict.fromkeys(record.get("tidligere_id", ()), str(record["id"])))
    return found


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for item in value.values():
            yield from _walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item)


def _deadlines(files: list[Any], former: dict[str, str]) -> Iterator[tuple[str, date]]:
    for record in _walk(files):
        if "frist" in record:
            yield former.get(record["id"], record["id"]), _day(record["frist"])


def _day(text: str) -> date:
    """Give the last day of a deadline: a date, a month, a year or a part of one."""
    year, _, part = text.partition("-")
    if len(part) == 5:
        return date.fromisoformat(text)
    months = {"": 12, "Q": 3, "T": 4, "H": 6}
    month = int(part) if part.isdigit() else months[part[:1]] * int(part[1:] or 1)
    return date(int(year), month, monthrange(int(year), month)[1])


def _reported(folder: Path, until: date) -> dict[str, list[tuple[date, date]]]:
    """Give each record's new deadlines as reported: one a period, by the unit that is furthest behind."""
    said: dict[tuple[str, date], list[tuple[int, date, date]]] = {}
    for path in sorted(folder.rglob("*.yaml")):
        report = _read(path.read_text("utf-8"))
        if report.get("type") != "rapportering" or _ENDS[report["periode"]] > until:
            continue
        for group in ("tiltak", "oppdrag"):
            for id_, words in report.get(group, {}).items():
                if "ny_frist" in words:
                    row = (
                        _GRAVITY.index(words.get("status", "utgår")),
                        _day(report["levert"]),
                        _day(words["ny_frist"]),
                    )
                    said.setdefault((id_, _ENDS[report["periode"]]), []).append(row)
    found: dict[str, list[tuple[date, date]]] = {}
    for (id_, _), rows in sorted(said.items(), key=lambda item: item[0][1]):
        _, day, deadline = max(rows)
        found.setdefault(id_, []).append((day, deadline))
    return found
