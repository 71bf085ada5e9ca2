"""Dates and periods in the notations people use, and what planctl proposes for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.load.schema.date_guess import DateGuess, Why, guess_date, span_of

SURE = [
    ("høst 2026", "høsten 2026"),
    ("i løpet av hausten 2026", "hausten 2026"),
    ("31.12.2026", "2026-12-31"),
    ("31. 12. 2026", "2026-12-31"),
    ("31/12-2026", "2026-12-31"),
    ("31/12/2026", "2026-12-31"),
    ("2026-9-1", "2026-09-01"),
    ("2026/12/31", "2026-12-31"),
    ("2026–12–31", "2026-12-31"),
    ("20261231", "2026-12-31"),
    ("2026-12-31 12:00", "2026-12-31"),
    ("“2026-12-31”", "2026-12-31"),
    ("15. mars 2026", "2026-03-15"),
    ("15.mars 2026", "2026-03-15"),
    ("Senest 31. desember, 2026", "2026-12-31"),
    ("des. 2026", "2026-12"),
    ("October 2026", "2026-10"),
    ("2026-K4", "2026-Q4"),
    ("Q4 2026", "2026-Q4"),
    ("4. kvartal 2026", "2026-Q4"),
    ("andre tertial 2026", "2026-T2"),
    ("2026T2", "2026-T2"),
    ("1. halvår 2026", "2026-H1"),
    ("2026 – 2029", "2026-2029"),
    ("2026-29", "2026-2029"),
    ("2026 til 2029", "2026-2029"),
    ("1.1.2026-31.12.2026", "2026"),
]
GUESSES = [
    ("31.12.26", DateGuess("2026-12-31", Why.YEAR_FIRST, sure=False)),
    ("10/11/2026", DateGuess("2026-11-10", Why.YEAR_FIRST, sure=False)),
    ("12/31/2026", DateGuess("2026-12-31", Why.FORM, sure=False)),
    ("2026-11-31", DateGuess("2026-11-30", Why.FORM, sure=False)),
    ("2026-2", DateGuess("2026-02", Why.FORM, sure=False)),
    ("15. mars", DateGuess("2021-03-15", Why.NO_YEAR, sure=False)),
    ("2. tertial", DateGuess("2021-T2", Why.NO_YEAR, sure=False)),
    ("uke 40", DateGuess("2021-10-10", Why.LAST_DAY, sure=False)),
    ("uke 40 2026", DateGuess("2026-10-04", Why.LAST_DAY, sure=False)),
    ("2026-U40", DateGuess("2026-10-04", Why.LAST_DAY, sure=False)),
    ("i løpet av våren", DateGuess("våren 2021", Why.NO_YEAR, sure=False)),
    ("utgangen av året", DateGuess("2021-12-31", Why.LAST_DAY, sure=False)),
    ("innen utgangen av 2026", DateGuess("2026", Why.FORM, sure=False)),
    ("fortløpende", DateGuess("2021", Why.ENDLESS, sure=False)),
    ("26-29", DateGuess("2026-2029", Why.FORM, sure=False)),
]


@pytest.mark.parametrize(("text", "right"), SURE)
def test_what_can_mean_only_one_thing_is_sure(text: str, right: str) -> None:
    found = guess_date(text, 2021)
    assert found is not None
    assert (found.text, found.sure) == (right, True)


@pytest.mark.parametrize(("text", "right"), GUESSES)
def test_what_can_mean_another_thing_is_a_guess(text: str, right: DateGuess) -> None:
    assert guess_date(text, 2021) == right


@pytest.mark.parametrize(
    "text", ["snarest", "2026-13", "2026-T4", "Q5 2026", "uke 54 2026", "32.12.2026", "frist", "2029-2026", ""]
)
def test_what_means_nothing_is_left_alone(text: str) -> None:
    assert guess_date(text, 2021) is None


def test_nothing_is_proposed_without_a_year() -> None:
    assert guess_date("15. mars", None) is None
    assert guess_date("uke 40", None) is None


PIECES = st.sampled_from(
    [*"0123456789", *" .-/–,", "2026", "uke", "T", "Q", "mars", "kvartal", "høsten", "til", "innen"]
)


@given(st.lists(PIECES, max_size=9).map("".join))
def test_whatever_is_proposed_can_be_read(text: str) -> None:
    found = guess_date(text, 2021)
    assert found is None or span_of(found.text) is not None


@pytest.mark.parametrize("text", ["31.2.0000", "0000-02-30", "00000230", "31. februar 0000"])
def test_a_year_that_is_none_means_nothing(text: str) -> None:
    assert guess_date(text, 2021) is None
