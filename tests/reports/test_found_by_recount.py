"""Faults that the recount of random towns has found, each by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest
from rendered import written
from town import files, town, view

from planctl.i18n import Language
from planctl.reports.rendering.phrases import percent
from planctl.reports.tertial import build_annual
from planctl.reports.views.money import Money

REPORTS = dict.fromkeys(name for name, text in files().items() if text.startswith("type: rapportering"))
YEAR = "type: rapportering\nperiode: 2021\nvirksomhet: veg\nlevert: 2022-01-20\n"
SUMS = "økonomi: {årsbudsjett_regulert: 1000, budsjett_hittil: 900, regnskap_hittil: 1200, prognose: 1100}\n"


@pytest.mark.parametrize(("value", "shown"), [("12.5", "13 %"), ("-12.5", "−13 %"), ("-0.4", "0 %"), ("62.5", "63 %")])
def test_shares_are_rounded_half_away_from_zero(value: str, shown: str) -> None:
    """A half goes away from zero, as everywhere else in the reports."""
    assert percent(Language("nb"), Decimal(value)).replace("\u00a0", " ").replace("-", "−") == shown


def test_the_result_of_a_year_is_budget_less_accounts() -> None:
    """The deviation and its share are of the year's budget and accounts, not of the forecast or the budget so far."""
    here = town({**REPORTS, "år.yaml": YEAR + SUMS})
    text = written("årsrapport.md.j2", build_annual(here, 2021)).replace("\u00a0", " ")
    assert "et merforbruk på 200 000 kroner, eller 20,0 % av det regulerte budsjettet på 1,0 mill. kroner." in text
    assert "\n| Veg | 1 000 | 1 200 | −200 | −20,0 % |\n" in text
    assert "Prognose" not in text.split("## 5. Økonomi")[1].split("## 6.")[0]


def test_a_year_that_is_over_needs_no_forecast() -> None:
    """A unit that gives the year's budget and accounts alone is in the sums; one without accounts is not."""
    spent = "økonomi: {årsbudsjett_regulert: 1000, regnskap_hittil: 1000}\n"
    here = town({**REPORTS, "år.yaml": YEAR + spent})
    report = build_annual(here, 2021)
    assert report is not None
    assert (report.economy.covered, report.economy.total) == (1, Money(1000, 1000, 1000, 1000))
    text = written("årsrapport.md.j2", report).replace("\u00a0", " ")
    assert "- Regnskapet for året er lik det regulerte budsjettet på 1,0 mill. kroner." in text
    assert "\n\nIngen enheter som har gitt fullstendige tall, har avvik.\n" in text
    here = town({**REPORTS, "år.yaml": YEAR + "økonomi: {årsbudsjett_regulert: 1000, prognose: 1000}\n"})
    report = build_annual(here, 2021)
    assert report is not None
    assert (report.economy.covered, report.economy.total.revised) == (0, None)


def test_a_report_of_a_unit_without_a_plan_is_a_report() -> None:
    """It is not said that nobody has delivered."""
    assert view({**REPORTS}).missing.reports == 0
    told = "type: rapportering\nperiode: 2021-T2\nvirksomhet: vann\nlevert: 2021-09-01\n"
    report = view({**REPORTS, "vann.yaml": told})
    assert (report.missing.delivered, report.missing.reports) == (0, 1)
    assert "Ingen rapport er levert." not in written("tertialrapport.md.j2", report)


def test_the_last_word_on_a_goal_holds() -> None:
    """A unit that takes its judgement back has said nothing of the mål."""
    said = "mål:\n  klima.d1:\n    måloppnåelse: "
    third = YEAR.replace("periode: 2021", "periode: 2021-T3").replace("2022-01-20", "2022-01-10")
    here = town({**REPORTS, "a.yaml": third + said + "på vei\n", "b.yaml": YEAR + said + "ikke vurdert\n"})
    report = build_annual(here, 2021)
    assert report is not None
    (goal,) = (goal for area in report.focus_areas for goal in area.goals if goal.id == "klima.d1")
    assert goal.verdicts == (("ikke vurdert", 1),)
    assert goal.computed is not None
    assert goal.computed.said is None
