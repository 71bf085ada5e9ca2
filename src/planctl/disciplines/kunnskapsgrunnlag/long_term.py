"""The long-term analysis of investments and operation, twenty years ahead (LIDA; S0 «Planstrategi»).

All amounts are in 1000 kr.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from planctl.disciplines.details import facts
from planctl.disciplines.kunnskapsgrunnlag.current import current_for
from planctl.disciplines.records import marked
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import parse_period
from planctl.model.picture import Series, Stacked
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World

LIDA, HORIZON = "lida", 20
"""The kind, and how many years ahead it looks (S0)."""


@dataclass(frozen=True, slots=True)
class Year:
    """One year: what is invested by area, what is borrowed for it, and what operation costs more than today."""

    year: int
    investments: dict[str, int]
    loan: int | None
    operation: int | None

    @property
    def invested(self) -> int:
        """What is invested in all."""
        return sum(self.investments.values())


def years_of(analysis: Record) -> list[Year]:
    """Read the years of an analysis, in their order."""
    rows = analysis.get("år")
    found = (_year(row) for row in rows) if isinstance(rows, list) else ()
    return sorted((one for one in found if one is not None), key=lambda one: one.year)


def span(analysis: Record) -> range:
    """Give the years that an analysis says it covers."""
    period = parse_period(analysis.get("periode"))
    return period.years if period is not None else range(0)


def chapter(world: World, occasion: Occasion, title: Text) -> Chapter | None:
    """Tell the newest analysis; None without any that has figures."""
    analysis = next((one for one in current_for(world, occasion, LIDA) if years_of(one)), None)
    if analysis is None:
        return None
    years = years_of(analysis)
    areas = list(dict.fromkeys(area for one in years for area in one.investments))
    return Chapter(
        title,
        (*_sentences(analysis, years), *facts(world, analysis, "plan", "periode")),
        (*_assumptions(analysis), *([_by_area(years, areas)] if areas else []), _by_year(years, areas)),
        shares([analysis]),
        pictures=(_picture(years, areas),) if areas else (),
    )


def _sentences(analysis: Record, years: Sequence[Year]) -> Iterator[Text]:
    first, last = years[0].year, years[-1].year
    yield T("{Lida}: {title}.", title=marked(analysis))
    yield T(
        "Investments from {first} to {last}: {invested}. Of this borrowed: {loan}. All amounts are in 1000 kr.",
        first=str(first), last=str(last), invested=float(sum(one.invested for one in years)),
        loan=float(sum(one.loan or 0 for one in years)),
    )  # fmt: skip
    costs = [(one.year, one.operation) for one in years if one.operation is not None]
    if costs:
        year, cost = costs[-1]
        yield T("Operation in {year} compared with today: {cost}.", year=str(year), cost=float(cost))


def _assumptions(analysis: Record) -> Iterator[Table]:
    rows = analysis.get("forutsetninger")
    told = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    if told:
        columns = (Column(T("Assumption"), width=40), Column(T("Set to"), width=30), Column(T("Source"), width=40))
        yield Table(
            columns, tuple(tuple(_words(row.get(name)) for name in ("hva", "verdi", "kilde")) for row in told),
            T("Assumptions"),
        )  # fmt: skip


def _by_area(years: Sequence[Year], areas: Sequence[str]) -> Table:
    sums = [(area, sum(one.investments.get(area, 0) for one in years)) for area in areas]
    columns = (Column(T("Area"), width=40), Column(T("Investments"), "amount"))
    return Table(columns, tuple(sums), T("Investments by area"), (T("Sum"), sum(amount for _, amount in sums)))


def _by_year(years: Sequence[Year], areas: Sequence[str]) -> Table:
    columns = (
        Column(T("Year"), width=8),
        *(Column(T("{area}", area=area), "amount", where="workbook") for area in areas),
        Column(T("Investments"), "amount"),
        Column(T("Borrowed"), "amount"),
        Column(T("Operation compared with today"), "amount", 20),
    )
    rows = tuple(
        (str(one.year), *(one.investments.get(area) for area in areas), one.invested, one.loan, one.operation)
        for one in years
    )
    total: tuple[Cell, ...] = (
        T("Sum"), *(sum(one.investments.get(area, 0) for one in years) for area in areas),
        sum(one.invested for one in years), sum(one.loan or 0 for one in years), None,
    )  # fmt: skip
    return Table(columns, rows, T("Year by year"), total)


def _picture(years: Sequence[Year], areas: Sequence[str]) -> Stacked:
    series = tuple(Series(area, tuple(one.investments.get(area) for one in years)) for area in areas)
    line = Series(T("Operation compared with today"), tuple(one.operation for one in years))
    return Stacked(
        "lida",
        T("Investments and operation"),
        T("The bars are what is invested each year, and the line what operation costs more than today."),
        T("1000 kr"),
        tuple(str(one.year) for one in years),
        series,
        line if any(value is not None for value in line.values) else None,
    )


def _year(row: Any) -> Year | None:
    if not isinstance(row, dict) or not str(row.get("år")).isdecimal():
        return None
    areas = row.get("investeringer")
    amounts = {str(area): _amount(value) for area, value in areas.items()} if isinstance(areas, dict) else {}
    return Year(
        int(row["år"]), {area: amount for area, amount in amounts.items() if amount is not None},
        _amount(row.get("lån")), _amount(row.get("drift")),
    )  # fmt: skip


def _amount(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _words(value: Any) -> str | None:
    return str(value) if value else None
