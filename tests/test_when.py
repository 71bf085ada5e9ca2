"""A time as it is known: a day, or some day of a month, of a season or of a year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planctl.i18n import Language
from planctl.model.activity import activity_time, needs_year
from planctl.model.period import Period, When, known_time, when
from planctl.model.record import Record
from planctl.model.time_words import time_words


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2021-10-01", (10, 1), (10, 1), "dag"),
        ("2021-02", (2, 1), (2, 28), "måned"),
        ("2021-Q2", (4, 1), (6, 30), "sesong"),
        ("2021-T3", (9, 1), (12, 31), "sesong"),
        ("2021-H1", (1, 1), (6, 30), "sesong"),
        ("2021", (1, 1), (12, 31), "år"),
        (2021, (1, 1), (12, 31), "år"),
    ],
)
def test_how_exactly_a_frist_is_known(
    written: Any, first: tuple[int, int], last: tuple[int, int], precision: str
) -> None:
    found = when(written)
    assert found is not None
    assert (found.period, found.precision) == (Period(date(2021, *first), date(2021, *last)), precision)


@pytest.mark.parametrize("written", ["2021-2022", "snart", "2021-13", None, True])
def test_what_is_no_time_of_one_year(written: Any) -> None:
    assert when(written) is None


@pytest.mark.parametrize(
    ("written", "first", "last", "told"),
    [
        ("2021-06-09", (6, 9), (6, 9), "9. juni 2021"),
        ("2021-06", (6, 1), (6, 30), "juni 2021"),
        ("våren 2021", (1, 1), (6, 30), "våren 2021"),
        ("sommaren 2021", (6, 1), (8, 31), "sommeren 2021"),
        ("hausten 2021", (8, 1), (12, 31), "høsten 2021"),
        (2021, (1, 1), (12, 31), "2021"),
    ],
)
def test_a_time_is_told_as_exactly_as_it_is_known(
    written: Any, first: tuple[int, int], last: tuple[int, int], told: str
) -> None:
    time = known_time(written)
    assert time is not None
    assert (time.first, time.last) == (date(2021, *first), date(2021, *last))
    assert Language("nb").show(time_words(time)) == told


@pytest.mark.parametrize("written", ["2021-Q2", "2021-T2", "2021-H1", "2020-2024", "Høsten 2021", "høsten 1821", None])
def test_what_tells_no_time_that_is_known(written: Any) -> None:
    assert known_time(written) is None


def _activity(years: str | int, **fields: Any) -> Record:
    plan = Record("årshjul", "åh", {"periode": years}, "å.yaml", (), None)
    return Record("aktivitet", "a", fields, "å.yaml", ("aktiviteter", 0), plan)


def test_a_month_needs_its_year_in_a_file_of_several() -> None:
    march = When(Period(date(2022, 3, 1), date(2022, 3, 31)), "måned")
    assert activity_time(_activity(2022, måned=3)) == march
    assert activity_time(_activity("2021-2023", måned="2022-03")) == march
    assert activity_time(_activity("2021-2023", måned=3)) is None
    assert [needs_year(_activity(years, måned=3)) for years in (2022, "2022", "2021-2023")] == [False, False, True]
    assert not needs_year(_activity("2021-2023", måned=3, dato="2022-03-01"))
    assert activity_time(_activity(2022, måned="2022-Q1")) is None
