"""No small count of what may be about a person can be worked out: from a table with its sums, or from several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.disciplines.avvik import tables
from planctl.disciplines.avvik.deviations import SLAG, WRONG
from planctl.disciplines.avvik.told import Told
from planctl.disciplines.avvik.trend import trend
from planctl.domain.small_counts import Count, ToldGrid, told_counts, told_grid
from planctl.i18n import Language
from planctl.model.chapter import Occasion
from planctl.model.period import Period
from support import sample, world

NB = Language("nb")
Place = tuple[int, int, str]
"""A year, a month and a sort of message."""
COUNTS = st.builds(Count, st.integers(0, 5), st.booleans())


@pytest.mark.parametrize(
    ("counts", "personal", "told"),
    [
        ([3, 9, 4], [True, False, False], ["under 5", "9", "ikke vist"]),
        ([3, 2, 9], [True, True, False], ["under 5", "under 5", "9"]),
        ([5, 9], [True, False], ["5", "9"]),
        ([3, 9], [False, False], ["3", "9"]),
        ([3, 0], [True, False], ["under 5", "ikke vist"]),
        ([0, 4], [True, False], ["0", "4"]),
        ([1, 1, 9], [True, True, False], ["under 5", "under 5", "ikke vist"]),
        ([4, 4, 9, 7], [True, True, False, False], ["under 5", "under 5", "9", "ikke vist"]),
        ([1, 0], [True, False], ["ikke vist", "ikke vist"]),
        ([1, 1, 1, 1], [True] * 4, ["ikke vist"] * 4),
        ([3], [True], None),
    ],
)
def test_what_is_told_of_a_column(counts: list[int], personal: list[bool], told: list[str] | None) -> None:
    found = told_counts([Count(count, own) for count, own in zip(counts, personal, strict=True)])
    assert (None if found is None else [NB.show(cell) for cell in found]) == told


def test_a_table_is_guarded_both_ways() -> None:
    """The smallest other of the row and of the column, and the one where those two meet."""
    cells = [[Count(2, personal=True), _of(8), _of(6)], [_of(7), _of(9), _of(5)]]
    grid = told_grid(cells, rows_told=True)
    assert grid is not None
    assert [[NB.show(cell) for cell in row] for row in grid.cells] == [
        ["under 5", "8", "ikke vist"],
        ["ikke vist", "9", "ikke vist"],
    ]
    assert (grid.rows, grid.columns) == ((16, 21), (9, 17, 11))


def _of(count: int) -> Count:
    return Count(count, personal=False)


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[list[Count]], tuple[int, ...], list[int], bool]:
    """Draw a table, the rows of it that are told of nowhere, the groups of its columns, and whether rows have sums."""
    width, rows_told = draw(st.integers(1, 4)), draw(st.booleans())
    cells = draw(st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=3))
    kept = (1,) if not rows_told and len(cells) == 2 and draw(st.booleans()) else ()
    return cells, kept, draw(st.lists(st.integers(0, 1), min_size=width, max_size=width)), rows_told


@given(grids())
@settings(max_examples=sample(60, 2000))
def test_no_hidden_number_follows_from_the_table(
    drawn: tuple[list[list[Count]], tuple[int, ...], list[int], bool],
) -> None:
    cells, kept, groups, rows_told = drawn
    grid = told_grid(cells, kept=kept, groups=groups, rows_told=rows_told)
    if grid is None:
        assert any(groups.count(one) == 1 for one in groups)  # a column beside no other is its sum
        return
    seen: dict[object, set[int]] = {}
    for solution in _solutions(cells, grid, kept, groups, rows_told=rows_told):
        for where, value in solution.items():
            seen.setdefault(where, set()).add(value)
        if all(len(values) > 1 for values in seen.values()):
            break
    assert all(len(values) > 1 for values in seen.values()), seen
    for row, line in enumerate(cells):
        for column, count in enumerate(line):
            told = grid.cells[row][column]
            assert row in kept or (told == count.number if isinstance(told, int) else True)
            assert row in kept or not (count.is_small and isinstance(told, int))


def _solutions(
    cells: Sequence[Sequence[Count]], grid: ToldGrid, kept: Sequence[int], groups: Sequence[int], *, rows_told: bool
) -> Iterator[dict[object, int]]:
    """Yield every table that agrees with what is told, as the numbers that are not told of."""
    rows = [sum(count.number for count in line) for line in cells]
    columns = [sum(line[at].number for line in cells) for at in range(len(groups))]
    whole = sum(rows)

    def values(told: object) -> range:
        if isinstance(told, int):
            return range(told, told + 1)
        return range(1, 5) if NB.show(told) == "under 5" else range(whole + 1)  # type: ignore[arg-type]

    free = range(whole + 1)
    lines = [
        list(
            _lines(
                [free if at in kept else values(told) for told in line],
                values(grid.rows[at]) if rows_told else [rows[at]],
            )
        )
        for at, line in enumerate(grid.cells)
    ]
    for table in product(*lines):
        sums = [sum(line[at] for line in table) for at in range(len(groups))]
        if sum(sums) != whole or not all(one in values(told) for one, told in zip(sums, grid.columns, strict=True)):
            continue
        if all(sum(_of_group(sums, groups, one)) == sum(_of_group(columns, groups, one)) for one in groups):
            yield dict(_hidden(table, sums, grid, kept, rows_told=rows_told))


def _lines(cells: Sequence[range], sums: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every row of numbers, each out of its range, that has one of some sums."""
    if not cells:
        if 0 in sums:
            yield ()
        return
    for value in cells[0]:
        left = [one - value for one in sums if one >= value]
        if left:
            yield from ((value, *rest) for rest in _lines(cells[1:], left))


def _of_group(columns: Sequence[int], groups: Sequence[int], one: int) -> list[int]:
    return [number for number, group in zip(columns, groups, strict=True) if group == one]


def _hidden(
    table: Sequence[Sequence[int]], sums: Sequence[int], grid: ToldGrid, kept: Sequence[int], *, rows_told: bool
) -> Iterator[tuple[object, int]]:
    """Yield those numbers of a table that are not told."""
    for row, (line, told) in enumerate(zip(table, grid.cells, strict=True)):
        for at, cell in enumerate(told):
            if row not in kept and not isinstance(cell, int):
                yield (row, at), line[at]
        if rows_told and not isinstance(grid.rows[row], int):
            yield ("row", row), sum(line)
    for at, cell in enumerate(grid.columns):
        if not isinstance(cell, int):
            yield ("column", at), sums[at]


def test_the_search_finds_the_true_table_too() -> None:
    cells = [[Count(2, personal=True), _of(3)], [_of(4), _of(0)]]
    grid = told_grid(cells, rows_told=True)
    assert grid is not None
    hidden = {(0, 0): 2, (0, 1): 3, (1, 0): 4, (1, 1): 0}
    truth = {at: number for at, number in hidden.items() if not isinstance(grid.cells[at[0]][at[1]], int)}
    found = list(_solutions(cells, grid, (), [0, 0], rows_told=True))
    assert any(truth.items() <= solution.items() for solution in found)
    assert len(found) > 1


WORDS = {NB.show(word): slag for slag, word in tables.SLAG_WORDS.items()}
MONTHS = ("januar", "februar", "mars", "april", "mai")
HEAD = "type: avvik\nid: av\ntittel: Avvik\nperiode: 2021\navvik:\n"
MESSAGES = st.lists(
    st.tuples(
        st.sampled_from([2020, 2021]), st.integers(1, 5), st.sampled_from(SLAG), st.sampled_from(["HMS", "annet"])
    ),
    min_size=1,
    max_size=24,
)


def _told(messages: Sequence[tuple[int, int, str, str]]) -> Told:
    rows = "".join(
        f"  - {{id: av.{number}, meldt: {year}-{month:02}-03, slag: {slag}, område: {area}, årsaksgruppe: annet}}\n"
        for number, (year, month, slag, area) in enumerate(messages)
    )
    day = date(2021, 5, 31)
    opened = world({"avvik/2021.yaml": HEAD + rows}, day)
    return Told.of(opened, Occasion(Period(date(2021, 1, 1), day), lambda _: True))


@given(MESSAGES)
@settings(max_examples=sample(25, 400))
def test_no_hidden_number_follows_from_the_tables_and_the_picture_together(
    messages: list[tuple[int, int, str, str]],
) -> None:
    """All sums are lines of one set of equations: none of its solutions may be without a choice for a small number."""
    told = _told(messages)
    equations: list[dict[Place, int]] = []
    for year, side in ((2021, 1), (2020, 2)):
        every = {(year, month, slag) for month in range(1, 6) for slag in SLAG}
        equations += [dict.fromkeys(part, 1) for part in (*_equations(told, year, side), every)]
    determined = _determined(equations)
    small = {
        place
        for place in {(year, month, slag) for year, month, slag, _ in messages}
        if all(one[3] == "HMS" for one in messages if one[:3] == place)
        and sum(one[:3] == place for one in messages) < 5
    }
    assert not small & determined


def _equations(told: Told, year: int, side: int) -> Iterator[set[Place]]:
    """Yield what the tables, and the picture, tell of the numbers of a year by month and sort."""
    if side == 2 and not told.compares:
        return
    for part, cell in (*_from_sums(told, year, side), *_from_months(told, year, side), *_from_picture(told, year)):
        if isinstance(cell, int):
            yield part


def _from_sums(told: Told, year: int, side: int) -> Iterator[tuple[set[Place], object]]:
    sums = {slag: {(year, month, slag) for month in range(1, 6)} for slag in SLAG}
    for table in tables.by_slag(told):
        yield from ((sums[WORDS[NB.show(row[0])]], row[side]) for row in table.rows)
    for table in tables.by_cause(told):
        assert table.total is not None
        yield set().union(*(sums[slag] for slag in WRONG)), table.total[side]


def _from_months(told: Told, year: int, side: int) -> Iterator[tuple[set[Place], object]]:
    for table in tables.by_month(told):
        for month, row in enumerate(table.rows, 1):
            line = {(year, month, slag) for slag in SLAG}
            yield line, row[4 + side]
            if side == 1:
                yield from (({(year, month, slag)}, cell) for slag, cell in zip(SLAG, row[1:5], strict=True))


def _from_picture(told: Told, year: int) -> Iterator[tuple[set[Place], object]]:
    steps = {f"{name} {year}": month for month, name in enumerate(MONTHS, 1)}
    for picture in trend(told):
        for series in picture.series:
            for step, value in zip(picture.steps, series.values, strict=True):
                month = steps.get(NB.show(step))
                if month is not None:
                    yield {(year, month, WORDS[NB.show(series.name)])}, value


def _determined(rows: Sequence[dict[Place, int]]) -> set[Place]:
    """Give the unknowns that have one value in every solution: those that stand alone when all is worked out."""
    left = [{key: Fraction(value) for key, value in row.items()} for row in rows]
    done: list[dict[Place, Fraction]] = []
    while left:
        row = left.pop()
        if not row:
            continue
        pivot = min(row)
        row = {key: value / row[pivot] for key, value in row.items()}
        for group in (left, done):
            for at, other in enumerate(group):
                if pivot in other:
                    factor = other[pivot]
                    mixed = {
                        key: other.get(key, Fraction()) - factor * row.get(key, Fraction()) for key in {*other, *row}
                    }
                    group[at] = {key: value for key, value in mixed.items() if value}
        done.append(row)
    return {next(iter(row)) for row in done if len(row) == 1}
