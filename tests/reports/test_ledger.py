"""The monthly accounts are the chapter on økonomi where they hold what the units report; else they are told beside it."""

from __future__ import annotations

from town import markdown, view

from planctl.reports.views.tertial import TertialReport

FIGURES = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
HEAD = "enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose\n"
REPORTED = "veg;8;12000;12300;8200;8600;12900\n"
OTHER = "skole;8;9000;9000;6000;5900;8800\n"


def _files(rows: str) -> dict[str, str | bytes]:
    return {"tall.yaml": FIGURES, "tall.csv": (HEAD + rows).encode()}


def _rows(report: TertialReport) -> list[tuple[str, int | None, int | None, str | None]]:
    return [(unit.name, unit.money.deviation, unit.reported, unit.explanation) for unit in report.economy.units]


def test_a_unit_that_only_the_accounts_know() -> None:
    """It stands in the tables with the others, and how the others explain their sums stands there too."""
    report = view(_files(REPORTED + OTHER))
    assert report.economy.of_accounts
    assert report.ledger is None
    assert (report.economy.covered, report.economy.total.revised, report.economy.total.forecast) == (2, 21300, 21700)
    assert _rows(report) == [("Veg", -600, None, "Brøyting i januar"), ("Skole", 200, None, None)]
    text = markdown(report)
    assert "The tables hold the monthly accounts as they stood in August. The units explain their deviations.\n" in text
    assert "both are shown" not in text
    assert "- *No explanation is given for* Skole (200).\n" in text


def test_an_explanation_of_another_deviation() -> None:
    """What the unit told of stands beside what the accounts have."""
    report = view(_files(REPORTED.replace("12900", "12800")))
    assert _rows(report) == [("Veg", -500, -600, "Brøyting i januar")]
    text = markdown(report)
    assert "- **Veg** (−500, reported −600): Brøyting i januar\n" in text
    assert "Where a unit has explained another deviation than the one in the accounts, both are shown.\n" in text


def test_a_reporting_unit_that_the_accounts_lack() -> None:
    """The units' own figures are shown then, and the sum of the accounts is told beside them."""
    report = view(_files(OTHER))
    assert not report.economy.of_accounts
    assert report.ledger is not None
    assert (report.ledger.covered, report.ledger.total.forecast) == (1, 8800)
    assert report.economy.total.forecast == 12900
    text = markdown(report)
    assert (
        "- By the monthly accounts, which cover 1 of 3 units, the underspend in the year is 200,000 kroner: see "
        "chapter 5.\n" in text
    )
    assert (
        "The monthly accounts have figures for 1 of 3 units: a revised budget of 9,000, a forecast of 8,800 and a "
        "deviation of 200. Those are the sums of the monthly report for August.\n"
    ) in text


def test_accounts_that_end_before_the_period() -> None:
    """Figures up to July are not set against those of August."""
    report = view(_files(REPORTED.replace(";8;", ";7;") + OTHER.replace(";8;", ";7;")))
    assert (report.ledger, report.economy.of_accounts) == (None, False)


def test_accounts_without_a_forecast() -> None:
    """Where no unit has every figure there is no sum to tell of."""
    report = view(_files("skole;8;9000;9000;6000;5900;\n"))
    assert (report.ledger, report.economy.of_accounts) == (None, False)


def test_no_accounts() -> None:
    """A municipality without monthly figures has no second sum."""
    report = view()
    assert (report.ledger, report.economy.of_accounts) == (None, False)
