"""Arcs and badges share lanes without touching."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from planctl.calendar.geometry import RING_GAP, RINGS, polar
from planctl.calendar.lanes import REACH, Arc, badge_width, occupied, overlap, pack, pack_rings

_DEGREES = st.integers(0, 7200).map(lambda value: value / 20)
_ARCS = st.lists(st.tuples(_DEGREES, _DEGREES).map(lambda pair: Arc(min(pair), max(pair))), max_size=30)


def test_arcs_that_follow_each_other_share_a_lane() -> None:
    assert pack([Arc(0, 40), Arc(50, 90), Arc(100, 100)], [8, 8]) == (0, 0, 0)


def test_an_arc_over_another_takes_the_next_lane() -> None:
    assert pack([Arc(0, 60), Arc(30, 90), Arc(70, 80)], [8, 8]) == (0, 1, 0)


def test_two_badges_need_their_width() -> None:
    assert pack([Arc(100, 100), Arc(107.9, 107.9)], [8, 8]) == (0, 1)
    assert pack([Arc(100, 100), Arc(108, 108)], [8, 8]) == (0, 0)


def test_a_badge_on_new_years_day_meets_the_arc_of_december() -> None:
    assert pack([Arc(0.5, 0.5), Arc(330, 359)], [8, 8]) == (0, 1)


def test_too_few_lanes_give_none() -> None:
    assert pack([Arc(0, 60), Arc(30, 90)], [8]) is None


def test_a_narrower_lane_is_chosen_by_its_own_width() -> None:
    assert pack([Arc(100, 100), Arc(109, 109)], [10, 20]) == (0, 1)
    assert pack([Arc(100, 100), Arc(109, 109), Arc(105, 105)], [4, 20]) == (0, 0, 0)


@given(_ARCS)
def test_nothing_overlaps_in_a_lane(arcs: list[Arc]) -> None:
    widths = [6 + lane for lane in range(len(arcs) or 1)]
    lanes = pack(arcs, widths)
    assert lanes is not None
    for (one, here), (other, there) in combinations(zip(arcs, lanes, strict=True), 2):
        if here == there:
            width = widths[here]
            assert not overlap(occupied(one, width), occupied(other, width))


@given(_ARCS, _ARCS)
def test_no_two_badges_of_the_wheel_touch(outer: list[Arc], inner: list[Arc]) -> None:
    lanes = pack_rings(outer, inner)
    centres = [
        polar(arc.start, radii[lane])
        for arcs, radii, chosen in (
            (outer, lanes.outer_radii, lanes.outer),
            (inner, lanes.inner_radii, lanes.inner),
        )
        for arc, lane in zip(arcs, chosen, strict=True)
    ]
    for one, other in combinations(centres, 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) >= 2 * lanes.badge * REACH - 1e-6


@given(_ARCS, _ARCS)
def test_every_lane_lies_inside_its_ring(outer: list[Arc], inner: list[Arc]) -> None:
    lanes = pack_rings(outer, inner)
    half = lanes.pitch / 2 - 1e-6
    assert lanes.badge * REACH <= lanes.pitch / 2 + 1e-6
    assert all(lanes.edge + half <= r <= RINGS[1] - half for r in lanes.outer_radii)
    assert all(RINGS[0] + half <= r <= lanes.edge - RING_GAP - half for r in lanes.inner_radii)


def test_a_badge_is_wider_in_degrees_nearer_the_hub() -> None:
    assert badge_width(10, 80) > badge_width(10, 200) > 0
