"""What the units have said of tiltak, oppdrag and mål in their reports."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from recount.node import Fields, Node
from recount.source import Source
from recount.words import last_day


@dataclass(frozen=True)
class Entry:
    """What one unit said of one record in one report."""

    end: dt.date
    order: tuple[dt.date, dt.date, str]
    period: str
    unit: Node | None
    said: Fields

    def text(self, name: str) -> str:
        """Return what was said in a field."""
        value = self.said.get(name)
        return value if isinstance(value, str) and value.strip() else ""


@cache
def entries(source: Source) -> dict[str, list[Entry]]:
    """Return everything said of each record, by the ends of the periods, then by the day of delivery."""
    found: dict[str, list[Entry]] = {}
    for report in source.of("rapportering"):
        end = last_day(report.text("periode"))
        for kind in ("tiltak", "oppdrag", "mål"):
            for id_, said in (report.fields.get(kind) or {}).items():
                if end:
                    order = end, last_day(report.text("levert")) or end, report.path
                    unit = source.get(report.text("virksomhet") or report.text("gjelder"))
                    found.setdefault(id_, []).append(Entry(end, order, report.text("periode"), unit, said or {}))
    return {id_: sorted(rows, key=lambda row: row.order) for id_, rows in found.items()}
