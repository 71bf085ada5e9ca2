"""Files with what plans build on, for the examples of the rules."""

from __future__ import annotations

BASE_PATH = "kunnskapsgrunnlag/kommuneplan.yaml"
BASE = """\
type: kunnskapsgrunnlag
id: kg
tittel: Kunnskapsgrunnlag for kommuneplanen
føringer:
  - id: kg.f1
    tittel: Kommunen skal planlegge for mindre utslipp fra transport
    slag: nasjonal forventning
    kilde: Nasjonale forventninger 2019–2023
    besvares_av: [klima.d1]
"""
MATERIALITY_PATH = "vesentlighet/2019.yaml"
MATERIALITY = """\
type: vesentlighetsanalyse
id: va
tittel: Vesentlighetsanalyse 2019
vurderinger:
  - bærekraftsmål: "13.2"
    interessenter: 4
    kommunen: 5
"""
PROGRAMME_PATH = "planprogram/samfunnsdelen.yaml"
PROGRAMME = """\
type: planprogram
id: pp
tittel: Planprogram for kommuneplanens samfunnsdel
status: på høring
formål: Planen skal svare på hva den nye kommunen skal være.
alternativer: [vekst i ett senter, vekst i flere sentre]
utredninger:
  - id: pp.u1
    tittel: Behov for boliger
framdrift:
  - hva: Planen legges ut til høring
    når: 2021-12
medvirkning:
  - hva: Folkemøte i hvert lokalsamfunn
"""
U4SSC_PATH = "u4ssc/2021.yaml"
U4SSC = """\
type: u4ssc
id: u4
tittel: U4SSC 2021
dato: 2021-03-01
kilde: Egen gjennomgang i ledergruppen
elementer:
  - id: u4.11
    tittel: Anerkjenne
    prosess: involvere innbyggerne
    fase: 1
    vurdering: på plass
"""
LIDA_PATH = "lida/2021.yaml"


def analysis(last: int, missing: int = 0) -> str:
    """Write a long-term analysis of 2021 to a last year, one year left out of it."""
    rows = "".join(
        f"  - {{år: {year}, investeringer: {{skole: 100000}}, drift: {year - 2020}000}}\n"
        for year in range(2021, last + 1)
        if year != missing
    )
    return f"type: lida\nid: lida\ntittel: Langsiktig analyse\nperiode: 2021-{last}\når:\n{rows}"
