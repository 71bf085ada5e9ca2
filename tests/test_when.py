"""A time as it is known: a day, or some day of a month, of a season or of a year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planctl.model.activity import activity_time, needs_year
from planctl.model.period import Period, When, when
from planctl.model.record import Record


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
