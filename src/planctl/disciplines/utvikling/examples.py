"""A register with one innovation and one simplification, for the examples of the rules."""

from __future__ import annotations

PATH = "utvikling/register.yaml"
REGISTER = """\
type: utvikling
id: utv
tittel: Innovasjon og forenkling
innovasjoner:
  - id: utv.sensor
    tittel: Sensorer som melder om is på vegen
    gjelder: [klima.d1]
    ansvarlig: veg
    idé: 2019-02-01
    nytt: 2019-09-01
    nyttig: 2020-01-15
    nyttiggjort: 2020-05-01
    lært: Sensorene må stå der vegen ligger i skygge.
forenklinger:
  - id: utv.søknad
    tittel: Digital søknad om graving
    slag: system
    ansvarlig: veg
    dato: 2021-03-01
    sjekk:
      tidsbruk: ja
      dobbeltarbeid: ja
      feil: nei
      deling: nei
      kostnad: nei
    beslutning: innføre
"""
