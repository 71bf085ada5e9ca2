"""Small files of the discipline, for the rules' examples."""

from __future__ import annotations

CONTROL_PATH = "kontroll/veg.yaml"
CONTROL = """\
type: kontroll
id: ik-veg
tittel: Internkontroll i veg
internkontroller:
  - id: ik-veg.k1
    tittel: Kontroll av fakturaer
    hyppighet: årlig
    ansvarlig: veg
    gjennomført:
      - dato: 2021-02-10
        resultat: i orden
"""
REVIEW = """\
type: kontroll
id: ik-veg
tittel: Internkontroll i veg
lovgjennomganger:
  - id: ik-veg.lov2021
    tittel: Lover for veg 2021
    enhet: veg
    dato: 2021-02-10
    lover:
      - lov: Vegloven
        vurdering: følges
"""
MATURITY = """\
type: kontroll
id: ik-veg
tittel: Internkontroll i veg
modenhet:
  - id: ik-veg.m1
    tittel: Anskaffelser
    vurderinger:
      - dato: 2021-02-10
        nivå: 2
    ambisjon: 3
    ambisjon_innen: 2022
"""
INSPECTION_PATH = "tilsyn/arbeidstilsynet.yaml"
INSPECTION = """\
type: tilsyn
id: t-veg
tittel: Tilsyn med opplæring i vegdrift
myndighet: Arbeidstilsynet
dato: 2020-11-10
svarfrist: 2021-03-01
svart: 2021-02-20
"""
AUDIT_PATH = "egenkontroll/veg.yaml"
AUDIT = """\
type: egenkontroll
id: fr-veg
tittel: Forvaltningsrevisjon av vegvedlikehold
slag: forvaltningsrevisjon
dato: 2020-10-01
vedtak:
  organ: kommunestyret
  sak: "90/20"
  dato: 2020-12-08
"""
