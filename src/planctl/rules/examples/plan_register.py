"""A planstrategi and its planregister, and settings of another day, for the examples of rules."""

from __future__ import annotations

PLANSTRATEGI = """\
type: planstrategi
id: ps2020
tittel: Planstrategi 2020–2024
periode: 2020-2024
status: vedtatt
ansvarlig: kommunedirektøren
vedtak:
  organ: kommunestyret
  offentliggjort: 2020-09-01
  dato: 2020-10-13
"""
REGISTER = (
    PLANSTRATEGI
    + """\
planregister:
  - id: beredskap2021
    tittel: Overordnet beredskapsplan
    slag: beredskapsplan
    periode: 2021
    vedtak:
      organ: kommunestyret
      dato: 2021-03-09
"""
)


def settings(day: str) -> str:
    """Give the planctl.yaml of an example that is judged on another day."""
    return f"""\
format: 1
kommune:
  navn: Prøve
dato: {day}
valgperioder:
  - fra: 2019
    til: 2023
    konstituering: 2019-10-15
"""


def entry(id_: str, title: str, kind: str, period: str, day: str) -> str:
    """Give an entry of the planregister."""
    return f"""\
  - id: {id_}
    tittel: {title}
    slag: {kind}
    periode: {period}
    vedtak:
      organ: kommunestyret
      dato: {day}
"""
