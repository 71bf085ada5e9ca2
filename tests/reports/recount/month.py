"""A month's report written again from the accounting system's CSV files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from recount import written
from recount.accounts import last, months
from recount.month_indicators import rules, unit_indicators
from recount.node import Node
from recount.page import Row, row
from recount.scope import Scope
from recount.source import Source
from recount.sums import MonthSums, apart
from recount.words import MONTHS, counted, last_day, last_of_month, listing, long, number, period, share, span


class MonthReport:
    """The report of one month."""

    def __init__(self, source: Source, year: int, number: int) -> None:
        self.source, self.year, self.number = source, year, number
        day = last_of_month(year, number)
        self.scope = Scope(source, day.replace(day=1), day)
        self.accounts = months(source, year)

    @cached_property
    def so_far(self) -> dict[Node, MonthSums]:
        """The year so far."""
        return self.accounts.lines(range(1, self.number + 1))

    @cached_property
    def silent(self) -> list[Node]:
        """The units without any figures."""
        return self.accounts.silent(self.so_far, self.scope.expected)

    @property
    def gaps(self) -> list[tuple[str, list[str]]]:
        """The units that lack accounts, and for which months."""
        found = []
        for unit in self.so_far:
            rows = {row["måned"]: row["regnskap"] for row in self.accounts.of(unit, range(1, self.number + 1))}
            lacking = [MONTHS[month - 1] for month in range(1, self.number + 1) if rows.get(month) is None]
            found += [(unit.title, lacking)] if lacking else []
        return found

    @property
    def ordered(self) -> list[Node]:
        """The units with figures, by tjenesteområde."""
        return self.scope.from_the_top(self.so_far)

    @property
    def overspending(self) -> list[Node]:
        """The units that expect to spend more than their budget, the greatest sum first."""
        over = [unit for unit, line in self.so_far.items() if (line.deviation or 0) < 0]
        return sorted(over, key=lambda unit: (self.so_far[unit].deviation or 0, unit.title))

    def rows(self) -> Iterator[Row]:
        """Write every row that holds something from the plans."""
        name = self.source.config["kommune"]["navn"]
        yield row(f"# Månedsrapport {MONTHS[self.number - 1]} {self.year} – {name}")
        day = long(self.scope.end)
        yield row(
            f"Tallene er fra regnskapet til og med {day}, i 1000 kr. Avviket er budsjettet minus regnskapet eller "
            "prognosen: merforbruk er negativt."
        )
        if self.accounts.made_up:
            yield row("**Illustrative tall: de er laget som eksempel og er ikke kommunens egne.**")
        for _, found in written.opening_of(self.scope, self._written):
            yield from found
        yield from self._summary()
        areas = dict.fromkeys(self.source.area(unit) for unit in self.ordered)
        for area in areas:
            yield area or "Utenfor tjenesteområdene", *self.accounts.total(self.so_far, area).cells
        yield "**Sum**", *self.accounts.total(self.so_far).cells
        if not all(line.whole for line in self.so_far.values()):
            yield row("Enheter som mangler et tall, er ikke med i summene.")
        lacking = [unit for unit, _ in self.gaps]
        for unit in self.ordered:
            line = self.so_far[unit]
            mark = "*" if unit.title in lacking or not line.whole else ""
            yield self._named(unit, self.so_far) + mark, *line.cells
        if lacking:
            yield row("* Regnskap mangler for en måned: se kapittel 5.")
        alone = self.accounts.lines([self.number])
        for unit in self.scope.from_the_top(alone):
            line, name = alone[unit], self._named(unit, alone, "so_far")
            yield name, *map(number, (line.budget, line.actual, line.so_far)), share(line.so_far, line.budget, 1)
        yield from self._deviations()
        yield from self._missing()
        yield from rules(self.scope)
        yield from unit_indicators(self.scope)
        yield from written.rows(self.scope, self._written)

    @property
    def _written(self) -> list[Node]:
        """The reports on the month, or on a part of it."""
        found = written.reports(self.scope)
        return [one for one in found if (days := span(one.text("periode"))) and days[0] >= self.scope.start]

    def _named(self, unit: Node, lines: dict[Node, MonthSums], holds: str = "whole") -> str:
        """Name a unit, as a part where a unit above has the sums that hold its own."""
        return ("herav " if self.accounts.part(unit, lines, holds) else "") + unit.title

    def _summary(self) -> Iterator[Row]:
        total = self.accounts.total(self.so_far)
        if total.whole:
            spent = f"Hittil er det brukt {number(total.actual)} mot et periodisert budsjett på {number(total.budget)}"
            yield row(f"- {spent}: {apart(total.so_far, total.budget)}.")
            told = f"Prognosen for året er {number(total.forecast)} mot et regulert budsjett på {number(total.revised)}"
            yield row(f"- {told}: {apart(total.deviation, total.revised)}.")
        before = self.accounts.total(self.accounts.lines(range(1, self.number))).deviation
        if before is not None and total.deviation is not None:
            now = number(total.deviation)
            yield row(f"- Måneden før viste prognosen et avvik på {number(before)}. Nå er det {now}.")
        units = counted(len(self.scope.expected), "enhet")
        gaps = listing(f"{unit} ({listing(lacking)})" for unit, lacking in self.gaps) if self.gaps else ""
        tail = f" Regnskap mangler for {gaps}." if gaps else ""
        yield row(f"- {len(self.scope.expected) - len(self.silent)} av {units} har tall.{tail}")
        over = [unit for unit in self.overspending if not self.accounts.part(unit, self.so_far, "deviation")]
        if over:
            sum_ = sum(self.so_far[unit].deviation or 0 for unit in over)
            yield row(f"- Enheter som venter merforbruk: {len(over)}, til sammen {number(sum_)}.")

    def _deviations(self) -> Iterator[Row]:
        for unit in self.overspending:
            line, area = self.so_far[unit], self.source.area(unit) or "Utenfor tjenesteområdene"
            part = share(line.deviation, line.revised, 1)
            yield self._named(unit, self.so_far, "deviation"), area, number(line.deviation), part, number(line.so_far)
        if not self.overspending:
            known = not self.silent and all(line.deviation is not None for line in self.so_far.values())
            who = "Ingen enheter" if known else "Ingen enheter som har gitt fullstendige tall,"
            yield row(f"{who} venter merforbruk.")
        if self.number > 1:
            swings = []
            for unit in self.so_far:
                known = {row["måned"]: row["prognose"] for row in self.accounts.of(unit, range(1, self.number + 1))}
                was, now = (last([known.get(month)]) for month in (self.number - 1, self.number))
                if was is not None and now is not None and was != now:
                    swings.append((unit.title, was, now))
            for title, was, now in sorted(swings, key=lambda row: (-abs(row[1] - row[2]), row[0])):
                yield title, number(was), number(now), number(was - now)
            if not swings:
                yield row("Ingen prognoser er endret siden måneden før.")
            else:
                yield row("Endringen er positiv når enheten venter å bruke mindre enn før.")
        for unit in self.source.units:
            told = [
                (end, report.text("periode"), said)
                for report in self.source.of("rapportering")
                if report.text("virksomhet") == unit.id
                and (end := last_day(report.text("periode")))
                and end <= self.scope.end
                and end.year == self.year
                and (said := (report.fields.get("økonomi") or {}).get("forklaring"))
            ]
            if told:
                _, of, said = max(reversed(told), key=lambda row: row[0])
                yield row(f"- **{unit.title}** ({period(of)}): {said.strip()}")

    def _missing(self) -> Iterator[Row]:
        for unit, lacking in self.gaps:
            yield row(f"- {unit}: regnskap mangler for {listing(lacking)}")
        for area in [*self.source.areas, ""]:
            mine = [unit.title for unit in self.silent if self.source.area(unit) == area]
            if mine:
                yield row(f"- Ingen tall, {area or 'Utenfor tjenesteområdene'}: {listing(mine)}")
        if not self.gaps and not self.silent:
            yield row("Ingen: alle enheter har regnskap for alle månedene hittil.")
