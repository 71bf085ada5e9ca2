"""An invented town with plans, reports, measurements and accounts at random."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st
from town import files

AREAS = ("teknisk", "oppvekst")
UNITS = ("skole", "veg", "vann", "vegdrift")
STATUSES = ("ikke startet", "i rute", "risiko", "forsinket", "satt på vent", "fullført", "utgår")
PERIODS = ("2021-T1", "2021-T2", "2021-08", "2021", "2021-T2", "2021-T3", "2021-Q3")
DAYS = ("2021-03-01", "2021-04-30", "2021-05", "2021-08-31", "2021-Q4", "2022")
SUMS = ("årsbudsjett_opprinnelig", "årsbudsjett_regulert", "budsjett_hittil", "regnskap_hittil", "prognose")
COLUMNS = ("enhet", "måned", "årsbudsjett_opprinnelig", "årsbudsjett_regulert", "budsjett", "regnskap", "prognose")
WORK = {"skole": ("s1", "s2"), "veg": ("t1", "t2", "t3", "t4", "t5", "t6", "t7")}
words = st.sampled_from(("Telen satt lenge", "Vi venter", "3 av 5 er klare"))
texts = st.sampled_from(("Alt går som det skal.", "Vi fikk 2 nye biler.\n\nDe går på strøm.", "- 3 ting\nstår igjen"))
day = st.sampled_from(DAYS)


def _some(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


waiting = {"vent_til": day, "vedtak": st.just({"sak": "36/21"})}
said = st.fixed_dictionaries(
    {"status": st.sampled_from(STATUSES)},
    optional={
        "ny_frist": day,
        "årsak": words,
        "korrigerende": words,
        "kommentar": words,
        "framdrift": st.integers(0, 100),
        **waiting,
    },
)
judged = st.fixed_dictionaries(
    {"måloppnåelse": st.sampled_from(("nådd", "på vei", "ikke på vei", "ikke vurdert"))}, optional={"kommentar": words}
)
sums = dict.fromkeys(SUMS, st.integers(0, 4000))
economy = st.one_of(_some({**sums, "forklaring": words}), st.fixed_dictionaries(sums, optional={"forklaring": words}))


@st.composite
def reports(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a unit's report."""
    unit = draw(st.sampled_from(UNITS))
    return {
        "type": "rapportering",
        "periode": draw(st.sampled_from(PERIODS)),
        "virksomhet": unit,
        **draw(_some({"sammendrag": texts, "omtale": texts})),
        **draw(_some({"levert": st.sampled_from(("2021-05-10", "2021-09-29", "2021-10-02", "2022-02-01"))})),
        "tiltak": draw(_some(dict.fromkeys(WORK.get(unit, ()), said))),
        "oppdrag": draw(_some(dict.fromkeys(("hp.o1", "hp.o2", "hp.o3"), said))),
        "mål": draw(_some(dict.fromkeys(("klima.h", "klima.d1", "klima.d2"), judged))),
        "økonomi": draw(economy),
    }


@st.composite
def words_of_more(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a report with words alone, for the whole municipality or for a tjenesteområde."""
    area = draw(st.sampled_from(("kommunen", *AREAS)))
    opening = {"innledning": texts, "forslag_til_vedtak": st.lists(words, min_size=1, max_size=3)}
    fields = _some({"omtale": texts, "levert": st.just("2021-05-10"), **(opening if area == "kommunen" else {})})
    head = {"type": "rapportering", "periode": draw(st.sampled_from(PERIODS)), "gjelder": area}
    return {**head, "sammendrag": draw(texts), **draw(fields)}


@st.composite
def plans(draw: st.DrawFn, unit: str) -> dict[str, Any]:
    """Draw a unit's plan: each tiltak with a deadline, an oppdrag and a status, or without."""
    oppdrag = st.lists(st.sampled_from(("hp.o1", "hp.o2", "hp.o3")), min_size=1, max_size=2, unique=True)
    status = {"status": st.sampled_from((*STATUSES, "idé")), "begrunnelse": words, **waiting}
    fields = _some({"frist": day, "løser": oppdrag, **status})
    tiltak = [{"id": id_, "tittel": f"Tiltak {id_}", **draw(fields)} for id_ in WORK[unit]]
    head = {"type": "virksomhetsplan", "id": f"vp-{unit}", "tittel": f"Plan for {unit}", "virksomhet": unit}
    return {**head, "periode": 2021, "status": "vedtatt", "tiltak": tiltak}


@st.composite
def measurements(draw: st.DrawFn) -> dict[str, Any]:
    """Draw values of the town's indicators, of some units or of the whole."""
    value = st.one_of(st.just("ikke målt"), st.decimals(0, 22, places=2).map(float))
    periods = st.sampled_from(("2018", "2019", "2020", "2020-T1", "2020-T2", "2020-T3", "2021-T1", "2021-T2", "2021"))
    rows = []
    for indicator in ("i1", "i2", "i3", "i4"):
        unit = _some({"gjelder": st.sampled_from(("skole", "veg"))}) if indicator == "i4" else st.just({})
        row = st.fixed_dictionaries({"periode": periods, "verdi": value})
        rows += [
            {"indikator": indicator, **first, **second}
            for first, second in draw(st.lists(st.tuples(row, unit), max_size=5))
        ]
    return {"type": "målinger", "målinger": rows}


@st.composite
def months(draw: st.DrawFn) -> list[str]:
    """Draw the accounts of a few months, as an accounting system writes them; some sums are missing."""
    sum_ = st.one_of(st.decimals(0, 900, places=1).map(lambda value: str(value).replace(".", ",")), st.just(""))
    keys = st.tuples(st.sampled_from(UNITS), st.integers(1, 4))
    rows = []
    every = draw(st.lists(st.sampled_from(UNITS), unique=True, max_size=3))
    whole = {(unit, month) for unit in every for month in range(1, 5)}
    for unit, month in sorted({*draw(st.lists(keys, unique=True, max_size=8)), *whole}):
        rows.append(";".join([unit, str(month), *(draw(sum_) for _ in COLUMNS[2:])]))
    return rows


@st.composite
def towns(draw: st.DrawFn) -> dict[str, str]:
    """Draw the files of a town: JSON is YAML too."""
    drawn = {
        f"rapport-{number}.yaml": one for number, one in enumerate(draw(st.lists(reports(), min_size=2, max_size=8)))
    }
    more = draw(st.lists(words_of_more(), max_size=3, unique_by=lambda one: (one["gjelder"], one["periode"])))
    drawn |= {f"samlet-{number}.yaml": one for number, one in enumerate(more)}
    drawn |= {f"{unit}-2021.yaml": draw(plans(unit)) for unit in WORK}
    drawn["målinger.yaml"] = draw(measurements())
    accounts = draw(months())
    if accounts:
        drawn["økonomi.yaml"] = {"type": "økonomi", "periode": 2021, "fil": "tall.csv"}
    kept = {name: text for name, text in files().items() if type_of(text) != "rapportering"}
    start = "\n    nullpunkt:\n      periode: 2017\n      verdi: 9\n    måltall:"
    change = draw(st.sampled_from(("", "-10 %", "+5 % per år", "+2 prosentpoeng", "-1 per år")))
    if change:
        start += f"\n      - periode: 2023\n        endring: {change}"
    kept["handlingsprogram.yaml"] = kept["handlingsprogram.yaml"].replace("\n    måltall:", start)
    kept |= {"tall.csv": "\n".join([";".join(COLUMNS), *accounts])} if accounts else {}
    return kept | {name: json.dumps(data, ensure_ascii=False) for name, data in drawn.items()}


def type_of(text: str) -> str:
    """Return the type of a plan file."""
    return text.partition("\n")[0].removeprefix("type: ")
