"""The algebra of judgements: monotone, idempotent, and blind to order."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.domain.judgement.course import (
    Course,
    Limit,
    Line,
    measured,
    mål,
    oppdrag,
    reported,
    said_of_goal,
    strategi,
    tiltak,
    together,
)
from planctl.domain.judgement.line import expected, line

COURSES = st.sampled_from(Course)
MANY = st.lists(COURSES, min_size=1, max_size=40)
MAYBE = st.none() | COURSES
STATUSES = ("forsinket", "risiko", None, "satt på vent", "ikke startet", "i rute", "fullført")


@given(MANY, st.data())
def test_together_is_monotone(courses: list[Course], data: st.DataObject) -> None:
    """Whatever gets worse below, the whole gets no better."""
    worse = [data.draw(st.sampled_from([other for other in Course if other <= course])) for course in courses]
    assert (together(worse) or 0) <= (together(courses) or 0)


@given(MANY, st.randoms())
def test_together_is_blind_to_order(courses: list[Course], random: object) -> None:
    """The order of those below is of no account."""
    shuffled = list(courses)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert together(shuffled) is together(courses)


@given(COURSES, st.integers(1, 50))
def test_together_is_idempotent(course: Course, count: int) -> None:
    """Many that are alike are together as each is; judging the result again changes nothing."""
    assert together([course] * count) is course


@given(MANY)
def test_together_lies_between(courses: list[Course]) -> None:
    """The whole is never worse than the worst below it, nor better than the best."""
    assert min(courses) <= (together(courses) or 0) <= max(courses)


@given(MANY)
def test_one_late_is_never_hidden(courses: list[Course]) -> None:
    """One that is late keeps the whole from being on track; one undone keeps it from being done."""
    assert (together([*courses, Course.FORSINKET]) or 0) <= Course.RISIKO
    assert (together([*courses, Course.I_RUTE]) or 0) <= Course.I_RUTE


def test_half_decides() -> None:
    """Half of those below is enough, rounded up."""
    good, late = [Course.I_RUTE], [Course.FORSINKET]
    assert together([]) is None
    assert together(good + late) is Course.FORSINKET
    assert together(good * 2 + late) is Course.RISIKO
    assert together(good * 3 + late * 2) is Course.RISIKO
    assert together(good * 2 + late * 2) is Course.FORSINKET


def test_every_function_is_monotone() -> None:
    """Each argument that gets worse, all else equal, makes the result no better."""
    ordered = [(status, reported(status)) for status in STATUSES]
    courses = [None, *Course]

    def pairs(values: list[Course | None]) -> list[tuple[Course | None, Course | None]]:
        return [(a, b) for a in values for b in values if a is not None and b is not None and a <= b]

    for (bad, first), (good, second) in product(ordered, ordered):
        if first <= second:
            for overdue, below in product((False, True), courses):
                assert tiltak(bad, overdue=overdue) <= tiltak(good, overdue=overdue)
                one, other = (oppdrag(status, overdue=overdue, below=below) for status in (bad, good))
                assert one <= other
                assert oppdrag(bad, overdue=True, below=below) <= oppdrag(bad, overdue=False, below=below)
    for bad_below, good_below in pairs(courses):
        assert strategi(bad_below) <= strategi(good_below)
        for status, overdue in product(STATUSES, (False, True)):
            assert oppdrag(status, overdue=overdue, below=bad_below) <= oppdrag(
                status, overdue=overdue, below=good_below
            )
        for one, other in product(courses, courses):
            assert mål(bad_below, one, other) <= mål(good_below, one, other)
            assert mål(one, bad_below, other) <= mål(one, good_below, other)
            assert mål(one, other, bad_below) <= mål(one, other, good_below)


def test_a_measured_value_is_monotone() -> None:
    """A worse band, a worse place to the line or an old value judges no better."""
    for limit, place, stale in product(Limit, Line, (False, True)):
        here = measured(limit, place, stale=stale)
        for other in product(Limit, Line, (False, True)):
            if other[0] <= limit and other[1] <= place and other[2] >= stale:
                assert measured(other[0], other[1], stale=other[2]) <= here


@pytest.mark.parametrize("course", list(Course))
def test_words(course: Course) -> None:
    """Each course has its words; those of reports lead back to it."""
    if course is not Course.UKJENT:
        assert reported(course.word) is course
    assert said_of_goal(course.goal_word) in {course, Course.UKJENT}


def test_of_nothing_known_nothing_is_judged() -> None:
    """Where nobody has reported and no indicator tells, neither the work nor the mål above it is judged."""
    silent = tiltak(None, overdue=False)
    above = oppdrag(None, overdue=False, below=together([silent, silent]))
    unmeasured = measured(Limit.INGEN, Line.INGEN, stale=False)
    assert {silent, above, strategi(together([above])), unmeasured} == {Course.UKJENT}
    for values, work, goals in product((None, Course.UKJENT), repeat=3):
        assert mål(values, work, goals) is Course.UKJENT


def test_only_indicators_reach_a_goal() -> None:
    """Work that is done makes a mål be on the way; only what is measured makes it reached."""
    assert mål(None, Course.FULLFØRT, None) is Course.I_RUTE
    assert mål(Course.FULLFØRT, Course.I_RUTE, None) is Course.FULLFØRT
    assert mål(Course.FULLFØRT, Course.FORSINKET, None) is Course.RISIKO
    assert mål(None, None, None) is Course.UKJENT


NUMBERS = st.decimals(-1000, 1000, places=2)


@given(NUMBERS, NUMBERS, NUMBERS, st.integers(1, 3650), st.sampled_from(["opp", "ned"]), NUMBERS)
def test_the_line_is_monotone(
    start: Decimal, goal: Decimal, value: Decimal, days: int, way: str, more: Decimal
) -> None:
    """A value that is better by the indicator's retning never stands worse to the line."""
    origin, targets = (date(2015, 1, 1), start), [(date(2025, 1, 1), goal)]
    day = date(2015, 1, 1) + timedelta(days=days)
    better = value + abs(more) if way == "opp" else value - abs(more)
    assert line(value, day, origin, targets, way, 1) <= line(better, day, origin, targets, way, 1)


def test_the_line_goes_over_every_target() -> None:
    """The line is straight from point to point and level after the last."""
    origin = (date(2020, 12, 31), Decimal(10))
    targets = [(date(2022, 12, 31), Decimal(20)), (date(2024, 12, 31), Decimal(40))]
    assert expected(date(2021, 12, 31), origin, targets) == 15
    assert expected(date(2022, 12, 31), origin, targets) == 20
    assert expected(date(2030, 1, 1), origin, targets) == 40
    assert expected(date(2020, 12, 31), origin, targets) is None
    assert expected(date(2021, 12, 31), None, targets) is None
    assert line(Decimal("14.6"), date(2021, 12, 31), origin, targets, "opp", 0) is Line.PÅ
    assert line(Decimal("14.4"), date(2021, 12, 31), origin, targets, "opp", 0) is Line.BAK
    assert line(Decimal(40), date(2021, 12, 31), origin, targets, "opp", 0) is Line.MÅL
    assert line(Decimal(40), date(2021, 12, 31), origin, targets, "intervall", 0) is Line.INGEN
