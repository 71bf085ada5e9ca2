"""A register with one company, for the rules' examples."""

from __future__ import annotations

PATH = "eierskap/2021.yaml"
REGISTER = """\
type: eierskap
id: er
tittel: Kommunens eierinteresser
prinsipper:
  - Kommunen er en tydelig og åpen eier.
selskaper:
  - id: er.brann
    tittel: Fjordbygda brann og redning IKS
    form: IKS
    eierandel: 60
    andre_eiere:
      - eier: Nabokommunen
        eierandel: 40
    formål: Ha et brannvern som er stort nok til å være godt hele døgnet.
"""
