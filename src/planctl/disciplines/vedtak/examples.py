"""A register of one vedtak, for the rules' examples."""

from __future__ import annotations

PATH = "vedtak.yaml"
REGISTER = """\
type: vedtak
id: vr2021
tittel: Vedtak i kommunestyret 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: vr2021.sykkel
    tittel: Trygg skoleveg langs fjorden
    sak: "12/21"
    dato: 2021-02-09
    slag: verbalvedtak
    ansvarlig: veg
    frist: 2021-11-01
    status: under arbeid
"""
