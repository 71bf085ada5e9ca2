"""A programme of audits, a register of surveys and an observatory, for the examples of the rules."""

from __future__ import annotations

PROGRAMME_PATH = "revisjoner/2021.yaml"
PROGRAMME = """\
type: revisjonsprogram
id: rev2021
tittel: Revisjonsprogram 2021
periode: "2021"
revisjoner:
  - id: rev2021.veg
    tittel: Vinterdrift
    slag: intern
    standarder: [9001]
    enhet: veg
    dato: 2021-03-01
    team: [direktør-samfunn]
    konklusjon: Rutinene blir fulgt.
"""
SURVEYS_PATH = "undersøkelser/2021.yaml"
SURVEYS = """\
type: undersøkelser
id: und2021
tittel: Undersøkelser 2021
undersøkelser:
  - id: und2021.reiser
    tittel: Reisevaner
    slag: innbygger
    dato: 2021-02-15
    inviterte: 1200
    svar: 480
    indikatorer: [klima.i1]
"""
MEASUREMENTS = """\
type: målinger
målinger:
  - indikator: klima.i1
    periode: 2021
    verdi: 11
"""
OBSERVATORY_PATH = "observatorium/2021.yaml"
OBSERVATORY = """\
type: innbyggerobservatorium
id: obs2021
tittel: Innbyggerobservatorium 2021
standard: 18091
skala: 5
plasser:
  - id: obs2021.p1
    tittel: Innsyn i saker
    vurderinger:
      - dato: 2021-05-20
        karakter: 3
        deltakere: [innbyggere, frivillighet]
"""
