"""The example's figures counted again from its YAML and CSV files, by other means than planctl's own."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

Fields = dict[str, Any]
DONE = ("fullført", "utgår")
ENDS = {
    "T1": (4, 30),
    "T2": (8, 31),
    "T3": (12, 31),
    "Q1": (3, 31),
    "Q2": (6, 30),
    "Q3": (9, 30),
    "Q4": (12, 31),
    "H1": (6, 30),
    "H2": (12, 31),
}
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_day(period: object) -> dt.date:
    """Return the last day of a period or frist."""
    year, _, part = str(period).partition("-")
    if not part:
        return dt.date(int(year), 12, 31)
    if part in ENDS:
        return dt.date(int(year), *ENDS[part])
    if "-" in part:
        return dt.date.fromisoformat(str(period))
    if len(part) == 4:
        return dt.date(int(part), 12, 31)
    return dt.date(int(year), int(part), DAYS[int(part) - 1])


class Recount:
    """One tertial of the year 2021 in a folder of plan files."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder
        self.end = dt.date(2021, 4 * number, DAYS[4 * number - 1])
        self.start = dt.date(2021, 4 * number - 3, 1)
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))]
        self.files: list[Fields] = [yaml.load(text, Loader=yaml.BaseLoader) for text in texts]

    def of(self, type_: str) -> list[Fields]:
        """Return the files of a type."""
        return [data for data in self.files if data.get("type") == type_]

    @cached_property
    def organisation(self) -> Fields:
        """The organisation file."""
        return self.of("organisasjon")[0]

    @cached_property
    def unit_title(self) -> dict[str, str]:
        """Units' titles."""
        lists = ("tjenesteområder", "virksomheter", "avdelinger", "foretak")
        return {unit["id"]: unit["tittel"] for name in lists for unit in self.organisation.get(name, ())}

    def area(self, unit: str) -> str:
        """Return the title of a unit's tjenesteområde."""
        areas = {row["id"]: row["tittel"] for row in self.organisation["tjenesteområder"]}
        upper = {
            row["id"]: row["overordnet"] for name in ("virksomheter", "avdelinger") for row in self.organisation[name]
        }
        while unit not in areas:
            unit = upper[unit]
        return areas[unit]

    @cached_property
    def reports(self) -> list[Fields]:
        """The reports on periods that had ended, oldest first."""
        known = [row for row in self.of("rapportering") if last_day(row["periode"]) <= self.end]
        return sorted(known, key=lambda row: (last_day(row["periode"]), row.get("levert", "")))

    @property
    def current(self) -> list[Fields]:
        """The reports on the tertial itself."""
        return [row for row in self.reports if last_day(row["periode"]) >= self.start]

    @cached_property
    def programme(self) -> Fields:
        """The handlingsprogram 2021–2024."""
        return next(row for row in self.of("handlingsprogram") if row["periode"] == "2021-2024")

    @cached_property
    def tiltak(self) -> dict[str, tuple[str, Fields]]:
        """Each tiltak with its unit."""
        plans = [
            row
            for row in self.of("virksomhetsplan")
            if row["periode"] == "2021" and row["status"] in ("vedtatt", "under revisjon")
        ]
        return {
            item["id"]: (plan["virksomhet"], item)
            for plan in plans
            for item in plan.get("tiltak", ())
            if item.get("status") != "idé"
        }

    @cached_property
    def oppdrag(self) -> dict[str, tuple[str, Fields]]:
        """Each oppdrag with the unit it is counted at."""
        leaders = {
            row["leder"]["id"]: row["id"]
            for name in ("tjenesteområder", "virksomheter", "avdelinger")
            for row in self.organisation[name]
            if "leder" in row
        }
        found = {}
        for item in self.programme["oppdrag"]:
            owner = leaders.get(item.get("ansvarlig", ""), item.get("ansvarlig"))
            found[item["id"]] = (owner if owner in self.unit_title else item["til"][0], item)
        return found

    def status(self, kind: str, id_: str, plan_status: str | None) -> str:
        """Return what a tiltak or oppdrag counts as."""
        said = [row[kind][id_]["status"] for row in self.current if id_ in (row.get(kind) or {})]
        if said:
            return str(max(said, key=("utgår", "fullført", "i rute", "ikke startet", "risiko", "forsinket").index))
        before = [row[kind][id_]["status"] for row in self.reports if id_ in (row.get(kind) or {})]
        known = before[-1] if before else plan_status
        return str(known) if known in DONE else "ikke rapportert"

    def statuses(self, kind: str) -> dict[str, str]:
        """Return what each tiltak or oppdrag counts as."""
        rows = self.tiltak if kind == "tiltak" else self.oppdrag
        return {id_: self.status(kind, id_, item.get("status")) for id_, (_, item) in rows.items()}

    def table(self, kind: str) -> dict[str, Counter[str]]:
        """Count the statuses by tjenesteområde."""
        rows = self.tiltak if kind == "tiltak" else self.oppdrag
        found: dict[str, Counter[str]] = {}
        for id_, status in self.statuses(kind).items():
            found.setdefault(self.area(rows[id_][0]), Counter())[status] += 1
        return found

    def overdue(self) -> dict[str, int]:
        """Return the days since the deadline of what is not done."""
        found = {}
        for kind, rows in (("tiltak", self.tiltak), ("oppdrag", self.oppdrag)):
            statuses = self.statuses(kind)
            for id_, (_, item) in rows.items():
                moved = [
                    row[kind][id_]["ny_frist"]
                    for row in self.reports
                    if "ny_frist" in (row.get(kind) or {}).get(id_, ())
                ]
                frist = moved[-1] if moved else item.get("frist")
                if frist and last_day(frist) <= self.end and statuses[id_] not in DONE:
                    found[item["tittel"]] = (self.end - last_day(frist)).days
        return found

    @cached_property
    def goals_of(self) -> dict[str, set[str]]:
        """Map every strategi, mål and satsingsområde's id to the ids above it, itself included."""
        above: dict[str, set[str]] = {}

        def walk(node: Any, upper: set[str]) -> None:
            if isinstance(node, list):
                for item in node:
                    walk(item, upper)
            elif isinstance(node, dict):
                here = upper | ({node["id"]} if "id" in node else set())
                for goal in node.get("bidrar_til", ()):
                    here |= {goal} | above.get(goal, set())
                if "id" in node:
                    above.setdefault(node["id"], set()).update(here)
                for key in ("satsingsområder", "hovedmål", "delmål", "mål", "strategier", "innsatsområder"):
                    walk(node.get(key, ()), here if key != "innsatsområder" else set())

        for type_ in ("kommuneplan", "temaplan"):
            for plan in self.of(type_):
                walk({key: value for key, value in plan.items() if key != "id"}, set())
        return above

    def below(self, goal: str) -> tuple[Counter[str], Counter[str]]:
        """Count the tiltak and oppdrag that serve a mål or satsingsområde."""
        oppdrag = {
            id_
            for id_, (_, item) in self.oppdrag.items()
            if any(goal in self.goals_of[up] for up in item["følger_opp"])
        }
        tiltak = {id_ for id_, (_, item) in self.tiltak.items() if oppdrag & set(item.get("løser", ()))}
        return (
            Counter(status for id_, status in self.statuses("tiltak").items() if id_ in tiltak),
            Counter(status for id_, status in self.statuses("oppdrag").items() if id_ in oppdrag),
        )

    def economy(self) -> dict[str, tuple[int, int, int, int]]:
        """Sum regulated budget, budget and accounts so far and forecast by tjenesteområde."""
        found: dict[str, list[int]] = {}
        for report in self.current:
            if report.get("økonomi") and last_day(report["periode"]) == self.end:
                sums = found.setdefault(self.area(report["virksomhet"]), [0, 0, 0, 0])
                for index, name in enumerate(
                    ("årsbudsjett_regulert", "budsjett_hittil", "regnskap_hittil", "prognose")
                ):
                    sums[index] += int(report["økonomi"][name])
        return {name: (sums[0], sums[1], sums[2], sums[3]) for name, sums in found.items()}

    def silent_units(self) -> set[str]:
        """Name the units with a plan and without a report."""
        told = {report["virksomhet"] for report in self.current if last_day(report["periode"]) == self.end}
        return {self.unit_title[unit] for unit, _ in self.tiltak.values() if unit not in told}

    @cached_property
    def values(self) -> dict[tuple[str, str], dict[dt.date, str]]:
        """The values of each indicator and unit that had ended, by the period's last day."""
        rows: list[Fields] = []
        for data in self.of("målinger"):
            rows += data.get("målinger", ())
            if "fil" in data:
                path = next(self.folder.rglob(data["fil"]))
                with path.open(encoding="utf-8-sig", newline="") as file:
                    rows += csv.DictReader(file, delimiter=";")
        found: dict[tuple[str, str], dict[dt.date, str]] = {}
        for row in rows:
            if last_day(row["periode"]) <= self.end:
                value = row["verdi"].replace(",", ".").replace("−", "-")
                found.setdefault((row["indikator"], row.get("gjelder") or ""), {})[last_day(row["periode"])] = value
        return found
