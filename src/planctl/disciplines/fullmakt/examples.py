"""A register of authority of both levels, for the rules' examples."""

from __future__ import annotations

PATH = "fullmakter/2020.yaml"
REGISTER = """\
type: fullmakt
id: fullmakter2020
tittel: Fullmakter fra 2020
fullmakter:
  - id: fm1
    tittel: Disponere rammene i budsjettet
    nivå: 1
    område: økonomi
    delegert_av: kommunestyret
    delegert_til: [kommunedirektøren]
    vedtak: {organ: kommunestyret, dato: 2019-12-10}
    fra: 2020-01-01
  - id: fm2
    tittel: Disponere budsjettet i egen virksomhet
    nivå: 2
    område: økonomi
    delegert_av: kommunedirektøren
    delegert_til: [vegsjef]
    bygger_på: fm1
    fra: 2020-01-01
"""
