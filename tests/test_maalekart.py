"""The målekart: real rows load and are judged, and gaps and overlaps agree with trying every value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.domain.decimals import precision
from planctl.domain.indicators import readable_bands
from planctl.model.bands import BANDS, Band, Bands, Between, Interval, parse_bands, rounded, written
from support import base_files, found, places, said, world

ROWS = [
    ("brukere.i1", "B.1.1", 1, "4,5–6", "4–4,4", "0–3,9", 4.93, Decimal("4.9"), "ønsket"),
    ("brukere.i2", "B.2.1", 0, "81–100", "61–80", "1–60", "ikke målt", None, None),
    ("brukere.i3", "B.2.2", 1, "4,5–6", "4–4,4", "0–3,9", 4.73, Decimal("4.7"), "ønsket"),
    ("brukere.i4", "B.3.1", 1, "4,5–6", "4–4,4", "0–3,9", 4.68, Decimal("4.7"), "ønsket"),
]
"""Handlingsprogram 2017–2020 of the former Asker: id, number, decimals, bands, the result for 2015, and its judgement."""


def _files() -> dict[str, str | bytes | None]:
    programme, values = base_files()["handlingsprogram.yaml"], "type: målinger\nmålinger:\n"
    for id_, number, decimals, wished, accepted, refused, value, _, _ in ROWS:
        programme += f"""\
  - id: {id_}
    nummer: "{number}"
    tittel: Brukerne er fornøyde, {number}
    fokusområde: brukere
    utfordring: God kvalitet
    enhet: poeng
    desimaler: {decimals}
    retning: opp
    bånd:
      ønsket: "{wished}"
      akseptert: "{accepted}"
      ikke_godkjent: "{refused}"
    nullpunkt:
      periode: 2015
      verdi: 4.5
    kilde: Brukerundersøkelsen
    sammenlignet_med: Andre kommuner
"""
        values += f"  - indikator: {id_}\n    periode: 2015\n    verdi: {value}\n"
    return {"handlingsprogram.yaml": programme, "målinger.yaml": values}


def test_the_real_rows_have_no_findings() -> None:
    assert places(found(_files())) == []


@pytest.mark.parametrize(("row", "shown", "band"), [(row[0], row[-2], row[-1]) for row in ROWS])
def test_results_fall_in_the_right_band(row: str, shown: Decimal | None, band: str | None) -> None:
    here = world(_files())
    record = here.plans.by_id[row]
    (value,) = [item.value for item in here.plans.measurements if item.indicator == row]
    bands = readable_bands(record)
    assert bands is not None
    assert rounded(value, precision(record)) == shown
    assert bands.judge(value, precision(record)) == band


@pytest.mark.parametrize("value", [None, "ikke målt"])
def test_not_measured_is_neither_green_nor_red(value: object) -> None:
    bands = parse_bands({"ønsket": "≥ 0", "ikke_godkjent": "< 0"})
    assert isinstance(bands, Bands)
    assert bands.holding(value, 0) == ()


TWO_SIDED = {"ønsket": "1,30–1,69", "akseptert": ["1,00–1,29", "1,70–1,99"], "ikke_godkjent": ["< 0,99", "> 2,00"]}


def _indicator(decimals: int = 0, direction: str = "opp", **bands: str) -> dict[str, str | bytes | None]:
    text = base_files()["handlingsprogram.yaml"].replace("desimaler: 0", f"desimaler: {decimals}")
    text = text.replace("retning: opp", f"retning: {direction}")
    for old, new in {"≥ 15": "ønsket", "10–14": "akseptert", "< 10": "ikke_godkjent"}.items():
        if new in bands:
            text = text.replace(f'"{old}"', bands[new])
    return {"handlingsprogram.yaml": text}


def test_the_two_sided_bands_are_accepted_and_their_gaps_named() -> None:
    here = {
        name: str([f"{part}" for part in parts] if isinstance(parts, list) else [parts])
        for name, parts in TWO_SIDED.items()
    }
    (item,) = found(_indicator(2, "intervall", **here))
    assert item.code == "603"
    assert item.message.params["values"] == ["0,99", "2,00"]
    bands = parse_bands(TWO_SIDED)
    assert isinstance(bands, Bands)
    assert [bands.judge(value, 2) for value in (1.5, 1.7, 1, 0.98, 0.99, 2, 2.01)] == [
        "ønsket", "akseptert", "akseptert", "ikke_godkjent", None, None, "ikke_godkjent",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "decimals", "band", "text", "values"),
    [
        ("603", 0, "akseptert", '"10–13"', ["14"]),
        ("603", 0, "akseptert", '"12"', ["10–11", "13–14"]),
        ("603", 1, "akseptert", '"10–14"', ["14,1–14,9"]),
        ("603", 0, "ikke_godkjent", '["< −10", "0", "2", "4", "6", "8"]', ["−10…−1", "1", "3", "5", "…"]),
        ("603", 0, "ikke_godkjent", '["< −10", "2", "4", "6", "8"]', ["−10…1", "3", "5", "7", "9"]),
        ("604", 0, "ønsket", '"≥ 12"', ["12–14"]),
        ("604", 0, "akseptert", '"≥ 8"', ["8–9", "≥ 15"]),
        ("604", 0, "ikke_godkjent", '"≤ 10"', ["10"]),
    ],
)
def test_the_values_are_named(code: str, decimals: int, band: str, text: str, values: list[str]) -> None:
    (item,) = found(_indicator(decimals, **{band: text}), code)
    assert item.message.params["values"] == values


def test_related_places_show_the_other_band() -> None:
    (gap,) = found(_indicator(akseptert='"10–13"'), "603")
    (shared,) = found(_indicator(akseptert='"10–15"'), "604")
    assert [(gap.location.span.line, gap.related[0].location.span.line)] == [(28, 29)]
    assert [(shared.location.span.line, shared.related[0].location.span.line)] == [(28, 29)]


def test_a_broken_fiscal_rule_says_which_value() -> None:
    rule = 'handlingsregler:\n  - id: regel.1\n    tittel: Minst 15\n    grense: "≥ 15"\n    indikator: klima.i1\n'
    values = "type: målinger\nmålinger:\n  - indikator: klima.i1\n    periode: 2020\n    verdi: -1.6\n"
    (item,) = found({"handlingsprogram.yaml": base_files()["handlingsprogram.yaml"] + rule, "m.yaml": values}, "616")
    assert (item.message.params["value"], item.message.params["period"]) == ("−2", "2020")
    assert item.related[0].location.path == "m.yaml"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "klima.i1» is from 2018: measured «årlig», a newer one was due by 30 June 2020"),
        (3, "Skole 0, Skole 1 and Skole 2: measured «årlig», one newer than 2018 was due by 30 June 2020"),
        (5, "Skole 0, Skole 1, Skole 2 and 2 more: measured"),
    ],
)
def test_old_values_of_units_are_told_of_together(count: int, words: str) -> None:
    units = "".join(
        f"  - id: skole{number}\n    tittel: Skole {number}\n    overordnet: samfunn\n" for number in range(5)
    )
    rows = "".join(f"klima.i1;2018;{number};skole{number}\n" for number in range(count)) or "klima.i1;2018;1;\n"
    files: dict[str, str | bytes | None] = {
        "organisasjon.yaml": base_files()["organisasjon.yaml"].replace("avdelinger:", f"{units}avdelinger:"),
        "handlingsprogram.yaml": base_files()["handlingsprogram.yaml"] + "    hyppighet: årlig\n",
        "m.yaml": "type: målinger\nfil: m.csv\n",
        "m.csv": f"indikator;periode;verdi;gjelder\n{rows}",
    }
    (item,) = found(files, "607")
    assert words in said([item], "en")[0]


@pytest.mark.parametrize(("budget", "forecast", "share"), [(12300, 12900, "4,9"), (-5000, -4000, "20,0"), (0, 40, "?")])
def test_the_forecast_is_told_of_in_per_cent(budget: int, forecast: int, share: str) -> None:
    sums = f"økonomi:\n  årsbudsjett_regulert: {budget}\n  prognose: {forecast}\n"
    (item,) = found({"r.yaml": f"type: rapportering\nperiode: 2021-T1\nvirksomhet: veg\n{sums}"}, "618")
    assert item.message.params["share"] == share


def test_a_missing_report_says_when_it_was_due() -> None:
    (item,) = found({"r.yaml": "type: rapportering\nperiode: 2021-T1\nvirksomhet: park\n"}, "611")
    assert item.help is not None
    assert item.help.params["day"] == date(2021, 5, 30)


_NUMBERS = st.integers(-30, 30)
_ENDS = st.one_of(st.none(), _NUMBERS)


@st.composite
def _intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(_ENDS), draw(_ENDS)
    if low is None and high is None:
        low = 0
    if low is not None and high is not None and low > high:
        low, high = high, low
    ends = [None if end is None else Decimal(end) / draw(st.sampled_from((1, 2, 10))) for end in (low, high)]
    if None not in ends and ends[0] > ends[1]:  # type: ignore[operator]
        ends.reverse()
    return Interval(ends[0], ends[1], draw(st.booleans()), draw(st.booleans()))


_BANDS = st.dictionaries(st.sampled_from(BANDS), st.lists(_intervals(), min_size=1, max_size=4).map(tuple), min_size=1)


def _steps(spans: list[Between], reach: range) -> set[int]:
    return {
        step for step in reach for span in spans
        if (span.first is None or span.first <= step) and (span.last is None or step <= span.last)
    }  # fmt: skip


@given(_BANDS, st.integers(0, 1))
def test_gaps_and_overlaps_agree_with_trying_every_value(
    found: dict[Band, tuple[Interval, ...]], decimals: int
) -> None:
    """Every value of the grid, a good way beyond all limits, is looked up in every interval."""
    bands = Bands(found)
    reach = range(-400, 401)
    holders = {
        step: [band for band, parts in found.items() if any(Decimal(step).scaleb(-decimals) in part for part in parts)]
        for step in reach
    }
    held = [step for step in reach if holders[step]]
    between = range(held[0], held[-1] + 1) if held else range(0)
    assert _steps(list(bands.gaps(decimals)), reach) == {step for step in between if not holders[step]}
    assert _steps(list(bands.overlaps(decimals)), reach) == {step for step in reach if len(holders[step]) > 1}


@given(_BANDS, st.integers(0, 1))
def test_joined_values_leave_nothing_out(found: dict[Band, tuple[Interval, ...]], decimals: int) -> None:
    """What is written for people, read back as a band, holds the very same values."""
    spans = list(Bands(found).overlaps(decimals))
    texts = written(spans, decimals)
    back = parse_bands({"ønsket": ["≥ 0", "< 0"] if texts == ["−∞…∞"] else texts}) if texts else Bands({})
    assert isinstance(back, Bands)
    reach = range(-400, 401)
    again = {step for step in reach if back.holding(Decimal(step).scaleb(-decimals), decimals)}
    assert again == _steps(spans, reach)
