"""The monthly accounts are the chapter on økonomi where they hold what the units report; else they are told beside it."""

from __future__ import annotations

from town import markdown, view

from planctl.reports.views.tertial import TertialReport

FIGURES = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
HEAD = "enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose\n"
REPORTED = "veg;8;12000;12300;8200;8600;12900\n"
OTHER = "skole;8;9000;9000;6000;5900;8800\n"


def _files(rows: str, first: int = 1) -> dict[str, str | bytes]:
    """Give the accounts: sums of one month, and nothing in those before it from the `first` on."""
    none = (f"{unit};{month};;;0;0;\n" for unit in ("veg", "skole") if unit in rows for month in range(first, 8))
    return {"tall.yaml": FIGURES, "tall.csv": (HEAD + "".join(none) + rows).encode()}


def _rows(report: TertialReport) -> list[tuple[str, int | None, int | None, str | None]]:
    return [(unit.name, unit.money.deviation, unit.reported, unit.explanation) for unit in report.economy.units]


def test_a_unit_that_only_the_accounts_know() -> None:
    """It stands in the tables with the others, and how the others explain their sums stands there too."""
    report = view(_files(REPORTED + OTHER))
    assert report.economy.of_accounts
    assert report.ledger is None
    assert (report.economy.covered, report.economy.total.revised, report.economy.total.forecast) == (2, 21300, 21700)
    assert _rows(report) == [
        ("Veg", -600, None, "Brøyting i januar"),
        ("Vann", None, None, None),
        ("Skole", 200, None, None),
    ]
    text = markdown(report)
    assert (
        "\n\nThe tables hold the monthly accounts for August. The explanations are from the units' own reports.\n"
        in text
    )
    assert "- *No explanation is given for* Skole (200).\n" in text


def test_an_explanation_of_another_deviation() -> None:
    """What the unit told of stands beside what the accounts have."""
    report = view(_files(REPORTED.replace("12900", "12800")))
    assert _rows(report) == [("Veg", -500, -600, "Brøyting i januar"), ("Vann", None, None, None)]
    text = markdown(report)
    assert "- **Veg** (−500, reported −600): Brøyting i januar\n" in text
    assert " Where a unit has reported another deviation than the one in the accounts, both are shown.\n" in text


def test_a_deviation_that_the_accounts_do_not_have() -> None:
    """What was told of is not lost where the accounts have none."""
    text = markdown(view(_files(REPORTED.replace("12900", "12300"))))
    assert "- **Veg** (0, reported −600): Brøyting i januar\n" in text


def test_accounts_that_are_made_as_an_example() -> None:
    files = {**_files(OTHER + REPORTED), "tall.yaml": FIGURES + "illustrativ: true\n"}
    assert "The tables hold the monthly accounts for August. Those are made as an example. The" in markdown(view(files))


def test_accounts_that_nobody_explains() -> None:
    """Nothing is said of explanations then."""
    report = view({**_files(OTHER), "veg-2021-T2.yaml": "type: rapportering\nvirksomhet: veg\nperiode: 2021-T2\n"})
    assert "\n\nThe tables hold the monthly accounts for August.\n" in markdown(report)


def test_no_budget() -> None:
    """A deviation of nothing has no share."""
    text = markdown(view(_files("veg;8;0;0;0;700;700\n")))
    assert (
        "\n- The revised budget is 0 kroner, and 700,000 kroner more is spent or expected. The figures cover 1" in text
    )


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


def test_a_reporting_unit_with_a_month_too_few() -> None:
    """Sums of the months that there are would pass for those so far: the units' own figures are shown."""
    report = view(_files(REPORTED, first=2))
    assert not report.economy.of_accounts
    assert report.economy.total.actual == 8600


def test_another_unit_with_a_month_too_few() -> None:
    """It is named with its months, as no report of its own says otherwise."""
    text = markdown(
        view(_files(REPORTED, first=1) | {"mer.yaml": FIGURES.replace("tall", "mer"), "mer.csv": HEAD + OTHER})
    )
    assert (
        "The tables hold the monthly accounts for August. Accounts are missing for Skole (January, February, March, April, "
        "May, June, July). The explanations are from the units' own reports.\n" in text
    )


def test_accounts_that_end_before_the_period() -> None:
    """Figures up to July are not set against those of August."""
    report = view(_files(REPORTED.replace(";8;", ";7;") + OTHER.replace(";8;", ";7;"), first=8))
    assert (report.ledger, report.economy.of_accounts) == (None, False)


def test_accounts_without_a_forecast() -> None:
    """Where no unit has every figure there is no sum to tell of."""
    report = view(_files("skole;8;9000;9000;6000;5900;\n"))
    assert (report.ledger, report.economy.of_accounts) == (None, False)


def test_no_accounts() -> None:
    """A municipality without monthly figures has no second sum."""
    report = view()
    assert (report.ledger, report.economy.of_accounts) == (None, False)
