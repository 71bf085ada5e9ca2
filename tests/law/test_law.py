"""Dated law: which wording holds, how days are counted, and which days are holidays."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from planctl.i18n import Language
from planctl.law import deadlines, versions
from planctl.law.holidays import holiday
from planctl.law.versions import Version, version_at

LISTS = {name: value for name, value in vars(versions).items() if isinstance(value, tuple) and name.isupper()}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_newest_first_and_silent_before_its_oldest(name: str) -> None:
    rows = LISTS[name]
    assert [row.since for row in rows] == sorted((row.since for row in rows), reverse=True)
    assert version_at(rows, rows[-1].since - timedelta(days=1)) is None
    assert version_at(rows, rows[-1].since) is rows[-1]
    assert version_at(rows, date(2026, 1, 1)) is rows[0]


@pytest.mark.parametrize(
    ("rows", "day", "limit"),
    [
        (versions.ACTION_PART_PUBLIC, date(2019, 10, 31), 30),
        (versions.ACTION_PART_PUBLIC, date(2019, 11, 1), 14),
        (versions.BUDGET_PUBLIC, date(2000, 12, 31), None),
        (versions.BUDGET_PUBLIC, date(2001, 1, 1), 14),
        (versions.BUDGET_PUBLIC, date(2020, 1, 1), 14),
        (versions.BUDGET_YEARS, date(2019, 12, 10), 4),
        (versions.STRATEGY_PUBLIC, date(2009, 6, 30), None),
        (versions.STRATEGY_PUBLIC, date(2009, 7, 1), 30),
        (versions.REPORTS_A_YEAR, date(2019, 12, 31), None),
        (versions.REPORTS_A_YEAR, date(2020, 1, 1), 2),
        (versions.INTERNAL_CONTROL, date(2020, 12, 31), None),
        (versions.INTERNAL_CONTROL, date(2021, 1, 1), 1),
        (versions.OWNERSHIP, date(2019, 10, 2), None),
        (versions.OWNERSHIP, date(2019, 10, 3), 1),
    ],
)
def test_the_wording_at_a_date(rows: tuple[Version, ...], day: date, limit: int | None) -> None:
    found = version_at(rows, day)
    assert (found.limit if found else None) == limit


def test_the_law_of_1992_is_cited_for_what_was_adopted_under_it() -> None:
    old, new = (version_at(versions.BUDGET_ADOPTED, day) for day in (date(2019, 12, 31), date(2020, 1, 1)))
    english = Language("en")
    assert old is not None
    assert new is not None
    assert english(old.cited) == "kommuneloven of 1992 § 45 no. 1, in force from 1 January 2001"
    assert english(new.cited) == "kommuneloven § 14-3, first paragraph, in force from 1 January 2020"


def test_days_are_differences_of_dates() -> None:
    assert deadlines.latest_publication(date(2020, 12, 15), 14) == date(2020, 12, 1)
    assert deadlines.earliest_end(date(2019, 12, 12), 42) == date(2020, 1, 23)
    assert deadlines.years_after(date(2019, 10, 15), 1) == date(2020, 10, 15)
    assert deadlines.years_after(date(2020, 2, 29), 1) == date(2021, 2, 28)
    assert deadlines.last_day_before(2021) == date(2020, 12, 31)
    assert deadlines.end_of_year_after(date(2019, 10, 15)) == date(2020, 12, 31)


def test_the_holidays_are_those_of_the_library() -> None:
    for year in range(1948, 2101):
        known = set(holidays.country_holidays("NO", years=year))
        ours = {day for day in _days(year) if holiday(day) is not None and not _plain_sunday(day)}
        assert ours == known


def _days(year: int) -> list[date]:
    first, following = date(year, 1, 1), date(year + 1, 1, 1)
    return [first + timedelta(days=number) for number in range((following - first).days)]


def _plain_sunday(day: date) -> bool:
    name = holiday(day)
    return name is not None and name.msgid == "a Sunday"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 4, 1), "Maundy Thursday"),
        (date(2021, 4, 4), "Easter Sunday"),
        (date(2021, 5, 13), "Ascension Day"),
        (date(2008, 5, 1), "Labour Day"),  # Ascension Day fell on 1 May
        (date(2021, 5, 17), "Constitution Day"),
        (date(2021, 6, 13), "a Sunday"),
        (date(2021, 12, 26), "Boxing Day"),
        (date(2021, 4, 3), None),
        (date(2021, 12, 24), None),
        (date(2021, 6, 12), None),
    ],
)
def test_a_holiday_by_name(day: date, name: str | None) -> None:
    found = holiday(day)
    assert (found.msgid if found else None) == name
