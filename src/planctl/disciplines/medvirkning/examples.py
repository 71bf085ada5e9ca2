"""Registers of meetings and of leaders' dialogues, for the rules' examples."""

from __future__ import annotations

PATH = "medvirkning/2021.yaml"
DIALOGUES = """\
type: medvirkning
id: medvirkning2021
tittel: Lederdialoger 2021
lederdialoger:
  - id: ld-vår
    tittel: Lederdialog, våren 2021
    dato: 2021-02-01
    enhet: veg
    avtaler:
      - id: ld-vår.a1
        tittel: Gå gjennom brøytekontraktene
        ansvarlig: veg
        frist: 2021-09-01
  - id: ld-sommer
    tittel: Lederdialog, sommeren 2021
    dato: 2021-06-01
    enhet: veg
    gjennomgått: [ld-vår.a1]
"""
MEETINGS = """\
type: medvirkning
id: medvirkning2021
tittel: Medbestemmelse 2021
møter:
  - id: medvirkning2021.m1
    tittel: Budsjettet for 2021
    slag: drøfting
    dato: 2021-01-12
    gjelder: [hp2021]
  - id: medvirkning2021.m2
    tittel: 1. tertialrapport
    slag: drøfting
    dato: 2021-05-20
    gjelder: [pr.tertial1]
"""
PROCESS = {
    "prosess.yaml": """\
type: prosess
id: pr
tittel: Rapporteringen i 2021
periode: 2021
aktiviteter:
  - id: pr.tertial1
    tittel: 1. tertialrapport
    slag: tertialrapport
    ring: administrativ
    dato: 2021-06-01
    ansvarlig: veg
    drøftes: 2021-05-20
"""
}
"""A process with an activity that was to be discussed."""
