"""The monthly report: what is missing is told, and sums add up; `test_month_recount` counts every figure again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from town import tables, town

from planctl.i18n import Language
from planctl.load.files.tree import WorkTree
from planctl.reports.documents import Basis
from planctl.reports.documents.unit import unit_document
from planctl.reports.month import build_month, months_ended
from planctl.reports.rendering.templates import render
from planctl.reports.views.month import MonthReport
from planctl.world import open_world
from support import EXAMPLE

TEMPLATE = "månedsrapport.md.j2"
FIGURES = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
HEAD = "enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose\n"
ROWS = (
    f"{HEAD}veg;1;12000;12000;1000,4;1100,4;12000\nveg;2;12000;12300;1000,4;1000;12600\n"
    "skole;1;9000;;750;700;9000\nskole;2;9000;;750;;\n"
)


@cache
def _report(number: int) -> MonthReport:
    here = open_world(WorkTree(EXAMPLE), None, lambda: date(2022, 2, 28))
    report = build_month(here, 2021, number)
    assert report is not None
    return report


def test_a_month_without_accounts_is_told() -> None:
    """The unit and the month are named, in the summary and in the chapter of what is missing."""
    text = render(TEMPLATE, Language("en"), {"report": _report(8)})
    assert "Accounts are missing for Pedagogisk-psykologisk tjeneste (August)." in text
    assert "- Pedagogisk-psykologisk tjeneste: no accounts for August" in text
    assert any(row[0] == "Pedagogisk-psykologisk tjeneste*" for table in tables(text) for row in table)


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
    report = build_month(here, 2021, 2)
    assert report is not None
    golden(f"reports/month.{code}.md", render(TEMPLATE, Language(code), {"report": report}))


def test_later_months_do_not_leak() -> None:
    """Figures of later months change nothing."""
    later = ROWS + "veg;3;1;1;1;1;1\n"
    both = [town({"økonomi.yaml": FIGURES, "tall.csv": text}) for text in (ROWS, later)]
    first, second = (build_month(here, 2021, 2) for here in both)
    assert first == second


@pytest.mark.parametrize(
    ("day", "ended"), [("2021-01-30", 0), ("2021-01-31", 1), ("2021-09-15", 8), ("2021-12-31", 12)]
)
def test_months_that_have_ended(day: str, ended: int) -> None:
    assert months_ended(date.fromisoformat(day)) == ended


@pytest.mark.parametrize(("day", "forecast"), [("2021-09-15", 12950), ("2021-09-30", 13100)])
def test_the_running_month_has_no_forecast(day: str, forecast: int) -> None:
    """On 15 September its new budget is known; its accounts, and the forecast made with them, are not."""
    rows = f"{HEAD}veg;8;12000;12300;8200;8650;12950\nveg;9;12000;12500;9200;9700;13100\n"
    here = town({"tall.yaml": FIGURES, "tall.csv": rows.encode()})
    unit = here.plans.get("veg")
    assert unit is not None
    view = unit_document(Basis(here, 2021, date.fromisoformat(day)), unit)
    assert (view.money.revised, view.money.forecast) == (12500, forecast)
    assert view.status is not None
    assert view.status.economy.of_accounts
    assert view.status.economy.total.forecast == forecast


def test_one_unit() -> None:
    """A report of one unit holds its figures alone."""
    here = town({"økonomi.yaml": FIGURES, "tall.csv": ROWS})
    report = build_month(here, 2021, 2, here.plans.get("veg"))
    assert report is not None
    assert [line.name for line in report.economy.units] == ["Veg"]
    assert build_month(here, 2020, 2) is None
