"""A register with one samskaping, for the rules' examples."""

from __future__ import annotations

PATH = "samskaping/2021.yaml"
REGISTER = """\
type: samskaping
id: sk
tittel: Samskaping
samskapinger:
  - id: sk.gang
    tittel: Gangveg og møteplass langs elva
    form: likeverdig
    definerer_problemet: sammen
    setter_mål: sammen
    utformer: sammen
    gjennomfører: sammen
    aktører: [innbyggere, frivillige]
    ansvarlig: veg
    tjener: [hp2021.o1]
    fra: 2020
    til: 2021-05-31
    resultat: Stien er åpen, og velforeningen holder den i stand.
"""
