"""Label text is measured, broken and spread; leaders stay outside the wheel."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.calendar.geometry import BAND, CENTRE, COLUMN, ELBOW_X, LEADER, TEXT_SIZE, polar
from planctl.calendar.labels import GAP, Label, make_labels, place, set_feet
from planctl.calendar.view import YearWheel
from planctl.i18n import Language
from planctl.svg.metrics import cut, measure, wrap
from planctl.svg.spread import spread

_PLACES = st.lists(st.floats(-500, 500), max_size=40)


def test_measure_knows_narrow_and_wide_letters() -> None:
    assert measure("il", 1000) == 444
    assert measure("mW", 1000) == 1777
    assert measure("Ææøå", 1000) == 1000 + 889 + 611 + 556
    assert measure("é", 1000) == measure("e", 1000)


@pytest.mark.parametrize("char", "0123456789abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ–…")
def test_every_common_letter_is_in_the_table(char: str) -> None:
    assert measure(char, 1000) != 800


def test_wrap_breaks_evenly_and_keeps_the_dash_at_the_end() -> None:
    assert wrap("Ekstern revisjon etter ISO 9001", 15, 204) == [
        "Ekstern revisjon",
        "etter ISO 9001",
    ]
    text = "2. tertialrapport – administrativt"
    assert wrap(text, 15, 204) == ["2. tertialrapport –", "administrativt"]


def test_wrap_holds_a_no_break_space() -> None:
    assert wrap("I dag: 30.\u00a0september", 16, 118) == ["I dag:", "30.\u00a0september"]


def test_wrap_cuts_between_words_where_it_can() -> None:
    text = "Årsrapport, årsregnskap og årsberetning – administrativt arbeid"
    first, second = wrap(text, 15, 204)
    assert (first, second) == ("Årsrapport, årsregnskap og", "årsberetning – administrativt…")


def test_a_word_of_200_letters_is_cut_with_an_ellipsis_before_the_asterisk() -> None:
    (line,) = wrap("ø" * 200, 15, 204, tail="*")
    assert line.endswith("ø…*")
    assert 190 < measure(line, 15) <= 204


@given(st.text(max_size=120), st.sampled_from(["", "*"]))
def test_no_line_is_wider_than_its_column(text: str, tail: str) -> None:
    lines = wrap(text, TEXT_SIZE, COLUMN, tail)
    assert len(lines) in {1, 2}
    assert all(measure(line, TEXT_SIZE) <= COLUMN for line in lines)
    assert lines[-1].endswith(tail)
    assert measure(cut(text, TEXT_SIZE, COLUMN, tail), TEXT_SIZE) <= COLUMN


def test_spread_pools_only_those_in_conflict() -> None:
    assert spread([0, 0, 100], [10, 10, 10]) == [-5, 5, 100]
    assert spread([0, 4, 8], [10, 10, 10]) == [-6, 4, 14]
    assert spread([0, 50], [10, 10]) == [0, 50]


@given(_PLACES, st.lists(st.floats(1, 70), min_size=40, max_size=40))
def test_spread_keeps_order_room_and_mean(wanted: list[float], room: list[float]) -> None:
    got = spread(wanted, room[: len(wanted)])
    assert all(b - a >= r - 1e-6 for (a, b), r in zip(pairwise(got), room, strict=False))
    assert sum(got) == pytest.approx(sum(wanted), abs=1e-6)


@given(
    st.lists(st.floats(0, 205), max_size=40),
    st.lists(st.sampled_from([35.0, 52.5]), min_size=40, max_size=40),
)
def test_labels_do_not_overlap_and_leaders_stay_outside(folds: list[float], heights: list[float]) -> None:
    folds.sort()
    heights = heights[: len(folds)]
    ys = place(folds, heights)
    assert all(b - a >= h + GAP - 1e-6 for (a, b), h in zip(pairwise(ys), heights, strict=False))
    for fold, y in zip(folds, ys, strict=True):
        assert _nearest(polar(fold, LEADER), (CENTRE - ELBOW_X, y)) >= LEADER - 1e-3


def _nearest(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Find a line's smallest distance to the wheel's centre."""
    steps = [step / 200 for step in range(201)]
    return min(hypot(*(a + (b - a) * s for a, b in zip(one, other, strict=True))) for s in steps)


@given(st.lists(st.floats(0.5, 359.5), max_size=60))
def test_feet_keep_their_order_and_the_year(turns: list[float]) -> None:
    turns.sort()
    feet = set_feet(turns)
    assert all(b - a >= 1.1 - 1e-6 for a, b in pairwise(feet))
    assert all(0.5 - 1e-6 <= foot <= 359.5 + 1e-6 for foot in feet)


def _line(label: Label) -> tuple[tuple[float, float], tuple[float, float]]:
    side = 1 if label.right else -1
    return polar(label.foot, LEADER), (side * (CENTRE - ELBOW_X), label.y)


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _crossings(labels: tuple[Label, ...]) -> list[tuple[int, int]]:
    found = []
    for one in labels:
        for other in labels[one.item.number :]:
            (a, b), (c, d) = _line(one), _line(other)
            if _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0:
                found.append((one.item.number, other.item.number))
    return found


def test_no_two_leaders_cross(asker: YearWheel, crowd: Callable[..., YearWheel]) -> None:
    wheels = [asker, crowd(40), crowd(60), crowd(27, spacing=3), crowd(30, spacing=0)]
    assert [_crossings(make_labels(wheel, Language("nb"))) for wheel in wheels] == [[]] * 5


def test_columns_run_clockwise_and_are_of_like_height(asker: YearWheel) -> None:
    labels = make_labels(asker, Language("nb"))
    assert [label.item.number for label in labels] == list(range(1, 28))
    right = [label.y for label in labels if label.right]
    left = [label.y for label in labels if not label.right]
    assert right == sorted(right)
    assert left == sorted(left, reverse=True)
    assert (len(right), len(left)) == (15, 12)


def test_the_leaders_start_outside_the_months() -> None:
    assert BAND[1] < LEADER < CENTRE - ELBOW_X
