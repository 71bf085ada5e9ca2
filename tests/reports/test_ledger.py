"""The monthly accounts beside what the units report: two sums that differ are told of, those that agree are not."""

from __future__ import annotations

from town import markdown, view

FIGURES = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
HEAD = "enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose\n"
REPORTED = "veg;8;12000;12300;8200;8600;12900\n"
OTHER = "skole;8;9000;9000;6000;5900;8800\n"


def _files(rows: str) -> dict[str, str | bytes]:
    return {"tall.yaml": FIGURES, "tall.csv": (HEAD + rows).encode()}


def test_a_unit_that_only_the_accounts_know() -> None:
    """Its figures are not in the tables; the sum that holds them stands in the summary and after the tables."""
    report = view(_files(REPORTED + OTHER))
    assert report.ledger is not None
    assert (report.ledger.covered, report.ledger.total.revised, report.ledger.total.forecast) == (2, 21300, 21700)
    assert report.economy.total.forecast == 12900
    text = markdown(report)
    assert (
        "- By the monthly accounts, which cover 2 of 3 units, the overspend in the year is 400: see chapter 5.\n"
        in text
    )
    assert (
        "The monthly accounts have figures for 2 of 3 units: a revised budget of 21,300, a forecast of 21,700 and a "
        "deviation of −400. Those are the sums of the monthly report for August.\n"
    ) in text


def test_the_same_sums() -> None:
    """Accounts that say what the units said are not mentioned."""
    report = view(_files(REPORTED))
    assert report.ledger is None
    assert "monthly accounts" not in markdown(report)


def test_accounts_that_end_before_the_period() -> None:
    """Figures up to July are not set against those of August."""
    assert view(_files(REPORTED.replace(";8;", ";7;") + OTHER.replace(";8;", ";7;"))).ledger is None


def test_accounts_without_a_forecast() -> None:
    """Where no unit has every figure there is no sum to tell of."""
    assert view(_files("skole;8;9000;9000;6000;5900;\n")).ledger is None


def test_no_accounts() -> None:
    """A municipality without monthly figures has no second sum."""
    assert view().ledger is None
