"""The moved limits of a plan folder counted again: git by its own words, YAML by ruamel, nothing of planctl's."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

_BANDS = ("ønsket", "akseptert", "ikke_godkjent")
_FIELDS = ("bånd", "måltall", "nullpunkt", "retning", "desimaler", "hyppighet", "enhet")
_DRAFTS = ("idé", "utkast", "på høring")


class Row(NamedTuple):
    """One move of an indicator's limits: the commit's day and subject, the vedtak's days, and the bands by both."""

    day: date
    subject: str
    vedtak: tuple[str, ...]
    old: str
    new: str


def recount(folder: Path, id_: str, value: str) -> list[Row]:
    """Follow an indicator by its ids through every commit, and judge a value by the bands before and after each move."""
    names = {id_}
    commits = list(_commits(folder))
    for _, _, files in reversed(commits):
        for _, record in _indicators(files):
            if names & {record["id"], *record.get("tidligere_id", ())}:
                names |= {record["id"], *record.get("tidligere_id", ())}
    held = []
    for day, subject, files in commits:
        here = [(plan, record) for plan, record in _indicators(files) if record["id"] in names]
        here = [(plan, record) for plan, record in here if plan.get("status") not in _DRAFTS]
        if here:
            held.append((day, subject, *here[-1]))
    found = []
    for (_, _, plan, old), (day, subject, heir, new) in pairwise(held):
        if any(old.get(field) != new.get(field) for field in _FIELDS):
            known = [row["dato"] for row in _decisions(plan)]
            vedtak = tuple(row["dato"] for row in _decisions(heir) if row["dato"] not in known)
            found.append(Row(day, subject, vedtak, _band(old["bånd"], value), _band(new["bånd"], value)))
    return found


def _decisions(plan: dict[str, Any]) -> list[dict[str, Any]]:
    written = plan.get("vedtak", [])
    return written if isinstance(written, list) else [written]


def _band(bands: dict[str, str], value: str) -> str:
    """Name the band that a whole number falls in, of bands written as `≥ 15`, `10–14` and `< 10`."""
    number = Fraction(value)
    for band in _BANDS:
        sign, low, high = re.fullmatch(r"([≥<]?)\s*(\d+)(?:–(\d+))?", bands[band]).groups()  # type: ignore[union-attr]
        if number >= int(low) if sign == "≥" else number < int(low) if sign else int(low) <= number <= int(high or low):
            return band
    return "utenfor båndene"


def _git(folder: Path, *args: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *args], check=True, capture_output=True, text=True).stdout


def _commits(folder: Path) -> Iterator[tuple[date, str, list[Any]]]:
    for line in _git(folder, "log", "--first-parent", "--reverse", "--format=%H %cs %s").splitlines():
        sha, day, subject = line.split(" ", 2)
        names = [name for name in _git(folder, "ls-tree", "-r", "-z", "--name-only", sha).split("\0") if name]
        files = [_git(folder, "show", f"{sha}:./{name}") for name in names if name.endswith(".yaml")]
        yield date.fromisoformat(day), subject, [YAML(typ="base").load(text) for text in files]


def _indicators(files: list[Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for plan in files:
        for record in plan.get("indikatorer", ()) if plan.get("type") == "handlingsprogram" else ():
            yield plan, record
