"""Small plans that fit together, for the examples of rules: each example holds only what differs."""

from __future__ import annotations

from planctl.rules.rule import Example

_HEAD = """\
type: kommuneplan
id: kp2020
tittel: Kommuneplan 2020–2032
periode: 2020-2032
status: vedtatt
ansvarlig: kommunedirektøren
vedtak:
  organ: kommunestyret
  dato: 2020-06-09
satsingsområder:
  - id: klima
    tittel: Handling mot klimaendringene
    bærekraftsmål: ["13"]
    hovedmål:
      - id: klima.h
        tittel: Kommunen er et lavutslippssamfunn
"""
KOMMUNEPLAN = (
    _HEAD
    + """\
        delmål:
          - id: klima.d1
            tittel: Innbyggerne reiser miljøvennlig
          - id: klima.d2
            tittel: Luften i sentrum er ren
strategier:
  - id: klima.d1.s1
    tittel: Kommunen skal gjøre det enklere å gå og sykle
    bidrar_til: [klima.d1, klima.d2]
"""
)
HANDLINGSPROGRAM = """\
type: handlingsprogram
id: hp2021
tittel: Handlingsprogram 2021–2024
periode: 2021-2024
status: vedtatt
ansvarlig: kommunedirektøren
vedtak:
  organ: kommunestyret
  dato: 2020-12-15
arver: [kp2020]
målfordeling:
  klima.d1: [samfunn]
  klima.d2: [samfunn]
oppdrag:
  - id: hp2021.o1
    tittel: Bygge ut sykkelvegnettet
    følger_opp: [klima.d1.s1]
    til: [veg]
    styringsmodell: linje
    frist: 2024
indikatorer:
  - id: klima.i1
    tittel: Andel reiser på sykkel
    måler: [klima.d1, klima.d2]
    resultatkjede: brukereffekter
    enhet: prosent
    desimaler: 0
    retning: opp
    bånd:
      ønsket: "≥ 15"
      akseptert: "10–14"
      ikke_godkjent: "< 10"
    nullpunkt:
      periode: 2019
      verdi: 9
    hyppighet: årlig
    kilde: Reisevaneundersøkelsen
    sammenlignet_med: Landsgjennomsnittet
"""
VIRKSOMHETSPLAN = """\
type: virksomhetsplan
id: vp2021-veg
tittel: Virksomhetsplan 2021 for veg
virksomhet: veg
periode: 2021
status: vedtatt
ansvarlig: veg
arver: [klima]
tiltak:
  - id: vp2021-veg.t1
    tittel: Bygge sykkelparkering ved stasjonen
    løser: [hp2021.o1]
    frist: 2021-10-01
    ansvarlig: veg
    status: i rute
"""
PROGRAM = HANDLINGSPROGRAM.replace("  klima.d2: [samfunn]\n", "").replace("[klima.d1, klima.d2]", "[klima.d1]")
"""The handlingsprogram of a kommuneplan with the one goal `klima.d1`, as in the small municipality of the tests."""
PLAN = VIRKSOMHETSPLAN.replace("[klima]", "[klima.d1]")
"""The virksomhetsplan that goes with it; nothing is wrong with it."""
PLAN_PATH = "virksomhetsplaner/veg.yaml"
MEASUREMENTS = "type: målinger\nfil: sykkel.csv\n"
MEASUREMENTS_CSV = "indikator;periode;verdi;gjelder\nklima.i1;2020;12;\n"
PATHS = {
    "kommuneplan.yaml": KOMMUNEPLAN,
    "handlingsprogram.yaml": HANDLINGSPROGRAM,
    PLAN_PATH: VIRKSOMHETSPLAN,
}


def in_plan(right: str, wrong: str) -> Example:
    """Make an example of the virksomhetsplan: a passage in it as it should be, and what stands there instead."""
    return Example(PLAN_PATH, PLAN.replace(right, wrong), PLAN)


def naming_csv(name: str) -> Example:
    """Make an example of measurements that name the wrong CSV file."""
    also = {"målinger/sykkel.csv": MEASUREMENTS_CSV}
    return Example("målinger/sykkel.yaml", MEASUREMENTS.replace("sykkel.csv", name), MEASUREMENTS, with_files=also)


def measure(title: str, deadline: str, *, id_: str = "vp2021-veg.t2", solves: str = "hp2021.o1") -> str:
    """Give one more tiltak of the virksomhetsplan."""
    return f"""\
  - id: {id_}
    tittel: {title}
    løser: [{solves}]
    frist: {deadline}
    ansvarlig: veg
"""


def goals(
    goal: str = "Innbyggerne reiser miljøvennlig", strategy: str = "Kommunen skal gjøre det enklere å gå og sykle"
) -> str:
    """Give a kommuneplan around a goal and a strategy that stands under it."""
    return (
        _HEAD
        + f"""\
        delmål:
          - id: klima.d1
            tittel: {goal}
            strategier:
              - id: klima.d1.s1
                tittel: {strategy}
"""
    )


def others(path: str, **changed: str) -> dict[str, str]:
    """Give the files beside the one an example is about; `changed` replaces some, by type."""
    files = {name: changed.get(text.split()[1], text) for name, text in PATHS.items()}
    return {name: text for name, text in files.items() if name != path}
