"""What the figures say: every text in them, and their titles and descriptions."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from figure_samples import BANDS, asker, coverage, cyclists, economy, goals, series, tallies
from picture import SVG, root, texts

from planctl.i18n import Language
from planctl.reports.figures import (
    Figure,
    budget_bars,
    coverage_map,
    fn_goals,
    indicator_chart,
    reported_share,
    sparkline,
    status_bars,
)
from planctl.reports.figures.plot import dated, regions, runs
from planctl.reports.figures.views import Coverage, CoverageRow
from planctl.reports.views.goals import Point

EN = Language("en")


def told(figure: Figure) -> str:
    """Give what a screen reader reads after the description."""
    desc = root(figure).findtext(f"{SVG}desc") or ""
    return _plain(desc.removeprefix(figure.description)).strip()


def described(figure: Figure) -> str:
    """Give what the figure's text says below it."""
    return _plain(figure.description)


def _plain(text: str) -> str:
    """Give a text with ordinary spaces inside its numbers, where no line breaks."""
    assert not re.search(r"\d %", text)
    return text.replace("\u00a0", " ")


def test_status_bars() -> None:
    figure = status_bars(tallies({"Veg": (1, 2, 0, 0, 40, 0, 3), "": (0, 0, 0, 1, 0, 0, 0)}), EN)
    assert texts(figure) == [
        *("Completed 40", "On track 2", "Not started 1", "Delayed 1", "Not reported 3"),
        *("Veg", "40", "2", "3", "46", "1"),
        *("Outside the service areas", "1", "1"),
    ]
    assert figure.name == "status-tiltak"
    assert figure.title == "Status of measures by service area"
    assert described(figure) == (
        "47 measures, of them 40 completed, 2 on track, 1 not started, 1 delayed and 3 not reported."
    )
    assert told(figure) == (
        "Veg: 46 measures, of them 40 completed, 2 on track, 1 not started and 3 not reported. "
        "Outside the service areas: 1 measure, of them 1 delayed."
    )


def test_every_count_stands_in_the_figure_once() -> None:
    found = texts(status_bars(asker(), EN))
    for row in asker().rows:
        start = found.index(row.name) + 1
        numbers = found[start : start + len(row.parts) + 1]
        assert sorted(map(int, numbers)) == sorted([*(count for _, count in row.parts), row.total])


def test_share() -> None:
    figure = reported_share(tallies({"Veg": (1, 2, 0, 0, 0, 0, 6), "Skole": (0,) * 7}), EN, "oppdrag")
    assert texts(figure) == ["Veg", "3 of 9 (33 %)", "Skole", "nothing to report"]
    assert (figure.title, described(figure)) == (
        "Assignments with a reported status by service area",
        "In all: 3 of 9 (33 %).",
    )


def test_budget() -> None:
    """Merforbruk, mindreforbruk, a negative budget, balance, and figures that are missing."""
    figure = budget_bars(
        economy(("Veg", 10000, 10490), ("Skatt", -20000, -20500), ("Skole", 300, 300), ("Kino", None, 5)), EN
    )
    assert texts(figure)[4:] == [
        *("1000 kr", "Deviation, 1000 kr"),
        *("Veg", "10,000", "10,490", "overspend 490 (4.9 %)"),
        *("Skatt", "−20,000", "−20,500", "underspend 500 (2.5 %)"),
        *("Skole", "300", "300", "in balance"),
        *("Kino", "–", "5", "figures are missing"),
        *("Sum", "−9,700", "−9,710", "Budget for the year", "Forecast for the year", "underspend 10 (0.1 %)"),
    ]
    assert described(figure) == ("In all: underspend 10 (0.1 %). The greatest overspend: Veg, overspend 490 (4.9 %).")
    assert told(figure).startswith("Veg: budget 10,000, forecast 10,490, overspend 490 (4.9 %). Skatt: ")


def test_coverage() -> None:
    figure = coverage_map(
        Coverage(
            ("Veg", "Skole"), (CoverageRow("1", "Klima", ((3, 1), (0, 0))), CoverageRow("", "", ((0, 2), (1, 0))))
        ),
        EN,
    )
    assert texts(figure)[1:] == [
        "nobody",
        "Veg",
        "Skole",
        "1 Klima",
        "3",
        "1",
        "0",
        "No focus area",
        "0",
        "2",
        "1",
        "0",
    ]
    assert described(figure) == "1 of 4 cells are empty."
    assert told(figure) == (
        "1 Klima: Veg 3 measures, 1 assignment; Skole nobody. "
        "No focus area: Veg 0 measures, 2 assignments; Skole 1 measure, 0 assignments."
    )
    assert coverage_map(coverage(), EN).svg.count('stroke-dasharray="4 3"') == 1 + sum(
        not any(cell) for row in coverage().rows for cell in row.cells
    )


def test_goals() -> None:
    figure = fn_goals(goals(), EN)
    found = texts(figure)
    assert [found.index(str(number)) for number in range(1, 18)] == sorted(found.index(str(n)) for n in range(1, 18))
    assert found[found.index("13") :][:4] == ["13", "Climate action", "3 sub-goals", "30 measures"]
    assert figure.svg.count("<polygon") == 3  # 13 and 17 have priority, and the key
    assert described(figure) == (
        "3 of FN's 17 goals have sub-goals or measures that build on them. Given priority without any sub-goal: 17."
    )
    assert "13 Climate action (given priority): 3 sub-goals, 30 measures." in told(figure)


def test_series() -> None:
    figure = indicator_chart(cyclists(), EN)
    assert (figure.name, figure.title) == ("indikator-byer.i1", "Flere sykler")
    assert described(figure) == "The latest value is 28 % (half-year 1, 2021): not approved. The target is 42 % (2024)."
    assert told(figure) == (
        "All values: 26 % (2017); 31 % (2018); not measured (2019); 30 % (2020); 28 % (half-year 1, 2021). "
        "The straight line to the target: 26 % (2017); 42 % (2024). "
        "Bands: desired ≥ 40; accepted 30–39; not approved ≤ 29."
    )
    found = texts(figure)
    assert found[0] == "Prosent"
    for wanted in (
        "26 %",
        "31 %",
        "30 %",
        "28 %",
        "target 42 %",
        "desired ≥ 40",
        "2017",
        "2018",
        "2024",
        "not measured",
    ):
        assert found.count(wanted) == 1, wanted
    small = sparkline(cyclists(), EN)
    assert (small.name, small.title) == ("utvikling-byer.i1", figure.title)
    values = "26 % (2017); 31 % (2018); not measured (2019); 30 % (2020); 28 % (half-year 1, 2021)"
    assert described(small) == f"All values: {values}."
    assert told(small).startswith(described(figure))


def test_a_sparkline_of_one_value_and_of_many() -> None:
    """With one value there is a single mark and no line; of many the last are told first, and then all."""
    one = sparkline(series(("2020", 31), bands=BANDS), EN)
    assert described(one) == "The latest value is 31 % (2020): accepted."
    assert one.svg.count("<polygon") == 1
    assert ' stroke="#1b2733" stroke-width="2"' not in one.svg
    many = sparkline(series(*((str(year), year - 2000) for year in range(2010, 2021)), bands=BANDS), EN)
    assert described(many) == (
        "The last 6 values: 15 % (2015); 16 % (2016); 17 % (2017); 18 % (2018); 19 % (2019); 20 % (2020)."
    )
    assert "All values: 10 % (2010); 11 % (2011); " in told(many)


def test_budget_of_a_closed_year_and_of_one_row() -> None:
    """Accounts stand in the forecast's place when the year is over; a single row needs no sum."""
    rows = economy(("Veg", 10000, 10490), ("Skole", 300, 300))
    spent = tuple(replace(row, money=replace(row.money, actual=9000).closed) for row in rows.areas)
    figure = budget_bars(replace(rows, areas=spent), EN, closed=True)
    assert figure.title == "Budget and accounts by service area, 1000 kr"
    found = texts(figure)
    assert "Forecast for the year" not in found
    assert found.count("Accounts for the year") == 2
    assert found[found.index("Veg") :][:4] == ["Veg", "10,000", "9,000", "underspend 1,000 (10.0 %)"]
    assert "Veg: budget 10,000, accounts 9,000, underspend 1,000 (10.0 %)." in told(figure)
    single = budget_bars(economy(("Veg", 10000, 10490)), EN)
    assert single.title == "Budget and forecast of Veg, 1000 kr"
    assert described(single) == "In all: overspend 490 (4.9 %)."
    assert "Sum" not in texts(single)
    assert status_bars(tallies({"Veg": (1, 2, 0, 0, 0, 0, 3)}), EN).title == "Status of measures: Veg"


def test_never_measured() -> None:
    figure = indicator_chart(series(bands=BANDS, target=("2024", 42)), EN)
    assert described(figure) == "Never measured. The target is 42 % (2024)."
    assert {"Never measured", "target 42 %"} <= set(texts(figure))


def test_a_series_of_one_unit() -> None:
    figure = sparkline(series(("2020", 1), title="Øving", number="K1", unit="Røyken skole", by_unit=True), EN)
    assert (figure.name, figure.title) == ("utvikling-byer.i1-røyken-skole", "K1 Øving – Røyken skole")


def test_bands_meet_halfway_and_gaps_stay_open() -> None:
    found = regions(series(bands={"ønsket": "≥ 41", "akseptert": "30–39", "ikke_godkjent": "< 30"}))
    assert [(one.band, one.low, one.high) for one in found] == [
        ("ikke_godkjent", None, 29.5),
        ("akseptert", 29.5, 39.5),
        ("ønsket", 40.5, None),
    ]


def test_the_line_is_broken_where_nothing_was_measured() -> None:
    points = (Point(Decimal(3), "2021"), Point(None, "2020"), Point(Decimal(1), "2019"), Point(Decimal(2), "no period"))
    assert [[value for _, value in run] for run in runs(dated(points))] == [[1], [3]]
