"""What the documents of one unit are made of."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from recount.accounts import months
from recount.judged import Count
from recount.node import Node
from recount.scope import Scope
from recount.source import UNITS, Source
from recount.values import Series
from recount.words import rounded, running, span


class Unit:
    """A unit, its leaders, mål, money and indicators as things stand on a day."""

    def __init__(self, source: Source, day: dt.date, unit: Node) -> None:
        self.source, self.day, self.unit = source, day, unit
        self.scope = Scope(source, day.replace(month=1, day=1), day, unit=unit)
        self.plan = next(iter(self.scope.unit_plans), None)

    @cached_property
    def count(self) -> Count:
        """The unit's work as counted and judged."""
        return Count(self.scope)

    @property
    def leader(self) -> str:
        """The title of the unit's leader."""
        return (self.unit.fields.get("leder") or {}).get("tittel") or ""

    @property
    def superior(self) -> str:
        """The title of the leader above."""
        above = self.source.get(self.unit.text("overordnet"))
        if above is None or above.kind not in UNITS:
            return above.title if above else ""
        return (above.fields.get("leder") or {}).get("tittel") or ""

    @property
    def both(self) -> str:
        """The two leaders inside a sentence."""
        return f"{running(self.superior) or '–'} og {running(self.leader) or self.unit.title}"

    @property
    def goals(self) -> list[Node]:
        """The mål that the unit's plan inherits, else those distributed to the unit or a unit above it."""
        line = {above.id for above in self.source.line(self.unit)}
        shared = [
            key
            for programme in self.scope.programmes
            for key, units in (programme.fields.get("målfordeling") or {}).items()
            if line & set(units or ())
        ]
        own = self.source.all(self.plan.texts("arver")) if self.plan else []
        found = []
        for node in own or self.source.all(shared):
            found += [node, *node.below] if node.kind == "satsingsområde" else [node]
        return [node for node in found if node.goal]

    @property
    def series(self) -> list[Series]:
        """The indicators that are measured for a unit."""
        return [one for found in self.count.series.values() for one in found if one.unit]

    def money(self, name: str) -> int | None:
        """Add the last known sum of the unit and those below it in the year's monthly figures; a part is not added."""
        accounts = months(self.source, self.day.year)
        last: dict[Node, int] = {}
        for unit in filter(self.scope.covers, self.source.units):
            known = [row[name] for row in accounts.of(unit, self._months(name)) if row[name] is not None]
            if known:
                last[unit] = int(rounded(known[-1]))
        sums = [sum_ for unit, sum_ in last.items() if not any(above in last for above in self.source.line(unit)[1:])]
        return sum(sums) if sums else None

    def _months(self, name: str) -> range:
        """Return the months whose sums are known: the running one has its budgets, but no forecast yet."""
        running = name == "prognose" and (self.day + dt.timedelta(days=1)).month == self.day.month
        return range(1, self.day.month + (0 if running else 1))

    def frame(self) -> int | None:
        """Return the year's ramme of the unit's tjenesteområde."""
        area = next((unit.id for unit in self.source.line(self.unit) if unit.kind == "tjenesteområde"), "")
        for programme in self.scope.programmes:
            period = span(programme.text("periode"))
            sums = (programme.fields.get("rammer") or {}).get(area)
            if period and sums:
                return int(sums[self.day.year - period[0].year])
        return None
