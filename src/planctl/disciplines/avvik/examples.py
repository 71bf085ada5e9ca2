"""A register with one avvik, and a review, for the rules' examples."""

from __future__ import annotations

PATH = "avvik/2021.yaml"
REGISTER = """\
type: avvik
id: avvik2021
tittel: Avvik 2021
periode: 2021
enhet: veg
avvik:
  - id: a2021.1
    tittel: Grøft uten sikring
    meldt: 2021-03-09
    slag: uønsket hendelse
    område: HMS
    kategori: Anleggsarbeid
    behandler: veg
    status: lukket
    lukket: 2021-03-23
    faktisk_konsekvens: 1
    potensiell_konsekvens: 4
    strakstiltak: Grøften ble sikret samme dag.
    rotårsak: Sjekklisten for graving var ikke i bilen.
"""
REVIEW_PATH = "ledelsens-gjennomgang/2021.yaml"
REVIEW = """\
type: ledelsens-gjennomgang
id: lg2021
tittel: Ledelsens gjennomgang 2021
dato: 2021-03-16
periode: 2020
ansvarlig: kommunedirektøren
konklusjoner:
  - Systemet virker.
beslutninger:
  - id: lg2021.b1
    tittel: Sjekklistene legges i alle biler
    ansvarlig: veg
    frist: 2021-10-01
    status: under arbeid
"""
