"""The value of a part of a year is held against the same part of the year before, never winter against summer."""

from __future__ import annotations

from datetime import date

import pytest
from town import edited, town

from planctl.i18n import Language
from planctl.model.period import year_before
from planctl.reports.chapters.measured import trend_told
from planctl.reports.tertial import build_tertial
from planctl.reports.views.goals import Indicator

WAY = "retning: opp"


def _indicator(rows: dict[str, object], way: str = WAY) -> Indicator:
    """Judge the indicator in per cent by some values, written in this order."""
    written = "".join(f"  - {{indikator: i1, periode: {period}, verdi: {value}}}\n" for period, value in rows.items())
    changes = {"målinger.yaml": f"type: målinger\nmålinger:\n{written}", **edited("handlingsprogram.yaml", (WAY, way))}
    built = build_tertial(town(changes, date(2022, 1, 31)), 2021, 2)
    assert built is not None
    return next(item for item in built.indicators if item.id == "i1")


def _told(rows: dict[str, object], way: str = WAY, code: str = "nb") -> str:
    return Language(code).show(trend_told(_indicator(rows, way))).replace("\xa0", " ")


def test_summer_is_held_against_summer() -> None:
    """Fewer are ill in summer than in winter each year: the summer is worse where that of the year before was better."""
    rows = {"2020-T2": 6, "2020-T3": 9, "2021-T1": 10, "2021-T2": 7}
    assert _told(rows, "retning: ned") == "↓ dårligere enn 2. tertial 2020 (6 %)"
    assert _told(rows, "retning: ned", "nn") == "↓ dårlegare enn 2. tertial 2020 (6 %)"
    assert _told({**rows, "2020-T2": 8}, "retning: ned") == "↑ bedre enn 2. tertial 2020 (8 %)"
    assert _told({**rows, "2020-T2": 7}, "retning: ned") == "→ uendret fra 2. tertial 2020 (7 %)"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ({"2020-Q2": 5, "2021-Q1": 9, "2021-Q2": 7}, "↑ bedre enn 2. kvartal 2020 (5 %)"),
        ({"2020-H1": 9, "2020-H2": 5, "2021-H1": 7}, "↓ dårligere enn 1. halvår 2020 (9 %)"),
        ({"2020-08": 9, "2021-07": 5, "2021-08": 7}, "↓ dårligere enn august 2020 (9 %)"),
        ({"2018": 5, "2020": 7}, "↑ bedre enn 2018 (5 %)"),
        ({"2020-06-01": 5, "2021-06-07": 7}, "↑ bedre enn 2020-06-01 (5 %)"),
        ({"2019": 5, "2020-T2": 9, "2020": 7}, "↑ bedre enn 2019 (5 %)"),
        ({"2020": 5, "2020-T3": 9, "2021-06-01": 7}, "↑ bedre enn 2020 (5 %)"),
        ({"2019-T3": 4, "2019": 5, "2020-T3": 7}, "↑ bedre enn 3. tertial 2019 (4 %)"),
        ({"2020-T2": 5, "2020-08": 9, "2021-T2": 7}, "↑ bedre enn 2. tertial 2020 (5 %)"),
    ],
)  # fmt: skip
def test_the_same_part_of_the_year(rows: dict[str, object], told: str) -> None:
    """A quarter, half-year or month as a tertial; a year or a day against the year or day before."""
    assert _told(rows) == told


@pytest.mark.parametrize(
    "rows",
    [
        {"2021-T1": 5, "2021-T2": 7},
        {"2021-T2": 7},
        {"2020": 5, "2020-T3": 9, "2021-T2": 7},
        {"2020-T2": "ikke målt", "2021-T1": 9, "2021-T2": 7},
        {"2020-08": 5, "2020-Q2": 6, "2019-T2": 8, "2021-T2": 7},
    ],
)
def test_nothing_to_compare_with(rows: dict[str, object]) -> None:
    """What is lacking is named, whatever other values there are."""
    item = _indicator(rows)
    assert (item.previous, item.trend, item.better) == (None, None, None)
    assert _told(rows) == "ingen verdi for 2. tertial 2020 å sammenligne med"
    assert _told(rows, code="nn") == "ingen verdi for 2. tertial 2020 å samanlikne med"


def test_the_first_year_says_nothing() -> None:
    assert trend_told(_indicator({"2020": 7})) is None
    assert trend_told(_indicator({"2020-T2": 5, "2020": 7})) is None


def test_an_arrow_says_what_the_word_says() -> None:
    """Up is better, also where a lower value is; without a retning the value itself goes up or down."""
    better, worse = {"2019": 5, "2020": 7}, {"2019": 7, "2020": 5}
    assert _told(better) == _told(worse, "retning: ned").replace("7", "5") == "↑ bedre enn 2019 (5 %)"
    assert _told(worse) == _told(better, "retning: ned").replace("5", "7") == "↓ dårligere enn 2019 (7 %)"
    assert _told(better, "") == "↑ opp fra 2019 (5 %)"
    assert _told(worse, "") == "↓ ned fra 2019 (7 %)"


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2021-T1", "2020-T1"), ("2021-Q4", "2020-Q4"), ("2021-H2", "2020-H2"), ("2021-02", "2020-02"),
        ("2021", None), ("2020-2021", None), ("2021-02-03", None), (2021, None), (None, None), ("våren 2021", None),
    ],
)  # fmt: skip
def test_year_before(period: object, before: str | None) -> None:
    assert year_before(period) == before
