"""The monthly report: every figure of the example counted again from its CSV files, and what is missing is told."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest
from recount import Recount
from town import tables, town

from planctl.i18n import Language
from planctl.load.tree import WorkTree
from planctl.pipeline import open_world
from planctl.reports.month import MonthReport, build_month
from planctl.reports.render import render
from support import EXAMPLE

TEMPLATE = "månedsrapport.md.j2"
FIGURES = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
ROWS = (
    "enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose\n"
    "veg;1;12000;12000;1000,4;1100,4;12000\nveg;2;12000;12300;1000,4;1000;12600\n"
    "skole;1;9000;;750;700;9000\nskole;2;9000;;750;;\n"
)


@cache
def _report(number: int) -> MonthReport:
    here = open_world(WorkTree(EXAMPLE), None, lambda: date(2022, 2, 28))
    report = build_month(here.plans, here.graph, 2021, number)
    assert report is not None
    return report


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


@cache
def _again(number: int) -> dict[str, tuple[int | None, ...]]:
    """Count each unit's figures again: original, regulated, budget and accounts so far, forecast."""
    found: dict[str, list[dict[str, str]]] = {}
    for path in sorted(EXAMPLE.glob("økonomi/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                if int(row["måned"]) <= number:
                    found.setdefault(row["enhet"], []).append(row)

    def number_of(text: str) -> Decimal:
        return Decimal(text.replace(",", "."))

    result = {}
    for unit, rows in found.items():
        told = [row for row in rows if row["regnskap"]]
        result[unit] = (
            _whole(number_of(rows[-1]["årsbudsjett_opprinnelig"])),
            _whole(number_of(rows[-1]["årsbudsjett_regulert"])),
            _whole(sum((number_of(row["budsjett"]) for row in told), Decimal())),
            _whole(sum((number_of(row["regnskap"]) for row in told), Decimal())),
            _whole(number_of(next(row["prognose"] for row in reversed(rows) if row["prognose"]))),
        )
    return result


@pytest.mark.parametrize("number", [1, 4, 8, 12])
def test_every_unit_of_the_example(number: int) -> None:
    """Each unit's figures, and the sums by tjenesteområde and in all."""
    report, again = _report(number), _again(number)
    organisation = Recount(EXAMPLE, 2)
    found = {
        line.name: (line.money.original, line.money.revised, line.money.budget, line.money.actual, line.money.forecast)
        for line in report.economy.units
    }
    assert found == {organisation.unit_title[unit]: figures for unit, figures in again.items()}
    for area in report.economy.areas:
        mine = [figures for unit, figures in again.items() if organisation.area(unit) == area.name]
        assert area.money.actual == sum(figures[3] or 0 for figures in mine)
        assert area.money.deviation == sum((figures[1] or 0) - (figures[4] or 0) for figures in mine)
    assert report.economy.total.budget == sum(figures[2] or 0 for figures in again.values())
    assert report.economy.total.original == sum(figures[0] or 0 for figures in again.values())


@pytest.mark.parametrize(("number", "month"), [(1, 4), (2, 8)])
def test_agrees_with_the_tertial_reports(number: int, month: int) -> None:
    """What the units said after a tertial is what the accounts say, to within rounding."""
    known = _again(month)
    for report in Recount(EXAMPLE, number).current:
        said = report.get("økonomi")
        if said and report["virksomhet"] in known:
            _, revised, budget, actual, forecast = known[report["virksomhet"]]
            wanted = [
                int(said[name]) for name in ("årsbudsjett_regulert", "budsjett_hittil", "regnskap_hittil", "prognose")
            ]
            assert all(abs(a - (b or 0)) <= 1 for a, b in zip(wanted, (revised, budget, actual, forecast), strict=True))


def test_a_month_without_accounts_is_told() -> None:
    """The unit and the month are named, in the summary and in the chapter of what is missing."""
    text = render(TEMPLATE, Language("en"), {"report": _report(8)})
    assert "Accounts are missing for Brann og redning (August)." in text
    assert "- Brann og redning: no accounts for August" in text
    assert any(row[0] == "Brann og redning*" for table in tables(text) for row in table)


def test_sums_add_up() -> None:
    """The columns of the first table add up to its last row, as they are shown."""
    table = tables(render(TEMPLATE, Language("en"), {"report": _report(8)}))[0]
    for column in (1, 2, 3, 4, 5, 7, 8):
        numbers = [int(row[column].replace(",", "").replace("−", "-")) for row in table[1:]]
        assert sum(numbers[:-1]) == numbers[-1]


@pytest.mark.parametrize("code", ["en", "nb"])
def test_golden(code: str, golden: Callable[[str, str], None]) -> None:
    """The small municipality's report."""
    here = town({"økonomi.yaml": FIGURES, "tall.csv": ROWS})
    report = build_month(here.plans, here.graph, 2021, 2)
    assert report is not None
    golden(f"reports/month.{code}.md", render(TEMPLATE, Language(code), {"report": report}))


def test_later_months_do_not_leak() -> None:
    """Figures of later months change nothing."""
    later = ROWS + "veg;3;1;1;1;1;1\n"
    both = [town({"økonomi.yaml": FIGURES, "tall.csv": text}) for text in (ROWS, later)]
    first, second = (build_month(here.plans, here.graph, 2021, 2) for here in both)
    assert first == second


def test_one_unit() -> None:
    """A report of one unit holds its figures alone."""
    here = town({"økonomi.yaml": FIGURES, "tall.csv": ROWS})
    report = build_month(here.plans, here.graph, 2021, 2, here.plans.get("veg"))
    assert report is not None
    assert [line.name for line in report.economy.units] == ["Veg"]
    assert build_month(here.plans, here.graph, 2020, 2) is None
