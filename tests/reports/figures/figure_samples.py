"""Views for the figures' tests, made by hand and by hypothesis."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from planctl.fn import load_goals
from planctl.model.bands import Bands, parse_bands
from planctl.reports.figures.views import Coverage, CoverageRow, FnGoals, FnUse, Series
from planctl.reports.views.goals import Indicator, Point
from planctl.reports.views.money import AreaMoney, Economy, Money
from planctl.reports.views.status_counts import MOVING, Tallies, Tally

AREAS = ("Velferd", "Oppvekst", "Samfunnstjenester", "Samfunnsutvikling", "Medborgerskap", "Organisasjon", "Økonomi")
COUNTS = (
    (1, 25, 3, 9, 26, 1, 0),
    (1, 29, 2, 7, 30, 2, 4),
    (1, 22, 7, 6, 15, 0, 7),
    (0, 16, 4, 4, 13, 1, 0),
    (1, 11, 3, 1, 16, 0, 7),
    (1, 13, 3, 3, 9, 1, 0),
    (0, 9, 3, 2, 13, 1, 0),
)
SUMS = ((1814090, 1847890), (1965650, 1970550), (451567, 457900), (96650, 95300), (169910, 168710), (313670, 313150))


def tallies(rows: dict[str, tuple[int, ...]]) -> Tallies:
    found = tuple(Tally(name, counts) for name, counts in rows.items())
    return Tallies(found, Tally("", tuple(sum(row.counts[at] for row in found) for at in range(len(MOVING)))))


def waiting(rows: dict[str, tuple[tuple[int, ...], int]]) -> Tallies:
    """Give a table in which something is on hold."""
    moving = tallies({name: counts for name, (counts, _) in rows.items()})
    held = tuple(replace(row, on_hold=rows[row.name][1]) for row in moving.rows)
    return Tallies(held, replace(moving.total, on_hold=sum(row.on_hold or 0 for row in held)))


def asker() -> Tallies:
    return tallies(dict(zip(AREAS, COUNTS, strict=True)))


def money(revised: int | None, forecast: int | None) -> Money:
    return Money(revised, revised, revised, forecast)


def economy(*sums: tuple[str, int | None, int | None]) -> Economy:
    areas = tuple(AreaMoney(name, money(revised, forecast), ()) for name, revised, forecast in sums)
    known = [area.money for area in areas if area.money.deviation is not None]
    total = money(sum(row.revised or 0 for row in known), sum(row.forecast or 0 for row in known))
    return Economy(areas, total if known else money(None, None), len(known), len(areas), ())


def economy_of_asker() -> Economy:
    return economy(*((name, *sums) for name, sums in zip(AREAS, SUMS, strict=False)))


def coverage() -> Coverage:
    rows = [
        CoverageRow(
            str(at + 1),
            title,
            tuple(
                ((at * 7 + column * 5) % 31 * (column != at), (at + column) % 4 * (column != at)) for column in range(7)
            ),
        )
        for at, title in enumerate(
            ("Samarbeid for å nå målene", "Innovasjon, digitalisering og næringsutvikling", "God helse")
        )
    ]
    return Coverage(AREAS, tuple(rows))


def goals(
    used: tuple[tuple[str, int, int], ...] = (("3", 5, 60), ("13", 3, 30), ("5", 1, 0)), first: str = "13"
) -> FnGoals:
    found = {number: (mål, tiltak) for number, mål, tiltak in used}
    rows = [
        FnUse(number, titles, number in {first, "17"}, *found.get(number, (0, 0)))
        for number, titles in load_goals().titles.items()
    ]
    return FnGoals(tuple(rows))


def series(
    *values: tuple[str, Any],
    bands: dict[str, Any] | None = None,
    target: tuple[str, Any] | None = None,
    decimals: int = 0,
    line: tuple[tuple[str, Any], ...] = (),
    **fields: Any,
) -> Series:
    read = parse_bands(bands)
    assert read is None or isinstance(read, Bands)
    points = tuple(Point(None if value is None else Decimal(str(value)), period) for period, value in values)
    known = [point for point in points if point.value is not None]
    verdict = read.judge(known[-1].value, decimals) if read and known else None
    plain = {"id": "byer.i1", "number": "", "title": "Flere sykler", "goal": "2.1", "unit": "", "measure": "prosent"}
    item = Indicator(
        **{**plain, **fields},
        decimals=decimals,
        latest=points[-1] if points else None,
        last_value=known[-1] if known else None,
        previous=known[-2] if len(known) > 1 else None,
        verdict=verdict or ("uten bånd" if known else None),
        target=Point(Decimal(str(target[1])), target[0]) if target else None,
        trend=None,
        better=None,
        stale=False,
    )
    return Series(item, points, read, tuple(Point(Decimal(str(value)), period) for period, value in line))


BANDS = {"ønsket": "≥ 40", "akseptert": "30–39", "ikke_godkjent": "< 30"}


def cyclists() -> Series:
    return series(
        ("2017", 26),
        ("2018", 31),
        ("2019", None),
        ("2020", 30),
        ("2021-H1", 28),
        bands=BANDS,
        target=("2024", 42),
        line=(("2017", 26), ("2024", 42)),
    )


_NAMES = st.text(max_size=60) | st.sampled_from(["", "Samfunnstjenester", "ord " * 30, "m" * 50])
_COUNT = st.integers(0, 3) | st.integers(0, 100000)
_COUNTS = st.tuples(*[_COUNT] * len(MOVING))
TALLIES = st.dictionaries(_NAMES, _COUNTS, max_size=25).map(tallies) | st.builds(
    waiting, st.dictionaries(_NAMES, st.tuples(_COUNTS, _COUNT), max_size=25)
)
_SUMS = st.none() | st.integers(-5, 5) | st.integers(-(10**9), 10**9)
ECONOMIES = st.lists(st.tuples(_NAMES, _SUMS, _SUMS), max_size=25).map(lambda rows: economy(*rows))


@st.composite
def coverages(draw: st.DrawFn) -> Coverage:
    areas = draw(st.lists(_NAMES, max_size=24))
    cells = st.tuples(*[st.tuples(st.integers(0, 2) | st.integers(0, 9999), st.integers(0, 999))] * len(areas))
    rows = draw(st.lists(st.builds(CoverageRow, st.sampled_from(["", "1", "1.2.3"]), _NAMES, cells), max_size=12))
    return Coverage(tuple(areas), tuple(rows))


GOALS = st.dictionaries(
    st.sampled_from([str(number) for number in range(1, 18)]), st.tuples(st.integers(0, 99), st.integers(0, 9999))
).map(lambda used: goals(tuple((number, *counts) for number, counts in used.items())))

_PERIODS = st.one_of(
    st.integers(1990, 2060).map(str),
    st.builds("{}-T{}".format, st.integers(2015, 2025), st.integers(1, 3)),
    st.builds("{}-{:02}".format, st.integers(2015, 2025), st.integers(1, 12)),
)
_VALUES = st.integers(-100, 100) | st.decimals(-(10**12), 10**12, places=3) | st.just(10**20)
_BAND_SETS = st.sampled_from(
    [
        None,
        BANDS,
        {"ønsket": "5,0–7,0", "akseptert": ["4,0–4,9", "7,1–8,5"], "ikke_godkjent": ["< 4,0", "> 8,5"]},
        {"ønsket": "≥ 40"},
        {"ønsket": "≥ 40", "akseptert": "20–30", "ikke_godkjent": "25–45"},
        {"akseptert": [f"{low}–{low + 1}" for low in range(0, 200, 3)]},
        {"ønsket": "≤ −1000000000", "ikke_godkjent": "> 1000000000"},
    ]
)


@st.composite
def many_series(draw: st.DrawFn) -> Series:
    rows = draw(st.dictionaries(_PERIODS, st.none() | _VALUES, max_size=30))
    goal = draw(st.none() | st.tuples(_PERIODS, _VALUES))
    return series(
        *sorted(rows.items()),
        bands=draw(_BAND_SETS),
        target=goal,
        line=draw(st.just(()) | st.tuples(st.tuples(_PERIODS, _VALUES), st.tuples(_PERIODS, _VALUES))),
        decimals=draw(st.integers(0, 3)),
        measure=draw(st.sampled_from(["prosent", "antall", "m" * 200, ""])),
        title=draw(_NAMES),
    )
