"""A tilsyn with one funn, for the examples of rules on what is followed up."""

from __future__ import annotations

PATH = "tilsyn/arbeidstilsynet.yaml"
TILTAK = """\
    tiltak:
      - id: t-veg.f1.t1
        tittel: Lage plan for opplæring
        frist: 2021-10-01
        ansvarlig: veg
"""
TILSYN = f"""\
type: tilsyn
id: t-veg
tittel: Tilsyn med opplæring i vegdrift
myndighet: Arbeidstilsynet
dato: 2021-02-10
funn:
  - id: t-veg.f1
    tittel: Opplæringen er ikke dokumentert
    slag: avvik
    ansvarlig: veg
    frist: 2021-11-01
{TILTAK}"""
