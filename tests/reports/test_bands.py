"""Bands: how they are read, and which one a value falls in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.model.bands import BANDS, Bands, Interval, ParseError, parse_band, parse_bands, parse_interval, rounded

D = Decimal


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("≥ 90", Interval(low=D(90))),
        (">= 90", Interval(low=D(90))),
        ("> 90", Interval(low=D(90), low_open=True)),
        ("≤ −67", Interval(high=D(-67))),
        ("<=-67", Interval(high=D(-67))),
        ("< 3,9", Interval(high=D("3.9"), high_open=True)),
        ("−66…−50", Interval(D(-66), D(-50))),
        ("-66...-50", Interval(D(-66), D(-50))),
        ("-10--5", Interval(D(-10), D(-5))),
        ("80–89", Interval(D(80), D(89))),
        ("80 - 89", Interval(D(80), D(89))),
        ("80—89", Interval(D(80), D(89))),
        ("4,5–6", Interval(D("4.5"), D(6))),
        ("4.5-6.0", Interval(D("4.5"), D("6.0"))),
        ("80", Interval(D(80), D(80))),
        (80, Interval(D(80), D(80))),
        (4.5, Interval(D("4.5"), D("4.5"))),
        ("< 1 000", Interval(high=D(1000), high_open=True)),
        ("1\u00a0000–2\u00a0000", Interval(D(1000), D(2000))),
        ("≥ 90 %", Interval(low=D(90))),
    ],
)
def test_interval(text: object, interval: Interval) -> None:
    """Every notation gives the same exact interval."""
    assert parse_interval(text) == interval


@pytest.mark.parametrize("text", ["ikke målt", "", "≥", "90 ≤", "a–b", "1–2–3", "∞", "1,2,3", "≥ 90 poeng", "9" * 70])
def test_unreadable(text: str) -> None:
    """What is no interval comes back as it was written."""
    assert parse_interval(text) == ParseError(text)


@pytest.mark.parametrize("value", [None, True, {}])
def test_unreadable_type(value: object) -> None:
    """What is neither text nor number is no interval."""
    assert isinstance(parse_interval(value), ParseError)


def test_reversed() -> None:
    """Ends the wrong way round are told apart from nonsense."""
    assert parse_band(["1–2", "89–80"]) == ParseError("89–80", reversed=True)


def test_bands() -> None:
    """A group of bands is read whole, or gives its first error; none is none."""
    assert parse_bands(None) is None
    assert parse_bands({}) is None
    assert parse_bands("≥ 90") == ParseError("≥ 90")
    assert parse_bands({"ønsket": "≥ 90", "akseptert": "god"}) == ParseError("god")
    assert parse_bands({"ønsket": ["1–2", "4–5"]}) == Bands({"ønsket": (Interval(D(1), D(2)), Interval(D(4), D(5)))})


def _bands(**texts: object) -> Bands:
    bands = parse_bands(texts)
    assert isinstance(bands, Bands)
    return bands


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (4.93, "ønsket"),
        (4.45, "ønsket"),
        (4.449, "akseptert"),
        (3.95, "akseptert"),
        (3.949, "ikke_godkjent"),
        ("4,9", "ønsket"),
        (0, "ikke_godkjent"),
        (6.1, None),
        (-0.1, None),
        (None, None),
        ("ikke målt", None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (1e300, None),
    ],
)
def test_judge(value: object, band: str | None) -> None:
    """Asker's row B.1.1: the result 4,93 is shown as 4,9 and is wished for; 4,45 rounds up into the band."""
    bands = _bands(ønsket="4,5–6", akseptert="4–4,4", ikke_godkjent="0–3,9")
    assert bands.judge(value, 1) == band


def test_judge_two_sided() -> None:
    """A band in the middle has a band on both sides of it."""
    bands = _bands(ønsket="95–105", akseptert=["90–94", "106–110"], ikke_godkjent=["< 90", "> 110"])
    found = [bands.judge(value) for value in (89, 90, 94, 95, 105, 106, 110, 111)]
    assert found == [
        "ikke_godkjent",
        "akseptert",
        "akseptert",
        "ønsket",
        "ønsket",
        "akseptert",
        "akseptert",
        "ikke_godkjent",
    ]


def test_gap_and_overlap() -> None:
    """A value in a gap has no band; one in an overlap has two, and so no judgement."""
    bands = _bands(ønsket="≥ 90", akseptert="80–90", ikke_godkjent="< 79")
    assert bands.holding(90) == ("ønsket", "akseptert")
    assert bands.judge(90) is None
    assert bands.holding(79) == ()


def test_rounding_away_from_zero() -> None:
    """Half is rounded away from zero on both sides, at the precision asked for."""
    assert [rounded(value, 1) for value in (4.45, -4.45, "4,44", 4)] == [D("4.5"), D("-4.5"), D("4.4"), D("4.0")]
    assert rounded("−66,5") == D(-67)


@pytest.mark.parametrize(
    ("text", "decimals", "steps"),
    [
        ("> 90", 0, (91, None)),
        ("> 90", 1, (901, None)),
        ("≥ 89,5", 0, (90, None)),
        ("< 90", 0, (None, 89)),
        ("≤ 89,5", 0, (None, 89)),
        ("4–4,4", 1, (40, 44)),
        ("89,2–89,4", 0, (90, 89)),
    ],
)
def test_steps(text: str, decimals: int, steps: tuple[int | None, int | None]) -> None:
    """An interval's ends at a precision, counted in steps of the last decimal."""
    interval = parse_interval(text)
    assert isinstance(interval, Interval)
    assert interval.steps(decimals) == steps


def _shown(step: int, decimals: int, minus: str, comma: str) -> str:
    return str(Decimal(step).scaleb(-decimals)).replace("-", minus).replace(".", comma)


@given(
    st.integers(-5000, 5000),
    st.integers(0, 500),
    st.integers(0, 3),
    st.decimals(-9000, 9000, places=4, allow_nan=False),
    st.sampled_from(["-", "−"]),
    st.sampled_from([",", "."]),
    st.booleans(),
)
def test_gapless_bands_hold_every_value_once(
    low: int, width: int, decimals: int, value: Decimal, minus: str, comma: str, rising: bool
) -> None:
    """Bands that meet at the indicator's precision hold every value in exactly one band."""
    first, last = (_shown(step, decimals, minus, comma) for step in (low, low + width))
    above, below = f"> {last}", f"< {first}"
    ends = {"ønsket": above, "ikke_godkjent": below} if rising else {"ønsket": below, "ikke_godkjent": above}
    bands = _bands(**ends, akseptert=f"{first}…{last}")
    assert len(bands.holding(value, decimals)) == 1
    assert bands.judge(value, decimals) in BANDS


@given(st.integers(-999, 999), st.integers(0, 3), st.sampled_from(["≥", ">", "≤", "<"]), st.integers(-2, 2))
def test_boundaries(limit: int, decimals: int, sign: str, offset: int) -> None:
    """At a boundary and one step to each side a value is held just as arithmetic says; `steps` agrees."""
    interval = parse_interval(f"{sign} {_shown(limit, decimals, '−', ',')}")
    assert isinstance(interval, Interval)
    value = Decimal(limit + offset).scaleb(-decimals)
    expected = {"≥": offset >= 0, ">": offset > 0, "≤": offset <= 0, "<": offset < 0}[sign]
    first, last = interval.steps(decimals)
    assert (value in interval) == expected
    assert ((first is None or first <= limit + offset) and (last is None or limit + offset <= last)) == expected


@given(st.text(max_size=80) | st.integers() | st.floats() | st.none() | st.lists(st.text(max_size=5), max_size=3))
def test_never_raises(value: object) -> None:
    """Whatever stands where a band or a value belongs is answered, never raised."""
    parse_band(value)
    rounded(value, 2)
    parse_bands({"ønsket": value})
