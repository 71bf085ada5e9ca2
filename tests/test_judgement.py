"""The algebra of judgements: monotone, idempotent, and blind to order."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.judgement.course import (
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

COURSES = st.sampled_from(Course)
MANY = st.lists(COURSES, min_size=1, max_size=40)
MAYBE = st.none() | COURSES
STATUSES = ("forsinket", "risiko", None, "ikke startet", "i rute", "fullført")


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
    for limit, line, stale in product(Limit, Line, (False, True)):
        here = measured(limit, line, stale=stale)
        for other in product(Limit, Line, (False, True)):
            if other[0] <= limit and other[1] <= line and other[2] >= stale:
                assert measured(other[0], other[1], stale=other[2]) <= here


@pytest.mark.parametrize("course", list(Course))
def test_words(course: Course) -> None:
    """Each course has its words; those of reports lead back to it."""
    if course is not Course.UKJENT:
        assert reported(course.word) is course
    assert said_of_goal(course.goal_word) in {course, Course.UKJENT}


def test_only_indicators_reach_a_goal() -> None:
    """Work that is done makes a mål be on the way; only what is measured makes it reached."""
    assert mål(None, Course.FULLFØRT, None) is Course.I_RUTE
    assert mål(Course.FULLFØRT, Course.I_RUTE, None) is Course.FULLFØRT
    assert mål(Course.FULLFØRT, Course.FORSINKET, None) is Course.RISIKO
    assert mål(None, None, None) is Course.UKJENT
