"""Pictures of chapters for the tests: one of each kind with texts of a municipality, and any that hypothesis thinks of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from planctl.i18n import T
from planctl.model.picture import (
    Axis,
    Board,
    Climb,
    Corner,
    Lane,
    Milestone,
    Picture,
    Point,
    Portion,
    Scatter,
    Series,
    Shares,
    Slope,
    Square,
    Stacked,
    Status,
    Steps,
    Stretch,
    Timeline,
    Tone,
)

TITLE, TOLD = T("Measures"), T("Nothing to show.")
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
LEGEND = (("high", "krever tiltak"), ("middle", "følges opp"), ("low", "i orden"))


def deviations() -> Stacked:
    """Avvik by month and category; nothing is known of the last month."""
    health = Series("Helse, miljø og sikkerhet", (12, 9, 22, 14, 10, 8, 3, 11, 16, 13, 7, None))
    quality = Series("Tjenestekvalitet", (20, 18, 31, 22, 19, 16, 9, 17, 24, 21, 0, None))
    return Stacked("avvik", TITLE, TOLD, "Antall avvik", MONTHS, (health, quality))


def investments() -> Stacked:
    """Investments and what they cost in operation over twenty years."""
    schools = Series("Skole", tuple(120 + index * 37 % 210 for index in range(20)))
    water = Series("Vann og avløp", tuple(200 + index * 53 % 90 for index in range(20)))
    operation = Series("Driftskostnad", tuple(80 + 14 * index for index in range(20)))
    years = tuple(str(year) for year in range(2022, 2042))
    return Stacked("lida", TITLE, TOLD, "Mill. kr", years, (schools, water), operation)


def maturity() -> Steps:
    rows = (
        Climb("Informasjonssikkerhet og personvern", 2, 4),
        Climb("Anskaffelser", Decimal("2.5"), Decimal("2.5")),
        Climb("Arkiv", None, 3),
        Climb("Etikk", 5),
    )
    names = ("Tilfeldig", "Påbegynt", "Etablert", "Styrt", "Kontinuerlig forbedring")
    return Steps("modenhet", TITLE, TOLD, 5, rows, names, 1)


def portfolio() -> Scatter:
    points = (
        Point("Ny barnehage", 2, 4, 120, "low", "120 mill. kr"),
        Point("Svømmehall", 3, 5, 680, "middle"),
        Point("Fagsystem for helse, omsorg og velferd i hele kommunen", 4, 4, 38, "high"),
        Point("Digital byggesak", 4, 4, Decimal("12.5"), "low"),
        Point("Uten ramme", 1, 2),
    )
    axes = Axis("Risiko", 1, 5, ("lav", "høy"), stepped=True), Axis("Verdi", 1, 5, ("lav", "høy"), stepped=True)
    return Scatter("portefølje", TITLE, TOLD, *axes, points, "Ramme, mill. kr", legend=LEGEND)  # type: ignore[arg-type]


def importance() -> Scatter:
    points = tuple(Point(f"Tema {number}", 3 + number % 3, 2 + number % 4) for number in range(1, 15))
    axes = Axis("For kommunen", 1, 5, stepped=True), Axis("For interessentene", 1, 5, stepped=True)
    return Scatter("vesentlighet", TITLE, TOLD, *axes, points, marked=Corner("Prioritert", 4, 4))


def elements() -> Board:
    cells = (
        (Square("Vedtatt", "fullført"), Square("Pilot", "i rute"), Square()),
        (Square("", "ikke startet"), Square("Utsatt"), Square("Dashbord i bruk", "forsinket")),
    )
    columns = ("Fase 1", "Fase 2", "Fase 3")
    return Board("u4ssc", TITLE, TOLD, ("Visjon", "Teknologi og data"), columns, cells, corner="Prosess")


def phases() -> Timeline:
    hall = Lane(
        "Svømmehall",
        (
            Stretch("planlegge", date(2020, 2, 1), date(2021, 3, 31), 3),
            Stretch("gjennomføre", date(2021, 4, 1), date(2022, 12, 31), 1),
        ),
        (Milestone("BP3", date(2021, 4, 1), done=True), Milestone("BP4", date(2022, 12, 31))),
    )
    case = Lane("Digital byggesak", (Stretch("", None, date(2020, 8, 31), 3), Stretch("", date(2020, 6, 1), None, 1)))
    rows = (hall, case, Lane("Uten datoer", ()))
    legend = ((3, "planlegge"), (1, "gjennomføre"))
    return Timeline("faser", TITLE, TOLD, rows, date(2021, 8, 31), legend, "beslutningspunkt")  # type: ignore[arg-type]


def owned() -> Shares:
    rows = (
        Portion("Fjordparken Eiendom KF", 100),
        Portion("Vestre Avløp IKS", Decimal("33.333"), "IKS"),
        Portion("Stiftelsen Bygdetunet", None, "stiftelse"),
        Portion("Lokalavisa AS", 0),
    )
    return Shares("eierandeler", TITLE, TOLD, rows, 1)


SAMPLES: dict[str, Picture] = {
    found.name: found
    for found in (
        deviations(),
        investments(),
        maturity(),
        portfolio(),
        importance(),
        elements(),
        phases(),
        owned(),
    )
}

_WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", "Tjenestekvalitet", "Fylkesmannsembetsoppgavefordelingsutvalg" * 8, "et ord " * 60, "2021"]),
)
_NUMBERS = st.one_of(
    st.none(),
    st.integers(-(10**6), 10**6),
    st.integers(-5, 9),
    st.integers(10**15, 10**17),
    st.decimals(-1000, 1000, places=2),
)
_DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
_TONES = st.sampled_from([None, *get_args(Tone)])
_LOOKS = st.sampled_from([*get_args(Tone), *get_args(Status), 1, 2, 3, 4, 5, 6])
_DECIMALS = st.integers(0, 2)


def _tuples(found: Any, most: int) -> Any:
    return st.lists(found, max_size=most).map(tuple)


def _series(steps: int) -> Any:
    return st.builds(Series, _WORDS, _tuples(_NUMBERS, steps))


STACKED = st.builds(
    Stacked,
    name=st.just("a"),
    title=st.just(TITLE),
    told=st.just(TOLD),
    unit=_WORDS,
    steps=_tuples(_WORDS, 30),
    series=_tuples(_series(30), 8),
    line=st.none() | _series(30),
    decimals=_DECIMALS,
)
STEPS = st.builds(
    Steps,
    name=st.just("a"),
    title=st.just(TITLE),
    told=st.just(TOLD),
    highest=st.integers(0, 30),
    rows=_tuples(st.builds(Climb, _WORDS, _NUMBERS, _NUMBERS), 24),
    names=_tuples(_WORDS, 12),
    decimals=_DECIMALS,
)
_KNOWN = _NUMBERS.filter(lambda found: found is not None)
_AXES = st.builds(
    Axis, _WORDS, st.integers(-3, 5), st.integers(-3, 12), st.none() | st.tuples(_WORDS, _WORDS), st.booleans()
)
_PLACES = st.one_of(st.integers(0, 6), _KNOWN)
_POINTS = st.one_of(
    st.builds(Point, _WORDS, _PLACES, _PLACES, st.none(), _TONES, _WORDS),
    st.builds(Point, _WORDS, st.just(3), st.just(3), _NUMBERS, _TONES),
)
SCATTER = st.builds(
    Scatter,
    name=st.just("a"),
    title=st.just(TITLE),
    told=st.just(TOLD),
    x=_AXES,
    y=_AXES,
    points=_tuples(_POINTS, 64),
    size=_WORDS,
    marked=st.none()
    | st.builds(Corner, _WORDS, st.none() | _PLACES, st.none() | _PLACES)
    | st.builds(Slope, _WORDS, _PLACES),
    legend=_tuples(st.tuples(st.sampled_from(get_args(Tone)), _WORDS), 3),
)
_SQUARES = st.builds(Square, _WORDS, st.none() | _LOOKS)
_LEGENDS = _tuples(st.tuples(_LOOKS, _WORDS), 8)
BOARD = st.builds(
    Board,
    name=st.just("a"),
    title=st.just(TITLE),
    told=st.just(TOLD),
    rows=_tuples(_WORDS, 44),
    columns=_tuples(_WORDS, 14),
    cells=_tuples(_tuples(_SQUARES, 14), 10),
    legend=_LEGENDS,
    corner=_WORDS,
)
_STRETCHES = st.builds(Stretch, _WORDS, st.none() | _DAYS, st.none() | _DAYS, _LOOKS)
_LANES = st.builds(Lane, _WORDS, _tuples(_STRETCHES, 5), _tuples(st.builds(Milestone, _WORDS, _DAYS, st.booleans()), 5))
TIMELINE = st.builds(
    Timeline,
    name=st.just("a"),
    title=st.just(TITLE),
    told=st.just(TOLD),
    rows=_tuples(_LANES, 12),
    day=st.none() | _DAYS,
    legend=_LEGENDS,
    milestone=_WORDS,
)
SHARES = st.builds(
    Shares,
    name=st.just("a"),
    title=st.just(TITLE),
    told=st.just(TOLD),
    rows=_tuples(st.builds(Portion, _WORDS, _NUMBERS, _WORDS), 40),
    decimals=_DECIMALS,
)
PICTURES = st.one_of(STACKED, STEPS, SCATTER, BOARD, TIMELINE, SHARES)
