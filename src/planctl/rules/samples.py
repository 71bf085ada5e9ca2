"""Small plans that fit together, for the examples of rules that need more than one file."""

from __future__ import annotations

KOMMUNEPLAN = """\
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
PLANSTRATEGI = """\
type: planstrategi
id: ps2020
tittel: Planstrategi 2020–2024
periode: 2020-2024
status: vedtatt
ansvarlig: kommunedirektøren
vedtak:
  organ: kommunestyret
  offentliggjort: 2020-09-01
  dato: 2020-10-13
"""
REGISTER = (
    PLANSTRATEGI
    + """\
planregister:
  - id: beredskap2021
    tittel: Overordnet beredskapsplan
    slag: beredskapsplan
    periode: 2021
    vedtak:
      organ: kommunestyret
      dato: 2021-03-09
"""
)
PATHS = {
    "kommuneplan.yaml": KOMMUNEPLAN,
    "handlingsprogram.yaml": HANDLINGSPROGRAM,
    "virksomhetsplaner/veg.yaml": VIRKSOMHETSPLAN,
}


def others(path: str, **changed: str) -> dict[str, str]:
    """Give the files beside the one an example is about; `changed` replaces some, by type."""
    files = {name: changed.get(text.split()[1], text) for name, text in PATHS.items()}
    return {name: text for name, text in files.items() if name != path}


def settings(day: str) -> str:
    """Give the planctl.yaml of an example that is judged on another day."""
    return f"""\
format: 1
kommune:
  navn: Prøve
dato: {day}
valgperioder:
  - fra: 2019
    til: 2023
    konstituering: 2019-10-15
"""


def entry(id_: str, title: str, kind: str, period: str, day: str) -> str:
    """Give an entry of the planregister."""
    return f"""\
  - id: {id_}
    tittel: {title}
    slag: {kind}
    periode: {period}
    vedtak:
      organ: kommunestyret
      dato: {day}
"""
